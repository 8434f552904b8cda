"""One smooth rate budget for the bot's token, drawn by every counting call of both libraries.

Telegram allows about 30 messages a second and answers bursts with refusals; an even 29 met none.
"""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable

from aiolimiter import AsyncLimiter

COUNTING_PREFIXES = ("send", "copy", "forward", "edit")
NOT_COUNTING = frozenset({"sendChatAction"})


def counts(method: str) -> bool:
    """Whether a call of the Bot API (``sendMessage``) counts against the rate."""
    return method.startswith(COUNTING_PREFIXES) and method not in NOT_COUNTING


class Budget:
    """Hands out the right to send, evenly; among those waiting the most urgent goes first."""

    def __init__(self, acquire: Callable[[], Awaitable[None]]) -> None:
        self._acquire = acquire
        self._is_busy = False
        self._order = itertools.count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    async def draw(self, priority: int) -> None:
        """Wait for the right to one call. Lower ``priority`` numbers go first."""
        if self._is_busy:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            heapq.heappush(self._waiting, (priority, next(self._order), turn))
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._pass_on()
                raise
        self._is_busy = True
        try:
            await self._acquire()
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        while self._waiting:
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():
                turn.set_result(None)
                return
        self._is_busy = False


def memory_budget(per_second: float) -> Budget:
    """A budget for one process: a leaky bucket that holds a single drop, so no bursts."""
    return Budget(AsyncLimiter(1, 1 / per_second).acquire)
