"""What is known of a bound group's health: seen, away, muted, back, delivered to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.groups import KEPT, is_in_force
from storage.models import WorkingGroupChat


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a group; None: not known."""

    can_post: bool
    can_pin: bool
    can_delete: bool


async def note_away(session: AsyncSession, chat: int, now: datetime) -> WorkingGroupChat | None:
    """The bot is out of a group. Returns the group when that is news about a binding in force.

    A binding that was still being looked at or confirmed ends with it.
    """
    group = await session.get(WorkingGroupChat, chat, populate_existing=True)
    if group is None or group.state in ("unbound", "unreachable"):
        return None
    if group.state != "active":
        group.state = "unbound"
        await session.flush()
        return None
    is_news = group.told_at is None
    group.state, group.away_since = "unreachable", now
    group.told_at = group.told_at or now
    await session.flush()
    return group if is_news else None


async def note_muted(session: AsyncSession, chat: int, now: datetime) -> WorkingGroupChat | None:
    """The bot may not write in a group. Returns the group when that is news."""
    group = await session.get(WorkingGroupChat, chat, populate_existing=True)
    if group is None or group.state != "active" or group.told_at is not None:
        return None
    group.can_post, group.away_since, group.told_at = False, group.away_since or now, now
    await session.flush()
    return group


async def note_back(
    session: AsyncSession, chat: int, rights: Rights, now: datetime
) -> WorkingGroupChat | None:
    """The bot is in a group and may write. Returns the group when its supervisor was told before
    that it was away or muted.

    The binding of a group that put the bot out comes back only within :data:`KEPT`, and while
    its region is in force; later it is let go, to be bound anew.
    """
    group = await session.get(WorkingGroupChat, chat, populate_existing=True)
    if group is None or group.state == "unbound":
        return None
    group.can_post, group.can_pin = rights.can_post, rights.can_pin
    group.can_delete, group.seen_at = rights.can_delete, now
    if group.state == "unreachable":
        is_kept = group.away_since is not None and now - group.away_since < KEPT
        if not is_kept or not await is_in_force(session, group.region_code, now):
            group.state = "unbound"
            await session.flush()
            return None
        group.state = "active"
    was_told = group.told_at is not None
    group.away_since = group.told_at = None
    await session.flush()
    return group if was_told else None


async def delivered(session: AsyncSession, chat: int, now: datetime) -> None:
    """A message has arrived in a group, so the bot may write there."""
    await session.execute(
        update(WorkingGroupChat)
        .where(WorkingGroupChat.chat_id == chat, WorkingGroupChat.state == "active")
        .values(delivered_at=now, can_post=True, away_since=None, told_at=None)
        .execution_options(synchronize_session=False)
    )


async def topic_of(session: AsyncSession, chat: int) -> int | None:
    """The topic a group was bound in."""
    return await session.scalar(
        select(WorkingGroupChat.topic_id).where(WorkingGroupChat.chat_id == chat)
    )


async def forget_topic(session: AsyncSession, chat: int) -> None:
    """The topic was closed or deleted: what comes goes to the group's general topic."""
    await session.execute(
        update(WorkingGroupChat)
        .where(WorkingGroupChat.chat_id == chat)
        .values(topic_id=None)
        .execution_options(synchronize_session=False)
    )


async def not_seen_since(session: AsyncSession, before: datetime, limit: int) -> Sequence[int]:
    """Groups in force that nobody has looked at since ``before``, the longest first."""
    statement = select(WorkingGroupChat.chat_id).where(WorkingGroupChat.state == "active")
    unseen = statement.where(WorkingGroupChat.seen_at.is_(None))
    never = await session.scalars(unseen.order_by(WorkingGroupChat.chat_id).limit(limit))
    found = list(never)
    if len(found) < limit:
        long_ago = await session.scalars(
            statement.where(WorkingGroupChat.seen_at < before)
            .order_by(WorkingGroupChat.seen_at)
            .limit(limit - len(found))
        )
        found += long_ago
    return found
