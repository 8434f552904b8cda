"""A server of files over real HTTP: good, slow, broken, huge or false, as a test wants it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.settings import TelegramSettings
from broadcasts.downloads import Downloads

TOKEN = "42:a-token-nobody-may-read"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Files:
    """What the server was asked for; ``answers`` are given one after the other, the last one for
    good."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: list[Handler] = []
        self.silence = asyncio.Event()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path_qs)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)

    async def falls_silent(self, request: web.Request) -> web.StreamResponse:
        """Half a file, and then nothing."""
        response = web.StreamResponse()
        response.content_length = 500
        await response.prepare(request)
        await response.write(b"half")
        await self.silence.wait()
        return response


def gives(body: bytes = b"isi", status: int = 200, headers: Any = None) -> Handler:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


async def breaks_off(request: web.Request) -> web.StreamResponse:
    """Half a file, and the connection is gone."""
    response = web.StreamResponse()
    response.content_length = 500
    await response.prepare(request)
    await response.write(b"half")
    assert request.transport is not None
    request.transport.abort()
    return response


async def never_ends(request: web.Request) -> web.StreamResponse:
    """Tells no length and sends for ever."""
    response = web.StreamResponse()
    response.enable_chunked_encoding()
    await response.prepare(request)
    while True:
        await response.write(bytes(400))


async def drips(request: web.Request) -> web.StreamResponse:
    """One byte after the other."""
    response = web.StreamResponse()
    response.content_length = 900
    await response.prepare(request)
    while True:
        await response.write(b".")
        await asyncio.sleep(0.02)


@asynccontextmanager
async def serving(files: Files) -> AsyncIterator[Downloads]:
    """The downloads of a bot whose files come from that server; their patience is short."""
    app = web.Application()
    app.router.add_get("/{path:.*}", files.serve)
    async with TestServer(app) as server:
        settings = TelegramSettings(api_base=str(server.make_url("")))
        downloads = Downloads(settings, SecretStr(TOKEN), silence=0.15, whole=0.4)
        try:
            yield downloads
        finally:
            await downloads.close()
            files.silence.set()
