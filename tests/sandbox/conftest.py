"""A sandbox on a free port, a bare Bot API caller and the people's client."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import telegram.ext
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.client import SandboxClient
from sandbox.limits import Limits
from sandbox.server import Sandbox

Json = dict[str, Any]


class Api:
    """Calls methods over HTTP and returns Telegram's whole answer."""

    def __init__(self, box: Sandbox) -> None:
        self.token = box.token
        self.http = httpx.AsyncClient(base_url=box.base_url, timeout=30)

    async def raw(self, method: str, **params: Any) -> Json:
        response = await self.http.post(f"/bot{self.token}/{method}", json=params)
        body: Json = response.json()
        assert body["ok"] == (response.status_code == 200)
        return body

    async def __call__(self, method: str, **params: Any) -> Any:
        body = await self.raw(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and wording of the refusal."""
        body = await self.raw(method, **params)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def updates(self, **params: Any) -> list[Json]:
        found: list[Json] = await self("getUpdates", **params)
        return found


async def poll_begun(box: Sandbox) -> None:
    """Waits until the bot's first getUpdates is under way."""
    while not box.world.updates.polls:
        await box.world.updates.signal.wait(5)


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(limits=Limits.off(), check_answers=True, webhook_wait=0.01) as sandbox:
        yield sandbox


@pytest.fixture
async def api(box: Sandbox) -> AsyncIterator[Api]:
    caller = Api(box)
    yield caller
    await caller.http.aclose()


@pytest.fixture
async def people(box: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(box.base_url) as client:
        yield client


@pytest.fixture
async def aiogram_bot(box: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.base_url))
    async with Bot(box.token, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(box: Sandbox) -> AsyncIterator[telegram.ext.ExtBot[None]]:
    bot: telegram.ext.ExtBot[None] = telegram.ext.ExtBot(
        box.token, base_url=f"{box.base_url}/bot", base_file_url=f"{box.base_url}/file/bot"
    )
    async with bot:
        yield bot
