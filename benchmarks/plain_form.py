"""The activity form as somebody writes it by hand, for either library: questions and answers.

The same ten questions, in the same words and with the same buttons as the bot's own form. What the
bot does beyond that (editing from the summary, search, explaining wrong answers) is left out.
"""

import html
import re
import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from benchmarks.questions import LABELS, LISTS, QUESTIONS

Answers: TypeAlias = dict[str, Any]
Row: TypeAlias = list[tuple[str, str]]
Question: TypeAlias = tuple[str, list[Row]]

STEPS = tuple(QUESTIONS)
TICKED = ("target_groups", "agencies", "funding")
_PAGE = 10
_COUNT = re.compile(r"(\d+)\s*(l|p|anak)\b", re.IGNORECASE)
_KINDS = {"l": "male", "p": "female", "anak": "children"}


def following(step: str) -> str:
    """The step after this one; ``summary`` after the last."""
    at = STEPS.index(step) + 1
    return STEPS[at] if at < len(STEPS) else "summary"


def preceding(step: str) -> str:
    """The step before this one; the first stays."""
    return STEPS[-1] if step == "summary" else STEPS[max(0, STEPS.index(step) - 1)]


def day(data: str) -> str:
    """A pressed day: ``q:0`` is today, ``q:-1`` yesterday."""
    return (date.today() + timedelta(days=int(data[2:]))).isoformat()  # noqa: DTZ011


def parsed(step: str, text: str) -> Any:
    """A typed answer. None when it is none."""
    text = " ".join(text.split())
    match step:
        case "title" | "place":
            return text if 3 <= len(text) <= 255 else None
        case "participants":
            found = {_KINDS[kind.lower()]: int(count) for count, kind in _COUNT.findall(text)}
            return {"male": 0, "female": 0, "children": 0} | found if found else None
    return text[:2000]


def toggled(picked: Sequence[str], key: str) -> list[str]:
    """Ticked becomes unticked and the other way round."""
    return [one for one in picked if one != key] if key in picked else [*picked, key]


def question(step: str, answers: Answers) -> Question:
    """The text (HTML) and the buttons, as (label, data), of a step or of the summary."""
    if step == "summary":
        return _summary(answers)
    controls = [("⬅️ Kembali", "b")] if step != "date" else []
    if step in ("photos", "description"):
        controls.append(("Lewati", "s"))
    controls.append(("✖️ Batal", "c"))
    text = QUESTIONS[step]
    if step in TICKED and (picked := answers.get(step)):
        text += f"\nDipilih: {_names(step, picked)}"
    number = STEPS.index(step) + 1
    return f"{text}\nPertanyaan {number} dari {len(STEPS)}", [*_rows(step, answers), controls]


def saved(answers: Answers) -> str:
    """What stands at the end, with the receipt's number."""
    code = secrets.token_hex(4).upper()
    return (
        f"✅ Tersimpan: <b>{html.escape(answers['title'], quote=False)}</b>, {answers['date']}. "
        f"Nomor tanda terima: KG-{code[:4]}-{code[4:]}."
    )


def _rows(step: str, answers: Answers) -> list[Row]:
    if step == "date":
        return [[("Hari ini", "q:0"), ("Kemarin", "q:-1")], [("📅 Kalender", "g")]]
    if step == "place":
        return [[("📍 Kirim lokasi", "l")]]
    if step == "participants":
        return [[("0 (tidak ada)", "z")]]
    if step == "section":
        return _columns([(label, f"v:{key}") for key, label in LISTS[step].items()])
    if step not in TICKED:
        return []
    picked = answers.get(step, ())
    options = list(LISTS[step].items())
    buttons = [
        (f"✅ {label}" if key in picked else label, f"t:{key}") for key, label in options[:_PAGE]
    ]
    rows = _columns(buttons)
    pages = -(-len(options) // _PAGE)
    if pages > 1:
        rows.append([(f"1/{pages}", "n"), ("▶", "p:1")])
    return [*rows, [("➕ Lainnya", "h")], [("✅ Selesai", "f")]]


def _columns(buttons: Row) -> list[Row]:
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def _names(step: str, picked: Sequence[str]) -> str:
    return ", ".join(LISTS[step][key] for key in picked)


def _summary(answers: Answers) -> Question:
    lines = ["Periksa dulu. Kalau sudah benar, tekan Kirim."]
    for step in STEPS:
        lines.append(f"{LABELS[step]}: {html.escape(_shown(step, answers), quote=False)}")
    rows = [[("✅ Kirim", "o")], [("✏️ Ubah", "u"), ("✖️ Batal", "c")]]
    return "\n".join(lines), rows


def _shown(step: str, answers: Answers) -> str:
    value = answers.get(step)
    if value is None:
        return "—"
    if step == "participants":
        return f"{value['male']} laki-laki, {value['female']} perempuan, {value['children']} anak"
    if step == "section":
        return LISTS[step][value]
    return _names(step, value) if step in TICKED else str(value)
