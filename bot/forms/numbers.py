"""Numbers as people write them: "20 orang", "dua puluh lima", "1.000", "2 ribu"."""

import re

from bot.forms.invalid import Invalid

LONGEST = 200  # a number with words around it; anything longer is not an answer to "how many"

_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
_WHOLE = {"nol": 0, "kosong": 0, "seorang": 1, "sepasang": 1}
_TENS = {"sepuluh": 10, "sebelas": 11}
_SCALES = {"juta": 1_000_000, "jt": 1_000_000, "ribu": 1000, "rb": 1000, "ratus": 100, "puluh": 10}
_BETWEEN = {"sampai", "hingga", "sd", "atau"}
_GLUED = re.compile(r"(?<=[a-z])(?<!\bse)(belas|puluh|ratus|ribu)\b")
_TWICE = re.compile(r"\b([a-z]{3,})(?:\s?-\s?\1|2)\b")  # "ibu-ibu", "bapak2"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[-,;:/+&\n]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")

Token = int | str


def tokens(text: str) -> list[Token]:
    """Numbers, words in lower case and separators, in order; number words become numbers.

    Raises Invalid for what is no count: below zero, a range, a fraction, more than 200 characters.
    """
    if len(text) > LONGEST:
        raise Invalid("form-number-invalid")
    text = text.casefold().replace("−", "-").replace("–", "-").replace("—", "-")
    text = _TWICE.sub(r"\1", text.replace("s/d", " sampai ").replace("laki-laki", "laki"))
    raw = [_read(token) for token in _TOKEN.findall(_GLUED.sub(r" \1", text))]
    return _refuse_no_counts(_fold_words(raw))


def number(text: str) -> int:
    """The one number in a text, whatever is counted. Raises Invalid."""
    found = [token for token in tokens(text) if isinstance(token, int)]
    if len(found) != 1:
        raise Invalid("form-number-invalid")
    return found[0]


def _read(token: str) -> Token:
    if not token[0].isdecimal():
        return token
    if _THOUSANDS.match(token):
        return int(token.replace(".", "").replace(",", ""))
    if "." in token or "," in token:
        raise Invalid("form-number-whole")
    return int(token[:18])


def _fold_words(raw: list[Token]) -> list[Token]:
    """Join "dua", "puluh", "lima" to 25 and "2", "ribu" to 2000."""
    out: list[Token] = []
    at = 0
    while at < len(raw):
        value, following = _spoken(raw, at)
        if following == at:
            out.append(raw[at])
            at += 1
        else:
            out.append(value)
            at = following
    return out


def _spoken(raw: list[Token], at: int) -> tuple[int, int]:
    """A number in words from here on and the place after it; the same place if there is none."""
    if raw[at] in _WHOLE:
        return _WHOLE[str(raw[at])], at + 1
    total, least = 0, 1_000_000_000  # scales go down: juta, ribu, then the rest
    while at < len(raw):
        value, following = _below_thousand(raw, at)
        scale = _SCALES.get(str(raw[following]), 0) if following < len(raw) else 0
        if raw[at] == "seribu" and least > 1000:
            total, at, least = total + 1000, at + 1, 1000
        elif following > at and 1000 <= scale < least:
            total, at, least = total + value * scale, following + 1, scale
        elif following > at and least > 1 and not isinstance(raw[following - 1], int):
            return total + value, following
        else:
            break
    return total, at


def _below_thousand(raw: list[Token], at: int) -> tuple[int, int]:
    """[hundreds] [tens] [unit], or a figure; figures count only with a scale after them."""
    value = 0
    if raw[at] == "seratus":
        value, at = 100, at + 1
    elif _is_times(raw, at, "ratus"):
        value, at = _times(raw[at]) * 100, at + 2
    if at < len(raw) and raw[at] in _TENS:
        return value + _TENS[str(raw[at])], at + 1
    if _is_times(raw, at, "belas"):
        return value + _times(raw[at]) + 10, at + 2
    if _is_times(raw, at, "puluh"):
        value, at = value + _times(raw[at]) * 10, at + 2
    if at < len(raw) and raw[at] in _UNITS:
        return value + _UNITS[str(raw[at])], at + 1
    if not value and at < len(raw) and isinstance(raw[at], int):
        return int(raw[at]), at + 1
    return value, at


def _is_times(raw: list[Token], at: int, scale: str) -> bool:
    return (
        at + 1 < len(raw)
        and raw[at + 1] == scale
        and (raw[at] in _UNITS or isinstance(raw[at], int))
    )


def _times(token: Token) -> int:
    return token if isinstance(token, int) else _UNITS[token]


def _refuse_no_counts(found: list[Token]) -> list[Token]:
    for at, piece in enumerate(found):
        before = found[at - 1] if at else ""
        after = found[at + 1] if at + 1 < len(found) else ""
        if piece in ("minus", "negatif") and isinstance(after, int):
            raise Invalid("form-number-negative")
        if piece == "-" and isinstance(after, int):
            if isinstance(before, int):
                raise Invalid("form-number-range", least=str(before), most=str(after))
            if not isinstance(before, str) or before in ("", ",", ";", ":", "/", "\n"):
                raise Invalid("form-number-negative")
        if piece in _BETWEEN and isinstance(before, int) and isinstance(after, int):
            raise Invalid("form-number-range", least=str(before), most=str(after))
    return found
