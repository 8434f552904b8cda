"""Stands between the sandbox and the replicas of `cikar webhook`, as a load balancer does."""

import asyncio
import itertools
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

import httpx
from aiohttp import web

HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = "a-secret-of-these-tests"


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Relay:
    """Passes each update on to the next replica in turn; while ``holds``, keeps them instead."""

    targets: Sequence[str]
    port: int = field(default_factory=free_port)
    holds: bool = False
    held: list[bytes] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._turn = itertools.cycle(self.targets)
        self.came = asyncio.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/telegram", self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        self._http = httpx.AsyncClient(timeout=30, trust_env=False)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        await self._http.aclose()

    async def _receive(self, request: web.Request) -> web.Response:
        body = await request.read()
        if self.holds:
            self.held.append(body)
            self.came.set()
            return web.Response()
        return web.Response(status=await self.passes_on(body))

    async def passes_on(self, body: bytes, secret: str | None = SECRET) -> int:
        """Give an update to the next replica. Returns its answer's status."""
        headers = {} if secret is None else {HEADER: secret}
        answer = await self._http.post(next(self._turn), content=body, headers=headers)
        self.statuses.append(answer.status_code)
        return answer.status_code

    async def holds_so_many(self, number: int) -> None:
        async with asyncio.timeout(10):
            while len(self.held) < number:
                self.came.clear()
                await self.came.wait()
