"""Which kept pictures nothing refers to any more, and which photos nobody asked to keep: looked
through a page at a time, however many there are."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage import media
from storage.models import ActivityPhoto, Mark, Media, MediaSource, ProblemPhoto

PAGE = 500
"""Rows looked at in one transaction."""
LAST_NIGHT = "media"
"""The mark that tells when the sweep last came to its end."""
BELOW_ALL = (0, -1)
"""A place before the first photo of all."""

Place = tuple[int, int]
"""A photo's place: the number of what it belongs to, and its position there."""


async def want_overlooked(
    session: AsyncSession, after: Place, now: datetime, *, of_problems: bool = False
) -> Place | None:
    """Ask for the next photos that nobody asked to keep, such as those sent before pictures were
    kept. Returns the place to go on from, None at the end."""
    table: Any = ProblemPhoto if of_problems else ActivityPhoto
    owner = table.problem_id if of_problems else table.activity_id
    place = tuple_(owner, table.position)
    page = select(owner, table.position, table.file_id, table.unique_id)
    rows = (
        await session.execute(page.where(place > after).order_by(owner, table.position).limit(PAGE))
    ).all()
    names = {row.unique_id for row in rows}
    known = await session.scalars(
        select(MediaSource.unique_id).where(MediaSource.unique_id.in_(names))
    )
    photos = {row.unique_id: row.file_id for row in rows}
    for unique in known:
        photos.pop(unique)
    wanted = [{"unique_id": unique, "file_id": file} for unique, file in photos.items()]
    await media.want(session, wanted, now)
    return (rows[-1][0], rows[-1][1]) if len(rows) == PAGE else None


async def drop_sources(
    session: AsyncSession, after: int, before: datetime
) -> tuple[int | None, int]:
    """Forget the sources on the next page that no photo names and nobody wanted since ``before``.

    Returns (the id to go on from, None at the end; how many were forgotten).
    """
    page = select(MediaSource.id).where(MediaSource.id > after).order_by(MediaSource.id)
    ids = (await session.scalars(page.limit(PAGE))).all()
    if not ids:
        return None, 0
    gone = await session.scalars(
        delete(MediaSource)
        .where(
            MediaSource.id.between(ids[0], ids[-1]),
            MediaSource.created_at < before,
            ~exists().where(ActivityPhoto.unique_id == MediaSource.unique_id),
            ~exists().where(ProblemPhoto.unique_id == MediaSource.unique_id),
        )
        .returning(MediaSource.id)
        .execution_options(synchronize_session=False)
    )
    count = len(gone.all())
    return (ids[-1] if len(ids) == PAGE else None), count


async def drop_pictures(
    session: AsyncSession, after: str, before: datetime
) -> tuple[str | None, int]:
    """Forget the pictures on the next page that no source is kept as, and that were not kept since
    ``before``. Returns (the hash to go on from, None at the end; how many were forgotten)."""
    page = select(Media.hash).where(Media.hash > after).order_by(Media.hash)
    hashes = (await session.scalars(page.limit(PAGE))).all()
    if not hashes:
        return None, 0
    gone = await session.scalars(
        delete(Media)
        .where(
            Media.hash.between(hashes[0], hashes[-1]),
            Media.created_at < before,
            ~exists().where(MediaSource.hash == Media.hash),
        )
        .returning(Media.hash)
        .execution_options(synchronize_session=False)
    )
    count = len(gone.all())
    return (hashes[-1] if len(hashes) == PAGE else None), count


async def kept_after(session: AsyncSession, after: str) -> list[str]:
    """The hashes of the next page of pictures that photos are kept as."""
    page = select(Media.hash).where(
        Media.hash > after, exists().where(MediaSource.hash == Media.hash)
    )
    return list(await session.scalars(page.order_by(Media.hash).limit(PAGE)))


async def fetch_anew(session: AsyncSession, hashes: Collection[str], now: datetime) -> None:
    """Have the photos kept as these pictures, whose files are lost, fetched once more."""
    lost = await session.execute(
        select(MediaSource.unique_id, MediaSource.file_id).where(MediaSource.hash.in_(hashes))
    )
    photos = [{"unique_id": unique, "file_id": file} for unique, file in lost]
    await session.execute(
        update(MediaSource)
        .where(MediaSource.hash.in_(hashes))
        .values(state="failed", hash=None, outcome="lost", done_at=now)
        .execution_options(synchronize_session=False)
    )
    await media.want(session, photos, now)


async def known(session: AsyncSession, hashes: Collection[str]) -> set[str]:
    """Those of these hashes (at most a page of them) that are pictures still kept."""
    return set(await session.scalars(select(Media.hash).where(Media.hash.in_(hashes))))


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
