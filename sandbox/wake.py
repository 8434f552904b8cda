"""Waking whoever waits: long polls, streams and the webhook all sleep on a `Signal`."""

import asyncio


class Signal:
    """Wakes every waiter at once; after `close` nobody waits any more. `fired` counts."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()
        self.closed = False
        self.fired = 0

    def fire(self) -> None:
        self.fired += 1
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def close(self) -> None:
        self.closed = True
        self.fire()

    async def wait(self, seconds: float | None) -> bool:
        """Whether the signal fired within that many seconds (None: however long it takes)."""
        if self.closed:
            return False
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return not self.closed
