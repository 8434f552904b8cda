"""What is left of a deleted record: its kind, its opaque number, when and why. Nothing it said."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage.models import Tombstone


async def leave(
    session: AsyncSession, kind: str, subjects: Iterable[object], *, reason: str, at: datetime
) -> None:
    """One row a record. ``subjects`` are opaque numbers, never a Telegram id or a name."""
    rows = [
        {"id": new_id(), "kind": kind, "subject": str(one)[:40], "reason": reason, "at": at}
        for one in subjects
    ]
    if rows:
        await session.execute(insert(Tombstone), rows)
