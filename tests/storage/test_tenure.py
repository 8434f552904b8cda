"""Who manages people changes the roles below theirs, within their region, and nothing else."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.errors import AppError
from bot.rules.roles import Person, Role, fits, may_invite, may_manage
from storage import tenure
from storage.assignments import confirm, waiting_roles
from storage.audit import verify
from storage.database import Database
from storage.models import Assignment, AuditEntry, PersonRow, RoleChange
from storage.tenure import Change, Changed
from tests.storage.building import (
    BANGKA,
    KENANGA,
    NOW,
    PROVINCE,
    VAULT,
    a_person,
    give,
)

DAY = timedelta(days=1)
PLACES = {0: PROVINCE, 1: BANGKA, 2: "19.01.01", 3: KENANGA}


def home(role: Role) -> str:
    """The widest region in which a role is held, as its holder."""
    return PLACES[min(depth for depth, place in PLACES.items() if fits(role, place))]


def seat(role: Role) -> str:
    """The narrowest region in which a role is held, as the one that is to be changed."""
    return PLACES[max(depth for depth, place in PLACES.items() if fits(role, place))]


async def the_role(database: Database, person: Person) -> Assignment:
    async with database.session() as session:
        found = await session.scalar(select(Assignment).where(Assignment.person_id == person.id))
    assert found is not None
    return found


async def does(database: Database, what: str, number: int, change: Change) -> Changed | None:
    async with database.write() as session:
        match what:
            case "suspend":
                return await tenure.suspend(session, number, change)
            case "resume":
                return await tenure.resume(session, number, change)
            case "end":
                return await tenure.end(session, number, change)
        return await tenure.set_until(session, number, NOW + DAY, change)


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_managed_exactly_where_the_table_says(
    sqlite_database: Database, role: Role
) -> None:
    database = sqlite_database
    await a_person(database, 900, (Role.AGENCY_PROVINCE, PROVINCE), name="stands by")
    viewer = await a_person(database, 1, (role, home(role)))
    for at, target in enumerate(Role):
        for region in {seat(target), "19.02.01.1001" if target is Role.CADRE else seat(target)}:
            member = await a_person(database, 100 + 2 * at + (region > "19.02"), (target, region))
            number = (await the_role(database, member)).id
            for what in ("suspend", "end"):
                done = await does(database, what, number, Change(viewer, NOW, None, "alasan"))
                assert (done is not None) is may_manage(viewer, target, region), (target, region)


@pytest.mark.parametrize("what", ["suspend", "resume", "end", "date"])
async def test_each_change_is_written_with_its_line_in_the_log(
    database: Database, what: str
) -> None:
    budi = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    siti = await a_person(database, 2, (Role.CADRE, KENANGA), name="Siti")
    number = (await the_role(database, siti)).id
    if what == "resume":
        async with database.write() as session:
            await session.execute(
                update(Assignment).where(Assignment.id == number).values(suspended=True)
            )
    done = await does(database, what, number, Change(budi, NOW, None, "alasan"))
    assert done is not None
    assert (done.role, done.region, done.holder.chat) == (Role.CADRE, KENANGA, 2)
    async with database.session() as session:
        lines = (await session.scalars(select(RoleChange).order_by(RoleChange.id))).all()
    word = {"suspend": "suspended", "resume": "resumed", "end": "ended", "date": "changed"}[what]
    last = lines[-1]
    assert (last.change, last.actor_id, last.word_of, last.reason) == (
        word,
        budi.id,
        budi.id,
        "alasan",
    )
    again = await does(database, what, number, Change(budi, NOW, None))
    assert (again is None) is (what != "date")


async def test_an_ended_role_is_not_revived_by_a_new_date(database: Database) -> None:
    budi = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    siti = await a_person(database, 2, (Role.CADRE, KENANGA))
    number = (await the_role(database, siti)).id
    assert await does(database, "end", number, Change(budi, NOW, None)) is not None
    assert await does(database, "date", number, Change(budi, NOW, None)) is None
    assert (await the_role(database, siti)).valid_until == NOW


async def test_a_case_role_is_only_ever_shortened_by_one_person(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    await a_person(database, 3, (Role.AGENCY_PROVINCE, PROVINCE))
    dewi = await a_person(database, 2, (Role.CASE_OFFICER, BANGKA))
    number, change = (await the_role(database, dewi)).id, Change(hasan, NOW, VAULT)

    async def until(days: int | None) -> Changed | None:
        async with database.write() as session:
            moment = NOW + days * DAY if days is not None else None
            return await tenure.set_until(session, number, moment, change)

    assert await until(30) is not None
    assert await until(31) is None
    assert await until(None) is None
    assert await until(7) is not None
    async with database.session() as session:
        sealed = (await session.scalars(select(AuditEntry))).all()
        assert [(one.act, one.outcome) for one in sealed] == [("role", "changed")] * 2
        assert await verify(session, VAULT) == (2, None)


async def test_ones_own_role_and_the_last_head_are_refused(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    rina = await a_person(database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    number = (await the_role(database, hasan)).id
    await reaches(database, rina, False)
    for what in ("suspend", "end", "date"):
        with pytest.raises(AppError) as own:
            await does(database, what, number, Change(hasan, NOW, None))
        assert own.value.key == "member-own-role"
        with pytest.raises(AppError) as last:
            await does(database, what, number, Change(rina, NOW, None))
        assert last.value.key == "member-last-province"
    await reaches(database, rina, True)
    assert await does(database, "end", number, Change(rina, NOW, None)) is not None


async def test_the_technical_admin_takes_no_dp3acskb_away(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    await a_person(database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    admin = await a_person(database, 3, (Role.ADMIN, PROVINCE))
    number = (await the_role(database, hasan)).id
    assert await does(database, "end", number, Change(admin, NOW, None)) is None


async def reaches(database: Database, person: Person, is_so: bool) -> None:
    async with database.write() as session:
        row = update(PersonRow).where(PersonRow.id == person.id)
        await session.execute(row.values(reachable=is_so))


@pytest.mark.parametrize("role", [Role.FIELD_OFFICER, Role.AGENCY_KABKOTA, Role.CADRE])
async def test_a_role_is_given_to_a_member_exactly_where_one_may_invite(
    sqlite_database: Database, role: Role
) -> None:
    database = sqlite_database
    viewer = await a_person(database, 1, (role, home(role)))
    siti = await a_person(database, 2, (Role.PATBM_ACTIVIST, "19.01.01.1003"), name="Siti")
    for target in Role:
        for region in (seat(target), "19.02.01.1001"):
            async with database.write() as session:
                done = await tenure.grant(
                    session, viewer, siti.id, target, region, since=NOW, until=None, now=NOW
                )
            assert (done is not None) is may_invite(viewer, target, region), (target, region)


async def test_nobody_gives_themselves_a_role_nor_one_twice_nor_to_a_stranger(
    database: Database,
) -> None:
    budi = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    siti = await a_person(database, 2, (Role.CADRE, KENANGA))
    jauh = await a_person(database, 3, (Role.CADRE, "19.02.01.1001"))

    async def given(person: Person) -> Changed | None:
        async with database.write() as session:
            return await tenure.grant(
                session, budi, person.id, Role.CADRE, KENANGA, since=NOW, until=None, now=NOW
            )

    assert await given(budi) is None
    assert await given(jauh) is None
    with pytest.raises(AppError) as twice:
        await given(siti)
    assert twice.value.key == "member-has-role"


async def test_a_waiting_role_that_was_ended_cannot_be_confirmed(database: Database) -> None:
    hasan = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    rina = await a_person(database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    dewi = await a_person(database, 3)
    async with database.write() as session:
        number = await give(
            session, dewi.id, Role.CASE_OFFICER, BANGKA, by=hasan.id, confirmed=False
        )
    assert await does(database, "end", number, Change(hasan, NOW, None)) is not None
    async with database.write() as session:
        assert await waiting_roles(session, rina, (PROVINCE,), NOW) == []
        assert await confirm(session, number, rina, (PROVINCE,), NOW) is None
