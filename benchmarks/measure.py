"""Drives the bots through the form and takes the times."""

import gc
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from benchmarks.crowd import Crowd
from benchmarks.script import SCRIPT, Presses, Raw, Shown, Types, Writer, chunks


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


class Drive:
    """Everybody answers the form to one bot, step by step, side by side.

    Only ``take`` is timed; the updates of the next step are made from what the bot showed,
    beside the clock.
    """

    def __init__(self, case: str, bot: Bot, crowd: Crowd, batch: int, writer: Writer) -> None:
        self._case = case
        self._bot = bot
        self._crowd = crowd
        self._batch = batch
        self._writer = writer
        self._latencies: list[float] = []
        self._total = 0.0

    async def step(self, act: Types | Presses) -> None:
        """Everybody does the same once."""
        chats = [chat for chat in self._crowd.chats() if _is_asked(act, self._bot.shown(chat))]
        updates = [self._writer.update(chat, act, self._bot.shown(chat)) for chat in chats]
        for chunk in chunks(updates, self._batch):
            began = time.perf_counter()
            await self._bot.take(chunk)
            spent = time.perf_counter() - began
            self._total += spent
            self._latencies += [spent * 1000] * len(chunk)

    async def figures(self) -> Figures:
        """What came of it. Raises when an answer was lost."""
        if (kept := await self._bot.finished()) != self._crowd.size:
            raise AssertionError(f"{self._case}: {kept} of {self._crowd.size} forms were kept")
        return Figures(
            self._case,
            len(self._latencies) / self._total,
            percentile(self._latencies, 50),
            percentile(self._latencies, 99),
            self._bot.stub.calls / self._crowd.size,
        )


async def side_by_side(drives: Sequence[Drive]) -> list[Figures]:
    """One round. The cases take turns at every step, so that a busy moment of the machine falls
    on all of them alike."""
    for act in SCRIPT:
        for drive in drives:
            gc.collect()
            await drive.step(act)
    return [await drive.figures() for drive in drives]


def _is_asked(act: Types | Presses, shown: Shown | None) -> bool:
    return not act.when or (shown is not None and act.when in shown.text)


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
