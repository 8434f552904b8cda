"""Activities: what was sent, by whom, and the last one as a start for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ScalarSelect, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NotAllowed
from bot.forms import Say, picked_ids
from bot.rules.roles import Act, Person
from storage.models import Activity, ActivityPhoto
from storage.regions import with_past

KINDS = ("male", "female", "children", "people")


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One line of a list of activities."""

    receipt: str
    held_on: date
    title: str
    region: str
    photos: int
    section: str = ""
    state: str = "saved"


@dataclass(frozen=True, slots=True)
class VillageLine:
    """One activity of a village, with the number its page goes on from."""

    id: int
    line: ActivityLine


_ENTRY = (
    Activity.title,
    Activity.region_code,
    Activity.section,
    Activity.target_groups,
    Activity.agencies,
    Activity.funding,
    Activity.place,
    Activity.poktan,
    Activity.male,
    Activity.female,
    Activity.children,
    Activity.people,
)
_OWN = (
    select(*_ENTRY)
    .where(Activity.person_id == bindparam("person"), Activity.state != "withdrawn")
    .order_by(Activity.id.desc())
    .limit(bindparam("most"))
)
_OF_VILLAGE = (
    select(*_ENTRY)
    .where(Activity.region_code == bindparam("region"), Activity.state != "withdrawn")
    .order_by(Activity.held_on.desc())
    .limit(bindparam("most"))
)

Entry: TypeAlias = Mapping[str, Any]
"""What may serve again of an earlier activity, by the names of the form's questions; ``region`` is
the village's code, ``place`` a text or None."""


async def own_entries(session: AsyncSession, person: Person, limit: int) -> Sequence[Entry]:
    """The person's latest activities as a start for the next, newest first."""
    rows = await session.execute(_OWN, {"person": person.id, "most": limit})
    return [_entry(row) for row in rows]


async def village_entries(
    session: AsyncSession, viewer: Person, region: str, limit: int
) -> Sequence[Entry]:
    """The latest activities of a village, whoever logged them; none where ``viewer`` may not log
    one. Only what was chosen from lists: other people's words do not stand in one's draft."""
    if not viewer.may(Act.LOG_ACTIVITY, region):
        return ()
    rows = await session.execute(_OF_VILLAGE, {"region": region, "most": limit})
    return [{**_chosen(_entry(row)), "title": "", "place": None} for row in rows]


def _chosen(entry: Entry) -> dict[str, Any]:
    lists = ("target_groups", "agencies", "funding")
    return {**entry, **{name: picked_ids(entry[name]) for name in lists}, "participants": None}


def _entry(row: Any) -> Entry:
    return {
        "title": row.title,
        "region": row.region_code,
        "section": row.section,
        "target_groups": row.target_groups,
        "agencies": row.agencies,
        "funding": row.funding,
        "place": row.place,
        "poktan": row.poktan,
        "participants": {kind: getattr(row, kind) for kind in KINDS},
    }


def activity_row(viewer: Person, region: str, **values: Any) -> dict[str, Any]:
    """A row for the table, by somebody who may log an activity in ``region``.

    Raises :class:`NotAllowed` for anybody else, whatever was asked before.
    """
    if not viewer.may(Act.LOG_ACTIVITY, region):
        raise NotAllowed("refused-log-activity", ask=Say("ask-field-officer"))
    return {"person_id": viewer.id, "region_code": region, **values}


async def village_activities(
    session: AsyncSession,
    viewer: Person,
    region: str,
    *,
    before: tuple[date, int] | None = None,
    limit: int,
) -> Sequence[VillageLine]:
    """The newest activities of a village and of the ended ones it came out of, from behind the day
    and number ``before``; none where ``viewer`` may not read."""
    if not viewer.may(Act.READ_ACTIVITY, region):
        return ()
    codes = await with_past(session, [region])
    wanted = select(
        Activity.id,
        Activity.receipt,
        Activity.held_on,
        Activity.title,
        Activity.region_code,
        _photos(),
        Activity.section,
        Activity.state,
    ).where(Activity.region_code.in_(codes), Activity.state != "withdrawn")
    if before is not None:
        day, number = before
        is_same_day = and_(Activity.held_on == day, Activity.id < number)
        wanted = wanted.where(or_(Activity.held_on < day, is_same_day))
    newest = wanted.order_by(Activity.held_on.desc(), Activity.id.desc()).limit(limit)
    rows = await session.execute(newest)
    return [VillageLine(row[0], ActivityLine(*row[1:])) for row in rows]


def _photos() -> ScalarSelect[int]:
    """How many photos an activity has."""
    return (
        select(func.count())
        .select_from(ActivityPhoto)
        .where(ActivityPhoto.activity_id == Activity.id)
        .correlate(Activity)
        .scalar_subquery()
    )
