"""What a region's new code must be like: Kemendagri's pattern, the right parent, not taken."""

import re
from collections.abc import Callable
from datetime import date
from typing import Protocol

from bot.rules.regions import Region
from bot.rules.roles import is_within

_PATTERN = re.compile(r"\d\d\.\d\d(\.\d\d(\.[12]\d{3})?)?\Z")
_DIGITS = re.compile(r"\d+\Z")
_ENDS = {4: (2, 4), 6: (2, 4, 6), 10: (2, 4, 6, 10)}


def tidy_code(typed: str) -> str:
    """A code with its dots: BKKBN writes ``1901012013`` for ``19.01.01.2013``."""
    bare = typed.strip().replace(" ", "").rstrip(".")
    ends = _ENDS.get(len(bare)) if _DIGITS.match(bare) else None
    if ends is None:
        return bare
    return ".".join(bare[start:end] for start, end in zip((0, *ends), ends, strict=False))


def kind_of(code: str) -> str:
    """What a well-formed code names. A kelurahan's last group begins with 1, a desa's with 2."""
    depth = code.count(".")
    if depth < 3:
        return ("province", "kabkota", "kecamatan")[depth]
    return "kelurahan" if code.rpartition(".")[2].startswith("1") else "desa"


class Ends(Protocol):
    """Something that may have ended."""

    @property
    def until(self) -> date | None: ...


def begun(code: str, name: str, above: Region | None) -> Region:
    """A region that is about to begin, to be named before the book knows it."""
    return Region(code, name, kind_of(code), code.rpartition(".")[0], above.name if above else "")


def code_fault(code: str, old: str, known: Callable[[str], Ends | None]) -> str | None:
    """The key of what is wrong with ``code`` as a part of the region ``old``; None when it fits.

    ``known`` gives regions, ended ones too: a code is never used again. A new village may lie in
    another kecamatan of the same kab/kota, as when a kecamatan is split and its villages follow.
    """
    if not _PATTERN.match(code) or code.count(".") != old.count("."):
        return "region-code-format"
    if known(code) is not None:
        return "region-code-taken"
    parent, top = code.rpartition(".")[0], ".".join(old.split(".")[:2])
    above = known(parent)
    is_right = parent == "19" if old.count(".") == 1 else is_within(parent, top)
    if above is None or above.until is not None or not is_right:
        return "region-code-parent"
    return None
