"""Who else holds a role in a region or asks for it, and who answered a request."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import LADDER, Role, tops_of
from storage.models import Assignment, MemberRequest, PersonRow
from storage.people import in_force
from storage.requests import IS_WAITING, Request

NAMED = 5
"""How many are named; enough to see that a place is taken."""


async def holders_named(session: AsyncSession, request: Request, now: datetime) -> Sequence[str]:
    """Names of some who hold the very role that is asked for, in that very region."""
    if request.role is None:
        return ()
    rows = await session.scalars(
        select(PersonRow.name)
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role == request.role.value,
            Assignment.region_code == request.region,
            in_force(now),
            PersonRow.id != request.person,
        )
        .order_by(Assignment.id)
        .limit(NAMED)
    )
    return rows.all()


async def rivals_named(session: AsyncSession, request: Request) -> Sequence[str]:
    """Names of some others who wait for the same role in the same region."""
    if request.role is None:
        return ()
    rows = await session.scalars(
        select(PersonRow.name)
        .join(MemberRequest, MemberRequest.person_id == PersonRow.id)
        .where(
            IS_WAITING,
            MemberRequest.region_code == request.region,
            MemberRequest.role == request.role.value,
            PersonRow.id != request.person,
        )
        .order_by(MemberRequest.id)
        .limit(NAMED)
    )
    return rows.all()


async def decider(
    session: AsyncSession, request: Request, now: datetime
) -> tuple[str, Role | None] | None:
    """(name, role of the ladder) of who answered a request; the role is None when it has ended."""
    rows = await session.execute(
        select(PersonRow.name, Assignment.role)
        .outerjoin(
            Assignment,
            (Assignment.person_id == PersonRow.id)
            & Assignment.role.in_([rung.value for rung in LADDER])
            & Assignment.region_code.in_(tops_of(request.region))
            & in_force(now),
        )
        .where(PersonRow.id == request.decided_by)
        .limit(1)
    )
    found = rows.one_or_none()
    return (found[0], Role(found[1]) if found[1] else None) if found else None
