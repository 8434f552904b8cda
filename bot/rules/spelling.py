"""Names as people type them: spellings folded, and an index that finds them among many.

Looking up costs by what is found, not by how many names there are: a prefix by bisection, a part
of a name and a slip of the finger by the three-letter groups it is made of.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

ALIASES = {
    "muntok": "mentok",
    "babel": "kepulauanbangkabelitung",
    "basel": "bangkaselatan",
    "bateng": "bangkatengah",
    "babar": "bangkabarat",
    "beltim": "belitungtimur",
}
"""Other names people use, both sides without spaces (domain, *Territory*)."""

_KINDS = re.compile(
    r"^(kabupaten|kab|kota|kecamatan|kec|kelurahan|kel|desa|ds|provinsi|prov)(?:\.\s*|[\s-]+)"
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_ENOUGH = 1_500
"""Names looked at for a slip. The province has 448; among 84,000 a slip is found more often than
not, and costs no more."""
_CANDIDATES = 40


def fold(text: str) -> str:
    """Letters and figures only, small."""
    return _NOT_LETTERS.sub("", text.casefold())


def squeeze(text: str) -> str:
    """Spelling without case, spaces and kind: "Kec. Air Gegas" and "airgegas" are the same."""
    return fold(_KINDS.sub("", text.strip().casefold()))


def kind_named(text: str) -> str | None:
    """The kind that stands before a name, as typed and without its dot: "kec", "kota"."""
    found = _KINDS.match(text.strip().casefold())
    return found[1] if found else None


def spellings_of(text: str) -> tuple[str, ...]:
    """The keys a typed name may stand under: without its kind, with it ("Kota Kapur" is a
    village), and the name an alias stands for."""
    bare = squeeze(text)
    keys = (bare, fold(text), ALIASES.get(bare, ""))
    return tuple(dict.fromkeys(key for key in keys if len(key) > 1))


class Names:
    """Sorted keys. Made once, only read."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(set(keys))
        self._groups: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, key in enumerate(self._keys):
            for group in _groups(f"^{key}$"):
                self._groups[group].append(at)

    def starting(self, prefix: str) -> Iterator[str]:
        """Keys that begin so, in order."""
        for at in range(bisect_left(self._keys, prefix), len(self._keys)):
            if not self._keys[at].startswith(prefix):
                return
            yield self._keys[at]

    def containing(self, part: str) -> Iterator[str]:
        """Keys that hold ``part`` (three letters at least) anywhere, in order."""
        lists = [self._groups.get(group) for group in _groups(part)]
        if not lists or any(one is None for one in lists):
            return
        for at in min((one for one in lists if one is not None), key=len):
            if part in self._keys[at]:
                yield self._keys[at]

    def near(self, typed: str) -> list[str]:
        """Keys one slip away (two in long names), the likeliest first."""
        most = 2 if len(typed) >= 8 else 1
        lists = [self._groups.get(group, ()) for group in _groups(f"^{typed}$")]
        shared: Counter[int] = Counter()
        # The rarest groups tell most and cost least; what nearly every name holds is left out.
        looked = 0
        for found in sorted(lists, key=len):
            if looked > _ENOUGH:
                break
            shared.update(found)
            looked += len(found)
        scored = [
            (slips(typed, self._keys[at], most), -count, self._keys[at])
            for at, count in shared.most_common(_CANDIDATES)
        ]
        return [key for distance, _, key in sorted(scored) if distance <= most]


def _groups(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


def slips(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or swapped; more than ``most`` is not counted
    out."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
