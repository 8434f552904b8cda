"""Legal holds: records of a person that must not be erased, why, and who said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Act, Person
from storage import jobs, role_log
from storage.models import Assignment, LegalHold, MemberRequest, PersonRow
from storage.people import within

ERASE = "erase"
"""The kind of job that a hold keeps waiting."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold in force."""

    id: int
    person: int
    name: str
    reason: str
    placed_at: datetime


def _known_to(viewer: Person) -> ColumnElement[bool]:
    """People who have, had or asked for a role where the viewer may hold data."""
    tops = viewer.regions_for(Act.HOLD_DATA)
    return or_(
        exists().where(Assignment.person_id == PersonRow.id, within(Assignment.region_code, tops)),
        exists().where(
            MemberRequest.person_id == PersonRow.id, within(MemberRequest.region_code, tops)
        ),
    )


async def subject(session: AsyncSession, viewer: Person, person: int) -> str | None:
    """The name of somebody whose data the viewer may hold; None for anybody else."""
    return await session.scalar(
        select(PersonRow.name).where(
            PersonRow.id == person, PersonRow.closed_at.is_(None), _known_to(viewer)
        )
    )


async def place(
    session: AsyncSession, viewer: Person, person: int, reason: str, now: datetime
) -> int | None:
    """Hold a person's data. Returns the hold's number; None when the viewer may not, or when
    there is nothing left to hold."""
    if await subject(session, viewer, person) is None:
        return None
    number = new_id()
    await session.execute(
        insert(LegalHold).values(
            id=number, person_id=person, reason=reason[:300], placed_by=viewer.id, placed_at=now
        )
    )
    await role_log.record(session, "held", at=now, person=person, actor=viewer.id)
    return number


async def lift(session: AsyncSession, viewer: Person, number: int, now: datetime) -> int | None:
    """End a hold; an erasure that waited for it goes on. Returns the person, None when the
    viewer may not, or another was first."""
    theirs = select(PersonRow.id).where(_known_to(viewer))
    row = await session.execute(
        update(LegalHold)
        .where(
            LegalHold.id == number,
            LegalHold.lifted_at.is_(None),
            LegalHold.person_id.in_(theirs),
        )
        .values(lifted_by=viewer.id, lifted_at=now)
        .returning(LegalHold.person_id)
        .execution_options(synchronize_session=False)
    )
    person = row.scalar_one_or_none()
    if person is not None:
        await role_log.record(session, "freed", at=now, person=person, actor=viewer.id)
        if not await on(session, person):
            await jobs.hasten(session, person, ERASE, now)
    return person


async def on(session: AsyncSession, person: int) -> Sequence[LegalHold]:
    """The holds in force on somebody's data. For the erasure and for the person themselves;
    others ask :func:`listed`."""
    rows = await session.scalars(
        select(LegalHold)
        .where(LegalHold.person_id == person, LegalHold.lifted_at.is_(None))
        .order_by(LegalHold.id)
    )
    return rows.all()


async def listed(
    session: AsyncSession,
    viewer: Person,
    *,
    limit: int,
    before: int | None = None,
    person: int | None = None,
) -> Sequence[Hold]:
    """Holds in force that the viewer may see, the newest first; ``before`` is the last one of
    the page above, ``person`` narrows to one."""
    wanted = (
        select(
            LegalHold.id,
            LegalHold.person_id,
            PersonRow.name,
            LegalHold.reason,
            LegalHold.placed_at,
        )
        .join(PersonRow, PersonRow.id == LegalHold.person_id)
        .where(LegalHold.lifted_at.is_(None), _known_to(viewer))
        .order_by(LegalHold.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(LegalHold.id < before)
    if person is not None:
        wanted = wanted.where(LegalHold.person_id == person)
    return [Hold(*row) for row in await session.execute(wanted)]
