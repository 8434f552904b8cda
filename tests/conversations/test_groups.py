"""POKJA groups: bound by a link, spoken to with care, followed when they move."""

from typing import Any

import pytest

from bot.rules.commands import OFFERED
from bot.rules.roles import Role
from storage.models import RegionRow
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.group_stories import (
    GROUP,
    LINK,
    MOVED,
    OTHER,
    bound,
    registered,
    states,
    the_group,
)
from tests.conversations.people import Somebody


async def test_the_link_in_private_binds_the_group(bot: RunningBot) -> None:
    await registered(bot)
    kader = await cadre(bot)
    await kader.says("/grup")
    link = kader.sees("group-how").rows[0][0]
    assert link["text"] == f"🔗 Kampung {VILLAGE}"
    address, _, payload = link["url"].partition("?startgroup=")
    assert address == "https://t.me/cikar_bot"
    payload, _, rights = payload.partition("&admin=")
    assert rights == "pin_messages+delete_messages"
    inside = kader.in_group(GROUP)
    await inside.says(f"/start@cikar_bot {payload}")
    assert inside.sees("group-checking", place="Sungailiat (Kec. Sungailiat)")
    assert inside.sees("group-bound", place="Sungailiat (Kec. Sungailiat)")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_what_the_bot_may_do_in_a_group_is_noted(bot: RunningBot) -> None:
    await bound(bot)
    group = await the_group(bot)
    assert (group.members, group.can_post, group.can_pin, group.can_delete) == (12, *[True] * 3)
    assert group.seen_at == bot.clock.now()
    assert group.delivered_at == bot.clock.now()


async def test_without_a_kampung_one_learns_whom_to_ask(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/grup")
    assert "DP3ACSKB" in kader.sees("group-no-kampung").text
    inside = kader.in_group(GROUP)
    await inside.says(LINK)
    assert "DP3ACSKB" in inside.sees("group-unregistered").text
    assert await states(bot) == []


async def test_binding_twice_changes_nothing(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says(LINK)
    assert inside.sees("group-already")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_a_kampung_may_have_several_groups(bot: RunningBot) -> None:
    inside = await bound(bot)
    second = inside.in_group(-2002)
    await second.says(LINK)
    assert second.sees("group-bound")
    assert {state for _, _, state in await states(bot)} == {"active"}
    assert len(await states(bot)) == 2


@pytest.mark.parametrize("role", [Role.PATBM_ACTIVIST, Role.PARTNER, Role.CASE_OFFICER])
async def test_who_is_not_responsible_binds_nothing(bot: RunningBot, role: Role) -> None:
    await registered(bot)
    inside = (await bot.person("Rahma", (role, VILLAGE))).in_group(GROUP)
    await inside.says(LINK)
    assert "PLKB" in inside.sees("refused-bind-group").text
    stranger = bot.stranger("Ani").in_group(GROUP)
    await stranger.says(LINK)
    assert stranger.sees("refused-bind-group")
    assert await states(bot) == []


async def test_who_is_responsible_elsewhere_binds_nothing_here(bot: RunningBot) -> None:
    await registered(bot)
    inside = (await bot.person("Lia", (Role.CADRE, OTHER))).in_group(GROUP)
    await inside.says(LINK)
    assert inside.sees("refused-bind-group")
    assert await states(bot) == []


async def test_a_group_of_another_kampung_is_not_taken_over(bot: RunningBot) -> None:
    await bound(bot)
    await registered(bot, OTHER)
    other = (await bot.person("Lia", (Role.CADRE, OTHER))).in_group(GROUP)
    await other.says("/start@cikar_bot g19-01-01-1002")
    assert "DP3ACSKB" in other.sees("group-elsewhere").text
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_who_is_responsible_for_both_kampung_may_move_a_group(bot: RunningBot) -> None:
    await bound(bot)
    await registered(bot, OTHER)
    agency = (await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))).in_group(GROUP)
    await agency.says("/start@cikar_bot g19-01-01-1002")
    assert agency.sees("group-bound")
    assert await states(bot) == [(GROUP, OTHER, "active")]


