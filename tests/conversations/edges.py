"""Both libraries' ways to the fake Telegram, in the place of HTTP."""

import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from tests.telegram import FakeTelegram


class AiogramEdge(BaseSession):
    """aiogram's way to the fake."""

    kept: dict[str, Any] = {}
    """Shapes of answers; aiogram builds them anew each time nobody holds them."""

    def __init__(self, telegram: FakeTelegram) -> None:
        super().__init__()
        self._telegram = telegram

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        files: dict[str, Any] = {}
        dumped = method.model_dump(warnings=False).items()
        values = {key: self.prepare_value(value, bot=bot, files=files) for key, value in dumped}
        params = {key: str(value) for key, value in values.items() if value}
        status, body = self._telegram.answer("aiogram", method.__api_method__, params)
        self.kept.setdefault(method.__api_method__, Response[method.__returning__])  # type: ignore[name-defined]
        response = self.check_response(bot, method, status, json.dumps(body))
        return cast(TelegramType, response.result)

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        raise AssertionError("nothing is downloaded in these tests")
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


class DownloadEdge:
    """The way to the contents of the fake's files."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self._telegram = telegram

    async def fetch(self, path: str, most: int) -> bytes:
        """See :class:`broadcasts.downloads.Fetches`."""
        content = self._telegram.content(path.removeprefix("photos/"))
        assert len(content) <= most
        return content


class PtbEdge(BaseRequest):
    """python-telegram-bot's way to the fake; see :func:`ptb_edge`."""

    http_version = "1.1"
    telegram: FakeTelegram

    def __init__(self, *_: object, **__: object) -> None:
        """Takes what HTTPXRequest takes."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = None,
        write_timeout: ODVInput[float] = None,
        connect_timeout: ODVInput[float] = None,
        pool_timeout: ODVInput[float] = None,
    ) -> tuple[int, bytes]:
        params = request_data.json_parameters if request_data else {}
        status, body = self.telegram.answer("ptb", url.rpartition("/")[2], params)
        return status, json.dumps(body).encode()


def ptb_edge(telegram: FakeTelegram) -> type[PtbEdge]:
    """A class to stand where HTTPXRequest stood: no HTTP client, and no certificates to load."""
    return type("Edge", (PtbEdge,), {"telegram": telegram})
