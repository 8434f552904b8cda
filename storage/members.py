"""The people of a region: listed by keyset, found by name or number, and looked at one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Act, Person, Role, is_within
from storage.models import Assignment, PersonRow
from storage.people import searchable, within

Place: TypeAlias = tuple[str, int]
"""Where a page ends: (region, assignment)."""
Spot: TypeAlias = tuple[int, int]
"""Where a search ends: (person, assignment); assignment 0 when all of the person's were seen."""

CHUNK = 100
"""Names looked at before somebody is asked whether to look further: a rare name among a million
people must not hold up everybody else."""
_KECAMATAN = 2
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One role of one person, as a list shows it. ``until`` is when it ends, if it does."""

    assignment: int
    person: int
    name: str
    role: Role
    region: str
    since: datetime
    until: datetime | None
    is_suspended: bool
    is_confirmed: bool
    is_reachable: bool

    def has_ended(self, now: datetime) -> bool:
        return self.until is not None and self.until <= now


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came upon, and where to look further (None: everything was seen)."""

    lines: Sequence[MemberLine]
    further: Spot | None


@dataclass(frozen=True, slots=True)
class Card:
    """A role with its holder. ``others`` are the same person's roles that the viewer may see;
    ``phone`` is given only to those who manage people there."""

    line: MemberLine
    others: Sequence[MemberLine]
    unreachable_since: datetime | None
    phone: str | None


def outermost(regions: Sequence[str]) -> list[str]:
    """The regions without those that lie in another of them, in order."""
    found = sorted(set(regions))
    return [one for one in found if not any(is_within(one, top) for top in found if top != one)]


def tops_within(viewer: Person, region: str | None) -> list[str]:
    """Where ``viewer`` may look, kept to ``region``: nothing when that lies elsewhere."""
    mine = outermost(viewer.regions_for(Act.READ_MEMBER))
    if region is None:
        return mine
    if any(is_within(region, top) for top in mine):
        return [region]
    return [top for top in mine if is_within(top, region)]


async def listed(
    session: AsyncSession,
    viewer: Person,
    now: datetime,
    *,
    region: str | None = None,
    after: Place | None = None,
    before: Place | None = None,
    limit: int,
) -> Sequence[MemberLine]:
    """Up to ``limit`` roles that have not ended, by region, from ``after`` on or back from
    ``before``. Each region of the viewer is one stretch of an index."""
    lines: list[MemberLine] = []
    tops = tops_within(viewer, region)
    for top in reversed(tops) if before else tops:
        query = _stretch(top, after, before).where(_not_ended(now)).limit(limit - len(lines))
        lines += [_line(row) for row in await session.execute(query)]
        if len(lines) == limit:
            break
    return lines[::-1] if before else lines


def _stretch(top: str, after: Place | None, before: Place | None) -> Select[Any]:
    # "/" follows "." in ASCII: from the region itself up to there lies it and all within.
    key = tuple_(Assignment.region_code, Assignment.id)
    query = _lines()
    if before is not None:
        bound = key < before if before[0] < top + "/" else Assignment.region_code < top + "/"
        return query.where(bound, Assignment.region_code >= top).order_by(
            Assignment.region_code.desc(), Assignment.id.desc()
        )
    starts = key > after if after and after[0] >= top else Assignment.region_code >= top
    return query.where(starts, Assignment.region_code < top + "/").order_by(
        Assignment.region_code, Assignment.id
    )


async def named(
    session: AsyncSession,
    viewer: Person,
    name: str,
    now: datetime,
    *,
    after: Spot | None = None,
    limit: int,
) -> Found:
    """Roles of those whose name begins with ``name`` (folded here), within the viewer's regions."""
    tops, prefix = tops_within(viewer, None), searchable(name)
    if not tops or not prefix:
        return Found((), None)
    if all(top.count(".") >= _KECAMATAN for top in tops):
        who = await _begins(session, prefix, after, PersonRow.search_name + "")
        return await _found(session, tops, who, after, now, limit)
    names = (
        select(PersonRow.id)
        .where(await _begins(session, prefix, after, PersonRow.search_name))
        .order_by(PersonRow.search_name, PersonRow.id)
        .limit(CHUNK)
    )
    numbers = list(await session.scalars(names))
    found = await _found(session, tops, PersonRow.id.in_(numbers), after, now, limit)
    if found.further is None and len(numbers) == CHUNK:
        return Found(found.lines, (numbers[-1], 0))
    return found


