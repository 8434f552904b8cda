"""A telephone number: typed, or one's own contact shared from the phone."""

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
_MARKS: Final = re.compile(r"[\s().-]")
_IN_WORDS: Final = re.compile(r"\+?[0-9][0-9\s().-]{6,20}[0-9]")


@dataclass(frozen=True, slots=True)
class AskPhone(Step):
    """Value: E.164, "+628123456789"; a number beginning with 0, 62 or 8 is Indonesian.

    Somebody else's contact is refused: whose number it is cannot be asked of that person here.
    """

    def ask(self, turn: Turn) -> Asked:
        if turn.view.get("contact"):
            return Asked(ask="contact")
        return Asked(rows=((turn.button(_SEND, "L"),),))

    def take(self, turn: Turn, event: Event) -> Taken:
        match event:
            case Contact(is_own=False):
                raise Invalid("form-phone-not-own")
            case Contact(phone):
                value = _normal(phone if phone.startswith(("+", "0")) else f"+{phone}")
            case Text(text):
                # "nomor saya 0812 3456 7890 ya": one number among words is meant.
                found = _IN_WORDS.findall(text[:200])
                value = _normal(found[0] if len(found) == 1 else text)
            case Press() if action_of(event) == ("L", ""):
                # The contact's keyboard needs a message of its own.
                return Stay(view={"contact": True}, fresh=True)
            case _:
                return None
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Plain(value)

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or not value or _normal(value) != value:
            raise Invalid("form-phone-invalid")


def _normal(text: str) -> str:
    """A number as E.164; empty when it is none.

    Indonesian mobile and landline numbers by their own lengths; others need their country's
    number with a plus.
    """
    from lokal.phone import normalize_phone  # beside the regions' rules, the slowest import here

    bare = _MARKS.sub("", text[:40])
    if bare.startswith("+") and not bare.startswith("+62"):
        return bare if _E164.match(bare) else ""
    return normalize_phone(bare) or ""
