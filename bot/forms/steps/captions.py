"""Words for photos that were sent without any, or other words than they came with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import clean, clip, fold
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import DONE_WORDS, action_of, number_in
from bot.forms.steps.text import Check, check_text
from bot.forms.values import Label, Plain, Say

_DONE: Final = Say("form-done")
_EMPTY: Final = Say("form-captions-empty")
_LONGEST: Final = 1024  # Bot API
_ON_BUTTON: Final = 30


@dataclass(frozen=True, slots=True)
class AskCaptions(Step):
    """Value: captions by the photos' unique ids. `photos` are the names of the steps that ask for
    photos. `check` raises Invalid for words that may not be kept."""

    offers_keep = False

    photos: tuple[str, ...]
    check: Check | None = None

    def ask(self, turn: Turn) -> Asked:
        given = _given(turn)
        rows = []
        for at, (unique_id, caption) in enumerate(self._photos(turn.answers), start=1):
            text = given.get(unique_id, caption)
            shown: Label = Plain(clip(text, _ON_BUTTON)) if text else _EMPTY
            label = Say("form-captions-which", {"number": str(at), "caption": shown})
            rows.append((turn.button(label, "I", str(at)),))
        chosen = self._chosen(turn)
        body = (Say("form-captions-now", {"number": str(chosen)}),) if chosen else ()
        return Asked(body, (*rows, (turn.button(_DONE, "F"),)))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Text):
            return self._typed(turn, event.text)
        if not isinstance(event, Press):
            return None
        match action_of(event):
            case "I", arg if number_in(arg) in range(1, len(self._photos(turn.answers)) + 1):
                return Stay(view={"photo": int(arg)})
            case "F", "":
                return Accept(_given(turn))
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Say("form-captions-count", {"count": str(len(value))})

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, Mapping):
            raise Invalid("form-empty")
        for text in value.values():
            check_text(text, 1, _LONGEST)
            if self.check is not None:
                self.check(text)

    def _typed(self, turn: Turn, text: str) -> Taken:
        if fold(text[:20]) in DONE_WORDS:
            return Accept(_given(turn))
        chosen = self._chosen(turn)
        if not chosen:
            raise Invalid("form-captions-choose")
        caption = clean(text, multiline=True)
        self.validate({"": caption}, turn.answers, turn.ctx)
        unique_id = self._photos(turn.answers)[chosen - 1][0]
        return Stay(part={**_given(turn), unique_id: caption})

    def _chosen(self, turn: Turn) -> int:
        """The photo whose caption is typed next, from 1; an only photo needs no choosing."""
        count = len(self._photos(turn.answers))
        at = turn.view.get("photo", 1 if count == 1 else 0)
        return at if isinstance(at, int) and 0 < at <= count else 0

    def _photos(self, answers: Answers) -> list[tuple[str, str | None]]:
        return [
            (photo["unique_id"], photo.get("caption"))
            for name in self.photos
            for photo in answers.get(name) or ()
        ]


def _given(turn: Turn) -> dict[str, str]:
    found = turn.part if turn.part is not None else turn.value
    return dict(found) if isinstance(found, Mapping) else {}
