"""One number, in figures or words."""

from dataclasses import dataclass
from typing import Any

from bot.forms.context import Answers, Context
from bot.forms.events import Event, Text
from bot.forms.invalid import Invalid
from bot.forms.numbers import number
from bot.forms.steps.base import Accept, Asked, Step, Taken, Turn
from bot.forms.values import Label, Plain


@dataclass(frozen=True, slots=True)
class AskNumber(Step):
    """Value: whole number from `least` to `most`."""

    least: int = 0
    most: int = 9999

    def ask(self, turn: Turn) -> Asked:
        return Asked()

    def take(self, turn: Turn, event: Event) -> Taken:
        if not isinstance(event, Text):
            return None
        value = number(event.text)
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Plain(str(value))

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        check_number(value, self.least, self.most)


def check_number(value: Any, least: int, most: int) -> None:
    if type(value) is not int:
        raise Invalid("form-number-invalid")
    if value < 0 <= least:
        raise Invalid("form-number-negative")
    if value > most:
        raise Invalid("form-number-too-many", most=most)
    if value < least:
        raise Invalid("form-number-too-few", least=least)
