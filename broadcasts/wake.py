"""Wakes whoever waits for work, at once in this process and across processes by the database."""

import asyncio


class Wake:
    """A bell: rung by writers, heard by the deliverer and the scheduler."""

    def __init__(self) -> None:
        self._events: list[asyncio.Event] = []

    def listener(self) -> asyncio.Event:
        """An event of one's own; clear it before looking for work."""
        event = asyncio.Event()
        self._events.append(event)
        return event

    def ring(self) -> None:
        for event in self._events:
            event.set()


async def heard(event: asyncio.Event, timeout: float) -> bool:
    """Wait for the bell, at most ``timeout`` seconds. Clears it."""
    try:
        async with asyncio.timeout(max(timeout, 0.0)):
            await event.wait()
    except TimeoutError:
        return False
    event.clear()
    return True
