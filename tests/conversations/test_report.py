"""/lapor: safety first, for anybody, and nothing identifying left behind."""

import json

import pytest

from bot.rules.roles import Role
from storage.models import Case, Delivery, DraftRow, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, to_account
from tests.conversations.people import Somebody


async def files_report(reporter: Somebody, account: str = "Anak sering dipukul") -> None:
    await to_account(reporter)
    await reporter.says(account)
    await reporter.presses("🟠 Sedang")
    await reporter.presses("Kirim")


async def read_back(bot: RunningBot) -> dict[str, object]:
    """The answers of the one report, unsealed."""
    case, vault = (await bot.rows(Case))[0], bot.core.vault
    assert vault is not None
    content = json.loads(vault.case_key(case.wrapped_key, case.id).open(case.sealed, case.id))
    return dict(content["answers"])


async def test_anybody_may_report_without_registering(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await files_report(ani)
    answers = await read_back(bot)
    assert answers["account"] == "Anak sering dipukul"
    assert answers["kinds"] == ["psikis"]
    assert answers["village"] == "19.01.01.1001"
    case = (await bot.rows(Case))[0]
    assert (case.kabkota, case.urgency, case.status) == ("19.01", "sedang", "diterima")
    assert await bot.rows(PersonRow) == []
    assert await bot.rows(DraftRow) == []


async def test_the_numbers_stand_above_every_safety_question(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/start")
    await ani.presses("Lapor anak dalam bahaya")
    for name in ("in_danger", "badly_hurt"):
        shown = ani.sees(f"report-{name}").text
        assert shown.index("129") < shown.index("110") < shown.rindex("?")
        await ani.presses("Tidak tahu")


async def test_who_leaves_quickly_leaves_no_trace_of_a_report(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.presses("Ya")
    await ani.presses("Keluar cepat")
    left = " ".join(one.text for one in ani.messages())
    assert not any(word in left for word in ("129", "bahaya", "lapor", "luka"))


async def test_every_safety_question_is_asked(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    for name in ("in_danger", "badly_hurt", "suspect_near", "sexual_recent", "suicide"):
        assert ani.sees(f"report-{name}")
        await ani.presses("Tidak tahu")
    assert ani.sees("report-kinds")


async def test_send_now_appears_from_the_first_yes(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.presses("Tidak")
    assert "🆘 Kirim sekarang" not in ani.buttons()
    await ani.presses("Ya")
    assert ani.sees("report-suspect_near")
    assert "🆘 Kirim sekarang" in ani.buttons()
    await ani.presses("Kirim sekarang")
    assert ani.sees("hotline", number="129")
    assert ani.sees("report_now-village")
    await ani.answers("Kenanga", "Tolong cepat")
    assert ani.sees("report-filed-alone")
    answers = await read_back(bot)
    assert (answers["badly_hurt"], answers["account"]) == (True, "Tolong cepat")
    assert (await bot.rows(Case))[0].urgency == "tinggi"


async def test_a_forged_send_now_before_any_yes_is_no_way_out(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.presses_data("f:rep:0:anow", ani.new()[-1])
    ani.sees_toast("form-moved-on")
    assert await bot.rows(Case) == []


async def test_the_reporter_may_raise_the_urgency_and_not_lower_it(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.says("Anak sering dimarahi")
    assert ani.sees("report-urgency")
    assert not [label for label in ani.buttons() if "Rendah" in label]
    await ani.presses("🔴 Tinggi – segera")
    await ani.presses("Kirim")
    assert (await bot.rows(Case))[0].urgency == "tinggi"


async def test_sexual_violence_is_urgent_without_being_asked(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    await ani.picks(*["Tidak"] * 5, "Seksual", "Selesai", "13–17 tahun")
    await ani.answers("Kenanga", "Diceritakan guru")
    assert ani.sees("form-summary")
    await ani.presses("Kirim")
    assert (await bot.rows(Case))[0].urgency == "tinggi"


async def test_the_receipt_has_sixteen_digits_and_comes_sealed(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.says("Anak sering dimarahi")
    await ani.presses("🟠 Sedang")
    bot.delivers = False
    await ani.presses("Kirim")
    rows = [row for row in await bot.rows(Delivery) if row.state == "queued"]
    assert [(row.chat_id, row.params) for row in rows] == [(None, None)] * len(rows)
    assert rows
    await bot.delivers_all()
    digits = "".join(c for c in ani.sees("report-receipt").text.split("\n")[0] if c.isdigit())
    assert len(digits) == 16
    assert [row.sealed for row in await bot.rows(Delivery)] == [None] * len(
        await bot.rows(Delivery)
    )


async def test_the_reporters_own_messages_leave_the_chat(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await files_report(ani, "Anak itu bernama Rahasia")
    words = "\n".join(one.text for one in ani.messages())
    assert "Rahasia" not in words
    assert "Sungailiat" not in words
    assert [one for one in ani.messages() if one.sender == ani.id] == []
    deletions = [call for call in bot.telegram.calls if call.method == "deleteMessage"]
    assert {call.library for call in deletions} == {"ptb"}
    assert ani.sees("report-filed-alone")


async def test_the_questions_cannot_be_forwarded(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_account(ani)
    assert ani.sees("report-account").is_protected


async def test_without_an_officer_one_is_told_to_call_now(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await bot.person("Dewi", (Role.CASE_OFFICER, "19.02"))
    await files_report(ani)
    assert "129" in ani.sees("report-filed-alone").text


async def test_an_officer_who_blocked_the_bot_is_no_officer_to_count_on(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    await dewi.leaves_the_bot()
    ani = bot.stranger("Ani")
    await files_report(ani)
    assert ani.sees("report-filed-alone")


async def test_leaving_quickly_destroys_what_was_answered(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.presses("Keluar cepat")
    assert ani.sees("report-left")
    assert await bot.rows(DraftRow) == []
    assert await bot.rows(Case) == []


async def test_leaving_works_from_an_old_message_too(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/lapor")
    question = ani.new()[-1]
    await ani.says("tidak")
    await ani.presses_data("f:rep:0:aleave", question)
    assert ani.sees("report-left")
    assert await bot.rows(DraftRow) == []


@pytest.mark.parametrize("command", ["/darurat", "/emergency"])
async def test_the_numbers_are_for_anybody(bot: RunningBot, command: str) -> None:
    ani = bot.stranger("Ani")
    await ani.says(command)
    assert ani.sees("emergency")
    assert ani.sees("hotline-unverified", number="110")
    kader = await cadre(bot)
    await kader.says(command)
    assert kader.sees("hotline", number="08111-129-129")
