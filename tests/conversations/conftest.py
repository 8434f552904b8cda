"""A running bot over a fresh copy of a database that is migrated once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import (
    DatabaseSettings,
    ExportSettings,
    MediaSettings,
    SecretsSettings,
    Settings,
    TelegramSettings,
)
from bot.setup import migrate, write_key
from tests.conversations.driver import RunningBot, running

ROOT = Path(__file__).parents[2]


def settings_in(folder: Path) -> Settings:
    """The project's own settings over a database and a key in this folder; no chat is paced."""
    return Settings(
        telegram=TelegramSettings(per_chat_seconds=0),
        database=DatabaseSettings(url=f"sqlite+aiosqlite:///{folder}/data/cikar.sqlite"),
        secrets=SecretsSettings(case_key_file=str(folder / "secrets" / "case.key")),
        media=MediaSettings(folder=str(folder / "media")),
        export=ExportSettings(folder=str(folder / "exports")),
    )


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file of this version's shape, with all regions."""
    folder = tmp_path_factory.mktemp("migrated")
    asyncio.run(migrate(settings_in(folder), lambda _: None))
    return folder / "data" / "cikar.sqlite"


@pytest.fixture
def settings(tmp_path: Path, migrated: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("CIKAR_CONFIG", str(ROOT / "config.toml"))
    (tmp_path / "data").mkdir()
    shutil.copy(migrated, tmp_path / "data" / "cikar.sqlite")
    write_key(tmp_path / "secrets" / "case.key")
    return settings_in(tmp_path)


@pytest.fixture
async def bot(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RunningBot]:
    async with running(settings, monkeypatch) as bot:
        yield bot
