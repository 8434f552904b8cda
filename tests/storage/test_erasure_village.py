"""What a person wrote for the village is emptied; its figures stay true. Twice is once."""

from datetime import date
from typing import Any

from sqlalchemy import select

from bot.clock import new_id
from bot.rules.roles import Role
from storage import erasure_village
from storage.database import Database
from storage.models import (
    Activity,
    ActivityChange,
    ActivityPhoto,
    Intervention,
    Problem,
    ProblemPhoto,
    Tombstone,
)
from tests.storage.building import KENANGA, NOW, a_person


async def all_of(database: Database, model: Any) -> list[Any]:
    async with database.session() as session:
        return list(await session.scalars(select(model).order_by(*model.__mapper__.primary_key)))


def an_activity(person: int, title: str = "Posyandu") -> Activity:
    return Activity(
        id=new_id(), receipt=f"KG-{new_id() % 10**9}", person_id=person, region_code=KENANGA,
        held_on=date(2026, 11, 1), title=title, section="repro", target_groups=["other:Bumil"],
        agencies=["pkm", "other:Toko Bu Ani"], funding=["dd", "other:Pak RT"], male=1, female=2,
        children=3, people=4, place="Balai", latitude=-2.0, longitude=106.0, description="x",
        follow_up="Bu Ani menelepon", tags=["stunting"], created_at=NOW,
    )  # fmt: skip


def a_change(activity: int, person: int, note: str = "Foto Bu Ani kabur") -> ActivityChange:
    return ActivityChange(
        id=new_id(), activity_id=activity, person_id=person, at=NOW, what="returned",
        before={"title": "Judul lama"}, note=note,
    )  # fmt: skip


def a_problem(person: int) -> Problem:
    return Problem(
        id=new_id(), receipt=f"MS-{new_id() % 10**9}", person_id=person, region_code=KENANGA,
        category="stunting", what="Di rumah Bu Ani", evidence="kata Bu Ani", affected=12,
        priority="high", state="withdrawn", reason="Bu Ani pindah", created_at=NOW,
    )  # fmt: skip


def an_intervention(problem: int, person: int, done_by: int | None = None) -> Intervention:
    return Intervention(
        id=new_id(), problem_id=problem, person_id=person, region_code=KENANGA,
        agency="other:Toko Bu Ani", what="Kunjungi Bu Ani", planned_on=date(2026, 12, 1),
        state="done", result="Bu Ani senang", done_by=done_by, created_at=NOW,
    )  # fmt: skip


async def test_activities_keep_their_counts_and_lists(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    budi = await a_person(database, 6, (Role.CADRE, KENANGA))
    async with database.write() as session:
        session.add_all([an_activity(siti.id), an_activity(budi.id, "Pengajian")])
    for _ in range(2):
        async with database.write() as session:
            done = await erasure_village.empty_activities(session, siti.id, 0, NOW)
            assert done is not None
            assert await erasure_village.empty_activities(session, siti.id, done, NOW) is None
    mine, other = await all_of(database, Activity)
    assert (mine.title, mine.place, mine.description, mine.follow_up) == ("", None, None, None)
    assert (mine.latitude, mine.longitude) == (None, None)
    assert (mine.male, mine.female, mine.children, mine.people) == (1, 2, 3, 4)
    assert (mine.agencies, mine.funding, mine.target_groups) == (["pkm"], ["dd"], [])
    assert mine.tags == ["stunting"]
    assert other.title == "Pengajian"
    assert [one.subject for one in await all_of(database, Tombstone)] == [str(mine.id)]


async def test_photos_and_history_go_with_the_activity(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    plkb = await a_person(database, 6, (Role.FIELD_OFFICER, KENANGA))
    mine, other = an_activity(siti.id), an_activity(plkb.id, "Pengajian")
    photo = ActivityPhoto(
        activity_id=mine.id, position=0, file_id="f", unique_id="u", caption="Bu Ani"
    )
    async with database.write() as session:
        session.add_all([mine, other])
        await session.flush()
        session.add_all([photo, a_change(mine.id, plkb.id), a_change(other.id, plkb.id)])
    async with database.write() as session:
        await erasure_village.empty_activities(session, siti.id, 0, NOW)
    assert await all_of(database, ActivityPhoto) == []
    emptied, kept = await all_of(database, ActivityChange)
    assert (emptied.what, emptied.before, emptied.note) == ("returned", None, None)
    assert (kept.before, kept.note) == ({"title": "Judul lama"}, "Foto Bu Ani kabur")


async def test_notes_beside_others_activities_are_emptied_too(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    plkb = await a_person(database, 6, (Role.FIELD_OFFICER, KENANGA))
    activity = an_activity(siti.id)
    async with database.write() as session:
        session.add(activity)
        await session.flush()
        session.add_all([a_change(activity.id, plkb.id), a_change(activity.id, siti.id)])
    for _ in range(2):
        async with database.write() as session:
            await erasure_village.empty_notes(session, plkb.id, NOW)
    theirs, kept = await all_of(database, ActivityChange)
    assert (theirs.before, theirs.note) == (None, None)
    assert kept.note == "Foto Bu Ani kabur"
    assert [one.kind for one in await all_of(database, Tombstone)] == ["activity_change"]


async def test_problems_keep_what_they_count(database: Database) -> None:
    siti = await a_person(database, 5, (Role.CADRE, KENANGA))
    budi = await a_person(database, 6, (Role.CADRE, KENANGA))
    mine, other = a_problem(siti.id), a_problem(budi.id)
    async with database.write() as session:
        session.add_all([mine, other])
        await session.flush()
        session.add(ProblemPhoto(problem_id=mine.id, position=0, file_id="f", unique_id="u"))
    for _ in range(2):
        async with database.write() as session:
            done = await erasure_village.empty_problems(session, siti.id, 0, NOW)
            assert done == mine.id
            assert await erasure_village.empty_problems(session, siti.id, done, NOW) is None
    first, second = await all_of(database, Problem)
    assert (first.what, first.evidence, first.reason) == (None, None, None)
    assert (first.category, first.affected) == ("stunting", 12)
    assert second.what == "Di rumah Bu Ani"
    assert await all_of(database, ProblemPhoto) == []
    assert [one.subject for one in await all_of(database, Tombstone)] == [str(mine.id)]


async def test_interventions_lose_the_words_of_whoever_wrote_them(database: Database) -> None:
    siti = await a_person(database, 5, (Role.WORKING_GROUP, KENANGA))
    budi = await a_person(database, 6, (Role.WORKING_GROUP, KENANGA))
    problem = a_problem(budi.id)
    async with database.write() as session:
        session.add(problem)
        await session.flush()
        session.add_all(
            [an_intervention(problem.id, siti.id), an_intervention(problem.id, budi.id, siti.id)]
        )
    for _ in range(2):
        async with database.write() as session:
            await erasure_village.empty_interventions(session, siti.id, NOW)
    planned, confirmed = await all_of(database, Intervention)
    assert (planned.what, planned.result, planned.agency) == ("", None, "other:—")
    assert (confirmed.what, confirmed.result) == ("Kunjungi Bu Ani", None)
    assert confirmed.agency == "other:Toko Bu Ani"
