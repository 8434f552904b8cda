"""Somebody blocks the bot or leaves Telegram: their supervisor hears of it once."""

import pytest

from bot.rules.roles import Role
from storage.models import PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody

WEEK = 7 * 86400


async def reachable(bot: RunningBot) -> list[bool]:
    return [row.reachable for row in await bot.rows(PersonRow)]


async def officer(bot: RunningBot) -> Somebody:
    return await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))


def told(one: Somebody) -> int:
    return len([shown for shown in one.messages() if "tidak bisa dihubungi lagi" in shown.text])


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


async def test_the_nearest_supervisor_hears_of_it(bot: RunningBot) -> None:
    budi, hasan = await officer(bot), await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    kader = await cadre(bot)
    await kader.leaves_the_bot()
    shown = budi.sees("person-told-away", name="Siti")
    assert "Kader di Sungailiat (Kec. Sungailiat)" in shown.text
    assert hasan.messages() == []


async def test_a_block_met_while_answering_is_told_too(bot: RunningBot) -> None:
    budi, kader = await officer(bot), await cadre(bot)
    bot.telegram.blocked.add(kader.id)
    await kader.says("/menu")
    assert budi.sees("person-told-away", name="Siti")


async def test_one_who_left_telegram_is_found_by_a_delivery(bot: RunningBot) -> None:
    budi, kader = await officer(bot), await cadre(bot)
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    bot.telegram.refusing[kader.id] = "chat not found"
    await hasan.answers("/siaran", "Rapat besok")
    await hasan.picks("Lewati", "Kader", "✅ Pilih Kepulauan Bangka Belitung", "Sekarang")
    await hasan.presses("Kirim")
    await hasan.presses("Ya, kirim")
    await bot.fires()
    assert budi.sees("person-told-away", name="Siti")
    assert [row.name for row in await bot.rows(PersonRow) if not row.reachable] == ["Siti"]


async def test_blocking_again_within_a_week_is_not_told_again(bot: RunningBot) -> None:
    budi, kader = await officer(bot), await cadre(bot)
    for _ in range(3):
        await kader.leaves_the_bot()
        await kader.leaves_the_bot("member")
    assert told(budi) == 1
    bot.clock.advance(seconds=WEEK)
    await kader.leaves_the_bot()
    assert told(budi) == 2


async def test_several_roles_are_one_message(bot: RunningBot) -> None:
    budi = await officer(bot)
    both = await bot.person("Siti", (Role.CADRE, VILLAGE), (Role.WORKING_GROUP, VILLAGE))
    await both.leaves_the_bot()
    assert told(budi) == 1
    shown = budi.sees("person-told-away")
    assert "Kader" in shown.text
    assert "POKJA" in shown.text


@pytest.mark.parametrize("role", [Role.CASE_OFFICER, Role.AUDITOR])
async def test_of_who_opens_case_data_only_the_name_is_said_to_the_province(
    bot: RunningBot, role: Role
) -> None:
    kabkota = await bot.person("Lia", (Role.AGENCY_KABKOTA, "19.01"))
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (role, "19.01"))
    await dewi.leaves_the_bot()
    assert hasan.sees("person-told-away-bare", name="Dewi")
    assert "kasus" not in hasan.messages()[-1].text.lower()
    assert kabkota.messages() == []


async def test_nobody_is_told_of_themselves(bot: RunningBot) -> None:
    budi = await officer(bot)
    await budi.leaves_the_bot()
    await budi.leaves_the_bot("member")
    assert told(budi) == 0
