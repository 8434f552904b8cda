"""/siaran: whom it reaches is shown before it is sent, and what became of it afterwards."""

from datetime import UTC, datetime

from bot.rules.roles import Role
from storage.models import Broadcast, Delivery
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody


async def agency(bot: RunningBot, region: str = "19") -> Somebody:
    role = Role.AGENCY_PROVINCE if region == "19" else Role.AGENCY_KABKOTA
    return await bot.person("Hasan", (role, region))


async def composed(hasan: Somebody, audience: str = "Kader", when: str = "Sekarang") -> None:
    """A text to an audience in the village, up to the question for the last word."""
    await hasan.answers("/siaran", "Posyandu <besok> & seterusnya")
    await hasan.picks("Lewati", audience)
    await hasan.answers("Sri Menanti", when)
    await hasan.presses("Kirim")


async def reached(bot: RunningBot) -> Somebody:
    return await bot.person("Siti", (Role.CADRE, "19.01.01.1002"))


async def test_a_text_goes_out_now_after_the_last_word(bot: RunningBot) -> None:
    hasan, siti, other = await agency(bot), await reached(bot), await cadre(bot, "Lain")
    await composed(hasan)
    assert hasan.sees("broadcast-confirm", groups="0", people="1", unreachable="0")
    await bot.fires()
    siti.sees_nothing()
    await hasan.presses("Ya, kirim")
    assert hasan.sees("broadcast-going")
    await bot.fires()
    assert siti.sees_text("Posyandu <besok> & seterusnya")
    other.sees_nothing()
    assert hasan.sees("broadcast-account", sent="1", total="1", blocked="0")


async def test_progress_edits_one_message(bot: RunningBot) -> None:
    hasan = await agency(bot)
    for name in ("Siti", "Tuti", "Lia"):
        await bot.person(name, (Role.CADRE, "19.01.01.1002"))
    await composed(hasan)
    await hasan.presses("Ya, kirim")
    await bot.fires()
    assert hasan.sees("broadcast-progress", left="0", sent="3")
    started = [call for call in bot.telegram.calls if call.method == "editMessageText"]
    assert {call.chat for call in started} == {hasan.id}


