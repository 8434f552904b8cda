"""Moments as people write them: "besok 08.00", "21/11 14:30", "Jumat jam 4 sore"."""

import re
from datetime import datetime, time, timedelta, timezone
from typing import Final

from bot.forms.dates import parse_date
from bot.forms.invalid import Invalid

WIB: Final = timezone(timedelta(hours=7), "WIB")  # Asia/Jakarta; no daylight saving time

_TIME = re.compile(
    r"(?:\A|[\s,])(?P<said>(?:jam|pukul|pkl\.?|jm)\s*)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?"
    r"\s*(?P<part>pagi|siang|sore|malam)?\s*(?:wib)?\Z"
)
_LATER = {"pagi": (), "siang": range(1, 6), "sore": range(1, 8), "malam": range(6, 12)}


def parse_moment(text: str, now: datetime) -> datetime:
    """The moment meant, in WIB; today if no day is given. Raises `form-moment-invalid` or what
    the day is refused with."""
    text = " ".join(text.casefold().split()).strip(" .,!")
    found = _TIME.search(text) if len(text) <= 80 else None
    if found is None or not (found["said"] or found["minute"] or found["part"]):
        raise Invalid("form-moment-invalid")
    local = now.astimezone(WIB)
    day_text = text[: found.start()].strip(" ,")
    day = parse_date(day_text, local.date(), past=False) if day_text else local.date()
    clock, next_day = _clock(int(found["hour"]), int(found["minute"] or 0), found["part"])
    try:
        return datetime.combine(day + timedelta(days=next_day), clock, WIB)
    except OverflowError:
        raise Invalid("form-moment-invalid") from None


def _clock(hour: int, minute: int, part: str | None) -> tuple[time, int]:
    """The time of day and the days to add ("12 malam" is midnight after that day)."""
    if part == "malam" and hour == 12:
        return time(0, min(minute, 59)), 1
    if part is not None and hour in _LATER[part]:
        hour += 12
    if hour > 23 or minute > 59:
        raise Invalid("form-moment-invalid")
    return time(hour, minute), 0
