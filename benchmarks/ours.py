"""Our whole path, from the raw update to the committed answer and the call that shows it."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiogram import Bot
from sqlalchemy import func, select

from benchmarks.crowd import Crowd, enrol
from benchmarks.script import Raw, Shown
from benchmarks.stubs import TOKEN, AiogramStub
from bot.clock import SystemClock
from bot.core import open_core
from bot.intake import incoming
from bot.settings import Settings
from bot.setup import load_regions
from bot.transaction import UpdateTransaction
from bot.webhook import person_locks
from bot.work import Surroundings
from handlers.dispatch import AiogramConversation
from storage.database import Database
from storage.migrate import upgrade
from storage.models import Activity


class OurBot:
    """Takes a list of updates in one transaction, then sends the replies."""

    def __init__(self, bot: Bot, transaction: UpdateTransaction, database: Database, crowd: Crowd):
        self._bot = bot
        self._transaction = transaction
        self._database = database
        self._crowd = crowd
        # The bot was built over this very session, which its library types more widely.
        self.stub: AiogramStub = bot.session  # type: ignore[assignment]

    async def take(self, updates: Sequence[Raw]) -> None:
        given = [incoming(raw, self._bot) for raw in updates]
        for handled in await self._transaction.take(given):
            for reply in handled.replies:
                await self._bot(reply)

    def shown(self, chat: int) -> Shown | None:
        return self.stub.shown(chat)

    async def finished(self) -> int:
        """Activities that the crowd's people have in the database."""
        theirs = Activity.person_id.in_(self._crowd.chats())
        async with self._database.session() as session:
            return await session.scalar(select(func.count()).where(theirs)) or 0


async def prepare(url: str) -> None:
    """Bring an empty database to the shape the bot needs, with the province's regions."""
    database = Database(url)
    try:
        await upgrade(database)
        await load_regions(database)
    finally:
        await database.close()


@asynccontextmanager
async def open_ours(url: str, crowd: Crowd) -> AsyncIterator[OurBot]:
    """The bot over a prepared database, with the crowd's people registered in it."""
    os.environ.setdefault("CIKAR_CASE_KEY", "00" * 32)
    settings = Settings.model_validate({"database": {"url": url}})
    async with open_core(settings) as core:
        await enrol(core.database, crowd)
        bot = Bot(TOKEN, session=AiogramStub())
        transaction = UpdateTransaction(
            core.database,
            SystemClock(),
            Surroundings(settings, core.book, core.vault, "cikar_bot", core.hints),
            AiogramConversation(bot, settings),
            lock=None if core.database.is_sqlite else person_locks,
        )
        yield OurBot(bot, transaction, core.database, crowd)
