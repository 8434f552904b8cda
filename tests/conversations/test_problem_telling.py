"""Problems that nobody plans for, and interventions whose day has passed: the right people are told
once, by day, and of children no more than the category and the village."""

from datetime import timedelta

from sqlalchemy import update

from bot.clock import WIB
from bot.rules.lists import CHILD_PROBLEMS, PROBLEMS
from bot.rules.roles import Grant, Person, Role
from broadcasts.open_problems import OpenProblems
from broadcasts.wake import Wake
from storage.models import Delivery, PersonRow, Problem
from storage.problem_changes import note
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody
from tests.conversations.problem_stories import (
    KABKOTA,
    SIBLING,
    WHAT,
    notes,
    notes_of_children,
    officer,
    plans,
    pokja,
    the_plan,
    the_problem,
)


async def looks(bot: RunningBot, *people: Somebody) -> None:
    """The scheduler has a turn; what came before is not looked at."""
    for one in people:
        one.since = bot.telegram.stamp
    await bot.fires()


async def to_morning(bot: RunningBot, days: float) -> None:
    """So many days on, at 08:00 WIB."""
    day = (bot.clock.now() + timedelta(days=days)).astimezone(WIB)
    bot.clock.at = day.replace(hour=8, minute=0, second=0, microsecond=0)


async def count(bot: RunningBot, chat: int) -> int:
    """Messages queued for somebody."""
    rows = [row for row in await bot.rows(Delivery) if row.chat_id == chat]
    return len([row for row in rows if row.method == "sendMessage"])


async def test_after_thirty_days_those_who_plan_are_told_once(bot: RunningBot) -> None:
    siti, rina, rudi = await cadre(bot), await pokja(bot), await officer(bot)
    far = await pokja(bot, "Beni", SIBLING)
    opd = await bot.person("Dewi", (Role.AGENCY_KABKOTA, KABKOTA))
    everybody = (siti, rina, rudi, far, opd)
    await notes(siti)
    await to_morning(bot, 29)
    await looks(bot, *everybody)
    for one in everybody:
        one.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, *everybody)
    for one in (rina, rudi):
        told = one.sees("problem-told", count="1", days="30")
        assert "Stunting, Sungailiat (Kec. Sungailiat): 1" in told.text
        assert WHAT not in told.text
        assert await count(bot, one.chat) == 1
    for one in (siti, far, opd):
        one.sees_nothing()
    for _ in range(3):
        await to_morning(bot, 1)
        await looks(bot, rina, rudi)
        rina.sees_nothing()
        rudi.sees_nothing()


