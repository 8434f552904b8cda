"""The territory in time: read as a book, renamed; what has ended takes nothing new."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.forms.values import Say
from bot.rules.regions import Book, Earlier, Region, squeeze
from bot.rules.roles import Act, Person
from storage import marks
from storage.database import Database
from storage.models import RegionName, RegionRow
from storage.people import within

MARK = "regions"


class Operator(Enum):
    """Who changes the territory at the command line: nobody of the tables."""

    CLI = "cli"


OPERATOR: Final = Operator.CLI
Editor: TypeAlias = Person | Operator


REGIONS = select(
    RegionRow.code,
    RegionRow.name,
    RegionRow.kind,
    RegionRow.parent,
    RegionRow.valid_from,
    RegionRow.valid_until,
    RegionRow.succeeds,
)


async def load(session: AsyncSession) -> tuple[list[Region], list[Earlier]]:
    """Every region there is or was, and the names they had before."""
    regions = [
        Region(code, name, kind, parent, since=since, until=until, succeeds=succeeds)
        for code, name, kind, parent, since, until, succeeds in await session.execute(REGIONS)
    ]
    rows = await session.execute(select(RegionName.code, RegionName.until, RegionName.name))
    return regions, [Earlier(*row) for row in rows]


async def mark_of(session: AsyncSession) -> str:
    """The number of the last change of the territory; empty before the first."""
    return await marks.mark_of(session, MARK)


async def touch(session: AsyncSession) -> None:
    """Number this change: every process reads the territory anew."""
    await marks.touch(session, MARK)


async def open_book(session: AsyncSession) -> Book:
    """The territory as it is now."""
    mark = await mark_of(session)
    return Book(*await load(session), mark)


async def refresh(database: Database, book: Book) -> bool:
    """Bring a book up to date in its place. False when it was already.

    The new state is put together in a thread: with a whole country's villages that takes a second.
    """
    async with database.session() as session:
        mark = await mark_of(session)
        if mark == book.mark:
            return False
        regions, earlier = await load(session)
    await asyncio.to_thread(book.replace, regions, earlier, mark)
    return True


async def count_regions(session: AsyncSession) -> int:
    """Regions that were imported, ended or not: what a split added does not make up for one that
    is missing."""
    imported = select(func.count()).select_from(RegionRow).where(RegionRow.succeeds.is_(None))
    return await session.scalar(imported) or 0


async def totals(session: AsyncSession) -> dict[str, dict[str, int]]:
    """How many kecamatan, desa and kelurahan in force each kab/kota has: code → kind → number."""
    kabkota = func.substr(RegionRow.code, 1, 5)
    rows = await session.execute(
        select(kabkota, RegionRow.kind, func.count())
        .where(RegionRow.valid_until.is_(None), RegionRow.kind != "province")
        .group_by(kabkota, RegionRow.kind)
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for code, kind, number in rows:
        found[code][kind] = number
    return dict(found)


async def require_open(session: AsyncSession, code: str, *, until_commit: bool = False) -> None:
    """Raise :class:`NotFound` for a region there is not, :class:`AppError` for one that ended.

    ``until_commit`` keeps it open as long: a split waits for this transaction, or this one for it.
    """
    wanted = select(RegionRow.name, RegionRow.valid_until).where(RegionRow.code == code)
    if until_commit:
        wanted = wanted.with_for_update(read=True, key_share=True)
    found = (await session.execute(wanted)).one_or_none()
    if found is None:
        raise NotFound("region-unknown")
    name, until = found
    if until is not None:
        now = [title for _, title in await _titles_after(session, code)]
        raise AppError("region-ended", value=name, since=until, now=", ".join(now) or "—")


async def _titles_after(session: AsyncSession, code: str) -> Sequence[tuple[str, str]]:
    """The regions split from ``code`` that are in force: (code, name)."""
    rows = await session.execute(
        select(RegionRow.code, RegionRow.name)
        .where(RegionRow.succeeds == code, RegionRow.valid_until.is_(None))
        .order_by(RegionRow.code)
        .limit(5)
    )
    return [(found, name) for found, name in rows]


async def with_past(session: AsyncSession, tops: Iterable[str]) -> tuple[str, ...]:
    """``tops`` and the ended regions that something within them came out of: whoever may read a
    successor may read what its predecessor left."""
    found, level = list(dict.fromkeys(tops)), tuple(tops)
    while level:
        rows = await session.scalars(_before(level))
        level = tuple(code for code in rows if code not in found)
        found += level
    return tuple(found)


def _before(tops: Sequence[str]) -> Select[str]:
    after = (
        select(RegionRow.succeeds)
        .where(RegionRow.succeeds.is_not(None), within(RegionRow.code, tops))
        .distinct()
    )
    return (
        select(RegionRow.code)
        .where(RegionRow.code.in_(after), RegionRow.valid_until.is_not(None))
        .order_by(RegionRow.code)
    )


async def editable(session: AsyncSession, by: Editor, code: str) -> RegionRow:
    """A region in force that ``by`` may change, locked until the end of the transaction.

    Raises :class:`NotAllowed`, :class:`NotFound` or, when it has ended, :class:`AppError`.
    """
    if isinstance(by, Person) and not by.may(Act.EDIT_REGION, code):
        raise NotAllowed("refused-edit-region", ask=Say("ask-province"))
    await require_open(session, code)
    statement = select(RegionRow).where(RegionRow.code == code).with_for_update()
    row = (await session.scalars(statement.execution_options(populate_existing=True))).one()
    if row.valid_until is not None:  # ended while this transaction waited for the row
        await require_open(session, code)
    return row


async def rename(
    session: AsyncSession,
    by: Editor,
    code: str,
    name: str,
    *,
    on: date,
    source: str,
    today: date,
) -> str:
    """Give a region a new name from a day on; records of days before keep the old one, returned.

    Raises what :func:`editable` does, and :class:`AppError` for a name or a day that cannot be.
    """
    row = await editable(session, by, code)
    check_day(on, today)
    await check_name(session, name, code, row.parent)
    if row.name == name:
        raise AppError("region-same-name", value=name)
    last = await session.scalar(select(func.max(RegionName.until)).where(RegionName.code == code))
    since = max((day for day in (last, row.valid_from) if day is not None), default=None)
    if since is not None and on <= since:
        raise AppError("region-rename-order", value=row.name, since=since)
    old = row.name
    session.add(RegionName(code=code, until=on, name=old, source=source[:60]))
    row.name, row.source = name, source[:60]
    await session.flush()
    await touch(session)
    return old


def check_day(on: date, today: date) -> None:
    """Raise :class:`AppError` for a day to come: what is not yet is not written down."""
    if on > today:
        raise AppError("region-future", day=on)


async def check_name(session: AsyncSession, name: str, code: str, parent: str | None) -> None:
    """Raise :class:`AppError` for a name that says nothing, or that a neighbour has."""
    if len(squeeze(name)) < 2 or len(name) > 120:
        raise AppError("region-name-short")
    rows = await session.scalars(
        select(RegionRow.name).where(
            RegionRow.code != code,
            RegionRow.valid_until.is_(None),
            within(RegionRow.code, [parent or ""]),
            RegionRow.parent == parent,
        )
    )
    if squeeze(name) in {squeeze(one) for one in rows}:
        raise AppError("region-name-taken", value=name)
