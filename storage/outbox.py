"""The ledger of what must reach somebody: queued, claimed, begun, and how it ended."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Insert,
    Table,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage.models import Delivery
from storage.secrets import Vault

DELIVERIES = cast(Table, Delivery.__table__)


def _keyed(dialect: Any) -> Insert:
    statement: Insert = dialect.insert(DELIVERIES)
    # Only the dialects' own Insert has it, and they share no type.
    found: Insert = statement.on_conflict_do_nothing(  # type: ignore[attr-defined]
        index_elements=["once"], index_where=text("once is not null")
    )
    return found


KEYED = {"sqlite": _keyed(sqlite), "postgresql": _keyed(postgresql)}


CHANNEL = "cikar_outbox"


"""PostgreSQL channel that wakes deliverers in other processes."""


class Priority(IntEnum):
    """Who goes first. Alerts of a child in danger overtake everything."""

    ALERT = 0
    DELETION = 1
    ANSWER = 2
    REMINDER = 3
    BROADCAST = 4


def delivery(
    chat_id: int,
    method: str,
    params: Mapping[str, Any],
    *,
    priority: Priority,
    now: datetime,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    once: str | None = None,
    seal_with: Vault | None = None,
    broadcast_id: int | None = None,
) -> dict[str, Any]:
    """A row for the outbox. ``params`` are those of the Bot API call without ``chat_id``.

    With ``seal_with`` the address and the parameters stand only in a sealed column, emptied
    when the delivery is done. ``once`` makes the same thing impossible to queue twice.
    """
    number = new_id()
    sealed = None
    if seal_with is not None:
        plain = json.dumps({"chat_id": chat_id, "params": params}).encode()
        sealed = seal_with.seal(plain, "deliveries", "sealed", str(number))
    return {
        "id": number,
        "method": method,
        "chat_id": None if sealed else chat_id,
        "params": None if sealed else dict(params),
        "sealed": sealed,
        "priority": int(priority),
        "state": "queued",
        "not_before": not_before or now,
        "expires_at": expires_at,
        "attempts": 0,
        "lease_by": None,
        "lease_until": None,
        "begun_at": None,
        "done_at": None,
        "message_id": None,
        "outcome": None,
        "broadcast_id": broadcast_id,
        "once": once,
        "created_at": now,
    }


async def queue(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of :func:`delivery`, and wake deliverers of other processes at commit.

    A row whose ``once`` was queued before is left out.
    """
    if rows:
        connection = await session.connection()
        await connection.run_sync(write_rows, rows)


def write_rows(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """:func:`queue` over a synchronous connection."""
    plain = [dict(row) for row in rows if row["once"] is None]
    keyed = [dict(row) for row in rows if row["once"] is not None]
    if plain:
        connection.execute(insert(DELIVERIES), plain)
    if keyed:
        connection.execute(KEYED[connection.dialect.name], keyed)
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, "")))


async def is_alerted(session: AsyncSession, chat: int) -> bool:
    """Whether an alert to this chat is still waiting to leave; one tells of everything new."""
    found = await session.scalar(
        select(Delivery.id)
        .where(
            Delivery.state == "queued",
            Delivery.priority == int(Priority.ALERT),
            Delivery.chat_id == chat,
        )
        .limit(1)
    )
    return found is not None


async def is_queued(session: AsyncSession, once: str) -> bool:
    """Whether this very thing was queued before."""
    found = await session.scalar(select(Delivery.id).where(Delivery.once == once))
    return found is not None


async def message_of(session: AsyncSession, once: str) -> int | None:
    """Id of the message that was queued under this key, once it was sent."""
    wanted = select(Delivery.message_id).where(Delivery.once == once, Delivery.state == "sent")
    return await session.scalar(wanted)


async def announce(session: AsyncSession) -> None:
    """On PostgreSQL, notify at commit that there is something to deliver."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(select(func.pg_notify(CHANNEL, "")))


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next queued row falls due."""
    return await session.scalar(
        select(func.min(Delivery.not_before)).where(Delivery.state == "queued")
    )


async def migrate_chat(session: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: everything queued for it goes to the new id."""
    await session.execute(
        update(Delivery)
        .where(Delivery.chat_id == old, Delivery.state == "queued")
        .values(chat_id=new)
        .execution_options(synchronize_session=False)
    )
