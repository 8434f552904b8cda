"""What serves again of earlier activities, and which one a new one may be the double of."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.clock import new_id
from bot.rules.likeness import is_same, likeness
from bot.rules.roles import Person, Role
from storage.activities import own_entries, village_entries
from storage.database import Database
from storage.duplicates import twin_of
from storage.models import Activity
from tests.storage.building import KENANGA, NOW, a_person

DAY = date(2026, 11, 18)
NEXT_DOOR = "19.01.01.1002"


async def held(database: Database, person: Person, *titles: str, **values: Any) -> Sequence[int]:
    """Activities as they were saved, the first the oldest."""
    rows = [
        {
            "id": new_id(),
            "receipt": f"KG-{new_id() % 10**12}",
            "person_id": person.id,
            "region_code": KENANGA,
            "held_on": DAY,
            "title": title,
            "section": "repro",
            "target_groups": ["balita"],
            "agencies": ["pkm", "other:Toko Bu Ani"],
            "funding": ["dd"],
            "male": 1,
            "female": 2,
            "children": 3,
            "people": 4,
            "place": "Rumah Bu Ani",
            "state": "saved",
            "created_at": NOW,
            **values,
        }
        for title in titles
    ]
    async with database.write() as session:
        await session.execute(insert(Activity), rows)
    return [row["id"] for row in rows]


async def test_ones_own_entries_come_newest_first_and_without_withdrawn(
    database: Database,
) -> None:
    siti = await a_person(database, 1, (Role.CADRE, KENANGA))
    await held(database, siti, "Satu", "Dua")
    await held(database, siti, "Tiga", state="withdrawn")
    async with database.session() as session:
        found = await own_entries(session, siti, 5)
    assert [entry["title"] for entry in found] == ["Dua", "Satu"]
    assert found[0]["participants"] == {"male": 1, "female": 2, "children": 3, "people": 4}
    assert (found[0]["region"], found[0]["place"]) == (KENANGA, "Rumah Bu Ani")


async def test_of_others_only_choices_serve_again_and_never_words(database: Database) -> None:
    siti = await a_person(database, 1, (Role.CADRE, KENANGA))
    rahma = await a_person(database, 2, (Role.CADRE, KENANGA), name="Rahma")
    await held(database, siti, "Satu")
    async with database.session() as session:
        [entry] = await village_entries(session, rahma, KENANGA, 5)
    assert (entry["title"], entry["place"], entry["participants"]) == ("", None, None)
    assert (entry["agencies"], entry["funding"]) == (["pkm"], ["dd"])


async def test_nobody_starts_from_the_entries_of_another_village(database: Database) -> None:
    siti = await a_person(database, 1, (Role.CADRE, KENANGA))
    other = await a_person(database, 2, (Role.CADRE, NEXT_DOOR), name="Rahma")
    await held(database, siti, "Satu")
    async with database.session() as session:
        assert await village_entries(session, other, KENANGA, 5) == ()
        assert await twin_of(session, other, KENANGA, DAY, "Satu") is None


async def test_a_double_is_of_the_same_village_and_day_and_not_withdrawn(
    database: Database,
) -> None:
    siti = await a_person(database, 1, (Role.CADRE, KENANGA))
    rahma = await a_person(database, 2, (Role.CADRE, KENANGA), name="Rahma")
    [number] = await held(database, siti, "Posyandu Melati")
    await held(database, siti, "Rapat desa", state="withdrawn")
    async with database.session() as session:
        own = await twin_of(session, siti, KENANGA, DAY, "posyandu melati RT 03")
        others = await twin_of(session, rahma, KENANGA, DAY, "MELATI posyndu")
        assert own is not None
        assert others is not None
        assert (own.id, own.is_own, others.is_own) == (number, True, False)
        later = DAY + timedelta(days=1)
        assert await twin_of(session, siti, KENANGA, later, "Posyandu Melati") is None
        assert await twin_of(session, siti, KENANGA, DAY, "Posyandu Mawar") is None
        assert await twin_of(session, siti, KENANGA, DAY, "Rapat desa") is None
        assert await twin_of(session, siti, KENANGA, DAY, "") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Posyandu Melati", "melati, posyandu!", True),
        ("Posyandu Melati", "posy melati", True),
        ("Kerja bakti", "Kerja bakti RT 05 dan RT 06", True),
        ("Posyandu Melati", "Posyandu Mawar", False),
        ("Rapat", "Rapat PATBM bulanan", False),
        ("", "", False),
    ],
)
def test_likeness_of_titles(one: str, other: str, *, same: bool) -> None:
    assert is_same(one, other) is is_same(other, one) is same
    assert 0 <= likeness(one, other) <= 1


async def test_the_indexes_serve(database: Database) -> None:
    siti = await a_person(database, 1, (Role.CADRE, KENANGA))
    await held(database, siti, *(f"Kegiatan {number}" for number in range(50)))
    asked = {
        "ix_activities_person_id_id": "person_id = 1 order by id desc limit 12",
        "ix_activities_region_code_held_on": (
            "region_code = 'x' and state != 'withdrawn' order by held_on desc limit 12"
        ),
    }
    async with database.session() as session:
        if session.get_bind().dialect.name != "sqlite":
            await session.execute(text("set enable_seqscan = off"))
        for index, where in asked.items():
            how = "explain query plan" if session.get_bind().dialect.name == "sqlite" else "explain"
            rows = await session.execute(text(f"{how} select title from activities where {where}"))
            assert index in str(rows.all())
