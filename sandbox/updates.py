"""What waits for the bot: numbered updates, kept 24 hours or until a higher offset is asked for."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sandbox.clock import Clock
from sandbox.people import Json
from sandbox.wake import Signal

KEPT_SECONDS = 24 * 3600  # Telegram keeps updates for 24 hours
OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REMEMBERED = 20_000  # how many given updates can still be replayed


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update as it will be sent: `text` is its JSON, written once."""

    id: int
    at: float
    chat_id: int
    text: str


class UpdateQueue:
    """Updates in order. `seen` also keeps what was acknowledged, so that it can be replayed."""

    def __init__(self, clock: Clock, first_id: int = 100_000_001) -> None:
        self.clock = clock
        self.next_id = first_id
        self.waiting: OrderedDict[int, Waiting] = OrderedDict()
        self.seen: OrderedDict[int, Waiting] = OrderedDict()
        self.allowed: frozenset[str] | None = None
        self.signal = Signal()
        self.polls = 0  # how many times the bot has asked

    def put(self, kind: str, body: Json, chat_id: int) -> int | None:
        """The new update's id, or None if the bot did not ask for this kind."""
        if not self._wants(kind):
            return None
        number = self.next_id
        self.next_id += 1
        text = json.dumps({"update_id": number, kind: body}, ensure_ascii=False)
        update = Waiting(number, self.clock.time(), chat_id, text)
        self.waiting[number] = update
        self.seen[number] = update
        if len(self.seen) > REMEMBERED:
            self.seen.popitem(last=False)
        self.signal.fire()
        return number

    def _wants(self, kind: str) -> bool:
        return kind not in OPT_IN if self.allowed is None else kind in self.allowed

    def allow(self, kinds: Sequence[str] | None) -> None:
        """As `allowed_updates` does: None changes nothing, an empty list means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def acknowledge(self, offset: int) -> None:
        """Forgets what lies below the offset; a negative one keeps only that many, the newest."""
        if offset < 0:
            offset = next(islice(reversed(self.waiting), -offset - 1, None), 0)
        while self.waiting and next(iter(self.waiting)) < offset:
            self.waiting.popitem(last=False)

    def batch(self, limit: int) -> list[Waiting]:
        self.expire()
        return list(islice(self.waiting.values(), limit))

    def expire(self) -> None:
        oldest = self.clock.time() - KEPT_SECONDS
        while self.waiting and next(iter(self.waiting.values())).at < oldest:
            self.waiting.popitem(last=False)

    def drop(self, ids: Iterable[int]) -> None:
        for number in ids:
            self.waiting.pop(number, None)

    def replay(self, number: int) -> bool:
        """Puts an update back as it was, in its place, as Telegram does after a lost answer."""
        if (update := self.seen.get(number)) is None:
            return False
        again = Waiting(update.id, self.clock.time(), update.chat_id, update.text)
        self.waiting[number] = again
        self.waiting = OrderedDict(sorted(self.waiting.items()))
        self.signal.fire()
        return True

    def begin_poll(self) -> int:
        """A new getUpdates ends the one before it."""
        self.polls += 1
        self.signal.fire()
        return self.polls

    def is_current(self, poll: int) -> bool:
        return poll == self.polls

    def dump(self) -> Json:
        return {
            "next_id": self.next_id,
            "allowed": None if self.allowed is None else sorted(self.allowed),
            "waiting": [[u.id, u.at, u.chat_id, u.text] for u in self.waiting.values()],
        }

    def load(self, data: Json) -> None:
        self.next_id = data["next_id"]
        self.allowed = None if data["allowed"] is None else frozenset(data["allowed"])
        self.waiting = OrderedDict((row[0], Waiting(*row)) for row in data["waiting"])
        self.seen = OrderedDict(self.waiting)
