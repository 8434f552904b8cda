"""The people of a region: each page costs the same wherever it begins, and shows no stranger."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, text, update

from bot.clock import new_id
from bot.rules.roles import Role
from storage import members
from storage.database import Database
from storage.members import Spot
from storage.models import Assignment, PersonRow
from tests.storage.building import BANGKA, BELITUNG, KENANGA, NOW, PROVINCE, a_person

SIBLING = "19.01.01.1003"
KECAMATAN = "19.01.01"


async def many(
    database: Database, count: int, regions: tuple[str, ...], name: str = "kader"
) -> None:
    """So many people with a kader's role each, in the regions by turns."""
    people, roles = [], []
    for at in range(count):
        number = new_id()
        people.append(
            {
                "id": number,
                "telegram_id": number,
                "name": f"{name} {at}",
                "search_name": f"{name} {at}",
                "language": "id",
                "consent_version": 1,
                "consent_at": NOW,
                "reachable": True,
                "created_at": NOW,
            }
        )
        roles.append(
            {
                "id": number,
                "person_id": number,
                "role": "cadre",
                "region_code": regions[at % len(regions)],
                "valid_from": NOW,
                "suspended": False,
                "confirmed_at": NOW,
            }
        )
    async with database.write() as session:
        await session.execute(insert(PersonRow), people)
        await session.execute(insert(Assignment), roles)


async def test_pages_follow_each_other_through_several_regions_and_back(
    database: Database,
) -> None:
    viewer = await a_person(
        database, 1, (Role.FIELD_OFFICER, KENANGA), (Role.FIELD_OFFICER, "19.01.02")
    )
    await many(database, 30, (KENANGA, SIBLING, "19.01.02.2004", "19.01.02"))
    seen: list[int] = []
    after = None
    async with database.session() as session:
        while page := await members.listed(session, viewer, NOW, after=after, limit=4):
            seen += [line.assignment for line in page]
            after = (page[-1].region, page[-1].assignment)
        back: list[int] = []
        before = ("99", 0)
        while page := await members.listed(session, viewer, NOW, before=before, limit=4):
            back = [line.assignment for line in page] + back
            before = (page[0].region, page[0].assignment)
        everything = await members.listed(session, viewer, NOW, limit=1000)

    assert seen == [line.assignment for line in everything] == back
    assert len(set(seen)) == len(seen) == 2 + 8 + 7 + 7
    assert {line.region for line in everything} == {KENANGA, "19.01.02", "19.01.02.2004"}


@pytest.mark.parametrize(
    "grant", [(Role.CADRE, KENANGA), (Role.CASE_OFFICER, PROVINCE), (Role.AUDITOR, PROVINCE)]
)
async def test_who_may_not_read_members_is_shown_nothing(
    database: Database, grant: tuple[Role, str]
) -> None:
    viewer = await a_person(database, 1, grant)
    await a_person(database, 2, (Role.CADRE, KENANGA), name="Siti")
    async with database.session() as session:
        assert await members.listed(session, viewer, NOW, limit=10) == []
        assert (await members.named(session, viewer, "siti", NOW, limit=10)).lines == ()
        assert await members.of_phone(session, viewer, "+62", NOW, limit=10) == []
        [number] = (
            await session.execute(
                text("select id from assignments where role = 'cadre' and person_id <> :me"),
                {"me": viewer.id},
            )
        ).scalars()
        assert await members.card(session, viewer, number) is None


async def test_another_region_is_not_shown_however_it_is_asked_for(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.AGENCY_KABKOTA, BANGKA))
    await a_person(database, 2, (Role.CADRE, "19.02.01.1001"), name="Siti")
    async with database.session() as session:
        assert await members.listed(session, viewer, NOW, region=BELITUNG, limit=10) == []
        page = await members.listed(session, viewer, NOW, after=("18", 0), limit=10)
        assert {line.region for line in page} == {BANGKA}
        found = await members.named(session, viewer, "siti", NOW, limit=10)
        assert list(found.lines) == []


