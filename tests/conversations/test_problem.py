"""/masalah: a village's problems noted, read, changed and closed, each by those who may."""

import pytest

from bot.rules.roles import Role
from storage.models import DraftRow, Problem, ProblemPhoto
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import photo
from tests.conversations.problem_stories import (
    SIBLING,
    WHAT,
    notes,
    officer,
    opens,
    plans,
    pokja,
    the_plan,
    the_problem,
    to_summary,
    to_what,
)


async def test_a_kader_notes_a_problem_and_reads_its_card(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    assert siti.sees("problem-noted-done", place="Sungailiat (Kec. Sungailiat)")
    row = await the_problem(bot)
    assert (row.category, row.what, row.affected, row.state) == ("stunting", WHAT, 12, "open")
    assert (row.choice, row.affected_band, str(row.since)) == (None, None, "2026-11-01")
    assert (row.evidence, row.priority) == ("Hasil timbang Posyandu", "tinggi")
    bot.clock.advance(days=12)
    await siti.says("/masalah")
    line = siti.sees("problem-list-head")
    assert "Stunting, Sungailiat (Kec. Sungailiat), 12 hari" in line.text
    assert "belum ada intervensi" in line.text
    await siti.presses(WHAT)
    card = siti.sees("problem-card", category="Stunting", receipt=row.receipt)
    assert "Dicatat oleh Kader" in card.text
    assert "Siti" not in card.text
    assert "Rencanakan intervensi" not in " ".join(siti.buttons())


async def test_how_many_may_be_unknown_and_evidence_left_out(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_what(siti, "KB")
    await siti.says("Alat kontrasepsi sering habis")
    await siti.says("tidak tahu")
    await siti.says("maret 2026")
    await siti.picks("Lewati", "Lewati", "⭐ 🟠 Sedang", "Kirim")
    row = await the_problem(bot)
    assert (row.affected, row.evidence, str(row.since)) == (None, None, "2026-03-01")


async def test_photos_are_kept_with_the_problem(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_what(siti, "Lingkungan")
    await siti.answers("Sampah menumpuk di sungai", "40")
    await siti.presses("Sudah lebih lama")
    await siti.presses("Lewati")
    await siti.sends_album(["a", "b"])
    await siti.picks("Selesai", "🟠 Sedang", "Kirim")
    assert (await the_problem(bot)).since is None
    photos = await bot.rows(ProblemPhoto)
    assert [one.unique_id for one in photos] == ["u-a", "u-b"]
    await opens(siti, "Sampah menumpuk di sungai")
    await siti.presses("Lihat foto")
    assert len([one for one in siti.new() if one.sender != siti.id]) == 2


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("abc", "form-text-too-short"),
        ("x" * 501, "form-text-too-long"),
        ("Anak Budi dipukul bapaknya di RT 3", "danger-lead"),
        ("Siti 15 tahun mau dinikahkan bulan depan", "danger-lead"),
    ],
)
async def test_what_is_no_problem_of_a_village_is_asked_again(
    bot: RunningBot, typed: str, key: str
) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.says(typed)
    assert siti.sees(key)
    bodies = [row.body for row in await bot.rows(DraftRow)]
    assert bodies
    assert not [body for body in bodies if typed.encode()[:20] in body]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("0", "form-number-too-few"),
        ("1.000.000", "form-number-too-many"),
        ("25-30 orang", "form-number-range"),
    ],
)
async def test_a_number_that_cannot_be_is_asked_again(
    bot: RunningBot, typed: str, key: str
) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.answers(WHAT, typed)
    assert siti.sees(key)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("desember 2027", "problem-since-future"),
        ("13/2026", "problem-since-unclear"),
        ("1890", "problem-since-unclear"),
        ("dulu sekali", "problem-since-unclear"),
    ],
)
async def test_a_month_that_cannot_be_is_asked_again(bot: RunningBot, typed: str, key: str) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.answers(WHAT, "12", typed)
    assert siti.sees(key)


