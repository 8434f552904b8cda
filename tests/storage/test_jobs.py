"""Long work as rows: claimed once, kept by a lease, put off, ended, and never asked for twice."""

import asyncio
from datetime import timedelta
from typing import Any

from storage import jobs
from storage.database import Database
from storage.jobs import ClaimedJob
from storage.models import Job
from tests.databases import another
from tests.storage.building import NOW

LEASE = NOW + timedelta(minutes=2)


async def asked(database: Database, kind: str = "copy", **changes: Any) -> int:
    row = jobs.job(kind, {"person": 1}, now=NOW, **changes)
    async with database.write() as session:
        await jobs.ask(session, row)
    number: int = row["id"]
    return number


async def claimed(database: Database, who: str = "first", now: Any = NOW) -> ClaimedJob | None:
    async with database.write() as session:
        return await jobs.claim(session, who=who, now=now, until=now + (LEASE - NOW))


async def row_of(database: Database, number: int) -> Job:
    async with database.session() as session:
        found = await session.get(Job, number)
    assert found is not None
    return found


async def test_two_workers_never_have_the_same_job(database: Database) -> None:
    numbers = {await asked(database) for _ in range(6)}
    async with another(database) as second:

        async def takes(where: Database, who: str) -> list[int]:
            found = []
            while one := await claimed(where, who):
                found.append(one.id)
            return found

        first, other = await asyncio.gather(takes(database, "a"), takes(second, "b"))
    assert sorted(first + other) == sorted(numbers)


async def test_what_has_been_due_longest_goes_first(database: Database) -> None:
    late = await asked(database, due_at=NOW - timedelta(minutes=1))
    later = await asked(database, due_at=NOW - timedelta(hours=1))
    future = await asked(database, due_at=NOW + timedelta(hours=1))
    found = [await claimed(database), await claimed(database), await claimed(database)]
    assert [one.id if one else None for one in found] == [later, late, None]
    assert (await row_of(database, future)).state == "queued"


async def test_a_dead_workers_job_is_taken_over_when_its_lease_ends(database: Database) -> None:
    number = await asked(database)
    assert await claimed(database, "dead") is not None
    assert await claimed(database, "living", LEASE - timedelta(seconds=1)) is None
    found = await claimed(database, "living", LEASE)
    assert found is not None
    assert (found.id, found.attempts) == (number, 2)


async def test_a_renewed_lease_keeps_the_job(database: Database) -> None:
    number = await asked(database)
    await claimed(database, "slow")
    async with database.write() as session:
        until = LEASE + timedelta(minutes=5)
        assert await jobs.renew(session, number, who="slow", until=until)
        assert not await jobs.renew(session, number, who="other", until=until)
    assert await claimed(database, "other", LEASE) is None


async def test_who_lost_a_job_cannot_end_it(database: Database) -> None:
    number = await asked(database)
    await claimed(database, "slow")
    await claimed(database, "quick", LEASE)
    async with database.write() as session:
        await jobs.end(session, number, who="slow", state="failed", outcome="x", now=LEASE)
    assert (await row_of(database, number)).state == "running"
    async with database.write() as session:
        await jobs.end(session, number, who="quick", state="done", outcome=None, now=LEASE)
    assert (await row_of(database, number)).done_at == LEASE


async def test_the_same_once_is_done_once(database: Database) -> None:
    first = await asked(database, once="data:1")
    await asked(database, once="data:1")
    found = await claimed(database)
    assert found is not None
    assert found.id == first
    assert await claimed(database) is None


async def test_waiting_uses_up_no_try_and_failing_does(database: Database) -> None:
    number = await asked(database)
    for is_failure in (False, True):
        await claimed(database)
        async with database.write() as session:
            await jobs.put_off(
                session, number, who="first", until=NOW, outcome="later", is_failure=is_failure
            )
    assert (await row_of(database, number)).attempts == 1


async def test_only_a_job_that_waits_for_something_is_hastened(database: Database) -> None:
    until = NOW + timedelta(days=30)
    waits = await asked(database, "erase", person_id=5)
    await claimed(database)
    async with database.write() as session:
        await jobs.put_off(
            session, waits, who="first", until=until, outcome="hold", is_failure=False
        )
    fresh = await asked(database, "erase", person_id=5, due_at=until)
    async with database.write() as session:
        await jobs.hasten(session, 5, "erase", NOW)
    assert (await row_of(database, waits)).due_at == NOW
    assert (await row_of(database, fresh)).due_at == until


async def test_ones_own_job_can_be_taken_back_until_it_has_begun(database: Database) -> None:
    number = await asked(database, "erase", person_id=5)

    async def withdraws(person: int) -> bool:
        async with database.write() as session:
            return await jobs.withdraw(session, person, number, "erase", NOW, "taken back")

    assert not await withdraws(6)
    assert await withdraws(5)
    assert not await withdraws(5)
    assert await claimed(database) is None
    begun = await asked(database, "erase", person_id=5)
    await claimed(database)
    async with database.write() as session:
        assert not await jobs.withdraw(session, 5, begun, "erase", NOW, "taken back")
