"""Finding phrases of a table on a page, the longest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.understand.page import Page
from bot.rules.words import word


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start`` … ``end``-1 stand for ``value``."""

    start: int
    end: int
    value: str


class Phrases:
    """Phrases of words and what they stand for. "kab/kota" is a word, a sign and a word."""

    def __init__(self, rows: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for value, phrases in rows.items():
            for phrase in phrases:
                parts = tuple(word(part) for part in phrase.replace("/", " / ").split())
                self._by_first.setdefault(parts[0], []).append((parts, value))
        for found in self._by_first.values():
            found.sort(key=lambda row: -len(row[0]))

    def at(self, page: Page, here: int) -> Match | None:
        """The longest phrase that begins at this token and lies in one clause."""
        for parts, value in self._by_first.get(page.word(here), ()):
            if page.phrase(here, len(parts)) == parts and page.same(here, here + len(parts) - 1):
                return Match(here, here + len(parts), value)
        return None

    def all(self, page: Page) -> Iterator[Match]:
        """Every phrase that nobody claimed, from left to right."""
        here = 0
        while here < len(page.tokens):
            found = self.at(page, here) if page.is_free(here) else None
            if found is None:
                here += 1
                continue
            yield found
            here = found.end
