"""Holds at the query: whoever may not hold data there sees and changes nothing."""

from sqlalchemy import select

from bot.rules.roles import Grant, Person, Role
from storage import assignments, erasure, holds
from storage.database import Database
from storage.models import LegalHold
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_person

REASON = "Gugatan perdata"


def viewer(role: Role, region: str) -> Person:
    return Person(77, 77, "Dewi", "id", (Grant(role, region),))


PROVINCE_VIEWER = viewer(Role.AGENCY_PROVINCE, PROVINCE)


async def held(database: Database, by: Person, person: int) -> int | None:
    async with database.write() as session:
        return await holds.place(session, by, person, REASON, NOW)


async def test_only_who_may_hold_data_there_can(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    others = (
        Person(78, 78, "Ani", "id"),
        viewer(Role.ADMIN, PROVINCE),
        viewer(Role.AGENCY_KABKOTA, BANGKA),
        viewer(Role.AGENCY_PROVINCE, "19.02"),
    )
    for one in others:
        assert await held(database, one, siti.id) is None
        async with database.session() as session:
            assert await holds.subject(session, one, siti.id) is None
    number = await held(database, PROVINCE_VIEWER, siti.id)
    assert number is not None
    for one in others:
        async with database.write() as session:
            assert await holds.listed(session, one, limit=9) == []
            assert await holds.lift(session, one, number, NOW) is None
    async with database.session() as session:
        assert [one.name for one in await holds.listed(session, PROVINCE_VIEWER, limit=9)] == [
            "Budi"
        ]


async def test_a_role_that_has_ended_still_counts(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    async with database.write() as session:
        await erasure.end_roles(session, siti.id, NOW)
    assert await held(database, PROVINCE_VIEWER, siti.id) is not None


async def test_lifting_happens_once_and_names_who_did_it(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    number = await held(database, PROVINCE_VIEWER, siti.id)
    assert number is not None
    async with database.write() as session:
        assert await holds.lift(session, PROVINCE_VIEWER, number, NOW) == siti.id
        assert await holds.lift(session, PROVINCE_VIEWER, number, NOW) is None
        assert await holds.on(session, siti.id) == []
    async with database.session() as session:
        row = (await session.scalars(select(LegalHold))).one()
    assert (row.placed_by, row.lifted_by, row.reason) == (77, 77, REASON)


async def test_a_waiting_second_person_role_is_removed_and_not_left_to_be_confirmed(
    database: Database,
) -> None:
    siti = await a_person(database, 5)
    async with database.write() as session:
        await assignments.assign(
            session, person_id=siti.id, role=Role.CASE_OFFICER, region=BANGKA, granted_by=9,
            now=NOW, confirmed=False,
        )  # fmt: skip
        assert await erasure.end_roles(session, siti.id, NOW) == []
