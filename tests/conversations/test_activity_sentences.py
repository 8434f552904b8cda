"""Sentences as kader write them, from the message to the row: nothing is saved that the summary did
not show."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot import texts
from bot.rules.lists import AGENCIES, FUNDING, SECTIONS, TARGET_GROUPS, label_of
from storage.models import Activity
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre
from tests.conversations.people import Somebody
from tests.texts.ftl import pattern

TODAY = "2026-11-19"
CORPUS = Path(__file__).parent.parent / "data" / "kader_sentences.jsonl"
READ = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines() if line]
SENTENCES = [one for one in READ if one["at"] == TODAY and one["expect"]][:48:3]
ANSWERS = {
    "activity-date": ("Kemarin",),
    "activity-section": ("Pendidikan",),
    "activity-target_groups": ("Remaja", "Selesai"),
    "activity-participants": ("25",),
    "activity-funding": ("CSR", "Selesai"),
    "activity-photos": ("Lewati",),
}
"""What is pressed where the sentence has left something open."""
MOST_QUESTIONS = 12


async def to_summary(kader: Somebody) -> str:
    """Keep what is asked about with its value, answer what is missing; the summary's words."""
    for _ in range(MOST_QUESTIONS):
        text = kader.new()[-1].text
        if pattern("form-summary", "id").search(text):
            return text
        kept = [one for one in kader.buttons() if one.startswith("Tetap: ")]
        ticked = any("✅" in one and one != "✅ Selesai" for one in kader.buttons())
        asked = next((key for key in ANSWERS if pattern(key, "id").search(text)), "")
        if kept:
            await kader.presses(kept[0])
        elif ticked:
            await kader.presses("Selesai")
        elif pattern("activity-title", "id").search(text):
            await kader.says("Kegiatan warga")
        elif pattern("activity-agencies", "id").search(text):
            await kader.presses("Selesai")
        else:
            await kader.picks(*ANSWERS[asked])
    raise AssertionError(f"asked on and on: {kader.new()[-1].text}")


def shown(kept: Activity) -> list[str]:
    """What a row holds, in the words of the summary."""
    counts = [
        texts.say(f"form-counts-{kind}", "id", count=str(getattr(kept, kind)))
        for kind in ("male", "female", "children", "people")
        if getattr(kept, kind)
    ]
    lists: tuple[tuple[Any, list[str]], ...] = (
        (TARGET_GROUPS, kept.target_groups),
        (AGENCIES, kept.agencies),
        (FUNDING, kept.funding),
        (SECTIONS, [kept.section]),
    )
    labels = [
        label_of(options, one).removeprefix("other:")
        for options, several in lists
        for one in several
    ]
    return [kept.title, texts.day(kept.held_on, "id"), kept.place or "", *counts, *labels]


def test_there_are_a_dozen_of_them() -> None:
    assert len(SENTENCES) >= 12


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one["id"])
async def test_what_is_saved_is_what_was_shown(bot: RunningBot, sentence: dict[str, Any]) -> None:
    kader = await cadre(bot)
    await kader.says(sentence["text"])
    summary = await to_summary(kader)
    await kader.presses("Kirim")
    [kept] = await bot.rows(Activity)
    for words in shown(kept):
        assert words in summary, words
    expected, unsure = sentence["expect"], sentence["unsure"]
    if expected["date"] and "date" not in unsure:
        assert kept.held_on.isoformat() == expected["date"]
    if expected["participants"] and "participants" not in unsure:
        found = {kind: getattr(kept, kind) for kind in expected["participants"]}
        assert found == expected["participants"]
