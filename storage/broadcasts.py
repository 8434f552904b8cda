"""Broadcasts: whom they reach, when they fire, and their honest account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Act, Person, Role
from storage.models import (
    Assignment,
    Broadcast,
    BroadcastRun,
    Delivery,
    PersonRow,
    WorkingGroupChat,
)
from storage.outbox import Priority, announce
from storage.people import in_force, within

GROUPS = "groups"
EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many an audience has: groups, people, and those known to be out of reach."""

    groups: int
    people: int
    unreachable: int

    @property
    def total(self) -> int:
        return self.groups + self.people


async def reach(session: AsyncSession, region: str, audience: str, now: datetime) -> Reach:
    """Count an audience as it is now."""
    if audience == GROUPS:
        found = await session.execute(
            select(func.count(), _sum(WorkingGroupChat.state != "active")).where(
                *_group_conditions(region)
            )
        )
        total, away = found.one()
        return Reach(total - (away or 0), 0, away or 0)
    people = select(PersonRow.id, PersonRow.reachable).where(
        PersonRow.id.in_(_person_ids(region, audience, now))
    )
    counted = people.subquery()
    found = await session.execute(
        select(func.count(), _sum(counted.c.reachable.is_(False))).select_from(counted)
    )
    total, away = found.one()
    return Reach(0, total - (away or 0), away or 0)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _group_conditions(region: str) -> tuple[ColumnElement[bool], ...]:
    return (within(WorkingGroupChat.region_code, (region,)), WorkingGroupChat.state != "unbound")


def _person_ids(region: str, audience: str, now: datetime) -> Select[int]:
    """Ids of the people an audience means: holders of one role, or of any."""
    chosen = select(Assignment.person_id).where(
        within(Assignment.region_code, (region,)), in_force(now)
    )
    if audience != EVERYONE:
        chosen = chosen.where(Assignment.role == Role(audience).value)
    return chosen


async def create(
    session: AsyncSession,
    person: Person,
    *,
    chat_id: int,
    region: str,
    audience: str,
    body: str,
    photo: str | None,
    due_at: datetime,
    now: datetime,
) -> int | None:
    """Keep a broadcast until it is confirmed. None when ``person`` may not send in ``region``."""
    if not person.may(Act.BROADCAST, region):
        return None
    number = new_id()
    await session.execute(
        insert(Broadcast).values(
            id=number,
            person_id=person.id,
            chat_id=chat_id,
            region_code=region,
            audience=audience,
            body=body,
            photo=photo,
            due_at=due_at,
            state="draft",
            created_at=now,
        )
    )
    return number


async def due(session: AsyncSession, now: datetime) -> Sequence[Broadcast]:
    """Broadcasts that should be prepared or are being prepared now."""
    rows = await session.scalars(
        select(Broadcast)
        .where(
            or_(
                and_(Broadcast.state == "scheduled", Broadcast.due_at <= now),
                Broadcast.state == "preparing",
            )
        )
        .order_by(Broadcast.due_at)
        .limit(50)
    )
    return rows.all()


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next scheduled broadcast fires."""
    return await session.scalar(
        select(func.min(Broadcast.due_at)).where(Broadcast.state == "scheduled")
    )


async def running(session: AsyncSession) -> Sequence[Broadcast]:
    """Broadcasts whose deliveries are under way."""
    rows = await session.scalars(select(Broadcast).where(Broadcast.state == "running"))
    return rows.all()


async def fire(session: AsyncSession, broadcast: Broadcast, now: datetime, outcome: str) -> bool:
    """Insert the run of this firing; False when another scheduler was first."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = await session.execute(
        dialect.insert(BroadcastRun)
        .values(
            broadcast_id=broadcast.id,
            due_at=broadcast.due_at,
            outcome=outcome,
            cursor=-(2**62),
            total=0,
            started_at=now,
        )
        .on_conflict_do_nothing()
        .returning(BroadcastRun.broadcast_id)
    )
    return row.one_or_none() is not None


async def materialise(
    session: AsyncSession, broadcast: Broadcast, *, limit: int, now: datetime
) -> bool:
    """Turn the next ``limit`` recipients into deliveries. True when that was the last of them.

    Recipients already known to be out of reach get a row too, ended as blocked, so that the
    account adds up.
    """
    statement = select(BroadcastRun).where(BroadcastRun.broadcast_id == broadcast.id)
    run = (await session.scalars(statement.with_for_update())).one()
    if broadcast.audience == GROUPS:
        source = _group_rows(broadcast.region_code, run.cursor)
    else:
        source = _person_rows(broadcast.region_code, broadcast.audience, now, run.cursor)
    key = source.selected_columns.key
    keys = source.with_only_columns(key).order_by(key).limit(limit).subquery()
    counted = await session.execute(select(func.count(), func.max(keys.c.key)))
    # The page ends at a key, not at a count: whoever joins or leaves the audience meanwhile
    # can then neither be doubled nor push another one out.
    number: int
    number, last = counted.one()
    if number:
        page = source.where(key <= last).subquery()
        run.total += await _write(session, broadcast, page, now)
        run.cursor = last
        await session.flush()
        await announce(session)
    return number < limit


