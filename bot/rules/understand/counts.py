"""How many came: every figure with the kind beside it, totals not counted twice."""

from dataclasses import replace
from typing import Final

from bot.rules.understand.figures import Figure, figures
from bot.rules.understand.groups import Group, Pair, items_of, paired
from bot.rules.understand.lexicon import CAME, KINDS, NOT_DONE, PIECES, THINGS, TOTALS
from bot.rules.understand.names import ends_name
from bot.rules.understand.naming import SEATS, stays
from bot.rules.understand.page import Page
from bot.rules.words import set_of

NONE: Final = {"male": 0, "female": 0, "children": 0, "people": 0}
_ASIDE: Final = set_of("katanya rencana rencananya")
_AIMED_AT: Final = set_of("sasaran target kuota undangan diundang targetnya")
"""The figure behind one of these says who should have come."""
_COUNTED: Final = (
    CAME - {"dari", "terdiri", "cuma", "hanya", "ada", "oleh", "yang"} | TOTALS | {"peserta"}
)
_NO_COUNT_ROLES: Final = set_of("date place note fund")
_OF_ONE_KIND: Final = set_of("ibu bumil bapak siswi budak perempuan")
_ADDED: Final = set_of("dan + & plus")
_PARTS: Final = set_of("terdiri yaitu diantaranya antara meliputi rinciannya")


def find_counts(page: Page, most: int) -> dict[str, int] | None:
    """Counts by kind, None when nothing (or nothing possible) was said; ``page.unsure`` gets
    "participants" when a figure is rough, without a kind, or cannot be."""
    aside = _aside(page)
    found = [
        figure
        for figure in figures(page)
        if page.tokens[figure.start].segment not in aside and not _is_aimed_at(page, figure)
    ]
    pairs = [
        pair for pair in paired(page, items_of(page, found)) if not _is_name(page, pair, found)
    ]
    for pair in pairs:
        _claim(page, pair, pairs)
    used = {pair.figure.start for pair in pairs}
    pairs += [
        pair for figure in found if figure.start not in used for pair in _alone(page, figure, pairs)
    ]
    if not pairs:
        return None
    if any(pair.figure.negative or pair.figure.value > most for pair in pairs):
        page.unsure.add("participants")
        return None
    if len(pairs) == 1 and pairs[0].group is None and (kind := _kind_named(page, pairs[0])):
        page.unsure.add("participants")
        at = pairs[0].figure.start
        pairs = [replace(pairs[0], group=Group(at, at, kind, "", True))]
    return _summed(page, pairs, most)


def _kind_named(page: Page, pair: Pair) -> str:
    """ "senam ibu2 RT 03 jumat pagi 25 org": the people are likely of the one kind the name tells;
    "people" when it tells several, empty when none."""
    segment = page.tokens[pair.figure.start].segment
    named = {
        KINDS[token.word]
        for at, token in enumerate(page.tokens)
        if token.segment == segment and token.word in _OF_ONE_KIND and page.is_free(at)
    }
    return "" if not named else named.pop() if len(named) == 1 else "people"


def _aside(page: Page) -> set[int]:
    """Clauses that talk of others: "12 bayi lahir taun ini katanya", "budak sikok dak dateng"."""
    out = {segment for segment, role in page.roles.items() if role in _NO_COUNT_ROLES}
    for at, token in enumerate(page.tokens):
        born = token.word == "lahir" and page.word(at - 1) in ("bayi", "anak", "budak")
        missed = token.word in NOT_DONE and page.is_free(at)
        if born or missed or token.word in _ASIDE:
            out.add(token.segment)
    return out


def _is_aimed_at(page: Page, figure: Figure) -> bool:
    """ "sasaran 45 balita hadir 38": only the 38 came."""
    back = figure.start - 1
    while page.word(back) in (":", "=", "ada"):
        back -= 1
    if page.word(back) not in _AIMED_AT:
        return False
    page.claim(back, figure.end, "talk")
    return True


def _is_name(page: Page, pair: Pair, found: list[Figure]) -> bool:
    """ "Posyandu Remaja 2 … 15 org": the small figure behind a group's name belongs to it."""
    group = pair.group
    if group is None or pair.is_right or pair.unit or pair.figure.value > 9 or len(found) < 2:
        return False
    return page.word(group.start - 1) in SEATS and page.same(group.start - 1, group.start)


