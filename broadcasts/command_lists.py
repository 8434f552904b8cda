"""Keeps Telegram's list of commands in step with a person's roles and language."""

from typing import Any

from bot import texts
from bot.forms import Say
from bot.rules.commands import offered_to, word_of
from bot.rules.roles import Person
from broadcasts.jobs import Tools
from storage import outbox, people
from storage.jobs import ClaimedJob
from storage.outbox import Priority


async def refresh(tools: Tools, job: ClaimedJob) -> str | None:
    """Send the person of the job (``{"person": id}``) their own list: what their roles offer, in
    their language. Without a role the list of their own goes, and everybody's shows again."""
    now = tools.clock.now()
    async with tools.database.session() as session:
        found = await people.telegram_id_of(session, job.params["person"])
        # The number of a closed account is negative, and nobody's.
        if found is None or found[0] < 0:
            return "nobody"
        person = (await people.load_people(session, [found[0]], now)).get(found[0])
        if person is None or not person.reachable:
            return "unreachable"
        method, params = call_for(person)
        row = outbox.delivery(
            person.telegram_id,
            method,
            params,
            priority=Priority.REMINDER,
            now=now,
            once=f"commands:{job.id}",
        )
        await outbox.queue(session, [row])
        await session.commit()
    return None


def call_for(person: Person) -> tuple[str, dict[str, Any]]:
    """The call that gives somebody their list of commands: (method, parameters)."""
    scope = {"type": "chat", "chat_id": person.telegram_id}
    acts = person.acts()
    if not acts:
        return "deleteMyCommands", {"scope": scope}
    commands = [
        {
            "command": word_of(one, person.language),
            "description": texts.plain_of(Say(f"command-{one.name}"), person.language),
        }
        for one in offered_to(acts)
    ]
    return "setMyCommands", {"commands": commands, "scope": scope}