async def test_a_photo_with_its_text(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    await hasan.answers("/siaran", "Ayo ke Posyandu")
    await hasan.sends_photo("poster")
    await hasan.picks("Selesai", "Kader")
    await hasan.answers("Sri Menanti", "sekarang")
    await hasan.presses("Kirim")
    await hasan.presses("Ya, kirim")
    await bot.fires()
    shown = siti.sees_text("Ayo ke Posyandu")
    assert shown.photo == "poster-1280"


async def test_a_photo_takes_only_a_short_text(bot: RunningBot) -> None:
    hasan, _ = await agency(bot), await reached(bot)
    await hasan.answers("/siaran", "panjang " * 200)
    await hasan.sends_photo("poster")
    await hasan.picks("Selesai", "Kader")
    await hasan.answers("Sri Menanti", "sekarang")
    await hasan.presses("Kirim")
    assert hasan.sees("broadcast-caption-too-long", most="1024")
    assert hasan.sees("broadcast-text")


async def test_a_text_telegram_would_refuse_is_refused_before(bot: RunningBot) -> None:
    hasan, _ = await agency(bot), await reached(bot)
    await hasan.answers("/siaran", "a" + "😀" * 3000)
    await hasan.picks("Lewati", "Kader")
    await hasan.answers("Sri Menanti", "sekarang")
    await hasan.presses("Kirim")
    assert hasan.sees("form-text-too-long", length="6001", most="4096")


async def test_a_scheduled_one_waits_for_its_time(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    await composed(hasan, when="besok 08.00")
    await hasan.presses("Ya, kirim")
    assert hasan.sees("broadcast-scheduled", when=datetime(2026, 11, 20, 1, 0, tzinfo=UTC))
    await bot.fires()
    siti.sees_nothing()
    bot.clock.advance(hours=23)
    await bot.fires()
    assert siti.sees_text("Posyandu")


async def test_one_that_came_too_late_is_skipped_and_told(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    await composed(hasan, when="besok 08.00")
    await hasan.presses("Ya, kirim")
    bot.clock.advance(days=3)
    await bot.fires()
    assert hasan.sees("broadcast-skipped")
    siti.sees_nothing()


async def test_confirming_twice_sends_once(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    await composed(hasan)
    last_word = hasan.sees("broadcast-confirm")
    data = last_word.rows[0][0]["callback_data"]
    with bot.asleep():
        await hasan.presses_data(data, last_word)
        await hasan.presses_data(data, last_word)
    await bot.turns()
    hasan.sees_toast("broadcast-already")
    await bot.fires()
    await hasan.presses_data(data, last_word)
    await bot.fires()
    assert len([one for one in siti.messages() if "Posyandu" in one.text]) == 1


async def test_a_discarded_one_is_never_sent(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    await composed(hasan)
    last_word = hasan.sees("broadcast-confirm")
    yes = last_word.rows[0][0]["callback_data"]
    await hasan.presses("Jangan dikirim")
    assert hasan.sees("broadcast-dropped")
    await hasan.presses_data(yes, last_word)
    await bot.fires()
    siti.sees_nothing()


async def test_somebody_elses_button_sends_nothing(bot: RunningBot) -> None:
    hasan, siti = await agency(bot), await reached(bot)
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    await composed(hasan)
    yes = hasan.sees("broadcast-confirm").rows[0][0]["callback_data"]
    for thief in (rina, siti):
        await thief.says("/menu")
        await thief.presses_data(yes, thief.new()[-1])
    await rina.presses_data(yes.replace("b:y:", "b:n:"), rina.messages()[-1])
    assert [row.state for row in await bot.rows(Broadcast)] == ["draft"]
    await bot.fires()
    assert [row for row in await bot.rows(Delivery) if row.broadcast_id] == []


async def test_an_agency_stays_in_its_own_region(bot: RunningBot) -> None:
    opd = await agency(bot, "19.02")
    await opd.answers("/siaran", "Halo semua")
    await opd.picks("Lewati", "Semua anggota")
    assert "✅ Pilih Kabupaten Belitung" in opd.buttons()
    await opd.says("Sri Menanti")
    assert opd.sees("form-region-unknown")
    question = opd.new()[-1]
    prefix = question.rows[0][0]["callback_data"].rpartition("V")[0]
    await opd.presses_data(f"{prefix}V{VILLAGE}", question)
    assert opd.sees("form-region-outside")
    assert await bot.rows(Broadcast) == []


async def test_an_agency_of_two_regions_is_stopped_between_them(bot: RunningBot) -> None:
    opd = await bot.person("Hasan", (Role.AGENCY_KABKOTA, "19.02"), (Role.AGENCY_KABKOTA, "19.04"))
    await opd.answers("/siaran", "Halo semua")
    await opd.picks("Lewati", "Semua anggota", "✅ Pilih Kepulauan Bangka Belitung", "Sekarang")
    await opd.presses("Kirim")
    assert opd.sees("form-region-outside")
    assert await bot.rows(Broadcast) == []


async def test_an_audience_of_nobody_is_told_and_nothing_sent(bot: RunningBot) -> None:
    hasan = await agency(bot)
    await composed(hasan)
    assert hasan.sees("broadcast-nobody")
    await bot.fires()
    assert [row for row in await bot.rows(Delivery) if row.broadcast_id] == []


async def test_who_blocked_the_bot_is_counted_apart(bot: RunningBot) -> None:
    hasan, siti, tuti = await agency(bot), await reached(bot), await reached(bot)
    bot.telegram.blocked.add(tuti.id)
    await composed(hasan)
    assert hasan.sees("broadcast-confirm", people="2", unreachable="0")
    await hasan.presses("Ya, kirim")
    await bot.fires()
    assert siti.sees_text("Posyandu")
    assert hasan.sees("broadcast-account", sent="1", total="2", blocked="1")
    await composed(hasan)
    assert hasan.sees("broadcast-confirm", people="1", unreachable="1")
