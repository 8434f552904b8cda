"""Long work as rows: made with the update that asks for it, claimed under a lease, ended once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Insert, Table, and_, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage.models import Job

JOBS = cast(Table, Job.__table__)


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job in hand. ``attempts`` counts this one."""

    id: int
    kind: str
    params: Mapping[str, Any]
    person_id: int | None
    attempts: int
    created_at: datetime
    deadline_at: datetime | None = None


def job(
    kind: str,
    params: Mapping[str, Any],
    *,
    now: datetime,
    person_id: int | None = None,
    due_at: datetime | None = None,
    deadline_at: datetime | None = None,
    once: str | None = None,
) -> dict[str, Any]:
    """A row for the table. ``params`` hold opaque numbers only; ``once`` makes the same job
    impossible to ask for twice."""
    return {
        "id": new_id(),
        "kind": kind,
        "params": dict(params),
        "person_id": person_id,
        "state": "queued",
        "due_at": due_at or now,
        "deadline_at": deadline_at,
        "attempts": 0,
        "lease_by": None,
        "lease_until": None,
        "outcome": None,
        "done": None,
        "total": None,
        "once": once,
        "created_at": now,
        "done_at": None,
    }


def _keyed(dialect: Any) -> Insert:
    statement = dialect.insert(JOBS)
    found: Insert = statement.on_conflict_do_nothing(
        index_elements=["once"], index_where=text("once is not null")
    )
    return found


KEYED = {"sqlite": _keyed(sqlite), "postgresql": _keyed(postgresql)}


def write_jobs(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of :func:`job`; one whose ``once`` was asked for before is left out."""
    plain = [dict(row) for row in rows if row["once"] is None]
    keyed = [dict(row) for row in rows if row["once"] is not None]
    if plain:
        connection.execute(insert(JOBS), plain)
    if keyed:
        connection.execute(KEYED[connection.dialect.name], keyed)


async def ask(session: AsyncSession, row: dict[str, Any]) -> None:
    """Write one row of :func:`job` with the transaction of ``session``."""
    connection = await session.connection()
    await connection.run_sync(write_jobs, [row])


async def claim(
    session: AsyncSession,
    *,
    who: str,
    now: datetime,
    until: datetime,
    without: Sequence[str] = (),
) -> ClaimedJob | None:
    """Take the job that has been due longest, or one whose worker died (its lease has ended).

    None of the kinds ``without``: long work has workers of its own.
    """
    is_lost = and_(Job.state == "running", Job.lease_until <= now)
    chosen = (
        select(Job.id)
        .where(
            or_(Job.state == "queued", is_lost),
            Job.due_at <= now,
            *([Job.kind.not_in(without)] if without else []),
        )
        .order_by(Job.due_at, Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = await session.execute(
        update(Job)
        .where(Job.id == chosen.scalar_subquery())
        .values(state="running", lease_by=who, lease_until=until, attempts=Job.attempts + 1)
        .returning(
            Job.id,
            Job.kind,
            Job.params,
            Job.person_id,
            Job.attempts,
            Job.created_at,
            Job.deadline_at,
        )
        .execution_options(synchronize_session=False)
    )
    found = row.one_or_none()
    return ClaimedJob(*found) if found else None


async def renew(session: AsyncSession, number: int, *, who: str, until: datetime) -> bool:
    """Keep a running job. False when another has taken it over."""
    row = await session.execute(
        update(Job)
        .where(Job.id == number, Job.lease_by == who, Job.state == "running")
        .values(lease_until=until)
        .returning(Job.id)
    )
    return row.one_or_none() is not None


async def end(
    session: AsyncSession, number: int, *, who: str, state: str, outcome: str | None, now: datetime
) -> None:
    """Note how a job ended: ``done`` or ``failed``."""
    await session.execute(
        update(Job)
        .where(Job.id == number, Job.lease_by == who)
        .values(
            state=state,
            outcome=outcome[:120] if outcome else None,
            done_at=now,
            lease_by=None,
            lease_until=None,
        )
    )


async def put_off(
    session: AsyncSession,
    number: int,
    *,
    who: str,
    until: datetime,
    outcome: str | None,
    is_failure: bool = True,
) -> None:
    """Give a job back, to be taken again at ``until``. One that only waited for something has
    not used up a try."""
    await session.execute(
        update(Job)
        .where(Job.id == number, Job.lease_by == who)
        .values(
            state="queued",
            due_at=until,
            attempts=Job.attempts if is_failure else Job.attempts - 1,
            outcome=outcome[:120] if outcome else None,
            lease_by=None,
            lease_until=None,
        )
    )


async def latest(session: AsyncSession, person: int, kind: str, since: datetime) -> Job | None:
    """The newest job of a kind that somebody asked for since then."""
    return await session.scalar(
        select(Job)
        .where(Job.person_id == person, Job.kind == kind, Job.created_at > since)
        .order_by(Job.id.desc())
        .limit(1)
    )


async def open_of(session: AsyncSession, person: int, kind: str) -> Job | None:
    """The job of a kind about a person that is not done yet."""
    return await session.scalar(
        select(Job)
        .where(Job.person_id == person, Job.kind == kind, Job.state.in_(("queued", "running")))
        .order_by(Job.id)
        .limit(1)
    )


async def withdraw(
    session: AsyncSession, person: int, number: int, kind: str, now: datetime, outcome: str
) -> bool:
    """Take one's own job back before anything of it was done. False when it has begun."""
    row = await session.execute(
        update(Job)
        .where(
            Job.id == number,
            Job.person_id == person,
            Job.kind == kind,
            Job.state == "queued",
            Job.attempts == 0,
            Job.outcome.is_(None),
        )
        .values(state="done", outcome=outcome, done_at=now)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    )
    return row.one_or_none() is not None


async def hasten(session: AsyncSession, person: int, kind: str, now: datetime) -> None:
    """What a waiting job waited for has happened: it is due now."""
    await session.execute(
        update(Job)
        .where(
            Job.person_id == person,
            Job.kind == kind,
            Job.state == "queued",
            Job.outcome.is_not(None),
        )
        .values(due_at=now)
        .execution_options(synchronize_session=False)
    )
