"""What a report leaves in the chat: nothing that tells of it, whatever happens in between."""

import pytest

from bot.rules.roles import Role
from storage.models import Case, FailedUpdate
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

WORDS = ("dipukul", "Sungailiat", "bahaya sekarang")


async def to_report_summary(ani: Somebody) -> None:
    await ani.says("/lapor")
    for _ in range(5):
        await ani.presses("Tidak tahu")
    await ani.presses("Fisik")
    await ani.presses("✅ Selesai")
    await ani.presses("6–12 tahun")
    await ani.says("Sri Menanti")
    await ani.says("Anak dipukul ayahnya")
    await ani.presses("⭐ 🟠 Sedang")


def left(ani: Somebody) -> str:
    return " ".join(one.text for one in ani.messages())


async def test_a_second_summary_takes_the_place_of_the_first(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_report_summary(ani)
    await ani.says("/bahasa")
    await ani.says("/lapor")
    await bot.turns()
    assert left(ani).count("dipukul") == 1
    await ani.presses("Keluar cepat")
    await bot.turns()
    assert "dipukul" not in left(ani)
    assert "Sri Menanti" not in left(ani)


async def test_beginning_another_form_hides_the_report(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    await to_report_summary(siti)
    await siti.says("/kegiatan")
    await bot.turns()
    assert "dipukul" not in left(siti)
    await siti.says("/lapor")
    assert siti.sees("form-summary")


async def test_an_answer_that_begins_with_a_slash_does_not_stay(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.says("/ayahnya memukul")
    await bot.turns()
    assert "memukul" not in left(ani)


async def test_the_link_of_a_group_leaves_no_trace(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/start lapor")
    await bot.turns()
    assert "lapor" not in [one.text for one in ani.messages()]
    assert "/start lapor" not in left(ani)


@pytest.mark.parametrize("cry", ["tolong", "stop", "kembali"])
async def test_a_cry_for_help_is_an_answer(bot: RunningBot, cry: str) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.presses("Ya")
    await ani.presses("🆘 Kirim sekarang")
    await ani.says("Sri Menanti")
    await ani.says(cry)
    assert len(await bot.rows(Case)) == 1


async def test_more_reports_than_a_page_holds_can_all_be_reached(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    for number in range(22):
        ani = bot.stranger(f"Ani {number}")
        await ani.says("/lapor")
        await ani.presses("Ya")
        await ani.presses("🆘 Kirim sekarang")
        await ani.says("Sri Menanti")
        await ani.says("Ada anak dipukul")
    await dewi.says("/kasus")
    assert dewi.sees("case-queue", count="22", first="1", last="20")
    await dewi.presses("Berikutnya ▶")
    assert dewi.sees("case-queue", count="22", first="21", last="22")
    await dewi.presses("◀ Sebelumnya")
    assert dewi.sees("case-queue", first="1")


@pytest.mark.parametrize("data", ["ro:y:", "b:y:", "b:n:", "k:p:"])
async def test_a_forged_number_larger_than_any_id_does_nothing(bot: RunningBot, data: str) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"), (Role.CASE_OFFICER, "19"))
    await hasan.says("/menu")
    await hasan.presses_data(data + "9" * 19, hasan.new()[-1])
    assert await bot.rows(FailedUpdate) == []


async def test_a_restart_forgets_no_question_that_is_shown(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_report_summary(ani)
    bot.answering.replier._shown.clear()  # what only this process knew
    await ani.says("halo")
    await bot.turns()
    assert left(ani).count("dipukul") == 1
    await ani.presses("Keluar cepat")
    await bot.turns()
    assert "dipukul" not in left(ani)


async def test_an_officer_with_an_alert_waiting_gets_no_second_one(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    bot.delivers = False
    for name in ("Ani", "Ina"):
        ani = bot.stranger(name)
        await ani.says("/lapor")
        await ani.presses("Ya")
        await ani.presses("🆘 Kirim sekarang")
        await ani.says("Sri Menanti")
        await ani.says("Ada anak dipukul")
    assert len(await bot.rows(Case)) == 2
    bot.delivers = True
    await bot.turns()
    assert len([one for one in dewi.messages() if "/kasus" in one.text]) == 1


async def test_without_an_officer_the_agency_hears_of_it(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.presses("Ya")
    await ani.presses("🆘 Kirim sekarang")
    await ani.says("Sri Menanti")
    await ani.says("Ada anak dipukul")
    assert ani.sees("report-filed-alone")
    assert hasan.sees("case-no-officer")
    assert not any(word in left(hasan) for word in WORDS)


async def test_a_question_sent_anew_is_protected_again(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    question = ani.sees("report-in_danger")
    button = question.rows[0][0]["callback_data"]
    bot.telegram._delete({"message_id": str(question.id)}, ani.chat)  # by the person's own hand
    await ani.presses_data(button, question)
    anew = ani.sees("report-badly_hurt")
    assert anew.id != question.id
    assert anew.is_protected


async def test_a_double_tap_leaves_the_question_standing(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    question = ani.sees("report-in_danger")
    button = question.rows[0][0]["callback_data"]
    await ani.presses_data(button, question)
    await ani.presses_data(button, question)
    await bot.turns()
    assert "🆘 Kirim sekarang" in ani.buttons()
    assert [one.id for one in ani.messages()].count(question.id) == 1


async def test_an_album_sent_to_a_report_leaves_the_question_standing(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    for name in ("a", "b", "c"):  # on a slow line the parts come one by one
        await ani.sends_album([name])
    assert "129" in left(ani)
    assert "Ya" in ani.buttons()


async def test_numbers_asked_for_during_a_report_stay(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    question = ani.sees("report-in_danger")
    await ani.says("/darurat")
    numbers = ani.sees("emergency").id
    await ani.presses_data(question.rows[0][0]["callback_data"], question)
    await bot.turns()
    assert numbers in [one.id for one in ani.messages()]
