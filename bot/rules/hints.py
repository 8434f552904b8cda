"""What the words of an activity's title point to: its section, its Inpres programme, CIKAR tags and
target groups. The words are a table that the programme may lay its own rows over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot.rules.hint_rows import ROWS
from bot.rules.words import REAL_WORDS, USUAL, Vocabulary, set_of, words

Kind = Literal["section", "inpres", "tag", "target"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
_PLACES: Final = set_of("di ke")
_AFTER_PLACE: Final = set_of("untuk tentang dengan bersama oleh dalam sama bagi")


@dataclass(frozen=True, slots=True)
class Hint:
    """A word or phrase and the id it points to (an id of ``bot.rules.lists`` by ``kind``).

    An empty value points nowhere: it turns a word off ("kampung kb" says nothing of KB).
    """

    word: str
    kind: Kind
    value: str


class Hints:
    """A table of hints, read many times. Later rows win for the same kind and word."""

    def __init__(self, rows: Iterable[Hint]) -> None:
        self._rows: tuple[Hint, ...] = tuple(rows)
        self._found: dict[str, dict[tuple[str, ...], str]] = {kind: {} for kind in KINDS}
        for row in self._rows:
            phrase = tuple(words(row.word))
            if phrase:
                self._found[row.kind][phrase] = row.value
        self._longest = {
            kind: max(map(len, table), default=0) for kind, table in self._found.items()
        }
        parts = {part for table in self._found.values() for phrase in table for part in phrase}
        self.vocabulary = Vocabulary(parts, REAL_WORDS | USUAL)

    def over(self, rows: Iterable[Hint]) -> "Hints":
        """These hints with other rows laid over them."""
        return Hints((*self._rows, *rows))

    def sections(self, title: str) -> tuple[str, ...]:
        """Every section pointed to, in the order of the words. What stands after "di" (the place)
        counts only when the name itself points nowhere."""
        typed = self._words(title)
        at = _place_from(typed)
        name = self._all("section", typed[:at])
        return name or self._all("section", typed[at:])

    def section(self, title: str) -> str | None:
        """The section, None when no word points to one or two of them point two ways."""
        found = self.sections(title)
        return found[0] if len(found) == 1 else None

    def inpres(self, title: str) -> str | None:
        """The first Inpres programme the words point to."""
        found = self._all("inpres", self._words(title))
        return found[0] if found else None

    def tags(self, title: str) -> tuple[str, ...]:
        """Every CIKAR tag pointed to, in the order of the words."""
        return self._all("tag", self._words(title))

    def targets(self, title: str) -> tuple[str, ...]:
        """Every target group pointed to, in the order of the words."""
        return self._all("target", self._words(title))

    def _words(self, title: str) -> list[str]:
        return [self.vocabulary.meant(_bare(part, self.vocabulary)) for part in words(title)]

    def _all(self, kind: str, typed: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for value in self._values(kind, typed) if value))

    def _values(self, kind: str, typed: list[str]) -> Iterator[str]:
        table, at = self._found[kind], 0
        while at < len(typed):
            for length in range(min(self._longest[kind], len(typed) - at), 0, -1):
                value = table.get(tuple(typed[at : at + length]))
                if value is not None:
                    yield value
                    at += length
                    break
            else:
                at += 1


def _bare(part: str, known: Vocabulary) -> str:
    """Without the ending -nya when what is left is a known word."""
    if part.endswith("nya") and part not in known and part[:-3] in known:
        return part[:-3]
    return part


def _place_from(typed: list[str]) -> int:
    """Where the words of the place begin; the number of words when no place is said, or when
    more of the name follows it."""
    for at, part in enumerate(typed):
        if at and part in _PLACES and not _AFTER_PLACE & set(typed[at:]):
            return at
    return len(typed)


DEFAULT_HINTS: Final = Hints(
    Hint(phrase, kind, value)
    for kind in get_args(Kind)
    for value, phrases in ROWS[kind].items()
    for phrase in phrases
)
