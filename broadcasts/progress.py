"""Keeps the composer of a broadcast informed: one message edited live, then the final account."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.clock import Clock
from storage import broadcasts, outbox, people
from storage.database import Database
from storage.models import Broadcast
from storage.outbox import Priority

OPEN_STATES = ("queued", "claimed", "sending")


class Progress:
    """Writes progress as outbox rows, at most one every few seconds for each broadcast."""

    def __init__(self, database: Database, clock: Clock, seconds: float) -> None:
        self._database = database
        self._clock = clock
        self._seconds = timedelta(seconds=seconds)

    async def announce(self, session: AsyncSession, broadcast: Broadcast, *, is_late: bool) -> None:
        """Tell the composer that it begins, or that it came too late and was skipped."""
        key = "broadcast-skipped" if is_late else "broadcast-started"
        text = texts.say(key, await self._language(session, broadcast), due=broadcast.due_at)
        await self._queue(
            session, broadcast, "sendMessage", {"text": text}, f"begin:{broadcast.id}"
        )

    async def turn(self) -> bool:
        """Look at every running broadcast. True while there is one."""
        async with self._database.session() as session:
            running = await broadcasts.running(session)
        for broadcast in running:
            await self._report(broadcast)
        return bool(running)

    async def _report(self, broadcast: Broadcast) -> None:
        now = self._clock.now()
        async with self._database.session() as session:
            account = await broadcasts.account(session, broadcast.id)
            left = sum(account.get(state, 0) for state in OPEN_STATES)
            last = broadcast.progress_at
            if left and last is not None and now - last < self._seconds:
                return
            language = await self._language(session, broadcast)
            await self._edit(session, broadcast, language, dict(account), left)
            if not left:
                await self._finish(session, broadcast, language, dict(account))
            await broadcasts.note_progress(session, broadcast.id, now, is_done=not left)
            await session.commit()

    async def _edit(
        self,
        session: AsyncSession,
        broadcast: Broadcast,
        language: str,
        account: dict[str, int],
        left: int,
    ) -> None:
        message = await broadcasts.progress_message(session, broadcast.id)
        if message is None:
            return
        text = texts.say("broadcast-progress", language, left=left, **_numbers(account))
        number = sum(account.values()) - left
        await self._queue(
            session,
            broadcast,
            "editMessageText",
            {"message_id": message, "text": text},
            f"step:{broadcast.id}:{number}:{left}",
        )

    async def _finish(
        self, session: AsyncSession, broadcast: Broadcast, language: str, account: dict[str, int]
    ) -> None:
        text = texts.say(
            "broadcast-account", language, total=sum(account.values()), **_numbers(account)
        )
        await self._queue(session, broadcast, "sendMessage", {"text": text}, f"end:{broadcast.id}")

    async def _queue(
        self,
        session: AsyncSession,
        broadcast: Broadcast,
        method: str,
        params: dict[str, Any],
        once: str,
    ) -> None:
        row = outbox.delivery(
            broadcast.chat_id,
            method,
            {**params, "parse_mode": "HTML"},
            priority=Priority.ANSWER,
            now=self._clock.now(),
            once=once,
        )
        await outbox.queue(session, [row])

    async def _language(self, session: AsyncSession, broadcast: Broadcast) -> str:
        found = await people.telegram_id_of(session, broadcast.person_id)
        return found[1] if found else "id"


def _numbers(account: dict[str, int]) -> dict[str, int]:
    """The account as a text needs it; gone and expired count as failed."""
    return {
        "sent": account.get("sent", 0),
        "failed": sum(account.get(state, 0) for state in ("failed", "gone", "expired")),
        "blocked": account.get("blocked", 0),
        "uncertain": account.get("uncertain", 0),
    }