async def test_evidence_and_captions_that_name_a_child_lead_to_a_report(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.answers(WHAT, "12", "bulan ini", "Anak Budi dipukul bapaknya di RT 3")
    assert siti.sees("danger-lead")
    await siti.presses("Lewati")
    await siti.sends_photo("a", caption="anak yang dipukul ayahnya")
    assert siti.sees("danger-lead")
    await siti.picks("Lewati", "🔴 Tinggi", "Kirim")
    assert await bot.rows(ProblemPhoto) == []


async def test_no_photo_of_an_album_that_tells_of_a_child_is_kept(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_what(siti)
    await siti.answers(WHAT, "12", "bulan ini")
    await siti.presses("Lewati")
    with bot.asleep():
        for name, caption in (("a", "anak yang dipukul ayahnya"), ("b", None), ("c", None)):
            await siti.sends(**photo(name, caption), media_group_id="77")
    await bot.turns()
    assert b"u-" not in b"".join(row.body for row in await bot.rows(DraftRow))
    await siti.sends_photo("d")
    await siti.picks("Selesai", "🔴 Tinggi", "Kirim")
    assert [one.unique_id for one in await bot.rows(ProblemPhoto)] == ["u-d"]


async def test_another_like_it_is_asked_about_and_the_first_can_be_opened(bot: RunningBot) -> None:
    siti, ani = await cadre(bot), await cadre(bot, "Ani")
    await notes(siti)
    await notes(ani, "Balita kurang gizi di Dusun 3")
    assert ani.sees("problem-twin", category="Stunting")
    assert len(await bot.rows(Problem)) == 1
    await ani.presses("Buka yang sudah ada")
    assert ani.sees("problem-card", category="Stunting")
    await ani.says("ya")
    assert ani.sees("problem-noted-done")
    assert len(await bot.rows(Problem)) == 2


async def test_another_like_it_is_not_noted_when_it_is_the_same(bot: RunningBot) -> None:
    siti, ani = await cadre(bot), await cadre(bot, "Ani")
    await notes(siti)
    await notes(ani, "Balita kurang gizi di Dusun 3")
    await ani.says("tidak")
    assert ani.sees("problem-twin-not")
    assert len(await bot.rows(Problem)) == 1


async def test_another_category_or_village_is_not_alike(bot: RunningBot) -> None:
    siti = await cadre(bot)
    ani = await bot.person("Ani", (Role.CADRE, SIBLING))
    await notes(siti)
    await notes(ani)
    await notes(siti, "Sampah menumpuk di sungai", "Lingkungan")
    assert len(await bot.rows(Problem)) == 3


async def test_its_author_edits_it_within_days_and_nobody_else(bot: RunningBot) -> None:
    siti, ani = await cadre(bot), await cadre(bot, "Ani")
    await notes(siti)
    await opens(siti)
    await siti.presses("Ubah")
    assert siti.sees("form-summary")
    await siti.presses("✏️ Ubah")
    await siti.presses("Masalah")
    await siti.says("14 balita di Dusun 2 tidak naik berat badannya")
    await siti.presses("Kirim")
    assert siti.sees("problem-edited")
    row = await the_problem(bot)
    assert row.what == "14 balita di Dusun 2 tidak naik berat badannya"
    assert row.updated_at is not None
    await opens(ani, row.what)
    assert "✏️ Ubah" not in ani.buttons()
    await ani.presses_data(f"pr:e:{row.id}", ani.messages()[-1])
    assert ani.sees("problem-edit-late")
    bot.clock.advance(days=15)
    await siti.presses_data(f"pr:e:{row.id}", siti.messages()[-1])
    assert siti.sees("problem-edit-late", days="14")


async def test_an_edit_that_names_a_child_is_not_kept(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    await opens(siti)
    await siti.presses("Ubah")
    await siti.presses("✏️ Ubah")
    await siti.presses("Masalah")
    await siti.says("Anak Budi dipukul bapaknya di RT 3")
    assert siti.sees("danger-lead")
    assert (await the_problem(bot)).what == WHAT


async def test_an_edit_begun_in_time_and_sent_too_late_changes_nothing(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    await opens(siti)
    await siti.presses("Ubah")
    bot.clock.advance(days=15)
    await siti.presses("Kirim")
    assert siti.sees("problem-edit-late")
    assert (await the_problem(bot)).updated_at is None


async def test_its_author_withdraws_it_with_a_reason(bot: RunningBot) -> None:
    siti, ani = await cadre(bot), await cadre(bot, "Ani")
    await notes(siti)
    number = (await the_problem(bot)).id
    await opens(ani)
    assert "↩️ Tarik kembali" not in ani.buttons()
    await ani.presses_data(f"pr:W:{number}:keliru", ani.messages()[-1])
    assert ani.sees("refused-plan-intervention")
    await opens(siti)
    await siti.presses("Tarik kembali")
    assert siti.sees("problem-drop-why")
    old = siti.messages()[-1]
    await siti.presses("Salah catat")
    siti.sees_toast("problem-dropped")
    row = await the_problem(bot)
    assert (row.state, row.reason) == ("withdrawn", "keliru")
    await siti.presses_data(f"pr:W:{number}:dobel", old)
    assert siti.sees("problem-is-withdrawn")
    await siti.says("/masalah")
    assert siti.sees("problem-list-empty")
    await siti.presses("Yang ditutup")
    assert "Ditarik kembali" in siti.sees("problem-closed-head").text


async def test_a_problem_is_solved_and_opened_again(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    number = (await the_problem(bot)).id
    await opens(rina)
    await rina.presses("Masalah selesai")
    await rina.presses("Ya, sudah selesai")
    rina.sees_toast("problem-solved")
    assert (await the_problem(bot)).state == "done"
    await siti.presses_data(f"pr:r:{number}", siti.messages()[-1])
    assert siti.sees("refused-plan-intervention")
    await rina.presses("Buka kembali")
    rina.sees_toast("problem-reopened")
    row = await the_problem(bot)
    assert (row.state, row.closed_at, row.reason) == ("open", None, None)
    await rina.presses_data(f"pr:r:{number}", rina.messages()[-1])
    assert rina.sees("problem-is-open")


async def test_a_withdrawn_problem_tells_who_planned_for_it(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    rina.since = bot.telegram.stamp
    await opens(siti)
    await siti.picks("Tarik kembali", "Tercatat dua kali")
    assert rina.sees("problem-plan-dropped", category="Stunting")
    assert (await the_plan(bot)).state == "cancelled"


async def test_only_ones_own_village_is_read(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    number = (await the_problem(bot)).id
    ani = await bot.person("Ani", (Role.CADRE, SIBLING))
    await ani.says("/masalah")
    assert ani.sees("problem-list-empty")
    for data in (f"pr:o:{number}", f"pr:f:{number}", f"pr:w:{number}", f"pr:p:{number}"):
        await ani.presses_data(data, ani.messages()[-1])
        assert ani.sees("problem-unknown")


@pytest.mark.parametrize(
    "data", ["pr:", "pr:o", "pr:o:x", "pr:o:-1", "pr:z:1", "pr:o:9" + "9" * 30, "iv:o:x", "iv:"]
)
async def test_forged_buttons_end_in_a_sentence(bot: RunningBot, data: str) -> None:
    siti = await cadre(bot)
    await notes(siti)
    await siti.presses_data(data, siti.messages()[-1])
    assert siti.new() or siti.toasts()[-1].text
    assert (await the_problem(bot)).state == "open"


@pytest.mark.parametrize(
    "data", ["pr:l:x:y:z", "pr:l:19:0", "pr:idle:%:0:1", "pr:c:x:1", "pr:c:19"]
)
async def test_forged_pages_begin_at_the_start(bot: RunningBot, data: str) -> None:
    siti = await cadre(bot)
    await notes(siti)
    await siti.presses_data(data, siti.messages()[-1])
    assert [one for one in siti.new() if "🧩" in one.text or "⏳" in one.text or "📁" in one.text]


async def test_who_has_no_role_is_told_whom_to_ask(bot: RunningBot) -> None:
    nobody, case = bot.stranger("Tono"), await bot.person("Kasno", (Role.CASE_OFFICER, "19.01"))
    await nobody.says("/masalah")
    assert nobody.sees("refused-unregistered")
    await case.says("/masalah")
    assert case.sees("refused-read-problem")


async def test_who_only_reads_cannot_note(bot: RunningBot) -> None:
    opd = await bot.person("Dewi", (Role.AGENCY_KABKOTA, "19.01"))
    await opd.says("/masalah")
    assert "➕ Catat masalah" not in opd.buttons()
    await opd.presses_data("pr:n", opd.messages()[-1])
    assert opd.sees("refused-report-problem")


async def test_an_officer_of_many_villages_says_which(bot: RunningBot) -> None:
    rudi = await officer(bot)
    await rudi.says("/masalah")
    await rudi.presses("Catat masalah")
    assert rudi.sees("problem-region")
    await rudi.says("kelurahan sungailiat")
    assert rudi.sees("problem-category")
    await rudi.presses("Ekonomi")
    await rudi.answers("Harga karet turun lama", "tidak tahu", "tahun lalu")
    await rudi.picks("Lewati", "Lewati", "🟢 Rendah", "Kirim")
    row = await the_problem(bot)
    assert (row.region_code, str(row.since)) == (VILLAGE, "2025-01-01")


async def test_many_problems_are_paged_and_the_urgent_come_first(bot: RunningBot) -> None:
    siti = await cadre(bot)
    names: list[str] = []
    for at in range(8):
        name = f"Masalah ekonomi nomor {at} di kampung"
        await to_summary(siti, name, "Ekonomi")
        if at == 7:
            names.insert(0, name)
        else:
            await siti.presses("✏️ Ubah")
            await siti.presses("Prioritas")
            await siti.presses("🟢 Rendah")
            names.append(name)
        await siti.presses("Kirim")
        if at:
            await siti.presses("Ya")
    await siti.says("/masalah")
    first = siti.messages()[-1].text
    await siti.presses("Berikutnya")
    second = siti.messages()[-1].text
    assert [name for name in names if name in first] == names[:6]
    assert [name for name in names if name in second] == names[6:]
    assert first.index(names[0]) < first.index(names[1])
    await siti.presses("Dari awal")
    assert siti.messages()[-1].text == first


async def test_the_way_in_is_in_english_too(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE), (Role.CADRE, SIBLING), language="en")
    await siti.says("/problems")
    assert siti.sees("problem-list-empty")
    await siti.presses("➕ Note a problem")
    assert siti.sees("problem-village")
