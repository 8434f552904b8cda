"""The fake keeps its promises: a call inside a transaction is refused, whoever makes it."""

import pytest
from sqlalchemy import text

from tests.conversations.driver import RunningBot
from tests.conversations.reading import plain, trouble_with
from tests.telegram import FakeTelegram


async def test_a_call_inside_a_transaction_is_refused(bot: RunningBot) -> None:
    async with bot.core.database.session() as session:
        await session.execute(text("select 1"))
        with pytest.raises(AssertionError, match="inside a transaction"):
            await bot.answering.bot.send_message(1, "halo")
    await bot.answering.bot.send_message(1, "halo")
    assert bot.telegram.broken == ["sendMessage was called inside a transaction"]
    bot.telegram.broken.clear()


async def test_after_a_commit_calls_are_welcome(bot: RunningBot) -> None:
    async with bot.core.database.session() as session:
        await session.execute(text("select 1"))
        await session.commit()
        await bot.answering.bot.send_message(1, "halo")
    assert [one.text for one in bot.telegram.messages(1)] == ["halo"]


def test_edits_and_deletions_change_what_stands_in_the_chat() -> None:
    telegram = FakeTelegram()
    status, body = telegram.answer("ptb", "sendMessage", {"chat_id": "1", "text": "satu"})
    sent = {"chat_id": "1", "message_id": str(body["result"]["message_id"])}
    assert status == 200
    assert telegram.answer("ptb", "editMessageText", {**sent, "text": "dua"})[0] == 200
    assert [one.text for one in telegram.messages(1)] == ["dua"]
    assert telegram.answer("ptb", "editMessageText", {**sent, "text": "dua"})[0] == 400
    assert telegram.answer("ptb", "deleteMessage", sent)[0] == 200
    assert telegram.messages(1) == []
    assert telegram.answer("ptb", "deleteMessage", sent)[0] == 400


def test_html_is_read_as_telegram_reads_it() -> None:
    assert plain("<b>a</b> &lt;b&gt; &amp; c") == "a <b> & c"
    for wrong in ("<b>a", "a</b>", "<script>a</script>", "<b><i>a</b></i>"):
        assert trouble_with({"text": wrong, "parse_mode": "HTML"})
    assert trouble_with({"text": "x" * 4097})
    assert trouble_with({"text": "😀" * 2049})
    assert trouble_with({"text": "x" * 4096}) is None
