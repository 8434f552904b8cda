"""A day: two buttons, a calendar, or typed the way people write it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from bot.forms.calendar import month_grid, month_of
from bot.forms.context import Answers, Context
from bot.forms.dates import parse_date
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.values import Label, Say

_TODAY = Say("form-today")
_YESTERDAY = Say("form-yesterday")
_TOMORROW = Say("form-tomorrow")
_CALENDAR = Say("form-calendar")


@dataclass(frozen=True, slots=True)
class AskDate(Step):
    """Value: ISO date. `latest="today"` allows no later day, `earliest_days` none further back."""

    latest: Literal["today"] | None = None
    earliest_days: int | None = None

    def ask(self, turn: Turn) -> Asked:
        second = _YESTERDAY if self.latest == "today" else _TOMORROW
        quick = (
            turn.button(_TODAY, "Q", "0"),
            turn.button(second, "Q", "-1" if self.latest == "today" else "1"),
        )
        month = turn.view.get("month")
        if month is None:
            return Asked(rows=(quick, (turn.button(_CALENDAR, "G"),)))
        first, last = self._limits(turn.ctx)
        grid = month_grid(month_of(month, turn.ctx.today), first, last, turn.button)
        return Asked(rows=(quick, *grid))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Text):
            return self._accept(
                parse_date(event.text, turn.ctx.today, past=self.latest == "today"), turn
            )
        if not isinstance(event, Press):
            return None
        match action_of(event):
            case "Q", ("-1" | "0" | "1") as days:
                return self._accept(turn.ctx.today + timedelta(days=int(days)), turn)
            case "G", month:
                return Stay(view={"month": f"{month_of(month, turn.ctx.today):%Y-%m}"})
            case "D", day:
                try:
                    return self._accept(date.fromisoformat(day), turn)
                except ValueError:
                    return None
            case "N", "":
                return Stay(view=turn.view, quiet=True)
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Say("form-value", {"value": date.fromisoformat(value)})

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Invalid("form-date-invalid") from None
        first, last = self._limits(ctx)
        if last is not None and day > last:
            raise Invalid("form-date-future", day=day)
        if first is not None and day < first:
            raise Invalid("form-date-too-old", day=day, earliest=first)

    def _limits(self, ctx: Context) -> tuple[date | None, date | None]:
        first = None
        if self.earliest_days is not None:
            first = ctx.today - timedelta(days=self.earliest_days)
        return first, ctx.today if self.latest == "today" else None

    def _accept(self, day: date, turn: Turn) -> Accept:
        value = day.isoformat()
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)
