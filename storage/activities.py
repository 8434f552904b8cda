"""Activities: what was sent, by whom, and the last one as a start for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ScalarSelect, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NotAllowed
from bot.forms import Say
from bot.rules.lists import SECTIONS, label_of
from bot.rules.roles import Act, Person
from storage.models import Activity, ActivityPhoto
from storage.regions import with_past


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One line of a list of activities."""

    receipt: str
    held_on: date
    title: str
    region: str
    photos: int
    section: str = ""

    def heading(self) -> str:
        """The title; the section where an erasure has emptied it."""
        return self.title or label_of(SECTIONS, self.section)


@dataclass(frozen=True, slots=True)
class VillageLine:
    """One activity of a village, with the number its page goes on from."""

    id: int
    line: ActivityLine


_LAST = (
    select(
        Activity.section,
        Activity.target_groups,
        Activity.agencies,
        Activity.funding,
        Activity.place,
        Activity.region_code,
        Activity.male,
        Activity.female,
        Activity.children,
    )
    .where(Activity.person_id == bindparam("person"))
    .order_by(Activity.id.desc())
    .limit(1)
)


async def last_answers(session: AsyncSession, person: Person) -> Mapping[str, Any]:
    """The answers of the person's last activity that may serve again; empty at the first."""
    found = (await session.execute(_LAST, {"person": person.id})).one_or_none()
    if found is None:
        return {}
    return {
        "section": found.section,
        "target_groups": found.target_groups,
        "agencies": found.agencies,
        "funding": found.funding,
        "place": {"text": found.place} if found.place else None,
        "region": found.region_code,
        "participants": {
            "male": found.male,
            "female": found.female,
            "children": found.children,
        },
    }


def activity_row(viewer: Person, region: str, **values: Any) -> dict[str, Any]:
    """A row for the table, by somebody who may log an activity in ``region``.

    Raises :class:`NotAllowed` for anybody else, whatever was asked before.
    """
    if not viewer.may(Act.LOG_ACTIVITY, region):
        raise NotAllowed("refused-log-activity", ask=Say("ask-field-officer"))
    return {"person_id": viewer.id, "region_code": region, **values}


async def own_activities(
    session: AsyncSession, person: Person, *, limit: int, offset: int = 0
) -> tuple[Sequence[ActivityLine], int]:
    """The newest activities this person sent, and how many there are in all."""
    photos = _photos()
    rows = await session.execute(
        select(Activity.receipt, Activity.held_on, Activity.title, Activity.region_code, photos)
        .where(Activity.person_id == person.id)
        .order_by(Activity.id.desc())
        .limit(limit)
        .offset(offset)
    )
    total = await session.scalar(
        select(func.count()).select_from(Activity).where(Activity.person_id == person.id)
    )
    return [ActivityLine(*row) for row in rows], total or 0


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
    ).where(Activity.region_code.in_(codes))
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
