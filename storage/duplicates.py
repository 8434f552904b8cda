"""Whether an activity has been logged already: same village, same day, a title like it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.likeness import is_same
from bot.rules.roles import Act, Person
from storage.models import Activity

MOST: Final = 200
"""Activities of one village on one day that are looked at; far more than there ever are."""


@dataclass(frozen=True, slots=True)
class Twin:
    """An activity that may be the same. ``is_own`` tells whether the viewer logged it."""

    id: int
    receipt: str
    title: str
    section: str
    is_own: bool


async def twin_of(
    session: AsyncSession, viewer: Person, region: str, held_on: date, title: str
) -> Twin | None:
    """The newest activity like this one that was not withdrawn, by anybody in the village. None
    where ``viewer`` may not read activities."""
    if not viewer.may(Act.READ_ACTIVITY, region):
        return None
    rows = await session.execute(
        select(
            Activity.id,
            Activity.receipt,
            Activity.title,
            Activity.section,
            Activity.person_id,
        )
        .where(
            Activity.region_code == region,
            Activity.held_on == held_on,
            Activity.state != "withdrawn",
        )
        .order_by(Activity.id.desc())
        .limit(MOST)
    )
    for row in rows:
        if is_same(row.title, title):
            is_own = row.person_id == viewer.id
            return Twin(row.id, row.receipt, row.title, row.section, is_own)
    return None
