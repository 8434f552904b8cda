"""What is done about a problem: planned, moved, done with a result, cancelled, and logged."""

import pytest

from bot.rules.roles import Role
from storage.models import Activity, ActivityChange, DraftRow, Intervention
from tests.conversations.after_stories import sent, the
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody
from tests.conversations.problem_stories import (
    PLAN,
    SIBLING,
    WHAT,
    notes,
    officer,
    opens,
    plans,
    pokja,
    the_plan,
    the_problem,
)
from tests.texts.ftl import pattern


async def test_a_pokja_plans_with_an_agency_found_by_typing(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await opens(rina)
    await rina.presses("Rencanakan intervensi")
    assert rina.sees("intervention-for", category="Stunting")
    await rina.says("pus")
    assert "Puskesmas" in rina.buttons()
    await rina.presses("Puskesmas")
    assert rina.sees("intervention-what")
    await rina.answers(PLAN, "25/11")
    await rina.presses("Kirim")
    assert rina.sees("intervention-planned")
    plan = await the_plan(bot)
    assert (plan.agency, plan.what, str(plan.planned_on)) == ("pkm", PLAN, "2026-11-25")
    assert (await the_problem(bot)).state == "planned"
    await siti.says("/masalah")
    assert "🤝 Puskesmas, Rabu, 25 November 2026" in siti.sees("problem-list-head").text
    await siti.presses(WHAT)
    assert PLAN in siti.sees("problem-card").text


async def test_an_agency_of_no_list_is_written(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await opens(rina)
    await rina.presses("Rencanakan intervensi")
    await rina.says("Kelompok Tani Makmur")
    await rina.answers(PLAN, "besok")
    await rina.presses("Kirim")
    assert (await the_plan(bot)).agency == "other:Kelompok Tani Makmur"
    await opens(rina)
    assert "Kelompok Tani Makmur" in rina.sees("problem-card").text


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        (("pkm, rumah sakit",), "form-choices-too-many"),
        (("anak Budi dipukul bapaknya",), "danger-lead"),
        (("puskesmas", "abc"), "form-text-too-short"),
        (("puskesmas", "Datangi anak Budi yang dipukul bapaknya"), "danger-lead"),
        (("puskesmas", PLAN, "kemarin"), "form-date-too-old"),
        (("puskesmas", PLAN, "31/2"), "form-date-missing"),
        (("puskesmas", PLAN, "1/12/2028"), "intervention-day-far"),
    ],
)
async def test_a_plan_that_cannot_be_is_asked_again(
    bot: RunningBot, answers: tuple[str, ...], key: str
) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await opens(rina)
    await rina.presses("Rencanakan intervensi")
    await rina.answers(*answers)
    assert rina.sees(key)
    drafts = b"".join(row.body for row in await bot.rows(DraftRow))
    assert b"dipukul" not in drafts
    assert await bot.rows(Intervention) == []


