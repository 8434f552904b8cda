"""What is said of a day in words: "kemarin", "tgl 5", "3 februari", "Senin lalu", "minggu lalu"."""

from datetime import date, timedelta
from typing import Final

from bot.rules.understand.calendar import last_day_of_month, last_such_day, on_day
from bot.rules.understand.english import Said, behind_ordinal, english_day
from bot.rules.understand.figures import figure_at
from bot.rules.understand.lexicon import DAY_PARTS, KINDS, MONTHS, UNITS, WEEKDAYS
from bot.rules.understand.page import Page
from bot.rules.words import set_of

_BACK: Final = set_of("lalu kemarin kemaren last lewat")
_AHEAD: Final = set_of("besok besuk bsk lusa nanti tomorrow ntar")
_SPANS: Final = ("hari", "minggu", "days", "day", "bulan", "week", "weeks")
_UNTIL: Final = set_of("- – sampai sd dan & hingga to")


def dated(first: int, last: int, day: int, month: int, year: str | None, at: date) -> Said:
    if year is not None:
        full = int(year) + 2000 if len(year) == 2 else int(year)
        value = on_day(full, month, day)
        return Said(first, last, value if value and value <= at else None, exact=True)
    value = last_such_day(day, month, at)
    return Said(first, last, value, value is None or value.year < at.year, exact=True)


def worded(page: Page, here: int, at: date) -> Said | None:
    if not page.is_free(here) or here in page.named:
        return None
    for reader in (_relative, _tanggal, _named_month, _weekday, _vague):
        if found := reader(page, here, at):
            return found
    return None


def _parts(page: Page, end: int) -> int:
    """Behind the parts of the day ("pagi", "tadi malam")."""
    while page.word(end) in DAY_PARTS:
        end += 1
    return end


def _relative(page: Page, here: int, at: date) -> Said | None:
    spelt, after = page.word(here), page.word(here + 1)
    if spelt in ("kemarin", "yesterday"):
        return _yesterday(page, here, at)
    if spelt in ("hari", "ari", "malam", "pagi", "siang", "sore") and after == "ini":
        return Said(here, _parts(page, here + 2), at)
    if spelt in ("malam", "evening") and after == "tadi":
        return Said(here, here + 2, at - timedelta(days=1), True)
    if english := english_day(page, here, at):
        return english
    if spelt == "semalam" or (spelt in ("tadi", "last") and after in ("malam", "night")):
        return Said(here, here + (1 if spelt == "semalam" else 2), at - timedelta(days=1), True)
    if spelt in ("tadi", "barusan", "today", "tonight"):
        return Said(here, _parts(page, here + 1), at)
    return _ago(page, here, at)


def _yesterday(page: Page, here: int, at: date) -> Said:
    after = page.word(here + 1)
    if after in ("lusa", "dulu", "dl"):
        return Said(here, here + 2, at - timedelta(days=2) if after != "lusa" else None, True)
    end = _parts(page, here + 1)
    skip = end + 1 if page.word(end) == "hari" else end
    if page.word(skip) in WEEKDAYS and page.same(here, skip):
        weekday = WEEKDAYS[page.word(skip)]
        bare = page.word(skip) == "minggu" and skip == end
        value = at - timedelta(days=(at.weekday() - weekday - 1) % 7 + 1)
        if bare and value != at - timedelta(days=1):
            return Said(here, skip + 1, None, True)
        return Said(here, _parts(page, skip + 1), value, weekday=weekday)
    return Said(here, end, at - timedelta(days=1))


def _ago(page: Page, here: int, at: date) -> Said | None:
    found = figure_at(page, here)
    if page.word(here) in ("seminggu", "sebulan", "sehari"):
        end, days, unit = here + 1, 1, page.word(here)[2:]
    elif found is not None and page.word(found.end) in _SPANS:
        end, days, unit = found.end + 1, found.value, page.word(found.end)
    else:
        return None
    if page.word(end) == "yang":
        end += 1
    if page.word(end) not in (*_BACK, "ago"):
        return None
    if unit == "bulan":
        return Said(here, end + 1, None, True)
    week = unit in ("minggu", "week", "weeks")
    return Said(here, end + 1, at - timedelta(days=min(days * (7 if week else 1), 3660)), week)


