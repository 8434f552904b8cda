"""The sandbox's own clock, so that rules of 24 and 48 hours can be tried without waiting."""

import time
from datetime import UTC, datetime


class Clock:
    """Real time plus whatever it has been advanced by."""

    def __init__(self, ahead: float = 0.0) -> None:
        self.ahead = ahead

    def time(self) -> float:
        """Seconds since 1970, as the sandbox sees them."""
        return time.time() + self.ahead

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)

    def advance(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("the sandbox's clock does not go back")
        self.ahead += seconds
