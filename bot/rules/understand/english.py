"""Days said in English: "this morning", "the day before yesterday", "November 12th"."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.rules.understand.page import Page

_ENGLISH_PARTS: Final = ("morning", "afternoon", "evening", "noon", "night", "midday")
_ORDINALS: Final = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Said:
    """A day said in tokens ``start`` … ``end``-1. ``value`` None: what cannot be worked out.
    ``exact``: by its figures; ``weekday``: which one was said beside it."""

    start: int
    end: int
    value: date | None
    unsure: bool = False
    exact: bool = False
    weekday: int | None = None
    ahead: bool = False


def english_day(page: Page, here: int, at: date) -> Said | None:
    """ "this morning", "last evening", "the day before yesterday", "a week ago"."""
    if page.word(here) == "this" and page.word(here + 1) in (*_ENGLISH_PARTS, "day"):
        return Said(here, here + 2, at)
    if page.phrase(here, 2) == ("earlier", "today"):
        return Said(here, here + 2, at)
    if page.word(here) == "last" and page.word(here + 1) in _ENGLISH_PARTS:
        return Said(here, here + 2, at - timedelta(days=1), True)
    start = here + (page.word(here) == "the")
    if page.phrase(start, 3) == ("day", "before", "yesterday"):
        return Said(here, start + 3, at - timedelta(days=2))
    if page.phrase(here, 3) == ("a", "week", "ago"):
        return Said(here, here + 3, at - timedelta(days=7), True)
    if page.phrase(here, 2) == ("this", "week"):
        return Said(here, here + 2, None, True)
    return None


def behind_ordinal(page: Page, end: int) -> int:
    """Behind the ending of an English "12th"."""
    if page.kind(end) == "word" and page.tokens[end].glued:
        return end + (page.tokens[end].raw.lower() in _ORDINALS)
    return end
