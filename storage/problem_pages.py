"""The pages of /masalah: open problems by village and urgency, and those that are closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.problems import PRIORITIES
from bot.rules.roles import Act, Person
from storage.models import Problem
from storage.problems import (
    IS_IDLE,
    IS_OPEN,
    LINE,
    ProblemLine,
    Spot,
    line_of,
    nearest,
    outermost,
    reach,
)

LAST_RANK = 9
by_rank = case(
    {name: rank for rank, name in enumerate(PRIORITIES)}, value=Problem.priority, else_=LAST_RANK
)


async def page(
    session: AsyncSession,
    viewer: Person,
    *,
    after: Spot | None = None,
    idle_before: datetime | None = None,
    limit: int,
) -> Sequence[ProblemLine]:
    """Open problems by village, the most urgent of each first, from behind ``after``; only those
    without an intervention since ``idle_before`` when that is given. Each region of the viewer is
    one stretch of an index."""
    found: list[Any] = []
    for top in outermost(await reach(session, viewer, Act.READ_PROBLEM)):
        if len(found) >= limit or (after is not None and after[0] >= top + "/"):
            continue
        wanted = _stretch(top, after).limit(limit - len(found))
        if idle_before is not None:
            wanted = wanted.where(IS_IDLE, Problem.idle_since <= idle_before)
        found += (await session.execute(wanted)).all()
    planned = await nearest(session, [row[0] for row in found])
    return [line_of(row, planned.get(row[0])) for row in found]


def _stretch(top: str, after: Spot | None) -> Select[*tuple[Any, ...]]:
    code = Problem.region_code
    wanted = select(*LINE).where(IS_OPEN, code < top + "/").order_by(code, by_rank, Problem.id)
    if after is None or after[0] < top:
        return wanted.where(code >= top)
    region, rank, number = after
    rank = min(rank, LAST_RANK)  # what is sent may be too large for the database's integers
    behind = or_(by_rank > rank, and_(by_rank == rank, Problem.id > number))
    return wanted.where(code >= region, or_(code > region, behind))


async def closed_page(
    session: AsyncSession, viewer: Person, *, before: tuple[str, int] | None = None, limit: int
) -> Sequence[ProblemLine]:
    """Problems that are done or withdrawn, by village, newest first, from behind ``before``."""
    found: list[ProblemLine] = []
    for top in reversed(outermost(await reach(session, viewer, Act.READ_PROBLEM))):
        if len(found) >= limit or (before is not None and before[0] < top):
            continue
        code = Problem.region_code
        wanted = select(*LINE).where(code >= top, code < top + "/", ~IS_OPEN)
        if before is not None and before[0] < top + "/":
            region, number = before
            wanted = wanted.where(
                code <= region, or_(code < region, and_(code == region, Problem.id < number))
            )
        newest = wanted.order_by(code.desc(), Problem.id.desc()).limit(limit - len(found))
        found += [line_of(row) for row in await session.execute(newest)]
    return found
