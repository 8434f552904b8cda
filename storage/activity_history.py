"""What happened to an activity after it was sent, for its author and for whoever checks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import ACTS, LADDER, Act, Person, Role, tops_of
from storage.activity_lists import whole
from storage.models import ActivityChange, Assignment

CHECKERS = tuple(role for role in LADDER if Act.VERIFY_ACTIVITY in ACTS[role])
"""Roles that check activities, the nearest to the village first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One change. ``role`` is that of who checked, in which they did it; None for the author."""

    at: datetime
    what: str
    role: Role | None
    before: Mapping[str, Any] | None
    note: str | None


def change(
    activity: int,
    viewer: Person,
    what: str,
    now: datetime,
    *,
    before: Mapping[str, Any] | None = None,
    note: str | None = None,
) -> dict[str, Any]:
    """A row: ``what`` is edited, withdrawn, restored, verified or returned."""
    return {
        "id": new_id(),
        "activity_id": activity,
        "person_id": viewer.id,
        "at": now,
        "what": what,
        "before": None if before is None else dict(before),
        "note": note,
    }


async def write(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of :func:`change`."""
    if rows:
        await session.execute(insert(ActivityChange), rows)


async def history(
    session: AsyncSession, viewer: Person, number: int, *, limit: int
) -> Sequence[Happened]:
    """The newest changes of an activity, newest first; none where ``viewer`` may not look."""
    found = await whole(session, viewer, number)
    if found is None:
        return ()
    rows = await session.scalars(
        select(ActivityChange)
        .where(ActivityChange.activity_id == number)
        .order_by(ActivityChange.id.desc())
        .limit(limit)
    )
    happened = []
    for row in rows.all():
        role = None
        if row.person_id != found.row.person_id:
            role = await role_at(session, row.person_id, found.row.region_code, row.at)
        happened.append(Happened(row.at, row.what, role, row.before, row.note))
    return happened


async def count(session: AsyncSession, number: int) -> int:
    """How many changes an activity has."""
    wanted = select(func.count()).where(ActivityChange.activity_id == number)
    return await session.scalar(wanted) or 0


async def last(session: AsyncSession, number: int, what: str) -> ActivityChange | None:
    """The newest change of a kind."""
    return await session.scalar(
        select(ActivityChange)
        .where(ActivityChange.activity_id == number, ActivityChange.what == what)
        .order_by(ActivityChange.id.desc())
        .limit(1)
    )


async def role_at(session: AsyncSession, person: int, region: str, at: datetime) -> Role:
    """In which role somebody checked an activity of a region then: the nearest they had there. The
    nearest of all, when nothing is left of it (a village that was split, an erased account)."""
    rows = await session.execute(
        select(Assignment.role, Assignment.region_code).where(
            Assignment.person_id == person,
            Assignment.role.in_([role.value for role in CHECKERS]),
            Assignment.valid_from <= at,
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > at),
        )
    )
    held = [(Role(role), where) for role, where in rows]
    here = [role for role, where in held if where in tops_of(region)]
    known = here or [role for role, _ in held]
    return min(known, key=CHECKERS.index, default=CHECKERS[0])
