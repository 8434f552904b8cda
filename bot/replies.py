"""Answers out, beside the intake: in order per chat, for a few seconds, then by the outbox."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.default import Default
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    Response,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import Message

from bot.budget import counts
from bot.bursts import ChatBursts
from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.transaction import Handled, UpdateTransaction
from bot.work import Incoming
from handlers.calls import Album, Fleeting, ProtectedEdit
from storage.outbox import Priority, delivery
from storage.secrets import Vault

log = structlog.get_logger(__name__)

KEPT = (Response[Message], Response[Message | bool], Response[bool])
"""pydantic forgets such types when nobody holds them, and takes milliseconds to make them anew for
the next answer."""
HARMLESS = ("message is not modified", "query is too old", "query id is invalid")
SEND_ANEW = ("can't be edited", "to edit not found", "MESSAGE_ID_INVALID")
REMEMBERED_CHATS = 5000
HAND_OVER_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Reply:
    """One call, its chat, and the moment (event loop seconds) after which the outbox takes it."""

    chat: int
    method: TelegramMethod[Any]
    deadline: float


class Replier:
    """Runs in a task group of its own; different chats do not wait for each other."""

    def __init__(
        self,
        bot: Bot,
        transaction: UpdateTransaction,
        clock: Clock,
        vault: Vault | None,
        *,
        seconds: float,
        per_chat_seconds: float = 0.0,
    ) -> None:
        self._bot = bot
        self._transaction = transaction
        self._clock = clock
        self._vault = vault
        self._seconds = seconds
        self._queues: dict[int, deque[Reply]] = {}
        self._shown: OrderedDict[int, tuple[int, bool]] = OrderedDict()
        self._paces = ChatBursts(per_chat_seconds)
        self._group: asyncio.TaskGroup | None = None
        self._hurry = False

    async def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Own the sending tasks until cancelled; what is left then becomes outbox rows."""
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                started()
                await asyncio.Event().wait()
        finally:
            self._group = None
            left = [reply for queue in self._queues.values() for reply in queue]
            self._queues.clear()
            await self._hand_over(left, tries=1)

    def submit(self, handled: Sequence[Handled]) -> None:
        """Queue the answers of committed updates."""
        deadline = asyncio.get_running_loop().time() + self._seconds
        for one in handled:
            for method in one.replies:
                chat = getattr(method, "chat_id", None) or one.incoming.chat or 0
                self._enqueue(Reply(chat, method, deadline))

    def with_shown(self, incoming: Incoming) -> Incoming:
        """Tell the handling which message the person saw last, as far as this process knows."""
        shown = self._shown.get(incoming.chat or 0)
        if shown is None:
            return incoming
        return replace(incoming, shown=shown[0], shown_is_secret=shown[1])

    def is_idle(self) -> bool:
        return not self._queues

    def _enqueue(self, reply: Reply) -> None:
        queue = self._queues.get(reply.chat)
        if queue is not None:
            queue.append(reply)
            return
        if self._group is None:
            raise RuntimeError("the replier is not running")
        self._queues[reply.chat] = deque([reply])
        self._group.create_task(self._drain(reply.chat))

    async def _drain(self, chat: int) -> None:
        """Send what waits for one chat, in order; the reply in hand stays queued until done."""
        queue = self._queues[chat]
        is_leaving = True
        while queue:
            if is_leaving and await self._send(queue[0]):
                queue.popleft()
                continue
            is_leaving = False  # what comes meanwhile takes the same way, so that the order stays
            late = list(queue)
            await self._hand_over(late)
            for _ in late:
                queue.popleft()
        if self._queues.get(chat) is queue:
            del self._queues[chat]

    async def _send(self, reply: Reply) -> bool:
        """True when it is done with, False when the outbox should take it."""
        loop = asyncio.get_running_loop()
        delay = 0.2
        while (left := reply.deadline - loop.time()) > 0:
            try:
                async with asyncio.timeout(left):
                    if counts(reply.method.__api_method__):
                        await asyncio.sleep(self._paces.take(reply.chat, loop.time()))
                    return await self._call(reply)
            except TelegramRetryAfter as trouble:
                if trouble.retry_after >= reply.deadline - loop.time():
                    return False
                await asyncio.sleep(trouble.retry_after)
            except (AiogramError, OSError, TimeoutError) as trouble:
                log.info("reply waits", why=type(trouble).__name__)
                await asyncio.sleep(max(0.0, min(delay, reply.deadline - loop.time())))
                delay *= 2
            except Exception:
                # A bug over one answer must not end everybody's; the outbox tries it once more.
                log.exception("reply failed", method=reply.method.__api_method__)
                return False
        return False

    async def _call(self, reply: Reply) -> bool:
        try:
            result = await self._bot(reply.method)
        except TelegramForbiddenError:
            if reply.chat > 0:
                await self._note_unreachable(reply.chat)
        except TelegramMigrateToChat as trouble:
            moved = reply.method.model_copy(update={"chat_id": trouble.migrate_to_chat_id})
            await self._bot(moved)
        except TelegramBadRequest as trouble:
            return await self._refused(reply, trouble)
        else:
            if isinstance(result, Message) and isinstance(reply.method, SendMessage):
                is_secret = reply.method.protect_content is True
                if result.message_id:  # 0: shown to one member of a group, and not to be edited
                    self._remember(reply.chat, result.message_id, is_secret)
                if is_secret and reply.chat > 0:
                    await self._note_shown(reply.chat, result.message_id)
        return True

    async def _refused(self, reply: Reply, trouble: TelegramBadRequest) -> bool:
        if any(words in trouble.message for words in HARMLESS):
            return True
        method = reply.method
        if isinstance(method, EditMessageText) and any(w in trouble.message for w in SEND_ANEW):
            if len(self._queues.get(reply.chat, ())) > 1:
                return True  # a newer answer follows; this question is of the past
            anew = SendMessage.model_construct(
                chat_id=reply.chat,
                text=method.text or "",
                parse_mode=method.parse_mode,
                reply_markup=method.reply_markup,
                protect_content=True if isinstance(method, ProtectedEdit) else None,
            )
            return await self._call(Reply(reply.chat, anew, reply.deadline))
        log.error("reply refused", method=method.__api_method__, why=trouble.message[:80])
        return True

    def _remember(self, chat: int, message_id: int, is_secret: bool) -> None:
        self._shown[chat] = message_id, is_secret
        self._shown.move_to_end(chat)
        if len(self._shown) > REMEMBERED_CHATS:
            self._shown.popitem(last=False)

    async def _note_shown(self, chat: int, message_id: int) -> None:
        try:
            await self._transaction.note_shown(chat, message_id)
        except StorageTrouble:
            log.warning("shown question not noted")

    async def _note_unreachable(self, chat: int) -> None:
        try:
            await self._transaction.note_unreachable(chat)
        except StorageTrouble:
            log.warning("unreachable person not noted")

    async def _hand_over(self, replies: Sequence[Reply], tries: int = 60) -> None:
        """What cannot leave now becomes outbox rows, sealed: answers may show a case."""
        now = self._clock.now()
        rows = [row for reply in replies if (row := self._row(reply, now)) is not None]
        if not rows:
            return
        for attempt in range(1, tries + 1):
            try:
                await self._transaction.hand_over(rows)
            except StorageTrouble:
                if attempt == tries:
                    log.error("replies lost: the database does not answer", count=len(rows))
                    return
                await asyncio.sleep(HAND_OVER_PAUSE)
            else:
                return

    def _row(self, reply: Reply, now: datetime) -> dict[str, Any] | None:
        if isinstance(reply.method, AnswerCallbackQuery | Album | Fleeting):
            return None  # only good for seconds, or never to be written down
        params = as_params(reply.method)
        params.pop("chat_id", None)
        return delivery(
            reply.chat,
            reply.method.__api_method__,
            params,
            priority=Priority.ANSWER,
            now=now,
            seal_with=self._vault,
        )


def as_params(method: TelegramMethod[Any]) -> dict[str, Any]:
    """A call as plain JSON values, without the defaults that the library would fill in."""
    dumped = method.model_dump(exclude_none=True, warnings=False)
    return {name: value for name, value in dumped.items() if not isinstance(value, Default)}
