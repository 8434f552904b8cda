"""Drives one bot through the form and takes the times."""

import gc
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from benchmarks.crowd import Crowd
from benchmarks.script import SCRIPT, Raw, Shown, Writer, chunks


class Bot(Protocol):
    """A bot under measurement."""

    stub: Any

    async def take(self, updates: Sequence[Raw]) -> None:
        """Everything an update costs: read it, handle it, keep it, make and encode the calls."""
        ...

    def shown(self, chat: int) -> Shown | None:
        """What the person sees last."""
        ...

    async def finished(self) -> int:
        """How many forms were kept."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """One case. An update's time is that of the batch it came in."""

    case: str
    updates_per_s: float
    p50_ms: float
    p99_ms: float
    calls: float
    """Outbound calls a form: the same work in every case."""

    def as_json(self) -> dict[str, str | float]:
        return {
            "case": self.case,
            "updates_per_s": round(self.updates_per_s, 1),
            "p50_ms": round(self.p50_ms, 3),
            "p99_ms": round(self.p99_ms, 3),
        }


async def drive(case: str, bot: Bot, crowd: Crowd, batch: int, writer: Writer) -> Figures:
    """Everybody answers the form, step by step, side by side.

    Only ``take`` is timed; the updates of the next step are made from what the bot showed,
    beside the clock. Raises when an answer was lost.
    """
    latencies: list[float] = []
    total = 0.0
    gc.collect()
    for act in SCRIPT:
        updates = [writer.update(chat, act, bot.shown(chat)) for chat in crowd.chats()]
        for chunk in chunks(updates, batch):
            began = time.perf_counter()
            await bot.take(chunk)
            spent = time.perf_counter() - began
            total += spent
            latencies += [spent * 1000] * len(chunk)
    if (kept := await bot.finished()) != crowd.size:
        raise AssertionError(f"{case}: {kept} of {crowd.size} forms were kept")
    return Figures(
        case,
        len(latencies) / total,
        percentile(latencies, 50),
        percentile(latencies, 99),
        bot.stub.calls / crowd.size,
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def median(rounds: Sequence[Figures]) -> Figures:
    """One case over all rounds, each figure by its own median."""
    return Figures(
        rounds[0].case,
        statistics.median(one.updates_per_s for one in rounds),
        statistics.median(one.p50_ms for one in rounds),
        statistics.median(one.p99_ms for one in rounds),
        rounds[0].calls,
    )
