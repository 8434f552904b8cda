"""What may be added to the short path: photos first or in pairs, captions, and all other fields."""

from sqlalchemy import select

from storage.models import Activity, ActivityPhoto
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre

HERE = "Sungailiat (Kec. Sungailiat)"


async def test_a_photo_with_a_sentence_is_an_activity_with_a_photo(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.sends_photo("a", "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa")
    assert kader.sees("activity-photo-kept")
    await kader.picks("Selesai", "Kirim")
    assert (await bot.rows(Activity))[0].title == "Posyandu Melati"
    kept = (await bot.rows(ActivityPhoto))[0]
    assert (kept.file_id, kept.caption) == ("a-1280", None)


async def test_a_photo_without_a_word_asks_what_it_is_of(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.sends_album(["a", "b", "c"])
    assert kader.sees("activity-photo-first")
    assert len(kader.new()) == 1
    await kader.says("Posyandu Melati")
    await kader.picks("25", "CSR", "Selesai", "Selesai", "Hari ini", "Kirim")
    assert len(await bot.rows(ActivityPhoto)) == 3


async def test_before_and_after_in_pairs_with_captions(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Kerja bakti kemarin 20 orang swadaya")
    await kader.presses("Lewati")
    await kader.picks("Ubah", "Jenis foto", "Sebelum dan sesudah")
    assert kader.sees("activity-photos_before")
    await kader.sends_photo("a")
    await kader.presses("Selesai")
    assert kader.sees("activity-photos_after")
    await kader.sends_photo("b")
    await kader.presses("Selesai")
    await kader.picks("Ubah", "Keterangan foto", "Foto ke-2: belum ada keterangan")
    await kader.says("Selokan bersih")
    await kader.picks("Selesai", "Kirim")
    async with bot.core.database.session() as session:
        rows = await session.scalars(select(ActivityPhoto).order_by(ActivityPhoto.position))
        kept = [(row.file_id, row.moment, row.caption) for row in rows]
    assert kept == [("a-1280", "before", None), ("b-1280", "after", "Selokan bersih")]
    assert (await bot.rows(Activity))[0].post_type == "before_after"


async def test_photos_already_sent_become_the_two_sides(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Kerja bakti kemarin 20 orang swadaya")
    await kader.sends_album(["a", "b"])
    await kader.presses("Selesai")
    await kader.picks("Ubah", "Jenis foto", "Sebelum dan sesudah")
    summary = kader.sees("form-summary").text
    assert "⭐ Foto sebelum: 1 foto" in summary
    assert "⭐ Foto sesudah: 1 foto" in summary


async def test_what_nobody_is_asked_for_can_be_added(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("Pertemuan BKB kemarin 20 ibu swadaya")
    await kader.presses("Lewati")
    assert "⭐ POKTAN: BKB" in kader.sees("form-summary").text
    for field, words in (("Keterangan", "Ramai"), ("Tindak lanjut", "Minggu depan lagi")):
        await kader.picks("Ubah", field)
        await kader.says(words)
    await kader.picks("Ubah", "Penanda CIKAR", "Lintas sektor", "Selesai")
    await kader.picks("Ubah", "Lokasi peta", "Kirim lokasi")
    await kader.sends_location(-1.85123, 106.11987)
    await kader.presses("Kirim")
    kept = (await bot.rows(Activity))[0]
    assert (kept.description, kept.follow_up) == ("Ramai", "Minggu depan lagi")
    assert (kept.poktan, kept.tags, kept.place) == (["bkb"], ["lintas"], HERE)
    assert (kept.latitude, kept.longitude) == (-1.8512, 106.1199)
