"""Kills the very process it is set in, between two chosen steps of the program.

Set before the program begins, it lets everything pass until SIGUSR1 arms it; then the process
dies by SIGKILL at the given passage of its point.
"""

import functools
import importlib
import os
import signal
from collections.abc import Callable
from typing import Any

POINTS = {
    # Updates in: fetch, note as handled, take effect, write, commit, answer, ask for more.
    "fetched": ("after", "bot.intake:Poller._fetch"),
    "loaded": ("after", "bot.desk:Desk.load"),
    "fed": ("after", "handlers.dispatch:AiogramConversation.feed"),
    "written": ("after", "bot.desk:Desk.close"),
    "committed": ("after", "bot.transaction:UpdateTransaction.take"),
    "answering": ("before", "bot.replies:Replier._call"),
    "answered": ("after", "bot.replies:Replier._call"),
    "acknowledging": ("before", "bot.intake:Poller._fetch"),
    # Deliveries out: claim, mark as begun, request, note the ending.
    "claimed": ("after", "broadcasts.ledger:Ledger.claim"),
    "beginning": ("before", "broadcasts.ledger:Ledger.begin"),
    "begun": ("after", "broadcasts.ledger:Ledger.begin"),
    "requested": ("after", "broadcasts.sender:Sender.send"),
    "settled": ("after", "broadcasts.ledger:Ledger.settle"),
    # Broadcasts: fire, write recipients, tell the composer.
    "firing": ("before", "broadcasts.scheduler:Scheduler._fire"),
    "fired": ("after", "broadcasts.scheduler:Scheduler._fire"),
    "prepared": ("after", "broadcasts.scheduler:Scheduler._prepare"),
    "reported": ("after", "broadcasts.progress:Progress._report"),
    # Photos: ask where one lies, fetch it, write its files, note them.
    "located": ("after", "broadcasts.media:_path"),
    "downloaded": ("after", "broadcasts.downloads:Downloads.fetch"),
    "pictured": ("after", "broadcasts.pool:Processes.run"),
    "kept": ("after", "broadcasts.media:_kept"),
}
"""Points by name. A passage that brought nothing (an empty fetch or claim) does not count."""


class Trap:
    """Counts passages once armed."""

    def __init__(self, passage: int) -> None:
        self._left = passage
        self._is_armed = False
        signal.signal(signal.SIGUSR1, self._arm)

    def _arm(self, *_: object) -> None:
        self._is_armed = True

    def passed(self) -> None:
        if self._is_armed:
            self._left -= 1
            if self._left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)


def set_trap(point: str, passage: int = 1) -> None:
    """Wrap the point's function; what the program imports later is wrapped already."""
    when, place = POINTS[point]
    module_name, _, path = place.partition(":")
    owner: Any = importlib.import_module(module_name)
    *outer, name = path.split(".")
    for part in outer:
        owner = getattr(owner, part)
    setattr(owner, name, _wrapped(getattr(owner, name), when == "before", Trap(passage)))


def _wrapped(function: Callable[..., Any], is_before: bool, trap: Trap) -> Callable[..., Any]:
    @functools.wraps(function)
    async def wrapper(*args: Any, **values: Any) -> Any:
        if is_before:
            trap.passed()
        result = await function(*args, **values)
        if not is_before and result != []:
            trap.passed()
        return result

    return wrapper
