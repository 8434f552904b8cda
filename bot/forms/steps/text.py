"""Free text, kept as it was typed but for what no reader can see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.forms.clean import clean
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Step, Taken, Turn
from bot.forms.values import Label, Plain

Check: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class AskText(Step):
    """Value: text of `least` to `most` characters with a letter or a figure in it, at least
    `letters` letters. `check` raises Invalid for words that may not be kept."""

    most: int = 255
    least: int = 2
    letters: int = 0
    multiline: bool = False
    check: Check | None = None

    def ask(self, turn: Turn) -> Asked:
        return Asked()

    def take(self, turn: Turn, event: Event) -> Taken:
        if not isinstance(event, Text):
            return None
        text = clean(event.text, multiline=self.multiline)
        self.validate(text, turn.answers, turn.ctx)
        return Accept(text)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Plain(value)

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        check_text(value, self.least, self.most)
        if sum(map(str.isalpha, value)) < self.letters:
            raise Invalid("form-text-few-letters")
        if self.check is not None:
            self.check(value)


def check_text(value: Any, least: int, most: int) -> None:
    """Raise Invalid unless this is a text of that length that says something."""
    if not isinstance(value, str) or not value:
        raise Invalid("form-empty")
    if len(value) > most:
        raise Invalid("form-text-too-long", length=str(len(value)), most=str(most))
    if not any(map(str.isalnum, value)):
        raise Invalid("form-text-no-letters")
    if len(value) < least:
        raise Invalid("form-text-too-short", least=str(least))