async def test_a_narrower_region_keeps_to_itself(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.AGENCY_KABKOTA, BANGKA))
    await many(database, 6, (KENANGA, SIBLING))
    async with database.session() as session:
        page = await members.listed(session, viewer, NOW, region=SIBLING, limit=10)
    assert [line.region for line in page] == [SIBLING] * 3


async def test_ended_roles_and_closed_accounts_are_not_listed(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, KECAMATAN))
    await many(database, 3, (KENANGA,))
    async with database.write() as session:
        first, second, _ = (
            await session.execute(text("select id from people where telegram_id > 1 order by id"))
        ).scalars()
        ended = update(Assignment).where(Assignment.person_id == first)
        await session.execute(ended.values(valid_until=NOW))
        closed = update(PersonRow).where(PersonRow.id == second)
        await session.execute(closed.values(closed_at=NOW))
    async with database.session() as session:
        page = await members.listed(session, viewer, NOW, region=KENANGA, limit=10)
        earlier = await members.listed(
            session, viewer, NOW - timedelta(seconds=1), region=KENANGA, limit=10
        )
    assert [line.name for line in page] == ["kader 2"]
    assert [line.name for line in earlier] == ["kader 0", "kader 2"]


@pytest.mark.parametrize("region", [KECAMATAN, BANGKA, PROVINCE])
async def test_a_search_finds_everybody_of_the_name_page_by_page(
    database: Database, region: str
) -> None:
    role = {1: Role.AGENCY_KABKOTA, 0: Role.AGENCY_PROVINCE}.get(
        region.count("."), Role.FIELD_OFFICER
    )
    viewer = await a_person(database, 1, (role, region), name="Zaki")
    await many(database, 25, (KENANGA,), "siti")
    await many(database, 450, (BELITUNG,), "siti b")
    await many(database, 5, (KENANGA,), "siti c")
    await many(database, 5, (KENANGA,), "sri")
    seen: list[str] = []
    after: Spot | None = None
    async with database.session() as session:
        for _ in range(100):
            found = await members.named(session, viewer, " SITI ", NOW, after=after, limit=10)
            assert len(found.lines) <= 10
            seen += [line.name for line in found.lines]
            after = found.further
            if after is None:
                break
    assert len(seen) == len(set(seen)) == (480 if region == PROVINCE else 30)
    assert seen == sorted(seen)


async def test_the_phone_is_for_those_who_manage_people_there(database: Database) -> None:
    viewer = await a_person(database, 1, (Role.FIELD_OFFICER, KECAMATAN))
    siti = await a_person(database, 2, (Role.CADRE, KENANGA), name="Siti")
    async with database.write() as session:
        number = update(PersonRow).where(PersonRow.id == siti.id)
        await session.execute(number.values(phone="+6281234567890"))
    async with database.session() as session:
        [line] = await members.of_phone(session, viewer, "+6281234567890", NOW, limit=10)
        found = await members.card(session, viewer, line.assignment)
    assert found is not None
    assert (found.line.name, found.phone) == ("Siti", "+6281234567890")


async def test_a_page_is_one_stretch_of_the_index_of_regions(sqlite_database: Database) -> None:
    """No sorting and no walk over the table: a page costs the same among a million people."""
    viewer = await a_person(sqlite_database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    for after, before in ((None, None), (("19.01", 5), None), (None, ("19.02", 5))):
        query = members._stretch(PROVINCE, after, before).limit(10)
        plain = query.compile(
            sqlite_database.engine.sync_engine, compile_kwargs={"literal_binds": True}
        )
        async with sqlite_database.session() as session:
            plan = (await session.execute(text(f"explain query plan {plain}"))).all()
        steps = " | ".join(row[3] for row in plan)
        assert "ix_assignments_region_code_id" in steps
        assert "TEMP B-TREE" not in steps
        assert "SCAN" not in steps
    assert viewer.id
