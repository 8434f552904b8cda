"""Groups of a kampung on both databases: each function asks for itself who may do what."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.clock import today
from bot.rules.roles import Person, Role
from storage import group_health, groups, kampung
from storage.audiences import GROUPS, Reach, reach
from storage.database import Database
from storage.group_health import Rights
from storage.models import Kampung, RegionRow, WorkingGroupChat
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_group, a_person

SIBLING = "19.01.01.1002"
ALL = Rights(can_post=True, can_pin=True, can_delete=True)


@pytest.fixture
async def cadre(database: Database) -> Person:
    """Responsible for one village, which has a kampung."""
    async with database.write() as session:
        await kampung.add_kampung(session, KENANGA, "Kampung Kenanga", NOW)
        await kampung.add_kampung(session, SIBLING, "Kampung Sebelah", NOW)
    return await a_person(database, 1, (Role.CADRE, KENANGA))


async def bind(
    database: Database,
    person: Person,
    chat: int = -7,
    region: str = KENANGA,
    topic: int | None = None,
) -> str:
    async with database.write() as session:
        return await groups.bind_group(session, person, chat, region, "POKJA", NOW, topic_id=topic)


async def row(database: Database, chat: int = -7) -> WorkingGroupChat:
    async with database.session() as session:
        found = await session.get(WorkingGroupChat, chat)
    assert found is not None
    return found


async def test_a_group_is_bound_on_the_word_of_who_is_responsible(
    database: Database, cadre: Person
) -> None:
    assert await bind(database, cadre, topic=5) == "checking"
    group = await row(database)
    assert (group.state, group.region_code, group.topic_id) == ("checking", KENANGA, 5)
    assert (group.bound_by, group.bound_at) == (cadre.id, NOW)


@pytest.mark.parametrize(
    ("role", "region"),
    [(Role.PATBM_ACTIVIST, KENANGA), (Role.CADRE, SIBLING), (Role.ADMIN, PROVINCE)],
)
async def test_binding_asks_for_itself_who_may(
    database: Database, cadre: Person, role: Role, region: str
) -> None:
    other = await a_person(database, 2, (role, region))
    assert await bind(database, other) == "refused"
    async with database.session() as session:
        assert await session.get(WorkingGroupChat, -7) is None


async def test_only_a_kampung_that_is_open_is_bound(database: Database, cadre: Person) -> None:
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    assert await bind(database, officer, region="19.01.01.1003") == "unregistered"
    async with database.write() as session:
        kampung = (await groups.kampung_page(session, cadre, limit=5))[0]
        assert kampung.is_open
        await session.execute(
            update(Kampung).where(Kampung.region_code == KENANGA).values(closed_at=NOW)
        )
    assert await bind(database, cadre) == "unregistered"


async def test_a_village_that_ended_is_not_bound(database: Database, cadre: Person) -> None:
    async with database.write() as session:
        village = await session.get(RegionRow, KENANGA)
        assert village is not None
        village.valid_until = NOW.date()
    assert await bind(database, cadre) == "ended"


@pytest.mark.parametrize("state", ["active", "checking", "pending"])
async def test_anothers_group_is_not_taken(database: Database, cadre: Person, state: str) -> None:
    await a_group(database, -7, SIBLING, state)
    assert await bind(database, cadre) == "elsewhere"
    assert (await row(database)).region_code == SIBLING


@pytest.mark.parametrize(("days", "outcome"), [(29, "elsewhere"), (30, "checking")])
async def test_a_lost_group_is_free_after_thirty_days(
    database: Database, cadre: Person, days: int, outcome: str
) -> None:
    await a_group(database, -7, SIBLING)
    async with database.write() as session:
        await group_health.note_away(session, -7, NOW - timedelta(days=days))
    assert await bind(database, cadre) == outcome


async def test_a_group_let_go_is_free(database: Database, cadre: Person) -> None:
    await a_group(database, -7, SIBLING, "unbound")
    assert await bind(database, cadre) == "checking"


async def test_lists_and_cards_show_ones_own_region_only(database: Database, cadre: Person) -> None:
    await a_group(database, -7)
    await a_group(database, -8, SIBLING)
    await a_group(database, -9, KENANGA, "unbound")
    nobody = await a_person(database, 2)
    async with database.session() as session:
        both = [KENANGA, SIBLING]
        mine = await groups.groups_of(session, cadre, both, limit=10)
        assert [one.chat_id for one in mine] == [-7]
        assert await groups.groups_of(session, nobody, both, limit=10) == []
        assert await groups.group_for(session, cadre, -8) is None
        assert await groups.group_for(session, cadre, -9) is None
        assert await groups.kampung_page(session, nobody, limit=10) == []
        lines = await groups.kampung_page(session, cadre, limit=10)
        assert [one.region for one in lines] == [KENANGA]


async def test_pages_go_on_where_the_last_one_ended(database: Database, cadre: Person) -> None:
    above = await a_person(database, 2, (Role.AGENCY_KABKOTA, BANGKA))
    async with database.session() as session:
        first = await groups.kampung_page(session, above, limit=1)
        second = await groups.kampung_page(session, above, after=first[0].region, limit=1)
        found = await groups.kampung_page(session, above, inside=[SIBLING], limit=5)
        none = await groups.kampung_page(session, above, inside=[], limit=5)
    assert [one.region for one in (*first, *second)] == [KENANGA, SIBLING]
    assert [one.region for one in found] == [SIBLING]
    assert none == []


async def test_letting_go_asks_for_itself_who_may(database: Database, cadre: Person) -> None:
    await a_group(database, -8, SIBLING)
    await a_group(database, -7)
    async with database.write() as session:
        assert await groups.unbind(session, cadre, -8) is None
        assert await groups.unbind(session, cadre, -7) == KENANGA
        assert await groups.unbind(session, cadre, -7) is None
    assert (await row(database, -8)).state == "active"
    assert (await row(database)).state == "unbound"


async def test_only_those_asked_decide_and_the_first_counts(
    database: Database, cadre: Person
) -> None:
    rani = await a_person(database, 2, (Role.WORKING_GROUP, KENANGA))
    rudi = await a_person(database, 3, (Role.WORKING_GROUP, KENANGA))
    above = await a_person(database, 4, (Role.AGENCY_PROVINCE, PROVINCE))
    await bind(database, cadre)
    async with database.write() as session:
        assert await groups.decide(session, rani, -7, NOW, is_ours=True) == "late"
        (await session.get_one(WorkingGroupChat, -7)).state = "pending"
    for other in (cadre, above):
        async with database.write() as session:
            assert await groups.decide(session, other, -7, NOW, is_ours=True) == "refused"
    async with database.write() as session:
        assert await groups.decide(session, rani, -7, NOW, is_ours=False) == "declined"
    async with database.write() as session:
        assert await groups.decide(session, rudi, -7, NOW, is_ours=True) == "late"
    group = await row(database)
    assert (group.state, group.confirmed_by) == ("unbound", rani.id)


async def test_an_upgrade_carries_everything_and_twice_changes_nothing(
    database: Database, cadre: Person
) -> None:
    await bind(database, cadre, topic=5)
    for _ in range(2):
        async with database.write() as session:
            await groups.migrate_group(session, -7, -1007)
    group = await row(database, -1007)
    assert (group.state, group.topic_id, group.bound_by) == ("checking", 5, cadre.id)
    async with database.session() as session:
        assert await session.get(WorkingGroupChat, -7) is None


async def test_being_away_is_news_once_until_it_is_back(database: Database) -> None:
    await a_group(database, -7)
    async with database.write() as session:
        assert await group_health.note_away(session, -7, NOW) is not None
        assert await group_health.note_away(session, -7, NOW) is None
        assert await group_health.note_back(session, -7, ALL, NOW) is not None
        assert await group_health.note_back(session, -7, ALL, NOW) is None
        assert await group_health.note_away(session, -7, NOW) is not None
        assert await group_health.note_away(session, -404, NOW) is None


async def test_muted_and_then_put_out_is_one_piece_of_news(database: Database) -> None:
    await a_group(database, -7)
    async with database.write() as session:
        assert await group_health.note_muted(session, -7, NOW) is not None
        assert await group_health.note_muted(session, -7, NOW) is None
        assert await group_health.note_away(session, -7, NOW) is None
    assert (await row(database)).state == "unreachable"


async def test_who_receives_nothing_yet_is_not_counted(database: Database) -> None:
    for chat, state in enumerate(
        ("active", "active", "checking", "pending", "unreachable", "unbound"), start=-16
    ):
        await a_group(database, chat, KENANGA, state)
    async with database.write() as session:
        await group_health.note_muted(session, -15, NOW)
    async with database.session() as session:
        assert await reach(session, PROVINCE, GROUPS, NOW) == Reach(1, 0, 2)


async def test_the_longest_unseen_groups_are_looked_at_first(database: Database) -> None:
    for chat in (-1, -2, -3, -4):
        await a_group(database, chat)
    await a_group(database, -5, state="unbound")
    async with database.write() as session:
        for chat, days in ((-1, 8), (-2, 9), (-3, 1)):
            (await session.get_one(WorkingGroupChat, chat)).seen_at = NOW - timedelta(days=days)
    async with database.session() as session:
        week = NOW - timedelta(days=7)
        assert await group_health.not_seen_since(session, week, 5) == [-4, -2, -1]
        assert await group_health.not_seen_since(session, week, 2) == [-4, -2]


async def test_a_delivery_shows_that_the_bot_may_write(database: Database) -> None:
    await a_group(database, -7)
    async with database.write() as session:
        await group_health.note_muted(session, -7, NOW)
        await group_health.delivered(session, -7, NOW)
    group = await row(database)
    assert (group.delivered_at, group.can_post, group.away_since, group.told_at) == (
        NOW,
        True,
        None,
        None,
    )


async def test_a_village_that_begins_today_may_be_bound_from_midnight_on(
    database: Database, cadre: Person
) -> None:
    """The day is that of WIB: at two in the morning it is still yesterday in UTC."""
    early = NOW.replace(hour=19)
    async with database.write() as session:
        village = await session.get_one(RegionRow, KENANGA)
        village.valid_from = today(early)
    async with database.session() as session:
        assert await groups.is_in_force(session, KENANGA, early)
        assert not await groups.is_in_force(session, KENANGA, early - timedelta(hours=3))
