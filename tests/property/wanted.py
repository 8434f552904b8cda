"""How a question wants to be answered: the first thing that brings a form further."""

from collections.abc import Iterator
from typing import Any

from bot.forms import (
    Acted,
    AskChoices,
    AskRegion,
    Cancelled,
    Contact,
    Context,
    Done,
    Draft,
    Event,
    Form,
    Photo,
    Pin,
    Press,
    Quiet,
    Resume,
    Screen,
    Step,
    Text,
    respond,
)
from bot.forms.standing import pending
from tests.property.shown import action_of

_TEXTS = (
    *("Posyandu Melati", "20 L 12 P 5 anak", "kemarin", "besok", "17", "0812 3456 7890", "Balai"),
    *("besok 08.00", "sekarang", "kenanga", "5"),
)
"""One of them is understood by every kind of question that takes words."""
_LONGEST_WAY = 4
"""Presses that one answer may take: from the kab/kota down to the village."""


def answered_well(form: Form, draft: Draft, screen: Screen, ctx: Context) -> Event:
    """An event that brings the form further. Raises AssertionError when there is none."""
    way = _way(form, draft, ctx, _LONGEST_WAY)
    assert way, f"{form.name} cannot be completed: nothing answers {draft.step!r} ({draft.mode})"
    return way[0]


def _way(form: Form, draft: Draft, ctx: Context, depth: int) -> list[Event]:
    """The shortest events that answer what is asked; empty when there are none."""
    level: list[tuple[Draft, list[Event]]] = [(draft, [])]
    for _ in range(depth):
        deeper: list[tuple[Draft, list[Event]]] = []
        seen: set[str] = set()
        for at, way in level:
            for event in _worth_trying(form, at, ctx):
                after, result = respond(form, at, event, ctx)
                if _is_further(form, draft, after, result, ctx):
                    return [*way, event]
                key = repr(
                    (after.step, after.mode, after.view, sorted(after.parts.items(), key=str))
                )
                if after != at and after.step == draft.step and key not in seen:
                    seen.add(key)
                    deeper.append((after, [*way, event]))
        level = deeper[:6]
    return []


def _is_further(form: Form, before: Draft, after: Draft, result: Any, ctx: Context) -> bool:
    """Whether a question was answered that was open, or the end was reached."""
    if isinstance(result, Done):
        return True
    if isinstance(result, Acted | Cancelled | Quiet):
        return False
    if before.mode == "cancel":
        return after.mode != "cancel"
    if before.mode == "summary":
        return after.mode == "step"
    if after.mode == "cancel":
        return False
    is_same = after.answers.get(before.step) == before.answers.get(before.step)
    if before.editing and is_same and pending(form, before.answers, ctx) is None:
        return False  # asked again by the form's own check, which would refuse it again
    return (after.step, after.mode) != (before.step, before.mode) and before.step in after.answers


def _worth_trying(form: Form, draft: Draft, ctx: Context) -> Iterator[Event]:
    _, shown = respond(form, draft, Resume(), ctx)
    assert isinstance(shown, Screen)
    if shown.step == "cancel":
        yield Text("lanjut")
        return
    if shown.step == "summary":
        yield Text("kirim")
        return
    data = [one.data for row in shown.rows for one in row]
    for wanted in _order(form.by_name[draft.step], bool(draft.parts.get(draft.step))):
        if wanted == "text":
            yield from (Text(text) for text in (*_TEXTS, *_new_codes(draft)))
        else:
            found = [one for one in data if action_of(one) == wanted]
            yield from (Press(one) for one in found[:3])
    yield from (Pin(-2.1, 106.1), Contact("+6281234567890"), Photo("f", "wanted"))


def _new_codes(draft: Draft) -> list[str]:
    """Codes beside the regions that were answered, which no region has."""
    regions = [one for one in draft.answers.values() if _is_code(one)]
    ends = {1: ("77", "78"), 2: ("77", "78"), 3: ("2777", "2778")}
    return [
        f"{region.rpartition('.')[0]}.{end}"
        for region in regions
        for end in ends.get(region.count("."), ())
    ]


def _is_code(value: object) -> bool:
    return isinstance(value, str) and value.startswith("19") and value.replace(".", "").isdigit()


def _order(step: Step, has_part: bool) -> tuple[str, ...]:
    """The actions of buttons in the order worth trying; "text" stands for words."""
    if isinstance(step, AskChoices):
        return ("F", "T") if has_part else ("T", "F")
    if isinstance(step, AskRegion):
        return ("V", "I", "B")
    return ("k", "V", "F", "Q", "D", "text", "T", "I", "s", "G", "Z")
