"""Reminds of problems that nobody plans anything for, and of interventions whose day has passed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.clock import today
from bot.forms import Say
from bot.rules.danger import danger_in
from bot.rules.lists import AGENCIES, PROBLEMS, label_of
from bot.rules.problems import is_told_by_day, waiting_before
from bot.rules.regions import Book
from bot.rules.roles import Role
from bot.settings import Settings
from broadcasts.wake import Wake
from storage import idle_problems, outbox
from storage.database import Database
from storage.idle_problems import Due, Idle
from storage.interventions import OWN
from storage.outbox import Priority
from storage.supervisors import Contact, contacts

BATCH = 50
"""Interventions asked about in one transaction."""
MOST_LINES = 10
"""Villages named in one message; the page names all."""
_PLANNERS = (Role.WORKING_GROUP, Role.FIELD_OFFICER)


@dataclass
class _Told:
    """What one person is told: how many problems, by village and category."""

    contact: Contact
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)


class OpenProblems:
    """The chore. What was told stands in the rows; a problem is told of on the day that it has
    waited long enough, in the morning, so that one message a day counts all of a person's."""

    def __init__(self, database: Database, settings: Settings, book: Book, wake: Wake) -> None:
        self._database = database
        self._days = settings.problems.idle_days
        self._book = book
        self._wake = wake
        self._digested: date | None = None

    async def turn(self, now: datetime) -> None:
        """Tell and ask what is due at ``now``; nothing at night, when it waits for the morning."""
        if not is_told_by_day(now):
            return
        if await self._tell(now):
            self._wake.ring()
        while await self._ask(now):
            self._wake.ring()
        if today(now).weekday() == 0 and self._digested != today(now):
            await self._digest(now)
            self._digested = today(now)
            self._wake.ring()

    async def _tell(self, now: datetime) -> bool:
        async with self._database.session() as session:
            found = await idle_problems.claim_idle(session, now, waiting_before(now, self._days))
            if not found:
                return False
            told = await self._folded(session, found, now)
            rows = [self._listed(one, now) for one in told]
            await outbox.queue(session, rows)
            await session.commit()
        return True

    async def _folded(
        self, session: AsyncSession, found: Sequence[Idle], now: datetime
    ) -> Iterable[_Told]:
        """The problems by person: POKJA and PLKB of each village, or of what it has become."""
        people: dict[int, _Told] = {}
        near: dict[str, Mapping[int, Contact]] = {}
        for one in found:
            if one.region not in near:
                near[one.region] = await self._planners(session, one.region, now)
            for person, contact in near[one.region].items():
                told = people.setdefault(person, _Told(contact))
                told.counts[one.region, one.category] += 1
        return people.values()

    async def _planners(
        self, session: AsyncSession, region: str, now: datetime
    ) -> Mapping[int, Contact]:
        after = [one.code for one in self._book.successors(region)]
        found: dict[int, Contact] = {}
        for code in (region, *after):
            for contact in await contacts(session, _PLANNERS, code, now):
                found[contact.person] = contact
        return found

    def _listed(self, told: _Told, now: datetime) -> dict[str, Any]:
        """One message for one person and day: categories and villages, and nothing more."""
        language = told.contact.language
        lines = [
            texts.say(
                "problem-told-line",
                language,
                category=label_of(PROBLEMS, category),
                place=self._book.title(region),
                count=str(count),
            )
            for (region, category), count in sorted(told.counts.items())[:MOST_LINES]
        ]
        left = len(told.counts) - MOST_LINES
        if left > 0:
            lines.append(texts.say("problem-told-more", language, count=str(left)))
        count, days = str(told.counts.total()), str(self._days)
        text = "\n".join([texts.say("problem-told", language, count=count, days=days), *lines])
        button = texts.plain_of(Say("problem-idle-button"), language)
        # Nothing makes it unique but the claim: a problem whose row was in somebody's hand then
        # is told of in a message of its own.
        return _message(told.contact.chat, text, [[(button, "pr:idle")]], now)

    async def _ask(self, now: datetime) -> bool:
        """Ask whether interventions whose day has passed were carried out."""
        async with self._database.session() as session:
            due = await idle_problems.claim_due(session, now, today(now), BATCH)
            for one in due:
                planners = await self._planners(session, one.region, now)
                asked = planners.get(one.person)
                whom = [asked] if asked is not None else list(planners.values())
                rows = [self._question(one, contact, now) for contact in whom]
                await outbox.queue(session, rows)
            await session.commit()
        return bool(due)

    def _question(self, one: Due, contact: Contact, now: datetime) -> dict[str, Any]:
        language = contact.language
        text = texts.say(
            "intervention-asked",
            language,
            category=label_of(PROBLEMS, one.category),
            place=self._book.title(one.region),
            agency=_agency(one.agency),
            day=one.planned_on,
        )
        rows = [
            [(texts.plain_of(Say("intervention-done-button"), language), f"iv:d:{one.id}")],
            [(texts.plain_of(Say("intervention-move-button"), language), f"iv:m:{one.id}")],
            [(texts.plain_of(Say("intervention-cancel-button"), language), f"iv:c:{one.id}")],
        ]
        return _message(contact.chat, text, rows, now)

    async def _digest(self, now: datetime) -> None:
        """Once a week, a line for each kab/kota to its OPD KB."""
        async with self._database.session() as session:
            holders = await idle_problems.holders_of(session, Role.AGENCY_KABKOTA.value, now)
            counted = {
                top: await idle_problems.count_idle(session, top, waiting_before(now, self._days))
                for top in sorted({region for *_, region in holders})
            }
            lines: dict[tuple[int, int, str], list[str]] = defaultdict(list)
            for person, chat, language, region in holders:
                count, oldest = counted[region]
                if count and oldest is not None:
                    lines[person, chat, language].append(
                        texts.say(
                            "problem-digest-line",
                            language,
                            place=self._book.title(region),
                            count=str(count),
                            days=str((today(now) - today(oldest)).days),
                        )
                    )
            rows = [self._weekly(person, said, now) for person, said in lines.items()]
            await outbox.queue(session, rows)
            await session.commit()

    def _weekly(
        self, person: tuple[int, int, str], said: Sequence[str], now: datetime
    ) -> dict[str, Any]:
        number, chat, language = person
        head = texts.say("problem-digest", language, days=str(self._days))
        button = texts.plain_of(Say("problem-idle-button"), language)
        once = f"problems-week-{number}-{today(now).isoformat()}"
        return _message(chat, "\n".join([head, *said]), [[(button, "pr:idle")]], now, once)


def _agency(agency: str) -> str:
    own = agency.removeprefix(OWN)
    if own == agency:
        return label_of(AGENCIES, agency)
    return "Lainnya" if not own or danger_in(own) else own


def _message(
    chat: int,
    text: str,
    rows: Sequence[Sequence[tuple[str, str]]],
    now: datetime,
    once: str | None = None,
) -> dict[str, Any]:
    keyboard = [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    params = {"text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": keyboard}}
    return outbox.delivery(
        chat, "sendMessage", params, priority=Priority.REMINDER, now=now, once=once
    )
