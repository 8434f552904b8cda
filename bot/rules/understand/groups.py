"""Kinds of people beside figures: "25 ibu 30 balita", "bapak2 20, ibu2 35", "L:2 P:12"."""

from dataclasses import dataclass, replace
from typing import Final

from bot.rules.understand.figures import Figure
from bot.rules.understand.lexicon import CAME, COUPLES, DESCRIBES, KINDS, PIECES, SURE_KINDS, UNITS
from bot.rules.understand.page import Page
from bot.rules.words import set_of

_LETTERS: Final = {"l": "male", "p": "female", "lk": "male", "pr": "female"}
_GENDERS: Final = set_of("male female")
_CLEAR: Final = CAME | {":", "=", "-", ".", "–"}
_SEXES: Final = set_of("putra putri perempuan laki pria wanita")
_MEASURES: Final = PIECES | set_of("hari jam kali bulan minggu menit meter liter km ekor rumah")
_ALONE: Final = -9
_ACTIVITIES: Final = set_of("posyandu pengajian bkb pkk paud majlis")
_BESIDE: Final = KINDS.keys() | set_of("sama dan dengan bersama ada")
_WHOLE: Final = set_of("remaja siswa warga peserta lansia kader murid pelajar anggota guru")


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``start`` … ``end``-1 name a kind of people."""

    start: int
    end: int
    kind: str
    word: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its unit ("25 orang", "5 pasang"); ``end`` is behind the unit."""

    figure: Figure
    end: int
    unit: str


Item = Group | Counted | None
"""None: something that parts what stands before it from what stands behind."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure with its group, or without one. ``is_plain``: neither unit nor group was said."""

    figure: Figure
    group: Group | None
    end: int
    unit: str
    is_right: bool
    couples: bool = False
    is_plain: bool = False
    doubt: bool = False

    @property
    def kind(self) -> str:
        return self.group.kind if self.group is not None else "people"

    @property
    def value(self) -> int:
        return self.figure.value * (2 if self.couples else 1)

    @property
    def is_unsure(self) -> bool:
        named = (
            self.group is None or self.group.is_sure or (bool(self.unit) and self.kind == "people")
        )
        return self.figure.about or not named or self.is_plain or self.doubt


def items_of(page: Page, found: list[Figure]) -> list[Item]:
    """Figures and groups in order, parted where something stands between them."""
    by_start = {figure.start: figure for figure in found}
    out: list[Item] = []
    at, segment = 0, -1
    while at < len(page.tokens):
        if page.tokens[at].segment != segment:
            segment = page.tokens[at].segment
            out.append(None)
        if at in by_start and _is_of_things(page, by_start[at].end):
            out.append(None)
            at = by_start[at].end
        elif at in by_start:
            item = _counted(page, by_start[at])
            out.append(item)
            at = item.end
        elif (group := _group(page, at)) is not None:
            out.append(group)
            at = group.end
        else:
            if not (page.is_free(at) and (page.word(at) in _CLEAR or _is_what_was_done(page, at))):
                out.append(None)
            at += 1
    return _merged(out)


def _is_of_things(page: Page, at: int) -> bool:
    """ "pemuda 3 hari": the figure tells how long, not how many."""
    return page.word(at) in _MEASURES and page.is_free(at)


def _is_what_was_done(page: Page, at: int) -> bool:
    """ "balita yang ditimbang 33": what was done with them stands between."""
    spelt = page.word(at)
    return page.word(at - 1) == "yang" and len(spelt) > 5 and spelt.startswith("di")


def _is_second(page: Page, at: int) -> bool:
    """Whether another group without a figure is joined before this one."""
    joined = page.word(at - 1) in ("dan", "sama", "dengan", "&", "/", "+", "serta")
    return joined and page.word(at - 2) in KINDS and page.kind(at - 3) != "figure"


def _counted(page: Page, figure: Figure) -> Counted:
    at = figure.end
    parents = page.word(at) == "orang" and page.word(at + 1) == "tua"
    here = page.is_free(at) and page.same(figure.start, at)
    if page.word(at) in UNITS and here and not parents:
        if page.word(at + 1) in ("lebih", "lbh", "an", "kurang"):  # "400 orang lebih"
            return Counted(replace(figure, about=True), at + 2, page.word(at))
        return Counted(figure, at + 1, page.word(at))
    return Counted(figure, figure.end, "")


def _group(page: Page, at: int) -> Group | None:
    if not page.is_free(at):
        return None
    spelt = page.word(at)
    if spelt in _LETTERS and (len(spelt) == 1 or spelt in KINDS) and _beside_figure(page, at):
        return Group(at, at + 1, _LETTERS[spelt], spelt, True)
    if spelt == "orang" and page.word(at + 1) == "tua":
        return Group(at, at + 2, "people", "orangtua", True)
    if spelt not in KINDS or page.kind(at) != "word":
        return None
    end = at + 1
    while (
        page.is_free(end)
        and page.same(at, end)
        and page.word(end) in DESCRIBES | {"miak", "dayang"}
        and not _begins_name(page, at, end)
    ):
        end += 1
    return Group(at, end, KINDS[spelt], spelt, spelt in SURE_KINDS)


