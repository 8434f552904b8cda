"""The nightly sweep: each kind at its own age, in turns, made up for when missed; people asked."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from bot.clock import ManualClock, new_id
from bot.rules.roles import Role
from bot.settings import PrivacySettings, RetentionSettings, Settings
from broadcasts import retention as chore
from broadcasts.retention import Retention
from broadcasts.wake import Wake
from storage import outbox, retention
from storage.database import Database
from storage.models import (
    Assignment,
    Broadcast,
    Delivery,
    FailedUpdate,
    HandledUpdate,
    Invite,
    Job,
    LegalHold,
    MemberRequest,
    OutboxFile,
    PersonRow,
    RoleChange,
    Tombstone,
    WebhookPost,
)
from storage.outbox import Priority
from tests.broadcasts.watching import Watch
from tests.reports.activities import an_activity, an_author
from tests.storage.building import KENANGA, PROVINCE, a_broadcast, a_person

EVENING = datetime(2026, 11, 19, 20, 9, tzinfo=UTC)  # 03.09 WIB
DAYS = RetentionSettings()


class Nights:
    """The sweep over a database whose time the test moves."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = ManualClock(EVENING)
        self.wake = Wake()
        self.chore = self.again()

    def again(self) -> Retention:
        """A new process."""
        return Retention(self.database, Settings(), self.wake)

    async def begins(self) -> None:
        await self.chore.turn(self.clock.now())

    async def passes(self) -> None:
        """The night, to the end of the sweep."""
        await self.begins()
        self.clock.advance(minutes=1)
        for _ in range(5):
            await self.chore.turn(self.clock.now())

    def ago(self, days: float) -> datetime:
        return self.clock.now() - timedelta(days=days)

    async def add(self, *rows: Any) -> None:
        async with self.database.write() as session:
            session.add_all(rows)

    async def count(self, model: Any) -> int:
        async with self.database.session() as session:
            return await session.scalar(select(func.count()).select_from(model)) or 0

    async def tombs(self) -> list[str]:
        async with self.database.session() as session:
            return sorted(await session.scalars(select(Tombstone.kind)))


@pytest.fixture
def nights(database: Database) -> Nights:
    return Nights(database)


def a_delivery(at: datetime, state: str, broadcast: int | None = None) -> dict[str, Any]:
    row = outbox.delivery(
        9, "sendMessage", {"text": "Halo"}, priority=Priority.ANSWER, now=at, broadcast_id=broadcast
    )
    return row | {"state": state}


async def test_messages_that_have_ended_go_and_waiting_ones_stay(nights: Nights) -> None:
    old, young = nights.ago(DAYS.delivery_days + 1), nights.ago(DAYS.delivery_days - 1)
    rows = [a_delivery(old, "sent"), a_delivery(old, "queued"), a_delivery(young, "sent")]
    async with nights.database.write() as session:
        await session.execute(insert(Delivery), rows)
    await nights.passes()
    async with nights.database.session() as session:
        left = set(await session.scalars(select(Delivery.id)))
    assert left == {rows[1]["id"], rows[2]["id"]}
    assert await nights.tombs() == []


async def test_posts_that_have_ended_go_and_owed_ones_stay(nights: Nights) -> None:
    activity = await an_activity(nights.database, await an_author(nights.database))
    old, young = nights.ago(DAYS.delivery_days + 1), nights.ago(DAYS.delivery_days - 1)
    kinds = [("a", old, "done"), ("b", old, "failed"), ("c", old, "queued"), ("d", young, "done")]
    for key, at, state in kinds:
        await nights.add(
            WebhookPost(
                id=new_id(), target="dinas", key=key, event="saved", activity_id=activity,
                state=state, attempts=1, due_at=at, created_at=at,
            )
        )  # fmt: skip
    await nights.passes()
    async with nights.database.session() as session:
        left = await session.scalars(select(WebhookPost.key).order_by(WebhookPost.key))
        assert list(left) == ["c", "d"]


