"""The usual activity in a minute: taps and typed messages counted, and the short ways there are."""

from datetime import date

import pytest

from storage.models import Activity, DraftRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, sends_activity
from tests.conversations.people import Somebody

MOST_TAPS = 8
HERE = "Sungailiat (Kec. Sungailiat)"


class Counting:
    """A kader whose taps and typed messages are counted."""

    def __init__(self, kader: Somebody) -> None:
        self.kader = kader
        self.taps = self.typed = 0

    async def taps_on(self, *labels: str) -> None:
        for label in labels:
            self.taps += 1
            await self.kader.presses(label)

    async def types(self, text: str) -> None:
        self.typed += 1
        await self.kader.says(text)


async def test_ones_first_activity_takes_one_title_and_at_most_eight_taps(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/menu")
    counted = Counting(kader)
    await counted.taps_on("Catat kegiatan", "Hari ini")
    await counted.types("Posyandu Melati")
    await counted.taps_on("25", "Dana Desa/ADD", "Selesai", "Lewati")
    summary = kader.sees("form-summary").text
    for line in ("⭐ Seksi: Reproduksi", "⭐ Sasaran: Balita", f"⭐ Tempat: {HERE}"):
        assert line in summary
    await counted.taps_on("Kirim")
    assert kader.sees("activity-saved", title="Posyandu Melati")
    assert (counted.typed, counted.taps) == (1, 7)
    assert counted.taps <= MOST_TAPS
    kept = (await bot.rows(Activity))[0]
    assert (kept.section, kept.inpres, kept.agencies) == ("repro", "c1-pos", ["komkb"])
    assert (kept.people, kept.male, kept.funding, kept.place) == (25, 0, ["dd"], HERE)


async def test_a_later_one_takes_five_taps(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    await kader.says("/menu")
    counted = Counting(kader)
    await counted.taps_on("Catat kegiatan", "Hari ini")
    await counted.types("Posyandu Mawar")
    await counted.taps_on("30", "Lewati", "Kirim")
    assert (counted.typed, counted.taps) == (1, 5)
    first, second = await bot.rows(Activity)
    assert (second.title, second.people) == ("Posyandu Mawar", 30)
    assert second.funding == first.funding == ["swadaya"]


async def test_the_last_one_again_takes_three_taps_and_no_word(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    bot.clock.advance(days=7)
    await kader.says("/menu")
    counted = Counting(kader)
    await counted.taps_on("Catat kegiatan", "Sama seperti tadi")
    assert "Kamis, 26 November 2026" in kader.sees("form-summary").text
    await counted.taps_on("Kirim")
    assert (counted.typed, counted.taps) == (0, 3)
    first, second = await bot.rows(Activity)
    assert second.held_on == date(2026, 11, 26)
    for name in ("title", "section", "target_groups", "agencies", "funding", "male", "place"):
        assert getattr(second, name) == getattr(first, name), name


async def test_the_last_one_cannot_be_repeated_once_something_is_answered(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_activity(kader)
    await kader.says("/kegiatan")
    question = kader.new()[-1]
    data = next(b["callback_data"] for row in question.rows for b in row if "🔁" in b["text"])
    await kader.presses("Hari ini")
    await kader.presses_data(data, question)
    kader.sees_toast("form-moved-on")
    assert "🔁 Sama seperti tadi" not in kader.buttons()


async def test_ones_first_activity_follows_what_others_of_the_kampung_told(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    await sends_activity(siti)
    await rahma.says("/kegiatan")
    assert "🔁 Sama seperti tadi" not in rahma.buttons()
    await rahma.presses("Hari ini")
    await rahma.says("Posyandu Kenanga")
    await rahma.picks("20", "Lewati")
    assert "⭐ Sumber dana: Swadaya Masyarakat" in rahma.sees("form-summary").text


async def test_a_changed_title_is_guessed_anew_but_not_what_was_given(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Posyandu Melati")
    await kader.picks("25", "CSR", "Selesai", "Lewati")
    await kader.picks("Ubah", "Sasaran", "Remaja", "Selesai")
    await kader.picks("Ubah", "Judul")
    await kader.says("Pengajian ibu-ibu")
    summary = kader.sees("form-summary").text
    assert "⭐ Seksi: Keagamaan" in summary
    assert "\nSasaran: Remaja, Balita" in summary or "\nSasaran: Balita, Remaja" in summary


async def test_one_message_becomes_a_filled_form(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas")
    assert kader.sees("activity-photos")
    await kader.presses("Lewati")
    summary = kader.sees("form-summary").text
    assert "Rabu, 18 November 2026" in summary
    assert "Peserta: 25 perempuan, 30 anak" in summary
    await kader.presses("Kirim")
    kept = (await bot.rows(Activity))[0]
    assert (kept.title, kept.held_on) == ("Posyandu Melati", date(2026, 11, 18))
    assert (kept.female, kept.children, kept.people) == (25, 30, 0)
    assert (kept.funding, kept.agencies, kept.section) == (["dd"], ["pkm"], "repro")


async def test_what_the_message_leaves_unsure_is_asked_with_its_value_first(
    bot: RunningBot,
) -> None:
    kader = await cadre(bot)
    await kader.says("posyandu kemuning 19 nov 25an orang dana desa")
    assert kader.sees("activity-participants")
    await kader.presses("Tetap: 25 orang")
    assert kader.sees("activity-photos")


async def test_a_sentence_for_the_title_fills_the_rest(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("posyandu melati 25 ibu 30 balita dana desa bareng pkm")
    assert kader.sees("activity-photos")
    await kader.picks("Lewati", "Kirim")
    kept = (await bot.rows(Activity))[0]
    assert (kept.title, kept.female, kept.agencies) == ("Posyandu Melati", 25, ["pkm"])


async def test_a_day_told_twice_and_differently_is_asked_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("posyandu melati kemarin 25 ibu 30 balita dana desa")
    await kader.presses("Lewati")
    assert kader.sees("activity-date")
    await kader.presses("Kemarin")
    assert "Rabu, 18 November 2026" in kader.sees("form-summary").text


async def test_a_sentence_where_the_day_is_asked_fills_the_form_too(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.says("posyandu melati kemarin 25 ibu 30 balita dana desa")
    assert kader.sees("activity-photos")


async def test_yesterday_is_the_day_before_it_was_written(bot: RunningBot) -> None:
    """Read only the next morning: the phone was in time, the bot was not."""
    kader = await cadre(bot)
    written = int(bot.clock.now().timestamp())
    bot.clock.advance(days=1)
    await kader.sends("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa", date=written)
    await kader.presses("Lewati")
    assert "Rabu, 18 November 2026" in kader.sees("form-summary").text


async def test_two_taps_on_send_save_once(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Kerja bakti kemarin 20 orang swadaya")
    await kader.presses("Lewati")
    shown = kader.sees("form-summary")
    send = shown.rows[0][0]["callback_data"]
    with bot.asleep():
        await kader.presses_data(send, shown)
        await kader.presses_data(send, shown)
    await bot.turns()
    assert len(await bot.rows(Activity)) == 1
    assert len([one for one in kader.messages() if "🧾" in one.text]) == 1


@pytest.mark.parametrize(
    "text", ["halo", "terima kasih banyak ya bu", "besok ada rapat jam berapa?"]
)
async def test_talk_is_no_activity(bot: RunningBot, text: str) -> None:
    kader = await cadre(bot)
    await kader.says(text)
    assert kader.sees("not-understood")
    assert await bot.rows(DraftRow) == []


async def test_a_strangers_report_opens_no_form(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("Posyandu Melati kemarin, 25 ibu 30 balita, dana desa")
    assert ani.sees("not-understood")
    assert VILLAGE not in ani.new()[-1].text
