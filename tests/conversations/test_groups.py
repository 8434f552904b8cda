"""POKJA groups: bound by a link, spoken to with care, followed when they move."""

from typing import Any

import pytest

from bot.rules.roles import Role
from storage import territory
from storage.models import WorkingGroupChat
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody

GROUP = -2001
MOVED = -1_000_000_002_001
LINK = "/start@cikar_bot g19-01-01-1001"


async def bound(bot: RunningBot) -> Somebody:
    """A kader in the group of the village."""
    inside = (await cadre(bot)).in_group(GROUP)
    await inside.says(LINK)
    return inside


async def groups(bot: RunningBot) -> list[tuple[int, str, str]]:
    return [(one.chat_id, one.region_code, one.state) for one in await bot.rows(WorkingGroupChat)]


async def test_the_link_in_private_binds_the_group(bot: RunningBot) -> None:
    async with bot.writing() as session:
        await territory.add_kampung(session, VILLAGE, "Kampung Berseri", bot.clock.now())
    kader = await cadre(bot)
    await kader.says("/grup")
    link = kader.sees("group-how").rows[0][0]
    assert link["text"] == "🔗 Kampung Berseri"
    address, _, payload = link["url"].partition("?startgroup=")
    assert address == "https://t.me/cikar_bot"
    inside = kader.in_group(GROUP)
    await inside.says(f"/start@cikar_bot {payload}")
    assert inside.sees("group-bound", place="Sungailiat (Kec. Sungailiat)")
    assert await groups(bot) == [(GROUP, VILLAGE, "active")]


async def test_without_a_kampung_one_learns_whom_to_ask(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/grup")
    assert "DP3ACSKB" in kader.sees("group-no-kampung").text


async def test_binding_twice_changes_nothing(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says(LINK)
    assert inside.sees("group-already")
    assert await groups(bot) == [(GROUP, VILLAGE, "active")]


@pytest.mark.parametrize("role", [Role.PATBM_ACTIVIST, Role.PARTNER, Role.CASE_OFFICER])
async def test_who_is_not_responsible_binds_nothing(bot: RunningBot, role: Role) -> None:
    inside = (await bot.person("Rahma", (role, VILLAGE))).in_group(GROUP)
    await inside.says(LINK)
    assert "PLKB" in inside.sees("refused-bind-group").text
    stranger = bot.stranger("Ani").in_group(GROUP)
    await stranger.says(LINK)
    assert stranger.sees("refused-bind-group")
    assert await groups(bot) == []


async def test_a_group_of_another_kampung_is_not_taken_over(bot: RunningBot) -> None:
    await bound(bot)
    other = (await bot.person("Lia", (Role.CADRE, "19.01.01.1002"))).in_group(GROUP)
    await other.says("/start@cikar_bot g19-01-01-1002")
    assert other.sees("group-elsewhere")
    assert await groups(bot) == [(GROUP, VILLAGE, "active")]


async def test_who_is_responsible_for_both_kampung_may_move_a_group(bot: RunningBot) -> None:
    await bound(bot)
    agency = (await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))).in_group(GROUP)
    await agency.says("/start@cikar_bot g19-01-01-1002")
    assert agency.sees("group-bound")
    assert await groups(bot) == [(GROUP, "19.01.01.1002", "active")]


@pytest.mark.parametrize("payload", ["g99-99", "g", "g19-01", "gxyz"])
async def test_a_link_to_no_village_binds_nothing(bot: RunningBot, payload: str) -> None:
    inside = (await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))).in_group(GROUP)
    await inside.says(f"/start@cikar_bot {payload}")
    assert inside.sees("group-link-wrong")
    assert await groups(bot) == []


