"""What a writer takes back: "taman baca … eh salah, literasi di SDN 5"."""

from bot.rules.understand.lexicon import HEADS, HINT_WORDS, WRONG
from bot.rules.understand.page import Page


def void_corrected(page: Page) -> None:
    """Void what stands before a correction: the whole line when an activity follows, else the last
    figure with what is behind it."""
    for at, token in enumerate(page.tokens):
        if token.word not in WRONG or (token.word == "salah" and page.word(at + 1) == "satu"):
            continue
        if token.word == "salah" and page.word(at - 1) not in ("eh", "ups", "maaf", ",", "?", ""):
            continue
        line = [other for other in range(at) if page.tokens[other].line == token.line]
        rest = [other for other in range(at + 1, len(page.tokens))
                if page.tokens[other].line == token.line]  # fmt: skip
        if any(page.word(other) in HEADS or page.word(other) in HINT_WORDS for other in rest):
            page.unsure.add("title")
            start = line[0] if line else at
        else:
            counted = [other for other in line if page.kind(other) == "figure"]
            start = counted[-1] if counted else at
            page.unsure.add("participants")
        page.claim(start, at + 1, "void")
