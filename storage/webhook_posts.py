"""Posts owed to other systems: written with the change they tell of, claimed by one sender, ended.

Everything is asked for address by address, so that one that is down does not hold up the others.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, and_, literal_column, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.settings import WebhookTarget
from storage.models import WebhookPost

POSTS = cast(Table, WebhookPost.__table__)
PAGE = 500
"""Rows changed by one sweep."""
EVENTS = ("saved", "verified")
WITHDRAWN = "withdrawn"
"""The outcome of a post whose activity was withdrawn when its turn came."""

# Spelt out and not bound: only so does SQLite see that its partial index serves.
QUEUED = WebhookPost.state == literal_column("'queued'")
SENDING = WebhookPost.state == literal_column("'sending'")
OPEN = WebhookPost.state.in_([literal_column("'queued'"), literal_column("'sending'")])


@dataclass(frozen=True, slots=True)
class ClaimedPost:
    """A post in hand. ``attempts`` counts this one; ``key`` is what the other side sees."""

    id: int
    target: str
    key: str
    event: str
    activity_id: int
    attempts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PostEnding:
    """How a post ended (``done`` or ``failed``), or that it is tried again at ``due_at``.
    ``status`` is the other side's HTTP status, ``outcome`` a short word of ours."""

    state: str
    status: int | None = None
    outcome: str | None = None
    due_at: datetime | None = None


async def owe(
    session: AsyncSession,
    targets: Sequence[WebhookTarget],
    event: str,
    activity: int,
    revision: int,
    now: datetime,
) -> None:
    """Write down, with the transaction of ``session``, that an activity is to be posted to every
    address that wants the event. The same revision and event are posted once."""
    rows = [
        _row(target.name, event, activity, revision, now)
        for target in targets
        if event in target.events
    ]
    if not rows:
        return
    dialect: Any = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(POSTS).on_conflict_do_nothing(index_elements=["target", "key"])
    await session.execute(statement, rows)


async def owe_again(
    session: AsyncSession,
    targets: Sequence[WebhookTarget],
    activity: int,
    revision: int,
    now: datetime,
) -> int:
    """Owe once more, with the whole patience before it, what was not posted because the activity
    was withdrawn when its turn came: it is back. Returns how many posts."""
    names = [target.name for target in targets]
    keys = [_key(activity, revision, event) for event in EVENTS]
    rows = await session.scalars(
        update(WebhookPost)
        .where(
            WebhookPost.target.in_(names),
            WebhookPost.key.in_(keys),
            WebhookPost.state == "done",
            WebhookPost.outcome == WITHDRAWN,
        )
        .values(state="queued", attempts=0, due_at=now, created_at=now, done_at=None, outcome=None)
        .returning(WebhookPost.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


def _key(activity: int, revision: int, event: str) -> str:
    return f"{activity}-{revision}-{event}"


def _row(
    target: str, event: str, activity: int, revision: int, now: datetime
) -> Mapping[str, object]:
    return {
        "id": new_id(),
        "target": target,
        "key": _key(activity, revision, event),
        "event": event,
        "activity_id": activity,
        "state": "queued",
        "attempts": 0,
        "due_at": now,
        "lease_until": None,
        "status": None,
        "outcome": None,
        "created_at": now,
        "done_at": None,
    }


async def claim(
    session: AsyncSession, target: str, *, limit: int, now: datetime, until: datetime
) -> Sequence[ClaimedPost]:
    """Take posts of an address that are due, or whose sender died, under a lease. One statement, so
    that any number of processes share them."""
    is_lost = and_(SENDING, WebhookPost.lease_until <= now)
    wanted = (
        select(WebhookPost.id)
        .where(OPEN, WebhookPost.target == target, WebhookPost.due_at <= now)
        .where(or_(QUEUED, is_lost))
        .order_by(WebhookPost.due_at, WebhookPost.id)
        .limit(limit)
    )
    if session.get_bind().dialect.name != "sqlite":
        wanted = wanted.with_for_update(skip_locked=True)
    rows = await session.execute(
        update(WebhookPost)
        .where(WebhookPost.id.in_(select(wanted.cte("wanted").c.id)))
        .values(state="sending", lease_until=until, attempts=WebhookPost.attempts + 1)
        .returning(
            WebhookPost.id,
            WebhookPost.target,
            WebhookPost.key,
            WebhookPost.event,
            WebhookPost.activity_id,
            WebhookPost.attempts,
            WebhookPost.created_at,
        )
        .execution_options(synchronize_session=False)
    )
    return sorted((ClaimedPost(*row) for row in rows), key=lambda post: post.id)


async def settle(
    session: AsyncSession, post: ClaimedPost, ending: PostEnding, now: datetime
) -> bool:
    """Write down how a try ended. False when another process has taken the post over meanwhile."""
    values: dict[str, Any] = {
        "state": ending.state,
        "status": ending.status,
        "outcome": ending.outcome[:120] if ending.outcome else None,
        "lease_until": None,
        "done_at": None if ending.state == "queued" else now,
    }
    if ending.due_at is not None:
        values["due_at"] = ending.due_at
    row = await session.execute(
        update(WebhookPost)
        .where(WebhookPost.id == post.id, SENDING, WebhookPost.attempts == post.attempts)
        .values(**values)
        .returning(WebhookPost.id)
        .execution_options(synchronize_session=False)
    )
    return row.one_or_none() is not None


async def end_removed(session: AsyncSession, names: Collection[str], now: datetime) -> int:
    """End what is open for addresses that are no longer in the settings; a page at a time."""
    return await _fail(session, WebhookPost.target.not_in(names), "address removed", now)


async def end_keyless(session: AsyncSession, name: str, before: datetime, now: datetime) -> int:
    """End what an address without a key has waited for too long; a page at a time."""
    old = and_(WebhookPost.target == name, WebhookPost.created_at <= before)
    return await _fail(session, old, "no secret", now)


async def _fail(session: AsyncSession, which: Any, outcome: str, now: datetime) -> int:
    chosen = select(WebhookPost.id).where(OPEN, which).limit(PAGE)
    rows = await session.scalars(
        update(WebhookPost)
        .where(WebhookPost.id.in_(chosen))
        .values(state="failed", outcome=outcome, status=None, lease_until=None, done_at=now)
        .returning(WebhookPost.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())
