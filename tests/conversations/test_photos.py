"""Photos: two in an album, ten at once, before their turn, and where no photo is wanted."""

from sqlalchemy import select

from storage.models import ActivityPhoto
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, sends_activity, to_summary
from tests.conversations.people import Somebody


async def at_photos(bot: RunningBot) -> Somebody:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Foto")
    assert kader.sees("activity-photos")
    return kader


async def kept(bot: RunningBot) -> list[str]:
    async with bot.core.database.session() as session:
        rows = await session.scalars(select(ActivityPhoto).order_by(ActivityPhoto.position))
        return [row.file_id for row in rows]


async def test_an_album_of_two_is_one_answer(bot: RunningBot) -> None:
    kader = await at_photos(bot)
    await kader.sends_album(["a", "b"])
    assert len(kader.new()) == 1
    await kader.presses("Selesai")
    assert kader.sees_text("2 foto")
    await kader.presses("Kirim")
    assert await kept(bot) == ["a-1280", "b-1280"]


async def test_an_album_in_two_batches_is_kept_whole(bot: RunningBot) -> None:
    kader = await at_photos(bot)
    await kader.sends_album(["a"])
    await kader.sends_album(["b", "c"])
    await kader.presses("Selesai")
    await kader.presses("Kirim")
    assert await kept(bot) == ["a-1280", "b-1280", "c-1280"]


async def test_ten_photos_at_once_are_told_once_that_five_are_kept(bot: RunningBot) -> None:
    kader = await at_photos(bot)
    await kader.sends_album([f"p{number}" for number in range(10)])
    assert kader.sees("form-photos-too-many", most="5")
    assert len(kader.new()) == 2
    await kader.presses("Selesai")
    await kader.presses("Kirim")
    assert await kept(bot) == [f"p{number}-1280" for number in range(5)]


async def test_the_same_photo_twice_is_kept_once(bot: RunningBot) -> None:
    kader = await at_photos(bot)
    await kader.sends_photo("a")
    await kader.sends_photo("a")
    assert kader.sees("form-photos-twice")
    await kader.picks("Selesai", "Kirim")
    assert await kept(bot) == ["a-1280"]


async def test_a_photo_before_its_turn_is_kept_for_it(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.sends_photo("early", "Suasana <pagi>")
    assert kader.sees("form-photo-early")
    assert kader.sees("activity-date")
    await kader.answers("kemarin", "Rapat", "pus", "selesai", "0")
    await kader.answers("csr", "selesai", "selesai", "kirim")
    assert await kept(bot) == ["early-1280"]
    assert (await bot.rows(ActivityPhoto))[0].caption == "Suasana <pagi>"


async def test_ten_photos_of_a_stranger_bring_one_menu(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.sends_album([f"p{number}" for number in range(10)])
    assert ani.sees("not-understood-kind")
    assert len(ani.new()) == 1
    await ani.sends_photo("x")
    assert len(ani.new()) == 1


async def test_a_report_takes_no_photos_and_says_so_once(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.sends_album(["a", "b", "c"])
    assert ani.sees("form-photo-none")
    assert len([one for one in ani.new() if "foto" in one.text]) == 1


async def test_photos_are_counted_in_the_list_of_what_i_sent(bot: RunningBot) -> None:
    kader = await at_photos(bot)
    await kader.sends_album(["a", "b", "c"])
    await kader.picks("Selesai", "Kirim")
    await sends_activity(kader, "Rapat")
    await kader.says("/kegiatansaya")
    assert kader.sees("activity-list-line", title="Posyandu Melati", photos="3")
    assert kader.sees("activity-list-line", title="Rapat", photos="0")
