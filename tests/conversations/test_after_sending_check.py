"""/periksa: a PLKB finds activities right or returns them, and their authors are told."""

from sqlalchemy import select, update

from bot.rules.roles import Role
from storage.models import Activity, ActivityChange, Assignment, PersonRow
from tests.conversations.after_stories import (
    changes,
    officer,
    opens,
    presses_forged,
    sent,
    several,
    the,
)
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.group_stories import registered
from tests.conversations.people import Somebody
from tests.telegram import Shown


async def opens_first(budi: Somebody) -> Shown:
    await budi.says("/periksa")
    await budi.presses(next(one for one in budi.buttons() if one.startswith("1. ")))
    return budi.sees("after-card")


async def role_ends(bot: RunningBot, who: Somebody) -> None:
    """A moment ago."""
    async with bot.writing() as session:
        person = select(PersonRow.id).where(PersonRow.telegram_id == who.id).scalar_subquery()
        await session.execute(
            update(Assignment)
            .where(Assignment.person_id == person)
            .values(valid_until=bot.clock.now())
        )
    bot.clock.advance(seconds=1)


async def test_without_any_it_says_so(bot: RunningBot) -> None:
    budi = await officer(bot)
    await budi.says("/periksa")
    assert budi.sees("after-queue-empty")


async def test_the_menu_offers_it_to_whoever_checks(bot: RunningBot) -> None:
    budi, kader = await officer(bot), await cadre(bot)
    await budi.says("/menu")
    await budi.presses("🔎 Periksa kegiatan")
    assert budi.sees("after-queue-empty")
    await kader.says("/menu")
    assert "🔎 Periksa kegiatan" not in kader.buttons()
    await kader.says("/periksa")
    assert kader.sees("refused-verify-activity")


