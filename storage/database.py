"""Opens the database: one durable SQLite file, or a pool of PostgreSQL connections."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import PoolResetState

from bot.errors import StorageTrouble, Unready
from storage.embedded import connect

TROUBLES = frozenset({"08", "40", "53", "55", "57", "58"})
"""Classes of PostgreSQL's SQLSTATE that tell of the server's state and not of the statement: no
connection, deadlocks, no room, locks, a stop, a broken disk. Nothing was decided; the same work
may be tried again."""
LONG_WAIT, SHORT_WAIT = 30_000, 200
"""Milliseconds that SQLite waits for another process: a writer, and the emptying of the log."""


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
        with _troubles():
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                yield session

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection within a transaction that is rolled back unless its user commits.

        Raises :class:`StorageTrouble` as :meth:`session` does.
        """
        with _troubles():
            async with self.engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A short transaction of its own, durable at the end of the block: for an operator's
        command and the rate budget. Updates and deliveries commit at their own two edges."""
        async with self.session() as session, session.begin():
            yield session

    async def checkpoint(self) -> bool:
        """On SQLite, bring everything into the file and empty the log beside it, so that erased
        words are in neither. False when another process was reading; nothing on PostgreSQL."""
        if not self.is_sqlite:
            return True
        with _troubles():
            async with self.engine.connect() as connection:
                # The driver itself: SQLite refuses it within a transaction. It would wait for a
                # reader as long as a writer does, and everybody's answers with it.
                driver: Any = (await connection.get_raw_connection()).driver_connection
                await _pragma(driver, f"busy_timeout={SHORT_WAIT}")
                try:
                    busy = await _pragma(driver, "wal_checkpoint(TRUNCATE)")
                finally:
                    await _pragma(driver, f"busy_timeout={LONG_WAIT}")
        return busy is not None and busy[0] == 0

    async def close(self) -> None:
        await self.engine.dispose()


async def _pragma(driver: Any, what: str) -> Any:
    """The first row of a PRAGMA's answer, asked of aiosqlite's own connection."""
    async with driver.execute(f"PRAGMA {what}") as cursor:
        return await cursor.fetchone()


@contextmanager
def _troubles() -> Iterator[None]:
    """Tell trouble with the database from a fault in a statement."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout, OSError) as trouble:
        raise StorageTrouble(str(trouble.__class__.__name__)) from trouble
    except DBAPIError as trouble:
        if trouble.connection_invalidated:
            raise StorageTrouble("connection lost") from trouble
        if _sqlstate(trouble)[:2] in TROUBLES:
            raise StorageTrouble(f"SQLSTATE {_sqlstate(trouble)}") from trouble
        raise


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
        async_creator=lambda *_, **__: connect(path),
    )
    event.listen(engine.sync_engine, "connect", _sqlite_pragmas)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    event.listen(engine.sync_engine, "reset", _roll_back_leftovers)
    return engine


def _sqlite_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={LONG_WAIT}",
        "secure_delete=ON",
        "cache_size=-65536",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _roll_back_leftovers(connection: Any, _record: Any, state: PoolResetState) -> None:
    # After a failed COMMIT SQLAlchemy calls the transaction reset, but SQLite's is still open.
    if state.asyncio_safe and state.transaction_was_reset:
        connection.rollback()


def _begin_immediate(connection: Any) -> None:
    # A deferred transaction that turns into a writer cannot wait: SQLite refuses it at once.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgres(url: str, pool: int) -> AsyncEngine:
    engine = create_async_engine(
        url, pool_size=pool, max_overflow=pool, pool_pre_ping=True, hide_parameters=True
    )
    event.listen(engine.sync_engine, "handle_error", _hide_values)
    return engine


def _hide_values(context: ExceptionContext) -> None:
    """PostgreSQL's details quote rows and keys; asyncpg quotes the value that it cannot encode,
    PostgreSQL the one it cannot convert."""
    error = context.sqlalchemy_exception
    if not isinstance(error, DBAPIError):
        return
    link: Any = error
    while link is not None:
        if getattr(link, "detail", None):
            link.detail = None
        if _sqlstate(error).startswith("22"):
            link.args = (f"data refused, SQLSTATE {_sqlstate(error)}",)
        link = error.orig if link is error else link.__cause__


def _sqlstate(error: DBAPIError) -> str:
    """PostgreSQL's five characters for what went wrong; empty on SQLite."""
    return getattr(error.orig, "sqlstate", None) or ""
