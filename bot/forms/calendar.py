"""The month grid: Monday first, days outside the limits not pressable."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from bot.forms.values import Button, Label, Plain, Rows, Say

WEEKDAYS: Final = tuple(Say(f"form-weekday-{day}") for day in range(1, 8))
_DAYS: Final = tuple(Plain(str(day)) for day in range(32))
_EMPTY: Final = Plain("·")

MakeButton = Callable[[Label, str, str], Button]


def month_of(view: object, default: date) -> date:
    """The first day of a month stored as "2026-03", or that of the default."""
    if isinstance(view, str):
        try:
            return date.fromisoformat(f"{view}-01")
        except ValueError:
            pass
    return default.replace(day=1)


def month_grid(month: date, earliest: date | None, latest: date | None, make: MakeButton) -> Rows:
    """Rows of a title, weekdays and days. Day buttons carry D + ISO date, months G + "2026-03",
    empty cells N."""
    empty = make(_EMPTY, "N", "")
    rows: list[tuple[Button, ...]] = [_title(month, earliest, latest, make)]
    rows.append(tuple(make(day, "N", "") for day in WEEKDAYS))
    cells = [empty] * month.weekday()
    day = month
    while day.month == month.month:
        pressable = (earliest is None or day >= earliest) and (latest is None or day <= latest)
        cells.append(make(_DAYS[day.day], "D", day.isoformat()) if pressable else empty)
        if day == date.max:
            break
        day += timedelta(days=1)
    cells += [empty] * (-len(cells) % 7)
    rows.extend(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    return tuple(rows)


def _title(
    month: date, earliest: date | None, latest: date | None, make: MakeButton
) -> tuple[Button, ...]:
    row = [make(Say(f"form-month-{month.month}", {"year": str(month.year)}), "N", "")]
    if month > date(1900, 1, 1) and (earliest is None or earliest < month):
        before = month - timedelta(days=1)
        row.insert(0, make(Plain("◀"), "G", f"{before:%Y-%m}"))
    if month < date(2100, 1, 1):
        after = (month + timedelta(days=31)).replace(day=1)
        if latest is None or after <= latest:
            row.append(make(Plain("▶"), "G", f"{after:%Y-%m}"))
    return tuple(row)
