"""A group that puts the bot out, mutes it, closes its topic or vanishes: noted and told once."""

from datetime import timedelta

import pytest

from bot.rules.roles import Role
from storage.models import Delivery, Job
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.group_stories import (
    GROUP,
    LINK,
    MOVED,
    bound,
    pending,
    registered,
    stands,
    states,
    the_group,
)
from tests.conversations.people import Somebody


async def officer(bot: RunningBot) -> Somebody:
    """The PLKB who answers for the village."""
    return await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))


async def broadcasts(bot: RunningBot, groups: int = 1) -> Somebody:
    """DP3ACSKB sends something to the groups."""
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await hasan.answers("/siaran", "Rapat POKJA besok")
    await hasan.picks("Lewati", "Grup POKJA", "✅ Pilih Kepulauan Bangka Belitung", "Sekarang")
    await hasan.presses("Kirim")
    assert hasan.sees("broadcast-confirm", groups=str(groups))
    await hasan.presses("Ya, kirim")
    await bot.fires()
    return hasan


async def looks(bot: RunningBot) -> int:
    """How often Telegram was asked about a group."""
    return len([job for job in await bot.rows(Job) if job.kind == "group_look"])


def times_told(one: Somebody, words: str) -> int:
    return len([shown for shown in one.messages() if words in shown.text])


async def test_put_out_the_nearest_supervisor_is_told_once(bot: RunningBot) -> None:
    budi, hasan = await officer(bot), await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    inside = await bound(bot)
    await stands(bot, inside, "kicked")
    await stands(bot, inside, "left")
    assert await states(bot) == [(GROUP, VILLAGE, "unreachable")]
    assert budi.sees("group-told-away", title="POKJA", place="Sungailiat (Kec. Sungailiat)")
    assert times_told(budi, "tidak lagi berada di grup") == 1
    hasan.has_not_seen("group-told-away")


async def test_let_in_again_within_thirty_days_the_binding_is_kept(bot: RunningBot) -> None:
    budi, inside = await officer(bot), await bound(bot)
    await stands(bot, inside, "kicked")
    bot.clock.advance(seconds=29 * 86400)
    await stands(bot, inside, "administrator")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]
    assert budi.sees("group-told-back")
    group = await the_group(bot)
    assert (group.away_since, group.told_at) == (None, None)


async def test_let_in_again_later_the_group_is_bound_anew_or_not_at_all(bot: RunningBot) -> None:
    budi, inside = await officer(bot), await bound(bot)
    await stands(bot, inside, "kicked")
    bot.clock.advance(seconds=30 * 86400)
    await stands(bot, inside, "administrator")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]
    budi.has_not_seen("group-told-back")
    await inside.says("/bantuan")
    assert inside.sees("group-hello")
    await inside.says(LINK)
    assert inside.sees("group-bound")


async def test_a_group_put_out_while_it_waits_is_let_go(bot: RunningBot) -> None:
    inside = await pending(bot)
    await stands(bot, inside, "kicked")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]
    await stands(bot, inside, "member")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]


async def test_muted_and_heard_again(bot: RunningBot) -> None:
    budi, inside = await officer(bot), await bound(bot)
    await stands(bot, inside, "restricted")
    assert budi.sees("group-told-muted")
    group = await the_group(bot)
    assert (group.state, group.can_post, group.away_since) == ("active", False, bot.clock.now())
    await stands(bot, inside, "restricted")
    assert times_told(budi, "tidak boleh menulis") == 1
    await stands(bot, inside, "member")
    assert budi.sees("group-told-back")
    group = await the_group(bot)
    assert (group.can_post, group.can_delete, group.away_since) == (True, False, None)


async def test_rights_given_and_taken_are_noted_without_a_word(bot: RunningBot) -> None:
    budi, inside = await officer(bot), await bound(bot)
    await stands(bot, inside, "administrator", can_pin_messages=False)
    group = await the_group(bot)
    assert (group.can_post, group.can_pin, group.can_delete) == (True, False, True)
    assert budi.messages() == []


async def test_a_muted_group_found_by_a_broadcast_is_told_once(bot: RunningBot) -> None:
    budi = await officer(bot)
    await bound(bot)
    bot.telegram.refusing[GROUP] = "not enough rights to send text messages to the chat"
    hasan = await broadcasts(bot)
    assert hasan.sees("broadcast-account", sent="0", failed="1")
    assert budi.sees("group-told-muted")
    assert (await the_group(bot)).can_post is False


@pytest.mark.parametrize("why", ["group chat was deactivated", "chat not found"])
async def test_a_group_that_is_gone_is_told_once(bot: RunningBot, why: str) -> None:
    budi = await officer(bot)
    await bound(bot)
    bot.telegram.refusing[GROUP] = why
    await broadcasts(bot)
    assert times_told(budi, "tidak lagi berada di grup") == 1
    assert await states(bot) == [(GROUP, VILLAGE, "unreachable")]


async def test_a_broadcast_goes_to_the_topic_and_then_to_the_general_one(bot: RunningBot) -> None:
    await registered(bot)
    inside = (await cadre(bot)).in_group(MOVED)
    await inside.sends(LINK, message_thread_id=7, is_topic_message=True)
    await broadcasts(bot)
    assert inside.sees_text("Rapat POKJA besok").topic == 7
    bot.telegram.closed_topics.add((MOVED, 7))
    inside.since = bot.telegram.stamp
    hasan = await broadcasts(bot)
    assert hasan.sees("broadcast-account", sent="1", failed="0")
    assert inside.sees_text("Rapat POKJA besok").topic is None
    assert (await the_group(bot)).topic_id is None


async def test_an_upgraded_group_keeps_all_that_is_known_of_it(bot: RunningBot) -> None:
    inside = await bound(bot)
    before = await the_group(bot)
    await inside.sends(migrate_to_chat_id=MOVED)
    after = await the_group(bot)
    assert after.chat_id == MOVED
    known = ("region_code", "state", "bound_by", "bound_at", "members", "can_pin", "delivered_at")
    assert [getattr(after, name) for name in known] == [getattr(before, name) for name in known]


async def test_a_group_not_seen_for_a_week_is_looked_at_again(bot: RunningBot) -> None:
    budi = await officer(bot)
    inside = await bound(bot)
    await bot.fires()
    before = await looks(bot)
    bot.clock.advance(seconds=timedelta(days=6).total_seconds())
    await bot.fires()
    assert await looks(bot) == before
    bot.telegram.blocked.add(GROUP)
    bot.clock.advance(seconds=timedelta(days=1, minutes=5).total_seconds())
    await bot.fires()
    assert await states(bot) == [(GROUP, VILLAGE, "unreachable")]
    assert times_told(budi, "tidak lagi berada di grup") == 1
    assert inside.chat == GROUP


async def test_without_a_supervisor_nothing_is_queued(bot: RunningBot) -> None:
    inside = await bound(bot)
    before = len(await bot.rows(Delivery))
    await stands(bot, inside, "kicked")
    assert len(await bot.rows(Delivery)) == before
    assert await states(bot) == [(GROUP, VILLAGE, "unreachable")]
