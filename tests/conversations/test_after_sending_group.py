"""A kampung's group hears of each activity in one line, if it wants to."""

from datetime import date

from sqlalchemy import update

from bot.desk import Desk
from bot.rules.roles import Role
from bot.work import Incoming, Work
from handlers.activity_post import post_to_group
from storage.models import WorkingGroupChat
from tests.conversations.after_stories import officer, presses_forged
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre, sends_activity
from tests.conversations.group_stories import GROUP, LINK, bound, the_group
from tests.conversations.people import Somebody

HELD = date(2026, 11, 17)


async def posts(bot: RunningBot) -> list[str]:
    return [one.text for one in bot.telegram.messages(GROUP) if one.text.startswith("📌")]


async def switched_on(bot: RunningBot) -> Somebody:
    """The village's kader; her group wants to hear of activities."""
    inside = await bound(bot)
    async with bot.writing() as session:
        await session.execute(update(WorkingGroupChat).values(posts_activities=True))
    return Somebody(bot, inside.id, inside.name, inside.language)


async def test_a_group_hears_nothing_until_somebody_switches_it_on(bot: RunningBot) -> None:
    inside = await bound(bot)
    kader = Somebody(bot, inside.id, inside.name, inside.language)
    await sends_activity(kader)
    assert await posts(bot) == []


async def test_one_line_with_title_day_and_section(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    await sends_activity(kader, "Posyandu Melati")
    [line] = await posts(bot)
    assert line.startswith("📌 Posyandu Melati, ")
    assert line.endswith("(Reproduksi)")
    for never in ("Siti", "anak", "12"):
        assert never not in line.replace("2026", "")


async def test_a_title_that_tells_of_a_person_is_left_out(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    await posted(bot, kader, title="Anak umur 12 tahun dipukuli ayahnya")
    assert await posts(bot) == ["📌 Kegiatan seksi Reproduksi, Selasa, 17 November 2026"]


async def posted(bot: RunningBot, who: Somebody, *, title: str, times: int = 1) -> None:
    """The line of one activity is asked for, within a transaction of its own."""
    transaction = bot.answering.transaction
    for _ in range(times):
        async with bot.core.database.connection() as connection:
            desk = Desk(connection, transaction._around, bot.clock.now())
            update_ = Incoming(next(_ids), who.id, who.id, "id", None)
            await desk.load([update_])
            work: Work = desk.work(update_)
            await post_to_group(
                work, activity=7, region=VILLAGE, title=title, section="repro", held_on=HELD
            )
            await desk.close()
            await connection.commit()
    await bot.delivers_all()


_ids = iter(range(5_000_000, 5_000_100))


async def test_an_activity_is_told_once(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    await posted(bot, kader, title="Posyandu Melati", times=2)
    assert await posts(bot) == ["📌 Posyandu Melati, Selasa, 17 November 2026 (Reproduksi)"]


async def test_somebody_of_another_village_posts_nothing(bot: RunningBot) -> None:
    await switched_on(bot)
    rahma = await bot.person("Rahma", (Role.CADRE, "19.01.01.1002"))
    await posted(bot, rahma, title="Posyandu Melati")
    assert await posts(bot) == []


async def test_it_goes_into_the_topic_the_group_was_bound_in(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    async with bot.writing() as session:
        await session.execute(update(WorkingGroupChat).values(topic_id=9))
    bot.clock.advance(hours=1)
    await posted(bot, kader, title="Posyandu Melati")
    [shown] = [one for one in bot.telegram.messages(GROUP) if one.text.startswith("📌")]
    assert shown.topic == 9


async def test_a_group_that_is_not_active_hears_nothing(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    async with bot.writing() as session:
        await session.execute(update(WorkingGroupChat).values(state="pending"))
    await posted(bot, kader, title="Posyandu Melati")
    assert await posts(bot) == []


async def test_its_card_switches_it_on_and_off(bot: RunningBot) -> None:
    await bound(bot)
    budi = await officer(bot)
    await budi.says("/grup")
    await budi.presses("💬 POKJA")
    budi.has_not_seen("group-posts")
    await budi.presses("📌 Kabarkan kegiatan di grup")
    assert budi.sees("group-posts")
    assert (await the_group(bot)).posts_activities is True
    [begun] = await posts(bot)
    assert "Mulai sekarang" in begun
    await presses_forged(budi, f"gr:a:{GROUP}")
    assert len(await posts(bot)) == 1
    await budi.presses("📌 Berhenti mengabarkan kegiatan")
    assert (await the_group(bot)).posts_activities is False


async def test_others_cannot_switch_it(bot: RunningBot) -> None:
    await bound(bot)
    other = await officer(bot, "Rina", "19.02.01")
    await presses_forged(other, f"gr:a:{GROUP}")
    assert other.sees("group-unknown")
    assert (await the_group(bot)).posts_activities is False


async def test_a_group_bound_anew_begins_switched_off(bot: RunningBot) -> None:
    kader = await switched_on(bot)
    budi = await officer(bot)
    await presses_forged(budi, f"gr:x:{GROUP}")
    assert budi.sees("group-unbound")
    await (await cadre(bot, "Rahma")).in_group(GROUP).says(LINK)
    found = await the_group(bot)
    assert (found.state, found.posts_activities) == ("active", False)
    assert kader.id
