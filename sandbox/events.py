"""What the people's side follows live: a numbered feed of what changed in which chat."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from sandbox.people import Json
from sandbox.wake import Signal

KEPT_EVENTS = 20_000


@dataclass(frozen=True, slots=True)
class Event:
    """`person` is set where only one person is meant; `more` holds fields of that kind."""

    seq: int
    kind: str
    chat_id: int
    message_id: int | None = None
    person: int | None = None
    more: Json | None = None


class EventFeed:
    def __init__(self) -> None:
        self.seq = 0
        self.events: deque[Event] = deque(maxlen=KEPT_EVENTS)
        self.signal = Signal()
        self._watchers: dict[int, set[Signal]] = {}

    def put(
        self,
        kind: str,
        chat_id: int,
        message_id: int | None = None,
        person: int | None = None,
        more: Json | None = None,
    ) -> int:
        self.seq += 1
        self.events.append(Event(self.seq, kind, chat_id, message_id, person, more))
        self.signal.fire()
        for watcher in self._watchers.get(chat_id, ()):
            watcher.fire()
        return self.seq

    @contextmanager
    def watching(self, chats: Iterable[int]) -> Iterator[Signal]:
        """A signal for these chats only, so that hundreds who wait do not wake each other."""
        own, chosen = Signal(), set(chats)
        own.closed = self.signal.closed
        for chat_id in chosen:
            self._watchers.setdefault(chat_id, set()).add(own)
        try:
            yield own
        finally:
            for chat_id in chosen:
                self._watchers[chat_id].discard(own)

    def close(self) -> None:
        self.signal.close()
        for watchers in self._watchers.values():
            for watcher in watchers:
                watcher.close()

    def after(self, seq: int, most: int = 500) -> list[Event]:
        """The events behind that number, oldest first."""
        newer = self.seq - seq
        if newer <= 0 or not self.events:
            return []
        skip = max(0, len(self.events) - newer)
        return list(islice(self.events, skip, skip + most))
