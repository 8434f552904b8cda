"""Since when something is known, to the month: "Maret", "maret 2025", "3/2026", "tahun lalu"."""

import re
from datetime import date

from bot.forms.invalid import Invalid

_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
_NAMED = re.compile(r"(?:bulan )?([a-z]{3,9})(?: (\d{4}))?\Z")
_FIGURES = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{4})\Z")
_ISO = re.compile(r"(\d{4})-(\d{1,2})\Z")
_YEAR = re.compile(r"(?:tahun )?(\d{4})\Z")
_OLDEST = 50
_THIS = {"sekarang", "bulan ini", "baru", "this month"}
_LAST = {"bulan lalu", "bulan kemarin", "last month"}
_YEAR_WORDS = {"tahun ini": 0, "this year": 0, "tahun lalu": 1, "last year": 1}


def months_back(today: date, count: int) -> date:
    """The first day of the month that lies ``count`` months before today's."""
    months = today.year * 12 + today.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def parse_month(text: str, today: date) -> date:
    """The first day of the month meant; of a year alone its January. Without a year the most
    recent month of that name. Raises Invalid for what is no month, lies ahead or is too old."""
    text = " ".join(text.casefold().split()).strip(" .,!")
    text = re.sub(r"\A(?:sejak|dari|since) ", "", text)
    found = _near(text, today) or _written(text, today)
    if found is None or found < date(today.year - _OLDEST, 1, 1):
        raise Invalid("problem-since-unclear")
    if found > today:
        raise Invalid("problem-since-future")
    return found


def _near(text: str, today: date) -> date | None:
    if text in _THIS:
        return months_back(today, 0)
    if text in _LAST:
        return months_back(today, 1)
    if text in _YEAR_WORDS:
        return date(today.year - _YEAR_WORDS[text], 1, 1)
    return None


def _written(text: str, today: date) -> date | None:
    if found := _ISO.match(text):
        return _month(int(found.group(1)), int(found.group(2)))
    if found := _FIGURES.match(text):
        return _month(int(found.group(2)), int(found.group(1)))
    if found := _YEAR.match(text):
        return _month(int(found.group(1)), 1)
    found = _NAMED.match(text)
    month = _MONTHS.get(found.group(1)[:3]) if found else None
    if found is None or month is None:
        return None
    if found.group(2):
        return _month(int(found.group(2)), month)
    return date(today.year if month <= today.month else today.year - 1, month, 1)


def _month(year: int, month: int) -> date | None:
    return date(year, month, 1) if 1 <= month <= 12 and year > 0 else None
