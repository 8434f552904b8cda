"""One of several: buttons, or the option's name typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from bot.forms.context import Answers, Context, Option, Options, options_of
from bot.forms.events import Event, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.matching import containing, exact, option_by_id
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import action_of, number_in, page_of
from bot.forms.values import Button, Label, Plain, Rows, Say

Suggest: TypeAlias = str | Callable[[Answers, Context], str | None]
PREVIOUS: Final = Plain("◀")
NEXT: Final = Plain("▶")
_EMPTY: Final = Say("form-choice-empty")


@dataclass(frozen=True, slots=True)
class AskChoice(Step):
    """Value: the option's id. `options` are a tuple, a list's name in the context, or a function.

    `suggest` is an option's id or a function giving one; it is offered first. With `typed=False`
    only buttons are understood.
    """

    options: Options
    suggest: Suggest | None = None
    columns: int = 2
    typed: bool = True
    page: int = 20

    def ask(self, turn: Turn) -> Asked:
        options = options_of(self.options, turn.answers, turn.ctx)
        rows: list[tuple[Button, ...]] = []
        if self.suggest is not None:
            suggested = option_by_id(options, self._suggested(turn))
            if suggested is not None:
                label = Say("form-suggested", {"value": suggested.label})
                rows.append((turn.button(label, "V", suggested.id),))
                options = [option for option in options if option is not suggested]
        pages = -(-len(options) // self.page)
        page = page_of(turn.view.get("page"), pages)
        shown = options[page * self.page : (page + 1) * self.page]
        buttons = [turn.button(option.label, "V", option.id) for option in shown]
        rows.extend(in_columns(buttons, self.columns))
        rows.extend(page_row(turn, page, pages))
        return Asked(body=() if options or rows else (_EMPTY,), rows=tuple(rows))

    def take(self, turn: Turn, event: Event) -> Taken:
        options = options_of(self.options, turn.answers, turn.ctx)
        if isinstance(event, Text) and self.typed:
            return Accept(named(options, event.text).id)
        if not isinstance(event, Press):
            return None
        match action_of(event):
            case "V", wanted:
                option = option_by_id(options, wanted)
                return None if option is None else Accept(option.id)
            case "P", arg if (page := number_in(arg)) is not None:
                return Stay(view={"page": page})
            case "N", "":
                return Stay(view=turn.view, quiet=True)
        return None

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        option = option_by_id(options_of(self.options, answers, ctx), value)
        return Plain(str(value)) if option is None else option.label

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if option_by_id(options_of(self.options, answers, ctx), value) is None:
            raise Invalid("form-choice-gone")

    def example(self, turn: Turn) -> Label | None:
        options = options_of(self.options, turn.answers, turn.ctx)
        return options[0].label if options else None

    def _suggested(self, turn: Turn) -> str | None:
        return self.suggest(turn.answers, turn.ctx) if callable(self.suggest) else self.suggest


def named(options: Sequence[Option], text: str) -> Option:
    """The option typed: by its full name or word, or by a part only one option has."""
    option = exact(options, text)
    if option is not None:
        return option
    found = containing(options, text)
    if len(found) == 1:
        return found[0]
    raise unknown(found or options)


def unknown(options: Sequence[Option]) -> Invalid:
    if not options:
        return Invalid("form-choice-none")
    return Invalid("form-choice-unknown", example=options[0].label)


def in_columns(buttons: Sequence[Button], columns: int) -> Rows:
    return tuple(tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns))


def page_row(turn: Turn, page: int, pages: int) -> Rows:
    """◀ 2/4 ▶, if there is more than one page."""
    if pages < 2:
        return ()
    row = [turn.button(Plain(f"{page + 1}/{pages}"), "N")]
    if page > 0:
        row.insert(0, turn.button(PREVIOUS, "P", str(page - 1)))
    if page < pages - 1:
        row.append(turn.button(NEXT, "P", str(page + 1)))
    return (tuple(row),)
