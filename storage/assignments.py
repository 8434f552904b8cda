"""Roles given, confirmed and looked up; each change stands in the log of roles as well."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Person, Role, tops_of
from storage import jobs, role_log
from storage.models import Assignment, PersonRow
from storage.people import in_force, within
from storage.regions import require_open


async def assign(
    session: AsyncSession,
    *,
    person_id: int,
    role: Role,
    region: str,
    granted_by: int | None,
    now: datetime,
    confirmed: bool,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
    actor: int | None = None,
    change: str = "granted",
) -> int:
    """Give a role, and write it in the log of roles. Unconfirmed, it counts for nothing until a
    second person confirms it.

    ``granted_by`` is on whose word; ``actor`` who did it, when that is somebody else (a person
    who opened an invitation). Raises :class:`NotFound` or :class:`AppError` for a region there is
    not, or not any more.
    """
    await require_open(session, region, until_commit=True)
    assignment_id = new_id()
    await session.execute(
        insert(Assignment).values(
            id=assignment_id,
            person_id=person_id,
            role=role.value,
            region_code=region,
            valid_from=valid_from or now,
            valid_until=valid_until,
            suspended=False,
            granted_by=granted_by,
            confirmed_by=granted_by if confirmed else None,
            confirmed_at=now if confirmed else None,
        )
    )
    await role_log.record(
        session,
        change,
        at=now,
        person=person_id,
        actor=actor if actor is not None else granted_by,
        word_of=granted_by,
        role=role.value,
        region=region,
        assignment=assignment_id,
    )
    for moment in (valid_from, valid_until):
        if moment is not None and moment > now:
            await refresh_at(session, person_id, assignment_id, moment, now)
    return assignment_id


async def refresh_at(
    session: AsyncSession, person: int, assignment: int, moment: datetime, now: datetime
) -> None:
    """Have the person's list of commands made anew when a role begins or ends by its date."""
    once = f"commands:{assignment}:{int(moment.timestamp())}"
    row = jobs.job("commands", {"person": person}, now=now, due_at=moment, once=once)
    await jobs.ask(session, row)


async def is_waiting(
    session: AsyncSession, person: Person, role: Role, region: str, now: datetime
) -> bool:
    """Whether this very role of the person waits for the second person already."""
    return await _has(session, person.id, role, region, now, Assignment.confirmed_at.is_(None))


async def is_suspended(
    session: AsyncSession, person: int, role: Role, region: str, now: datetime
) -> bool:
    """Whether this very role of the person is suspended: asking for it anew, or a link, must not
    be a way around that."""
    return await _has(session, person, role, region, now, Assignment.suspended.is_(True))


async def _has(
    session: AsyncSession,
    person: int,
    role: Role,
    region: str,
    now: datetime,
    state: ColumnElement[bool],
) -> bool:
    found = await session.scalar(
        select(Assignment.id)
        .where(
            Assignment.person_id == person,
            Assignment.role == role.value,
            Assignment.region_code == region,
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
            state,
        )
        .limit(1)
    )
    return found is not None


async def confirm(
    session: AsyncSession, assignment_id: int, by: Person, regions: Sequence[str], now: datetime
) -> tuple[int, str, str] | None:
    """Confirm a waiting role as the second person.

    Returns (person id, role, region), or None when there is nothing that ``by`` may confirm:
    another was first, it lies outside ``regions``, or it is one's own or one's own invitation.
    """
    row = await session.execute(
        update(Assignment)
        .where(
            Assignment.id == assignment_id,
            Assignment.confirmed_at.is_(None),
            Assignment.person_id != by.id,
            or_(Assignment.granted_by.is_(None), Assignment.granted_by != by.id),
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
            within(Assignment.region_code, regions),
        )
        .values(confirmed_by=by.id, confirmed_at=now)
        .returning(Assignment.person_id, Assignment.role, Assignment.region_code)
    )
    found = row.one_or_none()
    if found is not None:
        person_id, role, region = found
        await role_log.record(
            session,
            "confirmed",
            at=now,
            person=person_id,
            actor=by.id,
            word_of=by.id,
            role=role,
            region=region,
            assignment=assignment_id,
        )
    return found


async def waiting_roles(
    session: AsyncSession, by: Person, regions: Sequence[str], now: datetime
) -> Sequence[tuple[int, str, str, str]]:
    """Roles that ``by`` could confirm: (assignment, person's name, role, region)."""
    rows = await session.execute(
        select(Assignment.id, PersonRow.name, Assignment.role, Assignment.region_code)
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(
            Assignment.confirmed_at.is_(None),
            Assignment.person_id != by.id,
            or_(Assignment.granted_by.is_(None), Assignment.granted_by != by.id),
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
            within(Assignment.region_code, regions),
        )
        .order_by(Assignment.id)
        .limit(20)
    )
    return rows.all()


async def holders(
    session: AsyncSession, role: Role, region: str, now: datetime
) -> Sequence[tuple[int, str]]:
    """(Telegram id, language) of all within reach who hold ``role`` for ``region`` or a region
    above it."""
    rows = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language)
        .distinct()
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role == role.value,
            Assignment.region_code.in_(tops_of(region)),
            in_force(now),
            PersonRow.reachable.is_(True),
        )
    )
    return rows.all()
