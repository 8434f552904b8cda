"""What the admin's desk shows: what waits, what failed, who is out of reach, who changed what.

Every list is paged by a key and every count stops at :data:`MOST`. Nothing here reads a case or
counts any.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    delete,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Act, Person
from storage.members import outermost
from storage.models import (
    Assignment,
    FailedUpdate,
    Job,
    MemberRequest,
    PersonRow,
    Tombstone,
    WorkingGroupChat,
)
from storage.people import within

MOST = 100
"""Counts stop here: the desk then shows "99+"."""
LATE = timedelta(days=1)
OVERDUE = timedelta(hours=1)
LISTS = ("requests", "failed", "people", "groups", "jobs", "overdue")
"""The lists that are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: ``key`` is where the next page goes on. ``what`` and ``role`` are words of
    the database (a role, a kind of job or of error), ``name`` a person's or a group's."""

    key: tuple[int, ...]
    at: datetime | None
    name: str = ""
    what: str = ""
    role: str = ""
    region: str = ""


def _mine(viewer: Person) -> tuple[str, ...]:
    return viewer.regions_for(Act.ADMIN_DESK)


def _stretch(top: str) -> ColumnElement[bool]:
    """Requests for a region and all within it, as one stretch of their index."""
    return and_(MemberRequest.region_code >= top, MemberRequest.region_code < top + "/")


def _unindexed(column: Any) -> Any:
    """A column whose index must not be walked: the few in a state are found first, by an index of
    their own, and then looked at one by one."""
    return func.coalesce(column, "")


def _queries(viewer: Person, now: datetime) -> Mapping[str, Select[Any]]:
    """The lists, unordered. The states are spelt out and not bound: only so does SQLite see that
    its partial indexes serve."""
    mine = _mine(viewer)
    waiting = MemberRequest.state == literal_column("'waiting'")
    open_job = Job.state.in_([literal_column("'queued'"), literal_column("'running'")])
    everything = true() if mine else literal_column("1 = 0")
    found: dict[str, Any] = {
        "requests": select(
            MemberRequest.id,
            MemberRequest.created_at,
            PersonRow.name,
            MemberRequest.rung,
            MemberRequest.role,
            MemberRequest.region_code,
        )
        .join(PersonRow, PersonRow.id == MemberRequest.person_id)
        .where(
            waiting,
            or_(false(), *(_stretch(top) for top in outermost(mine))),
            MemberRequest.created_at <= now - LATE,
        ),
        "failed": select(FailedUpdate.update_id, FailedUpdate.at, FailedUpdate.error).where(
            everything
        ),
        "people": select(
            Assignment.id,
            PersonRow.id,
            PersonRow.unreachable_since,
            PersonRow.name,
            Assignment.role,
            Assignment.region_code,
        )
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(
            PersonRow.unreachable_since.is_not(None),
            within(_unindexed(Assignment.region_code), mine),
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
        ),
        "groups": select(
            WorkingGroupChat.chat_id,
            WorkingGroupChat.away_since,
            WorkingGroupChat.title,
            WorkingGroupChat.region_code,
        ).where(
            WorkingGroupChat.state == literal_column("'unreachable'"),
            within(WorkingGroupChat.region_code, mine),
        ),
        "jobs": select(Job.id, Job.done_at, Job.kind).where(
            Job.state == literal_column("'failed'"), everything
        ),
        "overdue": select(Job.id, Job.due_at, Job.kind).where(
            open_job, Job.due_at <= now - OVERDUE, everything
        ),
    }
    return found


async def counts(session: AsyncSession, viewer: Person, now: datetime) -> Mapping[str, int]:
    """How long each list is, at most :data:`MOST`."""
    found = {}
    for name, query in _queries(viewer, now).items():
        short = query.limit(MOST).subquery()
        found[name] = await session.scalar(select(func.count()).select_from(short)) or 0
    return found


async def listed(
    session: AsyncSession,
    viewer: Person,
    name: str,
    now: datetime,
    *,
    after: Sequence[int] = (),
    limit: int,
) -> Sequence[Entry]:
    """One page of a list of :data:`LISTS`, from ``after`` (the last line's key) on."""
    query = _queries(viewer, now)[name]
    if name == "requests" and after:
        query = query.where(await _beyond(session, after[0]))
    rows = await session.execute(_paged(name, query, after).limit(limit))
    return [_entry(name, row) for row in rows]


async def _beyond(session: AsyncSession, number: int) -> ColumnElement[bool]:
    """Requests after one in the order of their index: by region, then by age."""
    of_last = select(MemberRequest.region_code).where(MemberRequest.id == number)
    region = await session.scalar(of_last) or ""
    return tuple_(MemberRequest.region_code, MemberRequest.id) > (region, number)


def _paged(name: str, query: Select[Any], after: Sequence[int]) -> Select[Any]:
    """By the key its index is sorted by: requests by region, failures newest first."""
    if name == "people":
        key = tuple_(PersonRow.id, Assignment.id)
        beyond = key > tuple(after) if len(after) == 2 else true()
        return query.where(beyond).order_by(PersonRow.id, Assignment.id)
    if name == "requests":
        return query.order_by(MemberRequest.region_code, MemberRequest.id)
    column: Any = {
        "failed": FailedUpdate.update_id,
        "groups": WorkingGroupChat.chat_id,
        "jobs": Job.id,
        "overdue": Job.id,
    }[name]
    if name in ("failed", "jobs"):
        return query.where(column < after[0] if after else true()).order_by(column.desc())
    return query.where(column > after[0] if after else true()).order_by(column)


def _entry(name: str, row: Any) -> Entry:
    match name:
        case "requests":
            number, at, who, rung, role, region = row
            return Entry((number,), at, who, rung, role or "", region)
        case "people":
            assignment, person, at, who, role, region = row
            return Entry((person, assignment), at, who, "", role, region)
        case "groups":
            chat, at, title, region = row
            return Entry((chat,), at, title, "", "", region)
    number, at, what = row
    return Entry((number,), at, "", what)


async def resolve(session: AsyncSession, viewer: Person, update_id: int, now: datetime) -> bool:
    """Put a failed update away: its row goes, a tombstone says who did it. False when it was gone
    or is not the viewer's to put away."""
    if not _mine(viewer):
        return False
    row = await session.execute(
        delete(FailedUpdate)
        .where(FailedUpdate.update_id == update_id)
        .returning(FailedUpdate.update_id)
    )
    if row.one_or_none() is None:
        return False
    session.add(
        Tombstone(
            id=new_id(),
            kind="failed_update",
            subject=str(update_id),
            reason=f"resolved by {viewer.id}",
            at=now,
        )
    )
    await session.flush()
    return True
