"""A problem as it stands in the table, for stories of others."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage.models import PersonRow, Problem


async def add_problem(session: AsyncSession, region: str, what: str, now: datetime) -> int:
    """An open problem of a village, noted by whoever is there; its number."""
    number = new_id()
    person = await session.scalar(select(PersonRow.id).limit(1))
    row = Problem(
        id=number,
        receipt=f"MS-{number % 10**8}",
        person_id=person,
        region_code=region,
        category="lingkung",
        what=what,
        priority="sedang",
        state="open",
        idle_since=now,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    return number
