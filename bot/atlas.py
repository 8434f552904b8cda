"""Keeps what a process holds in memory up to date, whoever changed it: the territory, hint words.

Both are shared by everything in a process. After its own change a process looks at once, when
that is committed; others see the number of the last change within a minute.
"""

import asyncio

import structlog

from bot.errors import StorageTrouble
from bot.rules.hint_book import HintBook
from bot.rules.regions import Book
from storage import hints as hint_words
from storage.database import Database
from storage.regions import refresh

log = structlog.get_logger(__name__)

EVERY = 60
"""Seconds between two looks at the number of the last change."""


async def look(database: Database, book: Book) -> bool:
    """Bring the book up to date; trouble with the database is left to the next look."""
    try:
        changed = await refresh(database, book)
    except StorageTrouble:
        log.warning("the territory could not be read again")
        return False
    if changed:
        log.info("the territory was read again", regions=len(book))
    return changed


async def look_at_hints(database: Database, hints: HintBook) -> bool:
    """Bring the hint words up to date; trouble with the database is left to the next look."""
    try:
        changed = await hint_words.refresh(database, hints)
    except StorageTrouble:
        log.warning("the hint words could not be read again")
        return False
    if changed:
        log.info("the hint words were read again")
    return changed


async def keep(database: Database, book: Book, hints: HintBook) -> None:
    """Look every minute until cancelled."""
    while True:
        await asyncio.sleep(EVERY)
        await look(database, book)
        await look_at_hints(database, hints)
