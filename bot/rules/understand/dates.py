"""The day of a message: "kemarin", "Senin lalu", "tgl 5", "12/3", "3 februari 2026"."""

import re
from datetime import date, timedelta

from bot.rules.understand.calendar import on_day
from bot.rules.understand.english import Said
from bot.rules.understand.lexicon import DAY_PARTS, KINDS, MONTHS, UNITS, WEEKDAYS
from bot.rules.understand.page import Page, low
from bot.rules.understand.said import dated, worded

_NUMERIC = re.compile(
    r"(?<![\d/.,-])(?:(?P<iso>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})"
    r"|(?P<d>\d{1,2})(?P<sep>[-/.]| [-/] ?|[-/] )(?P<m>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|\d{2}))?)"
    r"(?![\d]|[/-]\d|\.\d{3})"
)


def find_date(page: Page, at: date, earliest_days: int | None) -> tuple[date | None, bool]:
    """The day and whether to ask. Claims the words. A day ahead of ``at`` or too long ago: None."""
    said = _all(page, at)
    for one in said:
        page.claim(one.start, one.end, "date")
    _claim_beside(page)
    value, unsure = _settle(said)
    if value is None or value > at:
        return None, True
    if earliest_days is not None and value < at - timedelta(days=min(earliest_days, 36500)):
        return None, True
    return value, unsure


def _settle(said: list[Said]) -> tuple[date | None, bool]:
    good = [one for one in said if one.value is not None]
    if not good:
        return None, True
    exact = [one for one in good if one.exact]
    chosen = (exact or good)[0]
    unsure = chosen.unsure
    for one in good:
        if one is not chosen and one.value != chosen.value:
            unsure = True
    if chosen.exact and chosen.value is not None:
        unsure = unsure or any(
            one.weekday is not None and one.weekday != chosen.value.weekday()
            for one in said if one.value is not None
        )  # fmt: skip
        # "minggu 15 nov": the date settles what the weekday alone would leave open.
        if len({one.value for one in exact}) == 1 and not chosen.unsure:
            unsure = any(
                one.weekday is not None and one.weekday != chosen.value.weekday() for one in good
            )
    if any(one.value is None and one.exact for one in said):
        unsure = True
    return chosen.value, unsure


def _all(page: Page, at: date) -> list[Said]:
    numeric = {one.start: one for one in _numeric(page, at)}
    out: list[Said] = []
    here = 0
    while here < len(page.tokens):
        found = numeric.get(here) or worded(page, here, at)
        if found is None:
            here += 1
            continue
        out.append(found)
        here = max(found.end, here + 1)
    return out


def _numeric(page: Page, at: date) -> list[Said]:
    out = []
    starts = {token.start: index for index, token in enumerate(page.tokens)}
    for found in _NUMERIC.finditer(low(page.text)):
        first = starts.get(found.start())
        if first is None or not page.is_free(first) or first in page.named:
            continue
        last = first
        while last < len(page.tokens) and page.tokens[last].start < found.end():
            last += 1
        if found["iso"] is None and _is_no_date(page, found, first, last):
            continue
        out.append(_from_figures(found, first, last, at))
    return out


def _is_no_date(page: Page, found: re.Match[str], first: int, last: int) -> bool:
    """ "25-30 orang" is a range, "RT 03/02" a place, "20/30 ibu" no day; "31/2" is a bad day."""
    day, month = int(found["d"]), int(found["m"])
    if page.word(first - 1) in ("rt", "rw", "no", "jam", "vitamin", "usia", "umur", "skor"):
        return True
    if found["y"] is not None:
        return False
    if page.word(last) in MONTHS and page.word(last) not in KINDS:
        return True  # "2-3 november" are two days
    follows = page.word(last)
    if found["sep"].strip() == "-" and (
        follows in UNITS or (follows in KINDS and (month > 12 or day > 31))
    ):
        return True
    if month > 12 or (found["sep"].strip() == "." and month == 0):
        return found["sep"].strip() != "/" or day > 31 or follows in UNITS
    return day > 31 and not _is_bad_day(page, found, last)


def _is_bad_day(page: Page, found: re.Match[str], last: int) -> bool:
    """ "32/10 balita 15": no such day, for the children have a figure of their own."""
    follows = page.word(last)
    if found["sep"].strip() != "/" or int(found["m"]) == 0 or follows in UNITS:
        return False
    return follows not in KINDS or page.kind(last + 1) == "figure"


def _from_figures(found: re.Match[str], first: int, last: int, at: date) -> Said:
    if found["iso"] is not None:
        return Said(first, last, on_day(int(found["iso"]), int(found["im"]), int(found["id"])),
                    exact=True)  # fmt: skip
    return dated(first, last, int(found["d"]), int(found["m"]), found["y"], at)


def _is_hari(page: Page, at: int) -> bool:
    """ "ari senin" is Bangka for hari; "Posyandu Ari" and "rumah pak Ari" are names."""
    return page.tokens[at].raw == "ari" and page.word(at + 1) in WEEKDAYS


def _claim_beside(page: Page) -> None:
    """ "hari", "tgl", "pada" and a part of the day beside a date go with it."""
    beside = {"hari", "tanggal", "pada", "/", "on", "yang", "dari"} | DAY_PARTS
    for at in range(len(page.tokens) - 1, -1, -1):
        if page.claims[at] != "date":
            continue
        back = at - 1
        while (
            page.is_free(back)
            and back not in page.named
            and (page.word(back) in beside - {"dari", "yang"} or _is_hari(page, back))
        ):
            page.claim(back, back + 1, "date")
            back -= 1
        if page.is_free(at + 1) and page.word(at + 1) in DAY_PARTS and page.same(at, at + 1):
            page.claim(at + 1, at + 2, "date")
