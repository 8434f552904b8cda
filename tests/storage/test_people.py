"""Who somebody is, and which of their roles count at a moment."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.rules.roles import Grant, Role
from storage.assignments import holders
from storage.database import Database
from storage.models import Assignment
from storage.people import load_people, set_language, set_reachable
from tests.storage.building import (
    BANGKA,
    BELITUNG,
    KENANGA,
    NOW,
    PROVINCE,
    a_person,
    give,
    loaded,
)

DAY = timedelta(days=1)


async def test_somebody_registered_is_read_back_with_all_their_grants(database: Database) -> None:
    await a_person(
        database, 5_000_000_001, (Role.CADRE, KENANGA), (Role.PARTNER, BELITUNG), name="Ani"
    )

    ani = await loaded(database, 5_000_000_001)

    assert (ani.name, ani.language, ani.reachable) == ("Ani", "id", True)
    assert ani.grants == (Grant(Role.CADRE, KENANGA), Grant(Role.PARTNER, BELITUNG))


async def test_several_people_come_in_one_reading_and_strangers_not_at_all(
    database: Database,
) -> None:
    await a_person(database, 1, (Role.CADRE, KENANGA))
    await a_person(database, 2)

    async with database.session() as session:
        found = await load_people(session, [1, 2, 3, 1], NOW)

    assert set(found) == {1, 2}
    assert found[1].grants == (Grant(Role.CADRE, KENANGA),)
    assert found[2].grants == ()


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"valid_until": NOW - DAY}, False),
        ({"valid_until": NOW}, False),
        ({"valid_until": NOW + DAY}, True),
        ({"valid_from": NOW + DAY}, False),
        ({"valid_from": NOW}, True),
        ({"suspended": True}, False),
        ({"confirmed_at": None}, False),
    ],
)
async def test_only_a_role_in_force_counts(
    database: Database, change: dict[str, object], counts: bool
) -> None:
    person = await a_person(database, 1, (Role.CASE_OFFICER, BANGKA), (Role.CADRE, KENANGA))
    changed = Assignment.role == Role.CASE_OFFICER.value
    async with database.write() as session:
        await session.execute(update(Assignment).where(changed).values(**change))

    person = await loaded(database, 1)

    assert (Grant(Role.CASE_OFFICER, BANGKA) in person.grants) is counts
    assert Grant(Role.CADRE, KENANGA) in person.grants
    async with database.session() as session:
        found = await holders(session, Role.CASE_OFFICER, KENANGA, NOW)
    assert bool(found) is counts


async def test_a_role_waiting_for_a_second_person_counts_for_nothing(database: Database) -> None:
    person = await a_person(database, 1)
    async with database.write() as session:
        await give(session, person.id, Role.CASE_OFFICER, BANGKA, by=9, confirmed=False)

    assert (await loaded(database, 1)).grants == ()


async def test_holders_are_those_of_the_region_and_of_all_above_it(database: Database) -> None:
    await a_person(database, 1, (Role.CASE_OFFICER, PROVINCE))
    await a_person(database, 2, (Role.CASE_OFFICER, BANGKA))
    await a_person(database, 3, (Role.CASE_OFFICER, BANGKA), (Role.CASE_OFFICER, PROVINCE))
    await a_person(database, 4, (Role.CASE_OFFICER, BELITUNG))
    await a_person(database, 5, (Role.CADRE, BANGKA))
    await a_person(database, 6, (Role.CASE_OFFICER, KENANGA))

    async with database.session() as session:
        found = await holders(session, Role.CASE_OFFICER, "19.01.01", NOW)

    assert sorted(telegram_id for telegram_id, _ in found) == [1, 2, 3]


async def test_who_blocked_the_bot_is_remembered_and_comes_back(database: Database) -> None:
    await a_person(database, 1, (Role.CASE_OFFICER, BANGKA))
    await a_person(database, 2, (Role.CASE_OFFICER, BANGKA))

    async with database.write() as session:
        await set_reachable(session, 1, False, NOW)
    assert not (await loaded(database, 1)).reachable
    assert (await loaded(database, 2)).reachable
    async with database.session() as session:
        assert await holders(session, Role.CASE_OFFICER, BANGKA, NOW) == [(2, "id")]

    async with database.write() as session:
        await set_reachable(session, 1, True, NOW)
    assert (await loaded(database, 1)).reachable


async def test_a_language_is_kept_for_one_person(database: Database) -> None:
    ani = await a_person(database, 1)
    await a_person(database, 2)

    async with database.write() as session:
        await set_language(session, ani, "en")

    assert (await loaded(database, 1)).language == "en"
    assert (await loaded(database, 2)).language == "id"
