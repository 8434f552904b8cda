"""A message as a row of tokens, each of which one recogniser may claim."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from bot.rules.understand.labels import find_labels
from bot.rules.understand.lexicon import FIXED, HEADS, KINDS, NUMBERED
from bot.rules.words import plain, set_of, word

_TOKEN = re.compile(
    r"(?P<mixed>[^\W\d_]+\d+[^\W\d_]\w*)"  # dp2kbp3a
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<figure>\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+)"
    r"|(?P<line>\n)"
    r"|(?P<sign>\S)"
)
_NUMBERED_NAMES: Final = NUMBERED | set_of(
    "posyandu bkb bkl bkr uppka desa kampung mi ma pik melati mawar"
)
"""Words behind which a 2 without a space is a number, not the sign of a doubling ("ibu2")."""
_ABBREVIATED: Final = set_of("jl jln rt rw dr no gg ds kp bpk sdr")
_BREAKS: Final = frozenset(",;.?!|•*()[]{}~")
_ENDED: Final = KINDS.keys() | HEADS
LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Token:
    """``raw`` as typed, ``word`` in its usual form, ``segment`` the clause it stands in."""

    raw: str
    word: str
    kind: str
    start: int
    end: int
    segment: int
    line: int
    glued: bool


@dataclass(slots=True)
class Page:
    """The tokens of a message and who claimed each. A claim is one of: date, count, fund, agency,
    talk, label, void (all of them end a run of the title), skip (left out of it). ``roles``: what a
    label says of a clause. ``named``: figures that belong to a name."""

    text: str
    tokens: list[Token]
    claims: list[str | None]
    roles: dict[int, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    named: set[int] = field(default_factory=set)

    def claim(self, start: int, end: int, what: str) -> None:
        """Tokens start … end-1 that nobody claimed yet."""
        for at in range(max(start, 0), min(end, len(self.tokens))):
            if self.claims[at] is None:
                self.claims[at] = what

    def claim_span(self, start: int, end: int, what: str) -> None:
        """Tokens that lie in the characters start … end-1."""
        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, key=lambda token: token.start)
        self.claim(first, last, what)

    def word(self, at: int) -> str:
        """The usual form of a token; empty beyond the ends."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def is_free(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.claims[at] is None

    def same(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one clause."""
        inside = 0 <= one < len(self.tokens) and 0 <= other < len(self.tokens)
        return inside and self.tokens[one].segment == self.tokens[other].segment

    def phrase(self, at: int, length: int) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens[at : at + length])


def read(text: str) -> Page:
    """The page of a text (at most 4096 characters are read). Time grows with the length."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    labels = find_labels(low(text))
    tokens = _merge(_tokens(text, {edge for one in labels for edge in (one.start, one.end)}))
    page = Page(text, tokens, [None] * len(tokens))
    for one in labels:
        page.claim_span(one.start, one.end, "label")
        page.roles.update(
            (token.segment, one.role) for token in tokens if one.end <= token.start < one.until
        )
    return page


def low(text: str) -> str:
    """The text in small letters, each character where it was."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _tokens(text: str, cuts: set[int]) -> list[Token]:
    out: list[Token] = []
    segment = line = 0
    for found in _TOKEN.finditer(text):
        raw, kind, start = found[0], str(found.lastgroup), found.start()
        glued = start > 0 and not text[start - 1].isspace()
        if start in cuts or any(start - back in cuts for back in (1, 2) if not glued):
            segment += 1
        if kind == "line":
            segment, line = segment + 1, line + 1
        elif kind == "sign" and _is_break(raw, text, found.end(), out):
            segment += 1
        spelt = _usual(raw) if kind in ("word", "mixed") else plain(raw)
        if kind != "line":
            out.append(Token(raw, spelt, kind, start, found.end(), segment, line, glued))
    return out


def _usual(raw: str) -> str:
    spelt = word(raw)
    if spelt.endswith(("nya", "nye")) and spelt[:-3] in _ENDED:
        return spelt[:-3]
    return FIXED.meant(spelt)


def _is_break(sign: str, text: str, end: int, before: list[Token]) -> bool:
    spaced = end >= len(text) or text[end].isspace()
    if sign == ".":
        return spaced and not (before and before[-1].word in _ABBREVIATED)
    if sign in "-–—":
        return spaced and bool(before) and end > 1 and text[end - 2].isspace()
    if sign in _BREAKS:
        return True
    return unicodedata.category(sign) in ("So", "Sk", "Cn", "Co")  # emoji and the like


def _merge(tokens: list[Token]) -> list[Token]:
    """ "ibu2", "ibu-ibu" and "ibu ibu" become one token."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        one = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        third = tokens[at + 2] if at + 2 < len(tokens) else None
        if one.kind == "word" and len(one.raw) > 2 and after is not None:
            named = one.word in _NUMBERED_NAMES or (out and out[-1].word in _NUMBERED_NAMES)
            if after.raw == "2" and after.glued and not named:
                out.append(_joined(one, after, f"{one.raw}-{one.raw.lower()}"))
                at += 2
                continue
            dashed = after.raw == "-" and after.glued and third is not None
            twin = third if dashed else after
            if twin is not None and twin.kind == "word" and plain(twin.raw) == plain(one.raw):
                out.append(_joined(one, twin, f"{one.raw}-{twin.raw}"))
                at += 3 if dashed else 2
                continue
        out.append(one)
        at += 1
    return out


def _joined(one: Token, last: Token, raw: str) -> Token:
    return Token(raw, one.word, "word", one.start, last.end, one.segment, one.line, one.glued)
