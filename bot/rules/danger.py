"""Whether a text tells of a particular person in danger, above all a child, or of prevention work.

Asking once too often is better than missing a child (domain §4): when in doubt the answer is yes.
The words stand in ``bot.rules.danger_words``; here is how they go together.
"""

import re
from typing import Final

from bot.rules import danger_words as table
from bot.rules.danger_phrases import DONE, DOUBLED, phrase_in
from bot.rules.words import REAL_WORDS, USUAL, Vocabulary, plain, set_of, word

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\d?|\d+")
_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|\Z)")
_AGE = re.compile(
    r"(?<![\d/-])(\d{1,2})(?![\d/-])\s*(?:th|thn|tahun|taun|yo|years? old)\b"
    r"|\b(?:umur|usia|umurnya|usianya|aged?|she is|he is|she's|he's|i am|i'm)"
    r"\s*(\d{1,2})(?!\d|\s*[-–/]|\s*(?:s/?d|sampai)\b)"
    r"|\(\s*(\d{1,2})\s*\)"
)
_BAND = re.compile(
    r"\d{1,2}\s*(?:[-–/]|s/?d|sampai|hingga)\s*\d{1,2}"
    r"|\d{1,2}\s*(?:th|thn|tahun|taun)?\s*(?:ke ?atas|ke ?bawah|plus|\+)"
    r"|(?:di ?bawah|minimal|min|batas|kurang dari|maksimal|<|under)\s*(?:umur|usia)?\s*\d{1,2}"
)
_INITIALS = re.compile(
    r"\b(?:inisial|an\.?|a\.n\.?|bernama)\s+[a-z]\b|\b(?:anak|siswi|siswa|korban|sdri?)\s+[a-z]{1,2}\b(?=\s*[(,\d])"
)
_CLASS = re.compile(r"\b(?:kelas|kls)\s*(?:\d{1,2}|[ivx]{1,4})\b")
_MOTHERS = re.compile(r"\b(?:kelas|klas)\s+(?:ibu|bumil)\b")
_DOUBLED = re.compile(r"\b(di|me|ng)?([^\W\d_]{3,})(?:2(?!\d)|[ -]+\2\b)")
_PARTED = re.compile(r"\bdi?[ -]([^\W\d_]{4,})")
_EXISTS = re.compile(
    r"(?<!tidak )(?<!ga )(?<!tdk )\bad[ae] (?:se\w+ |satu |yg |yang )?"
    r"(?:anak|budak|siswi|siswa|bocah|bayi|gadis|remaja|murid|perempuan)\b"
    r"(?!-| anak| \d| ikut| hadir| datang| juga)"
)
_KIN: Final = (
    "anak|adik|adek|kakak|keponakan|ponakan|sepupu|cucu|teman|temen|murid|siswa|siswi|suami|istri|"
    "pacar|om|paman|bapak|ayah|ibu|mamak|mama|papa|kakek|guru|tetangga|saudara|abang|budak|bocah|"
    "remaja|gadis|perempuan|bayi|miak|dayang|bujang|santri|santriwati|orangtua|ortu"
)
_ONE: Final = re.compile(
    rf"\b(?:{_KIN}) ?(?:saya|aku|ku|sy|gue|itu|tu|tsb|tersebut|sebelah|tetangg[ae])\b"
    rf"|\bmy (?!name)\w+|\b(?:aku|gue|gua|ambe|she|her)\b|\bom[- ]om\b|\bkata dia\b|\bdia (?!lah)"
)
"""One person spoken of as such: "anak itu", "adik saya", "my friend"."""
_HOUR = re.compile(r"\bpukul\s*\d[\d.:]*")
_BARE = re.compile(r"\btelanjang (?:kaki|dada)\b")
_LATE = re.compile(
    r"\b(?:telat|terlambat|tlat)\s+(?:datang\s+)?(?:bulan|haid|mens|menstruasi)\b"
    r"|\b(?:ga|gak|tidak|belum|dak|tdk|blm)\s+(?:dapet\s+|dapat\s+)?(?:haid|mens|menstruasi)\b"
)
_PLACE = re.compile(r"\b(?:rt|rw|dusun|dsn|gang|tetangga)\b")
_ADULT: Final = 19  # UU 16/2019
_LONGEST: Final = 8192
_REAL: Final = set_of("pukul diskusi dijual dibuat diraih")
_SIGNS = Vocabulary(
    frozenset().union(
        table.HARMED, table.VIOLATED, table.HITS, table.MARRIED_OFF, table.VIOLENCE, table.CASE,
        table.VICTIM,
    ),
    _REAL | REAL_WORDS | USUAL,
    long=6,
)  # fmt: skip
"""A sign of danger is seen through more slips than a word that takes its edge off."""
_WORK = Vocabulary(table.PREVENTION | table.GATHERING, _REAL | REAL_WORDS | USUAL)
_ANAGRAMS: Final = {
    "".join(sorted(sign)): sign
    for sign in sorted(table.HARMED | table.VIOLATED | table.HITS)
    if len(sign) > 6
}
"""A sign typed with its letters in another order ("diperkaos")."""
_DONE: Final = table.HARMED | table.VIOLATED | table.HITS | table.MARRIED_OFF
_PEOPLE: Final = table.CHILD | table.KIN | table.NOBODY


