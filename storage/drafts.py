"""A draft as its row holds it; reading and writing many at once is in `storage.batch`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import DraftRow


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as its row holds it. ``owner`` may be a keyed hash and ``body`` sealed."""

    owner: str
    form: str
    is_open: bool
    revision: int
    body: bytes


async def forget_drafts(session: AsyncSession, before: datetime) -> int:
    """Remove drafts nobody touched since ``before``. Returns how many."""
    rows = await session.execute(
        delete(DraftRow).where(DraftRow.updated_at < before).returning(DraftRow.owner)
    )
    return len(rows.all())
