"""How alike two titles are: by their words, whatever their order, spelling and doubling."""

from functools import lru_cache
from typing import Final

from bot.rules.words import words

ALIKE: Final = 0.5
"""From here on two titles mean the same kind of activity."""
_SAME: Final = 0.6
_EMPTY: Final = frozenset(
    ("di", "ke", "dari", "dan", "yang", "untuk", "dengan", "pada", "oleh", "kegiatan", "acara")
)


def likeness(one: str, other: str) -> float:
    """From 0 (no word in common) to 1 (the same words); a title of one word more counts nearly as
    the same. Empty titles are like nothing."""
    left, right = _said(one), _said(other)
    if not left or not right:
        return 0.0
    shared = len(left & right)
    return shared / max(len(left), len(right))


@lru_cache(maxsize=1024)
def _said(title: str) -> frozenset[str]:
    found = frozenset(words(title))
    return found - _EMPTY or found


def is_same(one: str, other: str) -> bool:
    """Whether two titles on one day in one village are likely the same activity: nearly the same
    words, or all of the shorter one's (two at least) in the longer."""
    left, right = _said(one), _said(other)
    shared = len(left & right)
    if shared >= 2 and shared == min(len(left), len(right)):
        return True
    return likeness(one, other) > _SAME
