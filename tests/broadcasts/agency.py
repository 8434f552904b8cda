"""The other side of a post: a system of an agency, over real HTTP, that answers as it is told."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True)
class Got:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Agency:
    """Answers with the statuses of ``script``, then with ``always``; ``None`` never answers."""

    script: list[int | None] = field(default_factory=list)
    always: int | None = 200
    got: list[Got] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(Got(request.path_qs, dict(request.headers), await request.read()))
        status = self.script.pop(0) if self.script else self.always
        if status is None:
            await asyncio.Event().wait()
        return web.Response(status=status or 200, headers=self.headers, text="rahasia mereka")


@asynccontextmanager
async def an_agency(**told: Any) -> AsyncIterator[Agency]:
    """A system that listens on this machine."""
    agency = Agency(**told)
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", agency.take)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        agency.url = f"http://127.0.0.1:{runner.addresses[0][1]}/kegiatan?kunci=abc"
        yield agency
    finally:
        await runner.cleanup()