@pytest.mark.parametrize("payload", ["g99-99", "g", "g19-01", "gxyz"])
async def test_a_link_to_no_village_binds_nothing(bot: RunningBot, payload: str) -> None:
    inside = (await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))).in_group(GROUP)
    await inside.says(f"/start@cikar_bot {payload}")
    assert inside.sees("group-link-wrong")
    assert await states(bot) == []


async def test_a_village_that_has_ended_binds_nothing(bot: RunningBot) -> None:
    await registered(bot)
    inside = (await cadre(bot)).in_group(GROUP)
    async with bot.writing() as session:
        village = await session.get(RegionRow, VILLAGE)
        assert village is not None
        village.valid_until = bot.clock.now().date()
    await inside.says(LINK)
    assert inside.sees("group-ended")
    assert await states(bot) == []


async def test_an_unnamed_admin_is_asked_to_come_by_name(bot: RunningBot) -> None:
    await registered(bot)
    nameless = Somebody(bot, 1087968824, "Group", "id", GROUP)
    await nameless.sends(LINK, sender_chat={"id": GROUP, "type": "group", "title": "POKJA"})
    assert nameless.sees("group-anonymous")
    assert await states(bot) == []


async def test_in_a_topic_the_group_is_bound_and_answered_there(bot: RunningBot) -> None:
    await registered(bot)
    inside = (await cadre(bot)).in_group(MOVED)
    await inside.sends(LINK, message_thread_id=7, is_topic_message=True)
    assert inside.sees("group-checking").topic == 7
    assert inside.sees("group-bound").topic == 7
    assert (await the_group(bot)).topic_id == 7
    await inside.sends("/bantuan", message_thread_id=9, is_topic_message=True)
    assert inside.sees("group-help").topic == 9


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


async def test_every_command_is_answered_in_a_group_with_what_belongs_there(
    bot: RunningBot,
) -> None:
    inside = await bound(bot)
    for one in OFFERED:
        if one.name in ("lapor", "darurat"):
            continue
        for word in (one.name, one.english):
            await inside.says(f"/{word}")
            key = "group-help" if one.name in ("bantuan", "grup", "menu") else "group-private"
            assert inside.sees(key), word


async def test_help_in_a_group_says_whose_it_is(bot: RunningBot) -> None:
    stranger = bot.stranger("Ani").in_group(GROUP)
    await stranger.says("/bantuan")
    assert stranger.sees("group-hello")
    inside = await bound(bot)
    await inside.says("/bantuan@cikar_bot")
    assert inside.sees("group-help", place="Sungailiat (Kec. Sungailiat)")


async def test_commands_for_other_bots_are_theirs(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says("/lapor@another_bot")
    inside.sees_nothing()


async def test_nothing_said_in_a_group_is_ever_written_down(bot: RunningBot) -> None:
    inside = await bound(bot)
    await inside.says("Kemarin hujan deras sekali di balai Melati")
    await inside.says("/bantuan hujan deras")
    await inside.says("/entah hujan deras")
    await inside.sends(caption="hujan deras", photo=[])
    async with bot.core.database.session() as session:
        connection = await session.connection()
        rows = await connection.exec_driver_sql("select name from sqlite_master where type='table'")
        tables = [name for (name,) in rows]
        everything = [
            str((await connection.exec_driver_sql(f'select * from "{name}"')).all())
            for name in tables
        ]
    assert "POKJA" in "".join(everything)
    assert "hujan" not in "".join(everything)


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
    assert await states(bot) == [(MOVED, VILLAGE, "active")]
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
    assert await states(bot) == [(MOVED, VILLAGE, "active")]


@pytest.mark.parametrize(
    ("command", "key"), [("/privasi", "privacy-notice"), ("/daftar", "join-consent")]
)
async def test_a_private_link_from_a_group_leads_to_what_was_asked_for(
    bot: RunningBot, command: str, key: str
) -> None:
    await registered(bot)
    ani = bot.stranger("Ani")
    inside = ani.in_group(GROUP)
    await inside.says(command)
    link = inside.sees("group-private").rows[0][0]["url"]
    await ani.says(f"/start {link.partition('?start=')[2]}")
    assert ani.sees(key)
