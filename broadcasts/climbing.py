"""Lets a request that nobody answered climb: PLKB, OPD KB, DP3ACSKB, one step at a time."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.request_cards import card_of, card_params, role_label, wish
from bot.rules.regions import Book
from bot.rules.roles import Role
from bot.settings import Settings
from broadcasts.wake import Wake
from storage import climbing, outbox
from storage.database import Database
from storage.outbox import Priority
from storage.requests import Request

BATCH = 50
"""Requests moved in one transaction."""


class Climbing:
    """The chore. When a request is due stands in its row, so a day's downtime loses nothing:
    each takes one step, and has the next rung's whole time again."""

    def __init__(self, database: Database, settings: Settings, book: Book, wake: Wake) -> None:
        self._database = database
        self._patience = timedelta(hours=settings.members.answer_hours)
        self._book = book
        self._wake = wake

    async def turn(self, now: datetime) -> None:
        """Move everything that is due at ``now``, batch by batch."""
        while await self._batch(now):
            self._wake.ring()

    async def _batch(self, now: datetime) -> bool:
        async with self._database.session() as session:
            due = await climbing.claim_due(session, now, now + self._patience, BATCH)
            for request in due:
                await self._move(session, request, now)
            await session.commit()
        return bool(due)

    async def _move(self, session: AsyncSession, request: Request, now: datetime) -> None:
        found = await climbing.step(session, request, now)
        if found is not None:
            rung, told = found
            await outbox.queue(session, [self._climbed(request, rung, now)])
            above, priority = "request-climbed", Priority.ANSWER
        else:
            told = await climbing.remind(session, request, now)
            above, priority = "request-reminder", Priority.REMINDER
        card = await card_of(session, request, self._book, now)
        rows = [
            outbox.delivery(
                contact.chat,
                "sendMessage",
                card_params(card, contact.language, above=above),
                priority=priority,
                now=now,
            )
            for contact in told
        ]
        await outbox.queue(session, rows)

    def _climbed(self, request: Request, rung: Role, now: datetime) -> dict[str, object]:
        """The asker is told who is asked now."""
        text = texts.say(
            "join-climbed",
            request.language,
            role=wish(request),
            place=self._book.title(request.region),
            rung=role_label(rung),
        )
        params = {"text": text, "parse_mode": "HTML"}
        return outbox.delivery(
            request.chat, "sendMessage", params, priority=Priority.ANSWER, now=now
        )
