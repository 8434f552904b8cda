"""dates worked out from what was said of them, always backwards from the day of arrival."""

from datetime import date

_YEARS = 9  # 29 February may lie up to eight years back


def on_day(year: int, month: int, day: int) -> date | None:
    """The day, None when there is no such one."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def last_such_day(day: int, month: int, at: date) -> date | None:
    """The last day of this name not after ``at``."""
    for year in range(at.year, max(0, at.year - _YEARS), -1):
        found = on_day(year, month, day)
        if found is not None and found <= at:
            return found
    return None


def last_day_of_month(day: int, at: date) -> date | None:
    """The last ``day``-th not after ``at``; None when no month has one."""
    year, month = at.year, at.month
    for _ in range(_YEARS):
        found = on_day(year, month, day)
        if found is not None and found <= at:
            return found
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None
