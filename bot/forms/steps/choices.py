"""Several of many: ticks, pages, search by typing, and people's own words where allowed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import clean, clip, fold
from bot.forms.context import Answers, Context, Option, Options, options_of
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.matching import containing, exact, option_by_id
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.choice import in_columns, page_row, unknown
from bot.forms.steps.picked import (
    MOST_OWN,
    OWN,
    check_own,
    label_of,
    labels,
    own_texts,
    pick,
)
from bot.forms.steps.pressed import DONE_WORDS, action_of, number_in, page_of
from bot.forms.steps.text import Check
from bot.forms.values import Button, Label, Plain, Say

_DONE: Final = Say("form-done")
_OTHER: Final = Say("form-other")
_CLEAR: Final = Say("form-search-clear")
_SEPARATORS: Final = re.compile(r"[,;\n]+")
_MOST_NAMED: Final = 12  # picks named above the buttons


@dataclass(frozen=True, slots=True)
class AskChoices(Step):
    """Value: list of option ids; with `other`, people's own words as "other:…" (see `picked`).

    Typing names ticks exact ones and narrows the list otherwise. `remember` offers the last
    entry's choice with one tap, as `default_from_last` does. `check` raises Invalid for own words
    that may not be kept.
    """

    offers_keep = False

    options: Options
    least: int = 1
    most: int | None = None
    other: bool = False
    remember: bool = False
    columns: int = 2
    page: int = 10
    check: Check | None = None

    def ask(self, turn: Turn) -> Asked:
        options = options_of(self.options, turn.answers, turn.ctx)
        on = _ticked(turn)
        query = turn.view.get("query")
        found = containing(options, query) if isinstance(query, str) else options
        pages = -(-len(found) // self.page)
        page = page_of(turn.view.get("page"), pages)
        shown = found[page * self.page : (page + 1) * self.page]
        buttons = [
            turn.button(_tick(option.label) if option.id in on else option.label, "T", option.id)
            for option in shown
        ]
        rows: list[tuple[Button, ...]] = [*in_columns(buttons, self.columns)]
        rows.extend(page_row(turn, page, pages))
        rows.extend(self._own_rows(turn, on, query))
        rows.append((turn.button(_DONE, "F"),))
        return Asked(self._body(turn, options, on), tuple(rows))

    def take(self, turn: Turn, event: Event) -> Taken:
        options = options_of(self.options, turn.answers, turn.ctx)
        if isinstance(event, Text):
            return self._typed(turn, options, clean(event.text, multiline=True))
        return self._pressed(turn, options, event) if isinstance(event, Press) else None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Say("form-value", {"value": labels(options_of(self.options, answers, ctx), value)})

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        options = options_of(self.options, answers, ctx)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise Invalid("form-choice-gone")
        ids = {option.id for option in options}
        for item in value:
            if item.startswith(OWN) and self.other:
                self._check_own(item[len(OWN) :])
            elif item not in ids:
                raise Invalid("form-choice-gone")
        if len(value) < self.least:
            raise Invalid("form-choices-too-few", least=str(self.least))
        if self.most is not None and len(value) > self.most:
            raise Invalid("form-choices-too-many", most=str(self.most))

    def offers_last(self) -> bool:
        return self.remember or self.default_from_last

    def example(self, turn: Turn) -> Label | None:
        options = options_of(self.options, turn.answers, turn.ctx)
        return options[0].label if options else None

    def _body(self, turn: Turn, options: Sequence[Option], on: Sequence[str]) -> tuple[Label, ...]:
        body: list[Label] = []
        if on:
            named = tuple(label_of(options, item, 40) for item in on[:_MOST_NAMED])
            more = (Plain("…"),) if len(on) > _MOST_NAMED else ()
            body.append(Say("form-choices-picked", {"value": (*named, *more)}))
        if turn.view.get("own"):
            body.append(Say("form-other-ask"))
        return tuple(body)

    def _own_rows(self, turn: Turn, on: Sequence[str], query: object) -> list[tuple[Button, ...]]:
        rows: list[tuple[Button, ...]] = []
        for at, text in enumerate(own_texts(on)):
            label = Say("form-other-ticked", {"value": Plain(clip(text, 40))})
            rows.append((turn.button(label, "U", str(at)),))
        if isinstance(query, str):
            if self.other:
                label = Say("form-other-take", {"value": Plain(clip(query, 40))})
                rows.append((turn.button(label, "O"),))
            rows.append((turn.button(_CLEAR, "C"),))
        elif self.other:
            rows.append((turn.button(_OTHER, "H"),))
        return rows

    def _pressed(self, turn: Turn, options: Sequence[Option], event: Press) -> Taken:
        on = _ticked(turn)
        view = {key: turn.view[key] for key in ("page", "query") if key in turn.view}
        match action_of(event):
            case "T", wanted if (option := option_by_id(options, wanted)) is not None:
                if option.id in on:
                    return Stay(view=view, part=[item for item in on if item != option.id])
                return Stay(view=view, part=pick(on, option.id, self.most))
            case "P", arg if (page := number_in(arg)) is not None:
                return Stay(view={**view, "page": page})
            case "U", arg if (at := number_in(arg)) is not None and at < len(own_texts(on)):
                gone = OWN + own_texts(on)[at]
                return Stay(view=view, part=[item for item in on if item != gone])
            case "O", "" if self.other and isinstance(turn.view.get("query"), str):
                return Stay(part=self._own(on, turn.view["query"]))
            case "H", "" if self.other:
                return Stay(view={"own": True})
            case "C", "":
                return Stay()
            case "N", "":
                return Stay(view=turn.view, quiet=True)
            case "F", "":
                return self._finish(turn, options)
        return None

    def _finish(self, turn: Turn, options: Sequence[Option]) -> Accept:
        value = sorted(_ticked(turn), key=_in_order_of(options))
        self.validate(value, turn.answers, turn.ctx)
        return Accept(value)

    def _typed(self, turn: Turn, options: Sequence[Option], text: str) -> Taken:
        on: Sequence[str] = _ticked(turn)
        names = [name for part in _SEPARATORS.split(text) if (name := clean(part))]
        if not names:
            raise Invalid("form-empty")
        if len(names) == 1 and fold(names[0][:20]) in DONE_WORDS:
            return self._finish(turn, options)
        if len(names) == 1 and exact(options, names[0]) is None:
            if turn.view.get("own"):
                return Stay(part=self._own(on, names[0]))
            if containing(options, names[0]):
                return Stay(view={"query": clip(names[0], 100)})
        for name in names:
            on = self._named(options, on, name)
        return Stay(part=on)

    def _named(self, options: Sequence[Option], on: Sequence[str], name: str) -> list[str]:
        """One more tick, for a name given in full, in part, or in people's own words."""
        option = exact(options, name)
        found = [option] if option else containing(options, name)
        if len(found) == 1:
            return pick(on, found[0].id, self.most)
        if self.other:
            return self._own(on, name)
        raise unknown(found or options)

    def _check_own(self, text: str) -> None:
        check_own(text)
        if self.check is not None:
            self.check(text)

    def _own(self, on: Sequence[str], text: str) -> list[str]:
        self._check_own(text)
        if len(own_texts(on)) >= MOST_OWN and OWN + text not in on:
            raise Invalid("form-choices-too-many", most=str(MOST_OWN))
        return pick(on, OWN + text, self.most)


def _ticked(turn: Turn) -> list[str]:
    on = turn.part if turn.part is not None else turn.value
    return list(on) if isinstance(on, list) else []


def _tick(label: Label) -> Label:
    if isinstance(label, Plain):
        return Plain(f"✅ {label.text}")
    return Say("form-ticked", {"value": label})


def _in_order_of(options: Sequence[Option]) -> Any:
    places = {option.id: at for at, option in enumerate(options)}
    return lambda item: places.get(item, len(places))
