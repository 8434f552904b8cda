"""Interventions: planned for a problem, moved, done with a result, or cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id, today
from bot.errors import AppError, NotFound
from bot.rules.danger import danger_in
from bot.rules.lists import AGENCIES
from bot.rules.problems import (
    CANCEL_REASONS,
    LEAST_WORDS,
    MEASURES,
    MOST_WORDS,
    OUTCOMES,
    is_child_problem,
)
from bot.rules.roles import Act, Person, is_within
from storage.models import Intervention, Problem
from storage.people import within
from storage.problem_changes import refused, why_not
from storage.problems import IS_OPEN, reach

MOST_PLANNED = 20
"""Interventions planned for one problem at a time."""
MOST_AHEAD = 366
"""Days ahead that one may be planned."""
OWN = "other:"
_LONGEST_OWN = 100
_IN_PLACE = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class InterventionLine:
    """One intervention. ``what`` and ``result`` are words, or ids of the lists of
    ``bot.rules.problems`` for perkawinan anak, kekerasan and putus sekolah."""

    id: int
    problem: int
    person: int
    region: str
    agency: str
    what: str
    planned_on: date
    state: str
    result: str | None
    done_on: date | None
    category: str
    problem_state: str


def _lines() -> Select[*tuple[Any, ...]]:
    return select(
        Intervention.id,
        Intervention.problem_id,
        Intervention.person_id,
        Intervention.region_code,
        Intervention.agency,
        Intervention.what,
        Intervention.planned_on,
        Intervention.state,
        Intervention.result,
        Intervention.done_on,
        Problem.category,
        Problem.state,
    ).join(Problem, Problem.id == Intervention.problem_id)


def _line(row: Any) -> InterventionLine:
    return InterventionLine(*row)


async def of_problem(
    session: AsyncSession, viewer: Person, problem: int, limit: int
) -> Sequence[InterventionLine]:
    """The newest interventions of a problem; none where ``viewer`` may not read."""
    mine = within(Problem.region_code, await reach(session, viewer, Act.READ_PROBLEM))
    rows = await session.execute(
        _lines()
        .where(Intervention.problem_id == problem, mine)
        .order_by(Intervention.id.desc())
        .limit(limit)
    )
    return [_line(row) for row in rows]


async def intervention_for(
    session: AsyncSession, viewer: Person, number: int
) -> InterventionLine | None:
    """One intervention; None when there is none that ``viewer`` may read."""
    mine = within(Problem.region_code, await reach(session, viewer, Act.READ_PROBLEM))
    rows = await session.execute(_lines().where(Intervention.id == number, mine))
    row = rows.one_or_none()
    return _line(row) if row is not None else None


async def carried_out(
    session: AsyncSession, viewer: Person, problem: int, intervention: object
) -> int | None:
    """The intervention that an activity carries out: the one given, if it was planned for that
    problem and not cancelled; else none."""
    if not isinstance(intervention, int):
        return None
    line = await intervention_for(session, viewer, intervention)
    is_its = line is not None and line.problem == problem and line.state != "cancelled"
    return intervention if is_its else None


async def plan(
    session: AsyncSession,
    viewer: Person,
    problem: int,
    *,
    agency: str,
    what: str,
    planned_on: date,
    now: datetime,
) -> int:
    """Plan an intervention; the problem is planned from now on. Returns its number.

    Raises :class:`AppError` when the problem was closed meanwhile, and for what must not be kept.
    """
    planning = within(Problem.region_code, await reach(session, viewer, Act.PLAN_INTERVENTION))
    row = await session.execute(
        select(Problem.region_code, Problem.category)
        .where(Problem.id == problem, IS_OPEN, planning)
        .with_for_update()
    )
    found = row.one_or_none()
    if found is None:
        raise await why_not(session, viewer, problem, Act.PLAN_INTERVENTION)
    region, category = found
    _check_agency(agency, category)
    _check_words(what, category, MEASURES)
    _check_day(planned_on, today(now))
    if len(await _planned(session, problem)) >= MOST_PLANNED:
        raise AppError("intervention-too-many", most=str(MOST_PLANNED))
    number = new_id()
    await session.execute(
        insert(Intervention).values(
            id=number,
            problem_id=problem,
            person_id=viewer.id,
            region_code=region,
            agency=agency,
            what=what,
            planned_on=planned_on,
            state="planned",
            created_at=now,
        )
    )
    await session.execute(
        update(Problem)
        .where(Problem.id == problem)
        .values(state="planned", idle_since=None, updated_at=now)
        .execution_options(**_IN_PLACE)
    )
    return number


def _check_agency(agency: str, category: str) -> None:
    if agency in {option.id for option in AGENCIES}:
        return
    own = agency.removeprefix(OWN)
    if not agency.startswith(OWN) or not 2 <= len(own) <= _LONGEST_OWN:
        raise AppError("intervention-unfit")
    if danger_in(own):
        raise AppError("danger-lead")


def _check_words(text: str, category: str, allowed: Sequence[str]) -> None:
    """Words for most problems, an id of a list for those that are told by choices only."""
    if is_child_problem(category):
        if text not in allowed:
            raise AppError("problem-child-words")
        return
    if not LEAST_WORDS <= len(text) <= MOST_WORDS:
        raise AppError("intervention-unfit")
    if danger_in(text):
        raise AppError("danger-lead")


def _check_day(day: date, now: date) -> None:
    if not now <= day <= now + timedelta(days=MOST_AHEAD):
        raise AppError("intervention-unfit")


async def _planned(session: AsyncSession, problem: int) -> Sequence[int]:
    rows = await session.scalars(
        select(Intervention.id)
        .where(Intervention.problem_id == problem, Intervention.state == "planned")
        .limit(MOST_PLANNED)
    )
    return rows.all()


async def _locked(
    session: AsyncSession, viewer: Person, number: int
) -> tuple[InterventionLine, Sequence[str]]:
    """A planned intervention that ``viewer`` may settle, its problem locked till the commit: of
    two who settle and plan at once, the second sees what the first did."""
    tops = await reach(session, viewer, Act.PLAN_INTERVENTION)
    line = await intervention_for(session, viewer, number)
    if line is None:
        raise NotFound("intervention-unknown")
    if not any(is_within(line.region, top) for top in tops):
        raise refused(Act.PLAN_INTERVENTION)
    await session.execute(select(Problem.id).where(Problem.id == line.problem).with_for_update())
    return line, tops


async def _settle(session: AsyncSession, number: int, tops: Sequence[str], **values: Any) -> None:
    """Change an intervention that is still planned. Raises :class:`AppError` when it is not."""
    changed = await session.scalar(
        update(Intervention)
        .where(
            Intervention.id == number,
            Intervention.state == "planned",
            within(Intervention.region_code, tops),
        )
        .values(**values)
        .returning(Intervention.id)
        .execution_options(**_IN_PLACE)
    )
    if changed is None:
        raise AppError("intervention-settled")


async def finish(
    session: AsyncSession,
    viewer: Person,
    number: int,
    *,
    result: str,
    done_on: date,
    now: datetime,
) -> int:
    """It was carried out, with this result. Returns the problem's number."""
    line, tops = await _locked(session, viewer, number)
    _check_words(result, line.category, OUTCOMES)
    if not today(now) - timedelta(days=MOST_AHEAD) <= done_on <= today(now):
        raise AppError("intervention-unfit")
    await _settle(
        session, number, tops, state="done", result=result, done_on=done_on, done_by=viewer.id
    )
    await _idle_again(session, line.problem, now)
    return line.problem


async def cancel(
    session: AsyncSession, viewer: Person, number: int, reason: str, now: datetime
) -> int:
    """It will not be carried out. Returns the problem's number."""
    if reason not in CANCEL_REASONS:
        raise AppError("intervention-unfit")
    line, tops = await _locked(session, viewer, number)
    await _settle(session, number, tops, state="cancelled", result=reason)
    await _idle_again(session, line.problem, now)
    return line.problem


async def move(
    session: AsyncSession, viewer: Person, number: int, planned_on: date, now: datetime
) -> int:
    """Another day for it; its planner will be asked again after that. Returns the problem's
    number."""
    _check_day(planned_on, today(now))
    line, tops = await _locked(session, viewer, number)
    await _settle(session, number, tops, planned_on=planned_on, asked_at=None)
    return line.problem


async def _idle_again(session: AsyncSession, problem: int, now: datetime) -> None:
    """A problem for which nothing is planned any more waits from now on, and is told of again."""
    if await _planned(session, problem):
        return
    await session.execute(
        update(Problem)
        .where(Problem.id == problem, Problem.state == "planned")
        .values(state="open", idle_since=now, listed_at=None, updated_at=now)
        .execution_options(**_IN_PLACE)
    )
