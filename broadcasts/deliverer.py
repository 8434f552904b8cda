"""Empties the outbox: the most urgent first, at the pace Telegram allows, each ending noted."""

import asyncio
from datetime import timedelta

import structlog

from bot.budget import counts
from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.settings import DeliverySettings
from broadcasts.endings import ending_of
from broadcasts.ledger import Ledger
from broadcasts.outcomes import Blocked, Gone, Later, Moved, NotBegun, Outcome, Refused, Sent
from broadcasts.pacing import ChatPaces
from broadcasts.refusals import is_chat_gone, is_muted, is_topic_gone
from broadcasts.sender import Sender
from broadcasts.wake import Wake, heard
from storage.claims import Claimed, Ending
from storage.files import MissingFile
from storage.outbox import Priority

log = structlog.get_logger(__name__)

URGENT_LANES = 4
"""Extra places in flight that broadcasts and reminders never take."""
PATIENCE = 2.0
"""Seconds a claimed row waits in hand for its chat's turn; longer waits go back to the queue."""

LANDING = 1.5
"""Seconds an orderly stop waits for requests under way."""


class Deliverer:
    """One worker over the outbox; any number of them share it."""

    def __init__(
        self,
        ledger: Ledger,
        sender: Sender,
        clock: Clock,
        paces: ChatPaces,
        wake: Wake,
        settings: DeliverySettings,
        *,
        lanes: int,
    ) -> None:
        self._ledger = ledger
        self._sender = sender
        self._clock = clock
        self._paces = paces
        self._bell = wake.listener()
        self._settings = settings
        self._lanes = lanes
        self._hand: list[Claimed] = []
        self._flying: dict[int, Claimed] = {}
        self._is_hungry = True

    async def run(self) -> None:
        """Deliver until cancelled, then give back what was not begun."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._tend())
                try:
                    await self._work(group)
                except asyncio.CancelledError:
                    await self._land()
                    raise
        finally:
            try:
                async with asyncio.timeout(1):
                    await self._ledger.release()
            except (StorageTrouble, TimeoutError):
                log.info("claimed rows return when their lease ends")

    async def _work(self, group: asyncio.TaskGroup) -> None:
        while True:
            pause = await self._round(group)
            if await heard(self._bell, pause):
                self._is_hungry = True

    async def _land(self) -> None:
        """At a stop, let requests under way come to their end: cut off, they would be uncertain."""
        try:
            async with asyncio.timeout(LANDING):
                while self._flying:
                    await self._bell.wait()
                    self._bell.clear()
        except TimeoutError:
            log.warning("stopped with requests under way", deliveries=sorted(self._flying))

    async def _round(self, group: asyncio.TaskGroup) -> float:
        """Claim, start what may start, and say how long to rest."""
        try:
            await self._fill()
            await self._put_back()
        except StorageTrouble as trouble:
            log.warning("outbox cannot be read", why=str(trouble))
            return self._settings.look_seconds
        except Exception:
            # Whatever it is, the next look must come: alerts wait in this table.
            log.exception("outbox round failed")
            return self._settings.look_seconds
        for row in self._startable():
            self._hand.remove(row)
            self._flying[row.id] = row
            group.create_task(self._deliver(row))
        waits = [self._ready_in(row) for row in self._hand if not self._is_flying(row.chat_id)]
        return min([self._settings.look_seconds, *(wait for wait in waits if wait > 0)])

    async def _fill(self) -> None:
        """Claim more when there is room; urgent rows always find room."""
        if self._paces.all_ready_in() > 0:
            return
        room = self._settings.claim - len(self._hand) - len(self._flying)
        below = None
        if room < self._settings.claim // 2:
            if not self._is_hungry:
                return
            room, below = self._settings.claim, int(Priority.REMINDER)
        claimed = await self._ledger.claim(room, below)
        self._is_hungry = len(claimed) == room
        self._hand = sorted([*self._hand, *claimed], key=lambda row: (row.priority, row.id))

    async def _put_back(self) -> None:
        """Rows whose chat must wait long return to the queue with the time of their turn."""
        for row in [row for row in self._hand if self._ready_in(row) > PATIENCE]:
            self._hand.remove(row)
            at = self._clock.now() + timedelta(seconds=self._ready_in(row))
            await self._ledger.settle(Ending(row.id, "queued", not_before=at))

    def _startable(self) -> list[Claimed]:
        chosen: list[Claimed] = []
        chats = {row.chat_id for row in self._flying.values()}
        for row in self._hand:
            lanes = self._lanes + (URGENT_LANES if row.priority < Priority.REMINDER else 0)
            if len(self._flying) + len(chosen) >= lanes:
                continue
            if row.chat_id in chats:
                continue
            chats.add(row.chat_id)  # a later row of this chat keeps its place behind this one
            if self._ready_in(row) <= 0:
                chosen.append(row)
        return chosen

    def _ready_in(self, row: Claimed) -> float:
        if counts(row.method):
            return self._paces.ready_in(row.chat_id)
        return self._paces.all_ready_in()

    def _is_flying(self, chat: int) -> bool:
        return any(row.chat_id == chat for row in self._flying.values())

    async def _deliver(self, row: Claimed) -> None:
        try:
            await self._attempt(row)
        except StorageTrouble as trouble:
            # The lease ends by itself; the row then returns, or is uncertain if it was begun.
            log.warning("ending not noted", delivery=row.id, why=str(trouble))
        except Exception as bug:
            log.exception("delivery failed", delivery=row.id)
            await self._give_up(row, type(bug).__name__)
        finally:
            del self._flying[row.id]
            self._is_hungry = True
            self._bell.set()

    async def _attempt(self, row: Claimed) -> None:
        now = self._clock.now()
        if row.chat_id == 0:
            wait = now + timedelta(minutes=1)
            log.error("delivery cannot be opened with this key", delivery=row.id)
            await self._ledger.settle(Ending(row.id, "queued", not_before=wait))
            return
        if row.expires_at is not None and row.expires_at <= now:
            await self._ledger.settle(Ending(row.id, "expired"))
            return
        try:
            method, params = await self._ledger.content(row)
        except MissingFile:
            await self._ledger.settle(Ending(row.id, "failed", outcome="its file is missing"))
            return

        params = await self._ledger.in_topic(row.chat_id, method, params)

        async def begin() -> bool:
            if counts(method):
                self._paces.note(row.chat_id)
            return await self._ledger.begin(row)

        outcome = await self._sender.send(row, method, params, begin)
        if isinstance(outcome, Refused) and is_topic_gone(outcome.reason):
            await self._leave_topic(row, outcome.reason)
        else:
            await self._note(row, outcome)

    async def _leave_topic(self, row: Claimed, reason: str) -> None:
        """The group's topic is gone: once more, to its general topic. An answer that names a topic
        of its own ends."""
        if "message_thread_id" in row.params:
            await self._ledger.settle(Ending(row.id, "failed", outcome=reason))
            return
        again = Ending(row.id, "queued", outcome=reason, not_before=self._clock.now())
        await self._ledger.topic_gone(row.chat_id, again)

    async def _note(self, row: Claimed, outcome: Outcome) -> None:
        """Write the outcome down, with what it tells about the chat."""
        if isinstance(outcome, NotBegun):
            return
        ending = ending_of(row, outcome, self._clock.now(), attempts=self._settings.attempts)
        match outcome:
            case Blocked():
                await self._ledger.unreachable(row.chat_id, ending)
            case Gone(reason=reason) if is_chat_gone(reason):
                await self._ledger.unreachable(row.chat_id, ending)
            case Refused(reason=reason) if row.chat_id < 0 and is_muted(reason):
                await self._ledger.muted(row.chat_id, ending)
            case Moved(chat_id=new):
                await self._ledger.moved(row.chat_id, ending, new)
            case Later(wait=wait):
                if self._paces.hold(row.chat_id, wait):
                    log.warning("flood wait", seconds=wait.total_seconds())
                await self._ledger.settle(ending)
            case Sent() if row.chat_id < 0 and row.method.startswith("send"):
                await self._ledger.arrived(row.chat_id, ending)
            case _:
                await self._ledger.settle(ending)

    async def _give_up(self, row: Claimed, why: str) -> None:
        try:
            await self._ledger.settle(Ending(row.id, "failed", outcome=why))
        except Exception:
            log.exception("ending not noted", delivery=row.id)

    async def _tend(self) -> None:
        """Keep our leases alive and take over those of the dead."""
        while True:
            try:
                held = {row.id for row in self._hand} | set(self._flying)
                returned, uncertain = await self._ledger.tend(held)
                if returned or uncertain:
                    log.warning("took over deliveries", returned=returned, uncertain=uncertain)
                    self._bell.set()
            except StorageTrouble as trouble:
                log.warning("leases not renewed", why=str(trouble))
            except Exception:
                log.exception("leases not renewed")
            await asyncio.sleep(self._settings.lease_seconds / 4)
