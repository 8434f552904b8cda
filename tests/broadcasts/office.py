"""A deliverer at work over a real outbox, with time and Telegram's answers in the test's hands."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.clock import ManualClock
from bot.settings import DeliverySettings
from broadcasts.deliverer import Deliverer
from broadcasts.ledger import Ledger
from broadcasts.outcomes import NotBegun, Outcome, Sent
from broadcasts.pacing import ChatPaces
from broadcasts.sender import Sender
from broadcasts.wake import Wake
from storage import outbox
from storage.claims import FINAL, Claimed
from storage.database import Database
from storage.models import Delivery
from storage.outbox import Priority
from storage.secrets import Vault
from tests.storage.building import VAULT, delivery

LEASE = timedelta(seconds=20)


@dataclass(frozen=True)
class Request:
    """A call as it left. ``at`` counts all calls."""

    chat: int
    method: str
    params: Mapping[str, Any]
    at: int


class ScriptedSender(Sender):
    """Answers each chat's calls from a script, else with :class:`Sent`.

    A chat in ``gates`` is answered when its event is set. ``before`` runs just before a row is
    begun. An exception in a script is raised.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.script: dict[int, list[Outcome | Exception]] = defaultdict(list)
        self.gates: dict[int, asyncio.Event] = {}
        self.before: Callable[[Claimed], Awaitable[None]] | None = None
        self.in_air: set[int] = set()

    async def send(
        self,
        row: Claimed,
        method: str,
        params: Mapping[str, Any],
        begin: Callable[[], Awaitable[bool]],
    ) -> Outcome:
        if self.before is not None:
            await self.before(row)
        if not await begin():
            return NotBegun()
        assert row.chat_id not in self.in_air, "two calls at once in one chat"
        self.requests.append(Request(row.chat_id, method, params, len(self.requests)))
        self.in_air.add(row.chat_id)
        try:
            if row.chat_id in self.gates:
                await self.gates[row.chat_id].wait()
        finally:
            self.in_air.discard(row.chat_id)
        script = self.script[row.chat_id]
        outcome = script.pop(0) if script else Sent(1000 + len(self.requests))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def chats(self) -> list[int]:
        return [request.chat for request in self.requests]


@dataclass
class Office:
    """Everything one deliverer needs; fields may be replaced before :meth:`working`."""

    database: Database
    vault: Vault | None = VAULT
    per_chat: float = 0.0
    per_group: int = 1000
    lanes: int = 8
    settings: DeliverySettings = field(
        default_factory=lambda: DeliverySettings(look_seconds=0.005, lease_seconds=0.2)
    )
    who: str = "office"
    clock: ManualClock = field(default_factory=ManualClock)
    sender: ScriptedSender = field(default_factory=ScriptedSender)
    wake: Wake = field(default_factory=Wake)
    ledger_kind: type[Ledger] = Ledger

    def ledger(self) -> Ledger:
        return self.ledger_kind(self.database, self.clock, self.vault, who=self.who, lease=LEASE)

    @asynccontextmanager
    async def working(self) -> AsyncIterator["Office"]:
        """The deliverer runs inside the block and is stopped in good order at its end."""
        deliverer = Deliverer(
            self.ledger(),
            self.sender,
            self.clock,
            ChatPaces(
                per_chat_seconds=self.per_chat,
                per_group_per_minute=self.per_group,
                now=lambda: self.clock.at.timestamp(),
            ),
            self.wake,
            self.settings,
            lanes=self.lanes,
        )
        async with self.at_work(deliverer):
            yield self

    @staticmethod
    @asynccontextmanager
    async def at_work(deliverer: Deliverer) -> AsyncIterator[None]:
        task = asyncio.create_task(deliverer.run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def queue(self, chat: int, text: str = "halo", **changes: Any) -> int:
        """Queue a text and ring, as whoever writes to the outbox does."""
        row = outbox.delivery(
            chat,
            changes.pop("method", "sendMessage"),
            {"text": text},
            priority=changes.pop("priority", Priority.ANSWER),
            now=self.clock.now(),
            **changes,
        )
        async with self.database.write() as session:
            await outbox.queue(session, [row])
        self.wake.ring()
        number: int = row["id"]
        return number

    async def until(self, number: int, *states: str) -> Delivery:
        """The delivery, once it is in one of these states (any ending by default)."""
        wanted = states or FINAL
        async with asyncio.timeout(10):
            while True:
                row = await delivery(self.database, number)
                if row.state in wanted:
                    return row
                await asyncio.sleep(0.005)

    async def requested(self, count: int) -> None:
        """Until that many calls have left."""
        async with asyncio.timeout(10):
            while True:
                if len(self.sender.requests) >= count:
                    return
                await asyncio.sleep(0.005)

    async def looks_around(self) -> None:
        """Long enough for several looks at the outbox: what may leave now has left."""
        await asyncio.sleep(0.06)
