"""Requests: seen and answered by those who may, once, whatever the handlers forgot to check."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import AppError
from bot.rules.roles import Person, Role
from storage import climbing
from storage.claimants import decider, holders_named, rivals_named
from storage.database import Database
from storage.models import Assignment, MemberRequest
from storage.own_requests import own_waiting, withdraw
from storage.requests import (
    JOIN,
    Request,
    approve,
    ask,
    find,
    read,
    refuse,
    waiting_for,
)
from tests.databases import another
from tests.storage.building import BANGKA, BELITUNG, KENANGA, NOW, PROVINCE, a_person, give, loaded

HOURS = timedelta(hours=48)


async def asked(
    database: Database,
    person: Person,
    role: Role = Role.CADRE,
    region: str = KENANGA,
    rung: Role = Role.FIELD_OFFICER,
) -> Request:
    async with database.write() as session:
        return await ask(
            session,
            person=person.id,
            kind=JOIN,
            role=role,
            region=region,
            rung=rung,
            climb_at=NOW + HOURS,
            now=NOW,
        )


async def seen_by(database: Database, viewer: Person) -> list[int]:
    async with database.session() as session:
        return [one.id for one in await waiting_for(session, viewer, limit=50)]


async def approving(database: Database, viewer: Person, number: int) -> Request | None:
    async with database.write() as session:
        return await approve(session, viewer, number, NOW)


async def state(database: Database, number: int) -> str:
    async with database.session() as session:
        return (await read(session, [number]))[0].state


@pytest.mark.parametrize(
    ("role", "region", "sees"),
    [
        (Role.FIELD_OFFICER, "19.01.01", True),
        (Role.FIELD_OFFICER, KENANGA, True),
        (Role.FIELD_OFFICER, "19.01.02", False),
        (Role.AGENCY_KABKOTA, BANGKA, True),
        (Role.AGENCY_KABKOTA, BELITUNG, False),
        (Role.AGENCY_PROVINCE, PROVINCE, True),
        (Role.ADMIN, PROVINCE, False),
        (Role.CADRE, KENANGA, False),
        (Role.CASE_OFFICER, BANGKA, False),
        (Role.AUDITOR, PROVINCE, False),
    ],
)
async def test_only_those_responsible_see_and_answer_a_request(
    database: Database, role: Role, region: str, sees: bool
) -> None:
    viewer = await a_person(database, 1, (role, region))
    request = await asked(database, await a_person(database, 2))

    assert await seen_by(database, viewer) == ([request.id] if sees else [])
    async with database.session() as session:
        assert (await find(session, viewer, request.id) is not None) is sees
    async with database.write() as session:
        assert not sees or await refuse(session, viewer, request.id, "belum kenal", NOW)
        assert await approve(session, viewer, request.id, NOW) is None
    assert await state(database, request.id) == ("refused" if sees else "waiting")


async def test_a_rung_answers_only_for_roles_below_its_own(database: Database) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    agency = await a_person(database, 3, (Role.AGENCY_KABKOTA, BANGKA))
    request = await asked(
        database, await a_person(database, 2), Role.FIELD_OFFICER, "19.01.01", Role.AGENCY_KABKOTA
    )

    assert await approving(database, officer, request.id) is None
    assert await approving(database, agency, request.id) is not None


async def test_nobody_answers_their_own_request(database: Database) -> None:
    agency = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    request = await asked(database, agency)

    assert await seen_by(database, agency) == []
    assert await approving(database, agency, request.id) is None
    assert await state(database, request.id) == "waiting"


@pytest.mark.parametrize("change", ["suspended", "ended"])
async def test_who_is_suspended_or_ended_answers_nothing(database: Database, change: str) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    request = await asked(database, await a_person(database, 2))
    async with database.write() as session:
        row = (
            await session.scalars(select(Assignment).where(Assignment.person_id == officer.id))
        ).one()
        if change == "suspended":
            row.suspended = True
        else:
            row.valid_until = NOW - timedelta(days=1)

    assert await seen_by(database, await loaded(database, 1)) == []
    assert await approving(database, await loaded(database, 1), request.id) is None


async def test_of_many_approvers_at_once_one_counts(database: Database) -> None:
    officers = [
        await a_person(database, number, (Role.FIELD_OFFICER, "19.01.01")) for number in (1, 2, 3)
    ]
    request = await asked(database, await a_person(database, 10))

    async with another(database) as elsewhere:
        places = (database, elsewhere, database)
        found = await asyncio.gather(
            *(approving(at, one, request.id) for at, one in zip(places, officers, strict=True))
        )

    assert len([one for one in found if one is not None]) == 1
    async with database.session() as session:
        given = await session.scalars(select(Assignment).where(Assignment.role == "cadre"))
        [row] = given.all()
        [decided] = await read(session, [request.id])
        assert row.granted_by == decided.decided_by
        named = await decider(session, decided, NOW)
    assert named == ("Budi", Role.FIELD_OFFICER)


async def test_pages_follow_one_another_without_gaps(database: Database) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    asker = await a_person(database, 2)
    numbers = [(await asked(database, asker)).id for _ in range(7)]

    found: list[int] = []
    async with database.session() as session:
        while page := await waiting_for(session, officer, after=(found or [0])[-1], limit=3):
            found += [one.id for one in page]

    assert found == numbers


async def test_one_withdraws_ones_own_and_only_while_it_waits(database: Database) -> None:
    asker, other = await a_person(database, 2), await a_person(database, 3)
    request = await asked(database, asker)
    async with database.write() as session:
        assert not await withdraw(session, other, request.id, NOW)
        assert await withdraw(session, asker, request.id, NOW)
        assert not await withdraw(session, asker, request.id, NOW)
        assert await own_waiting(session, asker.id) == []
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    assert await approving(database, officer, request.id) is None
    assert await state(database, request.id) == "withdrawn"


async def test_a_role_is_never_asked_for_at_the_wrong_depth(database: Database) -> None:
    with pytest.raises(AppError, match="join-does-not-fit"):
        await asked(database, await a_person(database, 2), Role.CADRE, BANGKA)


async def test_holders_and_rivals_are_named(database: Database) -> None:
    asker = await a_person(database, 2, name="Ani")
    await a_person(database, 3, (Role.WORKING_GROUP, KENANGA), name="Hasan")
    await a_person(database, 4, (Role.WORKING_GROUP, "19.01.01.1003"), name="Jauh")
    rival = await a_person(database, 5, name="Rudi")
    await asked(database, rival, Role.WORKING_GROUP)
    request = await asked(database, asker, Role.WORKING_GROUP)

    async with database.session() as session:
        assert await holders_named(session, request, NOW) == ["Hasan"]
        assert await rivals_named(session, request) == ["Rudi"]


async def test_of_two_schedulers_each_request_climbs_with_one(database: Database) -> None:
    asker = await a_person(database, 2)
    for _ in range(6):
        await asked(database, asker)

    async def claiming(place: Database) -> list[int]:
        async with place.write() as session:
            later = NOW + 2 * HOURS
            return [one.id for one in await climbing.claim_due(session, NOW + HOURS, later, 4)]

    async with another(database) as elsewhere:
        first, second = await asyncio.gather(claiming(database), claiming(elsewhere))

    assert not set(first) & set(second)
    assert 4 <= len(first) + len(second) <= 6


async def test_a_claim_that_is_rolled_back_is_due_again(database: Database) -> None:
    request = await asked(database, await a_person(database, 2))
    async with database.session() as session:
        await climbing.claim_due(session, NOW + HOURS, NOW + 2 * HOURS, 4)

    async with database.session() as session:
        again = await climbing.claim_due(session, NOW + HOURS, NOW + 2 * HOURS, 4)
    assert [one.id for one in again] == [request.id]


async def test_before_its_time_nothing_climbs(database: Database) -> None:
    await asked(database, await a_person(database, 2))
    async with database.session() as session:
        early = NOW + HOURS - timedelta(seconds=1)
        assert await climbing.claim_due(session, early, NOW + 2 * HOURS, 4) == []


async def test_a_role_got_meanwhile_is_not_given_twice(database: Database) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    asker = await a_person(database, 2)
    request = await asked(database, asker)
    async with database.write() as session:
        await give(session, asker.id, Role.CADRE, KENANGA)

    assert await approving(database, officer, request.id) is not None
    async with database.session() as session:
        rows = await session.scalars(select(Assignment).where(Assignment.person_id == asker.id))
        assert len(rows.all()) == 1
        row = await session.get(MemberRequest, request.id)
    assert row is not None
    assert (row.state, row.decided_by, row.climb_at) == ("approved", officer.id, None)


async def test_a_suspended_role_is_not_given_back_by_asking_for_it(database: Database) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    asker = await a_person(database, 2, (Role.CADRE, KENANGA))
    request = await asked(database, asker)
    async with database.write() as session:
        row = (
            await session.scalars(select(Assignment).where(Assignment.person_id == asker.id))
        ).one()
        row.suspended = True

    with pytest.raises(AppError, match="request-suspended"):
        await approving(database, officer, request.id)

    assert await state(database, request.id) == "waiting"
    assert (await loaded(database, 2)).grants == ()
