"""Trouble on demand: slow answers, 5xx, lost connections, floods, a server that is down."""

import random
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from sandbox.clock import Clock

FILE = "file"
"""The fetching of a file's content, which is no method."""


class Fault(Enum):
    """What befalls a call."""

    NONE = "none"
    SERVER_ERROR = "server_error"
    DROP_BEFORE = "drop_before"  # the connection breaks, nothing was done
    DROP_AFTER = "drop_after"  # done, but the answer never arrives
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class Faults:
    """What shall go wrong.

    `…_rate` is a probability for each call, `…_next` hits that many of the next calls.
    `methods` names the calls meant (any case); None means every call but getUpdates, so that
    a waiting long poll does not use up what was meant for a message. "file" is the fetching of
    a file's content, meant only where it is named. `down` drops every call.
    `drop_after_wait`: seconds of silence between delivery and drop, for a client's own time-out.
    """

    latency: float = 0.0
    error_rate: float = 0.0
    error_next: int = 0
    error_code: int = 502
    drop_before_rate: float = 0.0
    drop_before_next: int = 0
    drop_after_rate: float = 0.0
    drop_after_next: int = 0
    drop_after_wait: float = 0.0
    flood_seconds: float = 0.0
    down: bool = False
    methods: tuple[str, ...] | None = None
    seed: int | None = None


@dataclass(slots=True)
class FaultPlan:
    """The faults in force and how much of them is left."""

    clock: Clock
    faults: Faults = field(default_factory=Faults)
    flood_until: float = 0.0
    _chance: random.Random = field(default_factory=random.Random)

    def set(self, faults: Faults) -> None:
        self.faults = faults
        self.flood_until = self.clock.time() + faults.flood_seconds
        self._chance = random.Random(faults.seed)  # noqa: S311 - dice, not secrets

    def concerns(self, method: str) -> bool:
        chosen = self.faults.methods
        if chosen is None:
            return method not in {"getupdates", FILE}
        return method in {name.lower() for name in chosen}

    def latency(self, method: str) -> float:
        return self.faults.latency if self.concerns(method) else 0.0

    def draw(self, method: str) -> Fault:
        """What befalls this call; uses up one of a `…_next`."""
        if self.faults.down:
            return Fault.DROP_BEFORE
        if not self.concerns(method):
            return Fault.NONE
        if self.clock.time() < self.flood_until:
            return Fault.FLOOD
        for fault, name in _ORDER:
            if self._hits(name):
                return fault
        return Fault.NONE

    def _hits(self, name: str) -> bool:
        left: int = getattr(self.faults, f"{name}_next")
        if left > 0:
            fewer: Any = {f"{name}_next": left - 1}
            self.faults = replace(self.faults, **fewer)
            return True
        rate: float = getattr(self.faults, f"{name}_rate")
        return rate > 0 and self._chance.random() < rate


_ORDER = (
    (Fault.DROP_BEFORE, "drop_before"),
    (Fault.SERVER_ERROR, "error"),
    (Fault.DROP_AFTER, "drop_after"),
)
