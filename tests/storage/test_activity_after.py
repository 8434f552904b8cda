"""What happens to an activity after it was sent, as the database decides it: who may, what stood
when it was looked at, and what is left when two decide at once."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, text

from bot.clock import new_id
from bot.errors import NotAllowed, NotFound
from bot.rules.roles import Person, Role
from bot.settings import ActivitySettings
from storage import activity_after as after
from storage import activity_history as history
from storage import activity_lists, splits
from storage.activities import village_activities
from storage.activity_checks import Seen, give_back, verify, why_not
from storage.activity_lists import own_page, waiting, waiting_count, whole
from storage.database import Database
from storage.group_posts import posting_groups, set_posting
from storage.models import Activity, ActivityChange, ActivityPhoto, WorkingGroupChat
from storage.regions import OPERATOR
from tests.storage.building import BELITUNG, KENANGA, NOW, a_group, a_person, loaded

LIMITS = ActivitySettings()
OTHER = "19.01.01.1002"
NEW = "19.01.01.1101"
HELD = date(2026, 11, 17)


async def sent(database: Database, by: Person, **more: Any) -> int:
    """An activity as it was sent, with one photo."""
    number = new_id()
    row: dict[str, Any] = {
        "id": number,
        "receipt": f"KG-{number % 10**9}",
        "person_id": by.id,
        "region_code": KENANGA,
        "held_on": HELD,
        "title": "Posyandu Melati",
        "section": "repro",
        "target_groups": ["pus"],
        "agencies": [],
        "funding": [],
        "male": 1,
        "female": 2,
        "children": 3,
        "created_at": NOW,
    }
    async with database.write() as session:
        await session.execute(insert(Activity), [row | more])
        photo = {"activity_id": number, "position": 0, "file_id": "a", "unique_id": "u-a"}
        await session.execute(insert(ActivityPhoto), [photo])
    return number


async def cadre(database: Database, telegram_id: int = 1, village: str = KENANGA) -> Person:
    return await a_person(database, telegram_id, (Role.CADRE, village), name="Siti")


async def officer(database: Database, telegram_id: int = 2) -> Person:
    return await a_person(database, telegram_id, (Role.FIELD_OFFICER, "19.01.01"))


async def state_of(database: Database, number: int) -> tuple[str, int]:
    async with database.session() as session:
        row = await session.get(Activity, number)
    assert row is not None
    return row.state, row.revision


async def noted(database: Database) -> Sequence[str]:
    async with database.session() as session:
        rows = await session.scalars(select(ActivityChange.what).order_by(ActivityChange.id))
        return rows.all()


async def edits(database: Database, by: Person, number: int, revision: int, **values: Any) -> str:
    async with database.write() as session:
        return await after.edit(
            session, by, number, revision, values, None, now=NOW, settings=LIMITS
        )


async def withdraws(database: Database, by: Person, number: int) -> None:
    async with database.write() as session:
        await after.withdraw(session, by, number, "twice", now=NOW, settings=LIMITS)


async def verifies(database: Database, by: Person, *seen: Seen) -> list[int]:
    async with database.write() as session:
        return [one.id for one in await verify(session, by, seen, NOW)]


def as_sent(number: int) -> Seen:
    return Seen(number, 0, "saved")


async def test_an_edit_keeps_the_earlier_values_and_raises_the_revision(
    database: Database,
) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    changed = {"title": "Posyandu Mawar", "held_on": date(2026, 11, 16), "male": 1}
    assert await edits(database, siti, number, 0, **changed) == "changed"
    assert await state_of(database, number) == ("saved", 1)
    async with database.session() as session:
        [row] = (await session.scalars(select(ActivityChange))).all()
    assert row.before == {"title": "Posyandu Melati", "held_on": "2026-11-17"}
    assert row.person_id == siti.id


async def test_an_edit_of_what_was_is_no_edit(database: Database) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    assert await edits(database, siti, number, 0, title="Posyandu Melati") == "same"
    assert await state_of(database, number) == ("saved", 0)
    assert await noted(database) == []


async def test_an_edit_begun_from_an_older_revision_changes_nothing(database: Database) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    await edits(database, siti, number, 0, title="Satu")
    assert await edits(database, siti, number, 0, title="Dua") == "moved"
    assert await state_of(database, number) == ("saved", 1)
    assert await noted(database) == ["edited"]


async def test_photos_are_kept_in_their_new_order(database: Database) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    photos = [{"file_id": "b", "unique_id": "u-b"}, {"file_id": "a", "unique_id": "u-a"}]
    async with database.write() as session:
        await after.edit(session, siti, number, 0, {}, photos, now=NOW, settings=LIMITS)
    async with database.session() as session:
        found = await whole(session, siti, number)
        assert found is not None
        assert [(one.position, one.file_id) for one in found.photos] == [(0, "b"), (1, "a")]
        [change] = await history.history(session, siti, number, limit=5)
        assert change.before is not None
        assert [one["unique_id"] for one in change.before["photos"]] == ["u-a"]


@pytest.mark.parametrize("who", ["another kader", "the PLKB", "nobody any more"])
async def test_only_its_author_changes_an_activity(database: Database, who: str) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    others = {
        "another kader": await cadre(database, 3),
        "the PLKB": await officer(database),
        "nobody any more": Person(siti.id, 1, "Siti", "id"),
    }
    refused = (NotFound, NotAllowed)
    with pytest.raises(refused):
        await edits(database, others[who], number, 0, title="Mawar")
    with pytest.raises(refused):
        await withdraws(database, others[who], number)
    async with database.write() as session:
        with pytest.raises(refused):
            await after.restore(session, others[who], number, NOW)
    assert await state_of(database, number) == ("saved", 0)
    assert await noted(database) == []


async def test_a_withdrawn_one_is_found_by_its_author_alone(database: Database) -> None:
    siti, budi = await cadre(database), await officer(database)
    number = await sent(database, siti)
    await withdraws(database, siti, number)
    async with database.session() as session:
        assert await whole(session, budi, number) is None
        assert await history.history(session, budi, number, limit=5) == ()
        assert await waiting(session, budi, limit=5) == []
        assert await village_activities(session, budi, KENANGA, limit=5) == []
        assert [one.state for one in await own_page(session, siti, limit=5)] == ["withdrawn"]
        assert await whole(session, siti, number) is not None


async def test_taken_back_it_stands_as_it_stood(database: Database) -> None:
    siti = await cadre(database)
    number = await sent(database, siti, state="returned")
    await withdraws(database, siti, number)
    async with database.write() as session:
        await after.restore(session, siti, number, NOW + timedelta(hours=24))
    assert await state_of(database, number) == ("returned", 0)
    assert await noted(database) == ["withdrawn", "restored"]


async def test_what_is_verified_names_its_author(database: Database) -> None:
    siti, budi = await cadre(database), await officer(database)
    number = await sent(database, siti)
    async with database.write() as session:
        [taken] = await verify(session, budi, [as_sent(number)], NOW)
    assert (taken.person, taken.region, taken.held_on) == (siti.id, KENANGA, HELD)
    async with database.session() as session:
        row = await session.get(Activity, number)
        assert row is not None
        assert (row.verified_by, row.verified_at) == (budi.id, NOW)
        [told] = await history.history(session, siti, number, limit=5)
    assert (told.what, told.role) == ("verified", Role.FIELD_OFFICER)


async def test_several_at_once_leave_out_what_does_not_stand(database: Database) -> None:
    siti, budi = await cadre(database), await officer(database)
    good, changed, own = (
        await sent(database, siti),
        await sent(database, siti, revision=1),
        await sent(database, budi),
    )
    gone = await sent(database, siti, state="withdrawn")
    seen = [as_sent(one) for one in (good, changed, own, gone)]
    assert await verifies(database, budi, *seen) == [good]
    assert await noted(database) == ["verified"]


@pytest.mark.parametrize(
    ("how", "key"),
    [
        ({"state": "withdrawn"}, "after-check-withdrawn"),
        ({"state": "verified"}, "after-check-verified"),
        ({"state": "returned"}, "after-check-returned"),
        ({"revision": 3}, "after-check-moved"),
    ],
)
async def test_whoever_comes_too_late_is_told_why(
    database: Database, how: dict[str, Any], key: str
) -> None:
    siti, budi = await cadre(database), await officer(database)
    number = await sent(database, siti, **how)
    async with database.write() as session:
        assert await verify(session, budi, [as_sent(number)], NOW) == []
        assert await give_back(session, budi, as_sent(number), "Fotonya kurang", NOW) is None
        assert (await why_not(session, budi, as_sent(number))).key == key
    assert await noted(database) == []


async def test_outside_ones_region_nothing_is_checked(database: Database) -> None:
    siti = await cadre(database)
    number = await sent(database, siti)
    rina = await a_person(database, 5, (Role.AGENCY_KABKOTA, BELITUNG))
    async with database.write() as session:
        assert await verify(session, rina, [as_sent(number)], NOW) == []
        assert await give_back(session, rina, as_sent(number), "Kurang", NOW) is None
        assert (await why_not(session, rina, as_sent(number))).key == "refused-verify-activity"
        assert await whole(session, rina, number) is None
    for nobody in (siti, Person(rina.id, 5, "Rina", "id")):
        async with database.write() as session:
            with pytest.raises(NotAllowed):
                await verify(session, nobody, [as_sent(number)], NOW)
            with pytest.raises(NotAllowed):
                await give_back(session, nobody, as_sent(number), "Kurang", NOW)
            assert await waiting(session, nobody, limit=5) == []
            assert await waiting_count(session, nobody, 10) == 0
    assert await state_of(database, number) == ("saved", 0)


async def test_the_queue_is_in_order_of_time_and_counted_up_to_a_limit(
    database: Database,
) -> None:
    siti, budi = await cadre(database), await officer(database)
    places = (OTHER, KENANGA, OTHER, KENANGA)
    numbers = [await sent(database, siti, region_code=place) for place in places]
    await sent(database, budi)
    async with database.session() as session:
        first = await waiting(session, budi, limit=3)
        rest = await waiting(session, budi, after=(first[-1].region, first[-1].id), limit=3)
        assert [one.id for one in [*first, *rest]] == numbers
        assert await waiting_count(session, budi, 10) == 4
        assert await waiting_count(session, budi, 3) == 3


async def test_a_wide_queue_goes_on_where_its_page_ended(database: Database) -> None:
    siti = await cadre(database)
    hasan = await a_person(database, 6, (Role.AGENCY_PROVINCE, "19"))
    places = (OTHER, KENANGA, OTHER, KENANGA)
    numbers = [await sent(database, siti, region_code=place) for place in places]
    async with database.session() as session:
        found: list[int] = []
        at = ("", 0)
        while page := await waiting(session, hasan, after=at, limit=1):
            found, at = [*found, page[0].id], (page[0].region, page[0].id)
    assert found == [numbers[1], numbers[3], numbers[0], numbers[2]]


async def test_an_activity_of_an_ended_village_is_checked_by_its_successors_officer(
    database: Database,
) -> None:
    siti = await cadre(database)
    await a_person(database, 2, (Role.FIELD_OFFICER, KENANGA))
    number = await sent(database, siti)
    plan = splits.Split(
        KENANGA, ((NEW, "Kenanga Baru"),), NOW.date(), "Perda 4/2026", ends=True, people=NEW
    )
    async with database.write() as session:
        await splits.split(session, OPERATOR, plan, NOW)
    later = NOW + timedelta(days=1)
    budi, siti = await loaded(database, 2, later), await loaded(database, 1, later)
    assert [one.region for one in budi.grants] == [NEW]
    async with database.write() as session:
        assert [one.id for one in await waiting(session, budi, limit=5)] == [number]
        assert await whole(session, budi, number) is not None
        edited = await after.edit(
            session, siti, number, 0, {"title": "Mawar"}, None, now=NOW, settings=LIMITS
        )
        assert edited == "changed"
        assert len(await verify(session, budi, [Seen(number, 1, "saved")], NOW)) == 1


async def test_the_role_of_whoever_checked_is_told_after_it_ended(database: Database) -> None:
    siti, rina = await cadre(database), await a_person(database, 5, (Role.AGENCY_KABKOTA, "19.01"))
    number = await sent(database, siti)
    await verifies(database, rina, as_sent(number))
    async with database.write() as session:
        await session.execute(text("update assignments set valid_until = valid_from"))
    async with database.session() as session:
        [told] = await history.history(session, siti, number, limit=5)
    assert told.role is Role.FIELD_OFFICER, "nothing is left of it: the nearest of all"


async def test_only_groups_that_want_it_and_only_for_whoever_logs_there(
    database: Database,
) -> None:
    siti, budi = await cadre(database), await officer(database)
    for chat in (-1, -2, -3, -4):
        await a_group(database, chat, state="pending" if chat == -4 else "active")
    await a_group(database, -5, region=OTHER)
    async with database.write() as session:
        assert list(await posting_groups(session, siti, KENANGA)) == []
        for chat in (-1, -3, -4, -5):
            assert await set_posting(session, budi, chat, True) is True
        assert await set_posting(session, budi, -1, True) is False
        assert await set_posting(session, siti, -5, False) is False
        muted = await session.get(WorkingGroupChat, -3, populate_existing=True)
        assert muted is not None
        muted.can_post = False
    rahma = await cadre(database, 9, OTHER)
    async with database.session() as session:
        assert await posting_groups(session, siti, KENANGA) == [-1]
        assert await posting_groups(session, rahma, KENANGA) == ()


@pytest.mark.parametrize("by_village", [False, True])
async def test_the_index_of_what_waits_serves_a_page(database: Database, by_village: bool) -> None:
    wanted = activity_lists._by_time(7, ["19.01.01"], 8).limit(9)
    if by_village:
        wanted = activity_lists._by_village(7, "19", (KENANGA, 8)).limit(9)
    bound = wanted.compile(database.engine.sync_engine, compile_kwargs={"literal_binds": True})
    async with database.session() as session:
        if not database.is_sqlite:
            # A table of no rows is read whole by choice; here is asked whether the index can serve.
            await session.execute(text("set local enable_seqscan = off"))
        explain = "explain query plan" if database.is_sqlite else "explain"
        rows = await session.execute(text(f"{explain} {bound}"))
        plan = " ".join(str(row[3] if database.is_sqlite else row[0]) for row in rows)
    assert "ix_activities_unverified" in plan
    assert by_village is False or "TEMP B-TREE" not in plan
