"""Reads and writes people and their grants."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, and_, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.clock import new_id
from bot.rules.roles import Grant, Person, Role
from storage.models import Assignment, PersonRow
from storage.models.base import UtcTime

PEOPLE = cast(Table, PersonRow.__table__)
ASSIGNMENTS = cast(Table, Assignment.__table__)


def within(column: InstrumentedAttribute[str], tops: Iterable[str]) -> ColumnElement[bool]:
    """Rows whose region is one of ``tops`` or lies in it; none at all when ``tops`` is empty.

    Written as ranges so that an index serves: ``.`` is followed by ``/`` in ASCII.
    """
    return or_(
        False,
        *(or_(column == top, and_(column > top + ".", column < top + "/")) for top in tops),
    )


def in_force(now: datetime) -> ColumnElement[bool]:
    """Assignments that count at ``now``: confirmed, begun, not ended, not suspended."""
    return and_(
        Assignment.suspended.is_(False),
        Assignment.confirmed_at.is_not(None),
        Assignment.valid_from <= now,
        or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
    )


LOAD_PEOPLE = (
    select(
        PEOPLE.c.id,
        PEOPLE.c.telegram_id,
        PEOPLE.c.name,
        PEOPLE.c.language,
        PEOPLE.c.reachable,
        ASSIGNMENTS.c.role,
        ASSIGNMENTS.c.region_code,
    )
    .outerjoin_from(
        PEOPLE,
        ASSIGNMENTS,
        and_(
            ASSIGNMENTS.c.person_id == PEOPLE.c.id,
            # A bound parameter stands where a time is expected: prepared once, given each time.
            in_force(bindparam("now", type_=UtcTime())),  # type: ignore[arg-type]
        ),
    )
    .where(PEOPLE.c.telegram_id.in_(bindparam("ids", expanding=True)))
    .order_by(ASSIGNMENTS.c.id)
)
"""People by Telegram id, each with the grants in force at ``now``."""


def people_of(rows: Iterable[Any]) -> dict[int, Person]:
    """Fold rows of :data:`LOAD_PEOPLE` into people by Telegram id."""
    found: dict[int, Person] = {}
    for person_id, telegram_id, name, language, reachable, role, region in rows:
        known = found.get(telegram_id)
        grants = known.grants if known else ()
        if role is not None:
            grants = (*grants, Grant(Role(role), region))
        found[telegram_id] = Person(person_id, telegram_id, name, language, grants, reachable)
    return found


async def load_people(
    session: AsyncSession, telegram_ids: Sequence[int], now: datetime
) -> dict[int, Person]:
    """The registered ones among ``telegram_ids`` with their grants, in one query."""
    rows = await session.execute(LOAD_PEOPLE, {"ids": sorted(set(telegram_ids)), "now": now})
    return people_of(rows)


async def register(
    session: AsyncSession,
    *,
    telegram_id: int,
    name: str,
    language: str,
    consent_version: int,
    now: datetime,
) -> int:
    """Add a person who has just accepted the notice. Returns the new id."""
    person_id = new_id()
    await session.execute(
        insert(PersonRow).values(
            id=person_id,
            telegram_id=telegram_id,
            name=name,
            language=language,
            consent_version=consent_version,
            consent_at=now,
            reachable=True,
            created_at=now,
        )
    )
    return person_id


async def assign(
    session: AsyncSession,
    *,
    person_id: int,
    role: Role,
    region: str,
    granted_by: int | None,
    now: datetime,
    confirmed: bool,
) -> int:
    """Give a role. Unconfirmed, it counts for nothing until a second person confirms it."""
    assignment_id = new_id()
    await session.execute(
        insert(Assignment).values(
            id=assignment_id,
            person_id=person_id,
            role=role.value,
            region_code=region,
            valid_from=now,
            valid_until=None,
            suspended=False,
            granted_by=granted_by,
            confirmed_by=granted_by if confirmed else None,
            confirmed_at=now if confirmed else None,
        )
    )
    return assignment_id


async def is_waiting(session: AsyncSession, person: Person, role: Role, region: str) -> bool:
    """Whether this very role of the person waits for the second person already."""
    found = await session.scalar(
        select(Assignment.id).where(
            Assignment.person_id == person.id,
            Assignment.role == role.value,
            Assignment.region_code == region,
            Assignment.confirmed_at.is_(None),
        )
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
            within(Assignment.region_code, regions),
        )
        .values(confirmed_by=by.id, confirmed_at=now)
        .returning(Assignment.person_id, Assignment.role, Assignment.region_code)
    )
    return row.one_or_none()


async def waiting_roles(
    session: AsyncSession, by: Person, regions: Sequence[str]
) -> Sequence[tuple[int, str, str, str]]:
    """Roles that ``by`` could confirm: (assignment, person's name, role, region)."""
    rows = await session.execute(
        select(Assignment.id, PersonRow.name, Assignment.role, Assignment.region_code)
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(
            Assignment.confirmed_at.is_(None),
            Assignment.person_id != by.id,
            or_(Assignment.granted_by.is_(None), Assignment.granted_by != by.id),
            within(Assignment.region_code, regions),
        )
        .order_by(Assignment.id)
        .limit(20)
    )
    return rows.all()


async def telegram_id_of(session: AsyncSession, person_id: int) -> tuple[int, str] | None:
    """(Telegram id, language) of a person."""
    row = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language).where(PersonRow.id == person_id)
    )
    return row.one_or_none()


async def holders(
    session: AsyncSession, role: Role, region: str, now: datetime
) -> Sequence[tuple[int, str]]:
    """(Telegram id, language) of all within reach who hold ``role`` for ``region`` or a region
    above it."""
    tops = [region[:cut] for cut in (2, 5, 8, 13) if cut <= len(region)]
    rows = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language)
        .distinct()
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role == role.value,
            Assignment.region_code.in_(tops),
            in_force(now),
            PersonRow.reachable.is_(True),
        )
    )
    return rows.all()


async def set_language(session: AsyncSession, person: Person, language: str) -> None:
    await session.execute(
        update(PersonRow).where(PersonRow.id == person.id).values(language=language)
    )


async def set_reachable(session: AsyncSession, telegram_id: int, reachable: bool) -> None:
    """Note that somebody blocked the bot, deleted the account, or came back."""
    await session.execute(
        update(PersonRow)
        .where(PersonRow.telegram_id == telegram_id, PersonRow.reachable.is_not(reachable))
        .values(reachable=reachable)
    )
