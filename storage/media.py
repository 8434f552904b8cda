"""Photos that are to be kept: asked for with the record they belong to, fetched later, kept once.

Whoever knows a photo's unique id has read it from a record that they may see; the pictures
themselves are asked for by that id only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage import jobs
from storage.models import Media, MediaSource
from storage.pictures import Picture, picture_path

__all__ = ["Source", "fail", "keep", "kept", "picture_path", "source", "want"]

KIND = "media"
"""The kind of the jobs that fetch photos."""
KEEP_TRYING = timedelta(days=3)
"""How long a photo is tried for: longer than the troubles of networks last."""
PART = 500
"""Photos looked up in one statement."""
SOURCES, PICTURES = cast(Table, MediaSource.__table__), cast(Table, Media.__table__)


@dataclass(frozen=True, slots=True)
class Source:
    """A photo at Telegram that is to be kept, in a state of :class:`MediaSource`."""

    id: int
    file_id: str
    state: str


async def want(session: AsyncSession, photos: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Have photos (of each its ``file_id`` and ``unique_id``) kept after this transaction.

    One that is kept, or waited for, is not asked for again; one that failed is tried anew. Either
    way it is as young as today's, so that no sweep under way takes it.
    """
    # Always in one order: two people who send the same photos would wait for each other.
    for photo in sorted(photos, key=lambda one: str(one["unique_id"])):
        number = new_id()
        row = {
            "id": number,
            "unique_id": photo["unique_id"],
            "file_id": photo["file_id"],
            "state": "queued",
            "created_at": now,
        }
        statement = _dialect(session).insert(SOURCES).values(row)
        news = {name: statement.excluded[name] for name in ("file_id", "created_at")}
        found = await session.execute(
            statement.on_conflict_do_update(index_elements=["unique_id"], set_=news).returning(
                SOURCES.c.id, SOURCES.c.state
            )
        )
        source_id, state = found.one()
        if source_id == number or (state == "failed" and await _again(session, source_id)):
            # Only a first try has a name that no other job may have.
            once = f"{KIND}:{number}" if source_id == number else None
            await _ask(session, source_id, now, once)


async def _again(session: AsyncSession, number: int) -> bool:
    """Turn a failed source into a waiting one."""
    row = await session.execute(
        update(SOURCES)
        .where(SOURCES.c.id == number, SOURCES.c.state == "failed")
        .values(state="queued", outcome=None, done_at=None)
        .returning(SOURCES.c.id)
    )
    return row.one_or_none() is not None


async def _ask(session: AsyncSession, number: int, now: datetime, once: str | None) -> None:
    deadline = now + KEEP_TRYING
    row = jobs.job(KIND, {"source": number}, now=now, deadline_at=deadline, once=once)
    await jobs.ask(session, row)


async def source(session: AsyncSession, number: int) -> Source | None:
    """What a job is to fetch; None when nobody wants it any more."""
    row = await session.execute(
        select(MediaSource.id, MediaSource.file_id, MediaSource.state).where(
            MediaSource.id == number
        )
    )
    found = row.one_or_none()
    return Source(*found) if found else None


async def keep(session: AsyncSession, number: int, picture: Picture, now: datetime) -> bool:
    """Note that a source is kept as this picture, whose files are there already.

    A picture known already is as young as today's. False when the source does not wait any more:
    then nothing may be committed.
    """
    statement = _dialect(session).insert(PICTURES)
    values = {
        "hash": picture.hash,
        "mime": picture.mime,
        "size": picture.size,
        "width": picture.width,
        "height": picture.height,
        "created_at": now,
    }
    await session.execute(
        statement.values(values).on_conflict_do_update(
            index_elements=["hash"], set_={"created_at": statement.excluded.created_at}
        )
    )
    return await _end(session, number, now, state="kept", hash=picture.hash)


async def fail(session: AsyncSession, number: int, outcome: str, now: datetime) -> None:
    """Note that a source cannot be kept, and in a word why; its file id serves on."""
    await _end(session, number, now, state="failed", outcome=outcome)


async def _end(session: AsyncSession, number: int, now: datetime, **values: Any) -> bool:
    row = await session.execute(
        update(SOURCES)
        .where(SOURCES.c.id == number, SOURCES.c.state == "queued")
        .values(done_at=now, **values)
        .returning(SOURCES.c.id)
    )
    return row.one_or_none() is not None


async def kept(session: AsyncSession, unique_ids: Sequence[str]) -> Mapping[str, str]:
    """Of the photos with these unique ids, those that are kept: the hash of each."""
    found: dict[str, str] = {}
    for start in range(0, len(unique_ids), PART):
        rows = await session.execute(
            select(MediaSource.unique_id, MediaSource.hash).where(
                MediaSource.unique_id.in_(unique_ids[start : start + PART]),
                MediaSource.hash.is_not(None),
            )
        )
        found |= {unique: digest for unique, digest in rows if digest is not None}
    return found


def _dialect(session: AsyncSession) -> Any:
    return sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
