"""People's text made safe to keep and compare: no control characters, no direction overrides."""

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")
_MANY_LINES = re.compile(r"\n{3,}")
JOINERS = "\u200c\u200d"  # needed inside some letters and emoji
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str, *, multiline: bool = False) -> str:
    """The text without control, formatting and direction characters, white space squeezed."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", " ")
        text = "".join(
            c for c in text if c == "\n" or c in JOINERS or unicodedata.category(c) not in _DROPPED
        )
    if not multiline:
        return " ".join(text.split())
    text = _LINES.sub("\n", _SPACES.sub(" ", text))
    return _MANY_LINES.sub("\n\n", text).strip()


def units(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def clip(text: str, most: int) -> str:
    """At most `most` UTF-16 units, ended by an ellipsis where cut."""
    if units(text) <= most:
        return text
    text = text[: most - 1]
    while units(text) > most - 1:
        text = text[: -max(1, (units(text) - most + 1) // 2)]
    return text.rstrip() + "…"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """For comparing names: letters and digits only, without case."""
    return "".join(c for c in text.casefold() if c.isalnum())
