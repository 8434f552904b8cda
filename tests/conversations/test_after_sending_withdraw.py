"""An activity withdrawn by its author, with a reason; and that taken back within a day."""

from bot import texts
from bot.rules.roles import Role
from storage.models import ActivityChange
from tests.conversations.after_stories import changes, officer, opens, presses_forged, sent, the
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.group_stories import registered
from tests.conversations.people import Somebody


async def withdraws(kader: Somebody, number: int, reason: str = "Terkirim dua kali") -> None:
    await opens(kader, number)
    await kader.presses("🗑 Tarik")
    assert kader.sees("activity_withdraw-reason")
    await kader.presses(reason)


async def test_with_a_reason_it_is_withdrawn_and_stays_in_ones_own_list(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await withdraws(kader, number)
    assert kader.sees("after-withdrawn", title="Posyandu Melati")
    assert (await the(bot, number)).state == "withdrawn"
    [change] = await bot.rows(ActivityChange)
    assert (change.what, change.before, change.note) == ("withdrawn", {"state": "saved"}, "twice")
    await kader.says("/kegiatansaya")
    assert kader.buttons() == ["🗑 Posyandu Melati"]
    await kader.presses("🗑 Posyandu Melati")
    assert "✏️ Ubah" not in kader.buttons()
    await kader.presses("📜 Riwayat")
    assert "Terkirim dua kali" in kader.sees("after-did-withdrawn", who="pengirimnya").text


async def test_another_reason_is_told_in_ones_own_words(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await withdraws(kader, number, "Alasan lain")
    await kader.says("Anak umur 12 tahun dipukuli ayahnya")
    assert kader.sees("danger-lead")
    assert await changes(bot) == []
    await kader.says("Tanggalnya milik kampung sebelah")
    assert kader.sees("after-withdrawn")
    [change] = await bot.rows(ActivityChange)
    assert change.note == "Tanggalnya milik kampung sebelah"


async def test_others_see_it_no_more(bot: RunningBot) -> None:
    await registered(bot)
    kader, budi = await cadre(bot), await officer(bot)
    stays, goes = await sent(bot, kader), await sent(bot, kader, "Rapat POKJA")
    await budi.says("/periksa")
    assert len([one for one in budi.buttons() if one[0].isdecimal()]) == 2
    await withdraws(kader, goes)
    await budi.says("/periksa")
    assert budi.sees("after-queue", count="1")
    await presses_forged(budi, f"av:o:{goes}")
    assert budi.sees("after-unknown")
    rahma = await bot.person("Rahma", (Role.WORKING_GROUP, VILLAGE))
    await rahma.says("/kampung")
    await rahma.presses("📝 Kegiatan terbaru")
    assert rahma.sees("activity-list-line", title="Posyandu Melati")
    assert rahma.sees("after-state-saved")
    rahma.has_not_seen("activity-list-line", title="Rapat POKJA")
    assert (await the(bot, stays)).state == "saved"


async def test_within_a_day_it_may_be_taken_back(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader, state="verified", verified_by=1, verified_at=bot.clock.now())
    await withdraws(kader, number)
    bot.clock.advance(hours=24)
    await kader.presses("↩️ Batalkan penarikan")
    assert kader.sees("after-restored")
    assert (await the(bot, number)).state == "verified"
    await presses_forged(kader, f"ac:u:{number}")
    assert kader.sees("after-restore-none")
    assert await changes(bot) == ["withdrawn", "restored"]


async def test_after_a_day_it_may_not(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await withdraws(kader, number)
    bot.clock.advance(hours=24, seconds=1)
    await kader.presses("↩️ Batalkan penarikan")
    assert kader.sees("after-restore-late")
    await opens(kader, number)
    assert "↩️ Batalkan penarikan" not in kader.buttons()
    assert (await the(bot, number)).state == "withdrawn"


async def test_withdrawn_twice_changes_nothing_the_second_time(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    shown = await opens(kader, number)
    await withdraws(kader, number)
    await kader.presses("🗑 Tarik", on=shown)
    assert kader.sees("after-withdraw-twice")
    await kader.presses("✏️ Ubah", on=shown)
    assert kader.sees("after-edit-withdrawn")
    assert await changes(bot) == ["withdrawn"]


async def test_after_two_months_it_is_too_late(bot: RunningBot) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    shown = await opens(kader, number)
    await kader.presses("🗑 Tarik")
    bot.clock.advance(days=60, seconds=1)
    await kader.presses("Terkirim dua kali")
    assert kader.sees("after-withdraw-late")
    await kader.presses("🗑 Tarik", on=shown)
    assert kader.sees("after-withdraw-late")
    assert (await the(bot, number)).state == "saved"


async def test_the_card_tells_when_it_was_changed_not_when_it_was_withdrawn(
    bot: RunningBot,
) -> None:
    kader = await cadre(bot)
    number = await sent(bot, kader)
    await opens(kader, number)
    await kader.presses("✏️ Ubah")
    await kader.presses("✏️ Ubah")
    await kader.presses("Judul")
    await kader.says("Posyandu Mawar")
    await kader.presses("Kirim")
    changed = bot.clock.now()
    bot.clock.advance(days=1)
    await withdraws(kader, number)
    shown = await opens(kader, number)
    assert f"Diubah: {texts.moment(changed, 'id')}" in shown.text
