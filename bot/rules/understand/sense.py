"""Whether a message reports an activity at all, or greets, asks, thanks or advertises."""

from typing import Final

from bot.rules.understand.lexicon import QUESTION
from bot.rules.understand.page import Page
from bot.rules.understand.title import Name
from bot.rules.words import set_of

_ADVERTISING: Final = set_of(
    "promo pinjaman pinjol cair diskon slot gacor klik gratisan jaminan kredit investasi "
    "profit bonus deposit jackpot cod"
)
_PUT_OFF: Final = set_of("batal ditunda diundur gagal")
_CASUAL: Final = set_of("apa jadi cara bisa boleh minta can")
"""Words of a question that reports have too."""
_SURELY_ASKED: Final = set_of("kemana gimana bagaimana kenapa mengapa where why kapan")
"""Words no report without people has, dated or not: "foto kegiatan kemarin kirim kemana ya bu"."""


def is_report(page: Page, name: Name, *, has_counts: bool, has_date: bool) -> bool:
    """Strong words of an activity are enough alone, other words need a day or people."""
    if name.text is None:
        return False
    said = {token.word for token in page.tokens}
    asked = "?" in said or bool(said & (QUESTION - _CASUAL)) or {"cara", "lapor"} <= said
    if said & _SURELY_ASKED and not has_counts:
        return False
    if asked and not has_counts and not (has_date and "?" not in said):
        return False
    if said & _PUT_OFF and not has_counts:
        return False
    if len(said & _ADVERTISING) >= 2 or (said & _ADVERTISING and not (has_counts or has_date)):
        return False
    if said & {"minta", "mohon", "butuh", "cari"} and name.strength < 3 and not has_counts:
        return False
    if name.strength >= 3:
        return True
    return name.strength >= 1 and (has_counts or (has_date and name.strength >= 2))