async def test_a_kader_plans_nothing(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    number = (await the_problem(bot)).id
    await opens(siti)
    assert "🤝 Rencanakan intervensi" not in siti.buttons()
    await siti.presses_data(f"pr:p:{number}", siti.messages()[-1])
    assert siti.sees("refused-plan-intervention")


async def test_a_problem_withdrawn_while_somebody_plans_is_said(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await opens(rina)
    await rina.presses("Rencanakan intervensi")
    await rina.answers("puskesmas", PLAN, "besok")
    await opens(siti)
    await siti.picks("Tarik kembali", "Salah catat")
    await rina.presses("Kirim")
    assert rina.sees("problem-is-withdrawn")
    assert await bot.rows(Intervention) == []
    await rina.says("/masalah")
    assert rina.sees("problem-list-empty")


async def test_done_is_confirmed_with_a_result_and_the_problem_solved(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    bot.clock.advance(days=3)
    await opens(rina)
    await rina.presses("🤝 Puskesmas")
    await rina.presses("Sudah terlaksana")
    await rina.presses("Hari ini")
    await rina.says("abc")
    assert rina.sees("form-text-too-short")
    await rina.says("lewati")
    assert rina.sees("form-cannot-skip")
    await rina.says("Anak Budi dipukul bapaknya di RT 3")
    assert rina.sees("danger-lead")
    await rina.says("10 dari 12 balita naik berat badannya")
    await rina.presses("Kirim")
    assert rina.sees("intervention-finished")
    plan = await the_plan(bot)
    assert (plan.state, str(plan.done_on)) == ("done", "2026-11-22")
    assert (await the_problem(bot)).state == "open"
    await rina.presses("Ya, sudah selesai")
    assert (await the_problem(bot)).state == "done"
    assert "10 dari 12 balita naik" in rina.sees("problem-card").text


async def test_one_that_is_settled_is_not_settled_again(bot: RunningBot) -> None:
    siti, rina, rudi = await cadre(bot), await pokja(bot), await officer(bot)
    await notes(siti)
    await plans(rina)
    number = (await the_plan(bot)).id
    await rudi.says("/masalah")
    for who in (rina, rudi):
        await who.presses_data(f"iv:d:{number}", who.messages()[-1])
        await who.presses("Hari ini")
        await who.says("Semua balita ditimbang ulang")
    await rina.presses("Kirim")
    await rudi.presses("Kirim")
    assert rudi.sees("intervention-settled")
    assert (await the_plan(bot)).done_by is not None
    for data in (f"iv:d:{number}", f"iv:m:{number}", f"iv:c:{number}", f"iv:C:{number}:dana"):
        await rina.presses_data(data, rina.messages()[-1])
        assert rina.sees("intervention-settled")


async def test_one_is_cancelled_with_a_reason_and_the_problem_waits_again(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    bot.clock.advance(days=1)
    await rina.presses("Lihat intervensinya")
    await rina.presses("Batalkan")
    await rina.presses("Tidak ada dananya")
    rina.sees_toast("intervention-cancelled")
    problem = await the_problem(bot)
    assert (problem.state, problem.idle_since) == ("open", bot.clock.now())
    assert (await the_plan(bot)).result == "dana"


async def test_one_is_moved_to_another_day(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    await rina.presses("Lihat intervensinya")
    await rina.presses("Ubah tanggal")
    await rina.says("kemarin")
    assert rina.sees("form-date-too-old")
    await rina.says("30/11")
    assert rina.sees("intervention-moved")
    assert str((await the_plan(bot)).planned_on) == "2026-11-30"


async def test_who_may_not_plan_settles_nothing(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    ani = await bot.person("Ani", (Role.WORKING_GROUP, SIBLING))
    number = (await the_plan(bot)).id
    await siti.says("/masalah")
    await ani.says("/masalah")
    for letter in ("d", "m", "c"):
        await siti.presses_data(f"iv:{letter}:{number}", siti.messages()[-1])
        assert siti.sees("refused-plan-intervention")
        await ani.presses_data(f"iv:{letter}:{number}", ani.messages()[-1])
        assert ani.sees("intervention-unknown")
    await siti.presses_data(f"iv:C:{number}:dana", siti.messages()[-1])
    assert siti.sees("refused-plan-intervention")
    await siti.presses_data(f"iv:C:{number}:bosan", siti.messages()[-1])
    siti.sees_toast("button-unknown")
    assert (await the_plan(bot)).state == "planned"
    assert (await the_problem(bot)).region_code == VILLAGE


async def test_its_activity_is_logged_with_problem_and_intervention_filled_in(
    bot: RunningBot,
) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    plan = await the_plan(bot)
    await opens(siti)
    await siti.presses("🤝 Puskesmas")
    assert "Sudah terlaksana" not in " ".join(siti.buttons())
    await siti.presses("Catat kegiatannya")
    await to_end(siti)
    [activity] = await bot.rows(Activity)
    assert (activity.problem_id, activity.intervention_id) == (plan.problem_id, plan.id)
    await opens(rina)
    assert f"• {activity.title}, " in rina.sees("problem-activities").text


async def to_end(who: Somebody) -> None:
    """The activity's own questions, whichever way they are asked, to its receipt."""
    for _ in range(30):
        text, labels = who.messages()[-1].text, who.buttons()
        if "Tanda terima" in text:
            return
        if "✅ Kirim" in labels:
            await who.presses("Kirim")
        elif pattern("activity-title", "id").search(text):
            await who.says("PMT minggu pertama")
        elif pattern("activity-participants", "id").search(text):
            await who.says("20 L 12 P 5 anak")
        elif pattern("activity-place", "id").search(text):
            await who.says("Balai desa")
        elif pattern("activity-agencies", "id").search(text):
            await who.says("puskesmas")
            await who.presses("Selesai")
        elif pattern("activity-date", "id").search(text):
            await who.presses("Hari ini")
        else:
            wanted = [one for one in labels if one.startswith("⭐") or one == "Lewati"]
            await who.presses((wanted or labels)[0])
            if "✅ Selesai" in who.buttons():
                await who.presses("Selesai")
    raise AssertionError(who.messages()[-1].text)


async def test_an_unfinished_activity_is_not_thrown_away(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    await siti.says("/kegiatan")
    await opens(siti)
    await siti.presses("🤝 Puskesmas")
    await siti.presses("Catat kegiatannya")
    siti.sees_toast("intervention-log-unfinished", alert=True)
    drafts = [row.form for row in await bot.rows(DraftRow)]
    assert drafts == ["activity"]


async def test_a_cancelled_one_is_not_logged(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    number = (await the_plan(bot)).id
    await rina.presses_data(f"iv:C:{number}:dana", rina.messages()[-1])
    await siti.says("/masalah")
    await siti.presses_data(f"iv:a:{number}", siti.messages()[-1])
    assert siti.sees("intervention-not-logged")


async def test_an_officer_of_many_villages_logs_it_in_its_own(bot: RunningBot) -> None:
    siti, rudi = await cadre(bot), await officer(bot)
    await notes(siti)
    await plans(rudi)
    await rudi.presses("Lihat intervensinya")
    await rudi.presses("Catat kegiatannya")
    await to_end(rudi)
    [activity] = await bot.rows(Activity)
    assert activity.region_code == VILLAGE
    assert activity.intervention_id == (await the_plan(bot)).id


async def test_an_activity_that_answers_the_problem_no_more_lets_its_intervention_go(
    bot: RunningBot,
) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    problem, plan = await the_problem(bot), await the_plan(bot)
    number = await sent(bot, siti, problem_id=problem.id, intervention_id=plan.id)
    await siti.says("/menu")
    await siti.presses_data(f"ac:e:{number}", siti.messages()[-1])
    await siti.picks("Ubah", "Masalah", "Lewati", "Kirim")
    assert siti.sees("after-edited")
    held = await the(bot, number)
    assert (held.problem_id, held.intervention_id) == (None, None)
    [change] = await bot.rows(ActivityChange)
    assert change.before == {"problem_id": problem.id, "intervention_id": plan.id}
