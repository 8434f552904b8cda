"""A telephone number: typed, or a contact shared from the phone."""

import re
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.context import Answers, Context
from bot.forms.events import Contact, Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.values import Label, Plain, Say

_SEND: Final = Say("form-contact-send")
_E164: Final = re.compile(r"\+[1-9][0-9]{7,14}\Z")


@dataclass(frozen=True, slots=True)
class AskPhone(Step):
    """Value: E.164, "+628123456789"; a number beginning with 0 is Indonesian."""

    def ask(self, turn: Turn) -> Asked:
        if turn.view.get("contact"):
            return Asked(ask="contact")
        return Asked(rows=((turn.button(_SEND, "L"),),))

    def take(self, turn: Turn, event: Event) -> Taken:
        match event:
            case Text(text) | Contact(text):
                value = _normal(text)
            case Press() if action_of(event) == ("L", ""):
                return Stay(view={"contact": True}, fresh=True)
            case _:
                return None
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Plain(value)

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or not _E164.match(value):
            raise Invalid("form-phone-invalid")


def _normal(text: str) -> str:
    digits = re.sub(r"[\s().-]", "", text[:40])
    if digits.startswith("0"):
        return "+62" + digits[1:]
    return digits if digits.startswith("+") else "+" + digits
