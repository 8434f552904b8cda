"""What is done to a problem: noted, edited, withdrawn, solved and opened again."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id, today
from bot.errors import AppError, NotAllowed, NotFound
from bot.forms import Say
from bot.rules.problems import CLOSED, DROP_REASONS, is_child_problem, words_of
from bot.rules.roles import Act, Person, is_within
from storage import media
from storage.models import Intervention, PersonRow, Problem, ProblemPhoto
from storage.people import within
from storage.problems import IS_OPEN, reach
from storage.regions import require_open

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks like another
_IN_PLACE = {"synchronize_session": False}


def _receipt() -> str:
    """Eight letters and digits that can be read out on the phone: MS-4F7K-9M2Q."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"MS-{code[:4]}-{code[4:]}"


def refused(act: Act) -> NotAllowed:
    """The refusal of an act, as the handlers' own check words it."""
    return NotAllowed(f"refused-{act.value.replace('_', '-')}", ask=Say("ask-agency"))


async def note(
    session: AsyncSession,
    viewer: Person,
    region: str,
    values: Mapping[str, Any],
    *,
    under: int,
    now: datetime,
) -> tuple[int, str]:
    """Write a problem down. Returns its number and its receipt. ``values`` as for
    :func:`~bot.rules.problems.words_of`, and ``photos``.

    Raises :class:`NotAllowed`, and :class:`AppError` for an ended village and for anything a
    problem must not hold.
    """
    if not viewer.may(Act.REPORT_PROBLEM, region):
        raise refused(Act.REPORT_PROBLEM)
    words = words_of(values, today(now), under)
    await require_open(session, region, until_commit=True)
    number, receipt = new_id(), _receipt()
    await session.execute(
        insert(Problem).values(
            id=number,
            receipt=receipt,
            person_id=viewer.id,
            region_code=region,
            state="open",
            idle_since=now,
            created_at=now,
            **words,
        )
    )
    await _keep_photos(session, number, values.get("photos") or (), now)
    return number, receipt


async def _keep_photos(
    session: AsyncSession, number: int, photos: Sequence[Mapping[str, Any]], now: datetime
) -> None:
    await session.execute(delete(ProblemPhoto).where(ProblemPhoto.problem_id == number))
    if photos:
        rows = [
            {
                "problem_id": number,
                "position": position,
                "file_id": photo["file_id"],
                "unique_id": photo["unique_id"],
                "caption": photo.get("caption"),
            }
            for position, photo in enumerate(photos)
        ]
        await session.execute(insert(ProblemPhoto), rows)
        await media.want(session, photos, now)


async def edit(
    session: AsyncSession,
    viewer: Person,
    number: int,
    values: Mapping[str, Any],
    *,
    days: int,
    under: int,
    now: datetime,
) -> None:
    """Change what a problem says: its author, within ``days``, while it is open. Its kind stays:
    what was told by choices never gets words. Raises :class:`AppError`."""
    words = words_of(values, today(now), under)
    row = await session.execute(
        select(Problem.category, Problem.created_at)
        .where(
            Problem.id == number,
            Problem.person_id == viewer.id,
            within(Problem.region_code, await reach(session, viewer, Act.REPORT_PROBLEM)),
        )
        .with_for_update()
    )
    found = row.one_or_none()
    if found is None:
        raise NotFound("problem-unknown")
    category, created_at = found
    if is_child_problem(category) is not is_child_problem(words["category"]):
        raise AppError("problem-kind-fixed")
    if created_at <= now - timedelta(days=days):
        raise AppError("problem-edit-late", days=str(days))
    changed = await session.scalar(
        update(Problem)
        .where(Problem.id == number, IS_OPEN)
        .values(**words, updated_at=now)
        .returning(Problem.id)
        .execution_options(**_IN_PLACE)
    )
    if changed is None:
        raise await why_not(session, viewer, number, Act.REPORT_PROBLEM)
    await _keep_photos(session, number, values.get("photos") or (), now)


