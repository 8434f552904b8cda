"""Activities as other systems get them: page by page, with photos, problem and intervention."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NotAllowed
from bot.forms import Say
from bot.rules.export_order import Order
from bot.rules.roles import Act, Person
from storage.database import Database
from storage.members import outermost
from storage.models import Activity, ActivityPhoto, Intervention, Job, Media, MediaSource, Problem
from storage.regions import Operator, with_past

PAGE = 1000
_SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class Program(Enum):
    """The program itself, which sends single activities on to addresses of the settings."""

    POSTS = "posts"


POSTS: Final = Program.POSTS
Reader: TypeAlias = Person | Operator | Program
"""Who reads: a person within their regions; at the command line nobody of the tables."""


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """One photo: its name in our folder (None until it is kept), and what was written to it."""

    kept: str | None
    caption: str | None
    moment: str | None


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """One activity with everything that leaves with it; nothing of who sent it."""

    id: int
    receipt: str
    region: str
    held_on: date
    title: str
    section: str
    target_groups: Sequence[str]
    agencies: Sequence[str]
    funding: Sequence[str]
    male: int
    female: int
    children: int
    people: int
    place: str | None
    latitude: float | None
    longitude: float | None
    description: str | None
    inpres: str | None
    tags: Sequence[str]
    poktan: Sequence[str]
    post_type: str
    follow_up: str | None
    state: str
    revision: int
    created_at: datetime
    verified_at: datetime | None
    problem: str | None
    category: str | None
    agency: str | None
    planned_on: date | None
    photos: Sequence[PhotoLine] = ()


_OTHERWISE: Mapping[str, Any] = {
    "region": Activity.region_code,
    "problem": Problem.receipt,
    "category": Problem.category,
    "agency": Intervention.agency,
    "planned_on": Intervention.planned_on,
}
_NAMES = tuple(field.name for field in fields(ActivityRecord) if field.name != "photos")
_RECORDS = (
    select(*(_OTHERWISE.get(name, getattr(Activity, name, None)) for name in _NAMES))
    .outerjoin(Problem, Problem.id == Activity.problem_id)
    .outerjoin(Intervention, Intervention.id == Activity.intervention_id)
    .where(Activity.state != "withdrawn")
)


def may_read(by: Reader, region: str) -> bool:
    """Whether activities of a region may leave for this reader."""
    return not isinstance(by, Person) or by.may(Act.EXPORT_ACTIVITY, region)


def job_params(viewer: Person, order: Order) -> dict[str, int]:
    """What a job needs to make this file: numbers only.

    Raises :class:`NotAllowed` for whoever may not, whatever was asked before.
    """
    if not may_read(viewer, order.region):
        raise NotAllowed("refused-export-activity", ask=Say("ask-agency"))
    return {"person": viewer.id, **order.params()}


async def pages(
    database: Database, by: Reader, order: Order, *, most: int, size: int = PAGE
) -> AsyncIterator[Sequence[ActivityRecord]]:
    """Pages of an order, by region and day, ``most`` activities at most, each page read in a short
    transaction of its own; none where ``by`` may not."""
    async with database.session() as session:
        tops = await _tops(session, by, order.region)
    for top in tops:
        after: tuple[str, date, int] | None = None
        while most > 0:
            async with database.session() as session:
                found = await _page(session, _wanted(top, order), after, min(size, most))
            if found:
                yield found
                most -= len(found)
                last = found[-1]
                after = (last.region, last.held_on, last.id)
            if len(found) < size:
                break


async def count(session: AsyncSession, by: Reader, order: Order, most: int) -> int:
    """How many activities an order has, counted up to ``most`` and one more."""
    number = 0
    for top in await _tops(session, by, order.region):
        wanted = select(Activity.id).where(*_wanted(top, order), Activity.state != "withdrawn")
        few = wanted.limit(max(most + 1 - number, 0)).subquery()
        number += await session.scalar(select(func.count()).select_from(few)) or 0
    return number


async def one(session: AsyncSession, by: Reader, number: int) -> ActivityRecord | None:
    """One activity; None when it is not there, withdrawn, or not for this reader."""
    found = await _records(session, _RECORDS.where(Activity.id == number))
    return found[0] if found and may_read(by, found[0].region) else None


async def progress(session: AsyncSession, job: int) -> tuple[int, int]:
    """How many rows of a job's file are written, and of how many."""
    row = await session.execute(select(Job.done, Job.total).where(Job.id == job))
    found = row.one_or_none()
    return (found.done or 0, found.total or 0) if found is not None else (0, 0)


async def note_progress(
    session: AsyncSession, job: int, done: int, total: int | None = None
) -> None:
    """Write down how far a job's file is."""
    values = {"done": done} if total is None else {"done": done, "total": total}
    await session.execute(update(Job).where(Job.id == job).values(**values))


async def _tops(session: AsyncSession, by: Reader, region: str) -> list[str]:
    """The region and the ended ones it came out of, none of them inside another."""
    if not may_read(by, region):
        return []
    return outermost(await with_past(session, [region]))


def _wanted(top: str, order: Order) -> tuple[ColumnElement[bool], ...]:
    """A region with all within it is one stretch of the index: ``.`` is followed by ``/``."""
    return (
        Activity.region_code >= top,
        Activity.region_code < top + "/",
        Activity.held_on.between(order.first, order.last),
    )


async def _page(
    session: AsyncSession,
    wanted: Sequence[ColumnElement[bool]],
    after: tuple[str, date, int] | None,
    limit: int,
) -> Sequence[ActivityRecord]:
    key = (Activity.region_code, Activity.held_on, Activity.id)
    statement = _RECORDS.where(*wanted).order_by(*key).limit(limit)
    if after is not None:
        # The first bound lets SQLite go straight to the region, which a pair of its own does not.
        statement = statement.where(Activity.region_code >= after[0], _behind(key, after))
    return await _records(session, statement)


def _behind(key: Any, after: tuple[str, date, int]) -> ColumnElement[bool]:
    behind: ColumnElement[bool] = tuple_(*key) > after
    return behind


async def _records(session: AsyncSession, statement: Select[Any]) -> Sequence[ActivityRecord]:
    rows: Sequence[Any] = (await session.execute(statement)).all()
    photos = await _photos(session, [row[0] for row in rows])
    return [ActivityRecord(*(*row, photos.get(row[0], ()))) for row in rows]


async def _photos(
    session: AsyncSession, numbers: Sequence[int]
) -> Mapping[int, Sequence[PhotoLine]]:
    """The photos of a page of activities, in one query."""
    rows = await session.execute(
        select(
            ActivityPhoto.activity_id,
            Media.hash,
            Media.mime,
            ActivityPhoto.caption,
            ActivityPhoto.moment,
        )
        .outerjoin(MediaSource, _is_kept())
        .outerjoin(Media, Media.hash == MediaSource.hash)
        .where(ActivityPhoto.activity_id.in_(numbers))
        .order_by(ActivityPhoto.activity_id, ActivityPhoto.position)
    )
    found: dict[int, list[PhotoLine]] = {}
    for number, content, mime, caption, moment in rows:
        kept = f"{content}.{_SUFFIXES.get(mime, 'jpg')}" if content else None
        found.setdefault(number, []).append(PhotoLine(kept, caption, moment))
    return found


def _is_kept() -> ColumnElement[bool]:
    same = MediaSource.unique_id == ActivityPhoto.unique_id
    return and_(same, MediaSource.state == "kept")
