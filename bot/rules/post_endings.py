"""What becomes of a post to another system after a try: done, tried again and when, or given up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
REFUSALS = 5
"""Tries of a post that the other side refuses (4xx, a redirect)."""
JITTER = 0.2
"""The share of a pause that chance adds, so that many do not knock at the same moment."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: an HTTP status, or else a word on why there is none. ``wait`` is what the
    other side asked for (Retry-After)."""

    status: int | None = None
    trouble: str | None = None
    wait: timedelta | None = None

    def is_temporary(self) -> bool:
        """Whether the other side may answer otherwise later."""
        return self.status is None or self.status == 429 or self.status >= 500

    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def pause_after(attempts: int, chance: float, wait: timedelta | None = None) -> timedelta:
    """From 30 s, doubled with each try, to an hour, and up to a fifth more by ``chance`` (0 to 1).
    What the other side asks for counts, up to an hour."""
    pause = min(FIRST_PAUSE * (1 << min(max(attempts - 1, 0), 10)), LONGEST_PAUSE)
    if wait is not None:
        pause = max(pause, min(wait, LONGEST_PAUSE))
    return pause * (1 + JITTER * chance)


def is_hopeless(
    answer: Answer, attempts: int, began: datetime, now: datetime, patience: timedelta
) -> bool:
    """Whether a post that was not taken is given up. 410 says that the address is gone for good."""
    if answer.status == 410:
        return True
    if now - began >= patience:
        return True
    return not answer.is_temporary() and attempts >= REFUSALS
