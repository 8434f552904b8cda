"""The token's budget in the database: processes that share it never send closer than agreed."""

import asyncio
import itertools
import time
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text

from storage import pace
from storage.database import Database
from storage.models import Pace
from tests.databases import another

INTERVAL = 10.0


async def reserving(database: Database) -> float:
    """The moment of the slot that was taken, as this machine's clock tells it."""
    async with database.write() as session:
        wait = await pace.reserve(session, INTERVAL)
    return time.time() + wait


@pytest.fixture
async def shared(database: Database) -> Database:
    async with database.write() as session:
        await pace.prepare(session)
    return database


async def test_slots_of_two_processes_are_an_interval_apart(shared: Database) -> None:
    async with another(shared) as elsewhere:
        slots = await asyncio.gather(
            *(reserving(place) for place in (shared, elsewhere) for _ in range(5))
        )

    slots.sort()
    gaps = [later - earlier for earlier, later in itertools.pairwise(slots)]
    assert len(gaps) == 9
    assert all(INTERVAL - 1 < gap < INTERVAL + 1 for gap in gaps)


async def test_an_idle_time_is_not_saved_up_for_a_burst(shared: Database) -> None:
    async with shared.write() as session:
        await session.execute(text("update pace set next_at = 1000"))
    before = time.time()

    first, second = await reserving(shared), await reserving(shared)

    assert first - before < 1
    assert INTERVAL - 1 < second - first < INTERVAL + 1


async def test_preparing_again_keeps_the_slots_taken(shared: Database) -> None:
    await reserving(shared)
    async with shared.session() as session:
        before = await session.scalar(select(Pace.next_at))
    async with shared.write() as session:
        await pace.prepare(session)

    async with shared.session() as session:
        assert await session.scalar(select(Pace.next_at)) == before


async def test_a_call_waits_for_its_slot(shared: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(pace, "asyncio", SimpleNamespace(sleep=sleep))
    acquire = pace.shared_acquire(shared, per_second=1 / INTERVAL)

    for _ in range(3):
        await acquire()

    assert [round(wait / INTERVAL) for wait in waits if wait > 1] == [1, 2]


async def test_waiting_for_the_files_lock_is_not_taken_for_now(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock read before the wait would be old, and its slot later than it says."""
    looks: list[float] = []

    def now() -> float:
        looks.append(time.time())
        return looks[-1]

    async with sqlite_database.write() as session:
        await pace.prepare(session)
    monkeypatch.setattr(pace, "time", SimpleNamespace(time=now))
    async with another(sqlite_database) as elsewhere, asyncio.TaskGroup() as group:
        async with elsewhere.session() as session:
            await session.execute(text("update pace set next_at = 0"))
            waiting = group.create_task(reserving(sqlite_database))
            for _ in range(20):
                await asyncio.sleep(0)
            assert looks == []
            await session.commit()
        await waiting

    assert len(looks) == 1
