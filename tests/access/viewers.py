"""Everybody there could be: each role in each place, and those whose role does not count now."""

import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any, TypeAlias

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.desk import Desk
from bot.errors import AppError
from bot.forms import Say
from bot.intake import incoming
from bot.rules.roles import ACTS, Act, Grant, Role, is_within
from bot.work import Incoming, Work
from handlers import access
from storage.assignments import assign
from storage.models import Assignment
from storage.people import register
from tests.conversations.driver import RunningBot
from tests.telegram import chat_of

TARGET = "19.01.01.1001"
PLACES = {
    "own kampung": TARGET,
    "sibling village": "19.01.01.1002",
    "its kecamatan": "19.01.01",
    "another kecamatan": "19.01.02",
    "same kab": "19.01",
    "other kab": "19.02",
    "whole province": "19",
    "suspended": "19",
    "ended yesterday": "19",
}
OUT_OF_FORCE = ("suspended", "ended yesterday")
Try: TypeAlias = Callable[["Turn", Any], Awaitable[bool]]
Tried: TypeAlias = Callable[["Turn"], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody with one role in one place."""

    chat: int
    role: Role
    place: str

    def ought_to(self, act: Act, where: str) -> bool:
        """What the table says about ``act`` in the region ``where``."""
        if self.place in OUT_OF_FORCE:
            return False
        grant = Grant(self.role, PLACES[self.place])
        is_here = not where or is_within(where, grant.region)
        return act in ACTS[grant.role] and is_here


@dataclass(frozen=True, slots=True)
class Turn:
    """One viewer's attempt: a transaction that is never committed."""

    bot: RunningBot
    work: Work
    viewer: Viewer

    async def says(self, text: str, chat: int | None = None) -> list[str]:
        """Write a message, in private or in a group; the texts of the answer."""
        message = {"message_id": 7, "date": 0, "text": text, "chat": chat_of(chat or self.chat)}
        return await self._feed({"message": message | {"from": self._account()}})

    async def presses(self, data: str) -> list[str]:
        """Press a button, shown or forged; the texts of the answer."""
        message = {"message_id": 7, "date": 1, "text": "?", "chat": chat_of(self.chat)}
        query = {"id": "1", "from": self._account(), "chat_instance": "1", "data": data}
        return await self._feed({"callback_query": query | {"message": message}})

    async def done(self, form: str, answers: dict[str, Any], **memory: Any) -> None:
        """Submit a form with these answers, forged or not."""
        await self._conversation._flows.by_name[form].done(self.work, answers, memory)

    async def find(self, statement: Any) -> Any:
        """One value out of the transaction as it stands."""
        return await (await self.work.session()).scalar(statement)

    @property
    def _conversation(self) -> Any:
        return self.bot.answering.transaction._conversation

    async def _feed(self, content: dict[str, Any]) -> list[str]:
        raw = {"update_id": 1, **content}
        update = incoming(raw, self.bot.answering.bot)
        calls = await self._conversation.feed(update, self.work)
        return [text for call in calls if (text := getattr(call, "text", None))]

    def _account(self) -> dict[str, Any]:
        return {"id": self.viewer.chat, "is_bot": False, "first_name": "Uji"}

    @property
    def chat(self) -> int:
        return self.viewer.chat


async def everybody(bot: RunningBot) -> list[Viewer]:
    """One viewer for each role and place."""
    now, viewers = bot.clock.now(), []
    numbers: Iterator[int] = count(10_001)
    async with bot.writing() as session:
        for role in Role:
            for place, region in PLACES.items():
                viewer = Viewer(next(numbers), role, place)
                person = await register(
                    session,
                    telegram_id=viewer.chat,
                    name=f"{role.value} {place}",
                    language="id",
                    consent_version=1,
                    now=now,
                )
                ended = now - timedelta(days=1) if place == "ended yesterday" else None
                number = await assign(
                    session,
                    person_id=person,
                    role=role,
                    region=region,
                    granted_by=None,
                    now=now - timedelta(days=30),
                    confirmed=True,
                    valid_until=ended,
                )
                if place == "suspended":
                    await suspended(session, number)
                viewers.append(viewer)
    return viewers


async def suspended(session: AsyncSession, assignment: int) -> None:
    """Let a role rest."""
    row = await session.get(Assignment, assignment)
    assert row is not None
    row.suspended = True


async def tried(bot: RunningBot, viewer: Viewer, attempt: Tried) -> bool:
    """Whether the attempt had its effect. Refusals are no effect; nothing is kept."""
    update = Incoming(1, viewer.chat, viewer.chat, "id", None)
    around = bot.answering.transaction._around
    async with bot.core.database.connection() as connection:
        desk = Desk(connection, around, bot.clock.now())
        await desk.load([update])
        try:
            return await attempt(Turn(bot, desk.work(update), viewer))
        except AppError:
            return False


def without_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the handlers' checks away: the routers' and the one that each of them makes."""

    async def passes(_: Any, handler: Any, event: Any, data: Any) -> Any:
        return await handler(event, data)

    def anybody(person: Any, *_: Any) -> Any:
        if person is None:
            raise AppError("refused-unregistered", ask=Say("ask-field-officer"))
        return person

    checks = access.require
    monkeypatch.setattr(access.Needs, "__call__", passes)
    checked = [
        module
        for name, module in sys.modules.items()
        if name.startswith("handlers.") and getattr(module, "require", None) is checks
    ]
    assert len(checked) > 10, "the handlers' check is called otherwise now"
    for module in checked:
        monkeypatch.setattr(module, "require", anybody)
