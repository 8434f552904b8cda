"""Which updates have taken effect: once each, whoever receives them."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import FailedUpdate, HandledUpdate
from storage.updates import forget_handled, is_reachable, record_failed
from tests.databases import another
from tests.storage.batches import mark_handled
from tests.storage.building import NOW, somebody_waits


async def marking(database: Database, *ids: int) -> set[int]:
    async with database.write() as session:
        return await mark_handled(session, ids, NOW)


async def kept(database: Database) -> set[int]:
    async with database.session() as session:
        return set(await session.scalars(select(HandledUpdate.update_id)))


async def test_a_new_update_is_new_once(database: Database) -> None:
    assert await marking(database, 7, 5, 6) == {5, 6, 7}
    assert await marking(database, 6, 7, 8) == {8}
    assert await kept(database) == {5, 6, 7, 8}


async def test_the_same_update_twice_in_one_list_is_one(database: Database) -> None:
    assert await marking(database, 5, 5) == {5}


async def test_ids_may_jump_back_after_a_quiet_week(database: Database) -> None:
    await marking(database, 900_000_000)

    assert await marking(database, 12) == {12}


async def test_a_batch_of_a_hundred_is_told_apart(database: Database) -> None:
    await marking(database, *range(0, 100, 3))

    assert await marking(database, *range(100)) == set(range(100)) - set(range(0, 100, 3))


async def test_what_was_rolled_back_is_new_again(database: Database) -> None:
    async with database.session() as session:
        await mark_handled(session, [5], NOW)

    assert await marking(database, 5) == {5}


async def test_two_processes_share_one_list_between_them(database: Database) -> None:
    async with another(database) as elsewhere:
        first, second = await asyncio.gather(
            marking(database, *range(40)), marking(elsewhere, *range(40))
        )

    assert first | second == set(range(40))
    assert not first & second


@pytest.mark.postgres
@pytest.mark.parametrize("commits", [True, False])
async def test_a_replica_waits_for_the_one_that_holds_the_update(
    postgres_database: Database, commits: bool
) -> None:
    async with asyncio.TaskGroup() as group, postgres_database.session() as session:
        assert await mark_handled(session, [5], NOW) == {5}
        late = group.create_task(marking(postgres_database, 5))
        await somebody_waits(postgres_database)
        assert not late.done()
        await (session.commit() if commits else session.rollback())

    assert late.result() == (set() if commits else {5})


async def test_ids_age_out(database: Database) -> None:
    await marking(database, 5)
    async with database.write() as session:
        await mark_handled(session, [6], NOW + timedelta(days=2))

    async with database.write() as session:
        await forget_handled(session, NOW + timedelta(days=1))

    assert await kept(database) == {6}


async def test_a_failed_update_keeps_its_place_in_the_code(database: Database) -> None:
    async with database.write() as session:
        await record_failed(session, 5, NOW, "KeyError", "flows.py:12 answer")

    async with database.session() as session:
        row = await session.get(FailedUpdate, 5)
        assert await is_reachable(session)
    assert row is not None
    assert (row.at, row.error, row.traceback) == (NOW, "KeyError", "flows.py:12 answer")
