"""Fetches the contents of files from Telegram's file address, and from nowhere else.

The address holds the bot's token: no error, log line or outcome ever names it.
"""

import asyncio
from typing import Protocol
from urllib.parse import quote

import httpx
from pydantic import SecretStr

from bot.settings import TelegramSettings

CONNECT_SECONDS, SILENCE_SECONDS, WHOLE_SECONDS = 5.0, 15.0, 120.0
"""How long a connection, the next bytes and the whole file may take."""


class TooBig(Exception):
    """The file is larger than what is fetched."""


class NotThere(Exception):
    """Telegram knows no such file, or not at this moment."""


class DownloadTrouble(Exception):
    """The network or the server failed: worth another try. Says what, never where."""


class Fetches(Protocol):
    """Gets the content of a file by the path that ``getFile`` told."""

    async def fetch(self, path: str, most: int) -> bytes:
        """The content, of at most that many bytes.

        Raises :class:`TooBig`, :class:`NotThere` or :class:`DownloadTrouble`.
        """
        ...


class Unconnected:
    """Where nothing is fetched."""

    async def fetch(self, path: str, most: int) -> bytes:
        raise DownloadTrouble("no downloads here")


class Downloads:
    """Telegram's file address over HTTP, one file at a time. ``close`` it at the end."""

    def __init__(
        self,
        settings: TelegramSettings,
        token: SecretStr,
        *,
        silence: float = SILENCE_SECONDS,
        whole: float = WHOLE_SECONDS,
    ) -> None:
        base = f"{settings.api_base.rstrip('/')}/file/bot{token.get_secret_value()}/"
        self._base = SecretStr(base)
        self._whole = whole
        self._client = httpx.AsyncClient(
            follow_redirects=False,  # whoever could redirect would get to read the token's files
            timeout=httpx.Timeout(silence, connect=CONNECT_SECONDS),
            # Nothing is unpacked on the way: what is counted is what arrives.
            headers={"Accept-Encoding": "identity"},
        )

    async def close(self) -> None:
        await self._client.aclose()

    async def fetch(self, path: str, most: int) -> bytes:
        """See :class:`Fetches`."""
        if path.startswith("/") or ".." in path.split("/"):
            # A local Bot API server names places on its own disk.
            raise DownloadTrouble("not a path at Telegram")
        try:
            async with asyncio.timeout(self._whole):
                return await self._stream(path, most)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, TimeoutError) as trouble:
            # Not chained: the library's errors hold the address.
            why = type(trouble).__name__
        raise DownloadTrouble(why)

    async def _stream(self, path: str, most: int) -> bytes:
        async with self._client.stream(
            "GET", self._base.get_secret_value() + quote(path)
        ) as response:
            _check(response, most)
            content = bytearray()
            async for chunk in response.aiter_raw():
                content += chunk
                if len(content) > most:
                    raise TooBig
            return bytes(content)


def _check(response: httpx.Response, most: int) -> None:
    """What the first lines of the answer tell already."""
    if response.status_code == httpx.codes.NOT_FOUND:
        raise NotThere
    if response.status_code != httpx.codes.OK:
        raise DownloadTrouble(f"status {response.status_code}")
    if int(response.headers.get("Content-Length", "0")) > most:
        raise TooBig
