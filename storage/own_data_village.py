"""What a person wrote for the village, as it goes into the copy of their data."""

from collections.abc import Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Activity,
    ActivityChange,
    ActivityPhoto,
    Intervention,
    Problem,
    ProblemPhoto,
)
from storage.own_data_rows import Record, rows_of

OTHERS = ("person_id", "verified_by", "done_by", "listed_at", "idle_since", "asked_at")
"""Columns that hold the person, somebody else, or the program's own business."""


async def written(session: AsyncSession, person: int) -> Mapping[str, Sequence[Record]]:
    """Activities with their photos, what the person did to activities, problems, interventions."""
    return {
        "activities": await _activities(session, person),
        "activity_changes": await _changes(session, person),
        "problems": await _problems(session, person),
        "interventions": await _interventions(session, person),
    }


async def _activities(session: AsyncSession, person: int) -> list[Record]:
    columns = [one for one in Activity.__table__.columns if one.key not in OTHERS]
    found = await rows_of(
        session, select(*columns).where(Activity.person_id == person).order_by(Activity.id)
    )
    photos = await session.execute(
        select(
            ActivityPhoto.activity_id,
            ActivityPhoto.file_id,
            ActivityPhoto.caption,
            ActivityPhoto.moment,
        )
        .join(Activity, Activity.id == ActivityPhoto.activity_id)
        .where(Activity.person_id == person)
        .order_by(ActivityPhoto.activity_id, ActivityPhoto.position)
    )
    by_activity: dict[int, list[Record]] = {}
    for number, file_id, caption, moment in photos:
        one = {"file_id": file_id, "caption": caption, "moment": moment}
        by_activity.setdefault(number, []).append(one)
    return [{**one, "photos": by_activity.get(one["id"], [])} for one in found]


async def _changes(session: AsyncSession, person: int) -> list[Record]:
    """What the person did to activities, and the notes they were given on their own: of whoever
    wrote those there is nothing."""
    return await rows_of(
        session,
        select(
            Activity.receipt,
            ActivityChange.at,
            ActivityChange.what,
            ActivityChange.before,
            ActivityChange.note,
            (ActivityChange.person_id == person).label("by_me"),
        )
        .join(Activity, Activity.id == ActivityChange.activity_id)
        .where(or_(ActivityChange.person_id == person, Activity.person_id == person))
        .order_by(ActivityChange.id),
    )


async def _problems(session: AsyncSession, person: int) -> list[Record]:
    columns = [one for one in Problem.__table__.columns if one.key not in OTHERS]
    found = await rows_of(
        session, select(*columns).where(Problem.person_id == person).order_by(Problem.id)
    )
    photos = await session.execute(
        select(ProblemPhoto.problem_id, ProblemPhoto.file_id, ProblemPhoto.caption)
        .join(Problem, Problem.id == ProblemPhoto.problem_id)
        .where(Problem.person_id == person)
        .order_by(ProblemPhoto.problem_id, ProblemPhoto.position)
    )
    by_problem: dict[int, list[Record]] = {}
    for number, file_id, caption in photos:
        by_problem.setdefault(number, []).append({"file_id": file_id, "caption": caption})
    return [{**one, "photos": by_problem.get(one["id"], [])} for one in found]


async def _interventions(session: AsyncSession, person: int) -> list[Record]:
    columns = [one for one in Intervention.__table__.columns if one.key not in OTHERS]
    return await rows_of(
        session,
        select(*columns, (Intervention.person_id == person).label("by_me"))
        .where(or_(Intervention.person_id == person, Intervention.done_by == person))
        .order_by(Intervention.id),
    )
