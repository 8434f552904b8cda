"""Files of 10,000 and of 100,000 activities: how long, how large, and how much memory?

python -m benchmarks.export [--rows 10000 100000]

Each file is written by a process of its own, the one that does it in the program; its peak memory
(resident) is read at its end, above what it takes to start and import.
"""

import argparse
import asyncio
import json
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.clock import SystemClock
from bot.rules.export_order import FORMATS, LAYOUTS, Order
from bot.rules.regions import province_regions
from broadcasts.export_work import make
from storage.database import Database
from storage.migrate import upgrade
from storage.region_import import import_regions
from storage.regions import OPERATOR

OUT = Path(__file__).parent / "out" / "export.json"
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MEGABYTE = 1024 * 1024

_NUMBERS = """
    with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < :count)
"""
_PERSON = """
    insert into people (id, telegram_id, name, search_name, language, consent_version, consent_at,
      reachable, created_at) values (1, 1, 'Siti', 'siti', 'id', 1, :at, true, :at)
"""
_ACTIVITIES = f"""
    insert into activities (id, receipt, person_id, region_code, held_on, title, section,
      target_groups, agencies, funding, male, female, children, people, place, latitude, longitude,
      description, inpres, tags, poktan, post_type, state, revision, created_at)
    {_NUMBERS} select 1000 + n, 'KG-' || n, 1, code,
      date('2026-01-01', '+' || (n % 320) || ' days'),
      'Posyandu dan kelas ibu ke-' || (n % 997), 'repro', '["balita","pus"]', '["pkm","desa"]',
      '["dd"]', n % 9, n % 40, n % 30, n % 5, 'Balai desa RT ' || (n % 9), -1.8765, 106.1234,
      'Penimbangan, imunisasi dan penyuluhan gizi untuk keluarga, kelompok ' || n, 'c1-pos',
      '["stunting"]', '["bkb"]', 'activity', case n % 3 when 0 then 'saved' else 'verified' end, 0,
      :at
    from numbers join places on place = n % 393
"""
_PHOTOS = f"""
    insert into activity_photos (activity_id, position, file_id, unique_id, caption)
    {_NUMBERS} select 1000 + n, 0, 'F' || n, 'U' || n, 'Meja penimbangan' from numbers
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One file. ``idle_mb`` is the process with everything imported, before the file."""

    rows: int
    layout: str
    format: str
    seconds: float
    file_mb: float
    idle_mb: float
    peak_mb: float


async def settle(database: Database, count: int) -> None:
    """Fill an empty database: the province's regions, and so many activities with a photo each."""
    await upgrade(database)
    now = SystemClock().now()
    async with database.session() as session:
        await import_regions(session, province_regions(), "benchmark")
        at = {"at": f"{now:%Y-%m-%d %H:%M:%S.%f}"}
        await session.execute(text("create temporary table places (place int, code varchar(13))"))
        await session.execute(
            text(
                "insert into places select row_number() over (order by code) - 1, code "
                "from regions where kind in ('desa', 'kelurahan')"
            )
        )
        await session.execute(text(_PERSON), at)
        await session.execute(text(_ACTIVITIES), {"count": count, **at})
        await session.execute(text(_PHOTOS), {"count": count})
        await session.commit()


def memory_mb(what: str) -> float:
    """Resident memory of this process: ``VmRSS`` now, ``VmHWM`` the most it ever had. (What
    getrusage gives begins with the parent's.)"""
    lines = Path("/proc/self/status").read_text().splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith(f"{what}:"))
    return int(kilobytes) * 1024 / MEGABYTE


def measured(url: str, order: Order, path: str, most: int, told: Any) -> None:
    """In a process of its own: write the file and say what it took."""
    idle, began = memory_mb("VmRSS"), time.perf_counter()
    written = make(url, 0, OPERATOR, order, path, most)
    seconds = time.perf_counter() - began
    figure = Figure(
        written.rows,
        order.layout,
        order.format,
        seconds,
        written.size / MEGABYTE,
        idle,
        memory_mb("VmHWM"),
    )
    told.send(asdict(figure))


def figure_of(url: str, order: Order, path: Path, most: int) -> Figure:
    fresh = multiprocessing.get_context("spawn")
    receiver, sender = fresh.Pipe(duplex=False)
    process = fresh.Process(target=measured, args=(url, order, str(path), most, sender))
    process.start()
    figure = Figure(**receiver.recv())
    process.join()
    return figure


def table(figures: Sequence[Figure]) -> str:
    lines = [
        f"{'rows':>8}  {'layout':10} {'file':5} {'seconds':>8} {'rows/s':>8} {'file MB':>8} "
        f"{'idle MB':>8} {'peak MB':>8}"
    ]
    lines += [
        f"{one.rows:8,}  {one.layout:10} {one.format:5} {one.seconds:8.1f} "
        f"{one.rows / one.seconds:8.0f} {one.file_mb:8.1f} {one.idle_mb:8.0f} {one.peak_mb:8.0f}"
        for one in figures
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    asked = parser.parse_args()
    figures = []
    for count in asked.rows:
        with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
            url = f"sqlite+aiosqlite:///{folder}/cikar.sqlite"
            asyncio.run(_settled(url, count))
            for layout in LAYOUTS:
                for kind in FORMATS:
                    order = Order("19", FIRST, LAST, layout, kind)
                    path = Path(folder) / f"a.{kind}"
                    figures.append(figure_of(url, order, path, count))
                    print(table(figures[-1:]), flush=True)
    print(table(figures))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps([asdict(one) for one in figures], indent=1) + "\n")


async def _settled(url: str, count: int) -> None:
    database = Database(url)
    try:
        await settle(database, count)
    finally:
        await database.close()


if __name__ == "__main__":
    main()
