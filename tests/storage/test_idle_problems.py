"""What is due to be told, claimed at the database: each once, however many look at once."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, update

from bot.rules.roles import Role
from storage import idle_problems, interventions
from storage.database import Database
from storage.models import Intervention, PersonRow, Problem
from tests.storage.building import NOW, a_person
from tests.storage.test_problems import DAY, FAR, HERE, SIBLING, noted, planned

LATER = NOW + timedelta(days=30)


async def test_of_two_who_look_at_once_one_gets_each_problem(database: Database) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE), (Role.CADRE, SIBLING))
    numbers = [(await noted(database, kader, region))[0] for region in (HERE, SIBLING, HERE)]

    async def looks() -> list[int]:
        async with database.session() as session:
            found = await idle_problems.claim_idle(session, LATER, NOW)
            await session.commit()
        return [one.id for one in found]

    first, second = await asyncio.gather(looks(), looks())
    assert sorted(first + second) == sorted(numbers)
    assert await looks() == []


async def test_only_what_waits_long_enough_and_is_open_is_due(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    waiting, _ = await noted(database, pokja)
    with_plan, _ = await noted(database, pokja)
    await planned(database, pokja, with_plan)
    async with database.session() as session:
        before = NOW - timedelta(seconds=1)
        assert await idle_problems.claim_idle(session, LATER, before) == []
        [found] = await idle_problems.claim_idle(session, LATER, NOW)
        assert (found.id, found.region, found.category) == (waiting, HERE, "stunting")


async def test_an_intervention_is_asked_about_once(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, pokja)
    past = await planned(database, pokja, problem, planned_on=DAY)
    await planned(database, pokja, problem, planned_on=DAY + timedelta(days=1))

    async def looks() -> list[int]:
        async with database.session() as session:
            day = DAY + timedelta(days=1)
            found = await idle_problems.claim_due(session, NOW, day, 50)
            await session.commit()
        return [one.id for one in found]

    first, second = await asyncio.gather(looks(), looks())
    assert first + second == [past]
    async with database.write() as session:
        await interventions.move(session, pokja, past, DAY, NOW)
    assert await looks() == [past]


async def test_a_region_counts_what_waits_in_it(database: Database) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE), (Role.CADRE, FAR))
    for region in (HERE, HERE, FAR):
        await noted(database, kader, region)
    async with database.write() as session:
        await session.execute(
            update(Problem)
            .where(Problem.region_code == FAR)
            .values(idle_since=NOW - timedelta(days=9))
        )
    async with database.session() as session:
        assert await idle_problems.count_idle(session, "19.01", NOW) == (2, NOW)
        assert await idle_problems.count_idle(session, "19", NOW) == (3, NOW - timedelta(days=9))
        assert await idle_problems.count_idle(session, "19.03", NOW) == (0, None)


async def test_holders_within_reach_are_found_with_each_region(database: Database) -> None:
    opd = await a_person(
        database, 1, (Role.AGENCY_KABKOTA, "19.01"), (Role.AGENCY_KABKOTA, "19.02")
    )
    blocked = await a_person(database, 2, (Role.AGENCY_KABKOTA, "19.01"))
    async with database.write() as session:
        await session.execute(
            update(PersonRow).where(PersonRow.id == blocked.id).values(reachable=False)
        )
    async with database.session() as session:
        found = await idle_problems.holders_of(session, Role.AGENCY_KABKOTA.value, NOW)
        assert found == [(opd.id, 1, "id", "19.01"), (opd.id, 1, "id", "19.02")]
        assert await session.scalar(select(Intervention.id)) is None
