"""A day and time: now, a few usual hours, a calendar with hours, or typed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal

from bot.forms.calendar import month_grid, month_of
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.moments import WIB, parse_moment
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.values import Button, Label, Rows, Say

NOW: Final = "now"
_NOW = Say("form-now")
_CALENDAR = Say("form-calendar")
_NOW_WORDS = {"sekarang", "kini", "now", "langsung", "saat ini"}


@dataclass(frozen=True, slots=True)
class AskMoment(Step):
    """Value: ISO moment with WIB's offset, or "now" if `now_allowed`.

    `earliest="now"` refuses the past, `latest="now"` the future. `hours` are offered as buttons.
    """

    earliest: Literal["now"] | None = "now"
    latest: Literal["now"] | None = None
    now_allowed: bool = False
    hours: tuple[int, ...] = (8, 10, 13, 16, 19)

    def ask(self, turn: Turn) -> Asked:
        rows: list[tuple[Button, ...]] = []
        if self.now_allowed:
            rows.append((turn.button(_NOW, "W"),))
        day = _day(turn.view.get("day"))
        if day is not None:
            body = (Say("form-moment-hour", {"day": day}),)
            return Asked(body, (*rows, *self._hours(day, turn)))
        if "month" in turn.view:
            return Asked(rows=(*rows, *self._grid(turn)))
        today = turn.ctx.now.astimezone(WIB).date()
        near = (-1, 0) if self.latest == "now" else (0, 1)
        for days in near:
            rows.extend(self._hours(today + timedelta(days=days), turn, days=days))
        rows.append((turn.button(_CALENDAR, "G"),))
        return Asked(rows=tuple(rows))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Text):
            if self.now_allowed and event.text.strip(" .!").casefold() in _NOW_WORDS:
                return Accept(NOW)
            return self._accept(parse_moment(event.text, turn.ctx.now), turn)
        if not isinstance(event, Press):
            return None
        today = turn.ctx.now.astimezone(WIB).date()
        match action_of(event):
            case "W", "" if self.now_allowed:
                return Accept(NOW)
            case "M", text:
                try:
                    moment = datetime.strptime(text, "%Y%m%d%H%M").replace(tzinfo=WIB)
                except ValueError:
                    return None
                return self._accept(moment, turn)
            case "G", month:
                return Stay(view={"month": f"{month_of(month, today):%Y-%m}"})
            case "D", text:
                day = _day(text)
                return None if day is None else Stay(view={"day": text})
            case "N", "":
                return Stay(view=turn.view, quiet=True)
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        if value == NOW:
            return _NOW
        return Say("form-value", {"value": datetime.fromisoformat(value)})

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if value == NOW and self.now_allowed:
            return
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise Invalid("form-moment-invalid") from None
        if moment.tzinfo is None:
            raise Invalid("form-moment-invalid")
        if self.earliest == "now" and moment < ctx.now:
            raise Invalid("form-moment-past", moment=moment)
        if self.latest == "now" and moment > ctx.now:
            raise Invalid("form-moment-future", moment=moment)

    def _accept(self, moment: datetime, turn: Turn) -> Accept:
        value = moment.isoformat()
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def _grid(self, turn: Turn) -> Rows:
        today = turn.ctx.now.astimezone(WIB).date()
        first = today if self.earliest == "now" else None
        last = today if self.latest == "now" else None
        return month_grid(month_of(turn.view.get("month"), today), first, last, turn.button)

    def _hours(self, day: date, turn: Turn, days: int | None = None) -> Rows:
        """The offered hours of a day that are within the limits, three in a row."""
        key = "form-at" if days is None else _DAY_KEYS[days]
        buttons = []
        for hour in self.hours:
            moment = datetime(day.year, day.month, day.day, hour, tzinfo=WIB)
            if self.earliest == "now" and moment < turn.ctx.now:
                continue
            if self.latest == "now" and moment > turn.ctx.now:
                continue
            label = Say(key, {"time": f"{hour:02d}.00"})
            buttons.append(turn.button(label, "M", f"{moment:%Y%m%d%H%M}"))
        if days is not None:
            buttons = buttons[:3]  # a first offer; the calendar has them all
        return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


_DAY_KEYS: Final = {-1: "form-yesterday-at", 0: "form-today-at", 1: "form-tomorrow-at"}


def _day(view: object) -> date | None:
    try:
        return date.fromisoformat(view) if isinstance(view, str) else None
    except ValueError:
        return None
