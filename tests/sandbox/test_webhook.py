"""Webhooks: the secret, retries, order, and methods called in the answer."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.conftest import Api, poll_begun


@dataclass
class Receiver:
    """A bot's end of a webhook: keeps what came and answers what it is told to."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    answer: dict[str, Any] | None = None
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.came.set()
        status = self.statuses.pop(0) if self.statuses else 200
        answer, self.answer = self.answer, None
        return web.json_response(answer or {}, status=status)

    async def until(self, number: int) -> None:
        async with asyncio.timeout(5):
            while len(self.got) < number:
                self.came.clear()
                await self.came.wait()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(
    api: Api, people: SandboxClient, receiver: Receiver
) -> None:
    siti = await people.person("Siti", id=101)
    await siti.says("sebelum")
    await api("setWebhook", url=receiver.url, secret_token="rahasia_1")
    await siti.says("sesudah")
    await receiver.until(2)
    assert [u["message"]["text"] for u in receiver.got] == ["sebelum", "sesudah"]
    assert receiver.secrets == ["rahasia_1"] * 2


async def test_a_refused_update_comes_again_in_order(
    api: Api, people: SandboxClient, receiver: Receiver
) -> None:
    receiver.statuses = [500, 503]
    await api("setWebhook", url=receiver.url)
    siti = await people.person("Siti", id=101)
    await siti.says("satu")
    await siti.says("dua")
    await receiver.until(4)
    assert [u["message"]["text"] for u in receiver.got] == ["satu", "satu", "satu", "dua"]
    info = await api("getWebhookInfo")
    assert info["url"] == receiver.url
    assert info["last_error_message"].startswith("Wrong response from the webhook: 503")


async def test_polling_and_a_webhook_exclude_each_other(
    box: Sandbox, api: Api, people: SandboxClient
) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api.refused("getUpdates", timeout=30))
        await poll_begun(box)
        await api("setWebhook", url="http://127.0.0.1:9/nobody")
    assert poll.result()[0] == 409
    code, words = await api.refused("getUpdates")
    assert (code, words[:53]) == (409, "Conflict: can't use getUpdates method while webhook i")
    siti = await people.person("Siti", id=101)
    await siti.says("menunggu")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    assert await api("deleteWebhook", drop_pending_updates=True)
    assert await api.updates() == []


async def test_the_answer_may_call_a_method(
    api: Api, people: SandboxClient, receiver: Receiver
) -> None:
    await api("setWebhook", url=receiver.url)
    receiver.answer = {"method": "sendMessage", "chat_id": 101, "text": "lewat jawaban"}
    siti = await people.person("Siti", id=101)
    await siti.says("halo")
    await siti.sees("lewat jawaban")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_telegram_would_refuse(
    api: Api, params: dict[str, str], words: str
) -> None:
    refusal = await api.refused("setWebhook", **{"url": "https://example.org/", **params})
    assert refusal == (400, f"Bad Request: {words}")
