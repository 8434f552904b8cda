"""A village split: who and what it had moves on at once, what was done stays and can be read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.errors import AppError, NotAllowed, NotFound
from bot.rules.roles import Grant, Person, Role
from storage.activities import village_activities
from storage.database import Database
from storage.invites import create_invite
from storage.kampung import add_kampung, card, page
from storage.models import (
    Activity,
    Assignment,
    Base,
    Broadcast,
    Invite,
    Kampung,
    MemberRequest,
    RoleChange,
    WorkingGroupChat,
)
from storage.regions import OPERATOR, count_regions, mark_of, open_book, with_past
from storage.splits import Moved, Split, split, what_moves
from tests.storage.building import NOW, a_broadcast, a_group, a_person, give, loaded

OLD, SEA, LAND = "19.01.01.1001", "19.01.01.1101", "19.01.01.1102"
DAY = date(2026, 11, 19)
"""The day of ``NOW``; it began five hours after midnight UTC before it."""

ENDING = Split(OLD, ((SEA, "Kenanga Laut"), (LAND, "Kenanga Darat")), DAY, "Perda 4", True, SEA)
STAYING = Split(OLD, ((LAND, "Kenanga Darat"),), DAY, "Perda 4")


async def carried_out(
    database: Database, plan: Split = ENDING, by: Any = OPERATOR, now: datetime = NOW
) -> Sequence[Moved]:
    async with database.write() as session:
        return await split(session, by, plan, now)


async def all_of(database: Database, model: type[Base]) -> list[Any]:
    async with database.session() as session:
        return list(await session.scalars(select(model)))


async def an_activity(database: Database, person: Person, region: str, number: int = 1) -> None:
    async with database.write() as session:
        session.add(
            Activity(
                id=number,
                receipt=f"KG-{number}",
                person_id=person.id,
                region_code=region,
                held_on=DAY - timedelta(days=9),
                title=f"Posyandu {number}",
                section="reproduksi",
                target_groups=[],
                agencies=[],
                funding=[],
                male=0,
                female=0,
                children=0,
                place=None,
                latitude=None,
                longitude=None,
                description=None,
                created_at=NOW,
            )
        )


async def asked(database: Database, person: Person, state: str, number: int) -> None:
    async with database.write() as session:
        session.add(
            MemberRequest(
                id=number,
                kind="join",
                person_id=person.id,
                role="cadre",
                region_code=OLD,
                state=state,
                rung="field_officer",
                climb_at=None,
                created_at=NOW,
                reminders=0,
            )
        )


async def test_people_move_without_a_gap_and_it_is_logged(database: Database) -> None:
    siti = await a_person(database, 101, (Role.CADRE, OLD))

    [moved] = await carried_out(database)

    assert (moved.chat, moved.role, moved.region) == (101, Role.CADRE, SEA)
    assert (await loaded(database, 101)).grants == (Grant(Role.CADRE, SEA),)
    before, after = sorted(await all_of(database, Assignment), key=lambda row: row.id)
    assert (before.person_id, before.region_code, after.region_code) == (siti.id, OLD, SEA)
    assert before.valid_until == after.valid_from
    assert (after.confirmed_at, after.granted_by) == (before.confirmed_at, before.granted_by)
    [line] = [one for one in await all_of(database, RoleChange) if one.change == "moved"]
    assert (line.person_id, line.region_code, line.assignment_id) == (siti.id, SEA, after.id)


async def test_from_a_day_past_the_role_is_there_since_that_day(database: Database) -> None:
    siti = await a_person(database, 101, (Role.CADRE, OLD))
    long_ago = NOW - timedelta(days=400)
    async with database.write() as session:
        role = (await session.scalars(select(Assignment))).one()
        role.valid_from = long_ago

    await carried_out(database, replace(ENDING, on=date(2026, 11, 1)))

    before, after = sorted(await all_of(database, Assignment), key=lambda row: row.id)
    midnight = datetime(2026, 10, 31, 17, tzinfo=UTC)
    assert (before.valid_from, before.valid_until) == (long_ago, midnight)
    assert (after.valid_from, after.valid_until) == (midnight, None)
    assert (await loaded(database, 101)).id == siti.id


async def test_ended_roles_stay_where_they_were_and_suspended_ones_stay_suspended(
    database: Database,
) -> None:
    await a_person(database, 101, (Role.CADRE, OLD), (Role.WORKING_GROUP, OLD))
    async with database.write() as session:
        cadre, group = (await session.scalars(select(Assignment).order_by(Assignment.id))).all()
        cadre.valid_until, group.suspended = NOW - timedelta(days=1), True

    await carried_out(database)

    rows = {(row.role, row.region_code): row for row in await all_of(database, Assignment)}
    assert ("cadre", SEA) not in rows
    assert rows["working_group", SEA].suspended is True


async def test_what_is_open_moves_and_what_is_over_stays(database: Database) -> None:
    person = await a_person(database, 101, (Role.AGENCY_PROVINCE, "19"))
    await a_group(database, -5, OLD)
    await asked(database, person, "waiting", 1)
    await asked(database, person, "refused", 2)
    await a_broadcast(database, person, region_code=OLD)
    await a_broadcast(database, person, id=2, region_code=OLD, state="done")
    async with database.write() as session:
        await add_kampung(session, OLD, "Kampung Melati", NOW)
        for hours in (1, 48):
            await create_invite(session, Role.CADRE, OLD, viewer=None, hours=hours, uses=1, now=NOW)
    later = NOW + timedelta(hours=2)
    async with database.write() as session:
        moving = await what_moves(session, OPERATOR, OLD, later)

    await carried_out(database, now=later)

    assert (moving.roles, moving.kampung, moving.groups) == (0, 1, 1)
    assert (moving.requests, moving.invites, moving.broadcasts) == (1, 1, 1)
    assert [row.region_code for row in await all_of(database, Kampung)] == [SEA]
    assert [row.region_code for row in await all_of(database, WorkingGroupChat)] == [SEA]
    requests = {row.state: row.region_code for row in await all_of(database, MemberRequest)}
    assert requests == {"waiting": SEA, "refused": OLD}
    assert sorted(row.region_code for row in await all_of(database, Invite)) == [OLD, SEA]
    broadcasts = {row.state: row.region_code for row in await all_of(database, Broadcast)}
    assert broadcasts == {"scheduled": SEA, "done": OLD}


async def test_old_activities_are_read_by_the_successors_people_and_nobody_elses(
    database: Database,
) -> None:
    siti = await a_person(database, 101, (Role.CADRE, OLD))
    await a_person(database, 102, (Role.FIELD_OFFICER, OLD))
    neighbour = await a_person(database, 103, (Role.CADRE, "19.01.01.1002"))
    await an_activity(database, siti, OLD)
    await carried_out(database)
    await an_activity(database, siti, SEA, 2)

    for number in (101, 102):
        viewer = await loaded(database, number)
        async with database.session() as session:
            found = await village_activities(session, viewer, SEA, limit=9)
        assert [(one.line.region, one.line.title) for one in found] == [
            (SEA, "Posyandu 2"),
            (OLD, "Posyandu 1"),
        ]
    async with database.session() as session:
        assert await village_activities(session, neighbour, SEA, limit=9) == ()
        last = found[0]
        rest = await village_activities(
            session, viewer, SEA, before=(last.line.held_on, last.id), limit=9
        )
    assert [one.line.title for one in rest] == ["Posyandu 1"]


async def test_the_past_is_followed_over_several_splits(database: Database) -> None:
    await carried_out(database)
    again = Split(SEA, (("19.01.01.1103", "Kenanga Timur"),), DAY + timedelta(days=9), "P", True)
    await carried_out(database, again, now=NOW + timedelta(days=9))

    async with database.session() as session:
        assert await with_past(session, ["19.01.01.1103"]) == ("19.01.01.1103", SEA, OLD)
        assert await with_past(session, [LAND]) == (LAND, OLD)
        assert await with_past(session, ["19.01.01.1002"]) == ("19.01.01.1002",)
        assert await with_past(session, []) == ()
        book = await open_book(session)
    assert [one.code for one in book.successors(OLD)] == ["19.01.01.1103", LAND]


async def test_a_predecessor_that_still_stands_is_not_read(database: Database) -> None:
    await carried_out(database, STAYING)
    async with database.session() as session:
        assert await with_past(session, [LAND]) == (LAND,)


async def test_without_an_end_people_stay_and_the_new_village_begins_empty(
    database: Database,
) -> None:
    await a_person(database, 101, (Role.CADRE, OLD))
    async with database.write() as session:
        await add_kampung(session, OLD, "Kampung Melati", NOW)

    assert await carried_out(database, STAYING) == ()

    assert (await loaded(database, 101)).grants == (Grant(Role.CADRE, OLD),)
    assert [row.region_code for row in await all_of(database, Kampung)] == [OLD]
    async with database.session() as session:
        book = await open_book(session)
        assert await count_regions(session) == 448
    assert book.title(LAND) == "Kenanga Darat (Kec. Sungailiat)"
    assert book.get(OLD) is not None


async def test_an_ended_region_takes_no_role_no_invitation_and_no_kampung(
    database: Database,
) -> None:
    await carried_out(database)
    person = await a_person(database, 101)
    async with database.write() as session:
        with pytest.raises(AppError, match="region-ended") as refused:
            await give(session, person.id, Role.CADRE, OLD)
        with pytest.raises(NotFound):
            await create_invite(session, Role.CADRE, OLD, viewer=None, hours=1, uses=1, now=NOW)
        with pytest.raises(NotFound, match="region-unknown"):
            await give(session, person.id, Role.CADRE, "19.01.01.9999")
    assert refused.value.args_for_text == {
        "value": "Sungailiat",
        "since": DAY,
        "now": "Kenanga Laut, Kenanga Darat",
    }


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"into": (("19.01.01.1002", "Baru"),), "people": None}, "region-code-taken"),
        ({"into": ((SEA, "A B"), (SEA, "C D"))}, "region-code-taken"),
        ({"into": (("19.02.01.1101", "Baru"),), "people": None}, "region-code-parent"),
        ({"into": (("19.01.99.1101", "Baru"),), "people": None}, "region-code-parent"),
        ({"into": (("19.01.01", "Baru"),), "people": None}, "region-code-format"),
        ({"into": (("19.01.01.11", "Baru"),), "people": None}, "region-code-format"),
        ({"into": (("desa baru", "Baru"),), "people": None}, "region-code-format"),
        ({"into": ((SEA, "B"),)}, "region-name-short"),
        ({"into": ((SEA, "Parit Padang"),)}, "region-name-taken"),
        ({"into": ((SEA, "Baru"), (LAND, "Ba ru"))}, "region-name-taken"),
        ({"on": DAY + timedelta(days=1)}, "region-future"),
        ({"people": None}, "region-successor-missing"),
        ({"people": "19.01.01.1002"}, "region-successor-missing"),
        ({"code": "19.01.01.9999"}, "region-unknown"),
    ],
)
async def test_a_split_that_cannot_be_says_why_and_changes_nothing(
    database: Database, change: dict[str, Any], key: str
) -> None:
    await a_person(database, 101, (Role.CADRE, OLD))
    async with database.session() as session:
        before = await mark_of(session)
    with pytest.raises(AppError) as refused:
        await carried_out(database, replace(ENDING, **change))
    assert refused.value.key == key
    async with database.session() as session:
        book = await open_book(session)
    assert (len(book), book.mark) == (448, before)
    assert (await loaded(database, 101)).grants == (Grant(Role.CADRE, OLD),)


async def test_a_region_with_regions_in_it_cannot_end(database: Database) -> None:
    plan = Split("19.01.01", (("19.01.09", "Sungailiat Timur"),), DAY, "UU 1", True)
    with pytest.raises(AppError, match="region-has-parts"):
        await carried_out(database, plan)
    await carried_out(database, replace(plan, ends=False))
    moved = Split(OLD, (("19.01.09.1001", "Sungailiat"),), DAY, "UU 1", True)
    await carried_out(database, moved)
    async with database.session() as session:
        book = await open_book(session)
    assert book.title("19.01.09.1001") == "Sungailiat (Kec. Sungailiat Timur)"


async def test_splitting_twice_is_refused(database: Database) -> None:
    await carried_out(database)
    with pytest.raises(AppError, match="region-ended"):
        await carried_out(database, replace(ENDING, into=(("19.01.01.1109", "Lain"),), people=None))


async def test_only_those_who_may_edit_regions_split_them(database: Database) -> None:
    """Without the handler's check, too."""
    for number, role, place in (
        (101, Role.FIELD_OFFICER, "19.01.01"),
        (102, Role.AGENCY_KABKOTA, "19.01"),
        (103, Role.ADMIN, "19"),
    ):
        person = await a_person(database, number, (role, place))
        with pytest.raises(NotAllowed):
            await carried_out(database, by=person)
        async with database.session() as session:
            with pytest.raises(NotAllowed):
                await what_moves(session, person, OLD, NOW)
    province = await a_person(database, 104, (Role.AGENCY_PROVINCE, "19"))
    assert await carried_out(database, by=province) == []


async def test_the_kampung_is_on_the_successors_card(database: Database) -> None:
    await a_person(database, 102, (Role.FIELD_OFFICER, "19.01.01"), name="Rudi")
    async with database.write() as session:
        await add_kampung(session, OLD, "Kampung Melati", NOW)
    await carried_out(database)
    viewer = await loaded(database, 102)
    async with database.session() as session:
        [line] = await page(session, viewer, limit=9)
        found = await card(session, viewer, line.id, NOW)
    assert found is not None
    assert (line.region, found.name, found.officers) == (SEA, "Kampung Melati", ["Rudi"])
