"""Schools with a name or a number: "SMPN 2 Koba", "PAUD Tunas Bangsa"; one without is none."""

from typing import Final

from bot.rules.understand.agency_rows import NAMED_ONLY, SCHOOLS
from bot.rules.understand.lexicon import KINDS, UNITS
from bot.rules.understand.names import name_end
from bot.rules.understand.page import Page
from bot.rules.words import set_of

_TAKES_PART: Final = set_of(
    "guru dengan bersama sama dari oleh bareng siswa siswi murid pelajar & + kepala "
    "narasumber pihak instansi santri mahasiswa dan osis with by"
)
_BEFORE: Final = _TAKES_PART | {"di", "ke", "sekolah", "bertempat", "tempat", "at", "in"}
_PLACE: Final = set_of("di ke at in tempat bertempat")
_STATE: Final = set_of("sdn smpn sman smkn mtsn min man")
_HEADS_OF: Final = ("ikok", "ikuk")
_NOT_A_NAME: Final = set_of("se sekecamatan sedesa sederajat dan antar negeri")


def find_schools(page: Page) -> list[tuple[int, str]]:
    """Where a named school stands, with the id of Lembaga Pendidikan. A school that only lends its
    place is listed and asked about."""
    out: list[tuple[int, str]] = []
    joined = False
    for at, token in enumerate(page.tokens):
        if token.word not in SCHOOLS or not page.is_free(at):
            continue
        end = _name_end(page, at)
        if end is None:
            continue
        joined = bool(_claim_before(page, at) & _TAKES_PART) or joined
        joined = joined or page.roles.get(token.segment) == "agency"
        page.claim(at, end, "agency")
        out.append((at, "lemdik"))
    if out and not joined:
        page.unsure.add("agencies")
    return out


def _name_end(page: Page, at: int) -> int | None:
    end = at + 1
    if page.word(end) in ("negeri", "n", "swasta", "islam", "it"):
        end += 1
    numbered = page.kind(end) == "figure" and page.is_free(end) and len(page.tokens[end].raw) <= 3
    if numbered and not _is_count(page, at, end):
        return name_end(page, end + 1, 2)
    if page.word(at) in NAMED_ONLY and not page.tokens[at].raw.isupper():
        return None
    if page.word(end) in _NOT_A_NAME or not page.same(at, end):
        return None
    named = name_end(page, end, 3)
    return named if named > end else None


def _is_count(page: Page, at: int, figure: int) -> bool:
    """ "anak SD 40 anak": the figure counts; "SDN 5 siswa 32": it names."""
    after = page.word(figure + 1)
    if page.word(at) in _STATE:
        return after in UNITS
    return (
        after in UNITS
        or after in KINDS
        or after in _HEADS_OF
        or page.word(at - 1) in ("anak", "siswa", "murid", "budak", "bocah", "pelajar")
    )


def _claim_before(page: Page, start: int) -> set[str]:
    out: set[str] = set()
    at = start - 1
    while page.is_free(at) and page.same(at, start) and page.word(at) in _BEFORE:
        spelt = page.word(at)
        if out & _PLACE and spelt not in _PLACE:
            break  # "minum TTD bersama di SMPN 4"
        out.add(spelt)
        page.claim(at, at + 1, "agency")
        at -= 1
    return out
