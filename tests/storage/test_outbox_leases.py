"""Deliverers that die, stop or lose their hold: what becomes of the rows they had."""

from datetime import timedelta

import pytest

from storage import claims
from storage.claims import Ending
from storage.database import Database
from storage.outbox import Priority
from tests.storage.building import (
    LEASE,
    NOW,
    VAULT,
    begun,
    claimed,
    deliveries,
    delivery,
    queued,
)

OVER = LEASE + timedelta(seconds=1)


async def recovering(database: Database, now: object = OVER) -> tuple[int, int]:
    async with database.write() as session:
        return await claims.recover(session, now)  # type: ignore[arg-type]


async def settling(database: Database, ending: Ending, who: str = "first") -> bool:
    async with database.write() as session:
        return await claims.settle(session, ending, who=who, now=NOW)


async def test_nothing_is_taken_from_a_living_deliverer(database: Database) -> None:
    await queued(database, priority=Priority.BROADCAST)
    await claimed(database)

    assert await recovering(database, LEASE - timedelta(seconds=1)) == (0, 0)
    assert {row.state for row in await deliveries(database)} == {"claimed"}


@pytest.mark.parametrize("priority", list(Priority))
async def test_what_was_never_requested_returns_to_the_queue(
    database: Database, priority: Priority
) -> None:
    number = await queued(database, priority=priority)
    await claimed(database)

    assert await recovering(database) == (1, 0)

    row = await delivery(database, number)
    assert (row.state, row.lease_by, row.lease_until) == ("queued", None, None)
    assert [one.id for one in await claimed(database, "second")] == [number]


@pytest.mark.parametrize("priority", [Priority.ALERT, Priority.DELETION, Priority.ANSWER])
async def test_a_begun_alert_or_answer_is_sent_again(
    database: Database, priority: Priority
) -> None:
    number = await queued(database, priority=priority)
    await claimed(database)
    await begun(database, [number])

    assert await recovering(database) == (1, 0)

    (row,) = await claimed(database, "second")
    assert (row.id, row.attempts) == (number, 1)


@pytest.mark.parametrize("priority", [Priority.REMINDER, Priority.BROADCAST])
async def test_a_begun_reminder_or_broadcast_is_left_uncertain(
    database: Database, priority: Priority
) -> None:
    number = await queued(database, priority=priority)
    await claimed(database)
    await begun(database, [number])

    assert await recovering(database) == (0, 1)

    row = await delivery(database, number)
    assert (row.state, row.done_at, row.lease_by) == ("uncertain", OVER, None)
    assert row.outcome == "the deliverer stopped after sending"
    assert await claimed(database, "second") == []


async def test_an_uncertain_row_keeps_nothing_sealed(database: Database) -> None:
    number = await queued(database, priority=Priority.REMINDER, seal_with=VAULT)
    await claimed(database)
    await begun(database, [number])

    await recovering(database)

    assert (await delivery(database, number)).sealed is None


async def test_a_sealed_alert_that_returns_keeps_what_it_says(database: Database) -> None:
    await queued(database, 8, priority=Priority.ALERT, seal_with=VAULT)
    (row,) = await claimed(database)
    await begun(database, [row.id])

    await recovering(database)

    (row,) = await claimed(database, "second")
    assert (row.chat_id, row.params) == (8, {"text": "halo"})


async def test_beginning_is_refused_to_one_who_was_taken_over(database: Database) -> None:
    number = await queued(database)
    await claimed(database, "first")
    await recovering(database)
    await claimed(database, "second")

    assert await begun(database, [number], "first") == set()
    assert await begun(database, [number], "second") == {number}
    assert (await delivery(database, number)).attempts == 1


async def test_a_row_is_begun_once(database: Database) -> None:
    number = await queued(database)
    await claimed(database)

    assert await begun(database, [number]) == {number}
    assert await begun(database, [number]) == set()
    row = await delivery(database, number)
    assert (row.state, row.begun_at, row.attempts) == ("sending", NOW, 1)


async def test_an_ending_is_refused_to_one_who_was_taken_over(database: Database) -> None:
    number = await queued(database)
    await claimed(database, "first")
    await begun(database, [number], "first")
    await recovering(database)
    await claimed(database, "second")

    assert not await settling(database, Ending(number, "sent", message_id=5), "first")

    row = await delivery(database, number)
    assert (row.state, row.lease_by, row.message_id) == ("claimed", "second", None)


async def test_only_what_is_in_hand_keeps_its_lease(database: Database) -> None:
    """A row whose ending could not be noted must not be held for ever by its living deliverer."""
    held, slipped = await queued(database, 1), await queued(database, 2)
    await claimed(database)
    later = OVER + timedelta(seconds=20)
    async with database.write() as session:
        await claims.renew(session, [held], who="first", until=later)
        await claims.renew(session, [held, slipped], who="second", until=later)

    assert await recovering(database) == (1, 0)

    assert (await delivery(database, held)).lease_until == later
    assert (await delivery(database, slipped)).state == "queued"


async def test_an_orderly_stop_gives_back_what_was_not_begun(database: Database) -> None:
    kept = await queued(database, 1)
    going = await queued(database, 2)
    await claimed(database, "first")
    await begun(database, [going], "first")
    others = await queued(database, 3)
    await claimed(database, "second")

    async with database.write() as session:
        await claims.release(session, who="first")

    states = {row.id: (row.state, row.lease_by) for row in await deliveries(database)}
    assert states == {
        kept: ("queued", None),
        going: ("sending", "first"),
        others: ("claimed", "second"),
    }
