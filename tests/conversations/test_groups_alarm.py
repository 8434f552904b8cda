"""/lapor and /darurat in a group: nobody else learns who asked, neither in the chat nor in the
database nor in the logs."""

import json

import pytest
import structlog
from aiogram.types import BotCommandScopeAllGroupChats

from bot.rules.roles import Role
from storage.models import Delivery
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE
from tests.conversations.group_stories import GROUP, bound
from tests.conversations.people import Somebody
from tests.telegram import chat_of

EPHEMERAL = 31


async def quietly(one: Somebody, text: str) -> None:
    """Pick the command from Telegram's list: only this person and the bot see it."""
    one.since = one.telegram.stamp
    message = {"message_id": 0, "ephemeral_message_id": EPHEMERAL, "date": 1, "text": text}
    one.telegram.bring(message=message | {"chat": chat_of(one.chat), "from": one.account})
    await one.bot.turns()


async def reporter(bot: RunningBot) -> Somebody:
    """Somebody registered, in the bound group beside the kader."""
    await bound(bot)
    return (await bot.person("Rahma", (Role.PATBM_ACTIVIST, VILLAGE))).in_group(GROUP)


def alone(one: Somebody) -> Somebody:
    return Somebody(one.bot, one.id, one.name, one.language)


def others(one: Somebody) -> list[str]:
    """What everybody in the group can read."""
    everybody = Somebody(one.bot, 1, "Siapa saja", "id", one.chat)
    return [shown.text for shown in everybody.messages()]


@pytest.mark.parametrize("command", ["/lapor", "/report@cikar_bot", "/darurat"])
async def test_an_ephemeral_command_is_answered_to_one_pair_of_eyes(
    bot: RunningBot, command: str
) -> None:
    rahma = await reporter(bot)
    before = others(rahma)
    rows = len(await bot.rows(Delivery))
    await quietly(rahma, command)
    shown = rahma.sees("group-alarm")
    assert "129" in shown.text
    assert shown.rows == [
        [{"text": "Buka obrolan pribadi", "url": "https://t.me/cikar_bot?start=lapor"}]
    ]
    assert shown.only_for == rahma.id
    assert others(rahma) == before
    assert alone(rahma).messages() == []
    assert len(await bot.rows(Delivery)) == rows
    call = [one for one in bot.telegram.calls if one.method == "sendMessage"][-1]
    assert json.loads(call.params["reply_parameters"]) == {"ephemeral_message_id": EPHEMERAL}


async def test_an_ephemeral_answer_that_cannot_leave_is_dropped(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rahma = await reporter(bot)
    rows = len(await bot.rows(Delivery))
    monkeypatch.setattr(bot.answering.replier, "_seconds", 0.0)
    await quietly(rahma, "/lapor")
    rahma.sees_nothing()
    assert len(await bot.rows(Delivery)) == rows
    await bot.fires()
    rahma.sees_nothing()


@pytest.mark.parametrize("command", ["/lapor", "/report@cikar_bot", "/Darurat"])
async def test_typed_visibly_it_is_deleted_and_answered_in_private(
    bot: RunningBot, command: str
) -> None:
    rahma = await reporter(bot)
    before = others(rahma)
    await rahma.says(f"{command} Anak Budi dipukul")
    assert others(rahma) == before
    private = alone(rahma)
    assert "129" in private.sees("group-alarm").text
    assert "Budi" not in private.messages()[-1].text
    await private.presses("Isi laporan di sini")
    assert private.sees("report-in_danger")


async def test_a_stranger_is_answered_in_the_group_for_their_eyes_only(bot: RunningBot) -> None:
    await bound(bot)
    ani = bot.stranger("Ani").in_group(GROUP)
    before = others(ani)
    await ani.says("/darurat")
    assert ani.sees("group-alarm").only_for == ani.id
    assert others(ani) == before


async def test_where_the_bot_does_not_lead_nothing_is_said_in_the_group(bot: RunningBot) -> None:
    ani = bot.stranger("Ani").in_group(-2009)
    await ani.says("/lapor")
    ani.sees_nothing()
    assert others(ani) == []
    assert alone(ani).sees("group-alarm")


async def test_a_report_in_the_groups_own_name_is_only_deleted(bot: RunningBot) -> None:
    await bound(bot)
    nameless = Somebody(bot, 1087968824, "Group", "id", GROUP)
    before = others(nameless)
    await nameless.sends("/lapor", sender_chat={"id": GROUP, "type": "group", "title": "POKJA"})
    assert others(nameless) == before
    assert alone(nameless).messages() == []


async def test_without_a_key_nothing_is_written_down(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rahma = await reporter(bot)
    rows = len(await bot.rows(Delivery))
    around = bot.answering.transaction._around
    object.__setattr__(around, "vault", None)
    await rahma.says("/lapor")
    rahma.sees_nothing()
    assert alone(rahma).sees("group-alarm")
    assert len(await bot.rows(Delivery)) == rows


async def test_no_row_and_no_log_line_betrays_who_asked(bot: RunningBot) -> None:
    await bound(bot)
    ani = Somebody(bot, 770_055_123, "Ani", "id", GROUP)
    bot.delivers = False
    with structlog.testing.capture_logs() as lines:
        await ani.says("/lapor Anak dipukul di Melati")
        typed = await everything(bot)
        bot.delivers = True
        await bot.delivers_all()
        await quietly(ani, "/darurat")
    for found in (typed, await everything(bot), str(lines)):
        assert "770055123" not in found
        assert "Melati" not in found
        assert "lapor" not in found.replace("refused", "")
    assert "POKJA" in typed


async def everything(bot: RunningBot) -> str:
    """Every value in every table, as another program would read it."""
    async with bot.core.database.session() as session:
        connection = await session.connection()
        found = await connection.exec_driver_sql(
            "select name from sqlite_master where type = 'table'"
        )
        rows = []
        for (name,) in found.all():
            rows.append(str((await connection.exec_driver_sql(f'select * from "{name}"')).all()))
    return "".join(rows)


async def test_in_groups_telegram_offers_only_what_belongs_there(bot: RunningBot) -> None:
    scope = BotCommandScopeAllGroupChats().type
    told = [call for call in bot.telegram.calls if call.method == "setMyCommands"]
    [indonesian, english] = [call for call in told if scope in call.params.get("scope", "")]
    assert '"lapor"' in indonesian.params["commands"]
    assert '"report"' in english.params["commands"]
    for call, quiet in ((indonesian, 2), (english, 2)):
        assert call.params["commands"].count('"is_ephemeral": true') == quiet
        assert call.params["commands"].count('"command"') == 4
