"""Questions of the problem forms: photos that tell of no person, a number or not known, a month,
one agency of many."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from bot.forms import (
    AskChoices,
    AskDate,
    AskNumber,
    AskPhotos,
    Context,
    Event,
    Invalid,
    Label,
    Photo,
    Press,
    Say,
    Step,
    Text,
)
from bot.forms.clean import fold
from bot.forms.context import Answers
from bot.forms.steps.base import Accept, Asked, Stay, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.rules.danger import danger_in
from bot.rules.since import months_back, parse_month

LONGER: Final = "longer"
_UNKNOWN: Final = Say("problem-affected-unknown")
_UNKNOWN_WORDS: Final = {
    "tidaktahu", "tdktahu", "belumtahu", "kurangtahu", "gaktahu", "unknown", "notknown",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SafePhotos(AskPhotos):
    """Photos whose captions tell of nobody in danger. One that does is not taken in, nor is what
    follows of its album: the caption of an album speaks for all of it."""

    def receive(self, value: Any, view: Mapping[str, Any], photo: Photo) -> Stay:
        if photo.album is not None and view.get("danger") == photo.album:
            return Stay(view, quiet=True, same_revision=True)
        if photo.caption and danger_in(photo.caption):
            seen = {**view, "danger": photo.album} if photo.album else view
            return Stay(seen, note=Say("danger-lead"), same_revision=True)
        return AskPhotos.receive(self, value, view, photo)


@dataclass(frozen=True, slots=True)
class AskAffected(AskNumber):
    """How many: a whole number, or that nobody knows (skipped: None)."""

    def ask(self, turn: Turn) -> Asked:
        return Asked(rows=((turn.button(_UNKNOWN, "U"),),))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Press) and action_of(event) == ("U", ""):
            return Accept(None)
        if isinstance(event, Text) and fold(event.text[:30]) in _UNKNOWN_WORDS:
            return Accept(None)
        return AskNumber.take(self, turn, event)


@dataclass(frozen=True, slots=True)
class AskSince(Step):
    """Value: the first day of a month as ISO date, or "longer" (before this year)."""

    def ask(self, turn: Turn) -> Asked:
        rows = [
            (turn.button(Say(f"problem-since-{name}"), "V", value),)
            for name, value in _spans(turn.ctx.today)
        ]
        return Asked(rows=tuple(rows))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Text):
            return Accept(parse_month(event.text, turn.ctx.today).isoformat())
        if not isinstance(event, Press):
            return None
        action, value = action_of(event)
        if action != "V" or value not in {one for _, one in _spans(turn.ctx.today)}:
            return None
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return month_label(None if value == LONGER else date.fromisoformat(value))

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if value == LONGER:
            return
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Invalid("problem-since-unclear") from None
        if parse_month(f"{day:%Y-%m}", ctx.today) != day:
            raise Invalid("problem-since-unclear")

    def example(self, turn: Turn) -> Label | None:
        return Say("problem-since-month")


def _spans(today: date) -> list[tuple[str, str]]:
    """The spans offered, each with the month it begins in; early in a year two may be one."""
    spans = {
        "month": months_back(today, 0).isoformat(),
        "quarter": months_back(today, 2).isoformat(),
        "year": date(today.year, 1, 1).isoformat(),
    }
    found = [("month", spans["month"]), ("quarter", spans["quarter"])]
    if spans["year"] < spans["quarter"]:
        found.append(("year", spans["year"]))
    return [*found, ("longer", LONGER)]


def month_label(since: date | None) -> Say:
    """A month as it is read; None is longer ago."""
    if since is None:
        return Say("problem-since-longer")
    return Say(f"form-month-{since.month}", {"year": str(since.year)})


@dataclass(frozen=True, slots=True)
class AskAgency(AskChoices):
    """Value: a list of one agency's id, or of one "other:…": taken as soon as it is picked."""

    def take(self, turn: Turn, event: Event) -> Taken:
        taken = AskChoices.take(self, replace(turn, value=None, part=None), event)
        if not isinstance(taken, Stay) or not isinstance(taken.part, list) or not taken.part:
            return taken
        self.validate(taken.part, turn.answers, turn.ctx)
        return Accept(taken.part)

    def ask(self, turn: Turn) -> Asked:
        asked = AskChoices.ask(self, replace(turn, value=None, part=None))
        return replace(asked, rows=asked.rows[:-1])

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        AskChoices.validate(self, value, answers, ctx)
        if any(danger_in(one) for one in value):
            raise Invalid("danger-lead")


@dataclass(frozen=True, slots=True)
class AskDayAhead(AskDate):
    """A day from today to ``most_days`` ahead."""

    most_days: int = 366

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        AskDate.validate(self, value, answers, ctx)
        if (date.fromisoformat(value) - ctx.today).days > self.most_days:
            raise Invalid("intervention-day-far")
