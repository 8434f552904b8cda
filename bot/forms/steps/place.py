"""A place: typed, or a location shared from the phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import clean
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Pin, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import action_of
from bot.forms.steps.text import Check, check_text
from bot.forms.values import Label, Plain, Say

_SEND: Final = Say("form-location-send")
_DECIMALS: Final = 4  # about 11 metres


@dataclass(frozen=True, slots=True)
class AskPlace(Step):
    """Value: {"text": …} or {"latitude": …, "longitude": …} to four decimals; without `typed` only
    a location. `check` raises Invalid for words that may not be kept."""

    most: int = 255
    typed: bool = True
    check: Check | None = None

    def ask(self, turn: Turn) -> Asked:
        if turn.view.get("location"):
            return Asked(ask="location")
        return Asked(rows=((turn.button(_SEND, "L"),),))

    def take(self, turn: Turn, event: Event) -> Taken:
        match event:
            case Text(text) if self.typed:
                value: dict[str, Any] = {"text": clean(text)}
            case Pin(latitude, longitude):
                value = {
                    "latitude": round(latitude, _DECIMALS),
                    "longitude": round(longitude, _DECIMALS),
                }
            case Press() if action_of(event) == ("L", ""):
                # A location keyboard needs a message of its own.
                return Stay(view={"location": True}, fresh=True)
            case _:
                return None
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        if "text" in value:
            return Plain(value["text"])
        return Plain(f"📍 {value['latitude']:.4f}, {value['longitude']:.4f}")

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, Mapping):
            raise Invalid("form-empty")
        if "text" in value and self.typed:
            check_text(value["text"], 2, self.most)
            if self.check is not None:
                self.check(value["text"])
        elif not (_within(value.get("latitude"), 90) and _within(value.get("longitude"), 180)):
            raise Invalid("form-location-invalid")


def _within(degrees: Any, most: int) -> bool:
    return isinstance(degrees, int | float) and -most <= degrees <= most
