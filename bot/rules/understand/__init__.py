"""One message of a volunteer becomes the draft of an activity: "posy melati kmrn 25 ibu".

A page of tokens is gone through by one recogniser after the other, each claiming the words it
understands; what is left of the best clause is the activity's name. The rules are those of
``tests/data/kader_sentences.md``.
"""

from datetime import date
from typing import Final

from bot.rules.danger import danger_in
from bot.rules.hints import DEFAULT_HINTS, Hints
from bot.rules.kampung import POKTAN
from bot.rules.understand.agencies import find_agencies
from bot.rules.understand.corrections import void_corrected
from bot.rules.understand.counts import find_counts
from bot.rules.understand.dates import find_date
from bot.rules.understand.figures import claim_no_counts, mark_names
from bot.rules.understand.funds import find_funds
from bot.rules.understand.page import Page, read
from bot.rules.understand.result import FIELDS, Understood
from bot.rules.understand.sense import is_report
from bot.rules.understand.title import Name, find_title
from bot.rules.words import words

__all__ = ["FIELDS", "Understood", "understand"]

_POKTAN_WORDS: Final = {
    "bkb": ("bkb", "bina keluarga balita"),
    "bkr": ("bkr", "bina keluarga remaja"),
    "bkl": ("bkl", "bina keluarga lansia"),
    "uppka": ("uppka", "uppks"),
    "pikr": ("pik r", "pikr", "pik remaja"),
}


def understand(
    text: str,
    at: date,
    *,
    hints: Hints = DEFAULT_HINTS,
    most: int = 9999,
    earliest_days: int | None = None,
) -> Understood:
    """What a text says of an activity. Never raises, and takes time linear in its length.

    ``at`` is the day it arrived, ``most`` the greatest possible number of participants,
    ``earliest_days`` how far back its day may lie. What is out of these limits is left empty and
    asked about.
    """
    if danger_in(text):
        return Understood("danger")
    page = read(text)
    void_corrected(page)
    claim_no_counts(page)
    mark_names(page)
    day, ask_date = find_date(page, at, earliest_days)
    funding = find_funds(page)
    agencies = find_agencies(page)
    participants = find_counts(page, most)
    name = find_title(page)
    if not is_report(page, name, has_counts=participants is not None, has_date=day is not None):
        return Understood("nothing")
    if ask_date:
        page.unsure.add("date")
    return _draft(page, name, day, participants, funding, agencies, hints)


def _draft(
    page: Page,
    name: Name,
    day: date | None,
    participants: dict[str, int] | None,
    funding: tuple[str, ...],
    agencies: tuple[str, ...],
    hints: Hints,
) -> Understood:
    title = name.text or ""
    sections = hints.sections(title)
    if len(sections) != 1:
        page.unsure.add("section")
    if not title:
        page.unsure.add("title")
    return Understood(
        "report",
        day,
        name.text,
        participants,
        funding,
        agencies,
        sections[0] if sections else None,
        tuple(one for one in FIELDS if one in page.unsure),
        name.place,
        hints.targets(title),
        hints.inpres(title),
        hints.tags(title),
        _poktan(title),
    )


def _poktan(title: str) -> tuple[str, ...]:
    """POKTAN groups that the name tells of, as ``bot.rules.kampung`` calls them."""
    said = f" {' '.join(words(title))} "
    return tuple(
        one for one in POKTAN if any(f" {phrase} " in said for phrase in _POKTAN_WORDS[one])
    )
