"""Commands win over an open form; what they interrupt waits and is offered again."""

import pytest

from storage.models import Activity, Case, DraftRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, sends_activity, to_account


async def test_a_command_wins_over_an_open_form_and_loses_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await kader.says("/darurat")
    assert kader.sees("emergency")
    await kader.says("/menu")
    await kader.says("Posyandu Melati")
    assert kader.sees("activity-participants")


async def test_a_parked_form_is_offered_again_when_the_other_ends(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.presses("Hari ini")
    await to_account(kader)
    await kader.says("Anak sering dimarahi")
    await kader.presses("🟠 Sedang")
    await kader.presses("Kirim")
    assert kader.sees("form-parked", name="catatan kegiatan")
    await kader.presses("Lanjutkan catatan kegiatan")
    assert kader.sees("activity-title")


async def test_a_parked_form_is_offered_again_after_leaving_quickly(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.says("/lapor")
    await kader.presses("Keluar cepat")
    assert kader.sees("report-left")
    assert kader.sees("form-parked", name="catatan kegiatan")


async def test_a_parked_form_is_offered_again_after_send_now(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await to_account(kader)
    await kader.says("Anak sering dimarahi")
    await kader.says("kembali")
    await kader.picks("Kembali", "Kembali", "Kembali", "Kembali", "Ya")
    await kader.presses("Kirim sekarang")
    assert len(await bot.rows(Case)) == 1
    assert kader.sees("form-parked", name="catatan kegiatan")


async def test_a_button_of_a_parked_form_opens_it_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    question = kader.new()[-1]
    await kader.says("/lapor")
    await kader.presses("Hari ini", on=question)
    assert kader.sees("activity-title")
    await kader.says("Posyandu Melati")
    assert kader.sees("activity-participants")


async def test_an_interrupted_report_is_never_offered_by_name(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/lapor")
    await kader.presses("Tidak")
    await sends_activity(kader)
    assert kader.sees("activity-saved")
    kader.has_not_seen("form-parked")
    await kader.says("/lapor")
    assert kader.sees("report-badly_hurt")


async def test_send_now_is_resumed_without_asking_everything_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/lapor")
    await kader.picks("Ya", "Kirim sekarang")
    await sends_activity(kader)
    await kader.says("/lapor")
    assert kader.sees("report_now-village")
    await kader.answers("Kenanga", "Anak dipukul")
    assert len(await bot.rows(Case)) == 1
    assert len(await bot.rows(Activity)) == 1


async def test_the_offer_of_a_form_that_ended_meanwhile_says_so(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.says("/lapor")
    await kader.presses("Keluar cepat")
    offer = kader.sees("form-parked")
    await kader.presses("Lanjutkan catatan kegiatan")
    await kader.picks("Batal", "Ya, batalkan")
    await kader.presses("Lanjutkan catatan kegiatan", on=offer)
    kader.sees_toast("form-closed")


async def test_an_unfinished_form_can_be_thrown_away_by_saying_so_twice(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    await kader.says("/lapor")
    await kader.presses("Keluar cepat")
    offer = kader.sees("form-parked")
    await kader.presses("Buang")
    assert kader.sees("form-parked-drop-sure", name="catatan kegiatan")
    assert len(await bot.rows(DraftRow)) == 1
    await kader.presses("Ya, buang")
    assert kader.sees("form-cancelled")
    assert await bot.rows(DraftRow) == []
    await kader.presses_data("rx:activity", offer)
    kader.sees_toast("form-closed")
    await kader.presses_data("rd:<b>", offer)
    kader.sees_toast("form-closed")


@pytest.mark.parametrize(("command", "form"), [("/kegiatan", "activity"), ("/lapor", "report")])
async def test_an_old_offer_throws_no_form_away_that_was_taken_up_again(
    bot: RunningBot, command: str, form: str
) -> None:
    kader = await cadre(bot)
    await kader.says(command)
    shown = kader.new()[-1]
    drafts = len(await bot.rows(DraftRow))
    for data in (f"rd:{form}", f"rx:{form}"):
        await kader.presses_data(data, shown)
        kader.sees_toast("form-moved-on")
    assert len(await bot.rows(DraftRow)) == drafts == 1
    assert shown.id in [one.id for one in kader.messages()]
