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


def searchable(name: str) -> str:
    """A name as it is searched for: without large letters and needless spaces."""
    return " ".join(name.casefold().split())[:120]


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
            search_name=searchable(name),
            phone=None,
            language=language,
            consent_version=consent_version,
            consent_at=now,
            reachable=True,
            created_at=now,
        )
    )
    return person_id


async def telegram_id_of(session: AsyncSession, person_id: int) -> tuple[int, str] | None:
    """(Telegram id, language) of a person."""
    row = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language).where(PersonRow.id == person_id)
    )
    return row.one_or_none()


async def lock(session: AsyncSession, person: int) -> None:
    """Take turns over one person's roles: of two who give the same one at once, the second sees it.
    SQLite has one writer anyway."""
    await session.execute(select(PersonRow.id).where(PersonRow.id == person).with_for_update())


async def set_language(session: AsyncSession, person: Person, language: str) -> None:
    await session.execute(
        update(PersonRow).where(PersonRow.id == person.id).values(language=language)
    )


async def set_reachable(
    session: AsyncSession, telegram_id: int, reachable: bool, now: datetime
) -> int | None:
    """Note that somebody blocked the bot, deleted the account, or came back.

    Returns the person's number when that is news, None when it was known already.
    """
    return await session.scalar(
        update(PersonRow)
        .where(PersonRow.telegram_id == telegram_id, PersonRow.reachable.is_not(reachable))
        .values(reachable=reachable, unreachable_since=None if reachable else now)
        .returning(PersonRow.id)
    )


async def consent_of(session: AsyncSession, person: Person) -> int:
    """The version of the notice that a person accepted last."""
    found = await session.scalar(select(PersonRow.consent_version).where(PersonRow.id == person.id))
    return found or 0


async def renew_consent(session: AsyncSession, person: Person, version: int, now: datetime) -> None:
    """Note that a person has accepted a newer notice; an older one never takes its place."""
    await session.execute(
        update(PersonRow)
        .where(PersonRow.id == person.id, PersonRow.consent_version < version)
        .values(consent_version=version, consent_at=now)
    )
