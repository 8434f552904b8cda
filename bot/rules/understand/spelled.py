"""A name as it should stand on a screen: short forms written out, first letter large."""

from typing import Final

from bot.rules.understand.lexicon import FIXED, HEADS
from bot.rules.understand.page import Page
from bot.rules.words import plain, set_of, word

_WRITTEN_OUT: Final = set_of(
    "posyandu gotong royong sosialisasi pelaksanaan untuk tahun rumah selokan stunting "
    "bersihkan penyuluhan pelatihan pertemuan imunisasi dengan dari tentang bulan desa dusun "
    "kampung sekolah musyawarah anak remaja perempuan dan pada yang kegiatan bapak jumat "
    "sabtu senin puskesmas bidan bersama orang tidak minggu implan rapat"
)
_OTHERWISE: Final = {"gotongroyong": "gotong royong", "orangtua": "orang tua"}
_CAPITALS: Final = set_of(
    "kb mkjp ttd patbm bkb bkl bkr uppka uppks ir rt rw paud tk sd smp sma sdn smpn sman pkk "
    "pmt kia haktp hpk dbd psn hiv aids tbc tb anc asi mpasi iud mow mop pus kie stbm phbs ri "
    "hut tpa tpq mtq umkm ukm bpjs ktp kk dashat genre dp3acskb bps bnn kua pik pokdakan "
    "germas kdrt nu ipal"
)
_BEFORE_NAMES: Final = set_of(
    "posyandu masjid desa dusun bu pak nek atok uppka uppks bkb bkl bkr gereja jl jln jalan "
    "kampung kader smpn sdn sman kelurahan kecamatan mushola musholla surau pantai ibu bapak "
    "haji posbindu"
)
_NOT_NAMES: Final = set_of("lansia remaja balita dan di untuk hamil ikut rutin bulanan")


def spelled(page: Page, tokens: list[int]) -> str:
    """The text of some tokens. What was typed wholly in large letters is made small first."""
    letters = [c for at in tokens for c in page.tokens[at].raw if c.isalpha()]
    shouted = (
        bool(letters)
        and sum(c.isupper() for c in letters) > 0.7 * len(letters)
        and (len(letters) > 5)
    )
    out = ""
    for index, at in enumerate(tokens):
        before = tokens[index - 1] if index else None
        text = _word(page, at, shouted)
        if before is not None and _is_name(page, before, at):
            text = text[:1].upper() + text[1:]
        glued = before is not None and before == at - 1 and page.tokens[at].glued
        out += text if glued or not out else f" {text}"
    return out[:1].upper() + out[1:]


def _word(page: Page, at: int, shouted: bool) -> str:
    token = page.tokens[at]
    raw = token.raw.lower() if shouted else token.raw
    if token.kind not in ("word", "mixed"):
        return raw
    small = plain(token.raw)
    if small in _CAPITALS or (small == "r" and page.word(at - 1) == "-"):  # PIK-R
        return raw.upper()
    if "-" in raw and token.word in raw.lower():
        return raw  # doubled
    usual = word(token.raw)
    if usual in _OTHERWISE and small != usual:
        return _OTHERWISE[usual]
    if usual in _WRITTEN_OUT and small != usual and "-" not in raw:
        return usual
    if page.word(at - 1) in _BEFORE_NAMES and page.word(at) not in HEADS:
        return raw
    fixed = FIXED.meant(usual)
    return fixed if fixed != usual and (fixed in HEADS or len(fixed) > 6) else raw


def _is_name(page: Page, before: int, at: int) -> bool:
    spelt = page.word(at)
    if "-" in page.tokens[before].raw:
        return False  # "ibu-ibu" is nobody's title
    return page.word(before) in _BEFORE_NAMES and spelt not in HEADS | _NOT_NAMES