def _claim(page: Page, pair: Pair, pairs: list[Pair]) -> None:
    page.claim(pair.figure.start, pair.end, "count")
    for at in range(pair.figure.start - 1, -1, -1):
        if (
            page.word(at) not in CAME | TOTALS
            or not page.is_free(at)
            or not page.same(at, pair.end - 1)
        ):
            break
        page.claim(at, at + 1, "count")
    if pair.group is not None and not stays(page, pair, pairs):
        page.claim(pair.group.start, pair.group.end, "count")


def _alone(page: Page, figure: Figure, pairs: list[Pair]) -> list[Pair]:
    """A figure without a kind: people when a label or "hadir" says so; else a thing or a name."""
    before, after = page.word(figure.start - 1), page.word(figure.end)
    segment = page.tokens[figure.start].segment
    back = figure.start - 1
    while page.word(back) in (":", "=", ".", "-") and back > 0:
        back -= 1
    labelled = page.roles.get(segment) == "count" and not any(
        page.tokens[pair.figure.start].segment == segment for pair in pairs
    )
    if labelled or page.word(back) in _COUNTED or after in ("hadir", "datang") or figure.negative:
        page.unsure.add("participants")
        page.claim(figure.start, figure.end, "count")
        return [Pair(figure, None, figure.end, "", False, is_plain=True)]
    if page.kind(figure.end) == "word" and page.is_free(figure.end) and page.same(
        figure.start, figure.end
    ) and (after in THINGS or page.kind(figure.start - 1) == "word"):  # fmt: skip
        if after not in ("rt", "rw", "dusun"):  # "fogging 3 RT" is a name
            _thing(page, figure)
        return []
    if not pairs and figure.value > 9 and before not in ("ke", "tahun") and figure.start > 0:
        page.unsure.add("participants")
        page.claim(figure.start, figure.end, "count")
        return [Pair(figure, None, figure.end, "", False, is_plain=True)]
    if figure.value > 9 or not page.is_free(figure.start - 1):
        page.claim(figure.start, figure.end, "talk")
    return []


def _thing(page: Page, figure: Figure) -> None:
    """ "50 bibit": the figure goes; the thing too once the activity has a name of two words."""
    words, at = 0, figure.start - 1
    while page.is_free(at) and page.same(at, figure.start) and page.kind(at) == "word":
        words, at = words + 1, at - 1
    after = figure.end + 1
    named_on = (
        page.kind(after) == "word"
        and page.is_free(after)
        and (page.same(figure.end, after) and not ends_name(page, after))
    )  # "tanam 100 pohon pucuk idat"
    if (
        words >= 2
        and page.word(figure.end) in THINGS
        and not (named_on and page.word(figure.end) in PIECES)
    ):
        page.claim(figure.start, figure.end + 1, "talk")
    else:
        page.claim(figure.start, figure.end, "skip" if words else "talk")


def _summed(page: Page, pairs: list[Pair], most: int) -> dict[str, int] | None:
    if any(pair.is_unsure for pair in pairs):
        page.unsure.add("participants")
    total = _total(page, pairs)
    parts = [pair for pair in pairs if pair is not total]
    out = dict(NONE)
    for pair in parts:
        out[pair.kind] += pair.value
    if total is not None:
        left = total.value - sum(out.values())
        out["people"] += max(left, 0)
        if left:
            page.unsure.add("participants")
    if sum(out.values()) > most:
        page.unsure.add("participants")
        return None
    return out


def _total(page: Page, pairs: list[Pair]) -> Pair | None:
    """The figure that only sums up the others."""
    whole = sum(pair.value for pair in pairs)
    for pair in pairs:
        others = whole - pair.value
        if not others:
            continue
        marked = _is_marked(page, pair)
        generic = pair.unit not in ("kk", "pasang") and (
            pair.group is None or pair.group.word == "peserta"
        )
        joined = page.word(pair.figure.start - 1) in _ADDED or page.word(pair.end) in _ADDED
        if marked and (generic or pair.value >= others):
            return pair
        if generic and not joined and (pair.value == others or pair.value > others):
            return pair
    return None


def _is_marked(page: Page, pair: Pair) -> bool:
    after = page.word(pair.end)
    if after == "(" or after in _PARTS:
        return True
    at = pair.figure.start - 1
    while at >= 0 and page.word(at) in (":", "=", "ada", "orang"):
        at -= 1
    return page.word(at) in TOTALS
