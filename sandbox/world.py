"""Everything the sandbox knows: people, groups, messages, what waits for the bot."""

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.clock import Clock
from sandbox.events import EventFeed
from sandbox.faults import FaultPlan
from sandbox.files import FileStore
from sandbox.limits import Limiter, Limits
from sandbox.people import Group, Json, Person, Profile
from sandbox.refusals import bad
from sandbox.updates import UpdateQueue
from sandbox.wake import Signal

KEPT_CALLS = 50_000


@dataclass(slots=True)
class Entry:
    """A message: `message` is what the bot sees of it, the rest what Telegram knows besides.

    `markup` is any keyboard it was sent with; only an inline one is part of `message`.
    `seq` is the number of the event that last changed it.
    """

    message: Json
    by_bot: bool = False
    markup: Json | None = None
    silent: bool = False
    pinned: bool = False
    reaction: list[Json] = field(default_factory=list)
    only_for: int | None = None
    seq: int = 0

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.message["chat"]["id"])


@dataclass(slots=True)
class Callback:
    """A pressed button; `answer` is None until the bot answers it."""

    id: str
    person: int
    chat_id: int
    message_id: int
    at: float
    answer: Json | None = None


@dataclass(slots=True)
class Hook:
    """The webhook as it was set; an empty address means none."""

    url: str = ""
    secret: str | None = None
    max_connections: int = 40
    allowed: list[str] | None = None
    last_error_at: float | None = None
    last_error: str | None = None


class World:
    """The state, and the few steps everybody needs. It does no I/O but for file contents."""

    def __init__(self, *, bot: Profile, tokens: tuple[str, ...], folder: Path | None) -> None:
        self.bot = bot
        self.tokens = tokens
        self.clock = Clock()
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.chats: dict[int, dict[int, Entry]] = {}
        self.last_ids: dict[int, int] = {}  # 0: the counter private chats and groups share
        self.updates = UpdateQueue(self.clock)
        self.events = EventFeed()
        self.files = FileStore(folder)
        self.callbacks: dict[str, Callback] = {}
        self.hook = Hook()
        self.limiter = Limiter(self.clock, Limits())
        self.faults = FaultPlan(self.clock)
        self.log: deque[Json] = deque(maxlen=KEPT_CALLS)
        self.calls = 0
        self.changed = Signal()

    def person(self, number: int) -> Person:
        if (person := self.people.get(number)) is None:
            raise bad(f"the sandbox knows no person {number}")
        return person

    def group(self, number: int) -> Group:
        if (group := self.groups.get(number)) is None:
            raise bad(f"the sandbox knows no group {number}")
        return group

    def chat_json(self, chat_id: int) -> Json:
        if chat_id in self.groups:
            return self.groups[chat_id].as_chat()
        return self.people[chat_id].as_chat()

    def next_message_id(self, chat_id: int) -> int:
        """Supergroups count for themselves; all other chats of a bot share one counter."""
        group = self.groups.get(chat_id)
        counter = chat_id if group is not None and group.type == "supergroup" else 0
        number = self.last_ids.get(counter, 0) + 1
        self.last_ids[counter] = number
        return number

    def entry(self, chat_id: int, message_id: int | None) -> Entry | None:
        if message_id is None:
            return None
        return self.chats.get(chat_id, {}).get(message_id)

    def entries(self, chat_id: int) -> dict[int, Entry]:
        return self.chats.setdefault(chat_id, {})

    def record(self, row: Json) -> None:
        """Writes a Bot API call into the log."""
        self.calls += 1
        self.log.append({"n": self.calls, **row})
        self.changed.fire()
