"""Deliveries addressed to one chat, looked through slice by slice: no index holds their chats,
which every message of everybody would have to pay for."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import and_, case, delete, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import files
from storage.claims import FINAL
from storage.models import Delivery, OutboxFile
from storage.outbox import Priority

SLICE = 5000
"""Rows looked at in one transaction: milliseconds, so that nobody's answer waits."""

KINDS = {
    Priority.ANSWER: "answers",
    Priority.REMINDER: "reminders",
    Priority.BROADCAST: "broadcasts",
}
"""What people may be told of. Alerts and deletions come from reports and are left out."""


async def slice_end(session: AsyncSession, after: int) -> int | None:
    """The last id of the next slice; None when there are no more rows."""
    ids = select(Delivery.id).where(Delivery.id > after).order_by(Delivery.id).limit(SLICE)
    last: int | None = await session.scalar(select(func.max(ids.subquery().c.id)))
    return last


async def count(session: AsyncSession, chat: int, after: int, upto: int) -> Mapping[str, int]:
    """How many deliveries of a slice went to a chat, by kind."""
    rows = await session.execute(
        select(Delivery.priority, func.count())
        .where(
            Delivery.id > after,
            Delivery.id <= upto,
            Delivery.chat_id == chat,
            Delivery.priority.in_([int(one) for one in KINDS]),
        )
        .group_by(Delivery.priority)
    )
    return {KINDS[Priority(priority)]: number for priority, number in rows}


async def empty(
    session: AsyncSession, chat: int, after: int, upto: int, now: datetime
) -> tuple[int, int]:
    """Cancel what is queued for a chat, and empty what has ended: address, words, files.

    Returns (rows emptied, rows that a deliverer has in hand just now and that stay as they are).
    What is sealed hides its chat and empties itself when it has ended.
    """
    theirs = and_(Delivery.id > after, Delivery.id <= upto, Delivery.chat_id == chat)
    is_idle = Delivery.state.in_((*FINAL, "queued"))
    carried = await session.scalars(
        select(Delivery.params).where(theirs, is_idle, Delivery.params.is_not(None))
    )
    numbers = [found[1] for params in carried if (found := files.attached(params)) is not None]
    if numbers:
        await session.execute(delete(OutboxFile).where(OutboxFile.id.in_(numbers)))
    is_queued = Delivery.state == "queued"
    rows = await session.execute(
        update(Delivery)
        .where(theirs, is_idle)
        .values(
            state=case((is_queued, "gone"), else_=Delivery.state),
            done_at=case((is_queued, now), else_=Delivery.done_at),
            outcome=case((is_queued, "erased"), else_=Delivery.outcome),
            once=case((Delivery.once.contains(str(chat)), null()), else_=Delivery.once),
            chat_id=None,
            params=null(),
            message_id=None,
        )
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    emptied = len(rows.all())
    held = await session.scalar(select(func.count()).select_from(Delivery).where(theirs))
    return emptied, held or 0


async def forget(session: AsyncSession, once: str) -> bool:
    """Empty one delivery, found by what it was queued for, when it has ended. False while it has
    not."""
    found = await session.execute(select(Delivery.id, Delivery.state).where(Delivery.once == once))
    row = found.one_or_none()
    if row is None:
        return True
    if row.state not in FINAL:
        return False
    await session.execute(
        update(Delivery)
        .where(Delivery.id == row.id)
        .values(chat_id=None, params=null(), message_id=None, once=None)
        .execution_options(synchronize_session=False)
    )
    return True
