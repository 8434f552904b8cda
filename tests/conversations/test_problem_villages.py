"""Problems where the territory changes, and cards that are as full as they can be."""

from datetime import timedelta

from sqlalchemy import event

from bot.rules.roles import Role
from storage.models import Activity, Intervention, Problem, RegionRow
from storage.regions import open_book, touch
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.filling import to_summary as an_activity
from tests.conversations.people import Somebody
from tests.conversations.problem_stories import (
    PLAN,
    WHAT,
    notes,
    opens,
    plans,
    pokja,
    the_plan,
    the_problem,
    to_summary,
)
from tests.conversations.reading import units
from tests.conversations.test_problem_telling import looks, to_morning

NEW = "19.01.01.1999"


async def splits(bot: RunningBot, *people: tuple[str, Role]) -> list[Somebody]:
    """The village ends today; those people hold their roles in what it has become."""
    async with bot.writing() as session:
        old = await session.get_one(RegionRow, VILLAGE)
        day = bot.clock.now().date()
        old.valid_until = day
        row = RegionRow(code=NEW, name="Kenanga Laut", kind=old.kind, parent=old.parent)
        row.source, row.valid_from, row.succeeds = "Perda uji", day, VILLAGE
        session.add(row)
        await touch(session)
    async with bot.core.database.session() as session:
        bot.core.book.replace((await open_book(session))._pages.known.values())
    return [await bot.person(name, (role, NEW)) for name, role in people]


async def test_a_problem_of_an_ended_village_is_planned_for_by_its_successor(
    bot: RunningBot,
) -> None:
    siti = await cadre(bot)
    await notes(siti)
    rina, ani = await splits(bot, ("Rina", Role.WORKING_GROUP), ("Ani", Role.CADRE))
    await plans(rina)
    assert (await the_problem(bot)).state == "planned"
    assert (await the_plan(bot)).region_code == VILLAGE
    await opens(ani)
    assert PLAN in ani.sees("problem-card").text


async def test_its_successors_are_told_when_nobody_plans(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    [rina] = await splits(bot, ("Rina", Role.WORKING_GROUP))
    await to_morning(bot, 31)
    await looks(bot, rina)
    assert rina.sees("problem-told", count="1")


async def test_a_village_that_ends_while_a_problem_is_told_is_said(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await to_summary(siti)
    await splits(bot)
    await siti.presses("Kirim")
    assert siti.sees("region-ended")
    assert await bot.rows(Problem) == []


async def test_a_card_as_full_as_can_be_is_one_message(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina)
    problem, plan, day = await the_problem(bot), await the_plan(bot), bot.clock.now().date()
    full = "😀 " * 249 + "ok"
    async with bot.writing() as session:
        row = await session.get_one(Problem, problem.id)
        row.what = row.evidence = full
        for at in range(7):
            one = Intervention(id=at + 1, problem_id=problem.id, person_id=plan.person_id)
            one.region_code, one.agency, one.what = VILLAGE, "other:" + "Dinas " * 15, full
            one.planned_on, one.state, one.result, one.done_on = day, "done", full, day
            one.created_at = bot.clock.now() - timedelta(days=1)
            session.add(one)
            held = Activity(id=at + 1, receipt=f"KG-0000-000{at}", person_id=plan.person_id)
            held.region_code, held.held_on, held.title = VILLAGE, day, "Posyandu " * 28
            held.section, held.target_groups, held.agencies = "repro", [], []
            held.funding, held.male, held.female, held.children = [], 0, 0, 0
            held.problem_id, held.created_at = problem.id, bot.clock.now()
            session.add(held)
    await rina.presses_data(f"pr:o:{problem.id}", rina.messages()[-1])
    card = rina.sees("problem-activities")
    assert 2000 < units(card.text) <= 4096
    await rina.presses_data("iv:o:1", rina.messages()[-1])
    assert units(rina.sees("intervention-card").text) <= 4096
    assert WHAT not in card.text


async def test_a_problem_of_an_ended_village_is_offered_to_its_successors_activities(
    bot: RunningBot,
) -> None:
    siti = await cadre(bot)
    await notes(siti)
    [ani] = await splits(bot, ("Ani", Role.CADRE))
    await an_activity(ani)
    await ani.picks("Ubah", "Masalah", WHAT, "Kirim")
    [held] = await bot.rows(Activity)
    assert (held.region_code, held.problem_id) == (NEW, (await the_problem(bot)).id)


async def test_a_whole_province_is_not_asked_for_village_by_village(bot: RunningBot) -> None:
    siti = await cadre(bot)
    await notes(siti)
    partner = await bot.person("Wulan", (Role.PARTNER, "19"))
    asked: list[str] = []
    engine = bot.core.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    await partner.says("/kegiatan")
    assert partner.sees("activity-region")
    assert len([one for one in asked if "FROM problems" in one]) == 1
    await partner.answers("Sungailiat (Kec. Sungailiat)", "kemarin", "Rapat", "pus", "selesai")
    await partner.answers("5 L 5 P", "csr", "selesai", "lewati")
    await partner.picks("Ubah", "Masalah")
    assert WHAT in partner.buttons()
