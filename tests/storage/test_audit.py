"""The log of reads: whoever changes, removes or reorders its rows is found out."""

import asyncio
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from storage import audit
from storage.database import Database
from storage.models import AuditEntry
from storage.secrets import Vault
from tests.databases import another
from tests.storage.building import NOW, OTHER_VAULT, VAULT


async def recording(database: Database, subject: str, actor: int | None = 5) -> None:
    async with database.write() as session:
        await audit.record(
            session, VAULT, at=NOW, actor=actor, act="read", subject=subject, outcome="done"
        )


async def verifying(database: Database, vault: Vault = VAULT) -> tuple[int, int | None]:
    async with database.session() as session:
        return await audit.verify(session, vault)


async def tampering(database: Database, *statements: str) -> None:
    async with database.write() as session:
        for sql in statements:
            await session.execute(text(sql))


@pytest.fixture
async def log(database: Database) -> Database:
    """Five reads, written down."""
    for number in range(1, 6):
        await recording(database, f"case{number}", None if number == 1 else number)
    return database


async def test_an_untouched_log_fits(log: Database) -> None:
    assert await verifying(log) == (5, None)


async def test_an_empty_log_fits(database: Database) -> None:
    assert await verifying(database) == (0, None)


@pytest.mark.parametrize(
    "change",
    [
        "actor = 99",
        "actor = null",
        "act = 'list'",
        "subject = 'case9'",
        "outcome = 'refused'",
        "at = '2026-11-20 03:00:00+00:00'",
    ],
)
async def test_an_altered_row_is_found(log: Database, change: str) -> None:
    if log.is_sqlite:
        change = change.replace("+00:00", ".000000")
    await tampering(log, f"update audit set {change} where number = 3")

    assert await verifying(log) == (3, 3)


async def test_the_first_row_of_nobody_cannot_be_given_to_somebody(log: Database) -> None:
    await tampering(log, "update audit set actor = 5 where number = 1")

    assert await verifying(log) == (1, 1)


@pytest.mark.parametrize("number", [1, 3, 4])
async def test_a_removed_row_is_found(log: Database, number: int) -> None:
    await tampering(log, f"delete from audit where number = {number}")

    assert await verifying(log) == (number, number + 1)


async def test_a_removed_row_is_found_when_the_rest_is_renumbered(log: Database) -> None:
    await tampering(
        log,
        "delete from audit where number = 3",
        "update audit set number = 3 where number = 4",
        "update audit set number = 4 where number = 5",
    )

    assert await verifying(log) == (3, 3)


async def test_rows_that_changed_places_are_found(log: Database) -> None:
    await tampering(
        log,
        "update audit set number = 90 where number = 2",
        "update audit set number = 2 where number = 3",
        "update audit set number = 3 where number = 90",
    )

    assert await verifying(log) == (2, 2)


async def test_an_old_row_put_back_into_a_rewritten_log_is_found(log: Database) -> None:
    """Each row is genuine by itself; only the chain tells that they never stood together."""
    await tampering(
        log,
        "create table kept as select * from audit where number = 4",
        "delete from audit where number > 2",
    )
    for subject in ("other3", "other4", "other5"):
        await recording(log, subject)
    assert await verifying(log) == (5, None)

    await tampering(
        log,
        "delete from audit where number = 4",
        "insert into audit select * from kept",
    )

    assert await verifying(log) == (4, 4)


async def test_another_key_cannot_write_a_log_that_fits(log: Database) -> None:
    assert await verifying(log, OTHER_VAULT) == (1, 1)


async def test_a_cut_tail_is_not_found_from_within(log: Database) -> None:
    """The chain cannot tell; only the number of rows, noted elsewhere, can."""
    await tampering(log, "delete from audit where number > 3")

    assert await verifying(log) == (3, None)


async def test_a_row_added_after_a_cut_tail_continues_the_chain(log: Database) -> None:
    await recording(log, "case6")

    assert await verifying(log) == (6, None)


async def test_the_time_of_any_zone_reads_back_and_fits(database: Database) -> None:
    local = datetime(2026, 11, 19, 10, 0, 0, 123456, timezone(timedelta(hours=7)))
    async with database.write() as session:
        await audit.record(
            session, VAULT, at=local, actor=1, act="read", subject="c", outcome="done"
        )

    assert await verifying(database) == (1, None)
    async with database.session() as session:
        row = await session.get(AuditEntry, 1)
    assert row is not None
    assert row.at == local


async def test_reads_at_the_same_time_stand_in_one_chain(database: Database) -> None:
    async with another(database) as elsewhere:
        await asyncio.gather(
            *(recording(place, f"c{n}") for place in (database, elsewhere) for n in range(6))
        )

    assert await verifying(database) == (12, None)


async def test_a_read_that_is_rolled_back_leaves_no_gap(log: Database) -> None:
    async with log.session() as session:
        await audit.record(session, VAULT, at=NOW, actor=1, act="read", subject="c", outcome="done")
    await recording(log, "case6")

    assert await verifying(log) == (6, None)
