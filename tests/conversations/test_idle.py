"""Long without a role: asked once whether they stay, and erased only when they do not answer."""

from datetime import timedelta

from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import (
    Assignment,
    Job,
    PersonRow,
)
from tests.conversations.driver import RunningBot
from tests.conversations.leaving import NAME, VILLAGE, asks_for_erasure, the_grace_passes
from tests.conversations.people import Somebody


async def long_idle(bot: RunningBot) -> Somebody:
    """Somebody whose last role ended years ago, on the night that the bot asks."""
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    long_ago = bot.clock.now() - timedelta(days=720)
    async with bot.writing() as session:
        await session.execute(update(PersonRow).values(created_at=long_ago - timedelta(days=9)))
        await session.execute(update(Assignment).values(valid_until=long_ago))
    await bot.scheduler.turn()
    bot.clock.at = bot.clock.at.replace(hour=20, minute=11)
    for _ in range(3):
        await bot.scheduler.turn()
    await bot.delivers_all()
    return melati


async def test_somebody_idle_who_does_not_answer_is_erased(bot: RunningBot) -> None:
    melati = await long_idle(bot)
    assert melati.sees("idle-ask")
    bot.clock.advance(days=29, hours=23)
    await the_grace_passes(bot)
    assert melati.sees("erase-done")
    assert (await bot.rows(PersonRow))[0].name == ""


async def test_somebody_idle_who_wants_to_stay_stays(bot: RunningBot) -> None:
    melati = await long_idle(bot)
    await melati.presses("Ya, tetap terdaftar")
    assert melati.sees("idle-kept")
    bot.clock.advance(days=40)
    await the_grace_passes(bot)
    assert (await bot.rows(PersonRow))[0].name == NAME
    await melati.presses_data(await keep_button(bot), melati.new()[-1])
    assert melati.sees("erase-too-late")


async def keep_button(bot: RunningBot) -> str:
    (job,) = [one for one in await bot.rows(Job) if one.kind == "erase"]
    return f"pv:k:{job.id}"


async def test_somebody_idle_with_a_new_role_is_not_erased(bot: RunningBot) -> None:
    await long_idle(bot)
    async with bot.writing() as session:
        await session.execute(update(Assignment).values(valid_until=None))
    bot.clock.advance(days=31)
    await the_grace_passes(bot)
    assert (await bot.rows(PersonRow))[0].name == NAME


async def test_who_was_asked_may_have_it_erased_at_once(bot: RunningBot) -> None:
    melati = await long_idle(bot)
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    assert melati.sees("erase-done")
