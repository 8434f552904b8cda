"""Dates as people write them: "kemarin", "12/3", "3 februari 2026", "Senin lalu"."""

import re
from datetime import date, timedelta

from bot.forms.invalid import Invalid
from bot.forms.numbers import number

_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5,
    "minggu": 6, "ahad": 6,
}  # fmt: skip
_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
_NEAR = {
    "hari ini": 0, "sekarang": 0, "tadi": 0, "tadi pagi": 0, "tadi siang": 0, "tadi sore": 0,
    "nanti": 0, "nanti sore": 0, "nanti malam": 0, "today": 0,
    "kemarin": -1, "kemaren": -1, "kmrn": -1, "kmarin": -1, "tadi malam": -1, "semalam": -1,
    "yesterday": -1, "kemarin dulu": -2, "kemarin lusa": -2, "kemaren lusa": -2,
    "besok": 1, "besuk": 1, "bsk": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_FIGURES = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?\Z")
_NAMED = re.compile(r"(\d{1,2})\s*[-/. ]?\s*([a-z]{3,9})(?:\s*[-/. ,]?\s*(\d{4}|\d{2}))?\Z")
_DAY = re.compile(r"(\d{1,2})\Z")
_AGO = re.compile(r"(.+?) hari (?:yang )?(?:lalu|kemarin)\Z")
_WEEKDAY = re.compile(r"(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b[\s,]*(.*)\Z")
_BACK = {"lalu", "yang lalu", "kemarin", "kemaren", "tadi"}
_AHEAD = {"depan", "yang akan datang", "nanti", "besok"}
_LONGEST = 60


def parse_date(text: str, today: date, *, past: bool) -> date:
    """The day meant. Without a year: the most recent one if `past`, else the next one.

    Raises Invalid for a day that does not exist (31/2) and for what is no date.
    """
    text = " ".join(text.casefold().split()).strip(" .,!")
    if len(text) > _LONGEST:
        raise Invalid("form-date-invalid")
    text = re.sub(r"\A(?:tanggal|tgl\.?|hari(?! ini)|pada)\s+", "", text)
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if found := _AGO.match(text):
        return _days_ago(found.group(1), today)
    if found := _WEEKDAY.match(text):
        return _weekday(found.group(1), found.group(2), today, past=past)
    return _written(text, today, past=past)


def _days_ago(text: str, today: date) -> date:
    try:
        return today - timedelta(days=min(number(text), 9999))
    except (Invalid, OverflowError):
        raise Invalid("form-date-invalid") from None


def _weekday(name: str, rest: str, today: date, *, past: bool) -> date:
    weekday = _WEEKDAYS[name]
    rest = rest.strip("() ")
    if rest in _BACK:
        if name == "minggu":  # "minggu lalu" is last week as well as last Sunday
            raise Invalid("form-date-week")
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if rest in _AHEAD:
        if name == "minggu" and rest == "depan":
            raise Invalid("form-date-week")
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if rest in ("", "ini"):
        if past:
            return today - timedelta(days=(today.weekday() - weekday) % 7)
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    day = _written(rest, today, past=past)
    if day.weekday() != weekday:
        raise Invalid("form-date-weekday", day=day)
    return day


def _written(text: str, today: date, *, past: bool) -> date:
    if found := _ISO.match(text):
        year, month, day = found.groups()
        return _exact(int(year), int(month), int(day))
    if found := _FIGURES.match(text):
        return _near(found.group(3), int(found.group(2)), int(found.group(1)), today, past=past)
    if found := _NAMED.match(text):
        month_number = _MONTHS.get(found.group(2)[:3])
        if month_number is not None:
            return _near(found.group(3), month_number, int(found.group(1)), today, past=past)
    if found := _DAY.match(text):
        return _day_of_month(int(found.group(1)), today, past=past)
    raise Invalid("form-date-invalid")


def _exact(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Invalid("form-date-missing") from None


def _near(year: str | None, month: int, day: int, today: date, *, past: bool) -> date:
    if year is not None:
        return _exact(int(year) + 2000 if len(year) == 2 else int(year), month, day)
    # 29 February may lie up to eight years away.
    for step in range(9):
        try:
            found = date(today.year - step if past else today.year + step, month, day)
        except ValueError:
            continue
        if (found <= today) if past else (found >= today):
            return found
    raise Invalid("form-date-missing")


def _day_of_month(day: int, today: date, *, past: bool) -> date:
    if not 1 <= day <= 31:
        raise Invalid("form-date-missing")
    found = today
    while found.day != day:
        found += timedelta(days=-1 if past else 1)
    return found
