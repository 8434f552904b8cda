"""One transaction over a list of updates: what they mean is durable before anybody is answered.

This is one of the two places that commit (the other is `broadcasts/`).
"""

import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from bot import atlas, notices
from bot.clock import Clock
from bot.desk import Desk
from bot.errors import AppError, StorageTrouble
from bot.work import Incoming, Surroundings, Work
from storage import outbox
from storage.database import Database
from storage.updates import is_reachable, record_failed

log = structlog.get_logger(__name__)

PATIENCE = 5
"""Tries of one update that meets database trouble while the database answers others."""


@dataclass(frozen=True, slots=True)
class Handled:
    """An update that is committed, and what to say now (the answering library's calls)."""

    incoming: Incoming
    replies: Sequence[Any]


class Conversation(Protocol):
    """The answering side, as the transaction sees it."""

    async def feed(self, incoming: Incoming, work: Work) -> Sequence[Any]:
        """Let an update take effect; returns what to say."""
        ...

    def again(self, incoming: Incoming, work: Work) -> Sequence[Any]:
        """An update came twice: no effect, at most the current question once more."""
        ...

    def explain(self, incoming: Incoming, work: Work, error: AppError | None) -> Sequence[Any]:
        """Say what was wrong; with None, that a bug was met and nothing was lost."""
        ...


class UpdateTransaction:
    """Takes lists of updates, together when possible, one by one when one of them fails."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        around: Surroundings,
        conversation: Conversation,
        *,
        wake: Callable[[], None] = lambda: None,
        lock: Callable[[Desk, Sequence[Incoming]], Awaitable[None]] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._around = around
        self._conversation = conversation
        self._wake = wake
        self._lock = lock
        self._troubles: dict[int, int] = {}

    async def take(self, updates: Sequence[Incoming]) -> list[Handled]:
        """Handle and commit; returns what was decided, in order, from the first update on.

        Fewer than given means that the database stopped answering: the rest is to be taken again.
        Raises :class:`StorageTrouble` when nothing could be decided at all.
        """
        try:
            return await self._together(updates)
        except StorageTrouble:
            if len(updates) == 1:
                return await self._doubtful(updates[0])
            raise
        except Exception as trouble:  # noqa: BLE001 -- any bug rolls the list back
            if len(updates) == 1:
                return await self._alone(updates[0], trouble)
        return await self._one_by_one(updates)

    async def _one_by_one(self, updates: Sequence[Incoming]) -> list[Handled]:
        handled: list[Handled] = []
        for update in updates:
            try:
                handled += await self.take([update])
            except StorageTrouble:
                if not handled:
                    raise
                break
        return handled

    async def _together(self, updates: Sequence[Incoming]) -> list[Handled]:
        async with self._database.connection() as connection:
            desk = Desk(connection, self._around, self._clock.now())
            if self._lock is not None:
                await self._lock(desk, updates)
            new = await desk.load(updates)
            handled = []
            for place, update in enumerate(updates, start=1):
                work = desk.work(update)
                if update.update_id in new:
                    new.discard(update.update_id)
                    replies = await self._conversation.feed(update, work)
                elif any(one.sender == update.sender for one in updates[place:]):
                    replies = ()  # what follows in this very list is answered anyway
                else:
                    replies = self._conversation.again(update, work)
                if work.people_changed:
                    await desk.flush_rows()
                    await desk.reload_people(updates)
                handled.append(Handled(update, replies))
            await desk.close()
            await connection.commit()
        if desk.has_new_regions:
            await atlas.look(self._database, self._around.book)
        if desk.has_new_hints:
            await atlas.look_at_hints(self._database, self._around.hints)
        if desk.has_outbox:
            self._wake()
        return handled

    async def _alone(self, update: Incoming, trouble: Exception) -> list[Handled]:
        """Roll-back has happened: note that the update is done with, and say why."""
        error = trouble if isinstance(trouble, AppError) else None
        async with self._database.connection() as connection:
            desk = Desk(connection, self._around, self._clock.now())
            if not await desk.load([update]):
                return [Handled(update, ())]
            if error is None:
                await record_failed(
                    await desk.session(),
                    update.update_id,
                    desk.now,
                    type(trouble).__name__,
                    _places(trouble),
                )
                log.error("update failed", update_id=update.update_id, error=type(trouble).__name__)
            replies = self._explain(update, desk, error)
            await desk.close()
            await connection.commit()
        return [Handled(update, replies)]

    def _explain(self, update: Incoming, desk: Desk, error: AppError | None) -> Sequence[Any]:
        """The sentence for what went wrong; a bug even in that must not bring the update back."""
        try:
            return self._conversation.explain(update, desk.work(update), error)
        except Exception:
            log.exception("explanation failed", update_id=update.update_id)
            return ()

    async def hand_over(self, rows: Sequence[dict[str, Any]]) -> None:
        """Commit outbox rows of replies that could not leave in time."""
        async with self._database.session() as session:
            await outbox.queue(session, rows)
            await session.commit()
        self._wake()

    async def note_shown(self, chat: int, message_id: int) -> None:
        """Commit which message shows a sensitive question, so that it can be deleted even after
        a restart."""
        update = Incoming(0, chat, chat, None, None)
        async with self._database.connection() as connection:
            desk = Desk(connection, self._around, self._clock.now())
            if self._lock is not None:
                await self._lock(desk, [update])
            if (await desk.load_drafts(update)).note_shown(message_id):
                await desk.close()
                await connection.commit()

    async def note_unreachable(self, telegram_id: int) -> None:
        """Commit that somebody has blocked the bot, met while answering; those responsible for
        them are told."""
        async with self._database.session() as session:
            await notices.person_away(session, telegram_id, self._clock.now(), self._around.vault)
            await session.commit()
        self._wake()

    async def _doubtful(self, update: Incoming) -> list[Handled]:
        """Database trouble over a single update: when the database answers others, and this one
        met trouble often enough, it is the update and not the database."""
        count = self._troubles[update.update_id] = self._troubles.get(update.update_id, 0) + 1
        if count < PATIENCE:
            raise StorageTrouble("update not handled yet")
        async with self._database.session() as session:
            if not await is_reachable(session):
                raise StorageTrouble("database does not answer")
        del self._troubles[update.update_id]
        return await self._alone(update, StorageTrouble("met repeatedly"))


def _places(trouble: Exception) -> str:
    """The traceback without any message: names of files, lines and exceptions only.

    Messages of exceptions may quote what the person wrote.
    """
    lines = []
    link: BaseException | None = trouble
    while link is not None:
        lines.append(type(link).__name__)
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {frame.filename.rsplit('/', 3)[-1]}:{frame.lineno} {frame.name}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines)[:8000]
