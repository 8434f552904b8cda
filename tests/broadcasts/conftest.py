"""An office on the embedded database, and a darkroom whose files come over HTTP."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog

from bot.logs import set_up
from bot.settings import LogSettings
from storage.database import Database
from tests.broadcasts.darkroom import Darkroom
from tests.broadcasts.file_server import Files, serving
from tests.broadcasts.office import Office


@pytest.fixture
def office(sqlite_database: Database) -> Office:
    return Office(sqlite_database)


@pytest.fixture
def logs() -> Iterator[None]:
    """Lines as the program writes them."""
    set_up(LogSettings())
    yield
    structlog.reset_defaults()


@pytest.fixture
async def room(database: Database, tmp_path: Path, logs: None) -> AsyncIterator[Darkroom]:
    files = Files()
    async with serving(files) as downloads:
        yield Darkroom(database, tmp_path / "media", files, downloads)