async def withdraw(
    session: AsyncSession, viewer: Person, number: int, reason: str, now: datetime
) -> Sequence[tuple[int, str]]:
    """Take a problem back: its author, or who plans there. Returns whom to tell."""
    if reason not in DROP_REASONS:
        raise AppError("problem-unfit")
    own = and_(
        Problem.person_id == viewer.id,
        within(Problem.region_code, await reach(session, viewer, Act.REPORT_PROBLEM)),
    )
    planning = within(Problem.region_code, await reach(session, viewer, Act.PLAN_INTERVENTION))
    changed = await session.scalar(
        update(Problem)
        .where(Problem.id == number, IS_OPEN, or_(own, planning))
        .values(state="withdrawn", reason=reason, closed_at=now, idle_since=None)
        .returning(Problem.id)
        .execution_options(**_IN_PLACE)
    )
    if changed is None:
        raise await why_not(session, viewer, number, Act.PLAN_INTERVENTION, own=True)
    return await _close_plans(session, viewer, number)


async def solve(
    session: AsyncSession, viewer: Person, number: int, now: datetime
) -> Sequence[tuple[int, str]]:
    """The problem is solved; what is still planned for it is cancelled. Returns whom to tell."""
    planning = within(Problem.region_code, await reach(session, viewer, Act.PLAN_INTERVENTION))
    changed = await session.scalar(
        update(Problem)
        .where(Problem.id == number, IS_OPEN, planning)
        .values(state="done", closed_at=now, idle_since=None)
        .returning(Problem.id)
        .execution_options(**_IN_PLACE)
    )
    if changed is None:
        raise await why_not(session, viewer, number, Act.PLAN_INTERVENTION)
    return await _close_plans(session, viewer, number)


async def reopen(session: AsyncSession, viewer: Person, number: int, now: datetime) -> None:
    """A closed problem is there again, and waits for an intervention from now on."""
    planning = within(Problem.region_code, await reach(session, viewer, Act.PLAN_INTERVENTION))
    changed = await session.scalar(
        update(Problem)
        .where(Problem.id == number, ~IS_OPEN, planning)
        .values(
            state="open",
            reason=None,
            closed_at=None,
            idle_since=now,
            listed_at=None,
            updated_at=now,
        )
        .returning(Problem.id)
        .execution_options(**_IN_PLACE)
    )
    if changed is None:
        raise await why_not(session, viewer, number, Act.PLAN_INTERVENTION)


async def _close_plans(
    session: AsyncSession, viewer: Person, number: int
) -> Sequence[tuple[int, str]]:
    """Cancel what was planned for a problem that is closed; (Telegram id, language) of the others
    who planned it and can be reached."""
    rows = await session.scalars(
        update(Intervention)
        .where(Intervention.problem_id == number, Intervention.state == "planned")
        .values(state="cancelled", result=CLOSED)
        .returning(Intervention.person_id)
        .execution_options(**_IN_PLACE)
    )
    planners = set(rows.all()) - {viewer.id}
    found = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language)
        .where(PersonRow.id.in_(planners), PersonRow.reachable.is_(True))
        .order_by(PersonRow.id)
    )
    return [(chat, language) for chat, language in found]


async def why_not(
    session: AsyncSession, viewer: Person, number: int, act: Act, *, own: bool = False
) -> AppError:
    """The sentence for a change that did not happen. With ``own`` its author needs no ``act``."""
    mine = within(Problem.region_code, await reach(session, viewer, Act.READ_PROBLEM))
    row = await session.execute(
        select(Problem.state, Problem.region_code, Problem.person_id).where(
            Problem.id == number, mine
        )
    )
    found = row.one_or_none()
    if found is None:
        return NotFound("problem-unknown")
    state, region, author = found
    is_own = own and author == viewer.id
    tops = await reach(session, viewer, act)
    if not is_own and not any(is_within(region, top) for top in tops):
        return refused(act)
    match state:
        case "withdrawn":
            return AppError("problem-is-withdrawn")
        case "done":
            return AppError("problem-is-done")
    return AppError("problem-is-open")
