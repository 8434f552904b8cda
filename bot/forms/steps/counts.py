"""Men, women and children in one answer, as people say it: "20 L 12 P 5 anak"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.context import Answers, Context
from bot.forms.counts import counts
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Step, Taken, Turn
from bot.forms.steps.choice import in_columns
from bot.forms.steps.number import check_number
from bot.forms.steps.pressed import action_of
from bot.forms.values import Label, Plain, Say

_NOBODY: Final = Say("form-counts-nobody")
_COLUMNS: Final = 5


@dataclass(frozen=True, slots=True)
class AskCounts(Step):
    """Value: {"male": 20, "female": 12, "children": 5}, each from 0 to `most`.

    With the kind "people" a number of whom nobody said who they were is one of these; `quick` are
    numbers of them for one tap. A kind that is missing counts as 0.
    """

    kinds: tuple[str, ...] = ("male", "female", "children")
    most: int = 9999
    quick: tuple[int, ...] = ()

    def ask(self, turn: Turn) -> Asked:
        quick = [turn.button(Plain(str(number)), "Q", str(number)) for number in self.quick]
        return Asked(rows=(*in_columns(quick, _COLUMNS), (turn.button(_NOBODY, "Z"),)))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Press):
            return self._pressed(event)
        if not isinstance(event, Text):
            return None
        value = counts(event.text, self.kinds)
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        parts = tuple(
            Say(f"form-counts-{kind}", {"count": str(value[kind])})
            for kind in self.kinds
            if value.get(kind)
        )
        return Say("form-value", {"value": parts}) if parts else _NOBODY

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, Mapping) or not value or set(value) - set(self.kinds):
            raise Invalid("form-counts-invalid")
        for count in value.values():
            check_number(count, 0, self.most)

    def _pressed(self, event: Press) -> Taken:
        match action_of(event):
            case "Z", "":
                return Accept(dict.fromkeys(self.kinds, 0))
            case "Q", number if number in map(str, self.quick):
                return Accept({**dict.fromkeys(self.kinds, 0), "people": int(number)})
        return None
