"""An activity changed by its author: from the summary of its form, with more photos, in time."""

from sqlalchemy import update

from storage.models import Activity, ActivityChange, ActivityPhoto, MediaSource
from tests.conversations.after_stories import (
    changes,
    officer,
    opens,
    presses_forged,
    sent,
    the,
)
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre
from tests.conversations.people import Somebody


async def to_edit(bot: RunningBot, kader: Somebody, number: int) -> None:
    await opens(kader, number)
    await kader.presses("✏️ Ubah")
    assert kader.sees("form-summary")


async def retitles(kader: Somebody, title: str) -> None:
    """At the summary: another title."""
    await kader.presses("✏️ Ubah")
    await kader.presses("Judul")
    await kader.says(title)


async def is_now(bot: RunningBot, number: int, **values: object) -> None:
    """Somebody else's transaction has changed it."""
    async with bot.writing() as session:
        await session.execute(update(Activity).where(Activity.id == number).values(**values))


async def test_one_answer_changed_writes_that_and_nothing_else(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    before = await the(bot, number)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    bot.clock.advance(hours=1)
    await kader.presses("Kirim")
    assert kader.sees("after-edited")
    after = await the(bot, number)
    assert (after.title, after.revision, after.updated_at) == (
        "Posyandu Mawar",
        1,
        bot.clock.now(),
    )
    kept = [one.key for one in Activity.__table__.columns]
    same = [one for one in kept if one not in ("title", "revision", "updated_at")]
    assert [getattr(after, one) for one in same] == [getattr(before, one) for one in same]
    [change] = await bot.rows(ActivityChange)
    assert (change.what, change.before) == ("edited", {"title": "Posyandu Melati"})


async def test_nothing_changed_says_so(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, photos=2)
    await to_edit(bot, kader, number)
    await kader.presses("Kirim")
    assert kader.sees("after-edit-same")
    assert (await the(bot, number)).revision == 0
    assert await changes(bot) == []


async def test_sent_twice_changes_once(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    summary = kader.sees("form-summary")
    send = next(b["callback_data"] for row in summary.rows for b in row if "Kirim" in b["text"])
    await kader.presses_data(send, summary)
    await kader.presses_data(send, summary)
    kader.sees_toast("form-closed")
    assert await changes(bot) == ["edited"]


async def test_the_history_tells_what_was_there_before(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    await kader.presses("Kirim")
    assert "Jumlah perubahan: 1" in kader.sees("after-edited").text
    await kader.presses("📜 Riwayat")
    told = kader.sees("after-did-edited", who="pengirimnya")
    assert "Judul (tadinya Posyandu Melati)" in told.text


async def test_after_two_weeks_it_is_too_late(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    shown = await opens(kader, number)
    bot.clock.advance(days=14)
    await opens(kader, number)
    assert "✏️ Ubah" in kader.buttons()
    bot.clock.advance(seconds=1)
    await opens(kader, number)
    assert "✏️ Ubah" not in kader.buttons()
    await kader.presses("✏️ Ubah", on=shown)
    assert kader.sees("after-edit-late")
    await kader.presses("📷 Tambah foto", on=shown)
    assert kader.sees("after-edit-late")


async def test_a_returned_one_has_two_months(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, state="returned")
    bot.clock.advance(days=60)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    await kader.presses("Kirim")
    assert kader.sees("after-edited")
    assert (await the(bot, number)).state == "saved"


async def test_a_day_far_back_need_not_be_asked_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    held = (await the(bot, number)).held_on
    bot.clock.advance(days=60)
    await is_now(bot, number, state="returned", held_on=held.replace(month=held.month - 2))
    await to_edit(bot, kader, number)


async def test_a_verified_one_is_not_changed_by_its_author(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    shown = await opens(kader, number)
    await is_now(bot, number, state="verified")
    await kader.presses("✏️ Ubah", on=shown)
    assert kader.sees("after-edit-verified")


async def test_verified_while_it_was_changed_keeps_what_was_typed(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    await is_now(bot, number, state="verified")
    await kader.presses("Kirim")
    assert kader.sees("after-edit-verified")
    assert (await the(bot, number)).title == "Posyandu Melati"
    await is_now(bot, number, state="returned")
    await opens(kader, number)
    await kader.presses("✏️ Ubah")
    assert "Posyandu Mawar" in kader.sees("form-summary").text
    await kader.presses("Kirim")
    assert (await the(bot, number)).title == "Posyandu Mawar"


async def test_withdrawn_while_it_was_changed_ends_the_form(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await is_now(bot, number, state="withdrawn")
    await kader.presses("Kirim")
    assert kader.sees("after-edit-withdrawn")
    await kader.says("Halo")
    assert kader.sees("not-understood")


async def test_changed_meanwhile_shows_the_newest_with_what_was_typed(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    await is_now(bot, number, revision=1, place="Rumah kader")
    await kader.presses("Kirim")
    assert kader.sees("after-edit-moved")
    summary = kader.sees("form-summary").text
    assert "Posyandu Mawar" in summary
    assert "Rumah kader" in summary
    assert (await the(bot, number)).title == "Posyandu Melati"
    await kader.presses("Kirim")
    after = await the(bot, number)
    assert (after.title, after.place, after.revision) == ("Posyandu Mawar", "Rumah kader", 2)


async def test_what_was_typed_is_there_again_when_the_card_is_opened(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Posyandu Mawar")
    await to_edit(bot, kader, number)
    assert "Posyandu Mawar" in kader.sees("form-summary").text


async def test_changes_of_one_are_not_lost_to_those_of_another(bot: RunningBot) -> None:
    kader = await cadre(bot)
    first, second = await sent(bot, kader), await sent(bot, kader, "Rapat")
    await to_edit(bot, kader, first)
    await retitles(kader, "Posyandu Mawar")
    await opens(kader, second)
    await kader.presses("✏️ Ubah")
    assert kader.sees("after-unsent")
    await kader.presses("Lanjutkan perubahan kegiatan")
    assert "Posyandu Mawar" in kader.sees("form-summary").text


async def test_words_of_a_person_in_danger_are_not_taken_in(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await to_edit(bot, kader, number)
    await retitles(kader, "Anak umur 12 tahun dipukuli ayahnya")
    assert kader.sees("danger-lead")
    assert (await the(bot, number)).title == "Posyandu Melati"


async def test_more_photos_join_those_there_are(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, photos=2)
    await opens(kader, number)
    await kader.presses("📷 Tambah foto")
    assert kader.sees("activity_photos-photos")
    await kader.sends_photo("baru", "Setelah acara")
    await kader.presses("Selesai")
    assert kader.sees("after-edited")
    rows = sorted(await bot.rows(ActivityPhoto), key=lambda row: row.position)
    assert [row.file_id for row in rows] == ["foto0-1280", "foto1-1280", "baru-1280"]
    assert rows[2].caption == "Setelah acara"
    assert [row.unique_id for row in await bot.rows(MediaSource)] == ["u-baru"]
    [change] = await bot.rows(ActivityChange)
    assert [one["unique_id"] for one in change.before["photos"]] == ["u-foto0", "u-foto1"]


async def test_photos_added_on_both_phones_are_all_kept(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, photos=1)
    await opens(kader, number)
    await kader.presses("📷 Tambah foto")
    await kader.sends_photo("baru")
    async with bot.writing() as session:
        session.add(
            ActivityPhoto(activity_id=number, position=1, file_id="lain", unique_id="u-lain")
        )
    await is_now(bot, number, revision=1)
    await kader.presses("Selesai")
    rows = sorted(await bot.rows(ActivityPhoto), key=lambda row: row.position)
    assert [row.file_id for row in rows] == ["foto0-1280", "lain", "baru-1280"]


async def test_five_photos_are_the_most(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await opens(kader, await sent(bot, kader, photos=5))
    await kader.presses("📷 Tambah foto")
    assert kader.sees("after-photos-full", most="5")


async def test_a_caption_that_tells_of_a_person_is_not_kept(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await opens(kader, await sent(bot, kader, photos=1))
    await kader.presses("📷 Tambah foto")
    await kader.sends_photo("baru", "Anak umur 12 tahun yang dipukuli")
    assert kader.sees("danger-lead")
    await kader.presses("Selesai")
    assert len(await bot.rows(ActivityPhoto)) == 1


async def test_nobody_changes_what_another_sent(bot: RunningBot) -> None:
    siti, rahma, budi = await cadre(bot), await cadre(bot, "Rahma"), await officer(bot)
    number = await sent(bot, siti)
    for other in (rahma, budi):
        for way in "epwu":
            await presses_forged(other, f"ac:{way}:{number}")
            assert other.sees("after-unknown")
    assert await changes(bot) == []


async def test_garbage_in_a_button_ends_in_a_sentence(bot: RunningBot) -> None:
    kader = await cadre(bot)
    for data in ("ac:o:", "ac:e:abc", "ac:o:99999999999999999999999", "ac:u:-1"):
        await presses_forged(kader, data)
        assert kader.sees("after-unknown")
    await presses_forged(kader, "ac:z:1")
    kader.sees_toast("button-unknown")
