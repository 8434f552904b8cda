"""Something to read and agree to before the form goes on."""

from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import fold
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.values import Label, Say

_CONTINUE: Final = Say("form-continue")
_AGREE: Final = Say("form-agree")
_WORDS = {"ya", "iya", "y", "ok", "oke", "lanjut", "setuju", "yes", "next", "siap", "baik"}


@dataclass(frozen=True, slots=True)
class Tell(Step):
    """A text with one button. Value: True; not in the summary."""

    offers_keep = False
    in_summary = False

    button: Label = _CONTINUE

    def ask(self, turn: Turn) -> Asked:
        return Asked(rows=((turn.button(self.button, "V"),),))

    def take(self, turn: Turn, event: Event) -> Taken:
        match event:
            case Press() if action_of(event) == ("V", ""):
                return Accept(True)
            case Text(text) if fold(text[:20]) in _WORDS:
                return Accept(True)
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return self.button

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if value is not True:
            raise Invalid("form-required")

    def example(self, turn: Turn) -> Label | None:
        return self.button


@dataclass(frozen=True, slots=True)
class AskConfirm(Tell):
    """Agreement, which the summary shows: the consent to something. Value: True."""

    in_summary = True

    button: Label = _AGREE
