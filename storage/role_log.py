"""The log of who may do what: every change of a role is one row, written with the change."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage import jobs
from storage.models import RoleChange

CHANGES = (
    "requested",
    "granted",
    "confirmed",
    "refused",
    "suspended",
    "resumed",
    "ended",
    "changed",
    "handed_over",
    "relinked",
    "moved",
    "erased",
    "held",
    "freed",
)
"""What a line may tell of; see :class:`storage.models.RoleChange`."""
UNCHANGED = ("requested", "refused", "erased", "held", "freed")
"""Lines that leave the person's roles as they are."""


async def record(
    session: AsyncSession,
    change: str,
    *,
    at: datetime,
    person: int,
    actor: int | None,
    word_of: int | None = None,
    role: str | None = None,
    region: str | None = None,
    assignment: int | None = None,
    reason: str | None = None,
) -> None:
    """Append one line; see :class:`storage.models.RoleChange` for what the words mean.

    Whose roles changed gets Telegram's list of commands anew, by a job.
    """
    await session.execute(
        insert(RoleChange).values(
            id=new_id(),
            at=at,
            actor_id=actor,
            word_of=word_of,
            person_id=person,
            assignment_id=assignment,
            change=change,
            role=role,
            region_code=region,
            reason=reason[:300] if reason else None,
        )
    )
    if change not in UNCHANGED:
        await jobs.ask(session, jobs.job("commands", {"person": person}, now=at))
