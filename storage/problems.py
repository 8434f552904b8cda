"""Problems of a village: who may see them, and the lists they stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotFound
from bot.forms.clean import clip
from bot.rules.danger import danger_in
from bot.rules.lists import PROBLEMS, label_of
from bot.rules.problems import PRIORITIES, is_child_problem
from bot.rules.roles import ACTS, Act, Person, Role, is_within, tops_of
from storage.models import Activity, Assignment, Intervention, Problem, ProblemPhoto
from storage.people import within
from storage.regions import with_past

# Written out, not bound: only so do the partial indexes serve on SQLite.
IS_OPEN = Problem.state.in_([literal_column("'open'"), literal_column("'planned'")])
IS_IDLE = Problem.state == literal_column("'open'")
_LONGEST_TITLE = 80

Spot = tuple[str, int, int]
"""Where a page ends: (region, rank of the priority, problem)."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One line of a list. ``title`` is what is the matter, or only the category's name where words
    must not stand. ``planned`` is the nearest intervention: (agency, day)."""

    id: int
    receipt: str
    region: str
    category: str
    title: str
    priority: str
    state: str
    created_at: datetime
    planned: tuple[str, date] | None = None

    def spot(self) -> Spot:
        rank = PRIORITIES.index(self.priority) if self.priority in PRIORITIES else 9
        return self.region, rank, self.id


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """Everything told of a problem. ``role`` is the author's there, None when it is not known;
    ``activities`` (receipt, title, section, day) are the newest that answer it, five at most."""

    line: ProblemLine
    person: int
    choice: str | None
    what: str | None
    affected: int | None
    affected_band: str | None
    since: date | None
    evidence: str | None
    reason: str | None
    idle_since: datetime | None
    closed_at: datetime | None
    role: Role | None
    photos: Sequence[Mapping[str, Any]]
    activities: Sequence[tuple[str, str, str, date]]


async def reach(session: AsyncSession, viewer: Person, act: Act) -> tuple[str, ...]:
    """The regions where ``viewer`` may ``act``, with the ended ones they came out of."""
    mine = viewer.regions_for(act)
    return await with_past(session, mine) if mine else ()


def outermost(regions: Sequence[str]) -> list[str]:
    """The regions without those that lie in another of them, in the order of their codes."""
    found = sorted(set(regions))
    return [one for one in found if not any(is_within(one, top) for top in found if top != one)]


def title_of(category: str, what: str | None) -> str:
    """What is the matter in a line. Words that tell of a person, however old, are left out."""
    if is_child_problem(category) or not what or danger_in(what):
        return label_of(PROBLEMS, category)
    return clip(" ".join(what.split()), _LONGEST_TITLE)


LINE = (
    Problem.id,
    Problem.receipt,
    Problem.region_code,
    Problem.category,
    Problem.what,
    Problem.priority,
    Problem.state,
    Problem.created_at,
)


def line_of(row: Any, planned: tuple[str, date] | None = None) -> ProblemLine:
    number, receipt, region, category, what, priority, state, at = row[:8]
    title = title_of(category, what)
    return ProblemLine(number, receipt, region, category, title, priority, state, at, planned)


async def open_problems(
    session: AsyncSession, viewer: Person, regions: Sequence[str], limit: int
) -> Sequence[ProblemLine]:
    """The open problems of some regions with all that lies in them, and of the ended ones they
    came out of; of each village the newest first: those that ``viewer`` may read."""
    mine = [region for region in regions if viewer.may(Act.READ_PROBLEM, region)]
    code = Problem.region_code
    found: list[ProblemLine] = []
    for top in outermost(await with_past(session, mine)) if mine else ():
        if len(found) < limit:
            rows = await session.execute(
                select(*LINE)
                .where(IS_OPEN, code >= top, code < top + "/")
                .order_by(code.desc(), Problem.id.desc())
                .limit(limit - len(found))
            )
            found += [line_of(row) for row in rows]
    return found


async def nearest(session: AsyncSession, numbers: Sequence[int]) -> dict[int, tuple[str, date]]:
    """The nearest planned intervention of each problem."""
    rows = await session.execute(
        select(Intervention.problem_id, Intervention.agency, Intervention.planned_on)
        .where(Intervention.problem_id.in_(numbers), Intervention.state == "planned")
        .order_by(Intervention.planned_on.desc(), Intervention.id.desc())
    )
    return {number: (agency, day) for number, agency, day in rows}


async def alike(
    session: AsyncSession, viewer: Person, region: str, category: str
) -> ProblemLine | None:
    """An open problem of the same village and category that ``viewer`` may read."""
    if not viewer.may(Act.READ_PROBLEM, region):
        return None
    rows = await session.execute(
        select(*LINE)
        .where(
            IS_OPEN,
            Problem.region_code.in_(await with_past(session, [region])),
            Problem.category == category,
        )
        .order_by(Problem.id.desc())
        .limit(1)
    )
    row = rows.one_or_none()
    return line_of(row) if row is not None else None


async def problem_for(session: AsyncSession, viewer: Person, number: int) -> ProblemCard | None:
    """One problem; None when there is none that ``viewer`` may read."""
    mine = within(Problem.region_code, await reach(session, viewer, Act.READ_PROBLEM))
    found = await session.scalar(
        select(Problem).where(Problem.id == number, mine).execution_options(populate_existing=True)
    )
    if found is None:
        return None
    title = title_of(found.category, found.what)
    planned = (await nearest(session, [found.id])).get(found.id)
    return ProblemCard(
        ProblemLine(
            found.id,
            found.receipt,
            found.region_code,
            found.category,
            title,
            found.priority,
            found.state,
            found.created_at,
            planned,
        ),
        found.person_id,
        found.choice,
        found.what,
        found.affected,
        found.affected_band,
        found.since,
        found.evidence,
        found.reason,
        found.idle_since,
        found.closed_at,
        await _role(session, found.person_id, found.region_code),
        await photos_of(session, found.id),
        await _answers(session, viewer, found.id),
    )


async def _role(session: AsyncSession, person: int, region: str) -> Role | None:
    """The role with which somebody noted it: the first that allows it there."""
    roles = [role.value for role in Role if Act.REPORT_PROBLEM in ACTS[role]]
    found = await session.scalar(
        select(Assignment.role)
        .where(
            Assignment.person_id == person,
            Assignment.role.in_(roles),
            Assignment.region_code.in_(tops_of(region)),
        )
        .order_by(Assignment.id)
        .limit(1)
    )
    return Role(found) if found else None


async def photos_of(session: AsyncSession, number: int) -> Sequence[Mapping[str, Any]]:
    """The evidence as the form holds it: file_id, unique_id and caption, in order."""
    rows = await session.execute(
        select(ProblemPhoto.file_id, ProblemPhoto.unique_id, ProblemPhoto.caption)
        .where(ProblemPhoto.problem_id == number)
        .order_by(ProblemPhoto.position)
    )
    return [
        {"file_id": file, "unique_id": unique, "caption": caption} for file, unique, caption in rows
    ]


async def _answers(
    session: AsyncSession, viewer: Person, number: int
) -> Sequence[tuple[str, str, str, date]]:
    """The newest activities that answer a problem, of those that ``viewer`` may read."""
    mine = within(Activity.region_code, await reach(session, viewer, Act.READ_ACTIVITY))
    rows = await session.execute(
        select(Activity.receipt, Activity.title, Activity.section, Activity.held_on)
        .where(Activity.problem_id == number, Activity.state != "withdrawn", mine)
        .order_by(Activity.id.desc())
        .limit(5)
    )
    return [(receipt, title, section, day) for receipt, title, section, day in rows]


async def check_answers(session: AsyncSession, viewer: Person, problem: int, region: str) -> None:
    """Raise :class:`AppError` unless an activity held in ``region`` may answer a problem: one of
    that village, or of the ended one it was split from, that was not withdrawn. Raises
    :class:`NotFound` for one that ``viewer`` may not read."""
    mine = within(Problem.region_code, await reach(session, viewer, Act.READ_PROBLEM))
    row = await session.execute(
        select(Problem.region_code, Problem.state).where(Problem.id == problem, mine)
    )
    found = row.one_or_none()
    if found is None:
        raise NotFound("problem-unknown")
    village, state = found
    if village not in await with_past(session, [region]):
        raise AppError("problem-other-village")
    if state == "withdrawn":
        raise AppError("problem-is-withdrawn")
