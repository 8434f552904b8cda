"""Activities for other systems: whose they are to take, page by page, each of them once."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from bot.errors import NotAllowed
from bot.rules.export_order import Order
from bot.rules.roles import Grant, Person, Role
from storage import exporting, splits
from storage.database import Database
from storage.exporting import ActivityRecord, Reader
from storage.reading import ReadingDatabase
from storage.regions import OPERATOR
from storage.splits import Split
from tests.reports.activities import (
    DAY,
    HASH,
    a_photo,
    an_activity,
    an_answered_problem,
    an_author,
)
from tests.storage.building import BANGKA, BELITUNG, KENANGA, NOW

ALL = Order("19", date(2026, 1, 1), date(2026, 12, 31))
NEIGHBOUR, FAR = "19.01.01.1002", "19.02.01.1001"


def somebody(role: Role, region: str) -> Person:
    return Person(1, 1, "Uji", "id", (Grant(role, region),))


async def taken(
    database: Database, by: Reader, order: Order = ALL, *, most: int = 10_000, size: int = 1000
) -> Sequence[ActivityRecord]:
    found: list[ActivityRecord] = []
    async for page in exporting.pages(database, by, order, most=most, size=size):
        assert len(page) <= size
        found += page
    return found


async def test_pages_bring_every_activity_once_by_region_and_day(database: Database) -> None:
    person = await an_author(database)
    numbers = []
    for region in (FAR, NEIGHBOUR, KENANGA):
        for back in range(4):
            day = DAY - timedelta(days=back // 2)
            numbers.append(await an_activity(database, person, region_code=region, held_on=day))
    for size in (1, 3, 5, 1000):
        found = await taken(database, OPERATOR, size=size)
        assert sorted(one.id for one in found) == sorted(numbers)
        order = [(one.region, one.held_on, one.id) for one in found]
        assert order == sorted(order)


async def test_nobody_takes_what_is_not_theirs(database: Database) -> None:
    person = await an_author(database)
    for region in (KENANGA, NEIGHBOUR, FAR):
        await an_activity(database, person, region_code=region)
    agency = somebody(Role.AGENCY_KABKOTA, BANGKA)
    village = somebody(Role.WORKING_GROUP, KENANGA)
    bangka, mine = (Order(code, ALL.first, ALL.last) for code in (BANGKA, KENANGA))
    assert {one.region for one in await taken(database, agency, bangka)} == {KENANGA, NEIGHBOUR}
    assert {one.region for one in await taken(database, village, mine)} == {KENANGA}
    for who, order in (
        (agency, ALL),
        (agency, Order(BELITUNG, ALL.first, ALL.last)),
        (village, bangka),
        (somebody(Role.CADRE, KENANGA), mine),
        (somebody(Role.ADMIN, "19"), ALL),
    ):
        assert await taken(database, who, order) == []
        async with database.session() as session:
            assert await exporting.count(session, who, order, 100) == 0
        with pytest.raises(NotAllowed):
            exporting.job_params(who, order)


async def test_only_the_days_asked_for_and_never_what_was_withdrawn(database: Database) -> None:
    person = await an_author(database)
    first, last = DAY - timedelta(days=2), DAY
    kept = [await an_activity(database, person, held_on=day) for day in (first, last)]
    for day in (first - timedelta(days=1), last + timedelta(days=1)):
        await an_activity(database, person, held_on=day)
    gone = await an_activity(database, person, state="withdrawn")
    order = Order(KENANGA, first, last)
    assert [one.id for one in await taken(database, OPERATOR, order)] == kept
    async with database.session() as session:
        assert await exporting.one(session, OPERATOR, gone) is None
        assert await exporting.count(session, OPERATOR, order, 100) == 2


async def test_no_more_than_allowed_and_the_count_stops_one_behind(database: Database) -> None:
    person = await an_author(database)
    for _ in range(5):
        await an_activity(database, person)
    assert len(await taken(database, OPERATOR, most=3, size=2)) == 3
    async with database.session() as session:
        assert await exporting.count(session, OPERATOR, ALL, 3) == 4
        assert await exporting.count(session, OPERATOR, ALL, 5) == 5


async def test_a_successor_takes_along_what_its_predecessor_left_once(database: Database) -> None:
    person = await an_author(database)
    number = await an_activity(database, person)
    async with database.write() as session:
        plan = Split(
            KENANGA, (("19.01.01.1901", "Kenanga Baru"),), NOW.date(), "Perda uji", ends=True
        )
        await splits.split(session, OPERATOR, plan, NOW)
    for region in ("19.01.01.1901", BANGKA):
        order = Order(region, ALL.first, ALL.last)
        agency = somebody(Role.AGENCY_KABKOTA, BANGKA)
        assert [one.id for one in await taken(database, agency, order)] == [number]


async def test_photos_problem_and_intervention_come_along(database: Database) -> None:
    person = await an_author(database)
    problem, intervention = await an_answered_problem(database, person)
    number = await an_activity(database, person, problem_id=problem, intervention_id=intervention)
    await a_photo(database, number, 0, kept=HASH, caption="Timbang", moment="before")
    await a_photo(database, number, 1)
    (found,) = await taken(database, OPERATOR)
    assert [(one.kept, one.caption, one.moment) for one in found.photos] == [
        (f"{HASH}.jpg", "Timbang", "before"),
        (None, None, None),
    ]
    assert (found.problem, found.agency) == ("MS-2222", "sehat")
    assert found.planned_on == date(2026, 11, 25)


async def test_reading_holds_up_no_writer_and_changes_nothing(database: Database) -> None:
    person = await an_author(database)
    reading = ReadingDatabase(database.url)
    try:
        async with reading.session() as session:
            assert await exporting.count(session, OPERATOR, ALL, 9) == 0
            await an_activity(database, person)
        assert len(await taken(reading, OPERATOR)) == 1
    finally:
        await reading.close()


async def test_a_page_is_found_by_its_index_and_never_sorted(sqlite_database: Database) -> None:
    person = await an_author(sqlite_database)
    for _ in range(3):
        await an_activity(sqlite_database, person)
    asked: list[tuple[str, Sequence[object]]] = []
    engine = sqlite_database.engine

    def note(_: object, __: object, statement: str, given: Sequence[object], *___: object) -> None:
        if "FROM activities LEFT" in statement:
            asked.append((statement, given))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    await taken(sqlite_database, OPERATOR, size=2)
    event.remove(engine.sync_engine, "before_cursor_execute", note)
    assert len(asked) == 2
    for statement, given in asked:
        async with engine.connect() as connection:
            plan = await connection.exec_driver_sql(f"explain query plan {statement}", tuple(given))
            steps = " ".join(str(row) for row in plan)
        assert "ix_activities_region_code_held_on (region_code>? AND region_code<?)" in steps
        assert "TEMP B-TREE" not in steps