async def test_the_page_of_what_waits_opens_from_the_message(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await to_morning(bot, 30)
    await looks(bot, rina)
    await rina.presses("Menunggu intervensi")
    assert WHAT in rina.sees("problem-idle-head", days="30").text


async def test_all_of_a_persons_problems_are_one_message_a_day(bot: RunningBot) -> None:
    siti, rudi = await cadre(bot), await officer(bot)
    ani = await bot.person("Ani", (Role.CADRE, SIBLING))
    await notes(siti)
    await notes(siti, "Sampah menumpuk di sungai", "Lingkungan")
    await notes(ani)
    await to_morning(bot, 31)
    await looks(bot, rudi)
    assert rudi.sees("problem-told", count="3")
    assert await count(bot, rudi.chat) == 1


async def test_one_that_was_in_hand_when_the_others_were_told_is_told_too(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await notes(siti, "Sampah menumpuk di sungai", "Lingkungan")
    began = min(one.idle_since for one in await bot.rows(Problem))
    await to_morning(bot, 31)
    async with bot.writing() as session:  # another transaction has its row: it is passed over
        of_rivers = Problem.category == "lingkung"
        await session.execute(update(Problem).where(of_rivers).values(idle_since=bot.clock.now()))
    await looks(bot, rina)
    assert rina.sees("problem-told", count="1")
    async with bot.writing() as session:
        await session.execute(update(Problem).where(of_rivers).values(idle_since=began))
    await looks(bot, rina)
    assert rina.sees("problem-told", count="1")


async def test_of_children_only_category_and_village_are_told(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes_of_children(siti)
    await to_morning(bot, 31)
    await looks(bot, rina)
    told = rina.sees("problem-told", count="1").text
    assert "Perkawinan anak, Sungailiat (Kec. Sungailiat)" in told
    assert "kurang dari" not in told
    assert "di bawah 19" not in told


async def test_nobody_is_told_at_night(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await to_morning(bot, 30)
    bot.clock.advance(hours=12, minutes=5)
    await looks(bot, rina)
    rina.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, rina)
    assert rina.sees("problem-told")


async def test_one_with_a_plan_is_not_told_until_the_plan_falls_away(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await plans(rina, day="1/3/2027")
    await to_morning(bot, 31)
    await looks(bot, rina)
    rina.sees_nothing()
    await rina.presses_data(f"iv:C:{(await the_plan(bot)).id}:dana", rina.messages()[-1])
    await to_morning(bot, 29)
    await looks(bot, rina)
    rina.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, rina)
    assert rina.sees("problem-told", count="1")


async def test_one_opened_again_is_told_again(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await to_morning(bot, 31)
    await looks(bot, rina)
    number = (await the_problem(bot)).id
    await rina.presses_data(f"pr:D:{number}", rina.messages()[-1])
    await rina.presses("Buka kembali")
    await to_morning(bot, 30)
    await looks(bot, rina)
    assert rina.sees("problem-told", count="1")


async def test_two_schedulers_tell_once(bot: RunningBot) -> None:
    siti, rina = await cadre(bot), await pokja(bot)
    await notes(siti)
    await to_morning(bot, 31)
    first = next(one for one in bot.scheduler._chores if isinstance(one, OpenProblems))
    other = OpenProblems(bot.core.database, bot.core.settings, bot.core.book, Wake())
    for chore in (first, other):
        await chore.turn(bot.clock.now())
    await bot.delivers_all()
    assert await count(bot, rina.chat) == 1


async def test_on_mondays_an_opd_reads_a_line_for_its_kab(bot: RunningBot) -> None:
    siti = await cadre(bot)
    opd = await bot.person("Dewi", (Role.AGENCY_KABKOTA, KABKOTA))
    other = await bot.person("Eka", (Role.AGENCY_KABKOTA, "19.02"))
    await notes(siti)
    await notes(siti, "Sampah menumpuk di sungai", "Lingkungan")
    await to_morning(bot, 32)
    day = bot.clock.now().astimezone(WIB).date()
    assert day.isoformat() == "2026-12-21"
    assert day.weekday() == 0
    await looks(bot, opd, other)
    told = opd.sees("problem-digest", days="30")
    assert "Kabupaten Bangka: 2 masalah, terlama 32 hari" in told.text
    other.sees_nothing()
    await looks(bot, opd)
    opd.sees_nothing()
    for _ in range(6):
        await to_morning(bot, 1)
        await looks(bot, opd)
        opd.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, opd)
    assert "terlama 39 hari" in opd.sees("problem-digest").text


async def test_the_planner_is_asked_once_when_the_day_has_passed(bot: RunningBot) -> None:
    siti, rina, beni = await cadre(bot), await pokja(bot), await pokja(bot, "Beni")
    await notes(siti)
    await plans(rina)
    await looks(bot, rina, beni)
    await to_morning(bot, 1)
    await looks(bot, rina, beni)
    rina.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, rina, beni)
    asked = rina.sees("intervention-asked", agency="Puskesmas")
    assert "makanan" not in asked.text
    beni.sees_nothing()
    await to_morning(bot, 1)
    await looks(bot, rina)
    rina.sees_nothing()
    await rina.presses("Ubah tanggal")
    await rina.says("besok")
    await to_morning(bot, 2)
    await looks(bot, rina)
    assert rina.sees("intervention-asked")
    await rina.presses("Sudah terlaksana")
    assert rina.sees("intervention_done-done_on")


async def test_who_took_over_is_asked_when_the_planner_is_gone(bot: RunningBot) -> None:
    siti, rina, rudi = await cadre(bot), await pokja(bot), await officer(bot)
    await notes(siti)
    await plans(rina)
    await rina.leaves_the_bot()
    await to_morning(bot, 2)
    await looks(bot, rudi)
    assert rudi.sees("intervention-asked")
    assert (await the_problem(bot)).region_code == VILLAGE


async def test_a_long_list_names_ten_villages_and_counts_the_rest(bot: RunningBot) -> None:
    siti, rudi = await cadre(bot), await officer(bot)
    [author] = [one.id for one in await bot.rows(PersonRow) if one.telegram_id == siti.id]
    grants = tuple(Grant(Role.CADRE, region) for region in (VILLAGE, SIBLING))
    person = Person(author, siti.id, "Siti", "id", grants)
    others = [one.id for one in PROBLEMS if one.id not in CHILD_PROBLEMS]
    values = {"what": WHAT, "since": None, "priority": "sedang"}
    async with bot.writing() as session:
        for region in (VILLAGE, SIBLING):
            for category in others:
                given = {**values, "category": category}
                await note(session, person, region, given, under=5, now=bot.clock.now())
    await to_morning(bot, 31)
    await looks(bot, rudi)
    told = rudi.sees("problem-told", count=str(2 * len(others))).text
    assert told.count("•") == 10
    assert "dan 4 lagi" in told
