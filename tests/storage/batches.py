"""The statements of a batch of updates, for stories that run them within a session."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage import batch
from storage.drafts import StoredDraft


async def mark_handled(session: AsyncSession, ids: Sequence[int], now: datetime) -> set[int]:
    return await (await session.connection()).run_sync(batch.mark, ids, now)


async def load_drafts(session: AsyncSession, owners: Sequence[str]) -> list[StoredDraft]:
    return await (await session.connection()).run_sync(batch.drafts, owners)


async def write_drafts(session: AsyncSession, drafts: Sequence[StoredDraft], now: datetime) -> None:
    await (await session.connection()).run_sync(batch.write, drafts, now)


async def drop_drafts(session: AsyncSession, keys: Sequence[tuple[str, str]]) -> None:
    await (await session.connection()).run_sync(batch.drop, keys)
