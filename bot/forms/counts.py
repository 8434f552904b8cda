"""How many men, women and children came, in one line: "20 L 12 P 5 anak", "ibu 25, balita 30".

The counting words are the programme's; letters and generic words that do not say the kind are asked
back rather than guessed (P is Perempuan here and Pria in BKKBN's registers).
"""

from collections.abc import Sequence

from bot.forms.invalid import Invalid
from bot.forms.numbers import Token, tokens

_MALE = "bapak bapa pak ayah laki lelaki lk l pria suami putra cowok"
_FEMALE = "ibu bumil busui perempuan pr wanita w istri isteri siswi mahasiswi putri cewek emak mak"
_CHILDREN = "anak bayi balita batita baduta bocah"
_PEOPLE = (
    "orang org peserta siswa remaja pemuda lansia pus akseptor orangtua warga jiwa kader kk "
    "keluarga tamu undangan"
)
_KINDS = {
    **dict.fromkeys(_MALE.split(), "male"),
    **dict.fromkeys(_FEMALE.split(), "female"),
    **dict.fromkeys(_CHILDREN.split(), "children"),
    **dict.fromkeys(_PEOPLE.split(), "people"),
    "pasang": "couples",
}
_NONE = {"tidak", "tak", "nihil", "kosong"}
_TOTAL = {"total", "jumlah", "semua", "totalnya", "jumlahnya"}
_PLAIN = {",", ";", ":", "/", "+", "&", "\n", "-", "dan"}

Pair = tuple[int, str]


def counts(text: str, kinds: Sequence[str] = ("male", "female", "children")) -> dict[str, int]:
    """A number for each kind. Raises Invalid: `form-counts-kind` if a number has no kind and
    "people" is none of the kinds."""
    found = _without_totals(tokens(text.replace(",", " , ").replace(";", " ; ")))
    numbers = [token for token in found if isinstance(token, int)]
    words = {token for token in found if isinstance(token, str)}
    if not numbers:
        if words & _NONE:
            return dict.fromkeys(kinds, 0)
        raise Invalid("form-counts-invalid")
    if not words - _PLAIN:
        return _in_order(numbers, kinds)
    total = dict.fromkeys(kinds, 0)
    for number, kind in _pairs(found):
        count = number * 2 if kind == "couples" else number
        # "25 ibu dan anak": who is who was not said
        meant = kind if kind in total else "people"
        if meant not in total:
            raise Invalid("form-counts-kind", count=str(count))
        total[meant] += count
    return total


def _in_order(numbers: list[int], kinds: Sequence[str]) -> dict[str, int]:
    if numbers == [0]:
        return dict.fromkeys(kinds, 0)
    if "people" in kinds:
        if len(numbers) == 1:
            return {**dict.fromkeys(kinds, 0), "people": numbers[0]}
        told = [kind for kind in kinds if kind != "people"]
        return {**dict.fromkeys(kinds, 0), **_in_order(numbers, told)}
    if len(numbers) == 1 and len(kinds) > 1:
        raise Invalid("form-counts-kind", count=str(numbers[0]))
    if len(numbers) != len(kinds):
        raise Invalid("form-counts-invalid")
    return dict(zip(kinds, numbers, strict=True))


def _without_totals(found: list[Token]) -> list[Token]:
    """Leave out "total 37", if it stands beside its parts."""
    if sum(isinstance(token, int) for token in found) < 2:
        return found
    out: list[Token] = []
    dropping = False
    for token in found:
        if isinstance(token, str) and token in _TOTAL:
            dropping = True
        elif dropping and isinstance(token, int):
            dropping = False
        elif not (dropping and token in _PLAIN):
            out.append(token)
    return out


def _pairs(found: list[Token]) -> list[Pair]:
    """Each number with the kind beside it; the first of number and kind sets the order."""
    pairs: list[Pair] = []
    meant = _meaning(found)
    kind_first = next((not isinstance(t, int) for t in meant), False)
    number: int | None = None
    kind = ""
    for token in meant:
        if isinstance(token, int):
            if kind_first:
                pairs.append((token, kind))
                kind = ""
            else:
                if number is not None:
                    pairs.append((number, kind))
                number, kind = token, ""
        else:
            kind = _narrower(kind, token)
    if not kind_first and number is not None:
        pairs.append((number, kind))
    return pairs


def _meaning(found: list[Token]) -> list[Token]:
    """Only numbers and kinds. P is female beside L, male beside W, and unknown alone."""
    words = {piece for piece in found if isinstance(piece, str)}
    p = "female" if words & {"l", "lk", "laki"} else "male" if "w" in words else "people"
    out: list[Token] = []
    previous: Token = ""
    for piece in found:
        if isinstance(piece, int):
            out.append(piece)
        elif piece == "p":
            out.append(p)
        elif piece == "a":  # "20 L 12 P 5 A"
            out.append("children")
        elif previous == "orang" and piece == "tua":
            pass  # "orang tua": people, already said
        elif piece in _KINDS:
            joined = previous in ("dan", "&", "/", "+") and out and isinstance(out[-1], str)
            out.append("both" if joined and out[-1] != _KINDS[piece] else _KINDS[piece])
        previous = piece
    return out


def _narrower(kind: str, following: str) -> str:
    """ "20 orang ibu" are women, "5 anak perempuan" children, "ibu dan anak" neither."""
    if following == "both":
        return "both"
    return following if kind in ("", "people") else kind
