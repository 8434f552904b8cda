"""Figures of a page: which stand for money, hours, telephones, ages and numbers of places, and what
the rest amounts to, in figures or in words."""

import re
from dataclasses import dataclass
from typing import Final

from bot.forms.invalid import Invalid
from bot.forms.numbers import number
from bot.rules.understand.lexicon import (
    ABOUT,
    KINDS,
    NAMED_FIGURE,
    NUMBERED,
    PIECES,
    UNITS,
    WEEKDAYS,
)
from bot.rules.understand.page import Page, low
from bot.rules.words import set_of

_PHONE = re.compile(r"(?<!\d)(?:\+?62|08)[\dx\- ]{6,14}[\dx](?!\d)|(?<!\d)\d{9,}")
_MONEY = re.compile(
    r"\brp\.?\s*[\d.,]+(?:\s*(?:ribu|rb|juta|jt|k)\b)?(?:,-)?"
    r"|(?<![\d.,])\d[\d.,]*\s*(?:juta|jt|rupiah)\b|(?<![\d.,])\d[\d.,]*\s*(?:rb|k)\b(?!\s*or)"
)
_HOUR = re.compile(
    r"\b(?:jam|pukul|pkl|pk|jm)\.?\s*\d{1,2}(?:[.:]\d{2})?"
    r"(?:\s*(?:-|s/?d|sampai|sd)\s*(?:jam\s*)?(?:\d{1,2}(?:[.:]\d{2})?|selesai))?(?:\s*wib)?"
    r"|(?<![\d.,/-])\d{1,2}[.:]\d{2}\s*(?:-|s/?d)\s*(?:\d{1,2}[.:]\d{2}|selesai)(?:\s*wib)?"
    r"|(?<![\d.,/-])\d{1,2}[.:]\d{2}(?:\s*wib\b|(?![\d./-]))(?!\s*(?:or|ib|ba|an))"
)
_AGE = re.compile(
    r"\b(?:usia|umur)\s*\d{1,2}(?:\s*(?:-|–|s/?d|sampai)\s*\d{1,2})?\s*(?:tahun|thn|th|taun|bulan|bln)?\b"
    r"|(?<!\d)\d{1,2}\s*(?:-|–|s/?d)\s*\d{1,2}\s*(?:tahun|thn|th|taun)\b(?!\s*\d)"
    r"|(?<!tgl )(?<!tanggal )(?<!\d)\d{1,2}\s*(?:-|–|s/?d)\s*\d{1,2}\s*(?:bulan|bln)\b"
    r"(?!\s*(?:\d{1,2}\b(?!\s*[a-z])|ini|lalu|kemarin|(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nop|nov|des)))"
)
_PERCENT = re.compile(r"(?<!\d)\d+\s*%")
_JOINED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_WORDS: Final = set_of(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu"
)
_PLACES: Final = set_of("rt rw dusun no nomor jl jln km")
_HEADS_OF: Final = ("ikok", "ikuk")  # Bangka: so many head of anything
_BY_MONTHS: Final = set_of("kb suntik suntikan")
_MOST_WORDS: Final = 8  # "sembilan ribu sembilan ratus sembilan puluh sembilan"
_FEASTS: Final = set_of("sehat bersih berkah barokah ceria curhat mengaji berbagi sedekah")
_SCALES: Final = set_of("belas puluh ratus ribu rb")
_GLUED: Final = re.compile(
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?:belas|puluh|ratus|ribu)\Z"
)
_ENGLISH: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50,
}  # fmt: skip
_RANGE: Final = set_of("- – — sampai sd hingga atau")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in tokens ``start`` … ``end``-1. ``about``: said roughly (25an, sekitar, a range);
    ``negative``: below nothing."""

    start: int
    end: int
    value: int
    about: bool = False
    negative: bool = False


def claim_no_counts(page: Page) -> None:
    """Telephones, money, hours and shares are no counts; an age stays part of the name."""
    text = low(page.text)
    for pattern in (_PHONE, _MONEY, _HOUR, _PERCENT):
        for found in pattern.finditer(text):
            page.claim_span(found.start(), found.end(), "talk")


def mark_names(page: Page) -> None:
    """Mark the figures that belong to a name: RT 03, usia 15-19 tahun, 16 HAKTP, 17an."""
    out = page.named
    _mark_feasts(page)
    for found in _AGE.finditer(low(page.text)):
        out.update(
            at for at, token in enumerate(page.tokens)
            if found.start() <= token.start < found.end()
        )  # fmt: skip
    for at, token in enumerate(page.tokens):
        if token.kind != "figure" or not page.is_free(at):
            continue
        before, after = page.word(at - 1), page.word(at + 1)
        counted = after in UNITS or after in KINDS or after in _HEADS_OF
        if before in (".", "/", "-") and token.glued and page.word(at - 2) in NUMBERED:
            before = page.word(at - 2)
        is_day = after in ("/", "-") and page.kind(at + 2) == "figure"  # "di puskesmas 10/11"
        if before in _PLACES or (before in NUMBERED and not counted and not is_day):
            out.add(at)
        elif (
            (before in _BY_MONTHS and after in ("bulan", "bulanan"))
            or after in NAMED_FIGURE
            or (token.raw == "17" and after in ("an", "agustusan"))
        ):  # "suntik KB 3 bulan"
            out.update((at, at + 1))
        elif before in PIECES and after not in UNITS:
            page.claim(at, at + 1, "talk")
        elif _is_address(page, at):
            out.add(at)


def _mark_feasts(page: Page) -> None:
    """ "Jumat bersih", "Jumat berkah": the name of what is done, no day."""
    for at, token in enumerate(page.tokens):
        if token.word == "malam" and page.word(at - 1) == "sedap":  # a flower
            page.named.update((at - 1, at))
        if token.word in WEEKDAYS and page.word(at + 1) in _FEASTS:
            page.named.update((at, at + 1))


def _is_address(page: Page, at: int) -> bool:
    return any(
        page.word(back) in ("jl", "jalan", "gang", "gg") and page.same(back, at)
        for back in range(max(0, at - 5), at)
        if page.word(back + 1) not in ("sehat", "santai")
    )


def figures(page: Page) -> list[Figure]:
    """Every number nobody claimed, in order."""
    out: list[Figure] = []
    at = 0
    while at < len(page.tokens):
        found = _one(page, at) if page.is_free(at) and at not in page.named else None
        if found is None:
            at += 1
            continue
        found = _ranged(page, found)
        out.append(found)
        at = found.end
    return out


def figure_at(page: Page, at: int) -> Figure | None:
    """The number that begins at this token."""
    return _one(page, at) if page.is_free(at) else None


def _one(page: Page, at: int) -> Figure | None:
    end = _written(page, at)
    if end == at:
        return None
    value = _value(page, at, end)
    if value is None:
        return None
    start, about, negative = at, False, False
    if page.word(end) in ("an", "-an", "ish") and page.tokens[end].glued:
        end, about = end + 1, True
    elif page.word(end) == "-" and page.word(end + 1) == "an":
        end, about = end + 2, True
    elif page.word(end) in ("+", "lebih") and page.kind(end) != "" and _is_more(page, end):
        end, about = end + 1, True
    if page.word(at - 1) in "-−" and page.word(at - 1) and not page.tokens[at - 1].glued:
        negative = page.tokens[at].glued
        start = at - 1 if negative else start
    elif page.word(at - 1) in ("minus", "negatif"):
        start, negative = at - 1, True
    while page.word(start - 1) in ABOUT or page.word(start - 1) in ("±", "~", "+/-"):
        start, about = start - 1, True
    if page.word(start - 1) == "-" and page.word(start - 2) == "+":
        start, about = start - 2, True
    if page.word(start - 1) == "dari" and page.word(start - 2) == "lebih":
        start, about = start - 2, True
    return Figure(start, end, value, about, negative)


def _is_more(page: Page, at: int) -> bool:
    """ "30+ orang", "30 lebih": more than said; "30 + 20" is a sum."""
    if page.word(at) == "lebih":
        return True
    return page.tokens[at].glued and page.kind(at + 1) == "word"


def _written(page: Page, at: int) -> int:
    """Where the number that begins here ends; ``at`` when there is none."""
    if page.kind(at) == "figure":
        return at + 2 if page.word(at + 1) in _SCALES else at + 1
    if page.word(at) in _ENGLISH:
        return at + 1
    end = at
    while end < at + _MOST_WORDS and page.kind(end) == "word" and (
        _is_number_word(page.word(end)) or (end > at and page.word(end) in _SCALES)
    ):  # fmt: skip
        end += 1
    return end


def _is_number_word(spelt: str) -> bool:
    return spelt in _WORDS or _GLUED.match(spelt) is not None


def _value(page: Page, start: int, end: int) -> int | None:
    if end == start + 1 and page.word(start) in _ENGLISH:
        return _ENGLISH[page.word(start)]
    raw = page.tokens[start].raw
    if end == start + 1 and page.kind(start) == "figure":
        plain = raw.replace(".", "").replace(",", "") if _JOINED.match(raw) else raw
        return int(plain[:18])
    try:
        return number(" ".join(page.phrase(start, end - start)))
    except Invalid:
        return None


def _ranged(page: Page, low_end: Figure) -> Figure:
    """ "25-30", "25 s/d 30", "dua puluh sampai tiga puluh": the lower figure."""
    at = low_end.end
    if page.word(at) == "s" and page.word(at + 1) == "/" and page.word(at + 2) == "d":
        at += 3
    elif page.word(at) in _RANGE:
        at += 1
    else:
        return low_end
    if at in page.named or not page.is_free(at):
        return low_end
    upper = _one(page, at)
    if upper is None or upper.value <= low_end.value:
        return low_end
    return Figure(low_end.start, upper.end, low_end.value, True, low_end.negative)
