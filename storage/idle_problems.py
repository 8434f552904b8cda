"""What the chore of open problems asks the tables: what is due, claimed once for all schedulers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Assignment, Intervention, PersonRow, Problem
from storage.people import in_force, within
from storage.problems import IS_IDLE

MOST_COUNTED = 1000
"""A count says no more than this; nobody needs to know it to the last one."""
_IS_PLANNED = Intervention.state == literal_column("'planned'")
_IN_PLACE = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Idle:
    """A problem without an intervention for too long: only what may be told of it."""

    id: int
    region: str
    category: str


@dataclass(frozen=True, slots=True)
class Due:
    """An intervention whose day has passed, with its planner (None when out of reach)."""

    id: int
    problem: int
    person: int
    region: str
    category: str
    agency: str
    planned_on: date


async def claim_idle(session: AsyncSession, now: datetime, before: datetime) -> Sequence[Idle]:
    """Take all problems that nobody planned anything for since ``before`` and that were not told
    of: of any number of schedulers one gets each. Until the commit nothing has happened.

    All at once and not in parts, so that each person gets one message that counts all of theirs.
    """
    due = (
        select(Problem.id)
        .where(IS_IDLE, Problem.listed_at.is_(None), Problem.idle_since <= before)
        .with_for_update(skip_locked=True)
    )
    rows = await session.execute(
        update(Problem)
        .where(Problem.id.in_(due), IS_IDLE, Problem.listed_at.is_(None))
        .values(listed_at=now)
        .returning(Problem.id, Problem.region_code, Problem.category)
        .execution_options(**_IN_PLACE)
    )
    found = [Idle(*row) for row in rows]
    return sorted(found, key=lambda one: (one.region, one.id))


async def count_idle(
    session: AsyncSession, top: str, before: datetime
) -> tuple[int, datetime | None]:
    """How many problems of a region wait since ``before``, up to a thousand, and since when the
    oldest does."""
    some = (
        select(Problem.idle_since)
        .where(IS_IDLE, Problem.idle_since <= before, within(Problem.region_code, [top]))
        .limit(MOST_COUNTED)
        .subquery()
    )
    row = (await session.execute(select(func.count(), func.min(some.c.idle_since)))).one()
    return row[0], row[1]


async def holders_of(
    session: AsyncSession, role: str, now: datetime
) -> Sequence[tuple[int, int, str, str]]:
    """(person, Telegram id, language, region) of all within reach who hold ``role``."""
    rows = await session.execute(
        select(PersonRow.id, PersonRow.telegram_id, PersonRow.language, Assignment.region_code)
        .distinct()
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(Assignment.role == role, in_force(now), PersonRow.reachable.is_(True))
        .order_by(PersonRow.id, Assignment.region_code)
    )
    return [(person, chat, language, region) for person, chat, language, region in rows]


async def claim_due(session: AsyncSession, now: datetime, day: date, limit: int) -> Sequence[Due]:
    """Take interventions planned for a day before ``day`` that nobody was asked about yet."""
    due = (
        select(Intervention.id)
        .where(_IS_PLANNED, Intervention.planned_on < day, Intervention.asked_at.is_(None))
        .order_by(Intervention.planned_on)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    numbers = await session.scalars(
        update(Intervention)
        .where(Intervention.id.in_(due), _IS_PLANNED, Intervention.asked_at.is_(None))
        .values(asked_at=now)
        .returning(Intervention.id)
        .execution_options(**_IN_PLACE)
    )
    rows = await session.execute(
        select(
            Intervention.id,
            Intervention.problem_id,
            Intervention.person_id,
            Intervention.region_code,
            Problem.category,
            Intervention.agency,
            Intervention.planned_on,
        )
        .join(Problem, Problem.id == Intervention.problem_id)
        .where(Intervention.id.in_(numbers.all()))
        .order_by(Intervention.id)
    )
    return [Due(*row) for row in rows]
