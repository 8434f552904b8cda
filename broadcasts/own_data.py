"""Makes the two files of /datasaya: everything kept about a person, for machines and to read."""

import json
from collections.abc import Mapping
from typing import Any

from bot import texts
from bot.clock import today
from bot.drafts import owner_of
from broadcasts.jobs import Tools
from broadcasts.own_data_page import page
from storage import addressed, files, own_data
from storage.files import Attachment
from storage.jobs import ClaimedJob


async def copy(tools: Tools, job: ClaimedJob) -> str | None:
    """Gather everything about the job's person and queue the files, once a job."""
    person = int(job.params["person"])
    gathered = await _gather(tools, person)
    if gathered is None:
        return "account closed"
    account = gathered["account"]
    language, chat = account["language"], int(account["telegram_id"])
    words = json.dumps(gathered, ensure_ascii=False, indent=2)
    html = page(gathered, language, tools.book)
    name = f"cikar-{texts.say('data-file', language)}-{today(tools.clock.now()).isoformat()}"
    async with tools.database.session() as session:
        for suffix, content, key in (("html", html, "data-page"), ("json", words, "data-json")):
            await files.queue_document(
                session,
                chat,
                Attachment(f"{name}.{suffix}", content.encode()),
                caption=texts.say(key, language),
                person_id=person,
                now=tools.clock.now(),
                once=f"data:{job.id}:{suffix}",
            )
        await session.commit()
    tools.wake.ring()
    return None


async def _gather(tools: Tools, person: int) -> Mapping[str, Any] | None:
    async with tools.database.session() as session:
        account = await own_data.account(session, person)
        if account is None:
            return None
        chat = int(account["telegram_id"])
        records = await own_data.records(session, person)
        drafts = await own_data.drafts(session, owner_of(chat, chat))
    counts = await _messages(tools, chat)
    return {
        "made_at": tools.clock.now().isoformat(),
        "account": account,
        **records,
        "drafts": drafts,
        "messages_to_me": counts,
    }


async def _messages(tools: Tools, chat: int) -> Mapping[str, int]:
    """How many messages of each kind are kept that went to this chat."""
    total: dict[str, int] = {}
    after = 0
    while True:
        async with tools.database.session() as session:
            upto = await addressed.slice_end(session, after)
            if upto is None:
                return total
            for kind, number in (await addressed.count(session, chat, after, upto)).items():
                total[kind] = total.get(kind, 0) + number
        after = upto