_SEEN: dict[int, bool] = {}
_MOST_SEEN: Final = 20_000


def danger_in(text: str) -> bool:
    """True when the text tells of a particular person in danger or a victim. Never raises.

    A form asks about the same answers at every step: what was found is remembered, under a keyed
    hash, so that no words stay in memory.
    """
    mark = hash(text)
    found = _SEEN.get(mark)
    if found is None:
        if len(_SEEN) >= _MOST_SEEN:
            _SEEN.clear()
        found = _SEEN[mark] = _tells(text)
    return found


def _tells(text: str) -> bool:
    text = _whole_words(_HOUR.sub(" ", plain(text[:_LONGEST])))
    return any(_told(part) for part in _sentences(text)) or _told(text.replace("\n", " "))


def _whole_words(text: str) -> str:
    """ "di pukuli" and "d pukuli" in one word; "pegang2" and "pegang pegang" with a dash."""

    def together(found: re.Match[str]) -> str:
        return f"di{found[1]}" if f"di{found[1]}" in _DONE | DONE else found[0]

    return _PARTED.sub(together, _DOUBLED.sub(r"\1\2-\2", text))


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _told(text: str) -> bool:
    said = [_usual(part) for part in _TOKEN.findall(text)]
    having = frozenset(said)
    happened = (
        having & table.VIOLATED
        or phrase_in(said, people=_is_person(having))
        or (having & table.HARMED - table.OF_THINGS and _is_person(having))
        or _is_thing_done(said)
        or _is_harm(text, having)
        or _is_about_one(text, having)
        or (_hits(said) and having & _PEOPLE)
    )
    if happened:
        return not (having & table.PREVENTION) or _is_told(text, having)
    return (
        _is_marriage(text, having)
        or _is_pregnancy(text, having)
        or _is_neglect(text, having)
        or _is_child_work(text, having)
        or _is_case(text, having)
    )


def _usual(typed: str) -> str:
    """ "anaknya", "tetangge": the word the tables have."""
    usual = word(typed)
    if usual in _PEOPLE or usual in _DONE or usual in DOUBLED or usual == "laki-laki":
        return usual
    if "-" in usual and (single := usual.partition("-")[0]) == usual.rpartition("-")[2]:
        usual = word(single)
        if usual in _PEOPLE:
            return usual
    for ending in ("nya", "nye", "ku", "mu"):
        if usual.endswith(ending) and usual.removesuffix(ending) in _PEOPLE:
            return usual.removesuffix(ending)
    if usual.endswith("e") and f"{usual[:-1]}a" in _PEOPLE:  # Bangka: tetangge, siswe
        return f"{usual[:-1]}a"
    sign = _SIGNS.meant(usual)
    if sign == usual and len(usual) > 6:
        sign = _ANAGRAMS.get("".join(sorted(usual)), usual)
    return sign if sign != usual else _WORK.meant(usual)


def _hits(said: list[str]) -> bool:
    """Somebody hits somebody: no drum, no ball, and no hour ("pukul sembilan")."""
    idle = table.INSTRUMENTS | table.HOURS
    return any(
        one in table.HITS and idle.isdisjoint(said[at + 1 : at + 2]) for at, one in enumerate(said)
    )


def _is_harm(text: str, having: frozenset[str]) -> bool:
    """A word of harm beside a person, when nobody meets to talk of such things."""
    if not _is_person(having) or _BARE.search(text):
        return False
    harm = having - table.VIOLENCE
    talk = having & (table.PREVENTION | table.GATHERING) and not having & table.TOLD_OF
    return not talk and any(root in one for one in harm for root in table.ROOTS)


