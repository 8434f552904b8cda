"""What the people's side follows live: a numbered feed of what changed in which chat."""

from collections import deque
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
        return self.seq

    def after(self, seq: int, most: int = 500) -> list[Event]:
        """The events behind that number, oldest first."""
        newer = self.seq - seq
        if newer <= 0 or not self.events:
            return []
        skip = max(0, len(self.events) - newer)
        return list(islice(self.events, skip, skip + most))
