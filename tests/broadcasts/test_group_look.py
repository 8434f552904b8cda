"""Looking at a group through Telegram: what is asked and decided, and every kind of trouble."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot.clock import ManualClock
from bot.rules.regions import Book
from bot.rules.roles import Grant, Person, Role
from bot.settings import Settings
from broadcasts.group_look import AT_ONCE, GroupHealth, belongs, look, rights_of
from broadcasts.jobs import NotYet, Tools
from broadcasts.wake import Wake
from storage import groups, kampung
from storage.database import Database
from storage.group_health import Rights
from storage.jobs import ClaimedJob
from storage.models import Assignment, Delivery, Job, WorkingGroupChat
from tests.storage.building import KENANGA, NOW, a_group, a_person, deliveries

GROUP = -7
BOT = {"id": 42}
MEMBER = {"status": "member"}
LEADS = {"status": "administrator", "can_pin_messages": True, "can_delete_messages": False}


@dataclass
class Answers:
    """Telegram, by method; an exception is raised. Who is asked for is the key of a member."""

    by: dict[str, Any] = field(default_factory=dict)
    members: dict[int, Any] = field(default_factory=dict)

    async def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        usual = {"getMe": BOT, "getChat": {"title": "POKJA Baru"}, "getChatMemberCount": 9}
        answer = self.by.get(method, usual.get(method))
        if method == "getChatMember" and answer is None:
            answer = self.members.get(int(params["user_id"]), MEMBER)
        if isinstance(answer, Exception):
            raise answer
        return answer


def tools(database: Database, telegram: Answers) -> Tools:
    book, wake = Book([]), Wake()
    return Tools(database, ManualClock(NOW), Settings(), None, book, telegram, wake)


async def looked(database: Database, telegram: Answers, **more: Any) -> str | None:
    job = ClaimedJob(1, "group_look", {"chat": GROUP, **more}, None, 1, NOW)
    return await look(tools(database, telegram), job)


async def row(database: Database, chat: int = GROUP) -> WorkingGroupChat:
    async with database.session() as session:
        return await session.get_one(WorkingGroupChat, chat)


@pytest.fixture
async def bound(database: Database) -> Person:
    """A kader who has just bound the group."""
    person = await a_person(database, 1, (Role.CADRE, KENANGA))
    async with database.write() as session:
        await kampung.add_kampung(session, KENANGA, "Kampung", NOW)
        await groups.bind_group(session, person, GROUP, KENANGA, "POKJA", NOW)
    return person


async def test_what_is_seen_is_written_down(database: Database, bound: Person) -> None:
    assert await looked(database, Answers(members={42: LEADS})) == "active"
    group = await row(database)
    assert (group.title, group.members, group.seen_at) == ("POKJA Baru", 9, NOW)
    assert (group.can_post, group.can_pin, group.can_delete) == (True, True, False)
    [told] = await deliveries(database)
    assert told.chat_id == GROUP


async def test_a_second_run_of_the_same_look_says_nothing_twice(
    database: Database, bound: Person
) -> None:
    await looked(database, Answers())
    assert await looked(database, Answers()) == "seen"
    assert len(await deliveries(database)) == 1


async def test_who_cannot_be_seen_has_to_be_confirmed(database: Database, bound: Person) -> None:
    hidden = Answers(members={1: BadRequest("member list is inaccessible")})
    assert await looked(database, hidden) == "pending"
    assert (await row(database)).state == "pending"
    assert {one.chat_id for one in await deliveries(database)} == {GROUP, 1}


async def test_who_lost_the_role_meanwhile_binds_nothing(database: Database, bound: Person) -> None:
    async with database.write() as session:
        for one in await session.scalars(select(Assignment)):
            one.valid_until = NOW
    assert await looked(database, Answers()) == "no longer responsible"
    assert (await row(database)).state == "unbound"


@pytest.mark.parametrize(
    "trouble",
    [
        Forbidden("Forbidden: bot was kicked from the group chat"),
        Forbidden("Forbidden: the group chat was deleted"),
        BadRequest("Chat not found"),
        BadRequest("Group chat was deactivated"),
    ],
)
async def test_a_group_without_the_bot_is_away(database: Database, trouble: Exception) -> None:
    await a_group(database, GROUP)
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    for _ in range(2):
        assert await looked(database, Answers({"getChat": trouble})) == "away"
    assert (await row(database)).state == "unreachable"
    [told] = await deliveries(database)
    assert told.chat_id == officer.telegram_id


async def test_a_bot_that_has_left_is_away(database: Database) -> None:
    await a_group(database, GROUP)
    assert await looked(database, Answers(members={42: {"status": "left"}})) == "away"


async def test_a_flood_wait_puts_the_look_off(database: Database) -> None:
    await a_group(database, GROUP)
    with pytest.raises(NotYet) as wait:
        await looked(database, Answers({"getChat": RetryAfter(timedelta(seconds=30))}))
    assert wait.value.until == NOW + timedelta(seconds=30)


@pytest.mark.parametrize("trouble", [NetworkError("no way"), BadRequest("something new")])
async def test_other_trouble_is_tried_again_and_changes_nothing(
    database: Database, trouble: Exception
) -> None:
    await a_group(database, GROUP)
    with pytest.raises(type(trouble)):
        await looked(database, Answers({"getChat": trouble}))
    assert (await row(database)).state == "active"


async def test_an_upgraded_group_is_followed(database: Database, bound: Person) -> None:
    assert await looked(database, Answers({"getChat": ChatMigrated(-1007)})) == "moved"
    assert (await row(database, -1007)).state == "checking"
    async with database.session() as session:
        [job] = await session.scalars(select(Job).where(Job.kind == "group_look"))
    assert job.params == {"chat": -1007}


async def test_a_muted_bot_is_noted(database: Database) -> None:
    await a_group(database, GROUP)
    muted = {"status": "restricted", "can_send_messages": False, "is_member": True}
    assert await looked(database, Answers(members={42: muted})) == "muted"
    assert (await row(database)).can_post is False


async def test_a_group_let_go_is_left_alone(database: Database) -> None:
    await a_group(database, GROUP, state="unbound")
    assert await looked(database, Answers({"getChat": NetworkError("never asked")})) == "not bound"


@pytest.mark.parametrize(
    ("member", "chat", "rights"),
    [
        ({"status": "creator"}, {}, Rights(True, True, True)),
        (LEADS, {}, Rights(True, True, False)),
        (MEMBER, {}, Rights(True, False, False)),
        (MEMBER, {"permissions": {"can_send_messages": False}}, Rights(False, False, False)),
        ({"status": "restricted", "can_send_messages": True}, {}, Rights(True, False, False)),
    ],
)
def test_rights_are_read_as_telegram_means_them(
    member: dict[str, Any], chat: dict[str, Any], rights: Rights
) -> None:
    assert rights_of(member, chat) == rights


@pytest.mark.parametrize(
    ("status", "role", "region", "does"),
    [
        ("creator", Role.AGENCY_PROVINCE, "19", True),
        ("member", Role.CADRE, KENANGA, True),
        ("member", Role.CADRE, "19.01.01.1002", False),
        ("member", Role.FIELD_OFFICER, KENANGA, False),
        ("left", Role.WORKING_GROUP, KENANGA, False),
        (None, Role.WORKING_GROUP, KENANGA, False),
    ],
)
def test_belonging(status: str | None, role: Role, region: str, does: bool) -> None:
    person = Person(1, 1, "Budi", "id", (Grant(role, region),))
    assert belongs(status, person, KENANGA) is does


async def test_a_few_groups_in_a_minute_are_looked_at_each_once_a_day(database: Database) -> None:
    for chat in range(1, AT_ONCE + 3):
        await a_group(database, -chat)
    health = GroupHealth(database, Wake())
    await health.turn(NOW)
    await health.turn(NOW + timedelta(seconds=30))
    assert await _jobs(database) == AT_ONCE
    await health.turn(NOW + timedelta(seconds=61))
    assert await _jobs(database) == AT_ONCE + 2
    await health.turn(NOW + timedelta(seconds=122))
    assert await _jobs(database) == AT_ONCE + 2
    assert (await deliveries(database)) == []


async def _jobs(database: Database) -> int:
    async with database.session() as session:
        return len((await session.scalars(select(Job))).all())


async def test_who_asked_for_the_look_is_told(database: Database) -> None:
    person = await a_person(database, 1, (Role.CADRE, KENANGA))
    await a_group(database, GROUP)
    await looked(database, Answers(), tell=person.id)
    async with database.session() as session:
        [told] = (await session.scalars(select(Delivery))).all()
    assert told.chat_id == 1


async def test_groups_whose_look_fails_do_not_hold_up_the_others(database: Database) -> None:
    for chat in range(-12, 0):
        await a_group(database, chat)
    health = GroupHealth(database, Wake())
    for minute in range(3):
        await health.turn(NOW + timedelta(minutes=minute))
    async with database.session() as session:
        asked = [job.params["chat"] for job in await session.scalars(select(Job))]
    assert sorted(asked) == list(range(-12, 0)), "nobody was seen, and yet everybody was asked"
    await health.turn(NOW + timedelta(minutes=4))
    await health.turn(NOW + timedelta(days=1))
    async with database.session() as session:
        again = len((await session.scalars(select(Job.id))).all())
    assert again == 12 + AT_ONCE
