"""The nightly sweep: every kind of record at its own age, a few pages a turn, each committed."""

from datetime import datetime, timedelta
from typing import Any

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.clock import WIB
from bot.forms import Say
from bot.settings import Settings
from broadcasts.wake import Wake
from storage import idle, jobs, outbox, retention
from storage.database import Database
from storage.outbox import Priority

log = structlog.get_logger(__name__)

PAGES = 40
"""Pages in one turn of the scheduler, so that broadcasts and alerts do not wait for the sweep."""
IDLE = len(retention.RULES)
"""After all rules come the people without a role."""


class Retention:
    """Begins at 03.10 WIB and goes on, turn by turn, to its end; a night missed is made up for."""

    def __init__(self, database: Database, settings: Settings, wake: Wake) -> None:
        self._database = database
        self._settings = settings
        self._wake = wake
        self._nightly = CronTrigger(hour=3, minute=10, timezone=WIB)
        self._next: datetime | None = None
        self._rule = 0
        self._after: Any = None
        self._swept: dict[str, int] = {}

    async def turn(self, now: datetime) -> None:
        """Sweep when it is time."""
        if self._next is None:
            self._next = await self._first(now)
        if now < self._next:
            return
        for _ in range(PAGES):
            if self._rule > IDLE:
                await self._finish(now)
                return
            if self._rule == IDLE:
                await self._ask_idle(now)
            else:
                await self._sweep(now)

    async def _first(self, now: datetime) -> datetime:
        """The night after the last one that came to its end; a new database waits for its first."""
        async with self._database.session() as session:
            last = await retention.last_night(session)
        return self._night_after(last if last is not None else now)

    async def _sweep(self, now: datetime) -> None:
        rule = retention.RULES[self._rule]
        async with self._database.session() as session:
            self._after, count = await retention.sweep(
                session, rule, self._settings.retention, now, self._after
            )
            await session.commit()
        self._swept[rule.name] = self._swept.get(rule.name, 0) + count
        if self._after is None:
            self._rule += 1

    async def _ask_idle(self, now: datetime) -> None:
        """Ask the next people without a role whether they stay; unanswered, they are erased."""
        days = self._settings.retention.idle_person_days - self._settings.privacy.warning_days
        async with self._database.session() as session:
            self._after, found = await idle.slice_of(
                session, self._after or 0, retention.PAGE, now, now - timedelta(days=days)
            )
            for person, chat, language in found:
                await self._ask(session, person, chat, language, now)
            await session.commit()
        self._swept["idle"] = self._swept.get("idle", 0) + len(found)
        if found:
            self._wake.ring()
        if self._after is None:
            self._rule += 1

    async def _ask(
        self, session: AsyncSession, person: int, chat: int, language: str, now: datetime
    ) -> None:
        until = now + timedelta(days=self._settings.privacy.warning_days)
        row = jobs.job(
            "erase", {"person": person, "idle": 1}, now=now, person_id=person, due_at=until
        )
        keep = texts.plain_of(Say("idle-keep"), language)
        markup = {"inline_keyboard": [[{"text": keep, "callback_data": f"pv:k:{row['id']}"}]]}
        text = texts.say("idle-ask", language, until=until)
        params = {"text": text, "parse_mode": "HTML", "reply_markup": markup}
        await jobs.ask(session, row)
        await outbox.queue(
            session,
            [outbox.delivery(chat, "sendMessage", params, priority=Priority.REMINDER, now=now)],
        )

    async def _finish(self, now: datetime) -> None:
        async with self._database.session() as session:
            await retention.note_night(session, now)
            await session.commit()
        log.info("swept", **{name: count for name, count in self._swept.items() if count})
        self._next, self._rule, self._swept = self._night_after(now), 0, {}

    def _night_after(self, moment: datetime) -> datetime:
        # A second on: the night that has just been swept is not the next one.
        following = self._nightly.get_next_fire_time(None, moment + timedelta(seconds=1))
        return following if following is not None else moment + timedelta(days=1)
