"""The activity's name: the clause that is left when dates, counts, agencies and talk are taken."""

from dataclasses import dataclass
from typing import Final

from bot.rules.hints import DEFAULT_HINTS
from bot.rules.understand.lexicon import (
    ABOUT,
    BEGINS_TALK,
    CAME,
    CONTINUES,
    DAY_PARTS,
    HEADS,
    NOT_DONE,
    PREPOSITIONS,
    TALK,
    TOTALS,
)
from bot.rules.understand.naming import SEATS
from bot.rules.understand.page import Page
from bot.rules.understand.spelled import spelled
from bot.rules.words import set_of

_STRIPPED: Final = (
    PREPOSITIONS | TALK | ABOUT | DAY_PARTS | CAME | TOTALS | {"hari", "tanggal", "tadi"}
)
_KEPT_FIRST: Final = set_of("materi bantuan")
_STRIPPED_LAST: Final = _STRIPPED - {
    "kami",
    "materi",
    "terima",
    "kasih",
    "pagi",
    "malam",
    "sehat",
    "hi",
}
_WEAK: Final = set_of(
    "kegiatan acara kerja jalan bulan rumah kampung bantu bantuan antar main bermain buka "
    "pasar usaha kelas sekolah taman sepeda bola cuci doa nikah kb karya lansia sampah "
    "operasi bank jemput cek bagi timbang ukur baca masak demo stop bahaya visit class"
)
_JOINS: Final = frozenset([".", "-", "/", "&", "'", '"', "’", "“", "”", "+"])
LONGEST: Final = 255


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens of one stretch of free words. ``cut``: something was left off its end."""

    tokens: tuple[int, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """The name of the activity, what speaks for it (0 nothing, 1 words, 2 weak, 3 an activity's
    word), and its place when one is said."""

    text: str | None
    strength: int
    place: str | None


def find_title(page: Page) -> Name:
    """The best stretch of free words; ``page.unsure`` gets "title" when two things were named."""
    runs = _runs(page)
    runs = [_with_second_half(page, run, runs) for run in runs]
    best = max(runs, key=lambda run: (_score(page, run), -run.tokens[0]), default=None)
    place = _labelled_place(page)
    if best is None:
        return Name(None, 0, place)
    strength = _strength(page, best)
    kept = _without_second(page, best)
    if kept is not best:
        page.unsure.add("title")
    parts = [kept, *([] if kept.cut else _continued(page, best, runs))]
    text = spelled(page, [at for run in parts for at in run.tokens])[:LONGEST].rstrip()
    return Name(text or None, strength, place or _said_place(page, parts))


def _with_second_half(page: Page, run: Run, runs: list[Run]) -> Run:
    """ "PIK-R Bintang: penyuluhan narkoba": who did it and what, both the name."""
    colon = run.tokens[-1] + 1
    if page.word(run.tokens[0]) not in SEATS or page.word(colon) != ":":
        return run
    for other in runs:
        if other.tokens[0] == colon + 1 and page.word(colon + 1) in HEADS:
            return Run((*run.tokens, colon, *other.tokens), other.cut)
    return run


def _runs(page: Page) -> list[Run]:
    out: list[Run] = []
    held: list[int] = []
    for at in range(len(page.tokens)):
        if held and not page.same(held[-1], at):
            _close(page, held, out)
            held = []
        claim = page.claims[at]
        if claim == "skip":
            continue
        if claim is not None or not _usable(page, at, held):
            if claim is not None or (
                page.tokens[at].kind == "sign" and page.word(at) not in _JOINS
            ):
                _close(page, held, out)
                held = []
            continue
        held.append(at)
    _close(page, held, out)
    return out


def _usable(page: Page, at: int, held: list[int]) -> bool:
    token = page.tokens[at]
    role = page.roles.get(token.segment)
    if role is not None and role != "title":
        return False
    if token.kind in ("word", "mixed") or at in page.named:
        return True
    if token.kind == "figure":
        return bool(held) or at in page.named
    return bool(held) and token.word in _JOINS


def _close(page: Page, held: list[int], out: list[Run]) -> None:
    start, end = 0, len(held)
    while start < end and _leads(page, held[start], start):
        start += 1
    cut = False
    for at in range(start + 1, end):
        if page.word(held[at]) in BEGINS_TALK and held[at] not in page.named:
            _close_later(page, held[start:at], held[at + 1 :], out)
            end, cut = at, True
            break
    while end > start and (
        page.word(held[end - 1]) in _STRIPPED_LAST or page.kind(held[end - 1]) == "sign"
    ):
        if page.word(held[end - 1]) == "bersama" and _is_adverb(page, held[end - 1]):
            break
        end -= 1
    if start < end and page.word(held[start]) not in NOT_DONE:
        out.append(Run(tuple(held[start:end]), cut))


def _close_later(page: Page, before: list[int], after: list[int], out: list[Run]) -> None:
    """ "ujan deres tapi posyandu kamboja": the name may stand behind the talk, when none does
    before it."""
    if any(page.word(at) in HEADS for at in before):
        return
    if any(page.word(at) in HEADS for at in after):
        _close(page, after, out)


def _is_adverb(page: Page, at: int) -> bool:
    """ "Gerakan minum TTD bersama": not with anybody who was counted or named behind it."""
    after = page.claims[at + 1] if at + 1 < len(page.tokens) else None
    return after not in ("count", "talk") and not page.is_free(at + 1)


def _leads(page: Page, at: int, stripped: int) -> bool:
    """Whether a first word is no part of the name: "assalamualaikum", "ikut", "kegiatan" behind
    "telah dilaksanakan"."""
    spelt = page.word(at)
    if spelt in ("kegiatan", "acara"):
        return (
            stripped > 0 and page.word(at - 1) in _STRIPPED and page.word(at + 1) not in ("", ",")
        )
    if spelt in CONTINUES and spelt in ("bagi", "bahaya", "cegah", "materi", "tema"):
        return False
    return (spelt in _STRIPPED and spelt not in _KEPT_FIRST) or page.kind(at) == "sign"


def _strength(page: Page, run: Run) -> int:
    words = [page.word(at) for at in run.tokens]
    strong = [one for one in words if one in HEADS and one not in _WEAK]
    if strong or DEFAULT_HINTS.sections(" ".join(words)) or _is_noun_of_doing(words[0]):
        return 3
    if any(one in HEADS for one in words):
        return 2
    return 1 if any(len(one) >= 3 for one in words) else 0


def _is_noun_of_doing(spelt: str) -> bool:
    """penanaman, pembagian, perlombaan: an activity by its form."""
    return (
        len(spelt) >= 8
        and spelt.startswith(("pem", "pen", "per", "pel", "peng"))
        and (spelt.endswith("an"))
    )


def _score(page: Page, run: Run) -> tuple[int, ...]:
    first = page.word(run.tokens[0])
    labelled = page.roles.get(page.tokens[run.tokens[0]].segment) == "title"
    begins = first in HEADS or _is_noun_of_doing(first)
    generic = len(run.tokens) == 1 and first in ("kegiatan", "acara", "laporan")
    before = run.tokens[0] - 1
    headline = page.word(before) == "laporan" or (
        page.word(before) == "kegiatan" and page.word(before - 1) == "laporan"
    )  # "Laporan kegiatan PATBM desa …: sosialisasi …"
    return (int(labelled), _strength(page, run) - 2 * generic, int(not headline), int(begins))


def _without_second(page: Page, run: Run) -> Run:
    """ "tanam pohon … dan sampah plastik dipungut": the second thing done is left out."""
    words = [page.word(at) for at in run.tokens]
    for at in range(1, len(words) - 1):
        if words[at] in ("dan", "lalu", "trus", "terus") and any(
            len(one) > 5 and one.startswith("di") and one not in ("dinas", "diskusi", "digital",
                                                                  "diare", "disiplin", "dialog")
            for one in words[at + 1 :]
        ):  # fmt: skip
            return Run(run.tokens[:at], True)
    return run


def _continued(page: Page, best: Run, runs: list[Run]) -> list[Run]:
    """ "penyuluhan kb [td] di dusun air ruai": a further part behind a claimed word."""
    out: list[Run] = []
    last = best.tokens[-1]
    for at in range(last + 1, len(page.tokens)):
        if not page.same(last, at) or (page.is_free(at) and page.word(at) in BEGINS_TALK):
            break
        behind_claim = page.is_free(at) and not page.is_free(at - 1)
        if behind_claim and page.word(at) in CONTINUES:
            tail = _tail(page, at)
            if len(tail) > 1:
                out.append(Run(tuple(tail)))
    return out


def _tail(page: Page, at: int) -> list[int]:
    out: list[int] = []
    while page.is_free(at) and page.same(at, at - 1 if out else at):
        if out and (page.word(at) in BEGINS_TALK or page.word(at) in ("sama", "dengan", "hadir")):
            break
        if page.kind(at) == "sign" and page.word(at) not in _JOINS:
            break
        if page.kind(at) == "figure" and at not in page.named and page.word(at - 1) in PREPOSITIONS:
            break
        out.append(at)
        at += 1
    while out and (page.word(out[-1]) in _STRIPPED_LAST or page.kind(out[-1]) == "sign"):
        out.pop()
    return out


def _labelled_place(page: Page) -> str | None:
    inside = [token for token in page.tokens if page.roles.get(token.segment) == "place"]
    first = next((token for token in inside if token.kind in ("word", "figure")), None)
    if first is None:
        return None
    text = page.text[first.start : inside[-1].end]
    return " ".join(text.split())[:LONGEST] or None


def _said_place(page: Page, parts: list[Run]) -> str | None:
    for run in parts:
        for index, at in enumerate(run.tokens):
            if page.word(at) == "di" and run.tokens[index + 1 :]:
                return spelled(page, list(run.tokens[index + 1 :]))
    return None
