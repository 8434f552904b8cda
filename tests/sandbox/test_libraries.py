"""A bare aiogram bot and a bare python-telegram-bot bot talk to the sandbox, unchanged."""

import asyncio
from typing import Any

import pytest
import telegram
import telegram.ext
from aiogram import Bot, Dispatcher, F, types
from aiogram.filters import Command
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Ya, kirim", callback_data="ya")]]
)


async def converse(people: SandboxClient) -> None:
    """The same conversation with either bot."""
    siti = await people.person("Siti", id=101)
    await siti.opens("abc")
    await siti.sees("Halo Siti, abc")
    await siti.presses("Ya")
    edited = await siti.sees("Terkirim")
    assert "reply_markup" not in edited
    await siti.sends_photo(caption="posyandu")
    await siti.sees("foto posyandu")
    press = await siti.presses_data("palsu", edited["message_id"])
    assert (await siti.sees_answer(press["callback_query_id"]))["text"] == "palsu"


async def test_aiogram_polls_and_answers(aiogram_bot: Bot, people: SandboxClient) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("start"))
    async def start(message: types.Message) -> None:
        assert message.from_user is not None
        payload = (message.text or "").partition(" ")[2]
        await message.answer(
            f"Halo {message.from_user.first_name}, {payload}", reply_markup=BUTTONS
        )

    @dispatcher.callback_query(F.data == "ya")
    async def send(query: types.CallbackQuery) -> None:
        assert isinstance(query.message, types.Message)
        await query.message.edit_text("Terkirim")
        await query.answer()

    @dispatcher.callback_query()
    async def other(query: types.CallbackQuery) -> None:
        await query.answer(query.data, show_alert=True)

    @dispatcher.message(F.photo)
    async def photo(message: types.Message) -> None:
        assert message.photo is not None
        await message.answer_photo(message.photo[-1].file_id, caption=f"foto {message.caption}")

    async with asyncio.TaskGroup() as group:
        polling = group.create_task(
            dispatcher.start_polling(aiogram_bot, handle_signals=False, close_bot_session=False)
        )
        await converse(people)
        await dispatcher.stop_polling()
        await polling


def ptb_application(bot: telegram.ext.ExtBot[None]) -> Any:
    async def start(update: telegram.Update, context: Any) -> None:
        assert update.message is not None
        assert update.message.from_user is not None
        markup = telegram.InlineKeyboardMarkup.from_button(
            telegram.InlineKeyboardButton("Ya, kirim", callback_data="ya")
        )
        name = update.message.from_user.first_name
        await update.message.reply_text(f"Halo {name}, {context.args[0]}", reply_markup=markup)

    async def pressed(update: telegram.Update, context: Any) -> None:
        query = update.callback_query
        assert query is not None
        if query.data == "ya":
            await query.edit_message_text("Terkirim")
            await query.answer()
        else:
            await query.answer(query.data, show_alert=True)

    async def photo(update: telegram.Update, context: Any) -> None:
        message = update.message
        assert message is not None
        await message.reply_photo(message.photo[-1], caption=f"foto {message.caption}")

    application = telegram.ext.Application.builder().bot(bot).build()
    application.add_handler(telegram.ext.CommandHandler("start", start))
    application.add_handler(telegram.ext.CallbackQueryHandler(pressed))
    application.add_handler(telegram.ext.MessageHandler(telegram.ext.filters.PHOTO, photo))
    return application


async def test_python_telegram_bot_polls_and_answers(box: Sandbox, people: SandboxClient) -> None:
    bot: telegram.ext.ExtBot[None] = telegram.ext.ExtBot(
        box.token,
        base_url=f"{box.base_url}/bot",
        base_file_url=f"{box.base_url}/file/bot",
        get_updates_request=HTTPXRequest(),
    )
    application = ptb_application(bot)
    async with application:
        await application.start()
        await application.updater.start_polling()
        await converse(people)
        await application.updater.stop()
        await application.stop()


async def test_a_wrong_token_is_unauthorized(box: Sandbox) -> None:
    bot = telegram.Bot("7:SALAH", base_url=f"{box.base_url}/bot")
    with pytest.raises(telegram.error.InvalidToken):
        await bot.initialize()
    await bot.shutdown()
