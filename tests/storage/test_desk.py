"""The desk's lists, on both databases: for those who may, page by page, by an index."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, text

from bot.rules.roles import Role
from storage import desk, role_history
from storage.database import Database
from storage.models import FailedUpdate, Job, MemberRequest, Tombstone
from storage.people import set_reachable
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_group, a_person, give, loaded

HOUR = timedelta(hours=1)


async def test_only_the_desks_own_people_are_shown_anything(database: Database) -> None:
    siti = await a_person(database, 2, (Role.CADRE, KENANGA))
    officer = await a_person(database, 3, (Role.AGENCY_KABKOTA, BANGKA))
    async with database.write() as session:
        await set_reachable(session, 2, False, NOW)
        session.add(FailedUpdate(update_id=5, at=NOW, error="KeyError", traceback="x"))
    await a_group(database, -5, state="unreachable")
    async with database.write() as session:
        for viewer in (siti, officer):
            assert set((await desk.counts(session, viewer, NOW)).values()) == {0}
            for name in desk.LISTS:
                assert await desk.listed(session, viewer, name, NOW, limit=10) == []
            assert await role_history.role_changes(session, viewer, limit=10) == []
            assert await role_history.people_named(session, viewer, "budi", 10) == []
            assert not await desk.resolve(session, viewer, 5, NOW)
    async with database.session() as session:
        assert await session.get(FailedUpdate, 5) is not None
        assert (await session.scalars(select(Tombstone))).all() == []


async def test_counts_stop_at_a_hundred(database: Database) -> None:
    admin = await a_person(database, 1, (Role.ADMIN, PROVINCE))
    rows = [{"update_id": n, "at": NOW, "error": "E", "traceback": "x"} for n in range(1, 151)]
    async with database.write() as session:
        await session.execute(insert(FailedUpdate), rows)
    async with database.session() as session:
        assert (await desk.counts(session, admin, NOW))["failed"] == desk.MOST
        first = await desk.listed(session, admin, "failed", NOW, limit=3)
        second = await desk.listed(session, admin, "failed", NOW, after=first[-1].key, limit=3)
    assert [one.key[0] for one in (*first, *second)] == [150, 149, 148, 147, 146, 145]


async def test_each_place_of_somebody_away_is_one_line(database: Database) -> None:
    admin = await a_person(database, 1, (Role.ADMIN, PROVINCE))
    for number in range(2, 6):
        await a_person(
            database, number, (Role.CADRE, KENANGA), (Role.CADRE, "19.02.01.1001"), name="Siti"
        )
    async with database.write() as session:
        for number in range(2, 5):
            await set_reachable(session, number, False, NOW)
    seen: list[tuple[int, ...]] = []
    async with database.session() as session:
        while page := await desk.listed(
            session, admin, "people", NOW, after=seen[-1] if seen else (), limit=4
        ):
            seen += [one.key for one in page]
    assert len(seen) == len(set(seen)) == 6


async def test_a_job_is_overdue_after_an_hour(database: Database) -> None:
    admin = await a_person(database, 1)
    async with database.write() as session:
        await session.execute(delete(Job))
        await give(session, admin.id, Role.ADMIN, PROVINCE)
    async with database.session() as session:
        viewer = await loaded(database, 1)
        assert (await desk.counts(session, viewer, NOW))["overdue"] == 0
        assert (await desk.counts(session, viewer, NOW + HOUR))["overdue"] == 1


@pytest.mark.parametrize("name", ["people", "jobs", "overdue", "requests", "groups"])
async def test_lists_are_read_off_an_index_of_what_they_show(
    sqlite_database: Database, name: str
) -> None:
    """Not off the table of everybody: an index holds only the rows in that state."""
    admin = await a_person(sqlite_database, 1, (Role.ADMIN, PROVINCE))
    query = desk._paged(name, desk._queries(admin, NOW)[name], ()).limit(10)
    plain = query.compile(
        sqlite_database.engine.sync_engine, compile_kwargs={"literal_binds": True}
    )
    async with sqlite_database.session() as session:
        plan = (await session.execute(text(f"explain query plan {plain}"))).all()
    steps = [row[3] for row in plan]
    expected = {
        "people": "ix_people_unreachable",
        "jobs": "ix_jobs_failed",
        "overdue": "ix_jobs_open",
        "requests": "ix_member_requests_waiting",
        "groups": "ix_groups_",
    }[name]
    assert expected in " | ".join(steps), steps
    assert not [step for step in steps if step.startswith("SCAN") and expected not in step], steps


async def test_requests_are_paged_by_region_and_age(database: Database) -> None:
    admin = await a_person(database, 1, (Role.ADMIN, PROVINCE))
    asker = await a_person(database, 2)
    async with database.write() as session:
        for number in range(1, 8):
            session.add(
                MemberRequest(
                    id=number,
                    kind="join",
                    person_id=asker.id,
                    role="cadre",
                    region_code=KENANGA if number % 2 else "19.02.01.1001",
                    state="approved" if number == 7 else "waiting",
                    rung="field_officer",
                    created_at=NOW,
                )
            )
    seen: list[int] = []
    async with database.session() as session:
        assert await desk.listed(session, admin, "requests", NOW + 23 * HOUR, limit=9) == []
        later = NOW + 24 * HOUR
        while page := await desk.listed(
            session, admin, "requests", later, after=seen[-1:], limit=2
        ):
            seen += [one.key[0] for one in page]
    assert seen == [1, 3, 5, 2, 4, 6]
