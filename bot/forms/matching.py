"""Typed words matched to options: by their label where it is data, and by their other words."""

from collections.abc import Sequence
from functools import lru_cache

from bot.forms.clean import fold
from bot.forms.context import Option
from bot.forms.values import Plain

_SHORTEST_PART = 3  # fewer letters match half of a list


def option_by_id(options: Sequence[Option], wanted: object) -> Option | None:
    for option in options:
        if option.id == wanted:
            return option
    return None


def exact(options: Sequence[Option], text: str) -> Option | None:
    """The one option of this name or word, without regard to case, spaces and punctuation."""
    wanted = fold(text)
    if not wanted:
        return None
    for option in options:
        if wanted in names(option):
            return option
    return None


def containing(options: Sequence[Option], text: str) -> list[Option]:
    """Options one of whose names contains the text."""
    wanted = fold(text)
    if len(wanted) < _SHORTEST_PART:
        return []
    return [option for option in options if any(wanted in name for name in names(option))]


def names(option: Option) -> tuple[str, ...]:
    text = option.label.text if isinstance(option.label, Plain) else ""
    return _names(text, option.words)


@lru_cache(maxsize=4096)
def _names(label: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in map(fold, (label, *words)) if name)
