"""The questions of an export: where, which days, in whose columns."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from bot.forms import AskChoice, AskDate, AskRegion, Context, Form, Invalid, Option, Say
from bot.forms.context import Answers
from bot.rules.export_order import Order
from bot.rules.roles import is_within

HOME, AREA, TOPS = "home", "area", "tops"
"""Known before the first question: the only village, the one region to look within, all regions."""

PERIODS: Final = (
    Option("month", Say("export-period-month")),
    Option("last", Say("export-period-last")),
    Option("year", Say("export-period-year")),
    Option("days", Say("export-period-days")),
)
FILES: Final = (
    Option("cikar-x", Say("export-columns-cikar-xlsx")),
    Option("site-x", Say("export-columns-site-xlsx")),
    Option("cikar-c", Say("export-columns-cikar-csv")),
    Option("site-c", Say("export-columns-site-csv")),
)
_MEANT: Final = {
    "cikar-x": ("cikar", "xlsx"),
    "site-x": ("kampungkb", "xlsx"),
    "cikar-c": ("cikar", "csv"),
    "site-c": ("kampungkb", "csv"),
}


def _asks_region(answers: Answers) -> bool:
    return HOME not in answers


def _asks_days(answers: Answers) -> bool:
    return answers.get("period") == "days"


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def _check(answers: Answers, _: Context) -> None:
    """The region must be one's own, and the last day no earlier than the first."""
    tops = answers.get(TOPS) or []
    region = answers.get("region")
    if tops and region and not any(is_within(region, top) for top in tops):
        raise Invalid("form-region-outside").at("region")
    if _asks_days(answers) and answers["last"] < answers["first"]:
        raise Invalid("export-days-order").at("last")


EXPORT = Form(
    "export",
    "exp",
    (
        AskRegion("region", level="any", within=_within, when=_asks_region, hint=True),
        AskChoice("period", PERIODS, columns=1),
        AskDate("first", latest="today", when=_asks_days),
        AskDate("last", latest="today", when=_asks_days),
        AskChoice("columns", FILES, columns=1, hint=True),
    ),
    check=_check,
    summary=False,
)
"""Three taps for a village, four for whoever chooses a region; no summary: nothing is changed."""


def order_in(answers: Mapping[str, Any], today: date) -> Order:
    """The order that the answers mean, counted from the person's day."""
    first, last = _days(answers, today)
    layout, kind = _MEANT[answers["columns"]]
    return Order(answers.get(HOME) or answers["region"], first, last, layout, kind)


def _days(answers: Mapping[str, Any], today: date) -> tuple[date, date]:
    month = today.replace(day=1)
    match answers["period"]:
        case "month":
            return month, today
        case "last":
            last = month - timedelta(days=1)
            return last.replace(day=1), last
        case "year":
            return today.replace(month=1, day=1), today
        case _:
            return date.fromisoformat(answers["first"]), date.fromisoformat(answers["last"])
