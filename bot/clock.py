"""The one place that knows what time it is, so that tests can move time instead of sleeping."""

import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

WIB = timezone(timedelta(hours=7), "WIB")
"""Asia/Jakarta. Western Indonesia has had no daylight saving since 1964: a fixed offset needs no
time-zone database on a small server."""

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01T00:00:00Z


class Clock(Protocol):
    """Aware UTC time; screens turn it into WIB."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class ManualClock:
    """A clock that stands still until a test advances it."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 19, 3, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at

    def advance(self, **step: float) -> None:
        """Move forward by the given ``timedelta`` arguments (``hours=2`` …)."""
        self.at += timedelta(**step)


def today(now: datetime) -> date:
    """The calendar day in WIB of an aware time."""
    return now.astimezone(WIB).date()


def new_id() -> int:
    """A 63-bit id that grows with time: 41 bits of milliseconds since 2020, 22 random bits.

    Rows get their key before they reach the database, so that many can be written in one
    statement; within a process they only ever rise, so that rows sort as they were made. Two
    alike of different processes are refused by the primary key and the update is taken again.
    """
    milliseconds = int(time.time() * 1000) - _EPOCH_MS
    return _LAST.rise_to((milliseconds << 22) | secrets.randbits(22))


class _Rising:
    """The last number handed out in this process."""

    def __init__(self) -> None:
        self._last = 0

    def rise_to(self, number: int) -> int:
        self._last = max(number, self._last + 1)
        return self._last


_LAST = _Rising()