async def _begins(
    session: AsyncSession, prefix: str, after: Spot | None, name: SQLColumnExpression[str]
) -> ColumnElement[bool]:
    """Names that begin so, from where a search stopped on.

    ``name`` is the column, or a sum that the index of names does not serve: among the few people
    of a village SQLite would otherwise look through everybody of that name in the country.
    """
    starts = and_(name >= prefix, name < prefix + _LAST_LETTER)
    return starts if after is None else and_(starts, await _beyond(session, after))


async def _beyond(session: AsyncSession, after: Spot) -> ColumnElement[bool]:
    """Names that come after a person's in the order of names (or are that very person's)."""
    name = await session.scalar(select(PersonRow.search_name).where(PersonRow.id == after[0])) or ""
    later = PersonRow.id >= after[0] if after[1] else PersonRow.id > after[0]
    return or_(PersonRow.search_name > name, and_(PersonRow.search_name == name, later))


async def _found(
    session: AsyncSession,
    tops: Sequence[str],
    who: ColumnElement[bool],
    after: Spot | None,
    now: datetime,
    limit: int,
) -> Found:
    query = _lines().where(who, within(Assignment.region_code, tops), _not_ended(now))
    if after is not None and after[1]:
        query = query.where(or_(PersonRow.id != after[0], Assignment.id > after[1]))
    rows = await session.execute(
        query.order_by(PersonRow.search_name, PersonRow.id, Assignment.id).limit(limit + 1)
    )
    lines = [_line(row) for row in rows]
    if len(lines) <= limit:
        return Found(lines, None)
    last = lines[limit - 1]
    return Found(lines[:limit], (last.person, last.assignment))


async def name_begun(session: AsyncSession, person: int, length: int) -> str:
    """The first letters of a person's folded name: what a search was for that came to them."""
    name = await session.scalar(select(PersonRow.search_name).where(PersonRow.id == person))
    return (name or "")[:length]


async def of_phone(
    session: AsyncSession, viewer: Person, phone: str, now: datetime, *, limit: int
) -> Sequence[MemberLine]:
    """Roles of those with this number (E.164) within the regions where the viewer manages
    people."""
    regions = outermost(viewer.regions_for(Act.MANAGE_MEMBER))
    rows = await session.execute(
        _lines()
        .where(
            PersonRow.phone == phone,
            PersonRow.phone.is_not(None),
            within(Assignment.region_code, regions),
            _not_ended(now),
        )
        .order_by(Assignment.id)
        .limit(limit)
    )
    return [_line(row) for row in rows]


async def card(session: AsyncSession, viewer: Person, assignment: int) -> Card | None:
    """A role and its holder, ended ones too; None outside the viewer's regions."""
    mine = within(Assignment.region_code, viewer.regions_for(Act.READ_MEMBER))
    row = (await session.execute(_lines().where(Assignment.id == assignment, mine))).one_or_none()
    if row is None:
        return None
    line = _line(row)
    others = await session.execute(
        _lines()
        .where(Assignment.person_id == line.person, Assignment.id != assignment, mine)
        .order_by(Assignment.id)
        .limit(20)
    )
    reach = select(PersonRow.unreachable_since, PersonRow.phone).where(PersonRow.id == line.person)
    since, phone = (await session.execute(reach)).one()
    is_managed = viewer.may(Act.MANAGE_MEMBER, line.region)
    return Card(line, [_line(one) for one in others], since, phone if is_managed else None)


def _lines() -> Select[Any]:
    query: Any = select(
        Assignment.id,
        PersonRow.id,
        PersonRow.name,
        Assignment.role,
        Assignment.region_code,
        Assignment.valid_from,
        Assignment.valid_until,
        Assignment.suspended,
        Assignment.confirmed_at,
        PersonRow.reachable,
    )
    found: Select[Any] = query.join(PersonRow, PersonRow.id == Assignment.person_id).where(
        PersonRow.closed_at.is_(None)
    )
    return found


def _line(row: Any) -> MemberLine:
    number, person, name, role, region, since, until, suspended, confirmed, reachable = row
    return MemberLine(
        number,
        person,
        name,
        Role(role),
        region,
        since,
        until,
        suspended,
        confirmed is not None,
        reachable,
    )


def _not_ended(now: datetime) -> ColumnElement[bool]:
    return or_(Assignment.valid_until.is_(None), Assignment.valid_until > now)
