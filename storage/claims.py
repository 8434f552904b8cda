"""Deliveries in a deliverer's hands: claimed under a lease, begun, and how they ended."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy import (
    Text,
    Update,
    and_,
    case,
    cast,
    null,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from storage import files
from storage.models import Delivery
from storage.outbox import Priority
from storage.secrets import Vault

_CARRIES = cast(Delivery.params, Text).contains('"attach"')
"""Rows with a file: looked at once more when they end."""
FINAL = ("sent", "failed", "blocked", "gone", "expired", "uncertain")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery in a deliverer's hands. ``chat_id`` and ``params`` are already unsealed;
    ``chat_id`` is 0 when the key at hand does not open them."""

    id: int
    method: str
    chat_id: int
    params: Mapping[str, Any]
    priority: int
    attempts: int
    expires_at: datetime | None
    broadcast_id: int | None
    is_sealed: bool


async def claim(
    session: AsyncSession,
    vault: Vault | None,
    *,
    who: str,
    limit: int,
    now: datetime,
    until: datetime,
    below: int | None = None,
) -> list[Claimed]:
    """Take up to ``limit`` due rows, most urgent first, under a lease until ``until``.

    ``below`` restricts to priorities more urgent than it. Rows are claimed in one statement, so
    that any number of deliverers share the work.
    """
    wanted = (
        select(Delivery.id)
        .where(Delivery.state == "queued", Delivery.not_before <= now)
        .order_by(Delivery.priority, Delivery.id)
        .limit(limit)
    )
    if below is not None:
        wanted = wanted.where(Delivery.priority < below)
    if session.get_bind().dialect.name != "sqlite":
        wanted = wanted.with_for_update(skip_locked=True)
    # As a CTE it runs once; as a plain subquery PostgreSQL may run it for each row of a join,
    # locking and claiming more than the limit.
    rows = await session.execute(
        update(Delivery)
        .where(Delivery.id.in_(select(wanted.cte("wanted").c.id)))
        .values(state="claimed", lease_by=who, lease_until=until)
        .returning(
            Delivery.id,
            Delivery.method,
            Delivery.chat_id,
            Delivery.params,
            Delivery.sealed,
            Delivery.priority,
            Delivery.attempts,
            Delivery.expires_at,
            Delivery.broadcast_id,
        )
        .execution_options(synchronize_session=False)
    )
    claimed = [_claimed(row._asdict(), vault) for row in rows.all()]
    return sorted(claimed, key=lambda one: (one.priority, one.id))


def _claimed(row: Mapping[str, Any], vault: Vault | None) -> Claimed:
    chat_id, params = row["chat_id"], row["params"]
    if row["sealed"] is not None and vault is not None:
        try:
            plain = json.loads(vault.open(row["sealed"], "deliveries", "sealed", str(row["id"])))
        except (InvalidTag, ValueError):
            plain = {"chat_id": 0, "params": {}}
        chat_id, params = plain["chat_id"], plain["params"]
    return Claimed(
        id=row["id"],
        method=row["method"],
        chat_id=chat_id or 0,
        params=params or {},
        priority=row["priority"],
        attempts=row["attempts"],
        expires_at=row["expires_at"],
        broadcast_id=row["broadcast_id"],
        is_sealed=row["sealed"] is not None,
    )


async def begin(
    session: AsyncSession, ids: Sequence[int], *, who: str, now: datetime, until: datetime
) -> set[int]:
    """Mark rows as begun, right before their requests. Returns those still ours to send."""
    rows = await session.scalars(
        update(Delivery)
        .where(Delivery.id.in_(ids), Delivery.lease_by == who, Delivery.state == "claimed")
        .values(state="sending", begun_at=now, attempts=Delivery.attempts + 1, lease_until=until)
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return set(rows)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a delivery ended, or when it is tried again (``state`` queued and ``not_before``)."""

    id: int
    state: str
    outcome: str | None = None
    message_id: int | None = None
    not_before: datetime | None = None
    chat_id: int | None = None
    attempts: int | None = None


async def settle(session: AsyncSession, ending: Ending, *, who: str, now: datetime) -> bool:
    """Write an ending down. What has ended keeps none of its words, which may tell of others
    than the one it went to; a file that it carried goes too.

    False when another deliverer has taken the row over meanwhile.
    """
    is_final = ending.state in FINAL
    values: dict[str, Any] = {
        "state": ending.state,
        "outcome": ending.outcome[:120] if ending.outcome else None,
        "lease_by": None,
        "lease_until": None,
    }
    if is_final:
        values |= {"done_at": now, "message_id": ending.message_id, "sealed": None}
        values["params"] = case((_CARRIES, Delivery.params), else_=null())
    if ending.not_before is not None:
        values["not_before"] = ending.not_before
    if ending.chat_id is not None:
        values["chat_id"] = ending.chat_id
    if ending.attempts is not None:
        values["attempts"] = ending.attempts
    row = await session.execute(
        update(Delivery)
        .where(Delivery.id == ending.id, Delivery.lease_by == who)
        .values(**values)
        .returning(Delivery.params)
        .execution_options(synchronize_session=False)
    )
    found = row.one_or_none()
    carried = files.attached(found.params) if found is not None and is_final else None
    if carried is not None:
        await files.remove(session, carried[1])
        await session.execute(
            update(Delivery).where(Delivery.id == ending.id).values(params=null())
        )
    return found is not None


async def renew(session: AsyncSession, ids: Collection[int], *, who: str, until: datetime) -> None:
    """Keep a living deliverer's leases on the rows it has in hand.

    Not on others: one whose claim or ending was lost with a connection must come to its end.
    """
    await session.execute(
        _held().where(Delivery.id.in_(ids), Delivery.lease_by == who).values(lease_until=until)
    )


async def recover(session: AsyncSession, now: datetime) -> tuple[int, int]:
    """Take back what dead deliverers held. Returns (returned to the queue, left uncertain).

    Claimed rows were never requested and return. Begun rows may have arrived: alerts, deletions
    and answers are sent again (twice is better than never), reminders and broadcasts are not.
    """
    is_lost = and_(Delivery.state == "sending", Delivery.priority >= Priority.REMINDER)
    rows = await session.scalars(
        _held()
        .where(Delivery.lease_until <= now)
        .values(
            state=case((is_lost, "uncertain"), else_="queued"),
            outcome=case((is_lost, "the deliverer stopped after sending"), else_=None),
            done_at=case((is_lost, now), else_=None),
            sealed=case((is_lost, None), else_=Delivery.sealed),
            params=case((is_lost, null()), else_=Delivery.params),
            lease_by=None,
            lease_until=None,
        )
        .returning(Delivery.state)
    )
    states = rows.all()
    return states.count("queued"), states.count("uncertain")


def _held() -> Update:
    return (
        update(Delivery)
        .where(Delivery.state.in_(("claimed", "sending")))
        .execution_options(synchronize_session=False)
    )


async def release(session: AsyncSession, *, who: str) -> None:
    """Give back what was claimed and not begun, at an orderly stop."""
    await session.execute(
        update(Delivery)
        .where(Delivery.state == "claimed", Delivery.lease_by == who)
        .values(state="queued", lease_by=None, lease_until=None)
        .execution_options(synchronize_session=False)
    )