async def _write(session: AsyncSession, broadcast: Broadcast, page: Subquery, now: datetime) -> int:
    """One delivery for each recipient of a page. Returns how many."""
    ended = page.c.is_away
    rows = await session.execute(
        insert(Delivery)
        .from_select(
            [
                "id",
                "method",
                "chat_id",
                "priority",
                "state",
                "not_before",
                "attempts",
                "outcome",
                "done_at",
                "broadcast_id",
                "created_at",
                "params",
            ],
            select(
                literal(new_id()) + func.row_number().over(order_by=page.c.key),
                literal("sendPhoto" if broadcast.photo else "sendMessage"),
                page.c.chat_id,
                literal(int(Priority.BROADCAST)),
                case((ended, "blocked"), else_="queued"),
                literal(now, Delivery.not_before.type),
                literal(0),
                case((ended, "out of reach before"), else_=null()),
                case((ended, literal(now, Delivery.done_at.type)), else_=null()),
                literal(broadcast.id),
                literal(now, Delivery.created_at.type),
                null(),
            ),
        )
        .returning(Delivery.id)
    )
    return len(rows.all())


def _group_rows(region: str, after: int) -> Select[int, int, bool]:
    return select(
        WorkingGroupChat.chat_id.label("key"),
        WorkingGroupChat.chat_id.label("chat_id"),
        (WorkingGroupChat.state != "active").label("is_away"),
    ).where(*_group_conditions(region), WorkingGroupChat.chat_id > after)


def _person_rows(region: str, audience: str, now: datetime, after: int) -> Select[int, int, bool]:
    return select(
        PersonRow.id.label("key"),
        PersonRow.telegram_id.label("chat_id"),
        PersonRow.reachable.is_(False).label("is_away"),
    ).where(PersonRow.id.in_(_person_ids(region, audience, now)), PersonRow.id > after)


async def set_state(
    session: AsyncSession,
    broadcast_id: int,
    state: str,
    *,
    was: str,
    done_at: datetime | None = None,
) -> None:
    """Move on from state ``was``; nothing happens when another scheduler was quicker."""
    await session.execute(
        update(Broadcast)
        .where(Broadcast.id == broadcast_id, Broadcast.state == was)
        .values(state=state, done_at=done_at)
    )


async def note_progress(
    session: AsyncSession, broadcast_id: int, now: datetime, *, is_done: bool
) -> None:
    """Remember when the composer was last told; a finished broadcast is closed."""
    values: dict[str, object] = {"progress_at": now}
    if is_done:
        values |= {"state": "done", "done_at": now}
    await session.execute(update(Broadcast).where(Broadcast.id == broadcast_id).values(**values))


async def progress_message(session: AsyncSession, broadcast_id: int) -> int | None:
    """Id of the message that tells the composer of the progress, once it was sent."""
    return await session.scalar(
        select(Delivery.message_id).where(
            Delivery.once == f"begin:{broadcast_id}", Delivery.state == "sent"
        )
    )


async def confirm(
    session: AsyncSession, person: Person, broadcast_id: int, now: datetime
) -> tuple[str, datetime] | None:
    """Schedule one's own drafted broadcast. Returns (state before, due time); None when it is
    not there, not one's own, or no longer within one's rights."""
    found = await session.scalar(
        select(Broadcast)
        .where(
            Broadcast.id == broadcast_id,
            Broadcast.person_id == person.id,
            within(Broadcast.region_code, person.regions_for(Act.BROADCAST)),
        )
        .with_for_update()
    )
    if found is None:
        return None
    before = found.state
    if before == "draft":
        found.state = "scheduled"
        found.due_at = max(found.due_at, now)
        await session.flush()
        await announce(session)
    return before, found.due_at


async def discard(session: AsyncSession, person: Person, broadcast_id: int) -> bool:
    """Drop one's own broadcast that is not confirmed yet."""
    row = await session.execute(
        update(Broadcast)
        .where(
            Broadcast.id == broadcast_id,
            Broadcast.person_id == person.id,
            Broadcast.state == "draft",
        )
        .values(state="discarded")
        .returning(Broadcast.id)
    )
    return row.one_or_none() is not None


async def account(session: AsyncSession, broadcast_id: int) -> Mapping[str, int]:
    """How many deliveries of a broadcast are in each state."""
    rows = await session.execute(
        select(Delivery.state, func.count())
        .where(Delivery.broadcast_id == broadcast_id)
        .group_by(Delivery.state)
    )
    return dict(rows.all())


async def content(session: AsyncSession, broadcast_id: int) -> tuple[str, str | None] | None:
    """(text, photo's file id) of a broadcast."""
    row = await session.execute(
        select(Broadcast.body, Broadcast.photo).where(Broadcast.id == broadcast_id)
    )
    return row.one_or_none()
