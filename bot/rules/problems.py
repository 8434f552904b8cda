"""What a village's problem may hold: its choices, bands and reasons, and how urgent it is.

Perkawinan anak, kekerasan and putus sekolah are told by choices about the village, never by words
and never about a person: anything that could point to a child belongs to /lapor.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from bot.clock import WIB
from bot.errors import AppError
from bot.forms.context import Option
from bot.forms.values import Plain, Say
from bot.rules.danger import danger_in
from bot.rules.lists import CHILD_PROBLEMS, PROBLEMS

CHILD_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "kawin": ("terjadi", "naik", "biasa", "suluh", "konsel"),
    "keras": ("terjadi", "diam", "suluh", "layanan", "patbm"),
    "putus": ("ada", "biaya", "jauh", "kerja", "paket"),
}
"""What there is to say of a village; the words are the texts ``problem-choice-…``."""

MEASURES: Final = ("suluh", "konsel", "latih", "rapat", "forum", "aturan", "sekolah")
"""What can be planned against them, ``intervention-measure-…``: people write names into words."""

OUTCOMES: Final = ("penuh", "sebagian", "lanjut")
"""How such a plan went, ``intervention-outcome-…``."""

DROP_REASONS: Final = ("dobel", "keliru", "usai", "wilayah")
"""Why a problem is withdrawn, ``problem-reason-…``: one tap, and no words to look after."""

CANCEL_REASONS: Final = ("dana", "waktu", "instansi", "ganti", "lain")
"""Why an intervention is cancelled, ``intervention-reason-…``."""

CLOSED: Final = "tutup"
"""The reason of an intervention whose problem was closed before its day."""

PRIORITIES: Final = ("tinggi", "sedang", "rendah")
OPEN_STATES: Final = ("open", "planned")
LEAST_WORDS, MOST_WORDS = 5, 500
MOST_EVIDENCE, MOST_PHOTOS, MOST_AFFECTED = 500, 3, 9999
_HAPPENING = frozenset({"terjadi", "ada", "naik"})
_MANY, _FEW = 20, 5
_OLDEST = 50
_DAY_BEGINS, _DAY_ENDS = 7, 20


def is_child_problem(category: str) -> bool:
    """Whether a category is told by choices only."""
    return category in CHILD_PROBLEMS


def bands(under: int) -> tuple[str, ...]:
    """How many are affected, from not known on. ``under`` is the smallest number that may be told:
    below it there is only the word ``few``."""
    return ("unknown", "few", f"{under}-{2 * under - 1}", f"{2 * under}-{4 * under - 1}",
            f"{4 * under}+")  # fmt: skip


def band_label(band: str | None, under: int) -> Say:
    """A band as it is read. One kept under a lower limit is ``few`` when the limit has risen."""
    least = (band or "").partition("-")[0].rstrip("+")
    if not least.isdecimal():
        return Say("problem-band-few" if band == "few" else "problem-band-unknown",
                   {"under": str(under)} if band == "few" else {})  # fmt: skip
    if int(least) < under:
        return Say("problem-band-few", {"under": str(under)})
    if (band or "").endswith("+"):
        return Say("problem-band-above", {"least": least})
    return Say("problem-band-range", {"value": Plain((band or "").replace("-", "–"))})


def band_options(under: int) -> tuple[Option, ...]:
    return tuple(Option(band, band_label(band, under)) for band in bands(under))


def choice_label(category: str, choice: str | None) -> Say:
    """What was chosen about the village, as it is read."""
    if choice not in CHILD_CHOICES.get(category, ()):
        return Say("problem-choice-none")
    return Say(f"problem-choice-{category}-{choice}")


def suggested_priority(answers: Mapping[str, Any]) -> str:
    """A first guess at how urgent it is: what happens now and what touches many comes first."""
    if is_child_problem(str(answers.get("category"))):
        return "tinggi" if answers.get("choice") in _HAPPENING else "sedang"
    affected = answers.get("affected")
    if not isinstance(affected, int):
        return "sedang"
    return "tinggi" if affected >= _MANY else "sedang" if affected >= _FEW else "rendah"


def is_told_by_day(now: datetime) -> bool:
    """Whether people may be told of something that can wait: 07:00 to 20:00 WIB."""
    return _DAY_BEGINS <= now.astimezone(WIB).hour < _DAY_ENDS


def waiting_before(now: datetime, days: int) -> datetime:
    """What nobody plans anything for since then has waited ``days`` days, by the calendar in WIB:
    the whole of a day counts, so that all of it is known in the morning."""
    day = now.astimezone(WIB).date() - timedelta(days=days - 1)
    return datetime.combine(day, time(), WIB) - timedelta(microseconds=1)


def words_of(values: Mapping[str, Any], today: date, under: int) -> dict[str, Any]:
    """The columns of a problem from the answers of its form; ``since`` is a day or None (longer
    than this year). Raises :class:`AppError` for anything a problem must not hold, whoever asks.
    """
    category, since = values.get("category"), values.get("since")
    if category not in {option.id for option in PROBLEMS}:
        raise AppError("problem-unfit")
    if values.get("priority") not in PRIORITIES:
        raise AppError("problem-unfit")
    if since is not None and not date(today.year - _OLDEST, 1, 1) <= since <= today:
        raise AppError("problem-unfit")
    if since is not None and since.day != 1:
        raise AppError("problem-unfit")
    check = _of_children if is_child_problem(category) else _of_others
    return {
        "category": category,
        "priority": values["priority"],
        "since": since,
        **dict.fromkeys(("choice", "what", "affected", "affected_band", "evidence")),
        **check(category, values, under),
    }


def _of_children(category: str, values: Mapping[str, Any], under: int) -> dict[str, Any]:
    """Only choices: no words, no evidence, no photo, no number."""
    if any(values.get(name) is not None for name in ("what", "affected", "evidence")):
        raise AppError("problem-child-words")
    if values.get("photos"):
        raise AppError("problem-child-words")
    if values.get("choice") not in CHILD_CHOICES[category]:
        raise AppError("problem-unfit")
    if values.get("affected_band") not in bands(under):
        raise AppError("problem-unfit")
    return {"choice": values["choice"], "affected_band": values["affected_band"]}


def _of_others(_: str, values: Mapping[str, Any], under: int) -> dict[str, Any]:
    what, evidence = values.get("what"), values.get("evidence")
    affected, photos = values.get("affected"), values.get("photos") or ()
    if not isinstance(what, str) or not LEAST_WORDS <= len(what) <= MOST_WORDS:
        raise AppError("problem-unfit")
    if affected is not None and not (isinstance(affected, int) and 1 <= affected <= MOST_AFFECTED):
        raise AppError("problem-unfit")
    if evidence is not None and len(evidence) > MOST_EVIDENCE:
        raise AppError("problem-unfit")
    if len(photos) > MOST_PHOTOS:
        raise AppError("problem-unfit")
    captions = [photo.get("caption") or "" for photo in photos]
    texts = [what, evidence or "", *captions]
    if any(danger_in(text) for text in (*texts, "\n".join(texts))):
        raise AppError("danger-lead")
    return {"what": what, "affected": affected, "evidence": evidence}
