"""The real program with Telegram faked at the edge and time standing still: an update is handled,
committed, answered and delivered before the next line of a test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.answering import Answering, open_answering
from bot.budget import Budget
from bot.clock import ManualClock
from bot.core import Core, open_core
from bot.intake import Poller, incoming
from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from bot.settings import Settings
from broadcasts.chores import all_chores
from broadcasts.deliverer import Deliverer
from broadcasts.jobs import Tools, Worker
from broadcasts.ledger import Ledger
from broadcasts.pacing import ChatPaces
from broadcasts.runners import all_runners
from broadcasts.scheduler import Scheduler
from broadcasts.sender import Sender
from broadcasts.wake import Wake
from storage import assignments, people
from storage.models import Base
from tests.conversations.edges import AiogramEdge, DownloadEdge, ptb_edge
from tests.conversations.people import Somebody
from tests.telegram import FakeTelegram

TOKEN = SecretStr("42:a-token-for-tests")
LEASE = timedelta(seconds=20)


@dataclass
class RunningBot:
    """The program and its surroundings. ``turns`` lets it do all there is to do."""

    core: Core
    clock: ManualClock
    telegram: FakeTelegram
    ledger: Ledger
    deliverer: Deliverer
    scheduler: Scheduler
    worker: Worker
    delivers: bool = True
    has_outbox: bool = False
    is_asleep: bool = False
    pauses: list[float] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: iter(range(501, 1000)))
    _life: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    async def starts(self) -> None:
        """Start the answering side as a new process does."""
        budget = Budget(_at_once)
        opened = open_answering(self.core, TOKEN, budget, self._wakes)
        self.answering: Answering = await self._life.enter_async_context(opened)
        replier = self.answering.replier
        ready = asyncio.Event()
        self._replying = asyncio.create_task(replier.run(ready.set))
        await ready.wait()
        self.poller = Poller(
            self.answering.bot,
            self.answering.transaction,
            replier,
            batch=100,
            poll_seconds=0,
            pause=self._pause,
        )

    async def stops(self) -> None:
        self._replying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._replying
        await self._life.aclose()

    def _wakes(self) -> None:
        self.has_outbox = True

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def turns(self) -> None:
        """Take every update there is, answer, and deliver what is due."""
        if self.is_asleep:
            return
        while await self.poller.turn(0):
            await self.replies()
        await self.replies()
        if self.delivers and self.has_outbox:
            await self.delivers_all()

    async def replies(self) -> None:
        """Let every answer leave."""
        while not self.answering.replier.is_idle():
            assert not self._replying.done(), self._replying.exception()
            await asyncio.sleep(0)

    async def delivers_all(self) -> None:
        """Do the jobs there are, and empty the outbox of what is due now."""
        self.has_outbox = False
        while await self.worker.turn():
            pass
        while rows := await self.ledger.claim(50):
            for row in rows:
                await self.deliverer._attempt(row)

    async def fires(self) -> None:
        """Let schedules fire and everything that follows from them be delivered."""
        for _ in range(4):
            await self.scheduler.turn()
            await self.delivers_all()
            self.clock.advance(seconds=self.core.settings.delivery.progress_seconds)

    @contextlib.contextmanager
    def asleep(self) -> Iterator[None]:
        """Meanwhile updates pile up at Telegram."""
        self.is_asleep = True
        yield
        self.is_asleep = False

    async def dies_before_answering(self) -> None:
        """Commit what waits at Telegram, then die before a single answer; start again."""
        updates = [incoming(raw, self.answering.bot) for raw in self.telegram.updates]
        await self.answering.transaction.take(updates)
        await self.stops()
        await self.starts()

    async def rows(self, model: type[Base]) -> Sequence[Any]:
        """Everything in a table, read through a session of its own."""
        async with self.core.database.session() as session:
            return (await session.scalars(select(model))).all()

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A session that commits at its end, for what a test finds there beforehand."""
        async with self.core.database.session() as session:
            yield session
            await session.commit()

    def stranger(self, name: str, language: str = "id") -> Somebody:
        """Somebody the bot does not know."""
        return Somebody(self, next(self._numbers), name, language)

    async def person(self, name: str, *grants: tuple[Role, str], language: str = "id") -> Somebody:
        """Somebody registered, with roles in force in their regions."""
        somebody, now = self.stranger(name, language), self.clock.now()
        async with self.writing() as session:
            number = await people.register(
                session,
                telegram_id=somebody.id,
                name=name,
                language=language,
                consent_version=NOTICE_VERSION,
                now=now,
            )
            for role, region in grants:
                await assignments.assign(
                    session,
                    person_id=number,
                    role=role,
                    region=region,
                    granted_by=None,
                    now=now,
                    confirmed=True,
                )
        return somebody


async def _at_once() -> None:
    """The rate budget of the tests: no waiting."""


@contextlib.asynccontextmanager
async def running(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RunningBot]:
    """The program built from its own parts; at the end every rule of the fake must have held."""
    telegram, clock, wake = FakeTelegram(), ManualClock(), Wake()
    monkeypatch.setattr(
        "bot.answering.build_bot",
        lambda *_: Bot(TOKEN.get_secret_value(), session=AiogramEdge(telegram)),
    )
    for module in ("broadcasts.sender", "telegram._bot"):
        monkeypatch.setattr(f"{module}.HTTPXRequest", ptb_edge(telegram))
    async with open_core(settings, clock) as core:
        telegram.watch(core.database)
        exports = Path(settings.export.folder)
        ledger = Ledger(core.database, clock, core.vault, who="test", lease=LEASE, exports=exports)
        sender = Sender(settings.telegram, TOKEN, Budget(_at_once))
        paces = ChatPaces(per_chat_seconds=0, per_group_per_minute=10_000)
        deliverer = Deliverer(ledger, sender, clock, paces, wake, settings.delivery, lanes=8)
        chores = all_chores(core.database, settings, core.book, wake)
        scheduler = Scheduler(core.database, clock, wake, settings, chores)
        tools = Tools(
            core.database,
            clock,
            settings,
            core.vault,
            core.book,
            sender,
            wake,
            downloads=DownloadEdge(telegram),
        )
        worker = Worker(tools, all_runners(), who="test", lease=LEASE)
        bot = RunningBot(core, clock, telegram, ledger, deliverer, scheduler, worker)
        await bot.starts()
        try:
            yield bot
        finally:
            await bot.stops()
    assert telegram.broken == []
    assert telegram.refusals == []
