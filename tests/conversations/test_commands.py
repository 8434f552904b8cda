"""Telegram's list of commands follows a person's roles and language."""

from datetime import timedelta

from bot.rules.roles import Role
from storage import assignments
from storage.models import PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

VILLAGE = "19.01.01.1001"


async def settles(bot: RunningBot, who: Somebody) -> list[str]:
    """What the person is offered of their own once all jobs are done."""
    await bot.delivers_all()
    return bot.telegram.commands.get(who.id, [])


async def test_a_kader_is_offered_what_a_kader_may_do(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    found = await settles(bot, siti)
    assert found[0] == "kegiatan"
    assert "siaran" not in found
    assert {"lapor", "darurat", "profil", "bantuan"} <= set(found)


async def test_the_list_changes_with_the_language(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await settles(bot, siti)
    await siti.says("/bahasa")
    await siti.presses("English")
    assert (await settles(bot, siti))[0] == "activity"


async def test_a_role_that_ends_by_its_date_takes_its_list_along(bot: RunningBot) -> None:
    ani = await bot.person("Ani")
    [row] = await bot.rows(PersonRow)
    now = bot.clock.now()
    async with bot.writing() as session:
        await assignments.assign(
            session,
            person_id=row.id,
            role=Role.CADRE,
            region=VILLAGE,
            granted_by=None,
            now=now,
            confirmed=True,
            valid_from=now + timedelta(days=1),
            valid_until=now + timedelta(days=2),
        )
    assert await settles(bot, ani) == []
    bot.clock.advance(days=1)
    assert "kegiatan" in await settles(bot, ani)
    bot.clock.advance(days=1)
    assert await settles(bot, ani) == []
    methods = [one.method for one in bot.telegram.calls if one.method.endswith("MyCommands")]
    assert methods[-1] == "deleteMyCommands"


async def test_who_left_telegram_is_sent_no_list(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.leaves_the_bot()
    before = len(bot.telegram.calls)
    assert await settles(bot, siti) == []
    assert not [
        one for one in bot.telegram.calls[before:] if one.method in ("setMyCommands", "sendMessage")
    ]
