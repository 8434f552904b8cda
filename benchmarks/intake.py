"""The ten-step form through our path and through the libraries alone: updates a second.

python -m benchmarks.intake [--people 100,10000,1000000]
"""

import argparse
import asyncio
import contextlib
import gc
import json
import logging
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import structlog

from benchmarks.aiogram_bot import open_aiogram
from benchmarks.crowd import Crowd, fill
from benchmarks.measure import Bot, Drive, Figures, median, side_by_side
from benchmarks.ours import open_ours, prepare
from benchmarks.postgres import server
from benchmarks.ptb_bot import open_ptb
from benchmarks.script import Writer
from storage.database import Database

OUT = Path(__file__).parent / "out" / "intake.json"
WARM = 20
Open: TypeAlias = Callable[[Crowd], AbstractAsyncContextManager[Bot]]


@dataclass(frozen=True, slots=True)
class Case:
    """How to open a fresh bot for a crowd, its updates a batch, and who else is in its tables."""

    name: str
    batch: int
    open_bot: Open
    others: int = 0


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def cases(folder: Path, postgres: str | None) -> list[Case]:
    """The six cases; without a PostgreSQL server the one that needs it is left out."""
    empty = folder / "empty.sqlite"

    @asynccontextmanager
    async def sqlite(crowd: Crowd) -> AsyncIterator[Bot]:
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            shutil.copy(empty, Path(fresh) / "cikar.sqlite")
            async with open_ours(sqlite_url(Path(fresh) / "cikar.sqlite"), crowd) as bot:
                yield bot

    @asynccontextmanager
    async def pickled(_: Crowd) -> AsyncIterator[Bot]:
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            async with open_ptb(Path(fresh)) as bot:
                yield bot

    found: list[Case] = [
        Case("ours-sqlite-batch", 100, sqlite),
        Case("ours-sqlite-single", 1, sqlite),
        Case("ptb-memory", 1, lambda _: open_ptb(None)),
        Case("ptb-pickle", 1, pickled),
        Case("aiogram-memory", 1, lambda _: open_aiogram()),
    ]
    if postgres is not None:
        found.insert(2, Case("ours-postgres-batch", 100, lambda crowd: open_ours(postgres, crowd)))
    return found


async def run(chosen: list[Case], people: int, rounds: int) -> list[Figures]:
    """All cases, several times over, each time with fresh bots and fresh people."""
    taken: dict[str, list[Figures]] = {case.name: [] for case in chosen}
    writer = Writer()
    for number in range(rounds + 1):
        async with contextlib.AsyncExitStack() as stack:
            drives = []
            for mark, case in enumerate(chosen):
                size = people if number else WARM  # the first round only warms caches
                crowd = Crowd(size, case.others, number * len(chosen) + mark)
                bot = await stack.enter_async_context(case.open_bot(crowd))
                drives.append(Drive(case.name, bot, crowd, case.batch, writer))
            for figures in await side_by_side(drives):
                if number:
                    taken[figures.case].append(figures)
                    print(f"  {number}: {figures.case} {figures.updates_per_s:.0f}/s", flush=True)
    return [median(rounds_) for rounds_ in taken.values()]


async def run_sizes(sizes: list[int], folder: Path, people: int, rounds: int) -> list[Figures]:
    """Our path on SQLite with ever more people in the tables."""
    found: list[Case] = []
    for size in sizes:
        print(f"  filling the tables for {size:,} people …", flush=True)
        url = sqlite_url(folder / f"people-{size}.sqlite")
        await prepare(url)
        database = Database(url)
        await fill(database, size)
        await database.close()
        for batch, kind in ((100, "batch"), (1, "single")):
            found.append(Case(f"ours-sqlite-{kind} {size:,}", batch, _over(url), size))
    found.sort(key=lambda case: -case.batch)
    return await run(found, people, rounds)


def _over(url: str) -> Open:
    return lambda crowd: open_ours(url, crowd)


def table(figures: list[Figures], base: Callable[[Figures], Figures], word: str) -> str:
    """Aligned columns; the last is the ratio to a figure that ``base`` names."""
    head = f"{'case':32}{'updates/s':>11}{'p50 ms':>9}{'p99 ms':>9}{'calls/form':>12}{word:>17}"
    lines = [head]
    for one in figures:
        numbers = f"{one.updates_per_s:11.0f}{one.p50_ms:9.2f}{one.p99_ms:9.2f}{one.calls:12.1f}"
        ratio = one.updates_per_s / base(one).updates_per_s
        lines.append(f"{one.case:32}{numbers}{ratio:17.2f}")
    return "\n".join(lines)


async def main(options: argparse.Namespace) -> None:
    with contextlib.ExitStack() as stack:
        # Not /tmp: where that is memory, synchronous=FULL would cost nothing.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
        if not options.only_people:
            await prepare(sqlite_url(folder / "empty.sqlite"))
            address = stack.enter_context(server(folder))
            await prepare(address)
            figures = await run(cases(folder, address), options.forms, options.rounds)
            by_name = {one.case: one for one in figures}
            print(table(figures, lambda _: by_name["ptb-memory"], "× ptb-memory"))
            OUT.parent.mkdir(exist_ok=True)
            OUT.write_text(json.dumps([one.as_json() for one in figures], indent=2) + "\n")
            print(f"written to {OUT}")
        if options.people:
            sizes = [int(size) for size in options.people.split(",")]
            grown = await run_sizes(sizes, folder, options.forms, options.rounds)
            first = {one.case.split()[0]: one for one in reversed(grown)}
            print(table(grown, lambda one: first[one.case.split()[0]], "× fewest people"))


def arguments() -> argparse.Namespace:
    about = (__doc__ or "").split("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake", description=about)
    parser.add_argument("--forms", type=int, default=300, help="people who answer, in each round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the median counts")
    parser.add_argument("--people", default="", help="table sizes to compare: 100,10000,1000000")
    parser.add_argument("--only-people", action="store_true", help="leave the six cases out")
    return parser.parse_args()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    # Else each case would be charged with sweeping the objects of all three libraries.
    gc.collect()
    gc.freeze()
    asyncio.run(main(arguments()))