def _begins_name(page: Page, group: int, at: int) -> bool:
    """ "25 ibu posyandu mawar": with nothing told before the count, this is the activity."""
    if page.word(at) not in _ACTIVITIES:
        return False
    return not any(
        page.is_free(one) and page.kind(one) == "word" and page.word(one) not in _BESIDE
        for one in range(group)
    )


def _beside_figure(page: Page, at: int) -> bool:
    after = at + 1
    while page.word(after) in (":", "=", ".", "-"):
        after += 1
    return page.kind(at - 1) == "figure" or page.kind(after) == "figure"


def _merged(items: list[Item]) -> list[Item]:
    """Two groups side by side are one ("ibu balita", "siswa siswi", "remaja putri"), unless each
    has a figure of its own."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        one = items[at]
        after = items[at + 1] if at + 1 < len(items) else None
        third = items[at + 2] if at + 2 < len(items) else None
        if isinstance(one, Group) and isinstance(after, Group):
            both = bool(out) and isinstance(out[-1], Counted) and isinstance(third, Counted)
            if not both or (one.kind in ("people", "children") and after.word in _SEXES):
                items[at + 1] = _together(one, after)
                at += 1
                continue
        out.append(one)
        at += 1
    return out


def _together(one: Group, other: Group) -> Group:
    kind, sure = one.kind, one.is_sure
    if one.word in _WHOLE and other.kind in _GENDERS:
        kind, sure = other.kind, one.is_sure and other.is_sure
    if {one.word, other.word} <= {"siswa", "siswi", "mahasiswa"}:
        kind = "people"
    return Group(one.start, other.end, kind, one.word, sure)


def paired(page: Page, items: list[Item]) -> list[Pair]:
    """Every figure with the group on its left or right: as many as possible, the right one first.

    A row of figures and groups is gone through once, keeping the best way to have paired what is
    behind, with and without the group in between taken.
    """
    out: list[Pair] = []
    row: list[Item] = []
    for item in [*items, None]:
        if item is None:
            out += _pair_row(page, row)
            row = []
        else:
            row.append(item)
    return out


def _pair_row(page: Page, row: list[Item]) -> list[Pair]:
    chosen: dict[int, int] = {}
    steps: list[dict[bool, tuple[bool, int]]] = []
    scores = {False: 0}  # by whether the group behind the last figure is taken
    numbers = [at for at, item in enumerate(row) if isinstance(item, Counted)]
    for at in numbers:
        scores, step = _step(row, at, scores)
        steps.append(step)
    state = max(scores, key=lambda taken: scores[taken]) if scores else False
    for at, step in zip(reversed(numbers), reversed(steps), strict=True):
        state, group = step[state]
        chosen[at] = group
    return [_pair(page, row, at, chosen[at]) for at in numbers if _counts(row, at, chosen[at])]


def _step(
    row: list[Item], at: int, scores: dict[bool, int]
) -> tuple[dict[bool, int], dict[bool, tuple[bool, int]]]:
    item = row[at]
    assert isinstance(item, Counted)
    left = isinstance(row[at - 1], Group) if at else False
    right = at + 1 < len(row) and isinstance(row[at + 1], Group)
    shared = at >= 2 and isinstance(row[at - 2], Counted)
    after: dict[bool, int] = {}
    step: dict[bool, tuple[bool, int]] = {}
    for taken, score in scores.items():
        for group in (at + 1, at - 1, _ALONE):
            if (group == at + 1 and not right) or (
                group == at - 1 and (not left or (shared and taken))
            ):
                continue
            gain = 0 if group == _ALONE else 10 if group == at - 1 else 9 if item.unit else 11
            state = group == at + 1
            if state not in after or score + gain > after[state]:
                after[state], step[state] = score + gain, (taken, group)
    return after, step


def _counts(row: list[Item], at: int, group: int) -> bool:
    item = row[at]
    return group != _ALONE or (isinstance(item, Counted) and bool(item.unit))


def _pair(page: Page, row: list[Item], at: int, group: int) -> Pair:
    item = row[at]
    assert isinstance(item, Counted)
    named = row[group] if group >= 0 else None
    assert named is None or isinstance(named, Group)
    right = group == at + 1
    doubt = False
    if (
        right
        and named is not None
        and named.word == "peserta"
        and at
        and isinstance(row[at - 1], Group)
    ):
        doubt = True  # "lomba anak 12 peserta": are the twelve children?
    if (
        right
        and named is not None
        and page.word(named.end) == "dan"
        and _is_more(page, named.end + 1)
    ):
        doubt = True  # "30 ibu dan balita"
    if not right and named is not None and _is_second(page, named.start):
        named = Group(named.start, named.end, "people", named.word, False)  # "ibu dan anak 30 org"
        doubt = True
    if item.unit == "kk" and named is not None:
        named = Group(named.start, named.end, "people", named.word, True)
    end = named.end if right and named is not None else item.end
    return Pair(item.figure, named, end, item.unit, right, item.unit in COUPLES, doubt=doubt)


def _is_more(page: Page, at: int) -> bool:
    return (
        page.word(at) in KINDS and page.kind(at + 1) != "figure" and page.kind(at - 2) != "figure"
    )
