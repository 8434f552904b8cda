"""Roles that two people give: the second one says no, and everybody concerned hears of a yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Act, Person, Role
from storage import role_log
from storage.models import Assignment, PersonRow
from storage.people import in_force, within
from storage.supervisors import Contact


@dataclass(frozen=True, slots=True)
class Refused:
    """A role that will not be given: to whom, what, where, and who had invited."""

    person: int
    role: Role
    region: str
    granted_by: int | None


async def refuse(
    session: AsyncSession, number: int, viewer: Person, now: datetime
) -> Refused | None:
    """Say no to a waiting role as the second person; it is gone, and stands in the log of roles.

    None when there is nothing that ``viewer`` may refuse: another was first, it lies outside
    their regions, or it is their own or their own invitation.
    """
    row = await session.execute(
        delete(Assignment)
        .where(
            Assignment.id == number,
            Assignment.confirmed_at.is_(None),
            Assignment.person_id != viewer.id,
            or_(Assignment.granted_by.is_(None), Assignment.granted_by != viewer.id),
            within(Assignment.region_code, viewer.regions_for(Act.CONFIRM_ROLE)),
        )
        .returning(
            Assignment.person_id, Assignment.role, Assignment.region_code, Assignment.granted_by
        )
        .execution_options(synchronize_session=False)
    )
    found = row.one_or_none()
    if found is None:
        return None
    person, role, region, granted_by = found
    await role_log.record(
        session,
        "refused",
        at=now,
        person=person,
        actor=viewer.id,
        word_of=viewer.id,
        role=role,
        region=region,
        assignment=number,
    )
    return Refused(person, Role(role), region, granted_by)


async def watchers(
    session: AsyncSession, now: datetime, *, without: Sequence[int]
) -> Sequence[Contact]:
    """All case officers and all of DP3ACSKB who can be reached: they hear of every change
    of a role that opens child-protection data."""
    rows = await session.execute(
        select(PersonRow.id, PersonRow.telegram_id, PersonRow.language, PersonRow.name)
        .distinct()
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role.in_([Role.CASE_OFFICER.value, Role.AGENCY_PROVINCE.value]),
            in_force(now),
            PersonRow.reachable.is_(True),
            PersonRow.id.not_in(without),
        )
        .order_by(PersonRow.id)
    )
    return [Contact(*row) for row in rows]


async def name_of(session: AsyncSession, person: int) -> str:
    """Somebody's name; empty when the account is closed."""
    return await session.scalar(select(PersonRow.name).where(PersonRow.id == person)) or ""
