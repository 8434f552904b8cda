"""Updates that met a bug, and the ageing out of those that were handled."""

from datetime import datetime

from sqlalchemy import delete, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import FailedUpdate, HandledUpdate


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
