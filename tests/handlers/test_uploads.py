"""A handler cannot answer with a file: it would be lost whenever Telegram is slow."""

from collections.abc import Sequence
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile

from handlers import dispatch
from tests.conversations.conftest import bot, migrated, settings
from tests.conversations.driver import RunningBot

__all__ = ["bot", "migrated", "settings"]


async def test_an_answer_with_a_file_is_a_bug_that_is_told(
    bot: RunningBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def uploads(*_: Any, **__: Any) -> Sequence[Any]:
        return [SendPhoto(chat_id=1, photo=BufferedInputFile(b"x", "a.png"))]

    ani = bot.stranger("Ani")
    with monkeypatch.context() as patch:
        patch.setattr(Dispatcher, "propagate_event", uploads)
        await ani.says("/start")
    assert ani.sees("error-bug")


async def test_a_photo_that_telegram_has_already_may_be_an_answer() -> None:
    assert not dispatch._uploads(SendPhoto(chat_id=1, photo="AgAC-file-id"))
