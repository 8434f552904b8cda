"""Builds places for tests: on SQLite, or on PostgreSQL, with people already registered."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rules.roles import Role
from storage import assignments, kampung, people
from storage.database import Database
from tests.endtoend.place import BRISK, Place, Sections

VILLAGE = "19.01.01.1001"


@dataclass
class Build:
    """Call it for a place; what is given goes over brisk settings."""

    stack: AsyncExitStack
    folder: Path
    database: Database

    async def __call__(self, sandbox: dict[str, Any] | None = None, **sections: Any) -> Place:
        merged: Sections = {
            name: {**BRISK.get(name, {}), **sections.get(name, {})}
            for name in {**BRISK, **sections}
        }
        place = Place(self.folder / "place", self.database.url, merged, **(sandbox or {}))
        return await self.stack.enter_async_context(place)

    async def registers(self, numbers: Sequence[int], role: Role, region: str) -> None:
        """People who accepted an invitation some time ago."""
        now = datetime.now(UTC)
        async with self.database.session() as session:
            for number in numbers:
                person = await people.register(
                    session,
                    telegram_id=number,
                    name=f"Orang {number}",
                    language="id",
                    consent_version=1,
                    now=now,
                )
                await assignments.assign(
                    session,
                    person_id=person,
                    role=role,
                    region=region,
                    granted_by=None,
                    now=now,
                    confirmed=True,
                )
            await session.commit()

    async def has_kampung(self, region: str, name: str) -> None:
        async with self.database.session() as session:
            await kampung.add_kampung(session, region, name, datetime.now(UTC))
            await session.commit()


@pytest.fixture
async def build(sqlite_database: Database, tmp_path: Path) -> AsyncIterator[Build]:
    async with AsyncExitStack() as stack:
        yield Build(stack, tmp_path, sqlite_database)


@pytest.fixture
async def build_on_postgres(postgres_database: Database, tmp_path: Path) -> AsyncIterator[Build]:
    async with AsyncExitStack() as stack:
        yield Build(stack, tmp_path, postgres_database)
