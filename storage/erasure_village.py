"""Empties what a person wrote for the village: activities, problems, interventions and the notes
beside them. Day, village, section, category and counts stay, so that its figures remain true."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Update, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.forms.steps.picked import OWN
from storage.erasure import REASON
from storage.models import (
    Activity,
    ActivityChange,
    ActivityPhoto,
    Intervention,
    Problem,
    ProblemPhoto,
)
from storage.tombstones import leave

PART = 500
"""Records emptied in one transaction."""


async def empty_activities(
    session: AsyncSession, person: int, after: int, now: datetime
) -> int | None:
    """The next activities of a person after an id: words, place, photos and what was written
    about them afterwards emptied; what was picked from the programme's lists stays.

    Returns the last id done, None when there was nothing left. The kept pictures go with the next
    nightly sweep, as nothing refers to them any more.
    """
    rows = await session.scalars(
        select(Activity)
        .where(Activity.person_id == person, Activity.id > after)
        .order_by(Activity.id)
        .limit(PART)
    )
    found = rows.all()
    if not found:
        return None
    numbers = [one.id for one in found]
    photos = await session.scalars(
        delete(ActivityPhoto)
        .where(ActivityPhoto.activity_id.in_(numbers))
        .returning(ActivityPhoto.activity_id)
    )
    told = set(photos.all()) | {one.id for one in found if one.title}
    for one in found:
        one.title, one.place, one.description, one.follow_up = "", None, None, None
        one.latitude = one.longitude = None
        for name in ("target_groups", "agencies", "funding"):
            setattr(one, name, [key for key in getattr(one, name) if not key.startswith(OWN)])
    await session.flush()
    await session.execute(
        _quiet(
            update(ActivityChange)
            .where(ActivityChange.activity_id.in_(numbers))
            .values(before=None, note=None)
        )
    )
    await leave(session, "activity", sorted(told), reason=REASON, at=now)
    return numbers[-1]


async def empty_notes(session: AsyncSession, person: int, now: datetime) -> None:
    """The notes a person wrote beside other people's activities."""
    rows = await session.scalars(
        _quiet(
            update(ActivityChange)
            .where(
                ActivityChange.person_id == person,
                or_(ActivityChange.note.is_not(None), ActivityChange.before.is_not(None)),
            )
            .values(before=None, note=None)
        ).returning(ActivityChange.id)
    )
    await leave(session, "activity_change", rows.all(), reason=REASON, at=now)


async def empty_problems(
    session: AsyncSession, person: int, after: int, now: datetime
) -> int | None:
    """The next problems a person noted: words and photos emptied.

    Returns the last id done, None when there was nothing left.
    """
    rows = await session.scalars(
        select(Problem.id)
        .where(Problem.person_id == person, Problem.id > after)
        .order_by(Problem.id)
        .limit(PART)
    )
    numbers = rows.all()
    if not numbers:
        return None
    photos = await session.scalars(
        delete(ProblemPhoto)
        .where(ProblemPhoto.problem_id.in_(numbers))
        .returning(ProblemPhoto.problem_id)
    )
    emptied = await session.scalars(
        _quiet(
            update(Problem)
            .where(
                Problem.id.in_(numbers),
                or_(
                    Problem.what.is_not(None),
                    Problem.evidence.is_not(None),
                    Problem.reason.is_not(None),
                ),
            )
            .values(what=None, evidence=None, reason=None)
        ).returning(Problem.id)
    )
    told = sorted({*photos.all(), *emptied.all()})
    await leave(session, "problem", told, reason=REASON, at=now)
    return numbers[-1]


async def empty_interventions(session: AsyncSession, person: int, now: datetime) -> None:
    """The words of interventions a person planned or confirmed; an agency of the list stays."""
    told: set[int] = set()
    for where, values in (
        (Intervention.person_id == person, {"what": ""}),
        (or_(Intervention.person_id == person, Intervention.done_by == person), {"result": None}),
    ):
        column = Intervention.what if "what" in values else Intervention.result
        is_full = column != "" if "what" in values else column.is_not(None)
        rows = await session.scalars(
            _quiet(update(Intervention).where(where, is_full).values(**values)).returning(
                Intervention.id
            )
        )
        told |= set(rows.all())
    own = await session.scalars(
        _quiet(
            update(Intervention)
            .where(Intervention.person_id == person, Intervention.agency.startswith(OWN))
            .values(agency=OWN + "—")
        ).returning(Intervention.id)
    )
    numbers: Sequence[int] = sorted(told | set(own.all()))
    await leave(session, "intervention", numbers, reason=REASON, at=now)


def _quiet(statement: Update) -> Update:
    """Rows read before in this session are not looked at again."""
    return statement.execution_options(synchronize_session=False)
