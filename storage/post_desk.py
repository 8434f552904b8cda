"""What the admin's desk shows of posts to other systems, and the failed ones tried again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Act, Person
from storage.models import Activity, WebhookPost
from storage.webhook_posts import OPEN, PAGE

MOST = 1000
"""Counts stop here."""


@dataclass(frozen=True, slots=True)
class PostAccount:
    """An address in numbers, each up to :data:`MOST`, and how the newest trouble looked:
    ``status`` (HTTP) or ``outcome``, and when the next try is due."""

    target: str
    done_today: int = 0
    waiting: int = 0
    failed: int = 0
    status: int | None = None
    outcome: str | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FailedPost:
    """A post that was given up."""

    id: int
    receipt: str
    event: str
    status: int | None
    outcome: str | None
    at: datetime


async def accounts(
    session: AsyncSession, viewer: Person, targets: Sequence[str], day_began: datetime
) -> Sequence[PostAccount]:
    """Every address of the settings in numbers; none for whoever has no desk."""
    if not viewer.may(Act.ADMIN_DESK):
        return ()
    return [await _account(session, target, day_began) for target in targets]


async def _account(session: AsyncSession, target: str, day_began: datetime) -> PostAccount:
    mine = WebhookPost.target == target
    is_done = (mine, WebhookPost.state == "done", WebhookPost.done_at >= day_began)
    row = await session.execute(
        select(WebhookPost.status, WebhookPost.outcome, WebhookPost.due_at)
        .where(OPEN, mine, WebhookPost.outcome.is_not(None))
        .order_by(WebhookPost.due_at)
        .limit(1)
    )
    trouble = row.one_or_none()
    return PostAccount(
        target,
        await _count(session, *is_done),
        await _count(session, OPEN, mine),
        await _count(session, mine, WebhookPost.state == "failed"),
        *(trouble or ()),
    )


async def _count(session: AsyncSession, *which: ColumnElement[bool]) -> int:
    few = select(WebhookPost.id).where(*which).limit(MOST).subquery()
    return await session.scalar(select(func.count()).select_from(few)) or 0


async def failed(
    session: AsyncSession, viewer: Person, target: str, *, after: int = 0, limit: int
) -> Sequence[FailedPost]:
    """The posts of an address that were given up, the newest first, from behind the post
    ``after``; none for whoever has no desk."""
    if not viewer.may(Act.ADMIN_DESK):
        return ()
    key = (WebhookPost.done_at, WebhookPost.id)
    wanted = (
        select(
            WebhookPost.id,
            Activity.receipt,
            WebhookPost.event,
            WebhookPost.status,
            WebhookPost.outcome,
            func.coalesce(WebhookPost.done_at, WebhookPost.created_at),
        )
        .join(Activity, Activity.id == WebhookPost.activity_id)
        .where(WebhookPost.target == target, WebhookPost.state == "failed")
    )
    last = await session.get(WebhookPost, after) if after else None
    if last is not None and last.done_at is not None:
        wanted = wanted.where(tuple_(*key) < (last.done_at, last.id))
    newest = wanted.order_by(*(column.desc() for column in key)).limit(limit)
    return [FailedPost(*row) for row in await session.execute(newest)]


async def try_again(session: AsyncSession, viewer: Person, target: str, now: datetime) -> int:
    """Put what was given up for an address back into the queue, the newest :data:`PAGE` at a time,
    with the whole patience before it. Returns how many; none for whoever has no desk."""
    if not viewer.may(Act.ADMIN_DESK):
        return 0
    chosen = (
        select(WebhookPost.id)
        .where(WebhookPost.target == target, WebhookPost.state == "failed")
        .order_by(WebhookPost.done_at.desc())
        .limit(PAGE)
    )
    rows = await session.scalars(
        update(WebhookPost)
        .where(WebhookPost.id.in_(chosen))
        .values(
            state="queued",
            attempts=0,
            due_at=now,
            created_at=now,
            done_at=None,
            status=None,
            outcome=None,
        )
        .returning(WebhookPost.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())
