"""The corpus of volunteers' sentences, and when a field is right (``kader_sentences.md``)."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.rules.understand import FIELDS, Understood, understand

PATH = Path(__file__).parents[1] / "data" / "kader_sentences.jsonl"


@dataclass(frozen=True)
class Row:
    """A sentence, what a careful reader takes from it, and what the bot took."""

    id: str
    text: str
    expect: dict[str, Any] | None
    unsure: frozenset[str]
    found: Understood

    def is_right(self, field: str) -> bool:
        assert self.expect is not None
        return same(field, getattr(self.found, field), self.expect[field])


@cache
def rows() -> tuple[Row, ...]:
    """Every line, understood once."""
    out = []
    for line in PATH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = understand(row["text"], date.fromisoformat(row["at"]))
        out.append(Row(row["id"], row["text"], row["expect"], frozenset(row["unsure"]), found))
    return tuple(out)


def reports() -> list[Row]:
    return [row for row in rows() if row.expect is not None]


def same(field: str, found: Any, wanted: Any) -> bool:
    """Whether a field is right by the rules beside the corpus."""
    match field:
        case "date":
            return bool((found.isoformat() if found else None) == wanted)
        case "title":
            return letters(found or "") == letters(wanted or "")
        case "funding" | "agencies":
            return {_own(one) for one in found} == {_own(one) for one in wanted}
        case _:
            return bool(found == wanted)


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _own(one: str) -> str:
    return f"other:{letters(one)}" if one.startswith("other:") else one


def wrong() -> list[tuple[Row, str]]:
    """Every field that is not as expected; a report not seen as one has all of them wrong."""
    return [(row, field) for row in reports() for field in FIELDS if not row.is_right(field)]
