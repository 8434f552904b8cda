"""The part of an export that runs in a process of its own: reads, writes the file, tells its row
how far it is."""

import asyncio
from pathlib import Path

from bot.rules.export_order import Order
from reports.activity_files import Written, write
from storage import exporting
from storage.database import Database
from storage.exporting import Reader
from storage.reading import ReadingDatabase


def make(url: str, job: int, by: Reader, order: Order, path: str, most: int) -> Written:
    """Write the file of a job. Everything given can be pickled; nothing is shared."""
    return asyncio.run(_make(url, job, by, order, Path(path), most))


async def _make(url: str, job: int, by: Reader, order: Order, path: Path, most: int) -> Written:
    reading, writing = ReadingDatabase(url), Database(url, pool=2)

    async def told(rows: int) -> None:
        async with writing.session() as session:
            await exporting.note_progress(session, job, rows)
            await session.commit()

    try:
        return await write(reading, by, order, path, most=most, told=told)
    finally:
        await reading.close()
        await writing.close()
