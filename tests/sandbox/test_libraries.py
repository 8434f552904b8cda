"""A bare aiogram bot and a bare python-telegram-bot bot talk to the sandbox, unchanged."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram
import telegram.ext
from aiogram import Bot, Dispatcher, F, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.utils.media_group import MediaGroupBuilder
from telegram.request import HTTPXRequest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Ya, kirim", callback_data="ya")]]
)


@pytest.fixture
async def aiogram_bot(box: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.base_url))
    async with Bot(box.token, session=session) as bot:
        yield bot


@pytest.fixture
async def ptb_bot(box: Sandbox) -> AsyncIterator[telegram.ext.ExtBot[None]]:
    bot: telegram.ext.ExtBot[None] = telegram.ext.ExtBot(
        box.token, base_url=f"{box.base_url}/bot", base_file_url=f"{box.base_url}/file/bot"
    )
    async with bot:
        yield bot


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


async def test_aiogram_sends_all_kinds(
    aiogram_bot: Bot, box: Sandbox, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101, started=True)
    file = BufferedInputFile(b"isi berkas", "laporan.txt")
    document = await aiogram_bot.send_document(
        101, file, caption="<b>Laporan</b>", parse_mode="HTML"
    )
    assert document.document is not None
    assert document.document.file_name == "laporan.txt"
    content = await aiogram_bot.download(document.document)
    assert content is not None
    assert content.read() == b"isi berkas"
    album = MediaGroupBuilder(caption="Album")
    album.add_photo(BufferedInputFile(b"satu", "1.jpg"))
    album.add_photo(BufferedInputFile(b"dua", "2.jpg"))
    sent = await aiogram_bot.send_media_group(101, album.build())
    assert len({message.media_group_id for message in sent}) == 1
    await aiogram_bot.send_location(101, -6.9, 107.6)
    await aiogram_bot.send_poll(101, "Setuju?", ["Ya", "Tidak"], is_anonymous=False)
    await aiogram_bot.send_contact(101, "+6280012345", "Dewi")
    copied = await aiogram_bot.copy_message(101, 101, document.message_id)
    await aiogram_bot.pin_chat_message(101, copied.message_id)
    await aiogram_bot.delete_messages(101, [sent[0].message_id, sent[1].message_id, 999])
    kinds = [set(m) & {"document", "photo", "location", "poll"} for m in await siti.messages()]
    assert kinds[1:] == [{"document"}, {"location"}, {"poll"}, set(), {"document"}, set()]
    assert (await aiogram_bot.get_chat(101)).first_name == "Siti"
    assert (await aiogram_bot.get_chat_member(101, 101)).status == "member"


async def test_python_telegram_bot_sends_all_kinds(
    ptb_bot: telegram.ext.ExtBot[None], people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101, started=True)
    document = await ptb_bot.send_document(101, b"isi berkas", filename="laporan.txt")
    assert document.document is not None
    fetched = await ptb_bot.get_file(document.document.file_id)
    assert bytes(await fetched.download_as_bytearray()) == b"isi berkas"
    media = [telegram.InputMediaPhoto(b"satu", caption="Album"), telegram.InputMediaPhoto(b"dua")]
    album = await ptb_bot.send_media_group(101, media)
    assert len(album) == 2
    await ptb_bot.send_photo(101, b"tiga", caption="*tebal*", parse_mode="MarkdownV2")
    seen = (await siti.messages())[-1]
    assert (seen["caption"], seen["html"]) == ("tebal", "<b>tebal</b>")
    await ptb_bot.send_poll(101, "Setuju?", ["Ya", "Tidak"])
    copies = await ptb_bot.copy_messages(101, 101, [document.message_id, 999])
    assert len(copies) == 1
    await ptb_bot.set_my_commands([("start", "Mulai")])
    assert (await ptb_bot.get_my_commands())[0].description == "Mulai"
    assert await ptb_bot.delete_message(101, album[0].message_id)
    assert (await ptb_bot.get_webhook_info()).url == ""


async def test_aiogram_understands_the_refusals(
    aiogram_bot: Bot, box: Sandbox, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101, started=True)
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await aiogram_bot.send_message(101, " ")
    group = await people.group("POKJA", [siti], with_bot=True)
    await group.migrate(siti)
    with pytest.raises(TelegramMigrateToChat) as migrated:
        await aiogram_bot.send_message(group.id, "halo")
    assert migrated.value.migrate_to_chat_id < -(10**12)
    await people.faults(flood_seconds=9)
    with pytest.raises(TelegramRetryAfter) as flood:
        await aiogram_bot.send_message(101, "halo")
    assert flood.value.retry_after == 9
    await people.faults(error_next=1)
    with pytest.raises(TelegramServerError):
        await aiogram_bot.send_message(101, "halo")
    await siti.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(101, "halo")


async def test_python_telegram_bot_understands_the_refusals(
    ptb_bot: telegram.ext.ExtBot[None],
    people: SandboxClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    siti = await people.person("Siti", id=101, started=True)
    with pytest.raises(telegram.error.BadRequest, match="Message text is empty"):
        await ptb_bot.send_message(101, " ")
    group = await people.group("POKJA", [siti], with_bot=True)
    await group.migrate(siti)
    with pytest.raises(telegram.error.ChatMigrated):
        await ptb_bot.send_message(group.id, "halo")
    await people.faults(flood_seconds=9)
    with pytest.raises(telegram.error.RetryAfter, match="0:00:09"):
        await ptb_bot.send_message(101, "halo")
    await people.faults(drop_before_next=1)
    with pytest.raises(telegram.error.NetworkError):
        await ptb_bot.send_message(101, "tidak sampai")
    await people.faults(drop_after_next=1)
    with pytest.raises(telegram.error.NetworkError):
        await ptb_bot.send_message(101, "sampai")
    assert [m.get("text") for m in await siti.messages()] == ["/start", "sampai"]
    await siti.blocks()
    with pytest.raises(telegram.error.Forbidden, match="bot was blocked by the user"):
        await ptb_bot.send_message(101, "halo")


async def test_a_wrong_token_is_unauthorized(box: Sandbox) -> None:
    bot = telegram.Bot("7:SALAH", base_url=f"{box.base_url}/bot")
    with pytest.raises(telegram.error.InvalidToken):
        await bot.initialize()
    await bot.shutdown()
