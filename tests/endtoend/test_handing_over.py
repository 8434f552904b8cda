"""Answers that cannot leave are handed to the outbox: every one of them."""

import asyncio
from typing import Any, cast

from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage, TelegramMethod

from bot.clock import SystemClock
from bot.replies import Replier
from bot.transaction import Handled, UpdateTransaction
from bot.work import Incoming

CHAT = 101


def said(text: str) -> Handled:
    return Handled(Incoming(1, CHAT, CHAT, "id", None), [SendMessage(chat_id=CHAT, text=text)])


class DeadTelegram:
    """Every call fails at once."""

    async def __call__(self, method: TelegramMethod[Any]) -> None:
        raise TelegramServerError(method, "Bad Gateway")


class SlowOutbox:
    """Takes its time, in which the person writes once more."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.full = asyncio.Event()
        self.replier: Replier | None = None

    async def hand_over(self, rows: list[dict[str, Any]]) -> None:
        assert self.replier is not None
        if not self.rows:
            self.replier.submit([said("third")])
        await asyncio.sleep(0)
        self.rows += rows
        if len(self.rows) >= 3:
            self.full.set()


async def test_an_answer_that_comes_during_the_hand_over_is_not_lost() -> None:
    outbox = SlowOutbox()
    replier = Replier(
        cast(Bot, DeadTelegram()),
        cast(UpdateTransaction, outbox),
        SystemClock(),
        None,
        seconds=0.05,
    )
    outbox.replier = replier
    running = asyncio.Event()
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        task = group.create_task(replier.run(running.set))
        await running.wait()
        replier.submit([said("first"), said("second")])
        await outbox.full.wait()
        task.cancel()
    texts = [row["params"]["text"] for row in outbox.rows]
    assert texts == ["first", "second", "third"]
