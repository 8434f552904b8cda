"""Reaches out through python-telegram-bot: one call, its turn in the budget, its outcome."""

import os
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import ExitStack
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import SecretStr
from telegram import InputFile, Message, MessageId
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.budget import Budget, counts
from bot.settings import TelegramSettings
from broadcasts.outcomes import (
    Blocked,
    Gone,
    Later,
    Moved,
    NotBegun,
    Outcome,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from storage.claims import Claimed
from storage.files import Attachment
from storage.outbox import Priority

GONE = (
    "chat not found",
    "message to edit not found",
    "message to delete not found",
    "message can't be deleted",
    "message can't be edited",
    "wrong file identifier",
    "group chat was deactivated",
    "user is deactivated",
)
SETTLED = ("message is not modified",)
PATIENCE = {"read_timeout": 120.0, "write_timeout": 60.0}
"""Seconds for a large file: Telegram answers once it has all of it, and what times out is sent
again."""
NO_CHAT = ("setMyCommands", "deleteMyCommands")
"""Calls about a chat that name it in their scope and take no ``chat_id``."""

# Flood waits as timedelta; without it every 429 warns of a change to come.
os.environ.setdefault("PTB_TIMEDELTA", "1")


JSONDict: TypeAlias = dict[str, Any]


class NotOurs(Exception):
    """The row slipped away between its turn and its request."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the rate limiter needs to know of the delivery whose call passes through it."""

    priority: int
    begin: Callable[[], Awaitable[bool]]


_turn: ContextVar[Turn | None] = ContextVar("turn", default=None)


class SharedBudget(BaseRateLimiter[int]):
    """python-telegram-bot's hook: draws from the one budget, then marks the row as begun.

    Takes the place of ``AIORateLimiter``, which lets 59 out in the first second and lifts its
    halt early (issue #5338). Flood waits are the delivery loop's business.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | JSONDict | list[JSONDict]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> bool | JSONDict | list[JSONDict]:
        turn = _turn.get()
        if counts(endpoint):
            await self._budget.draw(turn.priority if turn else Priority.ANSWER)
        if turn is not None and not await turn.begin():
            raise NotOurs
        return await callback(*args, **kwargs)


class BareBot(ExtBot[int]):
    """The library's bot, which also makes calls by Telegram's own names."""

    async def bare(self, method: str, params: Mapping[str, Any]) -> Any:
        """The bare ``result``. ``do_api_request`` warns of every call that it has a method for,
        whose answer would be its own objects and not Telegram's JSON."""
        return await self._post(method, dict(params))


class Sender:
    """One bot of python-telegram-bot for deliveries."""

    def __init__(self, settings: TelegramSettings, token: SecretStr, budget: Budget) -> None:
        base = settings.api_base.rstrip("/")
        request = HTTPXRequest(
            connection_pool_size=settings.connections,
            read_timeout=10,
            write_timeout=10,
            connect_timeout=5,
            pool_timeout=30,
        )
        self._bot = BareBot(
            token.get_secret_value(),
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=request,
            rate_limiter=SharedBudget(budget),
        )
        self._request = request

    async def open(self) -> None:
        await self._request.initialize()

    async def close(self) -> None:
        await self._request.shutdown()

    async def send(
        self,
        row: Claimed,
        method: str,
        params: Mapping[str, Any],
        begin: Callable[[], Awaitable[bool]],
    ) -> Outcome:
        """Make the call of one claimed row. ``begin`` is awaited right before the request."""
        _turn.set(Turn(row.priority, begin))
        with ExitStack() as opened:
            try:
                files = _uploads(params, opened)
                if any(_is_large(value) for value in params.values()):
                    files |= PATIENCE
                result = await self._call(method, {"chat_id": row.chat_id, **files})
            except NotOurs:
                return NotBegun()
            except TelegramError as error:
                return outcome_of(error)
        return Sent(_message_id(result))

    async def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """The bare result of a call that sends nothing. Raises ``TelegramError``."""
        _turn.set(None)
        return await self._bot.bare(method, params)

    async def _call(self, method: str, params: Mapping[str, Any]) -> Any:
        """The library's own method where it has one, else the bare endpoint."""
        if method in NO_CHAT:
            bare = {name: value for name, value in params.items() if name != "chat_id"}
            return await self._bot.bare(method, bare)
        known = getattr(self._bot, snake(method), None)
        if known is not None:
            return await known(**params)
        return await self._bot.do_api_request(method, api_kwargs=dict(params))


def _uploads(params: Mapping[str, Any], opened: ExitStack) -> dict[str, Any]:
    """The parameters with files as the library uploads them, under the names people see."""
    return {
        name: _upload(value, opened) if isinstance(value, Attachment) else value
        for name, value in params.items()
    }


def _is_large(value: Any) -> bool:
    return isinstance(value, Attachment) and value.path is not None


def _upload(file: Attachment, opened: ExitStack) -> InputFile:
    """From memory, or read from the disk piece by piece while it is sent."""
    if file.path is None:
        return InputFile(file.content, filename=file.name, attach=False)
    handle = Path(file.path).open("rb")  # noqa: SIM115 -- closed after the request
    opened.enter_context(handle)
    return InputFile(handle, filename=file.name, attach=False, read_file_handle=False)


def _message_id(result: Any) -> int | None:
    """The id of the message a call made; of an album its first."""
    if isinstance(result, list | tuple) and result:
        result = result[0]
    if isinstance(result, Message | MessageId):
        return result.message_id
    return result.get("message_id") if isinstance(result, dict) else None


def snake(method: str) -> str:
    """``sendMessage`` as the library names it: ``send_message``."""
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), method)


def outcome_of(error: TelegramError) -> Outcome:
    """Sort an error into an outcome; the narrow kinds first, since BadRequest is a NetworkError."""
    text = error.message
    match error:
        case RetryAfter():
            wait = error.retry_after
            return Later(wait if isinstance(wait, timedelta) else timedelta(seconds=wait))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Blocked(text)
        case InvalidToken() | Conflict() | EndPointNotFound():
            return Retry(type(error).__name__)
        case BadRequest():
            return _bad_request(text)
        case TimedOut():
            return Uncertain("timed out") if not _never_left(error) else Retry("timed out")
        case NetworkError():
            return _network(error)
        case _:
            # An answer that cannot be read: the message may well have arrived.
            return Uncertain(type(error).__name__)


def _bad_request(text: str) -> Outcome:
    low = text.lower()
    if any(words in low for words in SETTLED):
        return Sent(None)
    if any(words in low for words in GONE):
        return Gone(text)
    return Refused(text)


def _network(error: NetworkError) -> Outcome:
    """A server's error or no connection took no effect; a connection that broke may have."""
    if error.__cause__ is None or _never_left(error):
        return Retry("server error" if error.__cause__ is None else "no connection")
    return Uncertain("connection broke")


def _never_left(error: TelegramError) -> bool:
    cause = type(error.__cause__).__name__
    return cause in ("ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol")
