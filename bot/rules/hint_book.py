"""The hint words in force: those the program brings along, and the programme's own over them."""

from collections.abc import Iterable, Mapping
from typing import Final

from bot.forms.context import Option
from bot.forms.values import Plain, Say
from bot.rules.danger import danger_in
from bot.rules.hint_rows import ROWS
from bot.rules.hints import DEFAULT_HINTS, KINDS, Hint, Hints
from bot.rules.lists import INPRES, SECTIONS, TAGS, TARGET_GROUPS
from bot.rules.words import words

VALUES: Final[Mapping[str, tuple[Option, ...]]] = {
    "section": SECTIONS,
    "inpres": INPRES,
    "tag": TAGS,
    "target": TARGET_GROUPS,
}
"""What the words of each kind may point to."""

COMMON: Final = frozenset(
    (
        *("di", "ke", "dari", "dan", "yang", "untuk", "dengan", "pada", "oleh", "dalam", "atau"),
        *("ini", "itu", "hari", "kegiatan", "acara", "bersama", "tentang", "telah", "sudah"),
    )
)
"""Words of nearly every title: alone they say nothing of it. As part of a phrase they serve."""

LONGEST: Final = 60
"""Letters of a word or phrase at most, its spaces included."""


def usual(word: str) -> str:
    """A word or phrase in the form it is kept and compared in; empty when there is no word in it.

    >>> usual("Ibu-ibu  HAMIL")
    'ibu hamil'
    """
    return " ".join(words(word))


DEFAULTS: Final[Mapping[tuple[str, str], str]] = {
    (kind, usual(phrase)): value
    for kind in KINDS
    for value, phrases in ROWS[kind].items()
    for phrase in phrases
}
"""Kind and word → what it points to as the program comes; an empty id points nowhere."""


def why_not(word: str) -> Say | None:
    """What is wrong with a hint word in its usual form; None when it may be one."""
    if sum(map(str.isalpha, word)) < 2 or len(word) > LONGEST:
        return Say("hint-word-length", {"most": str(LONGEST)})
    if word in COMMON:
        return Say("hint-word-common", {"word": Plain(word)})
    return Say("hint-word-danger") if danger_in(word) else None


class HintBook:
    """One for a process, shared by all that reads titles. ``current`` is replaced as a whole: a
    reader sees the old words or the new ones. ``mark`` is the number of the last change."""

    def __init__(self, rows: Iterable[Hint] = (), mark: str = "") -> None:
        self.current: Hints = DEFAULT_HINTS
        self.meanings: Mapping[tuple[str, str], str] = DEFAULTS
        self.mark = ""
        self.replace(rows, mark)

    def replace(self, rows: Iterable[Hint], mark: str) -> None:
        """Take over the programme's rows; one with an empty value turns a default word off."""
        own = tuple(rows)
        self.meanings = {**DEFAULTS, **{(row.kind, row.word): row.value for row in own}}
        self.current, self.mark = DEFAULT_HINTS.over(own), mark

    def overlapping(self, kind: str, word: str, value: str) -> list[tuple[str, str]]:
        """Words of the kind that hold the whole phrase ``word`` or are held by it, and point
        elsewhere: in a title the longer of two such words counts. (word, where it points)"""
        padded = f" {word} "
        return [
            (one, to)
            for (of, one), to in self.meanings.items()
            if of == kind and one != word and to != value
            if f" {one} " in padded or padded in f" {one} "
        ]