def _tanggal(page: Page, here: int, at: date) -> Said | None:
    if page.word(here) not in ("tanggal", "date"):
        return None
    day = here + 1
    while page.word(day) in (":", ".", "="):
        day += 1
    spoken = figure_at(page, day)
    if spoken is None or spoken.value > 99 or spoken.start != day:
        return None
    if named := _named_month(page, day, at):
        return Said(here, named.end, named.value, named.unsure, True)
    if page.word(day + 1) in ("/", "-") and page.kind(day + 2) == "figure" and (
        page.tokens[day + 1].glued
    ):  # fmt: skip
        return None  # the figures after it are read as a date of their own
    value = spoken.value
    if page.word(spoken.end) in MONTHS:  # "tanggal satu november"
        return dated(here, spoken.end + 1, value, MONTHS[page.word(spoken.end)], None, at)
    end, several = _until(page, spoken.end)
    month = page.word(end)
    if month in ("bulan", "bln"):
        return _of_month(page, here, end, value, at)
    found = last_day_of_month(value, at)
    if found is None:
        return Said(here, end, None, True, True)
    return Said(here, end, found, several or (found.year, found.month) != (at.year, at.month),
                exact=True)  # fmt: skip


def _of_month(page: Page, here: int, end: int, day: int, at: date) -> Said:
    after = page.word(end + 1)
    if after == "ini":
        value = on_day(at.year, at.month, day)
        return Said(here, end + 2, value if value and value <= at else None, exact=True)
    if after in _BACK:
        before = at.replace(day=1) - timedelta(days=1)
        return Said(here, end + 2, on_day(before.year, before.month, day), exact=True)
    if after in MONTHS:
        return dated(here, end + 2, day, MONTHS[after], None, at)
    found = last_day_of_month(day, at)
    return Said(here, end, found, True, True)


def _until(page: Page, end: int) -> tuple[int, bool]:
    """Behind "- 6", "s/d 6", "dan 6", when a second day is named."""
    far = end
    if page.word(far) == "s" and page.word(far + 1) in "/." and page.word(far + 2) == "d":
        far += 4 if page.word(far + 3) == "." else 3
    elif page.word(far) in _UNTIL:
        far += 1
    else:
        return end, False
    if page.word(far) == "tanggal":
        far += 1
    is_day = page.kind(far) == "figure" and len(page.tokens[far].raw) <= 2
    if is_day and page.word(far + 1) not in UNITS and page.word(far + 1) not in KINDS:
        return far + 1, True
    return end, False


def _named_month(page: Page, here: int, at: date) -> Said | None:
    if page.word(here) in MONTHS and len(page.word(here)) > 2:
        return _english(page, here, at)
    if page.kind(here) != "figure" or len(page.tokens[here].raw) > 2:
        return None
    end, several = _until(page, behind_ordinal(page, here + 1))
    if page.word(end) == "of":
        end += 1
    while page.word(end) in ("-", "/", ".") and page.tokens[end].glued:
        end += 1
    if page.word(end) == "bulan":
        end += 1
    if page.word(end) not in MONTHS:
        return None
    month, end = MONTHS[page.word(end)], end + 1
    if page.word(end) in ("-", "/", ".") and page.kind(end + 1) == "figure":
        end += 1 if page.tokens[end].glued and page.tokens[end + 1].glued else 0
    year = _year(page, end, at)
    found = dated(here, end + (year is not None), int(page.tokens[here].raw), month, year, at)
    return Said(found.start, found.end, found.value, found.unsure or several, True)


