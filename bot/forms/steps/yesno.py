"""Yes or no, and where it helps: not sure."""

from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import fold
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.values import Label, Say

UNSURE: Final = "unsure"
_YES: Final = Say("form-yes")
_NO: Final = Say("form-no")
_UNSURE: Final = Say("form-unsure")
_PRESSED: Final[dict[str, Any]] = {"1": True, "0": False, "2": UNSURE}
_TYPED: Final[dict[str, Any]] = {
    **dict.fromkeys(("ya", "iya", "y", "yes", "betul", "benar", "ada"), True),
    **dict.fromkeys(("tidak", "tdk", "gak", "nggak", "enggak", "bukan", "no", "tidakada"), False),
    **dict.fromkeys(("tidaktahu", "tidakyakin", "kurangtahu", "belumtahu", "notsure"), UNSURE),
}


@dataclass(frozen=True, slots=True)
class AskYesNo(Step):
    """Value: True or False, or "unsure" if `unsure` is allowed."""

    unsure: bool = False

    def ask(self, turn: Turn) -> Asked:
        row = (turn.button(_YES, "V", "1"), turn.button(_NO, "V", "0"))
        if not self.unsure:
            return Asked(rows=(row,))
        return Asked(rows=(row, (turn.button(_UNSURE, "V", "2"),)))

    def take(self, turn: Turn, event: Event) -> Taken:
        value = None
        match event:
            case Press():
                action, arg = action_of(event)
                value = _PRESSED.get(arg) if action == "V" else None
            case Text(text):
                value = _TYPED.get(fold(text[:30]))
        return Accept(value) if self._allows(value) else None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return _YES if value is True else _NO if value is False else _UNSURE

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not self._allows(value):
            raise Invalid("form-required")

    def example(self, turn: Turn) -> Label | None:
        return _YES

    def _allows(self, value: Any) -> bool:
        return value is True or value is False or (self.unsure and value == UNSURE)
