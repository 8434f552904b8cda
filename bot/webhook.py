"""Updates in by webhook: 200 only after the commit, and only with the right secret."""

import asyncio
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiohttp import web
from sqlalchemy import text

from bot.desk import Desk
from bot.errors import StorageTrouble
from bot.intake import incoming
from bot.replies import Replier
from bot.transaction import UpdateTransaction
from bot.work import Incoming

log = structlog.get_logger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BODY = 1024 * 1024
MOST_TOGETHER = 100


PERSON_LOCKS = text("select pg_advisory_xact_lock(key) from unnest(cast(:keys as bigint[])) as key")


@dataclass(frozen=True, slots=True)
class Request:
    """One update and the future its HTTP answer waits for: True when committed."""

    update: Incoming
    done: asyncio.Future[bool]


class Gatherer:
    """Requests that arrive while a transaction runs share the next one.

    One transaction at a time keeps everybody's updates in the order of their arrival; across
    replicas :func:`person_locks` does.
    """

    def __init__(self, transaction: UpdateTransaction, replier: Replier) -> None:
        self._transaction = transaction
        self._replier = replier
        self._waiting: asyncio.Queue[Request] = asyncio.Queue(1000)

    async def handle(self, update: Incoming) -> bool:
        """Wait until the update is committed. False when it could not be, for now."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        await self._waiting.put(Request(self._replier.with_shown(update), done))
        return await done

    async def run(self) -> None:
        """Commit what waits, until cancelled."""
        while True:
            requests = [await self._waiting.get()]
            while len(requests) < MOST_TOGETHER and not self._waiting.empty():
                requests.append(self._waiting.get_nowait())
            await self._commit(requests)

    async def _commit(self, requests: Sequence[Request]) -> None:
        try:
            handled = await self._transaction.take([one.update for one in requests])
        except StorageTrouble as trouble:
            log.warning("updates not taken", why=str(trouble))
            handled = []
        except Exception:
            # Answered with 503, the updates come again; the others of this process go on.
            log.exception("intake failed")
            handled = []
        self._replier.submit(handled)
        for number, request in enumerate(requests):
            if not request.done.done():
                request.done.set_result(number < len(handled))


async def person_locks(desk: Desk, updates: Sequence[Incoming]) -> None:
    """Serialise each person's updates across replicas, until the commit (PostgreSQL).

    Locks are taken in one order by everybody, so that two replicas never wait for each other.
    """
    senders = sorted({update.sender for update in updates if update.sender is not None})
    if senders:
        await desk.connection.execute(PERSON_LOCKS, {"keys": senders})


def application(bot: Bot, gatherer: Gatherer, path: str, secret: str) -> web.Application:
    """The web application that Telegram calls."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        try:
            raw = json.loads(await request.read())
            update = incoming(raw, bot)
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        return web.Response(status=200 if await gatherer.handle(update) else 503)

    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application(client_max_size=MOST_BODY)
    app.router.add_post(path, receive)
    app.router.add_get("/health", health)
    return app
