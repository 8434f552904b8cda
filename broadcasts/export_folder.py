"""Takes away what nobody will fetch any more from the folder of exports."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.errors import StorageTrouble
from bot.settings import Settings
from storage import files
from storage.database import Database

EVERY = timedelta(minutes=5)
YOUNG = timedelta(minutes=15)
"""A file this young may belong to an export whose delivery is not written yet."""
PAGE = 200


class ExportFolder:
    """Removes files whose delivery has ended, and any that are too old, sent or not."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._folder = Path(settings.export.folder)
        self._keep = timedelta(hours=settings.export.keep_hours)
        self._next: datetime | None = None

    async def turn(self, now: datetime) -> None:
        """Look through the folder when it is time."""
        if self._next is not None and now < self._next:
            return
        self._next = now + EVERY
        aged = await asyncio.to_thread(self._aged, now)
        for at in range(0, len(aged), PAGE):
            await self._sweep(aged[at : at + PAGE])

    def _aged(self, now: datetime) -> list[tuple[Path, timedelta]]:
        """The files that are no longer young, and how old each is."""
        found = []
        for path in self._folder.glob("*"):
            try:
                changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            except FileNotFoundError:
                continue
            if path.is_file() and now - changed > YOUNG:
                found.append((path, now - changed))
        return found

    async def _sweep(self, aged: Sequence[tuple[Path, timedelta]]) -> None:
        """Remove those that no delivery carries. One still carried goes when it is too old."""
        try:
            async with self._database.session() as session:
                carried = await files.paths_among(session, [path.name for path, _ in aged])
        except StorageTrouble:
            return
        for path, age in aged:
            is_part = path.name.startswith(".")
            if age > self._keep or (path.name not in carried and not is_part):
                path.unlink(missing_ok=True)
