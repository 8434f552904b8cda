"""The territory: complete, and searched by ranges that an index serves, byte by byte."""

from collections import Counter

import pytest
from sqlalchemy import Select, select, text

from bot.rules.regions import province_regions
from storage.database import Database
from storage.models import Activity, Assignment, Case, Kampung, RegionRow, WorkingGroupChat
from storage.people import within
from storage.territory import count_regions, import_regions

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
        assert await import_regions(session, province_regions(), "again") == 1

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
