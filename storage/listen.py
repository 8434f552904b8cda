"""Hears PostgreSQL's notifications, so that another process's rows are delivered at once."""

import asyncio
from collections.abc import Callable

import asyncpg
import structlog
from sqlalchemy.engine import make_url

from storage.outbox import CHANNEL

log = structlog.get_logger(__name__)

RETRY_SECONDS = 1.0


async def listen(url: str, ring: Callable[[], None]) -> None:
    """Ring at each notification until cancelled. A lost connection is opened again; meanwhile
    the deliverers' own look, once a second, serves."""
    dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    while True:
        try:
            connection = await asyncpg.connect(dsn)
            lost = asyncio.Event()
            connection.add_termination_listener(lambda *_, lost=lost: lost.set())
            await connection.add_listener(CHANNEL, lambda *_: ring())
            ring()
            try:
                await lost.wait()
            finally:
                await connection.close(timeout=1)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as trouble:
            log.info("no notifications for now", why=type(trouble).__name__)
        await asyncio.sleep(RETRY_SECONDS)
