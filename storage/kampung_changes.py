"""What those responsible write into the registry of Kampung KB.

One active kampung a desa or kelurahan: a kampung that was closed is opened again in its row.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.errors import AppError, NotAllowed, NotFound
from bot.forms.values import Say
from bot.rules.kampung import ITEMS, POKTAN, STAGES
from bot.rules.roles import Act, Person
from storage.models import Kampung
from storage.regions import require_open

FIELDS = ("name", "decree", "poktan", "patbm", "home_industry", "data_house", "contacts")
"""What is edited by itself; the decree comes with its day."""


async def register(
    session: AsyncSession,
    viewer: Person,
    *,
    region: str,
    name: str,
    decree: str | None,
    decree_on: date | None,
    now: datetime,
) -> int:
    """Register the kampung of a village that has none; returns its number.

    Raises :class:`NotAllowed`, what :func:`require_open` does, and :class:`AppError` when there is
    one already or the region is no village.
    """
    _require(viewer, region)
    await require_open(session, region, until_commit=True)
    if region.count(".") != 3:
        raise AppError("kampung-no-village")
    told = {"decree": decree, "decree_on": decree_on, "updated_by": viewer.id, "updated_at": now}
    row = await session.scalar(
        select(Kampung).where(Kampung.region_code == region).with_for_update()
    )
    if row is not None and row.closed_at is None:
        raise AppError("kampung-exists", name=row.name)
    if row is not None:
        return await _open_again(session, row, {"name": name, **told})
    fresh = {"id": new_id(), "region_code": region, "name": name, "created_at": now, **told}
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    number: int | None = await session.scalar(
        dialect.insert(Kampung)
        .values(stage=STAGES[0], checklist={}, poktan=[], **fresh)
        .on_conflict_do_nothing(index_elements=["region_code"])
        .returning(Kampung.id)
    )
    if number is None:  # somebody else's was written while this transaction waited
        theirs = select(Kampung.name).where(Kampung.region_code == region)
        raise AppError("kampung-exists", name=await session.scalar(theirs) or name)
    return number


async def _open_again(session: AsyncSession, row: Kampung, values: Mapping[str, Any]) -> int:
    for key, value in values.items():
        setattr(row, key, value)
    row.closed_at = row.closed_reason = None
    row.stage, row.checklist = STAGES[0], {}
    await session.flush()
    return row.id


async def change(
    session: AsyncSession, viewer: Person, number: int, values: Mapping[str, Any], now: datetime
) -> None:
    """Write pieces of a kampung. Raises :class:`NotFound`, :class:`NotAllowed`."""
    row = await _editable(session, viewer, number)
    for key, value in values.items():
        if key not in (*FIELDS, "decree_on"):
            raise LookupError(f"kampung has no piece {key}")
        setattr(row, key, value)
    if not set(row.poktan) <= set(POKTAN):
        raise AppError("form-choice-gone")
    await _note(session, row, viewer, now)


async def tick(
    session: AsyncSession,
    viewer: Person,
    number: int,
    item: str,
    done_on: date | None,
    at: datetime,
) -> bool:
    """Note that an item of the checklist was done on a day, or (None) take it back. False when it
    stands so already. Raises :class:`NotFound`, :class:`NotAllowed`."""
    row = await _editable(session, viewer, number)
    if item not in ITEMS:
        raise NotFound("kampung-unknown")
    if (item in row.checklist) == (done_on is not None):
        return False
    left = {key: day for key, day in row.checklist.items() if key != item}
    row.checklist = left if done_on is None else {**left, item: done_on.isoformat()}
    await _note(session, row, viewer, at)
    return True


async def set_stage(
    session: AsyncSession, viewer: Person, number: int, stage: str, now: datetime
) -> bool:
    """Move on to the next stage, or back to the one before. False when it is at that stage already
    or no neighbour of it. Raises :class:`NotFound`, :class:`NotAllowed`."""
    row = await _editable(session, viewer, number)
    if stage not in STAGES or abs(STAGES.index(stage) - STAGES.index(row.stage)) != 1:
        return False
    row.stage = stage
    await _note(session, row, viewer, now)
    return True


async def close(
    session: AsyncSession, viewer: Person, number: int, reason: str, now: datetime
) -> str:
    """Close a kampung: it is listed and counted no more. Returns its name."""
    row = await _editable(session, viewer, number)
    row.closed_at, row.closed_reason = now, reason[:300]
    await _note(session, row, viewer, now)
    return row.name


async def _note(session: AsyncSession, row: Kampung, viewer: Person, now: datetime) -> None:
    row.updated_by, row.updated_at = viewer.id, now
    await session.flush()


async def _editable(session: AsyncSession, viewer: Person, number: int) -> Kampung:
    """A kampung that is not closed, locked until the transaction ends."""
    statement = select(Kampung).where(Kampung.id == number, Kampung.closed_at.is_(None))
    locked = statement.with_for_update().execution_options(populate_existing=True)
    row = await session.scalar(locked)
    if row is None or not viewer.may(Act.READ_KAMPUNG, row.region_code):
        raise NotFound("kampung-unknown")
    _require(viewer, row.region_code)
    return row


def _require(viewer: Person, region: str) -> None:
    if not viewer.may(Act.EDIT_KAMPUNG, region):
        raise NotAllowed("refused-edit-kampung", ask=Say("ask-agency"))
