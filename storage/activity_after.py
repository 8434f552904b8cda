"""An activity changed by its author after it was sent: edited, withdrawn, and that taken back.

Each is decided by one UPDATE over the state that was seen: of two at once the second changes
nothing and is told what stands.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.forms import Say
from bot.rules.activity_after import EDITABLE, STANDING, UNDO, edit_fault, withdraw_fault
from bot.rules.roles import Act, Person
from bot.settings import ActivitySettings
from storage import activity_history as history
from storage.activity_lists import Whole, may_in, whole
from storage.models import Activity, ActivityPhoto

Photo = Mapping[str, Any]
"""file_id, unique_id, caption and moment of a photo."""
PHOTO = ("file_id", "unique_id", "caption", "moment")


async def own(session: AsyncSession, viewer: Person, number: int) -> Whole:
    """An activity for its author to change. Raises :class:`NotFound`; :class:`NotAllowed` for an
    author who may log nothing there any more."""
    found = await whole(session, viewer, number)
    if found is None or not found.is_own:
        raise NotFound("after-unknown")
    if not await may_in(session, viewer, Act.LOG_ACTIVITY, found.row.region_code):
        raise NotAllowed("refused-log-activity", ask=Say("ask-field-officer"))
    return found


async def edit(
    session: AsyncSession,
    viewer: Person,
    number: int,
    revision: int,
    values: Mapping[str, Any],
    photos: Sequence[Photo] | None,
    *,
    now: datetime,
    settings: ActivitySettings,
) -> Literal["changed", "same", "moved"]:
    """Write what differs of ``values`` (columns) and ``photos`` (None: as they are).

    ``moved`` when the activity is not as it was at ``revision``. Raises what :func:`own` does, and
    :class:`AppError` when it may not be changed now.
    """
    found = await own(session, viewer, number)
    row = found.row
    fault = edit_fault(row.state, row.created_at, now, settings)
    if fault is not None:
        raise AppError(fault)
    if row.revision != revision:
        return "moved"
    changed = {key: value for key, value in values.items() if getattr(row, key) != value}
    before = {key: _plain(getattr(row, key)) for key in changed}
    was = [{key: getattr(one, key) for key in PHOTO} for one in found.photos]
    are = was if photos is None else [{key: one.get(key) for key in PHOTO} for one in photos]
    if are != was:
        before["photos"] = was
    if not before:
        return "same"
    taken = await session.scalar(
        update(Activity)
        .where(
            Activity.id == number,
            Activity.person_id == viewer.id,
            Activity.revision == revision,
            Activity.state == row.state,
            Activity.state.in_(EDITABLE),
        )
        .values(**changed, state="saved", revision=revision + 1, updated_at=now)
        .returning(Activity.id)
        .execution_options(synchronize_session=False)
    )
    if taken is None:
        return "moved"
    if are != was:
        await _put_photos(session, number, are)
    await history.write(session, [history.change(number, viewer, "edited", now, before=before)])
    return "changed"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


async def _put_photos(session: AsyncSession, number: int, photos: Sequence[Photo]) -> None:
    await session.execute(
        delete(ActivityPhoto)
        .where(ActivityPhoto.activity_id == number)
        .execution_options(synchronize_session=False)
    )
    rows = [{"activity_id": number, "position": at, **one} for at, one in enumerate(photos)]
    if rows:
        await session.execute(insert(ActivityPhoto), rows)


async def withdraw(
    session: AsyncSession,
    viewer: Person,
    number: int,
    reason: str,
    *,
    now: datetime,
    settings: ActivitySettings,
) -> Whole:
    """Withdraw one's own activity: it counts nowhere any more, its history stays. Raises what
    :func:`own` does, and :class:`AppError` when it may not be withdrawn (any more)."""
    found = await own(session, viewer, number)
    state = found.row.state
    fault = withdraw_fault(state, found.row.created_at, now, settings)
    if fault is not None:
        raise AppError(fault)
    if not await _moved(session, viewer, found.row, "withdrawn", now):
        raise AppError("after-moved")
    row = history.change(number, viewer, "withdrawn", now, before={"state": state}, note=reason)
    await history.write(session, [row])
    return found


async def restore(session: AsyncSession, viewer: Person, number: int, now: datetime) -> Whole:
    """Take a withdrawal back, within a day of it. Raises what :func:`own` does, and
    :class:`AppError` when there is none to take back (any more)."""
    found = await own(session, viewer, number)
    if found.row.state != "withdrawn":
        raise AppError("after-restore-none")
    taken = await history.last(session, number, "withdrawn")
    if taken is None or now > taken.at + UNDO:
        raise AppError("after-restore-late")
    state = (taken.before or {}).get("state")
    back = state if state in STANDING else "saved"
    if not await _moved(session, viewer, found.row, back, now):
        raise AppError("after-moved")
    await history.write(session, [history.change(number, viewer, "restored", now)])
    return found


async def _moved(
    session: AsyncSession, viewer: Person, row: Activity, state: str, now: datetime
) -> bool:
    taken = await session.scalar(
        update(Activity)
        .where(
            Activity.id == row.id,
            Activity.person_id == viewer.id,
            Activity.state == row.state,
            Activity.revision == row.revision,
        )
        .values(state=state, updated_at=now)
        .returning(Activity.id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None
