"""Opens what every command needs: the settings, the database, the key, the regions.

Imports no Telegram library, so that `check`, `migrate` and `--help` start at once.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, SystemClock
from bot.errors import StorageTrouble, Unready
from bot.rules.hint_book import HintBook
from bot.rules.regions import Book
from bot.settings import Settings
from storage.database import Database
from storage.hints import open_hints
from storage.migrate import head, revision
from storage.regions import open_book
from storage.secrets import Vault, load_vault

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Core:
    """What is opened once and shared. ``vault`` is None when there is no case key."""

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault | None
    book: Book
    hints: HintBook


@asynccontextmanager
async def open_core(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Core]:
    """Open the database and read what does not change.

    Raises :class:`Unready` when the database cannot be reached or is not migrated. A missing
    case key is told in the log: reports then show the numbers and store nothing.
    """
    database = Database(settings.database.url, pool=settings.database.pool)
    try:
        await require_migrated(database)
        vault = vault_or_none(settings)
        async with database.session() as session:
            book, hints = await open_book(session), await open_hints(session)
        yield Core(settings, clock or SystemClock(), database, vault, book, hints)
    finally:
        await database.close()


async def require_migrated(database: Database) -> None:
    """Raise :class:`Unready` unless the database is there and of this version's shape."""
    shown = make_url(database.url).render_as_string(hide_password=True)
    try:
        found = await revision(database)
    except (SQLAlchemyError, StorageTrouble, OSError) as trouble:
        raise Unready(
            f"The database {shown} cannot be reached ({type(trouble).__name__}); "
            "check database.url in config.toml or CIKAR_DATABASE_URL."
        ) from None
    if found != head():
        raise Unready(
            f"The database {shown} is at version {found or 'none'}, this program needs {head()}; "
            "run `cikar migrate`."
        )


def database_path(settings: Settings) -> Path | None:
    """Where the SQLite file lies; None on PostgreSQL."""
    url = make_url(settings.database.url)
    return Path(url.database) if url.drivername.startswith("sqlite") and url.database else None


def vault_or_none(settings: Settings) -> Vault | None:
    """The vault, or None with one sentence in the log."""
    try:
        return load_vault(settings.secrets.case_key_file, database_path(settings))
    except Unready as trouble:
        log.error(str(trouble))
        return None
