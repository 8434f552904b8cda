"""How deliveries end, what stays of them, and what is sealed on the way."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage import claims, outbox
from storage.claims import FINAL, Ending
from storage.database import Database
from storage.models import Delivery
from storage.outbox import Priority
from storage.secrets import Vault
from tests.storage.building import (
    NOW,
    OTHER_VAULT,
    VAULT,
    begun,
    claimed,
    delivery,
    on_disk,
    queued,
)

LATER = NOW + timedelta(seconds=9)


async def settling(database: Database, ending: Ending) -> bool:
    async with database.write() as session:
        return await claims.settle(session, ending, who="first", now=NOW)


async def sending(database: Database, **changes: object) -> int:
    """A delivery whose request has left."""
    number = await queued(database, **changes)  # type: ignore[arg-type]
    await claimed(database)
    await begun(database, [number])
    return number


@pytest.mark.parametrize("state", FINAL)
async def test_an_ending_is_final_and_empties_what_was_sealed(
    database: Database, state: str
) -> None:
    number = await sending(database, seal_with=VAULT)

    assert await settling(database, Ending(number, state, outcome="x" * 300, message_id=44))

    row = await delivery(database, number)
    assert (row.state, row.done_at, row.message_id) == (state, NOW, 44)
    assert (row.sealed, row.chat_id, row.params) == (None, None, None)
    assert (row.lease_by, row.lease_until) == (None, None)
    assert row.outcome == "x" * 120
    assert await claimed(database, "second", now=LATER) == []
    assert not await settling(database, Ending(number, "queued"))


async def test_a_later_try_waits_for_its_time_and_keeps_its_words(database: Database) -> None:
    number = await sending(database, chat=8, seal_with=VAULT)

    await settling(database, Ending(number, "queued", outcome="429", not_before=LATER))

    assert await claimed(database) == []
    (row,) = await claimed(database, now=LATER)
    assert (row.chat_id, row.params, row.attempts) == (8, {"text": "halo"}, 1)
    assert (await delivery(database, number)).done_at is None


async def test_a_flood_wait_does_not_count_as_a_try(database: Database) -> None:
    number = await sending(database)

    await settling(database, Ending(number, "queued", not_before=NOW, attempts=0))

    assert (await claimed(database))[0].attempts == 0


async def test_a_group_that_became_a_supergroup_takes_its_queue_along(database: Database) -> None:
    moved = await sending(database, chat=-5)
    follows = await queued(database, -5)
    done = await queued(database, -5)
    async with database.write() as session:
        await session.execute(update(Delivery).where(Delivery.id == done).values(state="sent"))
    other = await queued(database, -6)

    await settling(database, Ending(moved, "queued", not_before=NOW, chat_id=-100_5))
    async with database.write() as session:
        await outbox.migrate_chat(session, -5, -100_5)

    chats = {row.id: row.chat_id for row in await claimed(database)}
    assert chats == {moved: -100_5, follows: -100_5, other: -6}
    assert (await delivery(database, done)).chat_id == -5


async def test_a_sealed_row_shows_neither_chat_nor_words(database: Database) -> None:
    number = await queued(
        database, 62_811_000, params={"text": "MELATI"}, priority=Priority.ALERT, seal_with=VAULT
    )

    row = await delivery(database, number)

    assert (row.chat_id, row.params) == (None, None)
    assert row.sealed is not None
    assert b"MELATI" not in row.sealed
    assert b"62811000" not in row.sealed
    (opened,) = await claimed(database)
    assert (opened.chat_id, opened.params, opened.is_sealed) == (
        62_811_000,
        {"text": "MELATI"},
        True,
    )


@pytest.mark.parametrize("vault", [OTHER_VAULT, None])
async def test_without_the_right_key_a_sealed_row_has_no_chat(
    database: Database, vault: Vault | None
) -> None:
    await queued(database, 8, seal_with=VAULT)
    plain = await queued(database, 9)

    sealed, other = await claimed(database, vault=vault)

    assert (sealed.chat_id, sealed.params, sealed.is_sealed) == (0, {}, True)
    assert (other.id, other.chat_id) == (plain, 9)


@pytest.mark.parametrize("damage", [b"", b"\x01", b"\x01short", b"\x02" + b"x" * 40])
async def test_a_damaged_row_does_not_keep_the_others_from_being_claimed(
    database: Database, damage: bytes
) -> None:
    broken = await queued(database, 8, seal_with=VAULT)
    whole = await queued(database, 9)
    async with database.write() as session:
        await session.execute(update(Delivery).where(Delivery.id == broken).values(sealed=damage))

    rows = await claimed(database)

    assert [(row.id, row.chat_id) for row in rows] == [(broken, 0), (whole, 9)]


async def test_sealed_words_of_one_row_do_not_open_in_another(database: Database) -> None:
    first = await queued(database, 8, seal_with=VAULT)
    second = await queued(database, 9, seal_with=VAULT)
    async with database.write() as session:
        row = await session.get(Delivery, first)
        assert row is not None
        await session.execute(
            update(Delivery).where(Delivery.id == second).values(sealed=row.sealed)
        )

    assert [row.chat_id for row in await claimed(database)] == [8, 0]


async def test_once_delivered_the_file_holds_nothing_of_a_sealed_row(
    sqlite_database: Database,
) -> None:
    number = await queued(sqlite_database, 62_811_000, params={"text": "MELATI"}, seal_with=VAULT)
    sealed = (await delivery(sqlite_database, number)).sealed
    assert sealed is not None
    assert sealed in on_disk(sqlite_database)
    await claimed(sqlite_database)

    await settling(sqlite_database, Ending(number, "sent", message_id=1))

    content = on_disk(sqlite_database)
    assert b"MELATI" not in content
    assert b"62811000" not in content
