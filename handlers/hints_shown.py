"""Hint words as they are shown: where one points, and what to know before it is changed."""

from collections.abc import Sequence

from bot.forms.clean import fold
from bot.rules.hint_book import VALUES, usual
from bot.rules.lists import label_of
from bot.work import Work
from handlers.calls import label
from handlers.hints_form import NOWHERE
from storage.hints import HintWord

MOST_OVERLAPPING = 5
_SHORTEST_PART = 3


def where(work: Work, kind: str, value: str) -> str:
    """The name of what a word points to."""
    return label_of(VALUES[kind], value) if value else label(work, "hint-nowhere")


def line(work: Work, one: HintWord) -> str:
    """A word on a button: "posyandu → Reproduksi", with a mark when the programme changed it."""
    key = "hint-line-changed" if one.is_changed else "hint-line"
    return label(work, key, word=one.word, value=where(work, one.kind, one.value))


def above(work: Work, step: str) -> str:
    """Above the choice of a word's target: where it points now, and which words it meets."""
    kept = work.drafts.opened()
    if kept is None or step not in ("to", "summary"):
        return ""
    kind, word = kept.draft.answers.get("kind"), kept.draft.answers.get("word")
    if not isinstance(kind, str) or kind not in VALUES or not isinstance(word, str):
        return ""
    book, to = work.around.hints, kept.draft.answers.get("to")
    lines = []
    now = book.meanings.get((kind, word))
    if now is not None:
        lines.append(work.say("hint-now", word=word, value=where(work, kind, now)))
    value = "" if to == NOWHERE else to or "?"
    for other, other_to in book.overlapping(kind, word, value)[:MOST_OVERLAPPING]:
        lines.append(work.say("hint-overlaps", word=other, value=where(work, kind, other_to)))
    return "\n".join(lines)


def in_title(title: str, words: Sequence[HintWord]) -> list[HintWord]:
    """The words that stand in a title, then those that hold what was typed."""
    typed, folded = f" {usual(title)} ", fold(title)
    inside = [one for one in words if f" {one.word} " in typed]
    if len(folded) < _SHORTEST_PART:
        return inside
    holding = [one for one in words if folded in fold(one.word)]
    return inside + [one for one in holding if one not in inside]
