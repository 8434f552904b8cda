"""A bug in a handler, and a database that does not answer: nothing is lost, everybody is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from storage.database import Database
from storage.models import Activity, DraftRow, FailedUpdate, HandledUpdate
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, to_summary


def breaks(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Let the end of an activity meet a bug, after it has written something."""

    def receipt() -> str:
        raise ZeroDivisionError(words)

    monkeypatch.setattr("handlers.activity._receipt", receipt)


async def test_a_bug_is_rolled_back_recorded_and_told(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kader = await cadre(bot)
    await to_summary(kader, "Rahasia kampung")
    before = [row.body for row in await bot.rows(DraftRow)]
    breaks(monkeypatch, "Rahasia kampung")
    await kader.presses("Kirim")
    failed = (await bot.rows(FailedUpdate))[0]
    assert kader.sees("error-bug", update=str(failed.update_id))
    assert failed.error == "ZeroDivisionError"
    assert "activity.py" in failed.traceback
    assert "Rahasia" not in failed.traceback
    assert await bot.rows(Activity) == []
    assert [row.body for row in await bot.rows(DraftRow)] == before
    assert bot.telegram.updates == [] or bot.pauses == []
    monkeypatch.undo()
    await kader.presses("Kirim")
    assert len(await bot.rows(Activity)) == 1


async def test_a_bug_is_acknowledged_and_not_met_again(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    breaks(monkeypatch, "oh")
    await kader.presses("Kirim")
    told = len(kader.messages())
    await bot.turns()
    assert bot.telegram.updates == []
    assert len(await bot.rows(FailedUpdate)) == 1
    assert len(kader.messages()) == told


async def test_the_others_of_the_batch_do_not_notice(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    siti, rahma = await cadre(bot), await cadre(bot, "Rahma")
    ani = bot.stranger("Ani")
    await to_summary(siti)
    await rahma.says("/kegiatan")
    breaks(monkeypatch, "oh")
    with bot.asleep():
        await rahma.says("kemarin")
        await siti.presses("Kirim")
        await rahma.says("Kunjungan")
        await ani.says("/lapor")
    await bot.turns()
    assert siti.sees("error-bug")
    assert rahma.sees("activity-section")
    assert ani.sees("report-in_danger")
    assert len(await bot.rows(FailedUpdate)) == 1


async def test_a_bug_in_a_group_is_told_without_words(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> str:
        raise KeyError("kata")

    monkeypatch.setattr("handlers.groups.groups.group_region", broken)
    inside = (await cadre(bot)).in_group(-2001)
    await inside.says("/bantuan kata rahasia")
    assert "rahasia" not in inside.sees("error-bug").text


async def test_an_update_nobody_can_read_is_recorded_and_passed_by(bot: RunningBot) -> None:
    kader = await cadre(bot)
    bot.telegram.bring(message={"message_id": "x", "of": "another time"})
    await bot.turns()
    assert [row.error for row in await bot.rows(FailedUpdate)] == ["UnreadableUpdate"]
    await kader.says("/menu")
    assert kader.sees("welcome")


@contextmanager
def refusing(database: Database, moment: str) -> Iterator[None]:
    """Meanwhile the database fails at every "begin" or "commit"."""

    def fails(_: Connection) -> None:
        raise OperationalError(moment, {}, Exception("disk full"))

    engine = database.engine.sync_engine
    event.listen(engine, moment, fails, insert=True)
    yield
    event.remove(engine, moment, fails)


async def test_while_the_database_is_away_nothing_is_acknowledged(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.says("/kegiatan")
    with refusing(bot.core.database, "begin"):
        await kader.says("kemarin")
        kader.sees_nothing()
        await bot.turns()
        await bot.turns()
        waiting = [update["message"]["text"] for update in bot.telegram.updates]
    assert waiting == ["kemarin"]
    assert bot.pauses == [0.5, 1.0, 2.0]
    await bot.turns()
    assert kader.sees("activity-title")
    assert await bot.rows(FailedUpdate) == []


async def test_a_commit_that_fails_decides_nothing(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    handled = len(await bot.rows(HandledUpdate))
    with refusing(bot.core.database, "commit"):
        with bot.asleep():
            await kader.presses("Kirim")
        await bot.turns()
        kader.sees_nothing()
    assert await bot.rows(Activity) == []
    assert len(await bot.rows(HandledUpdate)) == handled
    await bot.turns()
    assert len(await bot.rows(Activity)) == 1
    assert kader.sees("activity-receipt")


async def test_a_reply_that_cannot_leave_goes_through_the_outbox(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kader = await cadre(bot)
    real = bot.telegram.answer

    def busy(library: str, method: str, params: Any) -> tuple[int, Any]:
        if library == "aiogram" and method == "sendMessage":
            body = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
            return 429, body | {"parameters": {"retry_after": 60}}
        return real(library, method, params)

    monkeypatch.setattr(bot.telegram, "answer", busy)
    await kader.says("/kegiatan")
    assert kader.sees("activity-date")
    assert bot.telegram.calls[-1].library == "ptb"
