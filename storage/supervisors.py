"""Who answers for a region: the nearest of PLKB, OPD KB and DP3ACSKB who can be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import LADDER, Role, tops_of
from storage.models import Assignment, PersonRow
from storage.people import in_force


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to be told something: opaque number, Telegram id, language and name."""

    person: int
    chat: int
    language: str
    name: str


async def contacts(
    session: AsyncSession,
    roles: Sequence[Role],
    region: str,
    now: datetime,
    *,
    without: Sequence[int] = (),
) -> Sequence[Contact]:
    """All within reach who hold one of ``roles`` for ``region`` or a region above it, but for
    the persons in ``without``. One each, in the order they came."""
    rows = await session.execute(
        select(PersonRow.id, PersonRow.telegram_id, PersonRow.language, PersonRow.name)
        .distinct()
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role.in_([role.value for role in roles]),
            Assignment.region_code.in_(tops_of(region)),
            in_force(now),
            PersonRow.reachable.is_(True),
            PersonRow.id.not_in(without),
        )
        .order_by(PersonRow.id)
    )
    return [Contact(*row) for row in rows]


async def nearest(
    session: AsyncSession,
    region: str,
    now: datetime,
    *,
    rungs: Sequence[Role] = LADDER,
    without: Sequence[int] = (),
) -> tuple[Role, Sequence[Contact]] | None:
    """The first of ``rungs`` that somebody within reach holds for ``region``, and who they are.

    None when nobody holds any of them.
    """
    for rung in rungs:
        found = await contacts(session, (rung,), region, now, without=without)
        if found:
            return rung, found
    return None
