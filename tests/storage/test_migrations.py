"""The schema: it can be built from nothing, and is what the models say, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migrate import differences, head, revision, upgrade
from tests.databases import PostgresServer


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database nobody has migrated."""
    if request.param == "sqlite":
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new' / 'cikar.sqlite'}")
        yield database
        await database.close()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = await server.create()
    database = Database(server.url_of(name))
    yield database
    await database.close()
    await server.drop(name)


async def test_an_empty_database_is_brought_to_this_version(empty: Database) -> None:
    assert await revision(empty) is None

    await upgrade(empty)

    assert await revision(empty) == head()
    async with empty.session() as session:
        assert await session.scalar(text("select count(*) from deliveries")) == 0


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    await upgrade(database)

    assert await revision(database) == head()
    async with database.session() as session:
        assert await session.scalar(text("select count(*) from regions")) == 448


async def test_the_models_and_the_migrated_schema_agree(database: Database) -> None:
    assert await differences(database) == []


async def test_a_column_the_models_know_and_the_schema_lacks_is_told(database: Database) -> None:
    async with database.session() as session:
        await session.execute(text("alter table deliveries drop column outcome"))
        await session.commit()

    found = [change[:2] for change in await differences(database)]

    assert found == [("add_column", None)]