async def test_a_broadcast_under_way_keeps_its_account(nights: Nights) -> None:
    dewi = await a_person(nights.database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    await a_broadcast(nights.database, dewi, id=1, state="running")
    await a_broadcast(nights.database, dewi, id=2, state="done")
    old = nights.ago(DAYS.delivery_days + 1)
    rows = [a_delivery(old, "sent", 1), a_delivery(old, "sent", 2)]
    async with nights.database.write() as session:
        await session.execute(insert(Delivery), rows)
    await nights.passes()
    async with nights.database.session() as session:
        assert list(await session.scalars(select(Delivery.broadcast_id))) == [1]


async def test_each_other_kind_goes_at_its_own_age(nights: Nights) -> None:
    siti = await a_person(nights.database, 1, (Role.CADRE, KENANGA))
    for extra, token in ((1, b"a"), (-1, b"b")):
        await nights.add(*await old_rows(nights, siti.id, extra, token))
    await nights.passes()
    for model in (FailedUpdate, OutboxFile, Invite, MemberRequest, Broadcast):
        assert await nights.count(model) == 1, model
    async with nights.database.session() as session:
        assert len((await session.scalars(select(Job.id).where(Job.kind == "data"))).all()) == 1
        assert "old" not in set(await session.scalars(select(RoleChange.reason)))
        subjects = set(await session.scalars(select(Tombstone.subject)))
    assert await nights.tombs() == ["broadcast", "invite", "request", "role_change"]
    assert all("Siti" not in one for one in subjects)


async def old_rows(nights: Nights, person: int, extra: float, token: bytes) -> list[Any]:
    """One row of each kind, ``extra`` days older than it may grow."""
    ago = nights.ago
    at, word = ago(DAYS.role_log_days + extra), "old" if extra > 0 else "young"
    drafted = ago(DAYS.draft_days + extra)
    return [
        FailedUpdate(
            update_id=new_id(), at=ago(DAYS.failed_update_days + extra), error="x", traceback=""
        ),
        OutboxFile(
            id=new_id(), name="a.html", content=b"x", person_id=person,
            created_at=ago(DAYS.delivery_days + extra),
        ),
        Job(
            id=new_id(), kind="data", params={}, person_id=person, state="done", attempts=1,
            due_at=at, created_at=ago(DAYS.job_days + extra),
        ),
        Invite(
            token_hash=token * 32, role="cadre", region_code=KENANGA, uses_left=0,
            expires_at=ago(DAYS.invite_days + extra), created_by=person, created_at=at,
        ),
        MemberRequest(
            id=new_id(), kind="join", person_id=person, role="cadre", region_code=KENANGA,
            state="refused", rung="field_officer", created_at=ago(DAYS.request_days + extra),
            reminders=0,
        ),
        Broadcast(
            id=new_id(), person_id=person, chat_id=1, region_code=KENANGA, audience="everyone",
            body="x", due_at=drafted, state="draft", created_at=drafted,
        ),
        RoleChange(id=new_id(), at=at, person_id=person, change="granted", reason=word),
    ]  # fmt: skip


async def test_what_is_held_stays(nights: Nights) -> None:
    siti = await a_person(nights.database, 1, (Role.CADRE, KENANGA))
    await nights.add(
        LegalHold(
            id=1, person_id=siti.id, reason="x", placed_by=2, placed_at=EVENING, lifted_at=None
        ),
        *await old_rows(nights, siti.id, 1, b"a"),
    )
    await nights.passes()
    assert await nights.tombs() == ["invite"]


async def test_a_great_heap_is_swept_in_several_turns(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "PAGE", 10)
    monkeypatch.setattr(chore, "PAGES", 3)
    rows = [{"update_id": number, "at": nights.ago(5)} for number in range(1, 76)]
    async with nights.database.write() as session:
        await session.execute(insert(HandledUpdate), rows)
    await nights.begins()
    nights.clock.advance(minutes=1)
    left = []
    for _ in range(4):
        await nights.chore.turn(nights.clock.now())
        left.append(await nights.count(HandledUpdate))
    assert left == [45, 15, 0, 0]


async def test_a_sweep_cut_short_is_taken_up_by_the_next_process(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    await nights.passes()
    nights.clock.advance(days=1)
    monkeypatch.setattr(chore, "PAGES", 0)
    await nights.chore.turn(nights.clock.now())  # stopped before its first page
    monkeypatch.undo()
    await nights.add(HandledUpdate(update_id=1, at=nights.ago(5)))
    nights.clock.advance(hours=6)
    nights.chore = nights.again()
    await nights.begins()
    assert await nights.count(HandledUpdate) == 0


async def test_the_scheduler_gives_it_its_turns(database: Database) -> None:
    watch = Watch(database)
    watch.clock.at = EVENING
    turns: list[datetime] = []

    class Noting:
        async def turn(self, now: datetime) -> None:
            turns.append(now)

    scheduler = watch.scheduler()
    scheduler._chores = (Noting(),)
    await scheduler.turn()
    assert turns == [EVENING]


async def idle_since(nights: Nights, days: float) -> int:
    siti = await a_person(nights.database, 5, (Role.CADRE, KENANGA))
    async with nights.database.write() as session:
        await session.execute(update(PersonRow).values(created_at=nights.ago(3000)))
        await session.execute(update(Assignment).values(valid_until=nights.ago(days)))
    return siti.id


WARNED = DAYS.idle_person_days - PrivacySettings().warning_days


async def test_somebody_long_without_a_role_is_asked_once(nights: Nights) -> None:
    person = await idle_since(nights, WARNED + 1)
    await nights.passes()
    nights.clock.advance(days=1, minutes=-1)
    await nights.passes()
    async with nights.database.session() as session:
        jobs = [one for one in await session.scalars(select(Job)) if one.kind == "erase"]
        told = [one for one in await session.scalars(select(Delivery)) if one.chat_id == 5]
    assert [(one.person_id, one.params) for one in jobs] == [
        (person, {"person": person, "idle": 1})
    ]
    assert jobs[0].due_at - jobs[0].created_at == timedelta(days=30)
    assert len(told) == 1
    assert f"pv:k:{jobs[0].id}" in str(told[0].params)


async def test_nobody_is_asked_too_early_or_with_a_role_or_a_question_open(
    nights: Nights,
) -> None:
    await idle_since(nights, WARNED - 1)
    await nights.passes()
    assert await nights.count(Delivery) == 0
    async with nights.database.write() as session:
        await session.execute(update(Assignment).values(valid_until=None))
    nights.clock.advance(days=400, minutes=-1)
    await nights.passes()
    assert await nights.count(Delivery) == 0
