"""Activities as they are looked at after sending: one's own, those that wait to be checked, and one
of them whole. Each function finds out itself what its viewer may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.lists import SECTIONS, label_of
from bot.rules.roles import Act, Person, is_within
from storage.models import Activity, ActivityPhoto, PersonRow
from storage.people import within
from storage.regions import with_past

# A literal, as in the condition of the partial index: with a parameter it would not serve.
_IS_SAVED = Activity.state == literal_column("'saved'")
WIDE_DOTS = 2
"""Dots of a kecamatan's code: whoever answers for more than one has a queue village by village."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line of a list of activities, with the number its page goes on from."""

    id: int
    receipt: str
    held_on: date
    title: str
    region: str
    section: str
    state: str
    revision: int
    photos: int

    def heading(self) -> str:
        """The title; the section where an erasure has emptied it."""
        return self.title or label_of(SECTIONS, self.section)


@dataclass(frozen=True, slots=True)
class Whole:
    """An activity with its photos and the name of who sent it; ``is_own`` and ``may_check`` are the
    viewer's part in it."""

    row: Activity
    photos: Sequence[ActivityPhoto]
    sender: str
    is_own: bool
    may_check: bool

    def heading(self) -> str:
        """The title; the section where an erasure has emptied it."""
        return self.row.title or label_of(SECTIONS, self.row.section)


def _lines() -> Select[Any]:
    photos = (
        select(func.count())
        .select_from(ActivityPhoto)
        .where(ActivityPhoto.activity_id == Activity.id)
        .correlate(Activity)
        .scalar_subquery()
    )
    return select(
        Activity.id,
        Activity.receipt,
        Activity.held_on,
        Activity.title,
        Activity.region_code,
        Activity.section,
        Activity.state,
        Activity.revision,
        photos,
    )


async def own_page(
    session: AsyncSession,
    person: Person,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int,
) -> Sequence[OwnLine]:
    """What this person sent, newest first, withdrawn or not: the newest, those next older than
    ``before``, or those next newer than ``after``."""
    wanted = _lines().where(Activity.person_id == person.id)
    if after is not None:
        wanted = wanted.where(Activity.id > after).order_by(Activity.id).limit(limit)
        rows = (await session.execute(wanted)).all()
        return [OwnLine(*row) for row in reversed(rows)]
    if before is not None:
        wanted = wanted.where(Activity.id < before)
    rows = (await session.execute(wanted.order_by(Activity.id.desc()).limit(limit))).all()
    return [OwnLine(*row) for row in rows]


def is_wide(viewer: Person) -> bool:
    """Whether the queue goes village by village: in order of time a whole kab/kota would have to
    be sorted for each page."""
    return any(top.count(".") < WIDE_DOTS for top in viewer.regions_for(Act.VERIFY_ACTIVITY))


async def waiting(
    session: AsyncSession, viewer: Person, *, after: tuple[str, int] = ("", 0), limit: int
) -> Sequence[OwnLine]:
    """Unchecked activities of others that ``viewer`` may check, from behind the village and number
    ``after``: oldest first; village by village for whoever answers for a kab/kota or more."""
    tops = await with_past(session, viewer.regions_for(Act.VERIFY_ACTIVITY))
    if not is_wide(viewer):
        queue = _by_time(viewer.id, tops, after[1]).limit(limit)
        return [OwnLine(*row) for row in await session.execute(queue)]
    found: dict[int, OwnLine] = {}
    for top in tops:
        rows = await session.execute(_by_village(viewer.id, top, after).limit(limit))
        found |= {row[0]: OwnLine(*row) for row in rows}
    return sorted(found.values(), key=lambda one: (one.region, one.id))[:limit]


async def waiting_count(session: AsyncSession, viewer: Person, most: int) -> int:
    """How many wait for ``viewer``, counted up to ``most``."""
    tops = await with_past(session, viewer.regions_for(Act.VERIFY_ACTIVITY))
    some = select(Activity.id).where(_unchecked(viewer.id, tops)).limit(most)
    return await session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _unchecked(viewer: int, tops: Sequence[str]) -> ColumnElement[bool]:
    return and_(_IS_SAVED, Activity.person_id != viewer, within(Activity.region_code, tops))


def _by_time(viewer: int, tops: Sequence[str], after: int) -> Select[Any]:
    """All that waits in a few villages, sorted. The number is added to nothing: in its order all
    activities there ever were would be read, to find the few of them that wait here."""
    plain = Activity.id + 0
    return _lines().where(_unchecked(viewer, tops), plain > after).order_by(plain)


def _by_village(viewer: int, top: str, after: tuple[str, int]) -> Select[Any]:
    """One stretch of the index of what waits: a page ends where it is full."""
    here = Activity.region_code
    wanted = _lines().where(
        _IS_SAVED,
        Activity.person_id != viewer,
        here >= top,
        here < top + "/",
        tuple_(here, Activity.id) > tuple_(*after),
    )
    return wanted.order_by(here, Activity.id)


async def whole(session: AsyncSession, viewer: Person, number: int) -> Whole | None:
    """One activity for its author or for whoever may check it; None for anybody else. A withdrawn
    one is its author's only."""
    statement = select(Activity).where(Activity.id == number)
    row = await session.scalar(statement.execution_options(populate_existing=True))
    if row is None:
        return None
    is_own = row.person_id == viewer.id
    may_check = not is_own and await may_in(session, viewer, Act.VERIFY_ACTIVITY, row.region_code)
    if not is_own and not (may_check and row.state != "withdrawn"):
        return None
    photos = await session.scalars(
        select(ActivityPhoto)
        .where(ActivityPhoto.activity_id == number)
        .order_by(ActivityPhoto.position)
        .execution_options(populate_existing=True)
    )
    sender = await session.scalar(select(PersonRow.name).where(PersonRow.id == row.person_id))
    return Whole(row, photos.all(), sender or "–", is_own, may_check)


async def may_in(session: AsyncSession, viewer: Person, act: Act, region: str) -> bool:
    """Whether ``viewer`` may do ``act`` in a region, or in what came of it when it ended."""
    if viewer.may(act, region):
        return True
    past = await with_past(session, viewer.regions_for(act))
    return any(is_within(region, top) for top in past)
