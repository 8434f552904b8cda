"""The asker's own side of a request: what I wait for, taking it back, my telephone number."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Person
from storage.models import MemberRequest, PersonRow
from storage.requests import IS_WAITING, MOST_A_DAY, MOST_WAITING, Request, reading, rows_of


async def keep_phone(session: AsyncSession, person: int, phone: str) -> None:
    """Note somebody's own number, in E.164."""
    await session.execute(update(PersonRow).where(PersonRow.id == person).values(phone=phone))


async def own_waiting(session: AsyncSession, person: int) -> Sequence[Request]:
    """What somebody asked for and waits for, the oldest first."""
    statement = reading().where(MemberRequest.person_id == person, IS_WAITING)
    return await rows_of(session, statement.order_by(MemberRequest.id).limit(2 * MOST_WAITING))


async def asked_since(session: AsyncSession, person: int, since: datetime) -> int:
    """How often somebody has asked since then, taken back or not; counted to the most one may."""
    asked = select(MemberRequest.id).where(
        MemberRequest.person_id == person, MemberRequest.created_at > since
    )
    return len((await session.scalars(asked.limit(MOST_A_DAY))).all())


async def withdraw(session: AsyncSession, person: Person, number: int, now: datetime) -> bool:
    """Take one's own request back. False when there is none that waits."""
    row = await session.execute(
        update(MemberRequest)
        .where(MemberRequest.id == number, MemberRequest.person_id == person.id, IS_WAITING)
        .values(state="withdrawn", climb_at=None, decided_at=now)
        .returning(MemberRequest.id)
        .execution_options(synchronize_session=False)
    )
    return row.one_or_none() is not None
