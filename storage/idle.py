"""People without any role: those to be asked whether they stay, and whether they still are."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Assignment, Job, LegalHold, MemberRequest, PersonRow


def _without_role(now: datetime) -> ColumnElement[bool]:
    """Nothing that counts now or may count later, and no question of theirs is waiting."""
    role = and_(
        Assignment.person_id == PersonRow.id,
        or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
    )
    asked = and_(MemberRequest.person_id == PersonRow.id, MemberRequest.state == "waiting")
    return and_(PersonRow.closed_at.is_(None), ~exists().where(role), ~exists().where(asked))


async def is_idle(session: AsyncSession, person: int, now: datetime) -> bool:
    found = await session.scalar(
        select(PersonRow.id).where(PersonRow.id == person, _without_role(now))
    )
    return found is not None


async def slice_of(
    session: AsyncSession, after: int, limit: int, now: datetime, since: datetime
) -> tuple[int | None, Sequence[tuple[int, int, str]]]:
    """Of the next people after an id: (id, Telegram id, language) of those without a role since
    before ``since`` who were not asked yet and whose data is not held.

    The first value is the last id looked at, None at the end.
    """
    page = select(PersonRow.id).where(PersonRow.id > after).order_by(PersonRow.id).limit(limit)
    ids = (await session.scalars(page)).all()
    if not ids:
        return None, []
    recent = and_(Assignment.person_id == PersonRow.id, Assignment.valid_until > since)
    asked = and_(Job.person_id == PersonRow.id, Job.kind == "erase")
    held = and_(LegalHold.person_id == PersonRow.id, LegalHold.lifted_at.is_(None))
    rows = await session.execute(
        select(PersonRow.id, PersonRow.telegram_id, PersonRow.language)
        .where(
            PersonRow.id.in_(ids),
            PersonRow.created_at < since,
            _without_role(now),
            ~exists().where(recent),
            ~exists().where(asked),
            ~exists().where(held),
        )
        .order_by(PersonRow.id)
    )
    return ids[-1], [(number, chat, language) for number, chat, language in rows]
