"""Who took part: agencies of the programme's list, and others behind "other:"."""

from typing import Final

from bot.rules.understand.agency_rows import AGENCIES, PERSONS, UNSURE
from bot.rules.understand.lexicon import HEADS, KINDS, PREPOSITIONS, TALK
from bot.rules.understand.names import begins_name, name_end
from bot.rules.understand.page import Page
from bot.rules.understand.phrases import Match, Phrases
from bot.rules.understand.schools import find_schools
from bot.rules.words import set_of

_PHRASES: Final = Phrases(AGENCIES)
_PLACE: Final = set_of("di ke bertempat tempat at in")
_TOGETHER: Final = set_of(
    "dari dengan bersama sama oleh bareng dan serta plus + & / bantuan didampingi dibantu "
    "dihadiri diikuti kerjasama bekerjasama narasumber pemateri petugas tim pihak staf ada "
    "ikut turut dgn yang nara sumber pembicara anggota instansi with from by and via antara "
    "mitra undang mengundang beserta kepada ditemani pendamping melibatkan libatkan pemandu "
    "hadir : = materi dihadirkan"
)
_COURTESY: Final = set_of("bapak ibu pak bu bang mas mbak mr mrs dr")
_TAKES_PART: Final = set_of(
    "hadir ikut juga datang memberi membuka mendampingi membantu turut memberikan sambutan "
    "materi dan rombongan bantu dampingi isi mengisi jadi pemateri narasumber sebagai "
    "menyaksikan bersama serta hadiri periksa memeriksa menyampaikan melatih ngisi kasih "
    "arahan tadi came attended sudah beserta staf ngajar mengajar langsung meninjau memantau "
    "menghadiri mimpin memimpin"
)
_BARE: Final = set_of("peternakan perdagangan perindustrian perhubungan ketahanan")
_NAMED: Final = set_of(
    "puskesmas rs rsud klinik polsek pustu bank koramil polres kua poskesdes polindes rumah"
)
_GROUPS: Final = frozenset(["other:PKK", "other:Karang Taruna", "other:BPD", "other:Pramuka",
                            "other:Forum Anak", "other:BUMDes", "other:Muslimat NU", "other:Linmas",
                            "other:BKMT", "other:Pokdarwis", "other:Gapoktan"])  # fmt: skip
_OFFICES: Final = set_of("kantor rumah balai aula halaman lapangan depan")
_GROUNDS: Final = set_of("kebun lahan sekretariat rumah kantor taman warung posko pos")
_MEMBERS: Final = set_of("ibu bapak kader anggota pengurus")
_SOMEBODY: Final = _COURTESY | set_of(
    "ketua kepala kadus ustad ustadz ust ustadzah haji tokoh kader tim kami mereka masing para saya"
)
_COMPANIES: Final = set_of("pt cv perusahaan")
_SOCIETIES: Final = set_of("lsm yayasan komunitas organisasi dinas forum kanwil")
_VILLAGE: Final = set_of(
    "posyandu pokja patbm uppka uppks bkb bkl bkr pik pikr kampung poktan dasawisma"
)
"""Groups of the village itself are no agencies."""
_NOBODY: Final = set_of("tidak nihil kosong tanpa belum x ada warga")

Found = list[tuple[int, str]]


def find_agencies(page: Page) -> tuple[str, ...]:
    """Ids in the order said, each once; ``page.unsure`` gets "agencies" (and "funding", when a
    company takes part and may have paid)."""
    found: Found = []
    for match in list(_PHRASES.all(page)):
        if match.value and not _is_other_sense(page, match):
            found.append((match.start, match.value))
            _take(page, match)
    found += find_schools(page)
    found += _companies(page)
    found += _societies(page)
    found += _doers(page)
    found += _labelled(page)
    return tuple(dict.fromkeys(value for _, value in sorted(found)))


def _is_other_sense(page: Page, match: Match) -> bool:
    """Words of the activity's own name: "pelatihan peternakan ayam", "rapat PKK"."""
    before = page.word(match.start - 1)
    beside = page.same(match.start - 1, match.start) and page.is_free(match.start - 1)
    labelled = page.roles.get(page.tokens[match.start].segment) == "agency"
    if page.word(match.start) in _BARE and match.end <= match.start + 2:
        return not labelled and before not in _TOGETHER and before != "dinas"
    if (
        before in _OFFICES
        and beside
        and (page.word(match.start) in PERSONS or match.value == "desa")
    ):
        return True  # "di kantor camat" is a place
    if match.value in _GROUPS and before in _GROUNDS and beside:
        return True  # "di kebun PKK"
    if match.value in _GROUPS and before in _MEMBERS and beside and not labelled:
        return True  # "ibu PKK" are who came
    if match.value in _GROUPS and not labelled and beside:
        first = not page.same(match.start - 2, match.start) or not page.is_free(match.start - 2)
        return before in HEADS and first
    if page.word(match.start) in ("bidan", "polisi", "dokter") and before in ("sekolah", "anak"):
        return True
    return (
        page.roles.get(page.tokens[match.start].segment) == "title"
        and beside
        and (match.value in _GROUPS)
    )


