"""Which records grow too old, and their deletion, a page at a time, each leaving a tombstone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import RetentionSettings
from storage.claims import FINAL
from storage.models import (
    Broadcast,
    Delivery,
    DraftRow,
    FailedUpdate,
    HandledUpdate,
    Invite,
    Job,
    LegalHold,
    Mark,
    MemberRequest,
    OutboxFile,
    RoleChange,
    Tombstone,
    WebhookPost,
)
from storage.tombstones import leave

PAGE = 500
"""Rows looked at in one transaction."""
REASON = "retention"
LAST_NIGHT = "retention"
"""The mark that tells when the sweep was last begun."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of record: its key, the time its age is counted from, and how old it may grow.

    ``only`` narrows to records that may go at all. ``kind`` names the tombstone; working rows
    leave none. ``rises`` tells that keys grow with time: the walk ends at the first young page.
    """

    name: str
    key: Any
    at: Any
    days: Callable[[RetentionSettings], int]
    only: ColumnElement[bool] | None = None
    kind: str | None = None
    rises: bool = True


def _not_held(column: Any) -> ColumnElement[bool]:
    held = select(LegalHold.person_id).where(LegalHold.lifted_at.is_(None))
    return or_(column.is_(None), column.not_in(held))


RULES: Sequence[Rule] = (
    Rule(
        "handled_updates",
        HandledUpdate.update_id,
        HandledUpdate.at,
        lambda days: days.handled_updates_days,
        rises=False,
    ),
    Rule("drafts", DraftRow.owner, DraftRow.updated_at, lambda days: days.draft_days, rises=False),
    Rule(
        "failed_updates",
        FailedUpdate.update_id,
        FailedUpdate.at,
        lambda days: days.failed_update_days,
        rises=False,
    ),
    Rule(
        "broadcasts",
        Broadcast.id,
        Broadcast.created_at,
        lambda days: days.draft_days,
        and_(Broadcast.state.in_(("draft", "discarded")), _not_held(Broadcast.person_id)),
        "broadcast",
    ),
    Rule(
        "deliveries",
        Delivery.id,
        Delivery.created_at,
        lambda days: days.delivery_days,
        and_(
            Delivery.state.in_(FINAL),
            or_(
                Delivery.broadcast_id.is_(None),
                Delivery.broadcast_id.not_in(
                    select(Broadcast.id).where(Broadcast.state.in_(("preparing", "running")))
                ),
            ),
        ),
    ),
    Rule("files", OutboxFile.id, OutboxFile.created_at, lambda days: days.delivery_days),
    Rule(
        "jobs",
        Job.id,
        Job.created_at,
        lambda days: days.job_days,
        Job.state.in_(("done", "failed")),
    ),
    Rule(
        "posts",
        WebhookPost.id,
        WebhookPost.created_at,
        lambda days: days.delivery_days,
        WebhookPost.state.in_(("done", "failed")),
    ),
    Rule(
        "invites",
        Invite.token_hash,
        Invite.expires_at,
        lambda days: days.invite_days,
        kind="invite",
        rises=False,
    ),
    Rule(
        "requests",
        MemberRequest.id,
        MemberRequest.created_at,
        lambda days: days.request_days,
        and_(MemberRequest.state != "waiting", _not_held(MemberRequest.person_id)),
        "request",
    ),
    Rule(
        "role_log",
        RoleChange.id,
        RoleChange.at,
        lambda days: days.role_log_days,
        _not_held(RoleChange.person_id),
        "role_change",
    ),
    Rule("tombstones", Tombstone.id, Tombstone.at, lambda days: days.tombstone_days),
)
"""Everything that ages. Activities, the territory, assignments and the audit of reports are the
programme's record and do not; people without a role are asked first (`storage.idle`)."""


async def sweep(
    session: AsyncSession, rule: Rule, settings: RetentionSettings, now: datetime, after: Any
) -> tuple[Any, int]:
    """Delete what is too old on the next page of one kind.

    ``after`` is the last key looked at, None at the beginning. Returns (the key to go on from,
    None at the end; how many were deleted).
    """
    before = now - timedelta(days=rule.days(settings))
    if not rule.rises:
        return await _sweep_by_time(session, rule, before, now)
    wanted = select(rule.key, rule.at).order_by(rule.key).limit(PAGE)
    if after is not None:
        wanted = wanted.where(rule.key > after)
    rows = (await session.execute(wanted)).all()
    old = [key for key, at in rows if at < before]
    count = len(await _delete(session, rule, rule.key.in_(old), now)) if old else 0
    if len(rows) < PAGE or not old:
        return None, count
    return rows[-1][0], count


async def _sweep_by_time(
    session: AsyncSession, rule: Rule, before: datetime, now: datetime
) -> tuple[Any, int]:
    """For tables whose keys say nothing of time: they have an index over it, or stay small."""
    wanted = select(rule.key).where(rule.at < before).limit(PAGE)
    keys = (await session.scalars(wanted)).all()
    if not keys:
        return None, 0
    old = and_(rule.key.in_(keys), rule.at < before)
    gone = await _delete(session, rule, old, now)
    return (True if len(keys) == PAGE else None), len(gone)


async def _delete(
    session: AsyncSession, rule: Rule, which: ColumnElement[bool], now: datetime
) -> Sequence[Any]:
    wanted = delete(rule.key.class_).where(which)
    if rule.only is not None:
        wanted = wanted.where(rule.only)
    rows = await session.scalars(
        wanted.returning(rule.key).execution_options(synchronize_session=False)
    )
    gone = rows.all()
    if rule.kind is not None:
        subjects = [one.hex()[:40] if isinstance(one, bytes) else one for one in gone]
        await leave(session, rule.kind, subjects, reason=REASON, at=now)
    return gone


async def last_night(session: AsyncSession) -> datetime | None:
    """When the sweep last came to its end; None when it never did."""
    value = await session.scalar(select(Mark.value).where(Mark.name == LAST_NIGHT))
    return datetime.fromisoformat(value) if value else None


async def note_night(session: AsyncSession, now: datetime) -> None:
    """Remember that the sweep has come to its end."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(Mark).values(name=LAST_NIGHT, value=now.isoformat())
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["name"], set_={"value": statement.excluded.value}
        )
    )
