"""/kegiatansaya: what I sent, newest first, page by page; and one activity whole."""

from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import Assignment
from tests.conversations.after_stories import officer, opens, presses_forged, sent, several, the
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre


async def test_without_any_it_says_how_to_begin(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatansaya")
    assert kader.sees("activity-list-empty")


async def test_pages_from_the_newest_to_the_oldest_and_back(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await several(bot, kader, 20)
    await kader.says("/kegiatansaya")
    first = kader.sees("after-list")
    assert [one for one in kader.buttons() if "Kegiatan" in one] == [
        f"⏳ Kegiatan {number}" for number in range(20, 12, -1)
    ]
    assert kader.buttons()[-1] == "Lebih lama ▶"
    await kader.presses("Lebih lama ▶")
    assert "⏳ Kegiatan 12" in kader.buttons()
    assert kader.buttons()[-2:] == ["◀ Lebih baru", "Lebih lama ▶"]
    await kader.presses("Lebih lama ▶")
    assert kader.buttons() == [
        *(f"⏳ Kegiatan {number}" for number in range(4, 0, -1)),
        "◀ Lebih baru",
    ]
    await kader.presses("◀ Lebih baru")
    await kader.presses("◀ Lebih baru")
    assert kader.buttons()[0] == "⏳ Kegiatan 20"
    assert kader.buttons()[-1] == "Lebih lama ▶"
    assert kader.sees("after-list").id == first.id


async def test_a_button_of_an_old_list_begins_anew(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await several(bot, kader, 2)
    for data in ("al:8", "al:o:1", "al:n:9223372036854775807", "al:x:y"):
        await presses_forged(kader, data)
        assert kader.sees("after-list")
        assert kader.buttons() == ["⏳ Kegiatan 2", "⏳ Kegiatan 1"]


async def test_each_line_tells_its_state(bot: RunningBot) -> None:
    kader = await cadre(bot)
    for state in ("saved", "verified", "returned", "withdrawn"):
        await sent(bot, kader, f"Rapat {state}", state=state)
    await kader.says("/kegiatansaya")
    assert kader.buttons() == [
        "🗑 Rapat withdrawn",
        "↩️ Rapat returned",
        "✅ Rapat verified",
        "⏳ Rapat saved",
    ]
    for state in ("saved", "verified", "returned", "withdrawn"):
        assert kader.sees(f"after-state-{state}")


async def test_nobody_sees_the_activities_of_others(bot: RunningBot) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    number = await sent(bot, siti)
    await rahma.says("/kegiatansaya")
    assert rahma.sees("activity-list-empty")
    for way in "oshepwu":
        await presses_forged(rahma, f"ac:{way}:{number}")
        assert rahma.sees("after-unknown")
    assert (await the(bot, number)).state == "saved"


async def test_the_card_tells_everything(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(
        bot,
        kader,
        inpres="c1-pos",
        tags=["stunting"],
        poktan=["bkb"],
        people=7,
        agencies=["pkm", "other:PKK Desa"],
        description="Ramai sekali",
        follow_up="Timbang ulang bulan depan",
        latitude=-2.1316,
        longitude=106.1169,
    )
    text = (await opens(kader, number)).text
    for told in (
        "Posyandu Melati",
        "belum diperiksa",
        "Seksi: Reproduksi",
        "Sasaran: PUS",
        "Instansi: Puskesmas, PKK Desa",
        "Peserta: 4 laki-laki, 25 perempuan, 30 anak, 7 orang",
        "Sumber dana: Dana Desa/ADD",
        "Program Inpres: Posyandu",
        "Penanda CIKAR: Stunting",
        "POKTAN: BKB",
        "Tempat: Balai desa",
        "Lokasi peta: -2.1316, 106.1169",
        "Keterangan: Ramai sekali",
        "Tindak lanjut: Timbang ulang bulan depan",
        "Foto: 0",
    ):
        assert told in text
    assert kader.buttons() == [
        "✏️ Ubah",
        "📷 Tambah foto",
        "🗑 Tarik",
        "📜 Riwayat",
        "◀ Kegiatan saya",
    ]


async def test_the_photos_come_as_an_album_above_the_card(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, photos=3)
    shown = await opens(kader, number)
    photos = [one for one in kader.new() if one.photo]
    assert [one.photo for one in photos] == ["foto0-1280", "foto1-1280", "foto2-1280"]
    assert [one.text for one in photos] == ["Foto ke-1", "Foto ke-2", "Foto ke-3"]
    assert all(one.id < shown.id for one in photos)
    assert [one.method for one in bot.telegram.calls].count("sendMediaGroup") == 1


async def test_one_photo_comes_by_itself(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await opens(kader, await sent(bot, kader, photos=1))
    assert [one.photo for one in kader.new() if one.photo] == ["foto0-1280"]


async def test_going_back_to_the_card_does_not_send_the_photos_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    shown = await opens(kader, await sent(bot, kader, photos=2))
    await kader.presses("📜 Riwayat")
    assert kader.sees("after-history-none")
    await kader.presses("◀ Kembali ke kegiatan")
    assert kader.sees("after-card").id == shown.id
    assert not [one for one in kader.new() if one.photo]


async def test_a_very_long_activity_fits_one_message(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(
        bot,
        kader,
        "Panjang " * 31,
        description="Cerita yang panjang sekali. " * 70,
        follow_up="Lanjutannya juga. " * 55,
        agencies=[f"other:{'Instansi ' * 11}{at}" for at in range(5)],
        target_groups=[f"other:{'Sasaran ' * 12}{at}" for at in range(5)],
    )
    await opens(kader, number)


async def test_others_do_not_read_older_words_that_tell_of_a_person(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    words = "Seorang anak umur 12 tahun dipukuli ayahnya"
    number = await sent(
        bot, kader, words, photos=1, description=words, place=words, agencies=[f"other:{words}"]
    )
    await budi.says("/periksa")
    await budi.presses("1. Reproduksi")
    assert budi.sees("after-card", title="Reproduksi")
    assert all("dipukuli" not in one.text for one in budi.messages())
    assert "dipukuli" in (await opens(kader, number)).text


async def test_a_role_that_ended_opens_no_card(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    number = await sent(bot, kader)
    shown = await opens(kader, number)
    await loses_roles(bot)
    await kader.presses("✏️ Ubah", on=shown)
    assert kader.sees("refused-read-activity")


async def loses_roles(bot: RunningBot) -> None:
    """All roles have ended a moment ago."""
    async with bot.writing() as session:
        await session.execute(update(Assignment).values(valid_until=bot.clock.now()))
    bot.clock.advance(seconds=1)
