"""Outbound calls up to the network: built and encoded, answered at once, the answer parsed.

Each stub does all that its library does for a call except the HTTP request itself, and remembers
the message that a person sees last, from which that person's next press is made.
"""

import itertools
import json
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup
from telegram.request import BaseRequest, RequestData

from benchmarks.script import AT, BOT_ID, Shown

TOKEN = f"{BOT_ID}:benchmark"
_TRUE = '{"ok":true,"result":true}'
_ME = (
    f'{{"ok":true,"result":{{"id":{BOT_ID},"is_bot":true,"first_name":"CIKAR",'
    '"username":"cikar_bot"}}'
)


def _message(chat: int, number: int) -> str:
    return (
        f'{{"ok":true,"result":{{"message_id":{number},"date":{AT},'
        f'"chat":{{"id":{chat},"type":"private"}},"text":"-"}}}}'
    )


class AiogramStub(AiohttpSession):
    """aiogram's session without its HTTP request."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self._last: dict[int, tuple[int, SendMessage | EditMessageText]] = {}
        self._numbers = itertools.count(1)

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        self.calls += 1
        self.build_form_data(bot, method)
        content = _TRUE
        if isinstance(method, SendMessage | EditMessageText):
            chat = int(method.chat_id or 0)
            number = next(self._numbers)
            if isinstance(method, EditMessageText):
                number = method.message_id or 0
            self._last[chat] = number, method
            content = _message(chat, number)
        return cast(TelegramType, self.check_response(bot, method, 200, content).result)

    def shown(self, chat: int) -> Shown | None:
        """What the person sees last; None when nothing was sent yet."""
        if chat not in self._last:
            return None
        number, method = self._last[chat]
        markup = method.reply_markup
        keyboard: Any = json.loads(markup) if isinstance(markup, str) else markup
        if isinstance(markup, InlineKeyboardMarkup):
            keyboard = markup.model_dump()
        if not isinstance(keyboard, dict) or "inline_keyboard" not in keyboard:
            keyboard = None
        return Shown(number, method.text or "", _without_nothing(keyboard))


class TelegramStub(BaseRequest):
    """python-telegram-bot's request without its HTTP part."""

    def __init__(self) -> None:
        self.calls = 0
        self._last: dict[int, tuple[int, dict[str, Any]]] = {}
        self._numbers = itertools.count(1)

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        if name == "getMe":
            return 200, _ME.encode()
        self.calls += 1
        if request_data is None:
            return 200, _TRUE.encode()
        _ = request_data.multipart_data, request_data.json_parameters
        if name not in ("sendMessage", "editMessageText"):
            return 200, _TRUE.encode()
        params: dict[str, Any] = request_data.parameters
        chat, number = params["chat_id"], params.get("message_id") or next(self._numbers)
        self._last[chat] = number, params
        return 200, _message(chat, number).encode()

    def shown(self, chat: int) -> Shown | None:
        """What the person sees last; None when nothing was sent yet."""
        if chat not in self._last:
            return None
        number, params = self._last[chat]
        return Shown(number, params["text"], params.get("reply_markup"))


def _without_nothing(keyboard: dict[str, Any] | None) -> dict[str, Any] | None:
    """Fields that are not given do not travel."""
    if keyboard is None:
        return None
    rows = [
        [{name: value for name, value in button.items() if value is not None} for button in row]
        for row in keyboard["inline_keyboard"]
    ]
    return {"inline_keyboard": rows}
