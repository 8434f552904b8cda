"""Keeps forms that are not finished: read for many people in one query, written in one each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
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


_LOAD = select(
    DraftRow.owner, DraftRow.form, DraftRow.is_open, DraftRow.revision, DraftRow.body
).where(DraftRow.owner.in_(bindparam("owners", expanding=True)))


async def load_drafts(session: AsyncSession, owners: Sequence[str]) -> list[StoredDraft]:
    """All drafts of these owners."""
    rows = await session.execute(_LOAD, {"owners": sorted(owners)})
    return [StoredDraft(*row) for row in rows.tuples()]


async def write_drafts(session: AsyncSession, drafts: Sequence[StoredDraft], now: datetime) -> None:
    """Insert or replace drafts, in one statement."""
    if not drafts:
        return
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(DraftRow)
    statement = statement.on_conflict_do_update(
        index_elements=["owner", "form"],
        set_={
            name: statement.excluded[name] for name in ("is_open", "revision", "body", "updated_at")
        },
    )
    rows = [
        {
            "owner": draft.owner,
            "form": draft.form,
            "is_open": draft.is_open,
            "revision": draft.revision,
            "body": draft.body,
            "updated_at": now,
        }
        for draft in drafts
    ]
    await session.execute(statement, rows)


async def drop_drafts(session: AsyncSession, keys: Sequence[tuple[str, str]]) -> None:
    """Remove drafts by (owner, form)."""
    if keys:
        await session.execute(
            delete(DraftRow).where(tuple_(DraftRow.owner, DraftRow.form).in_(sorted(keys)))
        )


async def forget_drafts(session: AsyncSession, before: datetime) -> int:
    """Remove drafts nobody touched since ``before``. Returns how many."""
    rows = await session.execute(
        delete(DraftRow).where(DraftRow.updated_at < before).returning(DraftRow.owner)
    )
    return len(rows.all())
