"""The worker: tries again with growing pauses, waits, goes on after a death, outlives trouble."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import select

from bot.clock import ManualClock
from bot.errors import StorageTrouble
from bot.rules.regions import Book
from bot.settings import Settings
from broadcasts.jobs import ATTEMPTS, LONGEST_PAUSE, NotYet, Tools, Worker
from broadcasts.wake import Wake
from storage import jobs
from storage.database import Database
from storage.jobs import ClaimedJob
from storage.models import Job, Mark
from tests.storage.building import NOW

LEASE = timedelta(minutes=2)
Work = Callable[[Tools, ClaimedJob], Awaitable[str | None]]


class Workshop:
    """A worker whose runner the test writes, and whose time it moves."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = ManualClock(NOW)
        self.wake = Wake()
        self.runners: dict[str, Work] = {}

    def worker(self, who: str = "worker", lease: timedelta = LEASE) -> Worker:
        tools = Tools(
            self.database, self.clock, Settings(), None, Book(()), cast(Any, None), self.wake
        )
        return Worker(tools, self.runners, who=who, lease=lease)

    async def asks(self, kind: str = "copy", **changes: Any) -> None:
        async with self.database.write() as session:
            await jobs.ask(session, jobs.job(kind, {"n": 1}, now=self.clock.now(), **changes))

    async def job(self) -> Job:
        async with self.database.session() as session:
            return (await session.scalars(select(Job))).one()


@pytest.fixture
def shop(database: Database) -> Workshop:
    return Workshop(database)


async def test_a_job_is_done_once_with_a_word_on_how(shop: Workshop) -> None:
    seen: list[int] = []

    async def runs(tools: Tools, job: ClaimedJob) -> str:
        seen.append(job.params["n"])
        return "two files"

    shop.runners["copy"] = runs
    await shop.asks()
    worker = shop.worker()
    assert await worker.turn()
    assert not await worker.turn()
    job = await shop.job()
    assert (seen, job.state, job.outcome, job.done_at) == ([1], "done", "two files", NOW)


async def test_a_failing_job_is_tried_with_growing_pauses_and_given_up(shop: Workshop) -> None:
    async def fails(tools: Tools, job: ClaimedJob) -> None:
        raise ValueError

    shop.runners["copy"] = fails
    await shop.asks()
    worker, pauses = shop.worker(), []
    for _ in range(ATTEMPTS - 1):
        assert await worker.turn()
        job = await shop.job()
        assert job.state == "queued"
        pauses.append(job.due_at - shop.clock.now())
        assert not await worker.turn()
        shop.clock.at = job.due_at
    assert pauses == sorted(set(pauses))
    assert pauses[-1] <= LONGEST_PAUSE
    await worker.turn()
    job = await shop.job()
    assert (job.state, job.outcome) == ("failed", "ValueError")


async def test_what_has_a_deadline_is_not_given_up_before_it(shop: Workshop) -> None:
    async def fails(tools: Tools, job: ClaimedJob) -> None:
        raise ValueError

    shop.runners["erase"] = fails
    await shop.asks("erase", deadline_at=NOW + timedelta(hours=72))
    worker = shop.worker()
    while (job := await shop.job()).state == "queued":
        shop.clock.at = max(shop.clock.at, job.due_at)
        await worker.turn()
    assert job.attempts > ATTEMPTS
    assert shop.clock.at > NOW + timedelta(hours=70)


async def test_waiting_for_something_never_makes_a_job_fail(shop: Workshop) -> None:
    async def waits(tools: Tools, job: ClaimedJob) -> None:
        raise NotYet(tools.clock.now() + timedelta(days=1), "legal hold")

    shop.runners["copy"] = waits
    await shop.asks()
    worker = shop.worker()
    for _ in range(3 * ATTEMPTS):
        assert await worker.turn()
        shop.clock.advance(days=1)
    job = await shop.job()
    assert (job.state, job.outcome, job.attempts) == ("queued", "legal hold", 0)


async def test_a_kind_nobody_knows_is_a_failure_and_not_the_end(shop: Workshop) -> None:
    await shop.asks("unheard")
    assert await shop.worker().turn()
    assert (await shop.job()).outcome == "KeyError"


