"""Handing over happens whole or not at all, and only by those who manage the role."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import AppError
from bot.rules.roles import Person, Role
from storage.database import Database
from storage.hand_over import HandedOver, hand_over
from storage.models import Assignment, Broadcast, Intervention, RoleChange
from storage.people import set_reachable
from storage.tenure import Change, set_until, suspend
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_broadcast, a_person
from tests.storage.test_erasure_village import a_problem, an_intervention

KECAMATAN = "19.01.01"


async def role_number(database: Database, person: Person) -> int:
    async with database.session() as session:
        found = await session.scalar(
            select(Assignment.id).where(Assignment.person_id == person.id).order_by(Assignment.id)
        )
    assert found is not None
    return found


async def hands(database: Database, viewer: Person, old: Person, new: Person) -> HandedOver | None:
    number = await role_number(database, old)
    async with database.write() as session:
        return await hand_over(session, number, new.id, Change(viewer, NOW, None))


async def in_force_of(database: Database, person: Person) -> list[tuple[str, str]]:
    async with database.session() as session:
        rows = await session.execute(
            select(Assignment.role, Assignment.region_code).where(
                Assignment.person_id == person.id, Assignment.valid_until.is_(None)
            )
        )
        return [(role, region) for role, region in rows]


async def test_the_role_moves_with_the_broadcasts_of_its_region(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    old = await a_person(database, 2, (Role.AGENCY_KABKOTA, BANGKA))
    new = await a_person(database, 3, (Role.PARTNER, BANGKA))
    await a_broadcast(database, old, region_code=KENANGA)
    done = await hands(database, hasan, old, new)
    assert done is not None
    assert done.along == {"broadcasts": 1, "invites": 0, "interventions": 0}
    assert await in_force_of(database, old) == []
    assert ("agency_kabkota", BANGKA) in await in_force_of(database, new)
    async with database.session() as session:
        moved = await session.get(Broadcast, 1)
        assert moved is not None
        assert (moved.person_id, moved.chat_id) == (new.id, 3)
    assert await hands(database, hasan, old, new) is None


async def test_planned_interventions_move_with_the_role_that_plans(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    old = await a_person(database, 2, (Role.FIELD_OFFICER, KECAMATAN))
    new = await a_person(database, 3, (Role.CADRE, KENANGA))
    async with database.write() as session:
        problem = a_problem(old.id)
        session.add(problem)
        await session.flush()
        planned, done = (an_intervention(problem.id, old.id) for _ in range(2))
        planned.state = "planned"
        session.add_all([planned, done])
    handed = await hands(database, hasan, old, new)
    assert handed is not None
    assert handed.along["interventions"] == 1
    async with database.session() as session:
        assert (
            await session.scalar(
                select(Intervention.person_id).where(Intervention.id == planned.id)
            )
            == new.id
        )
        assert (
            await session.scalar(select(Intervention.person_id).where(Intervention.id == done.id))
            == old.id
        )


@pytest.mark.parametrize(
    ("viewer", "old"),
    [
        ((Role.FIELD_OFFICER, KECAMATAN), (Role.FIELD_OFFICER, KECAMATAN)),
        ((Role.FIELD_OFFICER, "19.01.02"), (Role.CADRE, KENANGA)),
        ((Role.CADRE, KENANGA), (Role.CADRE, KENANGA)),
        ((Role.ADMIN, PROVINCE), (Role.CASE_OFFICER, BANGKA)),
    ],
)
async def test_who_may_not_manage_the_role_changes_nothing(
    database: Database, viewer: tuple[Role, str], old: tuple[Role, str]
) -> None:
    one = await a_person(database, 1, viewer)
    two = await a_person(database, 2, old)
    three = await a_person(database, 3, (Role.CADRE, KENANGA), (Role.CADRE, "19.01.02.2004"))
    before = await in_force_of(database, two)
    assert await hands(database, one, two, three) is None
    assert await in_force_of(database, two) == before
    async with database.session() as session:
        changes = await session.scalars(select(RoleChange.change))
        assert set(changes) == {"granted"}


async def test_a_case_role_an_absent_and_a_suspended_successor_are_refused_whole(
    database: Database,
) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    dewi = await a_person(database, 2, (Role.CASE_OFFICER, BANGKA))
    budi = await a_person(database, 3, (Role.FIELD_OFFICER, KECAMATAN))
    new = await a_person(database, 4, (Role.FIELD_OFFICER, KECAMATAN))
    with pytest.raises(AppError) as two_people:
        await hands(database, hasan, dewi, new)
    assert two_people.value.key == "hand-over-two-people"
    number = await role_number(database, new)
    async with database.write() as session:
        await suspend(session, number, Change(hasan, NOW, None))
    with pytest.raises(AppError) as suspended:
        await hands(database, hasan, budi, new)
    assert suspended.value.key == "hand-over-not-in-force"
    async with database.write() as session:
        await set_reachable(session, 4, False, NOW)
    with pytest.raises(AppError) as away:
        await hands(database, hasan, budi, new)
    assert away.value.key == "hand-over-unreachable"
    assert await in_force_of(database, dewi) == [("case_officer", BANGKA)]
    assert await in_force_of(database, budi) == [("field_officer", KECAMATAN)]


async def test_a_successor_who_has_the_role_already_has_it_once(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    budi = await a_person(database, 2, (Role.FIELD_OFFICER, KECAMATAN))
    tono = await a_person(database, 3, (Role.FIELD_OFFICER, KECAMATAN))
    assert await hands(database, hasan, budi, tono) is not None
    assert await in_force_of(database, tono) == [("field_officer", KECAMATAN)]


async def test_a_role_with_an_end_keeps_it_with_the_successor(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    old = await a_person(database, 2, (Role.AGENCY_KABKOTA, BANGKA))
    new = await a_person(database, 3, (Role.CADRE, KENANGA))
    end = NOW + timedelta(days=30)
    number = await role_number(database, old)
    async with database.write() as session:
        assert await set_until(session, number, end, Change(hasan, NOW, None)) is not None
    assert await hands(database, hasan, old, new) is not None
    async with database.session() as session:
        [given] = await session.scalars(
            select(Assignment).where(
                Assignment.person_id == new.id, Assignment.role == "agency_kabkota"
            )
        )
    assert (given.valid_from, given.valid_until) == (NOW, end)
