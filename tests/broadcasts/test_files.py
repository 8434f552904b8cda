"""Files through the outbox: uploaded by name, read anew for each try, gone with the last."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import insert, select

from bot.budget import Budget
from bot.settings import TelegramSettings
from broadcasts.outcomes import Retry, Sent
from broadcasts.sender import Sender
from sandbox.client import SandboxClient
from sandbox.limits import Limits
from sandbox.server import Sandbox
from storage import files, outbox
from storage.database import Database
from storage.files import Attachment
from storage.models import Delivery, OutboxFile
from storage.outbox import Priority
from tests.broadcasts.office import Office
from tests.storage.building import NOW

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
FILE = Attachment("data-saya.json", b'{"nama": "Siti"}')


async def nothing() -> None:
    """No waiting for the budget."""


async def queued_file(
    database: Database, chat: int = 5, *, name: str = FILE.name, content: bytes = FILE.content,
    method: str = "sendDocument",
) -> int:  # fmt: skip
    """A delivery that carries a file, as Work.send_file writes it."""
    number, field = 900 + chat, "photo" if method == "sendPhoto" else "document"
    row = outbox.delivery(
        chat, method, {field: {"attach": number}, "caption": "<b>Data</b>", "parse_mode": "HTML"},
        priority=Priority.ANSWER, now=NOW,
    )  # fmt: skip
    async with database.write() as session:
        await session.execute(
            insert(OutboxFile).values(
                id=number, name=name, content=content, person_id=1, created_at=NOW
            )
        )
        await outbox.queue(session, [row])
    delivery: int = row["id"]
    return delivery


async def kept(database: Database) -> list[int]:
    async with database.session() as session:
        return list(await session.scalars(select(OutboxFile.id)))


async def test_the_file_is_gone_when_it_has_arrived(office: Office) -> None:
    async with office.working():
        number = await queued_file(office.database)
        office.wake.ring()
        row = await office.until(number)
    assert row.state == "sent"
    assert office.sender.requests[0].params["document"] == FILE
    assert await kept(office.database) == []


async def test_each_try_reads_the_file_again(office: Office) -> None:
    office.sender.script[5] = [Retry("server error"), Sent(7)]
    async with office.working():
        number = await queued_file(office.database)
        office.wake.ring()
        await office.requested(1)
        await office.until(number, "queued")
        assert await kept(office.database) == [905]
        office.clock.advance(minutes=2)
        office.wake.ring()
        await office.until(number)
    assert [one.params["document"] for one in office.sender.requests] == [FILE, FILE]
    assert await kept(office.database) == []


async def test_a_file_that_cannot_arrive_is_gone_too(office: Office) -> None:
    office.settings = office.settings.model_copy(update={"attempts": 1})
    office.sender.script[5] = [Retry("server error")]
    async with office.working():
        number = await queued_file(office.database)
        office.wake.ring()
        assert (await office.until(number)).state == "failed"
    assert await kept(office.database) == []


async def test_a_missing_file_ends_as_failed_and_says_why(office: Office) -> None:
    number = await queued_file(office.database)
    async with office.database.write() as session:
        await files.remove(session, 905)
    async with office.working():
        office.wake.ring()
        row = await office.until(number)
    assert (row.state, row.outcome) == ("failed", "its file is missing")
    assert office.sender.requests == []


async def test_only_the_ended_deliverys_file_goes(office: Office) -> None:
    await queued_file(office.database, 6)
    async with office.database.write() as session:
        await session.execute(
            Delivery.__table__.update().values(not_before=NOW.replace(year=2030))  # type: ignore[attr-defined]
        )
    async with office.working():
        number = await queued_file(office.database, 5)
        office.wake.ring()
        await office.until(number)
    assert await kept(office.database) == [906]


async def test_a_file_is_queued_once_however_often_its_job_runs(database: Database) -> None:
    for _ in range(2):
        async with database.write() as session:
            await files.queue_document(
                session, 5, FILE, caption="Data", person_id=1, now=NOW, once="data:1:json"
            )
    assert len(await kept(database)) == 1


@asynccontextmanager
async def sandboxed() -> AsyncIterator[tuple[Sandbox, Sender, SandboxClient]]:
    async with Sandbox(limits=Limits.off(), check_answers=True) as box:
        settings = TelegramSettings(api_base=box.base_url)
        sender = Sender(settings, SecretStr(box.token), Budget(nothing))
        await sender.open()
        try:
            async with SandboxClient(box.base_url) as people:
                yield box, sender, people
        finally:
            await sender.close()


@pytest.mark.parametrize(
    ("method", "name", "content"),
    [("sendDocument", FILE.name, FILE.content), ("sendPhoto", "undangan.png", PNG)],
)
async def test_over_real_http_the_file_arrives_as_it_was(
    office: Office, method: str, name: str, content: bytes
) -> None:
    async with sandboxed() as (box, sender, people):
        siti = await people.person("Siti", id=5)
        await siti.says("/start")
        office.sender = sender  # type: ignore[assignment]  # the real one
        async with office.working():
            number = await queued_file(
                office.database, 5, name=name, content=content, method=method
            )
            office.wake.ring()
            row = await office.until(number)
        assert (row.state, row.outcome) == ("sent", None)
        shown: Any = await siti.sees("Data")
        sent = shown["document" if method == "sendDocument" else "photo"]
        assert sent.get("file_name", name) == name
        async with httpx.AsyncClient(base_url=box.base_url) as web:
            asked = await web.get(f"/bot{box.token}/getFile", params={"file_id": sent["file_id"]})
            path = asked.json()["result"]["file_path"]
            assert (await web.get(f"/file/bot{box.token}/{path}")).content == content
    assert await kept(office.database) == []
