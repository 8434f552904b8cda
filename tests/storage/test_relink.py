"""An account moved to another phone, at the query: who may, what goes along, what does not."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.errors import AppError
from bot.rules.roles import Grant, Person, Role
from storage.database import Database
from storage.models import Assignment, Delivery, DraftRow, PersonRow
from storage.outbox import Priority
from storage.own_requests import keep_phone
from storage.people import load_people
from storage.relink import Relinked, candidates, relink
from storage.requests import RELINK, Request, ask
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_person, give, queued

OLD, NEW = 10, 20
KUDAI = "19.01.01.1003"


async def lost(database: Database, name: str = "Siti", *, phone: str | None = None) -> Request:
    """A request of somebody on a new account."""
    person = await a_person(database, NEW, name=name)
    async with database.write() as session:
        if phone:
            await keep_phone(session, person.id, phone)
        return await ask(
            session,
            person=person.id,
            kind=RELINK,
            role=None,
            region="19.01.01",
            rung=Role.FIELD_OFFICER,
            climb_at=NOW + timedelta(hours=48),
            now=NOW,
        )


async def moving(
    database: Database, viewer: Person, request: Request, old: Person, *owners: str
) -> Relinked | None:
    async with database.write() as session:
        return await relink(session, viewer, request.id, old.id, NOW, owners=owners)


async def people_now(database: Database) -> dict[int, Person]:
    async with database.session() as session:
        return await load_people(session, [OLD, NEW], NOW)


async def test_the_old_row_takes_the_new_address_and_keeps_its_roles(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA), name="Siti")
    request = await lost(database, phone="+6281234567890")
    async with database.write() as session:
        session.add(
            DraftRow(
                owner="10.10", form="activity", is_open=True, revision=1, body=b"x", updated_at=NOW
            )
        )

    moved = await moving(database, viewer, request, old, "10.10", "20.20")

    assert moved is not None
    assert moved.dropped == ()
    found = await people_now(database)
    assert list(found) == [NEW]
    assert (found[NEW].id, found[NEW].grants) == (old.id, (Grant(Role.CADRE, KENANGA),))
    async with database.session() as session:
        closed = await session.get_one(PersonRow, request.person)
        assert (closed.telegram_id, closed.name, closed.phone) == (-closed.id, "", None)
        assert closed.closed_at == NOW
        assert (await session.scalars(select(DraftRow))).all() == []


async def test_roles_of_two_people_end_waiting_ones_too(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA), (Role.CASE_OFFICER, BANGKA))
    async with database.write() as session:
        await give(session, old.id, Role.AUDITOR, BANGKA, confirmed=False)

    moved = await moving(database, viewer, await lost(database), old)

    assert moved is not None
    assert {grant.role for grant in moved.dropped} == {Role.CASE_OFFICER, Role.AUDITOR}
    assert (await people_now(database))[NEW].grants == (Grant(Role.CADRE, KENANGA),)
    async with database.session() as session:
        left = await session.scalars(select(Assignment).where(Assignment.confirmed_at.is_(None)))
        assert left.all() == []


async def test_roles_got_on_the_new_account_come_along_once(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA))
    request = await lost(database)
    async with database.write() as session:
        await give(session, request.person, Role.CADRE, KENANGA)
        await give(session, request.person, Role.CADRE, KUDAI)
        await give(session, request.person, Role.CASE_OFFICER, BANGKA)

    assert await moving(database, viewer, request, old) is not None

    grants = (await people_now(database))[NEW].grants
    assert sorted(grants, key=lambda one: one.region) == [
        Grant(Role.CADRE, KENANGA),
        Grant(Role.CADRE, KUDAI),
    ]


@pytest.mark.parametrize(
    ("viewer_role", "viewer_region", "old_role", "old_region", "why"),
    [
        (Role.FIELD_OFFICER, "19.01.01", Role.FIELD_OFFICER, "19.01.01", "relink-above"),
        (Role.AGENCY_KABKOTA, BANGKA, Role.AGENCY_KABKOTA, BANGKA, "relink-above"),
        (Role.AGENCY_PROVINCE, PROVINCE, Role.ADMIN, PROVINCE, "relink-above"),
        (Role.FIELD_OFFICER, "19.01.01", Role.CADRE, "19.01.02.1001", "relink-outside"),
        (Role.FIELD_OFFICER, "19.01.01", Role.CASE_OFFICER, BANGKA, "relink-outside"),
    ],
)
async def test_what_is_above_or_outside_is_refused_and_nothing_moves(
    database: Database,
    viewer_role: Role,
    viewer_region: str,
    old_role: Role,
    old_region: str,
    why: str,
) -> None:
    viewer = await a_person(database, 1, (viewer_role, viewer_region))
    old = await a_person(database, OLD, (old_role, old_region))
    request = await lost(database)

    with pytest.raises(AppError, match=why):
        await moving(database, viewer, request, old)

    assert (await people_now(database))[OLD].id == old.id


async def test_one_role_above_among_several_refuses_the_whole(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA), (Role.AGENCY_KABKOTA, "19.02"))

    with pytest.raises(AppError, match="relink-above"):
        await moving(database, viewer, await lost(database), old)


async def test_a_role_that_has_ended_gives_no_claim_to_an_account(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA))
    async with database.write() as session:
        await session.execute(
            update(Assignment).where(Assignment.person_id == old.id).values(valid_until=NOW)
        )

    with pytest.raises(AppError, match="relink-outside"):
        await moving(database, viewer, await lost(database), old)


async def test_nobody_without_the_act_moves_anything(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.CADRE, KENANGA), (Role.ADMIN, PROVINCE))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA))

    assert await moving(database, viewer, await lost(database), old) is None
    assert (await people_now(database))[OLD].id == old.id


async def test_an_account_is_moved_neither_to_itself_nor_by_itself(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.AGENCY_KABKOTA, BANGKA), (Role.CADRE, KENANGA))
    request = await lost(database)
    async with database.session() as session:
        asker = (await load_people(session, [NEW], NOW))[NEW]

    for old in (viewer, asker):
        with pytest.raises(AppError, match="relink-outside"):
            await moving(database, viewer, request, old)


async def test_new_messages_go_along_and_alerts_and_edits_do_not(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA))
    plain = await queued(database, OLD, priority=Priority.REMINDER)
    alert = await queued(database, OLD, priority=Priority.ALERT)
    edit = await queued(database, OLD, method="editMessageText")
    others = await queued(database, 77)

    assert await moving(database, viewer, await lost(database), old) is not None

    async with database.session() as session:
        chats = {
            number: (await session.get_one(Delivery, number)).chat_id
            for number in (plain, alert, edit, others)
        }
    assert chats == {plain: NEW, alert: OLD, edit: OLD, others: 77}


async def test_candidates_are_those_of_ones_region_the_likeliest_first(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"), name="Siti")
    phone = await a_person(database, 11, (Role.CADRE, KENANGA), name="Zubaidah")
    same = await a_person(database, 12, (Role.CADRE, KUDAI), name="SITI  Aminah")
    first = await a_person(database, 13, (Role.CADRE, KENANGA), name="Siti Zahra")
    await a_person(database, 14, (Role.CADRE, "19.01.02.1001"), name="Siti Aminah")
    await a_person(database, 15, name="Siti Aminah")
    await a_person(database, 16, (Role.CADRE, KENANGA), name="Budi")
    async with database.write() as session:
        await keep_phone(session, phone.id, "+6281234567890")
    request = await lost(database, "Siti Aminah", phone="+6281234567890")

    async with database.session() as session:
        found = await candidates(session, viewer, request, NOW)

    assert [one.person for one in found] == [phone.id, same.id, first.id]
    assert [one.same_phone for one in found] == [True, False, False]


async def test_at_most_ten_candidates_are_shown(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    for number in range(12):
        await a_person(database, 100 + number, (Role.CADRE, KENANGA), name=f"Siti {number}")
    request = await lost(database)

    async with database.session() as session:
        assert len(await candidates(session, viewer, request, NOW)) == 10
