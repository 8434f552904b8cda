"""What paid for it: Dana Desa, APBD, CSR, Swadaya, or words of people's own behind "Dana:"."""

from typing import Final

from bot.rules.understand.agency_rows import AGENCIES, FUNDS
from bot.rules.understand.names import ends_name
from bot.rules.understand.page import Page
from bot.rules.understand.phrases import Phrases
from bot.rules.words import set_of

_PHRASES: Final = Phrases(FUNDS)
_KNOWN: Final = Phrases(AGENCIES)
_BEFORE: Final = set_of(
    "dana sumber dari pakai pake memakai menggunakan biaya anggaran pendanaan bantuan lewat "
    "oleh via uang + & dan / serta plus didanai dibiayai melalui pembiayaan modal gunakan : "
    "with funded by = bersumber"
)
_TALKED_OF: Final = set_of(
    "bahas membahas tentang pengelolaan penggunaan penyusunan laporan evaluasi transparansi rapat"
)
"""A fund behind one of these is what the activity was about."""
_COMPANY: Final = set_of("pt cv pt. perusahaan bank toko")
_NO_FUND: Final = ("tanpa", "tidak", "nihil", "non", "gratis", "no", "without")
_NOTHING: Final = set_of("- tidak nihil kosong tanpa belum x 0 ada")
MOST_OWN: Final = 100


def find_funds(page: Page) -> tuple[str, ...]:
    """Ids of funds in the order said; ``page.unsure`` gets "funding" when one was not plain."""
    _claim_none(page)
    found: dict[str, None] = {}
    for match in list(_PHRASES.all(page)):
        if _is_no_fund(page, match.start, match.value):
            continue
        end = _company_behind(page, match.end) if match.value in ("csr", "?") else match.end
        page.claim(match.start, end, "fund")
        _claim_before(page, match.start)
        if match.value == "?":
            page.unsure.add("funding")
        else:
            found[match.value] = None
    for own in _company_funds(page):
        found[own] = None
    for own in _own_words(page):
        found[own] = None
    return tuple(found)


def _is_no_fund(page: Page, at: int, value: str) -> bool:
    """ "kas" of a Rebo Kasan and the like: words that are a fund only behind "dana" or "uang"."""
    if page.word(at) in ("kas", "bos", "sponsor", "hibah"):
        return (
            page.word(at - 1) not in _BEFORE and page.roles.get(page.tokens[at].segment) != "fund"
        )
    if page.word(at - 1) in _TALKED_OF and page.same(at - 1, at):
        page.unsure.add("funding")
        return True
    if value == "?" and page.word(at) in ("donasi", "infak"):
        return page.word(at + 1) in ("untuk", "korban") or (not page.same(at - 1, at) and (
            page.kind(at + 1) == "word" and page.same(at, at + 1) and page.is_free(at + 1)
            and at == 0
        ))  # fmt: skip
    return False


def _claim_none(page: Page) -> None:
    """ "tanpa dana", "tidak ada dana": said, and nothing to ask."""
    for at, token in enumerate(page.tokens):
        if token.word not in ("dana", "biaya", "anggaran", "fund", "funding") or not page.is_free(
            at
        ):
            continue
        start = at - 1 if page.word(at - 1) in ("ada", "ade", "pakai", "pake") else at
        if page.word(start - 1) in _NO_FUND and page.is_free(start - 1):
            page.claim(start - 1, at + 1, "fund")


def _claim_before(page: Page, start: int) -> None:
    at = start - 1
    while at >= 0 and page.is_free(at) and page.word(at) in _BEFORE and (
        page.same(at, start) or page.word(at) == ":"
    ):  # fmt: skip
        page.claim(at, at + 1, "fund")
        at -= 1


def _company_behind(page: Page, at: int) -> int:
    """ "CSR PT Timah": a name inside the words of a fund is no agency."""
    if page.word(at) in ("dari", "oleh"):
        at += 1
    if page.word(at) not in _COMPANY or not page.is_free(at):
        known = _KNOWN.at(page, at) if page.is_free(at) else None
        return known.end if known is not None and known.value in ("bumn", "swasta") else at
    end = at + 1
    while end <= at + 3 and page.kind(end) == "word" and page.is_free(end) and page.same(at, end):
        if ends_name(page, end):
            break
        end += 1
    return end


def _company_funds(page: Page) -> list[str]:
    """ "dana dari PT Timah", "bantuan dana PT X", "Dana: PT Timah" are CSR (domain §3)."""
    out = []
    for at, token in enumerate(page.tokens):
        if token.word not in _COMPANY - {"bank", "toko"} or not page.is_free(at):
            continue
        back = at - 1
        while page.word(back) in ("dari", "oleh", "bantuan"):
            back -= 1
        if page.word(back) == "dana" or page.roles.get(token.segment) == "fund":
            page.claim(back + 1, _company_behind(page, at), "fund")
            page.claim(back, back + 1, "fund")
            _claim_before(page, back)
            out.append("csr")
    return out


def _own_words(page: Page) -> list[str]:
    """What stands behind "Dana:" and is in no list."""
    out = []
    for segment, role in page.roles.items():
        if role != "fund":
            continue
        inside = [at for at, token in enumerate(page.tokens) if token.segment == segment]
        said = [at for at in inside if page.is_free(at) and page.kind(at) in ("word", "figure")]
        taken = any(page.claims[at] == "fund" for at in inside)
        if said and not taken and page.word(said[0]) not in _NOTHING:
            text = " ".join(page.tokens[at].raw for at in said)[:MOST_OWN]
            if any(page.kind(at) == "word" for at in said):
                out.append(f"other:{text}")
        for at in inside:
            page.claim(at, at + 1, "fund")
    return out
