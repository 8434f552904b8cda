"""/grup in private: paged, searched by typing, a card for each group, letting a group go."""

import pytest

from bot.rules.roles import Role
from storage.models import Job
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE
from tests.conversations.group_stories import GROUP, OTHER, bound, pending, registered, states
from tests.conversations.people import Somebody


async def officer(bot: RunningBot) -> Somebody:
    return await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))


async def card(bot: RunningBot) -> Somebody:
    """A PLKB before the card of the village's group."""
    await bound(bot)
    budi = await officer(bot)
    await budi.says("/grup")
    await budi.presses("💬 POKJA")
    return budi


async def looks(bot: RunningBot) -> int:
    """How often Telegram was asked about a group."""
    return len([job for job in await bot.rows(Job) if job.kind == "group_look"])


async def test_many_kampung_come_in_pages(bot: RunningBot) -> None:
    budi = await officer(bot)
    found = [one.code for one in bot.core.book.children("19.01.01")]
    for village in found:
        await registered(bot, village)
    await budi.says("/grup")
    assert len(found) > 5
    assert [one for one in budi.buttons() if one.startswith("🔗")] == [
        f"🔗 Kampung {code}" for code in found[:5]
    ]
    await budi.presses("Berikutnya ▶")
    assert next(one for one in budi.buttons() if one.startswith("🔗")) == f"🔗 Kampung {found[5]}"
    await budi.presses("◀ Dari awal")
    assert f"🔗 Kampung {found[0]}" in budi.buttons()


async def test_a_kampung_is_found_by_typing_its_village(bot: RunningBot) -> None:
    budi = await officer(bot)
    for one in bot.core.book.children("19.01.01"):
        await registered(bot, one.code)
    await budi.says("/grup")
    await budi.presses("🔎 Cari kampung")
    name = bot.core.book.get(OTHER)
    assert name is not None
    await budi.says(name.name)
    assert [one for one in budi.buttons() if one.startswith("🔗")] == [f"🔗 Kampung {OTHER}"]


async def test_another_regions_kampung_is_not_found(bot: RunningBot) -> None:
    await registered(bot, "19.04.01.1001")
    for one in bot.core.book.children("19.01.01"):
        await registered(bot, one.code)
    budi = await officer(bot)
    await budi.says("/grup")
    await budi.presses("🔎 Cari kampung")
    await budi.says("Koba")
    assert budi.sees("group-not-found", text="Koba")


async def test_the_list_tells_how_each_group_is_doing(bot: RunningBot) -> None:
    await bound(bot)
    budi = await officer(bot)
    await budi.says("/grup")
    assert budi.sees("group-line", title="POKJA", state="aktif", last=bot.clock.now())


async def test_a_card_tells_what_is_known(bot: RunningBot) -> None:
    budi = await card(bot)
    now = bot.clock.now()
    assert budi.sees(
        "group-card",
        title="POKJA",
        state="aktif",
        members="12",
        post="ya",
        pin="ya",
        delete="ya",
        delivered=now,
        seen=now,
    )


async def test_looking_again_asks_telegram_once_in_a_minute(bot: RunningBot) -> None:
    budi = await card(bot)
    before = await looks(bot)
    shown = budi.new()[-1]
    bot.telegram.standing[GROUP, 42] = "member"
    await budi.presses("🔄 Lihat lagi")
    budi.sees_toast("group-looking")
    await budi.presses_data(f"gr:l:{GROUP}", shown)
    assert await looks(bot) == before + 1
    await budi.presses("Lihat keadaannya")
    assert budi.sees("group-card", pin="tidak")


async def test_a_group_is_let_go_after_a_question(bot: RunningBot) -> None:
    budi = await card(bot)
    await budi.presses("✂️ Lepas grup ini")
    assert budi.sees("group-unbind-sure")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]
    await budi.presses("Ya, lepas")
    assert budi.sees("group-unbound")
    assert await states(bot) == [(GROUP, VILLAGE, "unbound")]
    assert budi.in_group(GROUP).sees("group-let-go")


async def test_letting_go_twice_says_that_it_is_gone(bot: RunningBot) -> None:
    budi = await card(bot)
    await budi.presses("✂️ Lepas grup ini")
    question = budi.new()[-1]
    await budi.presses("Ya, lepas")
    await budi.presses_data(f"gr:x:{GROUP}", question)
    assert budi.sees("group-unknown")


@pytest.mark.parametrize("act", ["c", "l", "u", "x"])
async def test_a_forged_button_reaches_no_group_of_another_region(
    bot: RunningBot, act: str
) -> None:
    budi = await card(bot)
    before = await looks(bot)
    lia = await bot.person("Lia", (Role.CADRE, OTHER))
    await lia.presses_data(f"gr:{act}:{GROUP}", budi.new()[-1])
    assert lia.sees("group-unknown")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]
    assert await looks(bot) == before


@pytest.mark.parametrize("act", ["c", "l", "u", "x", "p", "s", "y"])
async def test_who_is_not_responsible_is_refused_at_every_button(bot: RunningBot, act: str) -> None:
    budi = await card(bot)
    rahma = await bot.person("Rahma", (Role.PATBM_ACTIVIST, VILLAGE))
    await rahma.presses_data(f"gr:{act}:{GROUP}", budi.new()[-1])
    assert rahma.sees("refused-bind-group")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]


async def test_a_waiting_group_is_confirmed_from_its_card(bot: RunningBot) -> None:
    rani = await bot.person("Rani", (Role.WORKING_GROUP, VILLAGE))
    await pending(bot)
    await rani.says("/grup")
    assert rani.sees("group-line", state="menunggu konfirmasi POKJA")
    await rani.presses("💬 POKJA")
    await rani.presses("Ya, itu grup kami")
    assert await states(bot) == [(GROUP, VILLAGE, "active")]
