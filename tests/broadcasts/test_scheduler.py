"""What is due is fired once, at its time or within its grace."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import StorageTrouble
from bot.rules.roles import Person, Role
from broadcasts import scheduler as scheduler_module
from broadcasts.scheduler import Scheduler
from broadcasts.wake import heard
from storage import audiences
from storage.database import Database
from storage.models import BroadcastRun
from tests.broadcasts.watching import Watch
from tests.databases import another
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_broadcast, a_person

HOUR = timedelta(hours=1)


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


@pytest.fixture
async def sender(database: Database) -> Person:
    for number in range(2, 9):
        await a_person(database, number, (Role.CADRE, KENANGA))
    return await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))


async def test_what_is_due_goes_to_everybody_meant(watch: Watch, sender: Person) -> None:
    await a_broadcast(watch.database, sender)
    scheduler = watch.scheduler()

    assert await scheduler.turn() < 0.1  # and looks again at once
    assert (await watch.broadcast()).state == "preparing"
    await scheduler.turn()

    assert (await watch.broadcast()).state == "running"
    assert await watch.recipients() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (await watch.told())[0] == "📣 Siaran mulai dikirim…"


async def test_what_is_due_later_waits(watch: Watch, sender: Person) -> None:
    await a_broadcast(watch.database, sender, due_at=NOW + HOUR)
    scheduler = watch.scheduler()

    await scheduler.turn()
    assert (await watch.broadcast()).state == "scheduled"
    assert await watch.told() == []

    watch.clock.advance(hours=1)
    await scheduler.turn()
    assert (await watch.broadcast()).state == "preparing"


@pytest.mark.parametrize(("hours", "state"), [(6, "preparing"), (6.01, "skipped"), (99, "skipped")])
async def test_what_was_missed_is_caught_up_within_its_grace(
    watch: Watch, sender: Person, hours: float, state: str
) -> None:
    await a_broadcast(watch.database, sender)
    watch.clock.advance(hours=hours)
    scheduler = watch.scheduler()

    for _ in range(3):
        await scheduler.turn()

    found = await watch.broadcast()
    if state == "skipped":
        assert (found.state, found.done_at) == ("skipped", watch.clock.now())
        assert await watch.recipients() == []
        (text,) = await watch.told()
        assert "terlewat" in text
        assert "Kamis, 19 November 2026 10.00 WIB" in text
    else:
        assert found.state == "running"
        assert len(await watch.recipients()) == 8
    async with watch.database.session() as session:
        run = (await session.scalars(select(BroadcastRun))).one()
    assert run.outcome == ("skipped" if state == "skipped" else "fired")


@pytest.mark.parametrize("state", ["draft", "discarded", "done", "skipped"])
async def test_what_is_not_confirmed_or_already_over_does_not_fire(
    watch: Watch, sender: Person, state: str
) -> None:
    await a_broadcast(watch.database, sender, state=state)

    await watch.scheduler().turn()

    assert (await watch.broadcast()).state == state
    assert await watch.recipients() == []


async def test_two_schedulers_fire_once_and_double_nobody(watch: Watch, sender: Person) -> None:
    await a_broadcast(watch.database, sender)
    await a_broadcast(watch.database, sender, id=2, region_code=BANGKA)

    async with another(watch.database) as elsewhere:
        schedulers = [watch.scheduler(), watch.scheduler(elsewhere)]
        for _ in range(3):
            await asyncio.gather(*(scheduler.turn() for scheduler in schedulers))

    assert await watch.recipients() == sorted([*range(1, 9), *range(2, 9)])
    assert (await watch.told()).count("📣 Siaran mulai dikirim…") == 2
    assert {(await watch.broadcast(n)).state for n in (1, 2)} == {"running"}


async def test_a_scheduler_that_stopped_half_way_is_continued(watch: Watch, sender: Person) -> None:
    broadcast = await a_broadcast(watch.database, sender)
    first = watch.scheduler()
    await first.turn()
    async with watch.database.write() as session:
        assert not await audiences.materialise(session, broadcast, limit=3, now=NOW)

    await watch.scheduler().turn()

    assert await watch.recipients() == [1, 2, 3, 4, 5, 6, 7, 8]


@asynccontextmanager
async def on_duty(scheduler: Scheduler) -> AsyncIterator[None]:
    """The scheduler runs inside the block."""
    task = asyncio.create_task(scheduler.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(watch: Watch, state: str) -> None:
    async with asyncio.timeout(10):
        while True:
            if (await watch.broadcast()).state == state:
                return
            await asyncio.sleep(0.01)


async def test_a_confirmed_broadcast_fires_at_the_bell_and_rings_for_the_deliverer(
    watch: Watch, sender: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def heard_only(event: asyncio.Event, pause: float) -> bool:
        return await heard(event, 3600 if pause >= watch.look else pause)

    monkeypatch.setattr(scheduler_module, "heard", heard_only)
    deliverers_bell = watch.wake.listener()
    async with on_duty(watch.scheduler()):
        await asyncio.sleep(0.05)  # it has looked, and found nothing
        await a_broadcast(watch.database, sender)
        watch.wake.ring()
        deliverers_bell.clear()
        await until(watch, "running")

    assert deliverers_bell.is_set()


@pytest.mark.parametrize("error", [StorageTrouble("no answer"), ValueError("a bug")])
async def test_trouble_does_not_end_the_scheduler(
    watch: Watch, sender: Person, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    await a_broadcast(watch.database, sender)
    watch.look = 0.01
    scheduler = watch.scheduler()
    turn: Callable[[], Awaitable[float]] = scheduler.turn
    errors = [error, error]

    async def failing() -> float:
        if errors:
            raise errors.pop()
        return await turn()

    monkeypatch.setattr(scheduler, "turn", failing)
    async with on_duty(scheduler):
        await until(watch, "running")
    assert errors == []
