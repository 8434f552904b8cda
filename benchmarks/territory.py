"""Lists, approvals and lookups in a small and in a large country: what does size cost?

python -m benchmarks.territory [--rounds 5] [--only sqlite]
"""

import argparse
import asyncio
import contextlib
import gc
import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.country import LARGE, SMALL, Country, settle
from benchmarks.lookups import LOOKUPS, Room, enter
from benchmarks.postgres import server
from storage.database import Database
from storage.migrate import upgrade

OUT = Path(__file__).parent / "out" / "territory.json"
GOAL = 1.5
TRIES = 40
"""Calls of one lookup in a round; the two countries take turns, call by call."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One lookup: milliseconds in the small and in the large country (medians)."""

    lookup: str
    small_ms: float
    large_ms: float

    @property
    def times(self) -> float:
        return self.large_ms / self.small_ms


async def compare(small: Room, large: Room, rounds: int) -> list[Ratio]:
    """Every lookup in both countries, side by side."""
    ratios = []
    for name, lookup in LOOKUPS.items():
        taken: tuple[list[float], list[float]] = ([], [])
        for one in range(rounds * TRIES):
            for room, times in ((small, taken[0]), (large, taken[1])):
                began = time.perf_counter()
                await lookup(room, one)
                if one >= TRIES // 4:  # the first calls fill caches
                    times.append((time.perf_counter() - began) * 1000)
        ratios.append(Ratio(name, *(statistics.median(times) for times in taken)))
        gc.collect()
    return ratios


@contextlib.asynccontextmanager
async def country(url: str, size: Country) -> AsyncIterator[Room]:
    """A database of this size, filled."""
    database = Database(url)
    try:
        await upgrade(database)
        await settle(database, size)
        yield await enter(database, size)
    finally:
        await database.close()


async def on_sqlite(folder: Path, rounds: int) -> list[Ratio]:
    async with (
        country(f"sqlite+aiosqlite:///{folder}/small.sqlite", SMALL) as small,
        country(f"sqlite+aiosqlite:///{folder}/large.sqlite", LARGE) as large,
    ):
        return await compare(small, large, rounds)


async def on_postgres(folder: Path, rounds: int) -> list[Ratio]:
    with server(folder) as url:
        owner = Database(url)
        async with owner.engine.connect() as connection:
            apart = await connection.execution_options(isolation_level="AUTOCOMMIT")
            for name in ("small", "large"):
                await apart.exec_driver_sql(f"create database {name}")
        await owner.close()
        base = url.rpartition("/")[0]
        async with (
            country(f"{base}/small", SMALL) as small,
            country(f"{base}/large", LARGE) as large,
        ):
            return await compare(small, large, rounds)


def table(kind: str, ratios: Sequence[Ratio]) -> str:
    lines = [
        f"{kind}: {SMALL.people:,} and {LARGE.people:,} people, {LARGE.villages:,} villages, "
        f"{LARGE.groups:,} groups",
        f"{'lookup':34} {'small ms':>9} {'large ms':>9} {'×':>6}",
    ]
    lines += [
        f"{one.lookup:34} {one.small_ms:9.2f} {one.large_ms:9.2f} {one.times:6.2f}"
        f"{'' if one.times <= GOAL else '  more than the goal'}"
        for one in ratios
    ]
    return "\n".join(lines)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    asked = parser.parse_args()
    found: dict[str, list[Ratio]] = {}
    for kind, run in (("sqlite", on_sqlite), ("postgres", on_postgres)):
        if asked.only in (None, kind):
            with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
                found[kind] = await run(Path(folder), asked.rounds)
            print(table(kind, found[kind]), flush=True)
    OUT.parent.mkdir(exist_ok=True)
    rows = {
        kind: [{"lookup": one.lookup, "small": one.small_ms, "large": one.large_ms} for one in some]
        for kind, some in found.items()
    }
    OUT.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
