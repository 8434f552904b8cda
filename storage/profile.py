"""What somebody sees of themselves, and what they may change: name and telephone number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Person, Role
from storage.members import MemberLine
from storage.models import Assignment, PersonRow
from storage.people import searchable

MOST_ROLES = 50


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as they see themselves; ``roles`` that have not ended, waiting ones too."""

    phone: str | None
    consent_version: int
    consent_at: datetime
    roles: Sequence[MemberLine]


async def profile_of(session: AsyncSession, viewer: Person, now: datetime) -> Profile:
    """Everything about the viewer and nobody else."""
    row = await session.execute(
        select(PersonRow.phone, PersonRow.consent_version, PersonRow.consent_at).where(
            PersonRow.id == viewer.id
        )
    )
    phone, version, at = row.one()
    found = await session.scalars(
        select(Assignment)
        .where(
            Assignment.person_id == viewer.id,
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
        )
        .order_by(Assignment.id)
        .limit(MOST_ROLES)
    )
    return Profile(phone, version, at, [_line(viewer, one) for one in found])


def _line(viewer: Person, row: Assignment) -> MemberLine:
    return MemberLine(
        row.id,
        viewer.id,
        viewer.name,
        Role(row.role),
        row.region_code,
        row.valid_from,
        row.valid_until,
        row.suspended,
        row.confirmed_at is not None,
        viewer.reachable,
    )


async def rename(session: AsyncSession, viewer: Person, name: str) -> None:
    """Change one's own name (2 to 120 characters), and what one is found by."""
    await session.execute(
        update(PersonRow)
        .where(PersonRow.id == viewer.id, PersonRow.closed_at.is_(None))
        .values(name=name[:120], search_name=searchable(name))
    )


async def set_phone(session: AsyncSession, viewer: Person, phone: str) -> None:
    """Change one's own number (E.164)."""
    await session.execute(
        update(PersonRow)
        .where(PersonRow.id == viewer.id, PersonRow.closed_at.is_(None))
        .values(phone=phone)
    )
