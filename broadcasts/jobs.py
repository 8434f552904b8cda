"""Does long work outside any update's transaction: one job at a time, under a lease, ended once."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeAlias

import structlog

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.rules.regions import Book
from bot.settings import Settings
from broadcasts.downloads import Fetches, Unconnected
from broadcasts.pool import Pool, Threads
from broadcasts.wake import Wake, heard
from storage import jobs
from storage.database import Database
from storage.jobs import ClaimedJob
from storage.secrets import Vault

log = structlog.get_logger(__name__)

ATTEMPTS = 8
LONGEST_PAUSE = timedelta(hours=1)


class Asks(Protocol):
    """Asks Telegram something that is no message: ``getChat``, ``getChatMember`` …"""

    async def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """The ``result`` as the Bot API spells it. Raises ``telegram.error.TelegramError``."""
        ...


@dataclass(frozen=True)
class Tools:
    """What a runner may use. A runner opens its own sessions and commits them."""

    database: Database
    clock: Clock
    settings: Settings
    vault: Vault | None
    book: Book
    telegram: Asks
    wake: Wake
    pool: Pool = field(default_factory=Threads)
    downloads: Fetches = field(default_factory=Unconnected)


Runner: TypeAlias = Callable[[Tools, ClaimedJob], Awaitable[str | None]]
"""Does one job; returns a word on how it ended, for the row. It may be run again after a crash at
any point, so each of its commits must leave something that it can go on from. Raises
:class:`NotYet` to be run again later; any other error is tried again with growing pauses."""


class NotYet(Exception):
    """The job waits for something: run it again at ``until``."""

    def __init__(self, until: datetime, why: str) -> None:
        super().__init__(why)
        self.until = until


class Worker:
    """Takes jobs as they fall due, but for the kinds ``without``, which others do; any number of
    workers share the table."""

    def __init__(
        self,
        tools: Tools,
        runners: Mapping[str, Runner],
        *,
        who: str,
        lease: timedelta,
        without: Collection[str] = (),
    ) -> None:
        self._tools = tools
        self._runners = runners
        self._who = who
        self._lease = lease
        self._without = tuple(without)
        self._bell = tools.wake.listener()

    async def run(self) -> None:
        """Work until cancelled; what is in hand then returns when its lease ends."""
        while True:
            try:
                is_more = await self.turn()
            except StorageTrouble as trouble:
                log.warning("jobs cannot be read", why=str(trouble))
                is_more = False
            except Exception:
                log.exception("job round failed")
                is_more = False
            if not is_more:
                await heard(self._bell, self._tools.settings.delivery.look_seconds)

    async def turn(self) -> bool:
        """Do one job that is due. False when there was none."""
        now = self._tools.clock.now()
        async with self._tools.database.session() as session:
            found = await jobs.claim(
                session,
                who=self._who,
                now=now,
                until=now + self._lease,
                without=self._without,
            )
            await session.commit()
        if found is None:
            return False
        async with asyncio.TaskGroup() as group:
            working = group.create_task(self._do(found))
            keeping = group.create_task(self._keep(found, working))
            await asyncio.wait([working])
            keeping.cancel()
        self._tools.wake.ring()
        return True

    async def _do(self, found: ClaimedJob) -> None:
        try:
            await self._run(found)
        except StorageTrouble as trouble:
            # The row may not be written now; its lease ends by itself, and it is taken again.
            log.warning("job not ended", job=found.id, why=str(trouble))

    async def _run(self, found: ClaimedJob) -> None:
        try:
            outcome = await self._runners[found.kind](self._tools, found)
        except NotYet as wait:
            await self._put_off(found, wait.until, str(wait), is_failure=False)
        except StorageTrouble:
            raise
        except Exception as trouble:
            log.exception("job failed", job=found.id, kind=found.kind)
            await self._once_more(found, type(trouble).__name__)
        else:
            await self._end(found, "done", outcome)

    async def _once_more(self, found: ClaimedJob, why: str) -> None:
        """Try again after a growing pause; what has a deadline is not given up before it."""
        now = self._tools.clock.now()
        pause = min(timedelta(seconds=5 * 2 ** min(found.attempts, 12)), LONGEST_PAUSE)
        is_late = found.deadline_at is None or now + pause > found.deadline_at
        if found.attempts >= ATTEMPTS and is_late:
            log.error("job given up", job=found.id, kind=found.kind)
            await self._end(found, "failed", why)
            return
        await self._put_off(found, now + pause, why)

    async def _end(self, found: ClaimedJob, state: str, outcome: str | None) -> None:
        now = self._tools.clock.now()
        async with self._tools.database.session() as session:
            await jobs.end(session, found.id, who=self._who, state=state, outcome=outcome, now=now)
            await session.commit()

    async def _put_off(
        self, found: ClaimedJob, until: datetime, why: str, *, is_failure: bool = True
    ) -> None:
        async with self._tools.database.session() as session:
            await jobs.put_off(
                session,
                found.id,
                who=self._who,
                until=until,
                outcome=why,
                is_failure=is_failure,
            )
            await session.commit()

    async def _keep(self, found: ClaimedJob, working: asyncio.Task[None]) -> None:
        """Renew the lease while the job is under way; stop the work when another has it now."""
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 4)
            try:
                async with self._tools.database.session() as session:
                    until = self._tools.clock.now() + self._lease
                    is_ours = await jobs.renew(session, found.id, who=self._who, until=until)
                    await session.commit()
            except StorageTrouble as trouble:
                log.warning("job lease not renewed", job=found.id, why=str(trouble))
                continue
            if not is_ours and not working.done():
                log.warning("job taken over", job=found.id)
                working.cancel()
                return
