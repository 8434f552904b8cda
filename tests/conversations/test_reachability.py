"""Somebody blocks the bot, and comes back."""

from storage.models import PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre


async def reachable(bot: RunningBot) -> list[bool]:
    return [row.reachable for row in await bot.rows(PersonRow)]


async def test_blocking_and_unblocking_are_noted(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.leaves_the_bot()
    assert await reachable(bot) == [False]
    await kader.leaves_the_bot("member")
    assert await reachable(bot) == [True]


async def test_a_block_met_while_answering_is_noted(bot: RunningBot) -> None:
    kader = await cadre(bot)
    bot.telegram.blocked.add(kader.id)
    await kader.says("/menu")
    assert await reachable(bot) == [False]


async def test_a_stranger_who_blocks_leaves_no_trace(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/start")
    await ani.leaves_the_bot()
    assert await reachable(bot) == []


async def test_a_form_waits_for_who_comes_back(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.answers("/kegiatan", "kemarin")
    await kader.leaves_the_bot()
    await kader.leaves_the_bot("member")
    await kader.says("/kegiatan")
    assert kader.sees("activity-title")