def _is_about_one(text: str, having: frozenset[str]) -> bool:
    """ "adik saya disilet temannya": one word of harm, or two that are uneasy, of one person."""
    if not (_ONE.search(text) or _EXISTS.search(text)):
        return False
    if having & table.PREVENTION and not having & table.TOLD_OF:
        return False
    meeting = having & table.GATHERING
    harm = having - table.VIOLENCE if meeting else having
    if any(root in one for one in harm for root in table.ROOTS_OF_ONE):
        return True
    return len(having & table.UNEASY) > 1 and not meeting


def _is_told(text: str, having: frozenset[str]) -> bool:
    """Of one person, though words of prevention stand by: "waktu penyuluhan ada anak ngaku …"."""
    return bool(_particular(text, having) or having & table.TOLD_OF or _EXISTS.search(text))


def _is_thing_done(said: list[str]) -> bool:
    """ "bayi dibuang", "anak dijual": what is also done with things is a sign right behind a
    person only."""
    return any(
        verb in table.OF_THINGS and not _PEOPLE.isdisjoint(said[max(0, at - 3) : at])
        for at, verb in enumerate(said)
    )


def _is_person(having: frozenset[str]) -> bool:
    return bool(having & (_PEOPLE | {"ibu", "perempuan", "orang", "lansia", "nenek", "kakek"}))


def _young(text: str, least: int = 0) -> bool:
    """One age below nineteen (and ``least`` years or more), not a band of ages nor a limit."""
    without = _BAND.sub(" ", text)
    ages = [int(next(filter(None, found))) for found in _AGE.findall(without)]
    return any(least <= age < _ADULT for age in ages)


def _particular(text: str, having: frozenset[str]) -> bool:
    """Signs that one person is meant: an age, initials, a relative, "seorang"."""
    kin = having & (table.KIN - {"pacar", "suami", "istri", "tiri", "tetangga", "laki"})
    return bool(
        _young(text)
        or _INITIALS.search(text)
        or kin
        or having & {"seorang", "inisial", "bernama", "namanya", "saya", "my"}
    )


def _is_marriage(text: str, having: frozenset[str]) -> bool:
    if not having & (table.MARRY | table.MARRIED_OFF | table.WEDDING | table.BETROTHED):
        return False
    talk = bool(having & table.PREVENTION)
    if having & (table.MARRIED_OFF | table.BETROTHED) and having & _PEOPLE:
        return not talk or _particular(text, having)
    at_school = _CLASS.search(text) or having & table.SCHOOL
    one = bool(_particular(text, having) or at_school or "tetangga" in having)
    coming = having & table.SOON and having & table.MARRY and having & table.CHILD
    if coming and (one or not talk):
        return True
    if _young(text):
        return not talk or bool(coming or _INITIALS.search(text) or having & table.TOLD)
    return one and bool(having & table.MARRY) and not (talk or having & table.GATHERING)


def _is_pregnancy(text: str, having: frozenset[str]) -> bool:
    if not (having & table.PREGNANT or _LATE.search(text)):
        return False
    young = _young(text, least=10)
    school = having & (table.SCHOOL | {"siswi", "pelajar", "murid", "gadis"})
    at_school = (school or _CLASS.search(text)) and not _MOTHERS.search(text)
    return young or bool(at_school and not having & table.PREVENTION)


def _is_neglect(text: str, having: frozenset[str]) -> bool:
    helped = having & (table.PREVENTION | table.GATHERING | table.GIFTS)
    return bool(having & table.LEFT and having & table.CHILD) and (
        not helped or _particular(text, having)
    )


def _is_child_work(text: str, having: frozenset[str]) -> bool:
    """ "anak umur 11 tahun nyuci piring di rumah makan sampai tengah malam"."""
    told = having & table.WORK and having & table.CHILD and _young(text, least=5)
    return bool(told) and not having & (table.PREVENTION | table.GATHERING | table.GIFTS)


def _is_case(text: str, having: frozenset[str]) -> bool:
    """A victim, a case or a wound told of, when no prevention is what is done."""
    if having & table.RELIEF:
        return False
    one = _particular(text, having)
    place = _PLACE.search(text) is not None
    if having & table.VICTIM and (one or having & (table.VIOLENCE | table.CHILD)):
        return bool(one or not having & (table.PREVENTION | table.GATHERING))
    violence = having & table.VIOLENCE
    if violence and having & table.CASE:
        return bool(one or not having & (table.PREVENTION | table.GATHERING) or place)
    if violence and one:
        return True
    if having & table.SEXUAL and having & _PEOPLE:
        return not having & (table.PREVENTION | table.GATHERING)
    return bool(having & table.WOUNDS and having & table.CHILD and (one or violence))