def _english(page: Page, here: int, at: date) -> Said | None:
    if page.kind(here + 1) != "figure" or len(page.tokens[here + 1].raw) > 2:
        return None
    if page.word(here + 2) in UNITS or page.word(here + 2) in KINDS or page.word(here) in ("mar",):
        return None
    end = behind_ordinal(page, here + 2)
    comma = page.word(end) == "," and page.kind(end + 1) == "figure"
    year = _year(page, end + comma, at)
    if year is not None and len(year) == 2:
        year = None  # "November 10, 25 ibu"
    last = end if year is None else end + comma + 1
    return dated(here, last, int(page.tokens[here + 1].raw), MONTHS[page.word(here)], year, at)


def _year(page: Page, at_token: int, at: date) -> str | None:
    """Four figures, or two that are this year or one beside it and no count."""
    if page.kind(at_token) != "figure":
        return None
    raw = page.tokens[at_token].raw
    if len(raw) == 4 and raw[:2] in ("19", "20"):
        return raw
    near = len(raw) == 2 and abs(int(raw) - at.year % 100) <= 1
    after = page.word(at_token + 1)
    return raw if near and after not in UNITS and after not in KINDS and after != "an" else None


def _weekday(page: Page, here: int, at: date) -> Said | None:
    start = here
    if page.word(here) in ("hari", "last", "on"):
        here += 1
    spelt = page.word(here)
    if spelt not in WEEKDAYS or (spelt == "jum" and page.word(here + 1) != "at"):
        return None
    if start == here and _is_in_a_name(page, here):
        return None
    weekday, end = WEEKDAYS[spelt], _parts(page, here + 1)
    end, several = _more_weekdays(page, end)
    ago = (at.weekday() - weekday - 1) % 7 + 1
    week = spelt == "minggu" and start == here  # without "hari" it may mean the week
    back = end + 1 if page.word(end) == "yang" else end
    if page.word(end) in ("depan", "besok", "nanti"):
        return Said(start, end + 1, None, True, ahead=True)
    if page.word(back) in _BACK and week:
        settled = page.word(back) == "kemarin" and ago == 1
        return Said(start, back + 1, at - timedelta(days=1) if settled else None, not settled)
    if page.word(end) == "ini":
        value = None if week else at - timedelta(days=ago % 7)
        return Said(start, end + 1, value, week or several, weekday=None if week else weekday)
    if page.word(back) in _BACK or page.word(start) == "last":
        end = _parts(page, back + 1) if page.word(back) in _BACK else end
        return Said(start, end, at - timedelta(days=ago), several, weekday=weekday)
    value = at - timedelta(days=ago % 7)
    return Said(start, end, value, several or ago == 7, weekday=weekday)


def _is_in_a_name(page: Page, here: int) -> bool:
    """ "malam Jumat", "sekolah minggu": no day is told."""
    named = page.word(here - 1) in ("malam", "sekolah", "tiap", "setiap", "rebo", "pasar")
    return (
        named and page.word(here - 2) != "sedap"
    )  # sedap malam is a flower posyandu are named for


def _more_weekdays(page: Page, end: int) -> tuple[int, bool]:
    """Behind further weekdays ("senin selasa", "senin-rabu"), and whether there were any."""
    first = end
    while page.word(end) in WEEKDAYS or (
        page.word(end) in _UNTIL and page.word(end + 1) in WEEKDAYS
    ):
        end += 1
    return end, end > first


def _vague(page: Page, here: int, _: date) -> Said | None:
    """What is said of a day but cannot be worked out."""
    spelt, after = page.word(here), page.word(here + 1)
    if spelt in ("minggu", "bulan", "tahun", "week") and after in (*_BACK, "ini", "depan"):
        if spelt == "tahun" and after != "depan":
            return None
        return Said(here, here + 2, None, True, ahead=after == "depan")
    if spelt == "last" and after in ("week", "month"):
        return Said(here, here + 2, None, True)
    if spelt in _AHEAD:
        return Said(here, _parts(page, here + 1), None, True, ahead=True)
    return None
