"""The sandbox itself: builds the parts, serves them on loopback, and takes them down again."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox import control, page, routes, user_api
from sandbox.dispatch import Dispatcher
from sandbox.faults import Faults
from sandbox.keeping import Keeper
from sandbox.limits import Limits
from sandbox.people import Profile
from sandbox.webhook import Pusher
from sandbox.world import World

TOKEN = "42:SANDBOX"  # noqa: S105 - a made-up token of a made-up server
MOST_BODY = 60 * 1024 * 1024
GRACE_SECONDS = 0.2


class Sandbox:
    """A local Bot API server for one bot.

    Args:
        tokens: accepted tokens, `<digits>:<anything>`, all of the same bot; the first gives its id.
        state_file: where chats and unfetched updates are kept; None keeps them in memory.
        limits, faults: as they shall be at the start.
        webhook_wait: seconds before a refused webhook is called again; doubles up to a minute.
        check_answers: hold every answer against aiogram's type for it (slower; for tests).
    """

    def __init__(
        self,
        *,
        tokens: Sequence[str] = (TOKEN,),
        state_file: Path | None = None,
        limits: Limits | None = None,
        faults: Faults | None = None,
        bot_name: str = "Sandbox bot",
        bot_username: str = "sandbox_bot",
        webhook_wait: float = 1.0,
        check_answers: bool = False,
    ) -> None:
        self.token = tokens[0]
        self.base_url = ""
        folder = None if state_file is None else state_file.with_suffix(".files")
        profile = Profile(int(self.token.partition(":")[0]), bot_name, bot_username)
        self.world = World(bot=profile, tokens=tuple(tokens), folder=folder)
        self.world.limiter.set(limits or Limits())
        self.world.faults.set(faults or Faults())
        self._keeper = None if state_file is None else Keeper(self.world, state_file)
        self._dispatcher = Dispatcher(self.world, check=check_answers)
        self._pusher = Pusher(self.world, self._dispatcher, webhook_wait)
        self._runner: web.AppRunner | None = None
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    def application(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BODY)
        app[routes.WORLD] = self.world
        app[routes.DISPATCHER] = self._dispatcher
        routes.add_routes(app)
        user_api.add_routes(app)
        control.add_routes(app)
        page.add_routes(app)
        return app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Begins to serve; `base_url` then holds the address. Port 0 takes a free one."""
        if self._keeper is not None:
            self._keeper.restore()
        self._runner = web.AppRunner(
            self.application(),
            access_log=None,
            handle_signals=False,
            shutdown_timeout=GRACE_SECONDS,
        )
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port, reuse_address=True).start()
        except OSError:
            await self._runner.cleanup()
            self._runner = None
            raise
        bound = self._runner.addresses[0]
        self.base_url = f"http://{host}:{bound[1]}"
        await self._group.__aenter__()
        self._tasks.append(self._group.create_task(self._pusher.run()))
        if self._keeper is not None:
            self._tasks.append(self._group.create_task(self._keeper.run()))

    async def stop(self) -> None:
        """Ends long polls, streams and deliveries at once, and keeps the state."""
        if self._runner is None:
            return
        self.world.updates.signal.close()
        self.world.events.close()
        self.world.changed.close()
        await self._runner.cleanup()
        self._runner = None
        for task in self._tasks:
            task.cancel()
        await self._group.__aexit__(None, None, None)
        if self._keeper is not None:
            self._keeper.save()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()
