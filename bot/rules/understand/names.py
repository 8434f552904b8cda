"""Where a name ends: "SMPN 2 Koba siswa 40", "PT Timah kemarin", "puskesmas sungailiat apbd"."""

from typing import Final

from bot.rules.understand.agency_rows import AGENCIES, FUNDS, SCHOOLS
from bot.rules.understand.lexicon import (
    ABOUT,
    CAME,
    DAY_PARTS,
    HEADS,
    KINDS,
    MONTHS,
    PREPOSITIONS,
    TALK,
    UNITS,
    WEEKDAYS,
)
from bot.rules.understand.page import Page
from bot.rules.words import set_of, word

_FIRST: Final = frozenset(
    word(phrase.split()[0].split("/")[0])
    for table in (AGENCIES, FUNDS)
    for phrases in table.values()
    for phrase in phrases
)
_ALSO_PLAIN: Final = set_of("kepala tim staf kantor orang bank petugas tenaga")
_ENDS: Final = (
    PREPOSITIONS | TALK | UNITS | CAME | ABOUT | DAY_PARTS | HEADS | _FIRST | SCHOOLS
    | KINDS.keys() | MONTHS.keys() | WEEKDAYS.keys()
    | {"kemarin", "hari", "tanggal", "tadi", "semalam", "dana", "tanpa", "sumber", "swadaya",
       "narasumber", "pemateri", "jam", "pukul", "biaya", "dinas", "pt", "cv", "membantu",
       "dibantu"}
)  # fmt: skip


def ends_name(page: Page, at: int) -> bool:
    """Whether this token cannot belong to a name that began before it."""
    return page.kind(at) != "word" or not page.is_free(at) or page.word(at) in _ENDS


def begins_name(spelt: str) -> bool:
    """Whether an agency or a fund may begin with this word."""
    return spelt in _FIRST - _ALSO_PLAIN


def name_end(page: Page, at: int, most: int) -> int:
    """Behind the words of a name that begins at ``at``; at most ``most`` words."""
    end = at
    while end < at + most and page.same(at - 1, end) and not ends_name(page, end):
        end += 1
    return end
