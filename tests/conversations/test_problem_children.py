"""Perkawinan anak, kekerasan, putus sekolah: a village's choices, and nothing that could point to a
child, in the form, in the tables and in what people are told."""

import json
from typing import Any

import pytest

from bot.rules.lists import CHILD_PROBLEMS, PROBLEMS, label_of
from bot.rules.problems import CHILD_CHOICES, band_label, bands
from storage.models import DraftRow, Problem, ProblemPhoto
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre
from tests.conversations.problem_stories import (
    notes,
    notes_of_children,
    opens,
    pokja,
    the_plan,
    the_problem,
    to_what,
)

SECRET = "Budi kelas 6 dari rumah ujung"


async def test_it_is_noted_by_choices_only(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes_of_children(siti)
    row = await the_problem(bot)
    assert (row.category, row.choice, row.affected_band) == ("kawin", "terjadi", "few")
    assert (row.what, row.affected, row.evidence) == (None, None, None)
    await opens(siti, "Perkawinan anak")
    card = siti.sees("problem-card", category="Perkawinan anak")
    assert "Banyaknya: kurang dari 5" in card.text


@pytest.mark.parametrize("category", sorted(CHILD_PROBLEMS))
async def test_the_numbers_to_call_stand_above_the_questions(
    bot: RunningBot, category: str
) -> None:
    siti = await cadre(bot)
    await to_what(siti, label_of(PROBLEMS, category))
    question = siti.sees("problem-one-child")
    assert "129" in question.text
    assert "/lapor" in question.text


@pytest.mark.parametrize("category", sorted(CHILD_PROBLEMS))
async def test_nothing_that_is_typed_or_sent_is_taken(bot: RunningBot, category: str) -> None:
    siti = await cadre(bot)
    await to_what(siti, label_of(PROBLEMS, category))
    first = siti.messages()[-1]
    for _ in range(2):
        await siti.says(SECRET)
        await siti.says("3")
        await siti.sends_photo("rahasia", caption=SECRET)
        assert siti.sees("form-photo-none")
        bodies = b"".join(row.body for row in await bot.rows(DraftRow))
        assert b"Budi" not in bodies
        assert b"rahasia" not in bodies
        label = next(button["text"] for row in siti.messages()[-1].rows for button in row)
        await siti.presses(label)
    assert first.id != siti.messages()[-1].id
    await siti.presses("Bulan ini")
    await siti.presses("🔴 Tinggi")
    await siti.presses("Kirim")
    row = await the_problem(bot)
    assert (row.what, row.affected, row.evidence) == (None, None, None)
    assert row.affected_band in bands(5)
    assert await bot.rows(ProblemPhoto) == []


async def test_words_of_another_category_do_not_come_along(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.answers("Ada keluarga yang kesulitan", "3")
    await siti.presses("Bulan ini")
    await siti.sends_photo("rahasia")
    for _ in range(4):
        await siti.says("kembali")
    assert siti.sees("problem-category")
    await siti.presses("Kekerasan")
    await siti.presses("Warga belum berani melapor")
    await siti.presses("5–9 orang")
    await siti.presses("Tetap: November 2026")
    await siti.presses("🟠 Sedang")
    await siti.presses("Kirim")
    row = await the_problem(bot)
    assert (row.category, row.what, row.affected, row.affected_band) == (
        "keras",
        None,
        None,
        "5-9",
    )
    assert await bot.rows(ProblemPhoto) == []


async def test_an_edit_stays_with_choices(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes_of_children(siti)
    await opens(siti, "Perkawinan anak")
    await siti.presses("Ubah")
    await siti.presses("✏️ Ubah")
    labels = siti.buttons()
    assert {"Masalah", "Bukti", "Foto", "Yang terkena"}.isdisjoint(labels)
    await siti.presses("Kategori")
    assert "Stunting" not in siti.buttons()
    await siti.says("Stunting")
    assert siti.sees("form-choice-unknown")
    await siti.presses("Putus sekolah")
    await siti.presses("Biaya sekolah memberatkan")
    await siti.presses("Kirim")
    row = await the_problem(bot)
    assert (row.category, row.choice, row.what) == ("putus", "biaya", None)


async def test_a_plan_for_it_and_its_result_are_choices(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes_of_children(siti)
    await opens(rina, "Perkawinan anak")
    await rina.presses("Rencanakan intervensi")
    await rina.says("pkbm")
    await rina.says(SECRET)
    assert rina.sees("form-choose-button")
    await rina.presses("Penyuluhan di desa")
    await rina.says("besok")
    await rina.presses("Kirim")
    assert (await the_plan(bot)).what == "suluh"
    bot.clock.advance(days=2)
    await rina.presses("Lihat intervensinya")
    await rina.presses("Sudah terlaksana")
    await rina.presses("Kemarin")
    await rina.says(SECRET)
    assert rina.sees("form-choose-button")
    await rina.picks("Terlaksana sebagian", "Kirim")
    assert (await the_plan(bot)).result == "sebagian"


async def test_forged_answers_write_nothing(bot: RunningBot) -> None:
    """A draft as somebody might have brought it about: the tables still take choices only."""
    siti = await cadre(bot)
    await to_what(siti, "Kekerasan")
    await siti.presses("Warga belum berani melapor")
    await siti.presses("5–9 orang")
    await siti.picks("Bulan ini", "🟠 Sedang")
    await forge(bot, {"choice": SECRET, "band": "1", "what": SECRET, "evidence": SECRET})
    await siti.presses("Kirim")
    assert await bot.rows(Problem) == []


async def forge(bot: RunningBot, answers: dict[str, Any]) -> None:
    async with bot.writing() as session:
        for row in await bot.rows(DraftRow):
            stored = json.loads(row.body)
            stored["draft"]["answers"] |= answers
            found = await session.merge(row)
            found.body = json.dumps(stored).encode()


def test_every_category_of_children_has_choices() -> None:
    assert CHILD_CHOICES.keys() == CHILD_PROBLEMS
    assert all(4 <= len(choices) <= 6 for choices in CHILD_CHOICES.values())


def test_no_band_tells_a_number_under_the_limit() -> None:
    assert bands(5) == ("unknown", "few", "5-9", "10-19", "20+")
    assert band_label("5-9", 10).key == "problem-band-few"
    assert band_label("5-9", 5).key == "problem-band-range"
    assert band_label("20+", 5).key == "problem-band-above"
    assert band_label("20+", 50).key == "problem-band-few"
    assert band_label(None, 5).key == "problem-band-unknown"


async def test_another_of_the_kind_shows_no_words(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    await notes_of_children(siti)
    await siti.says("/masalah")
    page = siti.sees("problem-list-head").text
    assert page.count("Perkawinan anak") == 2