async def test_the_oldest_comes_first_page_by_page(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await several(bot, kader, 19)
    await budi.says("/periksa")
    first = budi.sees("after-queue", count="19")
    assert budi.buttons()[0] == "1. Kegiatan 1"
    await budi.presses("Berikutnya ▶")
    assert budi.buttons()[0] == "1. Kegiatan 9"
    await budi.presses("Berikutnya ▶")
    assert [one for one in budi.buttons() if one[0].isdecimal()] == [
        "1. Kegiatan 17",
        "2. Kegiatan 18",
        "3. Kegiatan 19",
    ]
    await budi.presses("◀ Dari awal")
    assert budi.buttons()[0] == "1. Kegiatan 1"
    assert budi.sees("after-queue").id == first.id


async def test_an_agency_goes_village_by_village(bot: RunningBot) -> None:
    siti = await cadre(bot)
    rina = await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    for at in range(10):
        await sent(bot, siti, f"Kegiatan {at}", region_code=f"19.01.01.100{2 - at % 2}")
    seen: list[str] = []
    await rina.says("/periksa")
    seen += [one[3:] for one in rina.buttons() if one[0].isdecimal()]
    await rina.presses("Berikutnya ▶")
    seen += [one[3:] for one in rina.buttons() if one[0].isdecimal()]
    assert seen == [f"Kegiatan {at}" for at in (1, 3, 5, 7, 9, 0, 2, 4, 6, 8)]


async def test_found_right_the_author_hears_a_warm_word(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader, photos=2)
    await opens_first(budi)
    assert [one.photo for one in budi.new() if one.photo] == ["foto0-1280", "foto1-1280"]
    await budi.presses("✅ Sesuai")
    assert budi.sees("after-verified", title="Posyandu Melati")
    assert kader.sees("after-told-verified", title="Posyandu Melati")
    found = await the(bot, number)
    assert (found.state, found.verified_at) == ("verified", bot.clock.now())
    assert await changes(bot) == ["verified"]
    await kader.says("/kegiatansaya")
    await kader.presses("✅ Posyandu Melati")
    assert "Diperiksa oleh: PKB/PLKB" in kader.sees("after-card").text
    assert "Budi" not in kader.sees("after-card").text
    await budi.presses("◀ Ke antrean")
    assert budi.sees("after-queue-empty")


async def test_returned_with_a_note_corrected_and_found_right(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    assert budi.sees("activity_return-note")
    await budi.says("Jumlah ibu belum benar")
    assert budi.sees("after-returned", note="Jumlah ibu belum benar")
    told = kader.sees("after-told-returned", note="Jumlah ibu belum benar")
    assert (await the(bot, number)).state == "returned"
    await kader.presses("✏️ Perbaiki sekarang", on=told)
    await kader.presses("✏️ Ubah")
    await kader.presses("Peserta")
    await kader.says("4 L 20 P 30 anak")
    await kader.presses("Kirim")
    assert (await the(bot, number)).state == "saved"
    await budi.says("/periksa")
    assert budi.sees("after-queue-line-changed", title="Posyandu Melati")
    await budi.presses("1. Posyandu Melati")
    await budi.presses("✅ Sesuai")
    assert kader.sees("after-told-verified")
    assert await changes(bot) == ["returned", "edited", "verified"]
    await budi.presses_data(f"ac:h:{number}", budi.messages()[-1])
    assert budi.sees("after-did-returned", who="PKB/PLKB")


async def test_each_hears_it_in_their_own_language(bot: RunningBot) -> None:
    kader, budi = await cadre(bot, language="en"), await officer(bot)
    await sent(bot, kader)
    await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    await budi.says("Fotonya kurang")
    assert kader.sees("after-told-returned", note="Fotonya kurang")


async def test_a_note_that_tells_of_a_person_is_not_sent(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    await budi.says("Ini soal anak umur 12 tahun yang dipukuli ayahnya")
    assert budi.sees("danger-lead")
    assert (await the(bot, number)).state == "saved"
    assert kader.new() == []


async def test_found_right_twice_changes_nothing_the_second_time(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await sent(bot, kader)
    rina = await officer(bot, "Rina")
    hers, his = await opens_first(rina), await opens_first(budi)
    await budi.presses("✅ Sesuai", on=his)
    await rina.presses("✅ Sesuai", on=hers)
    assert rina.sees("after-check-verified")
    await rina.presses("↩️ Kembalikan", on=hers)
    assert rina.sees("after-check-verified")
    assert await changes(bot) == ["verified"]


async def test_returned_and_then_found_right_on_an_old_card(bot: RunningBot) -> None:
    kader, budi, rina = await cadre(bot), await officer(bot), await officer(bot, "Rina")
    number = await sent(bot, kader)
    hers = await opens_first(rina)
    await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    await budi.says("Fotonya kurang")
    await rina.presses("✅ Sesuai", on=hers)
    assert rina.sees("after-check-returned")
    assert (await the(bot, number)).state == "returned"
    await rina.presses_data(f"av:o:{number}", rina.messages()[-1])
    assert "Fotonya kurang" in rina.sees("after-card").text
    await rina.presses("✅ Sesuai")
    assert rina.sees("after-verified")


async def test_a_return_note_for_a_withdrawn_activity_changes_nothing(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    shown = await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    async with bot.writing() as session:
        await session.execute(update(Activity).values(state="withdrawn"))
    await budi.says("Fotonya kurang")
    assert budi.sees("after-check-withdrawn")
    assert budi.sees("after-return-lost", note="Fotonya kurang")
    assert (await the(bot, number)).state == "withdrawn"
    assert await changes(bot) == []
    for late in ("✅ Sesuai", "↩️ Kembalikan"):
        await budi.presses(late, on=shown)
        assert budi.sees("after-check-withdrawn")
    assert kader.new() == []


async def test_changed_while_it_was_looked_at_is_shown_anew(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    shown = await opens_first(budi)
    async with bot.writing() as session:
        await session.execute(update(Activity).values(revision=1, title="Posyandu Mawar"))
    await budi.presses("✅ Sesuai", on=shown)
    assert "Posyandu Mawar" in budi.sees("after-check-moved").text
    assert (await the(bot, number)).state == "saved"
    await budi.presses("✅ Sesuai")
    assert budi.sees("after-verified", title="Posyandu Mawar")


async def test_changed_while_the_note_was_written_keeps_the_note(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    async with bot.writing() as session:
        await session.execute(update(Activity).values(revision=1))
    await budi.says("Fotonya kurang")
    assert budi.sees("after-return-lost", note="Fotonya kurang")
    assert (await the(bot, number)).state == "saved"
    await budi.presses("Buka yang terbaru")
    assert budi.sees("after-card")


async def test_nobody_checks_their_own(bot: RunningBot) -> None:
    budi = await officer(bot)
    number = await sent(bot, budi)
    await budi.says("/periksa")
    assert budi.sees("after-queue-empty")
    await opens(budi, number)
    assert "✅ Sesuai" not in budi.buttons()
    assert budi.sees("after-check-own", ask="DP3ACSKB atau OPD KB kab/kota Anda")
    await presses_forged(budi, f"av:y:{number}:0:s")
    assert budi.sees("after-check-own")
    await presses_forged(budi, f"av:r:{number}:0:s")
    assert budi.sees("after-check-own")
    assert (await the(bot, number)).state == "saved"


async def test_nobody_checks_outside_their_region(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    elsewhere = bot.core.book.children("19.02.01")[0].code
    number = await sent(bot, kader, region_code=elsewhere)
    await budi.says("/periksa")
    assert budi.sees("after-queue-empty")
    await presses_forged(budi, f"av:y:{number}:0:s")
    assert budi.sees("refused-verify-activity")
    await presses_forged(budi, f"av:o:{number}")
    assert budi.sees("after-unknown")
    assert (await the(bot, number)).state == "saved"


async def test_a_role_that_ended_meanwhile_checks_nothing(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    shown = await opens_first(budi)
    await budi.presses("↩️ Kembalikan")
    await role_ends(bot, budi)
    await budi.says("Fotonya kurang")
    assert budi.sees("refused-verify-activity")
    await budi.presses("✅ Sesuai", on=shown)
    assert budi.sees("refused-verify-activity")
    assert (await the(bot, number)).state == "saved"
    assert await changes(bot) == []


async def test_a_verified_one_can_still_be_returned(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    await opens_first(budi)
    await budi.presses("✅ Sesuai")
    await budi.presses_data(f"av:o:{number}", budi.messages()[-1])
    await budi.presses("↩️ Kembalikan")
    await budi.says("Tanggalnya keliru")
    found = await the(bot, number)
    assert (found.state, found.verified_by, found.verified_at) == ("returned", None, None)


async def test_a_page_at_once_after_a_question_that_names_how_many(bot: RunningBot) -> None:
    siti, rahma, budi = await cadre(bot), await cadre(bot, "Rahma"), await officer(bot)
    await several(bot, siti, 7)
    await several(bot, rahma, 2)
    await budi.says("/periksa")
    await budi.presses("✅ Sesuai semua di halaman ini (8)")
    assert budi.sees("after-all-sure", count="8")
    assert await changes(bot) == []
    await budi.presses("✅ Ya, 8 kegiatan sesuai")
    assert budi.sees("after-all-done", count="8")
    assert siti.sees("after-told-verified-many", count="7")
    assert rahma.sees("after-told-verified", title="Kegiatan 1")
    states = sorted(row.state for row in await bot.rows(Activity))
    assert states == ["saved"] + ["verified"] * 8
    assert await changes(bot) == ["verified"] * 8


async def test_a_page_that_changed_meanwhile_is_shown_anew(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    numbers = await several(bot, kader, 3)
    await budi.says("/periksa")
    await budi.presses("✅ Sesuai semua di halaman ini (3)")
    async with bot.writing() as session:
        changed = update(Activity).where(Activity.id == numbers[1]).values(revision=1)
        await session.execute(changed)
    await budi.presses("✅ Ya, 3 kegiatan sesuai")
    assert budi.sees("after-page-changed")
    assert budi.sees("after-queue", count="3")
    assert await changes(bot) == []


async def test_a_page_is_found_right_once(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await several(bot, kader, 2)
    await budi.says("/periksa")
    await budi.presses("✅ Sesuai semua di halaman ini (2)")
    sure = budi.sees("after-all-sure")
    yes = sure.rows[0][0]["callback_data"]
    await budi.presses_data(yes, sure)
    await budi.presses_data(yes, sure)
    assert budi.sees("after-page-changed")
    assert await changes(bot) == ["verified", "verified"]


async def test_forged_buttons_end_in_a_sentence(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    number = await sent(bot, kader)
    for data in ("av:y:1:0:s", "av:r:1:0:s", "av:o:x", "av:y::: s".replace(" ", "")):
        await presses_forged(budi, data)
        assert budi.sees("after-unknown")
    for data in ("av:q", f"av:y:{number}", f"av:y:{number}:0:z", "av:l:a"):
        await presses_forged(budi, data)
        budi.sees_toast("button-unknown")
    await presses_forged(budi, f"av:y:{number}:99999999999:s")
    assert budi.sees("after-check-moved")
    await presses_forged(budi, "av:A:::deadbeef")
    assert budi.sees("after-page-changed")
    await presses_forged(budi, "av:l:zzzzzzzzzzzzzzzzz:9223372036854775807")
    assert budi.sees("after-queue", count="1")
    await presses_forged(kader, f"av:y:{number}:0:s")
    assert kader.sees("refused-verify-activity")
    assert await bot.rows(ActivityChange) == []


async def test_a_redelivered_yes_tells_the_author_once(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await sent(bot, kader)
    shown = await opens_first(budi)
    with bot.asleep():
        await budi.presses("✅ Sesuai", on=shown)
    again = dict(bot.telegram.updates[-1])
    await bot.dies_before_answering()
    bot.telegram.updates.append(again)
    await bot.turns()
    await bot.delivers_all()
    assert len([one for one in kader.messages() if "🎉" in one.text]) == 1
    assert await changes(bot) == ["verified"]


async def test_the_kader_of_the_village_is_no_checker(bot: RunningBot) -> None:
    siti = await cadre(bot)
    both = await bot.person("Ani", (Role.CADRE, VILLAGE), (Role.FIELD_OFFICER, "19.01.02"))
    number = await sent(bot, siti)
    await presses_forged(both, f"av:y:{number}:0:s")
    assert both.sees("refused-verify-activity")
    assert (await the(bot, number)).state == "saved"


async def test_a_button_with_what_no_database_keeps_is_an_unknown_one(bot: RunningBot) -> None:
    kader, budi = await cadre(bot), await officer(bot)
    await sent(bot, kader)
    for forged in ("av:a:😀😀😀😀😀😀😀😀😀😀😀😀😀:1:x", "av:l:<b>:1"):
        await presses_forged(budi, forged)
        data = [b["callback_data"] for row in budi.messages()[-1].rows for b in row]
        assert all(one.startswith(("av:l", "av:o:")) for one in data)
    for forged in ("av:l:\x00:5", "av:l:19\n:5", "wp:f:\x00:1", "f:\x00"):
        await presses_forged(budi, forged)
        budi.sees_toast("button-unknown")


async def test_words_of_a_child_stand_in_no_list_of_the_kampung(bot: RunningBot) -> None:
    await registered(bot)
    kader = await cadre(bot)
    rahma = await bot.person("Rahma", (Role.WORKING_GROUP, VILLAGE))
    await sent(bot, kader, "Anak umur 12 tahun dipukuli ayahnya")  # kept before there was a check
    await rahma.says("/kampung")
    await rahma.presses("📝 Kegiatan terbaru")
    shown = rahma.sees_text("Reproduksi").text
    assert "dipukuli" not in shown
