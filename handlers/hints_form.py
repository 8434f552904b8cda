"""The forms of the hint words: a word and where it points, and a title to try them on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.forms import AskChoice, AskText, Context, Event, Form, Invalid, Option, Say, Text
from bot.forms.clean import clean
from bot.forms.context import Answers
from bot.forms.steps.base import Accept, Taken, Turn
from bot.rules.hint_book import LONGEST, VALUES, usual, why_not
from handlers.activity_title import no_danger

NOWHERE: Final = "-"
"""Answer for a word that shall point to nothing; no list has such an id."""
_KINDS: Final = tuple(Option(kind, Say(f"hint-kind-{kind}")) for kind in VALUES)
_SEPARATORS: Final = frozenset(",;\n")


@dataclass(frozen=True, slots=True)
class AskWord(AskText):
    """One word or phrase. Value: in its usual form, as titles are read."""

    def take(self, turn: Turn, event: Event) -> Taken:
        if not isinstance(event, Text):
            return None
        text = clean(event.text, multiline=True)
        if _SEPARATORS & set(text):
            raise Invalid("hint-word-one")
        word = usual(text)
        self.validate(word, turn.answers, turn.ctx)
        return Accept(word)

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or value != usual(value):
            raise Invalid("hint-word-length", most=str(LONGEST))
        trouble = why_not(value)
        if trouble is not None:
            raise Invalid(trouble.key, **trouble.args)


def _values(answers: Answers, _: Context) -> Sequence[Option]:
    options = VALUES.get(answers["kind"] or "", ())
    return (*options, Option(NOWHERE, Say("hint-nowhere"))) if options else ()


POINT: Final = Form(
    "hintword",
    "hw1",
    (
        AskChoice("kind", _KINDS),
        AskWord("word", hint=True),
        AskChoice("to", _values, hint=True),
    ),
)
TRY: Final = Form(
    "hinttry",
    "hw2",
    (AskText("title", most=255, hint=True, check=no_danger),),
    summary=False,
)
