"""Which updates have taken effect already, and which met a bug."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import FailedUpdate, HandledUpdate


async def mark_handled(session: AsyncSession, ids: Sequence[int], now: datetime) -> set[int]:
    """Write the ids down and return those that were new; the others took effect before.

    On PostgreSQL a replica that holds the same id makes this wait for its commit or roll-back.
    """
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = (
        dialect.insert(HandledUpdate)
        .on_conflict_do_nothing(index_elements=["update_id"])
        .returning(HandledUpdate.update_id)
    )
    rows = [{"update_id": number, "at": now} for number in sorted(set(ids))]
    return set(await session.scalars(statement, rows))


async def record_failed(
    session: AsyncSession, update_id: int, now: datetime, error: str, trace: str
) -> None:
    """Keep what went wrong: the exception's name and the places in the code, no person's text."""
    await session.execute(
        insert(FailedUpdate).values(update_id=update_id, at=now, error=error, traceback=trace)
    )


async def forget_handled(session: AsyncSession, before: datetime) -> None:
    """Let ids age out; Telegram does not repeat an update after 24 hours."""
    await session.execute(delete(HandledUpdate).where(HandledUpdate.at < before))


async def is_reachable(session: AsyncSession) -> bool:
    """Whether the database answers at all."""
    return bool(await session.scalar(text("select 1")))