def _take(page: Page, match: Match) -> None:
    start, end = match.start, match.end
    first = page.word(start)
    last_word = page.word(end - 1)
    if first in _NAMED or last_word in _NAMED:
        end = name_end(page, end, 2)
    is_person = first in PERSONS or last_word in PERSONS
    if is_person:
        end = name_end(page, end, 3)
    if first in UNSURE or page.phrase(start, 2) in (("bank", "sumsel"), ("pihak", "kecamatan")):
        page.unsure.add("agencies")
    if match.value == "bumn" and page.word(start) in ("pt", "bank"):
        page.unsure.add("funding" if first == "pt" and not _has_csr(page) else "agencies")
    if page.word(start - 1) == "bok" or page.word(start - 2) == "bok":
        page.unsure.add("agencies")
    prefix = claim_before(page, start, is_person=is_person)
    if prefix & _PLACE or page.roles.get(page.tokens[start].segment) == "place":
        page.unsure.add("agencies")
    page.claim(start, end, "agency")
    if is_person and page.roles.get(page.tokens[start].segment) != "agency":
        _claim_deeds(page, end)


def _has_csr(page: Page) -> bool:
    return any(
        page.claims[at] == "fund" and token.word == "csr" for at, token in enumerate(page.tokens)
    )


def claim_before(page: Page, start: int, *, is_person: bool = False) -> set[str]:
    """Claim "dengan", "di", and "Bapak" of a person, before an agency; which words they were."""
    out: set[str] = set()
    at = start - 1
    while page.is_free(at) and page.same(at, start):
        spelt = page.word(at)
        courtesy = is_person and spelt in _COURTESY
        indoors = spelt in _OFFICES and page.word(at - 1) in _PLACE
        if not (spelt in _TOGETHER or spelt in _PLACE or courtesy or indoors):
            break
        if out & _PLACE and spelt not in _PLACE:
            break  # "minum TTD bersama di Puskesmas"
        if spelt in ("ibu", "bapak") and page.kind(at - 1) == "figure":
            break  # "25 ibu bidan": the mothers were counted
        page.claim(at, at + 1, "agency")
        out.add(spelt)
        at -= 1
    return out


def _claim_deeds(page: Page, end: int) -> None:
    """What somebody with an office did is talk: "pak kades ngasih kopi"."""
    at = end
    while page.is_free(at) and page.same(end - 1, at) and page.kind(at) == "word":
        spelt = page.word(at)
        if (
            spelt in HEADS
            or spelt in KINDS
            or begins_name(spelt)
            or (spelt in PREPOSITIONS and spelt not in _TAKES_PART)
        ):
            break
        if (at == end and spelt not in _TAKES_PART and spelt not in TALK | {"jg"}) or (
            at == end and spelt in ("ngasih", "minta", "jual")
        ):
            page.unsure.add("agencies")
        page.claim(at, at + 1, "talk")
        at += 1


def _companies(page: Page) -> Found:
    out: Found = []
    for at, token in enumerate(page.tokens):
        if token.word not in _COMPANIES or not page.is_free(at):
            continue
        end = name_end(page, at + 1, 3)
        if end > at + 1:
            claim_before(page, at)
            page.claim(at, end, "agency")
            page.unsure.update(() if _has_csr(page) else ("funding",))
            out.append((at, "swasta"))
    return out


def _societies(page: Page) -> Found:
    """ "LSM X", "Yayasan X", "Dinas X" that no list has."""
    out: Found = []
    for at, token in enumerate(page.tokens):
        if token.word not in _SOCIETIES or not page.is_free(at):
            continue
        joined = page.word(at - 1) in _TOGETHER
        if token.word in ("forum", "komunitas", "organisasi") and not joined:
            continue
        end = name_end(page, at + 1, 3)
        if end > at + 1:
            claim_before(page, at)
            out.append((at, f"other:{_text(page, at, end)}"))
            page.claim(at, end, "agency")
    return out


def _doers(page: Page) -> Found:
    """ "oleh manggala agni": whoever did it, when no list has the name and it is no person's."""
    out: Found = []
    for at, token in enumerate(page.tokens):
        if token.word != "oleh" or not page.is_free(at) or page.word(at + 1) in _SOMEBODY:
            continue
        end = name_end(page, at + 1, 3)
        if end > at + 1:
            out.append((at, f"other:{_text(page, at + 1, end)}"))
            page.claim(at, end, "agency")
            page.unsure.add("agencies")
    return out


def _labelled(page: Page) -> Found:
    """What stands behind "Instansi:" and is in no list."""
    out: Found = []
    for segment, role in page.roles.items():
        if role != "agency":
            continue
        inside = [at for at, token in enumerate(page.tokens) if token.segment == segment]
        words = [at for at in inside if page.is_free(at) and page.kind(at) in ("word", "mixed")]
        taken = any(page.claims[at] == "agency" for at in inside)
        proper = [at for at in words if page.word(at) not in _TOGETHER | _COURTESY]
        said = {page.word(at) for at in proper}
        if proper and not taken and not said & (_NOBODY | _VILLAGE | KINDS.keys()):
            out.append((proper[0], f"other:{_text(page, proper[0], proper[-1] + 1)}"))
        for at in inside:
            if page.claims[at] is None and page.kind(at) != "figure" and page.word(at) not in KINDS:
                page.claim(at, at + 1, "agency")
    return out


def _text(page: Page, start: int, end: int) -> str:
    raw = page.text[page.tokens[start].start : page.tokens[end - 1].end]
    return " ".join(raw.split())[:100]
