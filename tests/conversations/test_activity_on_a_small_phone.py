"""What a tired volunteer with a small phone met: each a fault found by trying, and its test."""

from tests.conversations.after_stories import sent
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, sends_activity, to_summary

HALF = 21
"""Letters of a button that has half a phone's width; Telegram cuts off the rest."""


async def test_families_to_choose_from_are_not_cut_to_the_same_words(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Sasaran")
    rows = [[button["text"] for button in row] for row in kader.new()[-1].rows]
    for kind in ("Balita", "Remaja", "Lansia"):
        assert [f"Keluarga yang memiliki {kind}"] in rows
    assert ["Remaja", "Lansia"] in rows
    assert all(len(label) <= HALF for row in rows if len(row) > 1 for label in row)


async def test_the_last_one_again_shows_no_empty_lines(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    bot.clock.advance(days=7)
    await kader.says("/kegiatan")
    await kader.presses("Sama seperti tadi")
    shown = kader.sees("form-summary").text
    assert "POKTAN" not in shown
    assert not [line for line in shown.splitlines() if line.rstrip().endswith(":")]
    await kader.presses("Ubah")
    assert "➕ POKTAN" in kader.buttons()


async def test_a_sentence_is_answered_with_what_was_read(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas")
    assert kader.sees("activity-photos")
    assert kader.sees("activity-heard", title="Posyandu Melati")
    await kader.presses("Lewati")
    kader.has_not_seen("activity-heard")


async def test_the_caption_of_a_photo_is_answered_with_what_was_read(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.sends_photo("a", "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa")
    assert kader.sees("activity-photo-kept", title="Posyandu Melati")


async def test_two_activities_of_one_title_are_told_apart_by_their_day(bot: RunningBot) -> None:
    kader = await cadre(bot)
    for title in ("Posyandu Melati", "Rapat", "Posyandu Melati"):
        await sent(bot, kader, title)
        bot.clock.advance(days=1)
    await kader.says("/kegiatansaya")
    assert kader.buttons() == ["⏳ 20/11 Posyandu Melati", "⏳ Rapat", "⏳ 18/11 Posyandu Melati"]


async def test_a_question_without_any_choice_says_so(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Masalah")
    assert kader.sees("activity-problem")
    assert kader.sees("form-choice-empty")


async def test_a_spot_on_the_map_is_not_asked_for_in_words(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Lokasi peta", "📍 Kirim lokasi")
    assert "tulis nama" not in kader.sees("form-location-how").text
    await kader.sends_location(-1.9, 106.1)
    await kader.presses("Kirim")
    await kader.says("/kegiatansaya")
    await kader.presses("Posyandu Melati")
    assert "Lokasi peta: -1.9000, 106.1000" in kader.sees("after-card").text


async def test_a_card_does_not_count_changes_that_never_were(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    await kader.says("/kegiatansaya")
    await kader.presses("Posyandu Melati")
    assert "perubahan" not in kader.sees("after-card").text


async def test_a_limit_of_thousands_has_its_point(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Posyandu Melati")
    await kader.says("1.000.000 orang")
    assert "9.999" in kader.sees("form-number-too-many").text


async def test_nobody_is_asked_for_more_photos_when_it_is_full(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas")
    await kader.sends_album(list("abcdefg"))
    shown = kader.sees("form-photos-too-many", most="5")
    assert kader.sees("form-photos-full", most="5").id == shown.id
    assert "Kirim lagi" not in shown.text
    await kader.presses("Selesai")
    assert "Foto: 5 foto" in kader.sees("form-summary").text