class Killed(BaseException):
    """The process is gone: nothing catches it."""


async def test_killed_in_the_middle_another_worker_goes_on(shop: Workshop) -> None:
    async def half(tools: Tools, job: ClaimedJob) -> str:
        async with tools.database.write() as session:
            done = await session.get(Mark, "half")
            if done is None:
                session.add(Mark(name="half", value="1"))
        if done is None:
            raise Killed
        return "the other half"

    shop.runners["copy"] = half
    await shop.asks()
    with pytest.raises(BaseExceptionGroup):
        await shop.worker("dies").turn()
    assert (await shop.job()).state == "running"
    living = shop.worker("lives")
    assert not await living.turn()
    shop.clock.advance(minutes=2)
    assert await living.turn()
    job = await shop.job()
    assert (job.state, job.outcome, job.attempts) == ("done", "the other half", 2)


async def test_a_database_trouble_is_not_the_end_of_the_worker(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = [StorageTrouble("busy"), StorageTrouble("busy")]

    async def troubled(tools: Tools, job: ClaimedJob) -> str:
        if troubles:
            raise troubles.pop()
        return "done"

    shop.runners["copy"] = troubled
    await shop.asks()
    worker = shop.worker()
    for _ in range(3):
        assert await worker.turn()
        shop.clock.advance(minutes=2)
    assert (await shop.job()).state == "done"


async def test_an_ending_that_cannot_be_written_leaves_the_job_to_its_lease(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def runs(tools: Tools, job: ClaimedJob) -> None:
        return None

    async def busy(*_: object, **__: object) -> None:
        raise StorageTrouble("busy")

    shop.runners["copy"] = runs
    await shop.asks()
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "end", busy)
        assert await shop.worker().turn()
    assert (await shop.job()).state == "running"
    shop.clock.advance(minutes=2)
    assert await shop.worker("next").turn()
    assert (await shop.job()).state == "done"


async def test_the_lease_is_renewed_while_a_long_job_runs(shop: Workshop) -> None:
    renewed = asyncio.Event()
    renew = jobs.renew

    async def noting(*args: Any, **named: Any) -> bool:
        found = await renew(*args, **named)
        renewed.set()
        return found

    async def runs(tools: Tools, job: ClaimedJob) -> None:
        shop.clock.advance(seconds=1)
        await renewed.wait()

    shop.runners["copy"] = runs
    await shop.asks()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "renew", noting)
        async with asyncio.timeout(10):
            await shop.worker(lease=timedelta(seconds=0.02)).turn()
    assert (await shop.job()).state == "done"


async def test_a_worker_that_lost_its_job_stops_working_on_it(shop: Workshop) -> None:
    stopped: list[datetime] = []

    async def endless(tools: Tools, job: ClaimedJob) -> None:
        async with tools.database.write() as session:
            await jobs.claim(session, who="thief", now=NOW + LEASE, until=NOW + 2 * LEASE)
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append(tools.clock.now())

    shop.runners["copy"] = endless
    await shop.asks()
    async with asyncio.timeout(10):
        assert await shop.worker(lease=timedelta(seconds=0.02)).turn()
    assert stopped == [NOW]
    assert (await shop.job()).lease_by == "thief"


async def test_no_session_is_held_while_a_runner_waits_for_the_network(shop: Workshop) -> None:
    """SQLite has one connection: whoever keeps it while waiting stops the whole bot."""

    async def asks_telegram(tools: Tools, job: ClaimedJob) -> str:
        async with asyncio.timeout(5), tools.database.session() as session:
            return (await session.scalars(select(Job.state))).one()

    shop.runners["copy"] = asks_telegram
    await shop.asks()
    await shop.worker().turn()
    assert (await shop.job()).outcome == "running"


async def test_the_bell_wakes_the_worker_and_stopping_it_leaves_the_job(shop: Workshop) -> None:
    begun = asyncio.Event()

    async def endless(tools: Tools, job: ClaimedJob) -> None:
        begun.set()
        await asyncio.Event().wait()

    shop.runners["copy"] = endless
    task = asyncio.create_task(shop.worker().run())
    await shop.asks()
    shop.wake.ring()
    async with asyncio.timeout(10):
        await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await shop.job()).state == "running"
