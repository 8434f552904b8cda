"""The schema: it can be built from nothing, and is what the models say, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migrate import differences, head, revision, upgrade
from storage.models import Kampung, PersonRow, WorkingGroupChat
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


FIRST_ROWS = (
    "insert into regions (code, name, kind, source) values ('19', 'Babel', 'province', 'test')",
    "insert into people (id, telegram_id, name, language, consent_version, consent_at, reachable,"
    " created_at) values (1, 101, ' Siti  AMINAH', 'id', 1, '2026-11-01 00:00:00', true,"
    " '2026-11-01 00:00:00')",
    "insert into people (id, telegram_id, name, language, consent_version, consent_at, reachable,"
    " created_at) values (2, 102, 'Budi', 'id', 1, '2026-11-02 00:00:00', false,"
    " '2026-11-02 00:00:00')",
    "insert into kampung (id, region_code, name, created_at)"
    " values (1, '19', 'Kampung Lama', '2026-11-01 00:00:00')",
    "insert into groups (chat_id, region_code, title, state, bound_by, bound_at)"
    " values (-2001, '19', 'POKJA', 'active', 1, '2026-11-01 00:00:00')",
)


async def test_what_the_first_version_kept_is_there_after_the_upgrade(empty: Database) -> None:
    await upgrade(empty, to="0001")
    async with empty.session() as session:
        for statement in FIRST_ROWS:
            await session.execute(text(statement))
        await session.commit()

    await upgrade(empty)

    async with empty.session() as session:
        person = await session.get_one(PersonRow, 1)
        away = await session.get_one(PersonRow, 2)
        kampung = await session.get_one(Kampung, 1)
        group = await session.get_one(WorkingGroupChat, -2001)
    assert (person.name, person.search_name, person.phone) == (" Siti  AMINAH", "siti aminah", None)
    assert (person.unreachable_since, away.unreachable_since) == (None, away.consent_at)
    assert (kampung.stage, kampung.checklist, kampung.poktan) == ("preparation", {}, [])
    assert (kampung.closed_at, group.state, group.told_at) == (None, "active", None)
    assert await differences(empty) == []
