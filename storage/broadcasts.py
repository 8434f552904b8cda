"""Broadcasts: whom they reach, when they fire, and their honest account."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    and_,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Act, Person
from storage.models import (
    Broadcast,
    BroadcastRun,
    Delivery,
)
from storage.outbox import announce
from storage.people import within


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
