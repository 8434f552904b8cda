"""Builds the answering side: aiogram's bot, the intake and the replies."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiogram.methods import Response, TelegramMethod
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats
from aiohttp import web
from pydantic import SecretStr

from bot import atlas
from bot.budget import Budget, counts
from bot.core import Core
from bot.errors import Unready
from bot.intake import ALLOWED_UPDATES, Poller
from bot.replies import Replier
from bot.rules.commands import OFFERED, offered_to, word_of
from bot.texts import LANGUAGES, say
from bot.transaction import UpdateTransaction
from bot.webhook import Gatherer, application, person_locks
from bot.work import Surroundings
from handlers.dispatch import AiogramConversation
from handlers.groups import ALARMS, HERE
from storage.outbox import Priority

log = structlog.get_logger(__name__)

SECRET_VARIABLE = "CIKAR_WEBHOOK_SECRET"  # noqa: S105 -- the variable's name


class DrawsBudget(BaseRequestMiddleware):
    """aiogram's hook: counting calls draw from the one budget of the token."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> Response[Any]:
        if counts(method.__api_method__):
            await self._budget.draw(Priority.ANSWER)
        return await make_request(bot, method)


def build_bot(api_base: str, token: SecretStr, budget: Budget) -> Bot:
    """aiogram's bot against a Bot API server, under the budget."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_base.rstrip("/")))
    session.middleware(DrawsBudget(budget))
    return Bot(token.get_secret_value(), session=session)


class Answering:
    """One process's answering side: transaction, replies, and a way for updates to come in."""

    def __init__(self, core: Core, bot: Bot, username: str, wake: Callable[[], None]) -> None:
        self._core = core
        self.bot = bot
        around = Surroundings(core.settings, core.book, core.vault, username, core.hints)
        conversation = AiogramConversation(bot, core.settings)
        self.transaction = UpdateTransaction(
            core.database,
            core.clock,
            around,
            conversation,
            wake=wake,
            lock=None if core.database.is_sqlite else person_locks,
        )
        self.replier = Replier(
            bot,
            self.transaction,
            core.clock,
            core.vault,
            seconds=core.settings.telegram.reply_seconds,
            per_chat_seconds=core.settings.telegram.per_chat_seconds,
        )

    async def poll(self, started: Callable[[], None]) -> None:
        """Long polling until cancelled."""
        telegram = self._core.settings.telegram
        await self.bot.delete_webhook()
        poller = Poller(
            self.bot,
            self.transaction,
            self.replier,
            batch=telegram.batch,
            poll_seconds=telegram.poll_seconds,
        )
        async with asyncio.TaskGroup() as group:
            await self._start_replier(group)
            group.create_task(self._keep())
            group.create_task(poller.run())
            started()

    async def serve_webhook(self, started: Callable[[], None]) -> None:
        """A web server until cancelled; registered with Telegram when `webhook.url` is set."""
        settings = self._core.settings.webhook
        secret = os.environ.get(SECRET_VARIABLE, "")
        if not secret:
            raise Unready(f"{SECRET_VARIABLE} is missing; set it to 1-256 of A-Z a-z 0-9 _ -.")
        gatherer = Gatherer(self.transaction, self.replier)
        app = application(self.bot, gatherer, settings.path, secret)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        await runner.setup()
        try:
            async with asyncio.TaskGroup() as group:
                await self._start_replier(group)
                group.create_task(self._keep())
                group.create_task(gatherer.run())
                await web.TCPSite(runner, settings.host, settings.port).start()
                if settings.url:
                    await self.bot.set_webhook(
                        settings.url, secret_token=secret, allowed_updates=ALLOWED_UPDATES
                    )
                log.info("webhook listens", host=settings.host, port=runner.addresses[0][1])
                started()
        finally:
            await runner.cleanup()

    async def _keep(self) -> None:
        await atlas.keep(self._core.database, self._core.book, self._core.hints)

    async def _start_replier(self, group: asyncio.TaskGroup) -> None:
        ready = asyncio.Event()
        group.create_task(self.replier.run(ready.set))
        await ready.wait()


@asynccontextmanager
async def open_answering(
    core: Core, token: SecretStr, budget: Budget, wake: Callable[[], None]
) -> AsyncIterator[Answering]:
    """Connect to Telegram, learn the bot's name and set its commands."""
    bot = build_bot(core.settings.telegram.api_base, token, budget)
    try:
        username = await _introduce(bot)
        yield Answering(core, bot, username, wake)
    finally:
        await bot.session.close()


async def _introduce(bot: Bot) -> str:
    """getMe and the commands of those who have no role. Waits for the network; raises Unready for
    a refused token."""
    pause = 1.0
    while True:
        try:
            me = await bot.me()
            await _offer_in_groups(bot)
            for language in LANGUAGES:
                listed = [
                    BotCommand(
                        command=word_of(one, language),
                        description=say(f"command-{one.name}", language),
                    )
                    for one in offered_to(())
                ]
                await bot.set_my_commands(
                    listed, language_code=None if language == "id" else language
                )
        except TelegramUnauthorizedError:
            raise Unready("Telegram refuses the token in BOT_TOKEN; ask @BotFather.") from None
        except (AiogramError, OSError) as trouble:
            log.warning("Telegram cannot be reached", why=type(trouble).__name__, seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30)
        else:
            return me.username or ""


async def _offer_in_groups(bot: Bot) -> None:
    """The few commands that belong in a group. Those about a child in danger are ephemeral: whoever
    picks them from the list is seen by nobody else (Bot API 10.2)."""
    for language in LANGUAGES:
        listed = [
            BotCommand(
                command=word_of(one, language),
                description=say(f"command-{one.name}", language),
                is_ephemeral=True if one.name in ALARMS else None,
            )
            for one in OFFERED
            if one.name in (*ALARMS, *HERE)
        ]
        await bot.set_my_commands(
            listed,
            scope=BotCommandScopeAllGroupChats(),
            language_code=None if language == "id" else language,
        )
