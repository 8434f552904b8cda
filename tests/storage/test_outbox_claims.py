"""The outbox shared out: the most urgent first, every row to one deliverer only."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from storage import claims, outbox
from storage.database import Database
from storage.outbox import Priority
from tests.databases import another
from tests.storage.building import (
    BANGKA,
    LEASE,
    NOW,
    a_person,
    begun,
    claimed,
    deliveries,
    delivery,
    queued,
)

SECOND = timedelta(seconds=1)


async def many(database: Database, count: int) -> set[int]:
    rows = [
        outbox.delivery(chat, "sendMessage", {"text": "x"}, priority=Priority.BROADCAST, now=NOW)
        for chat in range(1, count + 1)
    ]
    async with database.write() as session:
        await outbox.queue(session, rows)
    return {row["id"] for row in rows}


async def test_a_claim_holds_everything_the_request_needs(database: Database) -> None:
    number = await queued(
        database,
        -100_123,
        method="sendPhoto",
        params={"photo": "F1", "caption": "Posyandu"},
        priority=Priority.REMINDER,
        expires_at=NOW + SECOND,
    )

    (row,) = await claimed(database)

    assert (row.id, row.method, row.chat_id) == (number, "sendPhoto", -100_123)
    assert row.params == {"photo": "F1", "caption": "Posyandu"}
    assert (row.priority, row.attempts, row.expires_at) == (3, 0, NOW + SECOND)
    assert (row.broadcast_id, row.is_sealed) == (None, False)
    kept = await delivery(database, number)
    assert (kept.state, kept.lease_by, kept.lease_until) == ("claimed", "first", LEASE)


async def test_urgent_rows_go_first_and_older_ones_before_newer(database: Database) -> None:
    order = [Priority.BROADCAST, Priority.ANSWER, Priority.ALERT, Priority.ANSWER, Priority.ALERT]
    numbers = [await queued(database, priority=priority) for priority in order]

    rows = await claimed(database, limit=4)

    assert [row.id for row in rows] == [numbers[at] for at in (2, 4, 1, 3)]
    assert [row.id for row in await claimed(database)] == [numbers[0]]


async def test_what_one_update_queues_leaves_in_its_order(database: Database) -> None:
    rows = [
        outbox.delivery(7, "sendMessage", {"text": str(n)}, priority=Priority.ANSWER, now=NOW)
        for n in range(50)
    ]
    async with database.write() as session:
        await outbox.queue(session, rows)

    assert [row.params["text"] for row in await claimed(database)] == [str(n) for n in range(50)]


async def test_only_what_is_due_is_claimed(database: Database) -> None:
    late = await queued(database, not_before=NOW + SECOND)
    early = await queued(database, not_before=NOW - SECOND)

    assert [row.id for row in await claimed(database)] == [early]
    async with database.session() as session:
        assert await outbox.next_due(session) == NOW + SECOND
    assert [row.id for row in await claimed(database, now=NOW + SECOND)] == [late]


async def test_urgent_rows_can_be_claimed_alone(database: Database) -> None:
    await queued(database, priority=Priority.BROADCAST)
    await queued(database, priority=Priority.REMINDER)
    urgent = [await queued(database, priority=one) for one in (Priority.ALERT, Priority.ANSWER)]

    rows = await claimed(database, below=Priority.REMINDER)

    assert [row.id for row in rows] == urgent


async def test_a_claimed_row_is_not_claimed_again(database: Database) -> None:
    await queued(database)

    assert len(await claimed(database, "first")) == 1
    assert await claimed(database, "second") == []


async def test_deliverers_side_by_side_share_the_work(database: Database) -> None:
    """Each takes small batches until nothing is left: none twice, none forgotten."""
    numbers = await many(database, 90)
    taken: list[int] = []

    async def work(place: Database, who: str) -> None:
        while rows := await claimed(place, who, limit=7):
            taken.extend(row.id for row in rows)
            assert await begun(place, [row.id for row in rows], who) == {row.id for row in rows}

    async with another(database) as elsewhere, asyncio.TaskGroup() as group:
        for place in (database, elsewhere):
            for who in ("a", "b"):
                group.create_task(work(place, who + str(id(place))))

    assert sorted(taken) == sorted(numbers)
    assert {row.state for row in await deliveries(database)} == {"sending"}


@pytest.mark.postgres
async def test_a_claim_passes_by_rows_that_another_is_just_claiming(
    postgres_database: Database,
) -> None:
    numbers = sorted(await many(postgres_database, 10))

    async with postgres_database.session() as session:
        first = await claims.claim(session, None, who="a", limit=5, now=NOW, until=LEASE)
        async with asyncio.timeout(10):  # without SKIP LOCKED it would wait for ever
            second = await claimed(postgres_database, "b", limit=5)
        await session.commit()

    assert [row.id for row in first] == numbers[:5]
    assert [row.id for row in second] == numbers[5:]


@pytest.mark.postgres
async def test_a_claim_keeps_to_its_limit_however_postgresql_plans_it(
    postgres_database: Database,
) -> None:
    await many(postgres_database, 300)

    async with postgres_database.session() as session:
        for way in ("hashagg", "hashjoin", "mergejoin", "sort", "material"):
            await session.execute(text(f"set local enable_{way} = off"))
        rows = await claims.claim(session, None, who="a", limit=2, now=NOW, until=LEASE)

    assert len(rows) == 2


async def test_the_index_of_open_rows_serves_the_claim(database: Database) -> None:
    await many(database, 200)
    sql = (
        "select id from deliveries where state = 'queued' and not_before <= '2027-01-01' "
        "order by priority, id limit 32"
    )
    async with database.session() as session:
        connection = await session.connection()
        explain = "explain query plan" if database.is_sqlite else "explain"
        if not database.is_sqlite:
            await session.execute(text("set local enable_seqscan = off"))
        plan = str((await connection.exec_driver_sql(f"{explain} {sql}")).all())

    assert "ix_deliveries_queued" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


async def test_the_same_thing_is_queued_once(database: Database) -> None:
    first = await queued(database, once="alert:1", params={"text": "one"})
    await queued(database, once="alert:1", params={"text": "two"})
    other = await queued(database, once="alert:2")

    rows = await claimed(database)

    assert [row.id for row in rows] == [first, other]
    assert rows[0].params == {"text": "one"}


async def test_the_same_thing_from_two_processes_at_once_is_queued_once(database: Database) -> None:
    async def offer(place: Database, **changes: Any) -> int:
        return await queued(place, once="end:1", **changes)

    async with another(database) as elsewhere:
        await asyncio.gather(*(offer(place) for place in (database, elsewhere) for _ in range(3)))

    assert len(await deliveries(database)) == 1


async def test_what_is_rolled_back_is_never_delivered(database: Database) -> None:
    await a_person(database, 1)
    row = outbox.delivery(1, "sendMessage", {"text": BANGKA}, priority=Priority.ALERT, now=NOW)
    async with database.session() as session:
        await outbox.queue(session, [row])

    assert await claimed(database) == []
