"""The log of roles as it is read: who changed what, when, on whose word and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, and_, literal_column, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.rules.roles import Act, Person
from storage.models import PersonRow, RoleChange
from storage.people import searchable, within


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A line of the log of roles with names; empty for an operator and for closed accounts."""

    id: int
    at: datetime
    change: str
    person: str
    actor: str
    word_of: str
    role: str | None
    region: str | None
    reason: str | None


async def role_changes(
    session: AsyncSession,
    viewer: Person,
    *,
    person: int | None = None,
    before: int = 0,
    limit: int,
) -> Sequence[RoleEntry]:
    """The log of roles, newest first, of everybody in the viewer's regions or of one person."""
    query = select(RoleChange).where(_in_log(viewer))
    if before:
        query = query.where(RoleChange.id < before)
    if person is not None:
        query = query.where(RoleChange.person_id == person)
    rows = (await session.scalars(query.order_by(RoleChange.id.desc()).limit(limit))).all()
    named = {one.person_id for one in rows} | {one.actor_id for one in rows}
    numbers = (named | {one.word_of for one in rows}) - {None}
    people = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(sorted(numbers)))
    names: dict[int | None, str] = dict((await session.execute(people)).all())
    return [
        RoleEntry(
            one.id,
            one.at,
            one.change,
            names.get(one.person_id, ""),
            names.get(one.actor_id, ""),
            names.get(one.word_of, ""),
            one.role,
            one.region_code,
            one.reason,
        )
        for one in rows
    ]


def _in_log(viewer: Person) -> ColumnElement[bool]:
    """Lines of the viewer's regions, and those that tell of no region (an erased account)."""
    mine = viewer.regions_for(Act.ADMIN_DESK)
    return or_(
        # A line without a region lies within none: the comparison is then unknown, not true.
        within(cast(InstrumentedAttribute[str], RoleChange.region_code), mine),
        and_(RoleChange.region_code.is_(None), true() if mine else literal_column("1 = 0")),
    )


async def people_named(
    session: AsyncSession, viewer: Person, name: str, limit: int
) -> Sequence[tuple[int, str]]:
    """(number, name) of those whose name begins so, for narrowing the log."""
    prefix = searchable(name)
    if not viewer.regions_for(Act.ADMIN_DESK) or not prefix:
        return []
    rows = await session.execute(
        select(PersonRow.id, PersonRow.name)
        .where(PersonRow.search_name >= prefix, PersonRow.search_name < prefix + "\U0010ffff")
        .order_by(PersonRow.search_name, PersonRow.id)
        .limit(limit)
    )
    return [(number, found) for number, found in rows]
