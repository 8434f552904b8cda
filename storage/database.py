"""Opens the database: one durable SQLite file, or a pool of PostgreSQL connections."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from bot.errors import StorageTrouble, Unready


class Database:
    """An engine and how to open a session on it.

    SQLite has one connection: writers queue in the process instead of waiting busily on the
    file's lock (many connections that read, then write, waited 2-5 s at the 99th percentile).
    """

    def __init__(self, url: str, *, pool: int = 8) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgres(url, pool)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A session that is rolled back unless its user commits.

        Raises :class:`StorageTrouble` when the database cannot be reached or is busy.
        """
        try:
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                yield session
        except (OperationalError, InterfaceError, PoolTimeout, OSError) as trouble:
            raise StorageTrouble(str(trouble.__class__.__name__)) from trouble
        except DBAPIError as trouble:
            if trouble.connection_invalidated:
                raise StorageTrouble("connection lost") from trouble
            raise

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A short transaction of its own, durable at the end of the block: for an operator's
        command and the rate budget. Updates and deliveries commit at their own two edges."""
        async with self.session() as session, session.begin():
            yield session

    async def close(self) -> None:
        await self.engine.dispose()


def _sqlite(url: str) -> AsyncEngine:
    path = make_url(url).database
    if not path or path == ":memory:":
        raise Unready("database.url must name a file: sqlite+aiosqlite:///data/cikar.sqlite")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    if not Path(path).exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    engine = create_async_engine(
        url,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,
        connect_args={"timeout": 30, "isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _sqlite_pragmas)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _sqlite_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=30000",
        "secure_delete=ON",
        "cache_size=-65536",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    # A deferred transaction that turns into a writer cannot wait: SQLite refuses it at once.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgres(url: str, pool: int) -> AsyncEngine:
    return create_async_engine(
        url, pool_size=pool, max_overflow=pool, pool_pre_ping=True, hide_parameters=True
    )