@pytest.mark.parametrize("command", ["/lapor", "/report@cikar_bot", "/Darurat"])
async def test_a_report_in_a_group_only_gives_the_way_to_private(
    bot: RunningBot, command: str
) -> None:
    inside = await bound(bot)
    await inside.says(f"{command} Anak Budi dipukul")
    shown = inside.sees("group-report")
    assert "Budi" not in shown.text
    assert shown.rows == [
        [{"text": "Buka obrolan pribadi", "url": "https://t.me/cikar_bot?start=lapor"}]
    ]
    kader = Somebody(bot, inside.id, inside.name, "id")
    await kader.says("/start lapor")
    assert kader.sees("report-in_danger")


async def test_an_activity_in_a_group_only_gives_the_way_to_private(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says("/kegiatan")
    shown = inside.sees("group-private")
    assert shown.rows[0][0]["url"] == "https://t.me/cikar_bot?start=kegiatan"
    kader = Somebody(bot, inside.id, inside.name, "id")
    await kader.says("/start kegiatan")
    assert kader.sees("activity-date")


async def test_talk_in_a_group_is_ignored_even_while_a_form_is_open(bot: RunningBot) -> None:
    inside = await bound(bot)
    kader = Somebody(bot, inside.id, inside.name, "id")
    await kader.says("/kegiatan")
    await inside.says("Kemarin ramai sekali")
    inside.sees_nothing()
    await inside.sends_photo("a")
    await inside.says("/entahapa")
    inside.sees_nothing()
    await kader.says("kemarin")
    assert kader.sees("activity-title")


@pytest.mark.parametrize("command", ["/kasus", "/undang", "/kegiatansaya", "/batal"])
async def test_what_belongs_in_private_is_answered_with_the_way_there(
    bot: RunningBot, command: str
) -> None:
    inside = await bound(bot)
    await inside.says(command)
    assert inside.sees("group-private")


async def test_help_in_a_group_says_whose_it_is(bot: RunningBot) -> None:
    stranger = bot.stranger("Ani").in_group(GROUP)
    await stranger.says("/bantuan")
    assert stranger.sees("group-hello")
    inside = await bound(bot)
    await inside.says("/bantuan@cikar_bot")
    assert inside.sees("group-help", place="Sungailiat (Kec. Sungailiat)")
    await inside.says("/privasi")
    assert inside.sees("privacy-notice")


async def test_commands_for_other_bots_are_theirs(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says("/lapor@another_bot")
    inside.sees_nothing()


async def test_put_out_and_let_in_again_the_binding_is_kept(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.leaves_the_bot("kicked")
    assert await groups(bot) == [(GROUP, VILLAGE, "unreachable")]
    await inside.leaves_the_bot("member")
    assert await groups(bot) == [(GROUP, VILLAGE, "active")]


@pytest.mark.parametrize("first", ["migrate_to_chat_id", "migrate_from_chat_id"])
async def test_a_group_that_moves_keeps_its_binding(bot: RunningBot, first: str) -> None:
    inside = await bound(bot)
    after = inside.in_group(MOVED)
    told: list[tuple[Somebody, dict[str, Any]]] = [
        (inside, {"migrate_to_chat_id": MOVED}),
        (after, {"migrate_from_chat_id": GROUP}),
    ]
    for whom, content in told if first == "migrate_to_chat_id" else reversed(told):
        await whom.sends(**content)
    assert await groups(bot) == [(MOVED, VILLAGE, "active")]
    await after.says("/bantuan")
    assert after.sees("group-help")


async def test_a_broadcast_follows_a_group_that_moved_unnoticed(bot: RunningBot) -> None:
    await bound(bot)
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    bot.telegram.migrated[GROUP] = MOVED
    await hasan.answers("/siaran", "Rapat POKJA besok")
    await hasan.picks("Lewati", "Grup POKJA", "✅ Pilih Kepulauan Bangka Belitung", "Sekarang")
    await hasan.presses("Kirim")
    assert hasan.sees("broadcast-confirm", groups="1")
    await hasan.presses("Ya, kirim")
    await bot.fires()
    assert [one.text for one in bot.telegram.messages(MOVED)] == ["Rapat POKJA besok"]
    assert await groups(bot) == [(MOVED, VILLAGE, "active")]
