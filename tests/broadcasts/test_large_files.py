"""Large files leave from the disk, piece by piece, and are gone when their delivery has ended."""

import tracemalloc
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from broadcasts.ledger import Ledger
from broadcasts.outcomes import Blocked, Refused, Retry, Sent
from storage import files
from storage.database import Database
from storage.files import Attachment
from storage.models import Delivery, OutboxFile
from tests.broadcasts.office import Office
from tests.broadcasts.test_files import kept, sandboxed
from tests.storage.building import NOW

NAME = "cikar-kegiatan-1901-2026-01-01-2026-12-31.csv"


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Path:
    found = tmp_path / "exports"
    found.mkdir()

    class Exporting(Ledger):
        """A ledger that knows the folder."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, exports=found, **named)

    office.ledger_kind = Exporting
    return found


async def queued(database: Database, path: str, **changes: Any) -> int:
    """A delivery that carries a file of the folder."""
    async with database.write() as session:
        await files.queue_document(
            session,
            5,
            Attachment(NAME, b"", path),
            caption="Data",
            person_id=1,
            now=NOW,
            once="export:1:file",
            **changes,
        )
        number = await session.scalar(select(Delivery.id))
    assert isinstance(number, int)
    return number


async def test_over_real_http_it_arrives_whole_without_being_read_into_memory(
    office: Office, folder: Path
) -> None:
    content = b"0123456789abcdef" * (8 * 1024 * 1024 // 16)
    (folder / "1.csv").write_bytes(content)
    async with sandboxed() as (box, sender, people):
        siti = await people.person("Siti", id=5)
        await siti.says("/start")
        office.sender = sender  # type: ignore[assignment]  # the real one
        async with office.working():
            number = await queued(office.database, "1.csv")
            office.wake.ring()
            row = await office.until(number)
        assert (row.state, row.outcome) == ("sent", None)
        shown: Any = await siti.sees("Data")
        sent = shown["document"]
        assert (sent["name"], sent["size"]) == (NAME, len(content))
        async with httpx.AsyncClient(base_url=box.base_url) as web:
            asked = await web.get(f"/bot{box.token}/getFile", params={"file_id": sent["file_id"]})
            found = await web.get(f"/file/bot{box.token}/{asked.json()['result']['file_path']}")
        assert found.content == content
    assert await kept(office.database) == []
    assert list(folder.iterdir()) == []


async def test_of_a_file_on_the_disk_the_bytes_are_not_loaded(office: Office, folder: Path) -> None:
    (folder / "1.csv").write_bytes(bytes(8 * 1024 * 1024))
    await queued(office.database, "1.csv")
    ledger = office.ledger()
    (row,) = await ledger.claim(1)
    tracemalloc.start()
    try:
        _, params = await ledger.content(row)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert params["document"] == Attachment(NAME, b"", str(folder / "1.csv"))
    assert most < 4 * 1024 * 1024


@pytest.mark.parametrize("outcome", [Sent(7), Refused("Bad Request: no")])
async def test_it_goes_with_the_end_of_its_delivery(
    office: Office, folder: Path, outcome: Any
) -> None:
    (folder / "1.csv").write_bytes(b"x")
    office.sender.script[5] = [Retry("server error"), outcome]
    async with office.working():
        number = await queued(office.database, "1.csv")
        office.wake.ring()
        await office.requested(1)
        await office.until(number, "queued")
        assert (folder / "1.csv").exists()
        office.clock.advance(minutes=2)
        office.wake.ring()
        await office.until(number)
        await office.looks_around()
    assert list(folder.iterdir()) == []
    assert await kept(office.database) == []


async def test_of_somebody_who_blocked_the_bot_the_row_goes_at_once(
    office: Office, folder: Path
) -> None:
    (folder / "1.csv").write_bytes(b"x")
    office.sender.script[5] = [Blocked("Forbidden")]
    async with office.working():
        number = await queued(office.database, "1.csv")
        office.wake.ring()
        await office.until(number)
    async with office.database.session() as session:
        assert (await session.scalars(select(OutboxFile))).all() == []


@pytest.mark.parametrize("path", ["1.csv", "../cikar.sqlite", "/etc/hostname"])
async def test_what_is_not_in_the_folder_is_not_sent(
    office: Office, folder: Path, path: str
) -> None:
    async with office.working():
        number = await queued(office.database, path)
        office.wake.ring()
        row = await office.until(number)
    assert (row.state, row.outcome) == ("failed", "its file is missing")
    assert office.sender.requests == []


async def test_one_that_waited_too_long_expires(office: Office, folder: Path) -> None:
    (folder / "1.csv").write_bytes(b"x")
    number = await queued(office.database, "1.csv", expires_at=NOW + timedelta(hours=24))
    office.clock.advance(hours=24)
    async with office.working():
        office.wake.ring()
        assert (await office.until(number)).state == "expired"
    assert await kept(office.database) == []
