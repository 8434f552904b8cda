"""The nightly sweep of kept pictures: what nothing refers to goes, rows first and then files.

A file without a row is of no harm and goes a night later at the latest; a row without its file
would be. What was wanted or written within the last day is left alone.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import WIB
from bot.settings import Settings
from broadcasts.wake import Wake
from storage import media_sweep
from storage.database import Database
from storage.pictures import NAME, UNFINISHED, picture_path

log = structlog.get_logger(__name__)

PAGES = 10
"""Pages in one turn of the scheduler, so that broadcasts and alerts do not wait for the sweep."""
YOUNG = timedelta(days=1)
MOST_ANEW = 2000
"""Lost pictures after which a night asks for no more."""
BATCH = 400
"""Files looked up in one statement."""

Result = TypeVar("Result")


class MediaSweep:
    """Begins at 03.40 WIB, after the sweep of records; a night missed is made up for, and one
    broken off begins anew."""

    def __init__(self, database: Database, settings: Settings, wake: Wake) -> None:
        self._database = database
        self._folder = Path(settings.media.folder)
        self._wake = wake
        self._nightly = CronTrigger(hour=3, minute=40, timezone=WIB)
        self._next: datetime | None = None
        self._pages: AsyncIterator[int] | None = None
        self._gone = 0

    async def turn(self, now: datetime) -> None:
        """Sweep when it is time, a few pages."""
        if self._next is None:
            self._next = await self._first(now)
        if now < self._next:
            return
        pages = self._pages or self._night(now)
        # Put back only after a turn without trouble: a generator that failed would seem at its end.
        self._pages = None
        for _ in range(PAGES):
            gone = await anext(pages, None)
            if gone is None:
                await self._finish(now)
                return
            self._gone += gone
        self._pages = pages

    async def _first(self, now: datetime) -> datetime:
        """The night after the last one that came to its end; a new database waits for its first."""
        async with self._database.session() as session:
            last = await media_sweep.last_night(session)
        return self._night_after(last if last is not None else now)

    async def _night(self, now: datetime) -> AsyncIterator[int]:
        """One page after the other; of each, how much went."""
        before = now - YOUNG
        for of_problems in (False, True):
            async for count in self._overlooked(now, of_problems):
                yield count
        async for count in self._lost(now):
            yield count
        source: int | None = 0
        while source is not None:
            sources = await self._do(media_sweep.drop_sources, source, before)
            source, count = sources
            yield count
        digest: str | None = ""
        while digest is not None:
            pictures = await self._do(media_sweep.drop_pictures, digest, before)
            digest, count = pictures
            yield count
        files = _files(self._folder)
        while batch := await asyncio.to_thread(lambda: list(islice(files, BATCH))):
            yield await self._remove(batch, before)

    async def _overlooked(self, now: datetime, of_problems: bool) -> AsyncIterator[int]:
        place: media_sweep.Place | None = media_sweep.BELOW_ALL
        while place is not None:
            async with self._database.session() as session:
                place = await media_sweep.want_overlooked(
                    session, place, now, of_problems=of_problems
                )
                await session.commit()
            yield 0

    async def _lost(self, now: datetime) -> AsyncIterator[int]:
        """Photos whose files are not there any more (a lost folder, a copy brought back without
        it) are fetched anew, a limited number a night: the folder may only not be mounted."""
        after, total = "", 0
        while total < MOST_ANEW:
            async with self._database.session() as session:
                page = await media_sweep.kept_after(session, after)
            if not page:
                break
            lost = await asyncio.to_thread(_missing, self._folder, page)
            if lost:
                async with self._database.session() as session:
                    await media_sweep.fetch_anew(session, lost, now)
                    await session.commit()
            after, total = page[-1], total + len(lost)
            yield 0
        if total:
            log.error("pictures lost, fetched anew", count=total)

    async def _do(
        self,
        drop: Callable[[AsyncSession, Result, datetime], Awaitable[tuple[Result | None, int]]],
        after: Result,
        before: datetime,
    ) -> tuple[Result | None, int]:
        async with self._database.session() as session:
            found = await drop(session, after, before)
            await session.commit()
        return found

    async def _remove(self, batch: list[Path], before: datetime) -> int:
        """Of these files, remove the old ones that no row knows. They stay where the rows cannot
        be read."""
        hashes = {path: match["hash"] for path in batch if (match := NAME.fullmatch(path.name))}
        async with self._database.session() as session:
            known = await media_sweep.known(session, set(hashes.values()))
        loose = [path for path in batch if hashes.get(path) not in known]
        return await asyncio.to_thread(_remove_old, loose, before.timestamp())

    async def _finish(self, now: datetime) -> None:
        async with self._database.session() as session:
            await media_sweep.note_night(session, now)
            await session.commit()
        self._wake.ring()
        log.info("pictures swept", gone=self._gone)
        self._next, self._gone = self._night_after(now), 0

    def _night_after(self, moment: datetime) -> datetime:
        # A second on: the night that has just been swept is not the next one.
        following = self._nightly.get_next_fire_time(None, moment + timedelta(seconds=1))
        return following if following is not None else moment + timedelta(days=1)


def _files(folder: Path) -> Iterator[Path]:
    """Every file of ours under the folder of pictures, finished or not; others are not touched."""
    if not folder.is_dir():
        return
    for part in sorted(folder.glob("[0-9a-f][0-9a-f]")):
        with os.scandir(part) as entries:
            for entry in entries:
                if NAME.fullmatch(entry.name) or UNFINISHED.fullmatch(entry.name):
                    yield Path(entry.path)


def _missing(folder: Path, hashes: list[str]) -> list[str]:
    """Those whose picture or thumbnail is not there."""
    return [
        digest
        for digest in hashes
        if not all(
            picture_path(folder, digest, thumbnail=small).exists() for small in (True, False)
        )
    ]


def _remove_old(paths: list[Path], before: float) -> int:
    """Remove files that were written before that time; one that was written anew stays."""
    gone = 0
    for path in paths:
        if path.exists() and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
            gone += 1
    return gone
