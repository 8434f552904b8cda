"""A village is split while others are at work: nobody is left behind in what has ended."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import AppError
from bot.rules.roles import Role
from storage.database import Database
from storage.models import Assignment, MemberRequest
from storage.regions import OPERATOR
from storage.requests import JOIN, ask
from storage.splits import split
from tests.databases import another
from tests.storage.building import NOW, a_person, give, somebody_waits
from tests.storage.test_requests import approving, asked
from tests.storage.test_splits import ENDING, OLD, SEA, carried_out


async def places(database: Database, person: int) -> list[str]:
    """Where somebody's roles are that have not ended."""
    async with database.session() as session:
        rows = await session.scalars(
            select(Assignment.region_code).where(
                Assignment.person_id == person, Assignment.valid_until.is_(None)
            )
        )
        return list(rows)


@pytest.mark.postgres
async def test_a_role_given_while_its_village_ends_is_not_left_behind(
    postgres_database: Database,
) -> None:
    siti = await a_person(postgres_database, 1)

    async def giving(database: Database) -> None:
        async with database.write() as session:
            await give(session, siti.id, Role.CADRE, OLD)

    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await split(session, OPERATOR, ENDING, NOW)
            late = asyncio.create_task(giving(elsewhere))
            await somebody_waits(postgres_database)
        with pytest.raises(AppError, match="region-ended"):
            await late
    assert await places(postgres_database, siti.id) == []


@pytest.mark.postgres
async def test_a_village_does_not_end_before_a_role_given_there_is_written(
    postgres_database: Database,
) -> None:
    siti = await a_person(postgres_database, 1)
    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await give(session, siti.id, Role.CADRE, OLD)
            late = asyncio.create_task(carried_out(elsewhere))
            await somebody_waits(postgres_database)
        await late
    assert await places(postgres_database, siti.id) == [SEA]


@pytest.mark.postgres
async def test_an_approval_and_a_split_at_once_both_come_to_an_end(
    postgres_database: Database,
) -> None:
    budi = await a_person(postgres_database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    siti = await a_person(postgres_database, 1)
    request = await asked(postgres_database, siti, region=OLD)
    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await split(session, OPERATOR, ENDING, NOW)
            late = asyncio.create_task(approving(elsewhere, budi, request.id))
            await somebody_waits(postgres_database)
        await late
    assert await places(postgres_database, siti.id) == [SEA]


async def test_nobody_asks_for_a_role_in_a_village_that_has_ended(database: Database) -> None:
    """A process whose book is a minute old would."""
    siti = await a_person(database, 1)
    await carried_out(database)
    async with database.write() as session:
        with pytest.raises(AppError, match="region-ended"):
            await ask(
                session,
                person=siti.id,
                kind=JOIN,
                role=Role.CADRE,
                region=OLD,
                rung=Role.FIELD_OFFICER,
                climb_at=NOW + timedelta(hours=48),
                now=NOW,
            )
    async with database.session() as session:
        assert (await session.scalars(select(MemberRequest))).all() == []
