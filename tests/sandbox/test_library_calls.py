"""Both libraries send every kind of message and understand the sandbox's refusals."""

import pytest
import telegram
import telegram.ext
from aiogram import Bot, types
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile

from sandbox.client import SandboxClient
from sandbox.server import Sandbox


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
    sent = await aiogram_bot.send_media_group(
        101,
        [
            types.InputMediaPhoto(media=BufferedInputFile(b"satu", "1.jpg"), caption="Album"),
            types.InputMediaPhoto(media=BufferedInputFile(b"dua", "2.jpg")),
        ],
    )
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
