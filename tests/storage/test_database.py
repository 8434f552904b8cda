"""How the database is opened: durable, private, and honest about trouble."""

import asyncio
import itertools
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import StorageTrouble, Unready
from storage.database import Database
from storage.models import HandledUpdate, PersonRow
from tests.databases import PostgresServer, another
from tests.storage.batches import mark_handled
from tests.storage.building import NOW, a_person


async def one(database: Database, sql: str) -> object:
    async with database.session() as session:
        return await session.scalar(text(sql))


async def running(database: Database, statements: list[str]) -> None:
    async with database.session() as session:
        for sql in statements:
            await session.execute(text(sql))


async def test_sqlite_is_durable_and_keeps_foreign_keys(sqlite_database: Database) -> None:
    assert await one(sqlite_database, "pragma journal_mode") == "wal"
    assert await one(sqlite_database, "pragma synchronous") == 2  # FULL
    assert await one(sqlite_database, "pragma foreign_keys") == 1
    assert await one(sqlite_database, "pragma secure_delete") == 1
    with pytest.raises(IntegrityError):
        async with sqlite_database.write() as session:
            await session.execute(
                text(
                    "insert into kampung (id, region_code, name, created_at) "
                    "values (1, '99.99', 'x', '2026-01-01')"
                )
            )


async def test_a_new_file_and_its_log_are_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cikar.sqlite"
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.write() as session:
        await session.execute(text("create table t (x)"))

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    await database.close()

    assert modes == {"cikar.sqlite": 0o600, "cikar.sqlite-wal": 0o600, "cikar.sqlite-shm": 0o600}


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
def test_a_database_that_would_be_forgotten_is_refused(url: str) -> None:
    with pytest.raises(Unready, match=r"database\.url must name a file"):
        Database(url)


async def test_times_come_back_aware_and_naive_ones_are_refused(database: Database) -> None:
    async with database.write() as session:
        await mark_handled(session, [1], NOW)
    async with database.session() as session:
        row = await session.get(HandledUpdate, 1)
    assert row is not None
    assert row.at == NOW
    assert row.at.utcoffset() is not None

    with pytest.raises(StatementError):
        async with database.session() as session:
            await mark_handled(session, [2], datetime(2026, 1, 1))  # noqa: DTZ001


async def test_what_is_not_committed_is_gone(database: Database) -> None:
    async with database.session() as session:
        await mark_handled(session, [1], NOW)

    assert await one(database, "select count(*) from handled_updates") == 0


async def test_a_second_process_reads_and_writes_the_same_file(sqlite_database: Database) -> None:
    async def mark(place: Database, number: int) -> None:
        async with place.write() as session:
            await mark_handled(session, [number], NOW)

    async with another(sqlite_database) as elsewhere:
        await asyncio.gather(
            *(
                mark(place, n + k)
                for k, place in ((0, sqlite_database), (50, elsewhere))
                for n in range(20)
            )
        )

    assert await one(sqlite_database, "select count(*) from handled_updates") == 40


async def test_work_cut_off_anywhere_leaves_the_file_free(sqlite_database: Database) -> None:
    """A stop may come in the middle of a begin, a statement, a commit or a roll-back."""

    async def write(place: Database) -> None:
        for number in itertools.count():
            async with place.write() as session:
                await mark_handled(session, [number], NOW)

    for step in range(40):
        async with another(sqlite_database) as cut_off:
            task = asyncio.create_task(write(cut_off))
            await asyncio.sleep(step / 10_000)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        async with asyncio.timeout(5), sqlite_database.write() as session:
            await session.execute(text("delete from handled_updates"))


@pytest.mark.postgres
async def test_a_server_that_is_not_there_is_trouble_and_no_bug() -> None:
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageTrouble):
        async with database.session() as session:
            await session.scalar(text("select 1"))
    await database.close()


@pytest.mark.postgres
@pytest.mark.parametrize(
    "statements",
    [
        ["select pg_terminate_backend(pg_backend_pid())"],
        ["set local statement_timeout = 1", "select pg_sleep(9)"],
        ["set local lock_timeout = 1", "lock table people"],
        ["do $$ begin raise sqlstate '40P01'; end $$"],
        ["do $$ begin raise sqlstate '53100'; end $$"],
    ],
)
async def test_a_server_in_trouble_is_trouble_and_no_bug(
    postgres_database: Database, statements: list[str]
) -> None:
    async with postgres_database.session() as other:
        await other.execute(text("lock table people"))
        with pytest.raises(StorageTrouble):
            await running(postgres_database, statements)

    assert await one(postgres_database, "select 1") == 1


@pytest.mark.postgres
async def test_a_server_that_takes_no_connections_is_trouble(
    postgres: PostgresServer, postgres_database: Database
) -> None:
    name = postgres_database.engine.url.database
    await postgres.command(f'alter database "{name}" allow_connections false')
    with pytest.raises(StorageTrouble):
        await one(postgres_database, "select 1")

    await postgres.command(f'alter database "{name}" allow_connections true')
    assert await one(postgres_database, "select 1") == 1


async def test_a_bug_is_no_trouble(database: Database) -> None:
    await a_person(database, 1)
    with pytest.raises(IntegrityError):
        await a_person(database, 1)
    async with database.session() as session:
        assert await session.get(PersonRow, 0) is None


async def test_emptying_the_log_waits_for_no_reader_and_says_so(sqlite_database: Database) -> None:
    path = Path(sqlite_database.engine.url.database or "")
    wal = path.with_name(path.name + "-wal")
    async with sqlite_database.write() as session:
        await a_written_row(session)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from people").fetchone()
        async with sqlite_database.write() as session:
            await session.execute(text("delete from handled_updates"))
        assert not await sqlite_database.checkpoint()
        assert await one(sqlite_database, "pragma busy_timeout") == 30_000
        assert wal.stat().st_size > 0
        reader.execute("rollback")
    assert await sqlite_database.checkpoint()
    assert wal.stat().st_size == 0


async def a_written_row(session: AsyncSession) -> None:
    session.add(HandledUpdate(update_id=1, at=NOW))
    await session.flush()
