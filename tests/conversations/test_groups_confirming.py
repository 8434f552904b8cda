"""A group whose binder cannot be seen to belong there: its POKJA confirms, and the first counts."""

import pytest

from bot.rules.roles import Role
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE
from tests.conversations.group_stories import GROUP, LINK, OTHER, pending, registered, states
from tests.conversations.people import Somebody

POKJA = (Role.WORKING_GROUP, VILLAGE)


def alone(one: Somebody) -> Somebody:
    """The same person in their private chat."""
    return Somebody(one.bot, one.id, one.name, one.language)


async def test_the_pokja_is_asked_and_makes_the_group_active(bot: RunningBot) -> None:
    rani = await bot.person("Rani", POKJA)
    cadre = await bot.person("Siti", (Role.CADRE, VILLAGE))
    inside = await pending(bot)
    assert inside.sees("group-pending")
    assert await states(bot) == [(GROUP, VILLAGE, "pending")]
    assert rani.sees("group-ask", name="Budi", title="POKJA")
    cadre.has_not_seen("group-ask")
    inside.since = bot.telegram.stamp
    await rani.presses("Ya, itu grup kami")
    assert rani.sees("group-confirmed-by-you")
    assert inside.sees("group-bound")
    assert alone(inside).sees("group-confirmed-told")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_without_a_pokja_the_kader_are_asked(bot: RunningBot) -> None:
    cadre = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await pending(bot)
    assert cadre.sees("group-ask")


async def test_without_either_the_nearest_above_is_asked(bot: RunningBot) -> None:
    province = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    kabkota = await bot.person("Lia", (Role.AGENCY_KABKOTA, "19.01"))
    await pending(bot)
    assert kabkota.sees("group-ask")
    province.has_not_seen("group-ask")


async def test_with_nobody_else_the_binder_confirms_knowingly(bot: RunningBot) -> None:
    budi = alone(await pending(bot))
    assert budi.sees("group-ask-alone")
    await budi.presses("Ya, itu grup kami")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_the_second_answer_changes_nothing(bot: RunningBot) -> None:
    rani, rudi = await bot.person("Rani", POKJA), await bot.person("Rudi", POKJA)
    await pending(bot)
    await rani.presses("Bukan, lepas")
    assert rani.sees("group-declined-by-you")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]
    await rudi.presses("Ya, itu grup kami")
    assert rudi.sees("group-decided")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]


async def test_declined_the_group_and_the_binder_are_told(bot: RunningBot) -> None:
    rani = await bot.person("Rani", POKJA)
    inside = await pending(bot)
    inside.since = bot.telegram.stamp
    await rani.presses("Bukan, lepas")
    assert inside.sees("group-declined")
    assert alone(inside).sees("group-declined-told")


@pytest.mark.parametrize(
    ("role", "region"),
    [(Role.CADRE, VILLAGE), (Role.WORKING_GROUP, OTHER), (Role.AGENCY_PROVINCE, "19")],
)
async def test_who_was_not_asked_decides_nothing_by_a_forged_button(
    bot: RunningBot, role: Role, region: str
) -> None:
    rani = await bot.person("Rani", POKJA)
    await pending(bot)
    question = rani.sees("group-ask")
    other = await bot.person("Lia", (role, region))
    await other.presses_data(f"gr:y:{GROUP}", question)
    assert other.sees("group-not-asked")
    assert await states(bot) == [(GROUP, VILLAGE, "pending")]


async def test_the_binder_does_not_confirm_where_a_pokja_is(bot: RunningBot) -> None:
    rani = await bot.person("Rani", POKJA)
    budi = alone(await pending(bot))
    await budi.presses_data(f"gr:y:{GROUP}", rani.sees("group-ask"))
    assert budi.sees("group-not-asked")
    assert await states(bot) == [(GROUP, VILLAGE, "pending")]


async def test_a_stranger_decides_nothing(bot: RunningBot) -> None:
    rani = await bot.person("Rani", POKJA)
    await pending(bot)
    ani = bot.stranger("Ani")
    await ani.presses_data(f"gr:y:{GROUP}", rani.sees("group-ask"))
    assert ani.sees("refused-unregistered")
    assert await states(bot) == [(GROUP, VILLAGE, "pending")]


@pytest.mark.parametrize(
    "data", ["gr:y:", "gr:y:0", "gr:n:7", "gr:y:-99999999999999999999", "gr:y:x"]
)
async def test_a_button_of_no_group_says_so(bot: RunningBot, data: str) -> None:
    rani = await bot.person("Rani", POKJA)
    await pending(bot)
    await rani.presses_data(data, rani.sees("group-ask"))
    assert rani.sees("group-decided")
    assert await states(bot) == [(GROUP, VILLAGE, "pending")]


@pytest.mark.parametrize(
    ("status", "role", "state"),
    [
        ("creator", Role.FIELD_OFFICER, "active"),
        ("administrator", Role.FIELD_OFFICER, "active"),
        ("member", Role.FIELD_OFFICER, "pending"),
        ("member", Role.CADRE, "active"),
        ("restricted", Role.WORKING_GROUP, "active"),
        ("left", Role.CADRE, "pending"),
        ("", Role.CADRE, "pending"),
    ],
)
async def test_standing_in_the_group_and_role_in_the_village_decide(
    bot: RunningBot, status: str, role: Role, state: str
) -> None:
    await registered(bot)
    region = "19.01.01" if role is Role.FIELD_OFFICER else VILLAGE
    inside = (await bot.person("Budi", (role, region))).in_group(GROUP)
    bot.telegram.standing[GROUP, inside.id] = status
    await inside.says(LINK)
    assert await states(bot) == [(GROUP, VILLAGE, state)]


async def test_a_group_that_waits_receives_no_broadcast(bot: RunningBot) -> None:
    await pending(bot)
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await hasan.answers("/siaran", "Rapat POKJA besok")
    await hasan.picks("Lewati", "Grup POKJA", "✅ Pilih Kepulauan Bangka Belitung", "Sekarang")
    await hasan.presses("Kirim")
    assert hasan.sees("broadcast-nobody")
