"""A kader logs an activity: by buttons, by typing, with all the ways back and forth."""

from datetime import date

from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import Activity, Assignment, Delivery
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, sends_activity, to_summary


async def test_a_whole_activity_by_buttons(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    assert kader.sees("activity-date")
    await kader.presses("Kemarin")
    assert kader.sees("activity-title")
    await kader.says("Kunjungan ke desa sebelah")
    await kader.presses("Reproduksi")
    await kader.picks("Balita", "Remaja", "Remaja", "Selesai")
    await kader.presses("0 (tidak ada)")
    await kader.picks("Dana Desa/ADD", "Swadaya Masyarakat", "Selesai")
    await kader.presses("Lewati")
    assert kader.sees("form-summary")
    await kader.picks("Ubah", "Instansi", "▶", "▶", "Puskesmas")
    await kader.picks("▶", "Komponen Masyarakat Kampung KB", "Selesai")
    await kader.picks("Ubah", "Tempat", "Kirim lokasi")
    assert kader.sees("form-location-how")
    await kader.sends_location(-1.85123, 106.11987)
    await kader.presses("Kirim")
    assert kader.sees("activity-saved", title="Kunjungan ke desa sebelah")
    kept = (await bot.rows(Activity))[0]
    assert (kept.region_code, kept.held_on) == (VILLAGE, date(2026, 11, 18))
    assert (kept.section, kept.target_groups) == ("repro", ["balita"])
    assert (kept.agencies, kept.funding) == (["pkm"], ["dd", "swadaya"])
    assert (kept.male, kept.female, kept.children) == (0, 0, 0)
    assert (kept.latitude, kept.longitude, kept.place) == (-1.8512, 106.1199, None)


async def test_a_whole_activity_typed(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.answers(
        "/kegiatan", "17 november", "Rapat <b>& doa", "sosial budaya", "lansia, PUS", "selesai"
    )
    assert kader.sees("activity-participants")
    await kader.answers("ibu 25, balita 30, bapak 2", "csr", "selesai", "lewati")
    await kader.picks("Ubah", "Instansi", "Selesai")
    await kader.picks("Ubah", "Instansi", "▶", "▶", "▶", "Komponen Masyarakat Kampung KB")
    await kader.answers("dukcapil, Toko Bu Ani", "selesai", "kirim")
    assert kader.sees("activity-saved", title="Rapat <b>& doa")
    kept = (await bot.rows(Activity))[0]
    assert (kept.title, kept.held_on) == ("Rapat <b>& doa", date(2026, 11, 17))
    assert (kept.male, kept.female, kept.children) == (2, 25, 30)
    assert kept.agencies == ["capil", "other:Toko Bu Ani"]


async def test_the_receipt_comes_through_the_outbox(bot: RunningBot) -> None:
    kader = await cadre(bot)
    bot.delivers = False
    await sends_activity(kader)
    kader.has_not_seen("activity-receipt")
    waiting = (await bot.rows(Delivery))[0]
    assert (waiting.state, waiting.chat_id) == ("queued", kader.id)
    await bot.delivers_all()
    receipt = (await bot.rows(Activity))[0].receipt
    assert kader.sees("activity-receipt", receipt=receipt, title="Posyandu Melati")
    assert bot.telegram.calls[-1].library == "ptb"


async def test_the_last_entry_of_its_kind_fills_the_next(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Tempat")
    await kader.says("Balai desa")
    await kader.presses("Kirim")
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Posyandu Mawar")
    await kader.presses("Sama seperti tadi: 20 laki-laki, 12 perempuan, 5 anak")
    await kader.presses("Lewati")
    assert kader.sees_text("⭐ Tempat: Balai desa")
    await kader.presses("Kirim")
    first, second = await bot.rows(Activity)
    assert second.title == "Posyandu Mawar"
    for name in ("section", "agencies", "funding", "place", "male", "children"):
        assert getattr(second, name) == getattr(first, name), name


async def test_an_answer_can_be_changed_from_the_summary(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Peserta")
    assert kader.sees("activity-participants")
    await kader.says("1 L 2 P 3 anak")
    assert kader.sees("form-summary")
    await kader.presses("Kirim")
    kept = (await bot.rows(Activity))[0]
    assert (kept.male, kept.female, kept.children) == (1, 2, 3)
    assert kept.title == "Posyandu Melati"


async def test_back_keeps_the_later_answers(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Kunjungan")
    await kader.presses("Reproduksi")
    await kader.says("kembali")
    await kader.presses("Kembali")
    assert kader.sees("activity-title")
    await kader.says("Kunjungan lansia")
    await kader.presses("Tetap: Reproduksi")
    assert kader.sees("activity-participants")
    await kader.says("kembali")
    await kader.says("kembali")
    await kader.says("kembali")
    await kader.says("kembali")
    assert kader.sees("form-no-back")


async def test_cancelling_is_asked_for_and_no_goes_on(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Batal")
    assert kader.sees("form-cancel-sure")
    await kader.presses("Tidak, lanjut mengisi")
    assert kader.sees("activity-date")
    await kader.says("/batal")
    await kader.says("tidak")
    assert kader.sees("activity-date")
    await kader.says("batal")
    await kader.says("ya")
    assert kader.sees("form-cancelled")
    await kader.says("/batal")
    assert kader.sees("nothing-to-cancel")
    assert await bot.rows(Activity) == []


async def test_a_form_is_resumed_days_later(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("Posyandu Melati")
    bot.clock.advance(days=9)
    await bot.stops()
    await bot.starts()
    await kader.says("/kegiatan")
    assert kader.sees("activity-participants")
    await kader.says("5 anak")
    await kader.answers("swadaya masyarakat", "selesai", "lewati", "kirim")
    assert (await bot.rows(Activity))[0].held_on == date(2026, 11, 19)


async def test_an_answer_that_no_longer_stands_is_asked_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    bot.clock.advance(days=80)
    await kader.presses("Kirim")
    assert kader.sees("form-date-too-old")
    assert await bot.rows(Activity) == []
    await kader.says("kemarin")
    await kader.presses("Kirim")
    assert kader.sees("activity-saved")


async def test_a_role_that_ended_meanwhile_is_refused_and_nothing_is_lost(
    bot: RunningBot,
) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    async with bot.writing() as session:
        await session.execute(update(Assignment).values(suspended=True))
    await kader.presses("Kirim")
    assert kader.sees("refused-log-activity")
    assert await bot.rows(Activity) == []
    async with bot.writing() as session:
        await session.execute(update(Assignment).values(suspended=False))
    await kader.presses("Kirim")
    assert kader.sees("activity-saved")


async def test_the_whole_form_in_english(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE), language="en")
    await kader.says("/activity")
    await kader.presses("Today")
    await kader.says("Posyandu")
    await kader.says("20 L 12 P 5 anak")
    await kader.picks("CSR", "Done", "Skip")
    assert kader.sees_text("⭐ Section: Reproduksi")
    await kader.presses("Send")
    assert kader.sees("activity-saved", title="Posyandu")
    assert kader.sees("activity-receipt")
