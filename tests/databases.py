"""Fixtures: a migrated database with the province's regions, on SQLite and on PostgreSQL.

``CIKAR_TEST_POSTGRES_URL`` names another server (its user must be allowed to create databases).
Without a server the PostgreSQL half is skipped, and fails where ``CI`` is set.
"""

import asyncio
import itertools
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import URL, make_url

from bot.rules.regions import province_regions
from storage.database import Database
from storage.migrate import upgrade
from storage.region_import import import_regions
from tests.storage.postgres_server import NoServer, postgres_server

SOURCE = "Kepmendagri 300.2.2-2138/2025"


@asynccontextmanager
async def another(database: Database) -> AsyncIterator[Database]:
    """The same database as a second process would open it."""
    second = Database(database.url, pool=2)
    try:
        yield second
    finally:
        await second.close()


@dataclass
class PostgresServer:
    """A running server with a migrated template. ``url`` is that of its own ``postgres``."""

    url: URL
    prefix: str = field(default_factory=lambda: f"cikar_test_{secrets.token_hex(4)}")
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def template(self) -> str:
        return f"{self.prefix}_template"

    def url_of(self, name: str) -> str:
        return self.url.set(database=name).render_as_string(hide_password=False)

    async def command(self, sql: str) -> None:
        """Run what PostgreSQL allows outside transactions only."""
        dsn = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = await asyncpg.connect(dsn)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    async def create(self, template: str = "template0") -> str:
        """A database of its own. ``template0`` gives an empty one."""
        name = f"{self.prefix}_{next(self.numbers)}"
        await self.command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    async def drop(self, name: str) -> None:
        await self.command(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    async def prepare(self) -> None:
        await self.command(f'CREATE DATABASE "{self.template}" TEMPLATE template0')
        await _fill(self.url_of(self.template))


async def _fill(url: str) -> None:
    """Migrate an empty database and load the regions."""
    database = Database(url, pool=2)
    try:
        await upgrade(database)
        async with database.session() as session:
            await import_regions(session, province_regions(), SOURCE)
            await session.commit()
    finally:
        await database.close()


def _apart(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run asynchronous work from a synchronous fixture, away from the tests' own loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file to copy: migrated once, with the regions."""
    path = tmp_path_factory.mktemp("migrated") / "cikar.sqlite"
    _apart(lambda: _fill(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of this run."""
    given = os.environ.get("CIKAR_TEST_POSTGRES_URL")
    if given:
        server = PostgresServer(make_url(given))
        _apart(server.prepare)
        yield server
        _apart(lambda: server.drop(server.template))
        return
    try:
        with postgres_server() as url:
            server = PostgresServer(make_url(url))
            _apart(server.prepare)
            yield server
    except NoServer as why:
        if os.environ.get("CI"):
            pytest.fail(str(why))
        pytest.skip(str(why))


@pytest.fixture
async def sqlite_database(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "cikar.sqlite"
    shutil.copy(migrated_file, path)
    database = Database(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
async def postgres_database(postgres: PostgresServer) -> AsyncIterator[Database]:
    name = await postgres.create(postgres.template)
    database = Database(postgres.url_of(name), pool=4)
    yield database
    await database.close()
    await postgres.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Database:
    """A migrated database with regions; each test runs on both kinds."""
    found = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(found, Database)
    return found
