"""Updates in by long polling: handled, committed, answered, and only then acknowledged.

aiogram's own polling acknowledges before its handlers finish (its issue #1397); a kill then
loses what was in hand.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from bot.errors import StorageTrouble, Unready
from bot.replies import Replier
from bot.transaction import UpdateTransaction
from bot.work import Incoming

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
SHOWN_FIELDS = ("message_id", "date", "chat", "from", "message_thread_id")
BACK_OFF = (0.5, 1.0, 2.0, 5.0, 10.0)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one update that cannot be read must not hold up the rest."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str] | None = None


def incoming(raw: dict[str, Any], bot: Bot) -> Incoming:
    """Read one update. One of a shape we do not know has no payload; it is recorded as failed."""
    try:
        update = Update.model_validate(_without_shown(raw), context={"bot": bot})
    except ValidationError as trouble:
        log.warning("unreadable update", update_id=raw["update_id"], fields=trouble.error_count())
        return Incoming(raw["update_id"], None, None, None, None)
    event = update.message or update.callback_query or update.my_chat_member
    user = event.from_user if event is not None else None
    chat = None
    if update.callback_query is not None:
        message = update.callback_query.message
        chat = message.chat.id if message is not None else None
    elif update.message is not None:
        chat = update.message.chat.id
    elif update.my_chat_member is not None:
        chat = update.my_chat_member.chat.id
    return Incoming(
        update.update_id,
        user.id if user else None,
        chat,
        user.language_code if user else None,
        update,
    )


def _without_shown(raw: dict[str, Any]) -> dict[str, Any]:
    """A press without the text and buttons of its message, which nobody here looks at: reading
    them as objects took longer than everything else about a press."""
    query: Any = raw.get("callback_query")
    shown = query.get("message") if isinstance(query, dict) else None
    if not isinstance(shown, dict):
        return raw
    bare = {name: shown[name] for name in SHOWN_FIELDS if name in shown}
    return {**raw, "callback_query": {**query, "message": bare}}


class Poller:
    """fetch → handle → commit → answer beside the loop → ask with a higher offset."""

    def __init__(
        self,
        bot: Bot,
        transaction: UpdateTransaction,
        replier: Replier,
        *,
        batch: int,
        poll_seconds: int,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._transaction = transaction
        self._replier = replier
        self._batch = batch
        self._poll_seconds = poll_seconds
        self._pause = pause
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled. Raises :class:`Unready` for a refused token."""
        try:
            while True:
                await self.turn(self._poll_seconds)
        finally:
            await self._acknowledge()

    async def turn(self, timeout: int) -> int:
        """One fetch and what follows. Returns how many updates were handled."""
        try:
            raw = await self._fetch(timeout)
            if raw:
                await self._take(raw)
        except TelegramUnauthorizedError:
            raise Unready("Telegram refuses the token in BOT_TOKEN; ask @BotFather.") from None
        except TelegramConflictError:
            await self._back_off("another program polls with this token, or a webhook is set")
        except TelegramRetryAfter as trouble:
            await self._pause(trouble.retry_after)
        except (AiogramError, OSError) as trouble:
            await self._back_off(type(trouble).__name__)
        except StorageTrouble as trouble:
            await self._back_off(f"database: {trouble}")
        except Exception as bug:
            # The updates are not acknowledged and come again; the bot goes on living.
            log.exception("intake failed")
            await self._back_off(type(bug).__name__)
        else:
            self._failures = 0
            return len(raw)
        return 0

    async def _fetch(self, timeout: int) -> list[dict[str, Any]]:
        method = GetRawUpdates(
            offset=self._offset,
            limit=self._batch,
            timeout=timeout,
            allowed_updates=ALLOWED_UPDATES,
        )
        return await self._bot(method, request_timeout=timeout + 10)

    async def _take(self, raw: Sequence[dict[str, Any]]) -> None:
        updates = [self._replier.with_shown(incoming(one, self._bot)) for one in raw]
        handled = await self._transaction.take(updates)
        if handled:
            self._offset = handled[-1].incoming.update_id + 1
            self._replier.submit(handled)
        if len(handled) < len(updates):
            raise StorageTrouble("stopped in the middle of a batch")

    async def _back_off(self, why: str) -> None:
        delay = BACK_OFF[min(self._failures, len(BACK_OFF) - 1)]
        self._failures += 1
        log.warning("polling waits", why=why, seconds=delay)
        await self._pause(delay)

    async def _acknowledge(self) -> None:
        """At an orderly stop, tell Telegram what was handled, so that nothing comes twice."""
        if self._offset is None:
            return
        try:
            method = GetRawUpdates(offset=self._offset, limit=1, timeout=0)
            await self._bot(method, request_timeout=1)
        except (AiogramError, OSError, TimeoutError):
            log.info("last acknowledgement not possible; updates may come once more")
