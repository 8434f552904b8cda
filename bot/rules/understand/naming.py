"""Whether a counted group belongs to the activity's name ("Senam lansia 20 org") or goes with its
count ("Posyandu Melati ibu 25")."""

from collections.abc import Sequence
from typing import Final

from bot.rules.understand.groups import Pair
from bot.rules.understand.lexicon import HEADS
from bot.rules.understand.page import Page
from bot.rules.words import set_of

SEATS: Final = set_of("posyandu bkb bkl bkr uppka uppks pokja patbm bank posbindu pik pikr")
"""Groups whose name stands behind this word."""
_OWN_GROUP: Final = set_of(
    "pengajian kelas arisan pertemuan senam penyuluhan sosialisasi pelatihan pembinaan cek "
    "pemeriksaan pembekalan bimbingan kunjungan lomba imunisasi edukasi yasinan skrining"
)
"""Activities that are of a group of people, named behind it."""
_ANYBODY: Final = set_of("ibu bapak warga laki orangtua perempuan")
_WITH: Final = set_of("sama dengan bersama oleh bareng")


def stays(page: Page, pair: Pair, pairs: Sequence[Pair]) -> bool:
    """True when the group's words stay in the name. Groups behind their figure never do."""
    group = pair.group
    if group is None or pair.is_right or group.word == "peserta":
        return False
    before = group.start - 1
    if not (page.is_free(before) and page.same(before, group.start)):
        return False
    if page.word(before) in _WITH or _is_one_of_several(pair, pairs):
        return False
    head = _head(page, before)
    if head is None:
        return False
    if page.word(head) in SEATS:
        return head == before
    if group.word in _ANYBODY and not _is_for_a_group(page, before):
        return False
    return (bool(pair.unit) and not pair.couples) or head == before


def _is_one_of_several(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """ "bapak 25 pemuda 10": groups in a row were counted, none of them is a name."""
    group = pair.group
    assert group is not None
    return any(
        one.end == group.start or (one.group is not None and one.group.start == pair.end)
        for one in pairs
        if one is not pair
    )


def _head(page: Page, at: int) -> int | None:
    """The last word before the group that names an activity."""
    last = at
    while page.is_free(at) and page.same(at, last):
        if page.word(at) in HEADS:
            return at
        at -= 1
    return None


def _is_for_a_group(page: Page, before: int) -> bool:
    return any(
        page.word(at) in _OWN_GROUP and page.is_free(at) and page.same(at, before)
        for at in range(max(0, before - 6), before + 1)
    )
