"""The word of whoever answers for a village on what others have logged there: verified, or returned
with a note.

Each is decided by one UPDATE over what was seen: of two at once the second changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.forms import Say
from bot.rules.roles import Act, Person
from storage import activity_history as history
from storage.activity_lists import may_in
from storage.models import Activity
from storage.people import within
from storage.regions import with_past


@dataclass(frozen=True, slots=True)
class Seen:
    """An activity as it stood on the screen of whoever decides about it."""

    id: int
    revision: int
    state: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An activity that was verified or returned, to tell its author."""

    id: int
    person: int
    region: str
    held_on: date
    title: str
    section: str
    revision: int


async def verify(
    session: AsyncSession, viewer: Person, seen: Sequence[Seen], now: datetime
) -> Sequence[Checked]:
    """Note that activities of others are right as they were seen; those that still stand so are
    taken and returned. Raises :class:`NotAllowed` for whoever checks nowhere."""
    values = {"state": "verified", "verified_by": viewer.id, "verified_at": now}
    wanted = [one for one in seen if one.state in ("saved", "returned")]
    return await _check(session, viewer, wanted, values, None, now)


async def give_back(
    session: AsyncSession, viewer: Person, seen: Seen, note: str, now: datetime
) -> Checked | None:
    """Return an activity of somebody else with a note; None when it does not stand as it was seen.
    Raises :class:`NotAllowed` for whoever checks nowhere."""
    values = {"state": "returned", "verified_by": None, "verified_at": None}
    wanted = [seen] if seen.state in ("saved", "verified") else []
    return next(iter(await _check(session, viewer, wanted, values, note, now)), None)


async def _check(
    session: AsyncSession,
    viewer: Person,
    seen: Sequence[Seen],
    values: Mapping[str, Any],
    note: str | None,
    now: datetime,
) -> Sequence[Checked]:
    if not viewer.may(Act.VERIFY_ACTIVITY):
        raise NotAllowed("refused-verify-activity", ask=Say("ask-agency"))
    if not seen:
        return ()
    tops = await with_past(session, viewer.regions_for(Act.VERIFY_ACTIVITY))
    rows = await session.execute(
        update(Activity)
        .where(
            or_(*(_stands(one) for one in seen)),
            Activity.person_id != viewer.id,
            within(Activity.region_code, tops),
        )
        .values(**values)
        .returning(
            Activity.id,
            Activity.person_id,
            Activity.region_code,
            Activity.held_on,
            Activity.title,
            Activity.section,
            Activity.revision,
        )
        .execution_options(synchronize_session=False)
    )
    taken = [Checked(*row) for row in rows]
    changes = [history.change(one.id, viewer, values["state"], now, note=note) for one in taken]
    await history.write(session, changes)
    return sorted(taken, key=lambda one: one.id)


def _stands(seen: Seen) -> ColumnElement[bool]:
    return and_(
        Activity.id == seen.id, Activity.revision == seen.revision, Activity.state == seen.state
    )


async def why_not(session: AsyncSession, viewer: Person, seen: Seen) -> AppError:
    """Why what was seen could not be decided: the sentence for whoever came too late."""
    row = await session.scalar(
        select(Activity).where(Activity.id == seen.id).execution_options(populate_existing=True)
    )
    if row is None:
        return NotFound("after-unknown")
    if not await may_in(session, viewer, Act.VERIFY_ACTIVITY, row.region_code):
        return NotAllowed("refused-verify-activity", ask=Say("ask-agency"))
    if row.person_id == viewer.id:
        return NotAllowed("after-check-own", ask=Say("ask-agency"))
    if row.state == "withdrawn":
        return AppError("after-check-withdrawn")
    if row.revision != seen.revision:
        return AppError("after-check-moved")
    if row.state == "verified":
        return AppError("after-check-verified")
    return AppError("after-check-returned" if row.state == "returned" else "after-check-moved")
