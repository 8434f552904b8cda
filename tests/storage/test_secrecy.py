"""Words that identify a child or a reporter: in no byte of the file and in no error's text."""

import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.drafts import Drafts, Kept
from bot.forms.draft import Draft
from bot.rules.regions import Region
from bot.rules.roles import Role
from storage import outbox
from storage.cases import file_case, open_case
from storage.database import Database
from storage.migrate import upgrade
from storage.models import PersonRow
from storage.outbox import Priority
from storage.region_import import import_regions
from tests.storage.batches import drop_drafts, write_drafts
from tests.storage.building import BANGKA, NOW, VAULT, a_person, on_disk, queued

REPORTER = 628_110_009_999
CHILD = "MELATI"
PLANTED = (CHILD, "Gang Mawar 7", "19.01.01.1001", str(REPORTER))
ANSWERS = {"child": CHILD, "village": "19.01.01.1001", "place": "Gang Mawar 7"}


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Database]:
    """A new database with one kab/kota: villages stand in every full one's table of regions."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite'}")
    await upgrade(database)
    async with database.write() as session:
        await import_regions(session, [Region(BANGKA, "Bangka", "kabkota", None)], "test")
    yield database
    await database.close()


async def report(session: AsyncSession) -> None:
    """All that one report writes: its draft, the case, the alert and the reporter's receipt."""
    drafts = Drafts(REPORTER, REPORTER, VAULT)
    drafts.put(Kept(Draft("report", 1, "account", ANSWERS)), sensitive=True)
    await write_drafts(session, drafts.changes()[0], NOW)
    _, receipt = await file_case(session, VAULT, ANSWERS, urgency="tinggi", kabkota=BANGKA, now=NOW)
    told = {"text": f"{receipt} {CHILD}"}
    row = outbox.delivery(
        REPORTER, "sendMessage", told, priority=Priority.ANSWER, now=NOW, seal_with=VAULT
    )
    await outbox.queue(session, [row])
    drafts.drop("report")
    await drop_drafts(session, list(drafts.changes()[1]))


async def test_the_bytes_of_the_file_hold_none_of_it(file: Database) -> None:
    officer = await a_person(file, 1, (Role.CASE_OFFICER, BANGKA))
    async with file.write() as session:
        await report(session)
    async with file.write() as session:
        rows = await session.execute(text("select id from cases"))
        assert await open_case(session, VAULT, officer, rows.scalar_one(), NOW)

    content = on_disk(file)

    assert b"diterima" in content  # what may stand in clear is found where it is looked for
    assert [word for word in PLANTED if word.encode() in content] == []


async def twice(session: AsyncSession) -> None:
    values = {
        "id": 1,
        "telegram_id": REPORTER,
        "name": CHILD,
        "language": "id",
        "consent_version": 1,
        "consent_at": NOW,
        "reachable": True,
        "created_at": NOW,
    }
    await session.execute(insert(PersonRow), [values])
    await session.execute(insert(PersonRow), [{**values, "id": 2}])


async def incomplete(session: AsyncSession) -> None:
    await session.execute(insert(PersonRow).values(id=1, telegram_id=REPORTER, name=CHILD))


async def unencodable(session: AsyncSession) -> None:
    await session.execute(text("select cast(:name as varchar)"), {"name": CHILD + "\ud800"})


async def no_number(session: AsyncSession) -> None:
    await session.execute(insert(PersonRow).values(id=CHILD))


@pytest.mark.parametrize("mistake", [twice, incomplete, unencodable, no_number])
async def test_an_errors_text_quotes_no_value(
    database: Database, mistake: Callable[[AsyncSession], Awaitable[None]]
) -> None:
    with pytest.raises((StatementError, UnicodeEncodeError)) as error:
        async with database.session() as session:
            await mistake(session)

    told = "".join(traceback.format_exception(error.value))
    assert [word for word in PLANTED if word in told] == []


@pytest.mark.postgres
async def test_what_postgresql_cannot_convert_is_not_quoted(postgres_database: Database) -> None:
    with pytest.raises(DBAPIError) as error:
        async with postgres_database.session() as session:
            await session.execute(text("select cast(cast(:name as text) as int)"), {"name": CHILD})

    assert CHILD not in "".join(traceback.format_exception(error.value))
    assert "22P02" in str(error.value)


async def test_an_outbox_row_that_is_refused_tells_only_which_rule(database: Database) -> None:
    number = await queued(database, REPORTER, params={"text": CHILD})
    row = outbox.delivery(
        REPORTER, "sendMessage", {"text": CHILD}, priority=Priority.ALERT, now=NOW
    )
    with pytest.raises(IntegrityError) as error:
        async with database.session() as session:
            await outbox.queue(session, [{**row, "id": number}])

    told = "".join(traceback.format_exception(error.value))
    assert CHILD not in told
    assert str(REPORTER) not in told
