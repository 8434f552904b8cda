"""The token's rate budget in the database, for several processes that send for one bot."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import ColumnElement, Float, case, cast, func, literal, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.models import Pace

NAME = "token"


async def prepare(session: AsyncSession) -> None:
    """Make sure the row is there."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(Pace).values(name=NAME, next_at=0.0).on_conflict_do_nothing()
    )


async def reserve(session: AsyncSession, interval: float) -> float:
    """Take the next free slot. Returns the seconds to wait for it.

    PostgreSQL's own clock counts there, since machines' clocks differ.
    """
    await session.connection()  # SQLite's lock comes first: the wait for it must not count as now
    now: ColumnElement[float] = literal(time.time())
    if session.get_bind().dialect.name != "sqlite":
        now = cast(func.extract("epoch", func.clock_timestamp()), Float)
    slot = case((Pace.next_at > now, Pace.next_at), else_=now) + interval
    wait = await session.scalar(
        update(Pace)
        .where(Pace.name == NAME)
        .values(next_at=slot)
        .returning(Pace.next_at - now - interval)
        .execution_options(synchronize_session=False)
    )
    return float(wait or 0.0)


def shared_acquire(database: Database, per_second: float) -> Callable[[], Awaitable[None]]:
    """The waiting of one call, against the row that all processes share."""

    async def acquire() -> None:
        async with database.write() as session:
            wait = await reserve(session, 1 / per_second)
        if wait > 0:
            await asyncio.sleep(wait)

    return acquire
