"""Roles that open case data: one invites, another confirms."""

import asyncio

import pytest

from bot.rules.roles import Act, Grant, Person, Role
from storage.assignments import confirm, waiting_roles
from storage.database import Database
from storage.models import Assignment
from tests.databases import another
from tests.storage.building import BANGKA, BELITUNG, NOW, PROVINCE, a_person, give, loaded


async def waiting(database: Database, inviter: int | None) -> tuple[Person, int]:
    """Somebody invited as case officer of Bangka, and the assignment that waits."""
    invited = await a_person(database, 10, name="Citra")
    async with database.write() as session:
        number = await give(
            session, invited.id, Role.CASE_OFFICER, BANGKA, by=inviter, confirmed=False
        )
    return invited, number


async def confirming(
    database: Database, number: int, by: Person, regions: tuple[str, ...] = (PROVINCE,)
) -> tuple[int, str, str] | None:
    async with database.write() as session:
        return await confirm(session, number, by, regions, NOW)


async def test_a_second_person_confirms_and_the_role_counts(database: Database) -> None:
    inviter = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    second = await a_person(database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    invited, number = await waiting(database, inviter.id)

    found = await confirming(database, number, second, second.regions_for(Act.CONFIRM_ROLE))

    assert found == (invited.id, "case_officer", BANGKA)
    assert (await loaded(database, 10)).grants == (Grant(Role.CASE_OFFICER, BANGKA),)
    async with database.session() as session:
        row = await session.get(Assignment, number)
    assert row is not None
    assert (row.granted_by, row.confirmed_by) == (inviter.id, second.id)
    assert row.confirmed_at == NOW


async def test_the_inviter_cannot_be_the_second_person(database: Database) -> None:
    inviter = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    _, number = await waiting(database, inviter.id)

    assert await confirming(database, number, inviter) is None
    assert (await loaded(database, 10)).grants == ()


async def test_nobody_confirms_themselves(database: Database) -> None:
    invited, number = await waiting(database, 99)

    assert await confirming(database, number, invited) is None
    assert (await loaded(database, 10)).grants == ()


@pytest.mark.parametrize("regions", [(BELITUNG,), ("19.01.01",), ()])
async def test_outside_ones_regions_nothing_can_be_confirmed(
    database: Database, regions: tuple[str, ...]
) -> None:
    second = await a_person(database, 2)
    _, number = await waiting(database, 99)

    assert await confirming(database, number, second, regions) is None
    async with database.session() as session:
        assert await waiting_roles(session, second, regions, NOW) == []
    assert (await loaded(database, 10)).grants == ()


async def test_a_link_from_the_operator_still_needs_a_second_person(database: Database) -> None:
    second = await a_person(database, 2)
    _, number = await waiting(database, None)

    assert await confirming(database, number, second) is not None


async def test_who_waits_is_shown_to_those_who_could_confirm(database: Database) -> None:
    inviter = await a_person(database, 1)
    second = await a_person(database, 2)
    invited, number = await waiting(database, inviter.id)

    async with database.session() as session:
        assert await waiting_roles(session, second, (BANGKA,), NOW) == [
            (number, "Citra", "case_officer", BANGKA)
        ]
        assert await waiting_roles(session, inviter, (BANGKA,), NOW) == []
        assert await waiting_roles(session, invited, (BANGKA,), NOW) == []


async def test_of_two_who_confirm_at_once_only_the_first_does(database: Database) -> None:
    second = await a_person(database, 2)
    third = await a_person(database, 3)
    _, number = await waiting(database, 99)

    async with another(database) as elsewhere:
        found = await asyncio.gather(
            confirming(database, number, second), confirming(elsewhere, number, third)
        )

    assert sorted(one is not None for one in found) == [False, True]
    winner = second if found[0] else third
    async with database.session() as session:
        row = await session.get(Assignment, number)
    assert row is not None
    assert row.confirmed_by == winner.id
