"""Small builders of the calls that handlers return; nothing here sends anything."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot import texts
from bot.forms import Say
from bot.work import Work

Call: TypeAlias = TelegramMethod[Any]
Calls: TypeAlias = list[Call]
Row: TypeAlias = Sequence[tuple[str, str]]

HTML = "HTML"


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup:
    """Inline buttons from (label, callback data); data that is an address becomes a link."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=label, url=data)
                if data.startswith("https://")
                else InlineKeyboardButton(text=label, callback_data=data)
                for label, data in row
            ]
            for row in rows
        ]
    )


def message(
    work: Work, text: str, rows: Sequence[Row] = (), *, protect: bool = False
) -> SendMessage:
    """A new message in the chat of the update."""
    return SendMessage(
        chat_id=work.chat,
        text=text,
        parse_mode=HTML,
        reply_markup=keyboard(rows) if rows else None,
        protect_content=True if protect else None,
    )


def edit(work: Work, message_id: int, text: str, rows: Sequence[Row] = ()) -> EditMessageText:
    """The pressed message, changed in place."""
    return EditMessageText(
        chat_id=work.chat,
        message_id=message_id,
        text=text,
        parse_mode=HTML,
        reply_markup=keyboard(rows) if rows else None,
    )


def shown(work: Work, message_id: int | None, text: str, rows: Sequence[Row] = ()) -> Call:
    """Edit the pressed message when there is one, else send a new one."""
    if message_id is None:
        return message(work, text, rows)
    return edit(work, message_id, text, rows)


def toast(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> Call:
    """Answer a press: every callback query is owed one (0-200 characters)."""
    return AnswerCallbackQuery(
        callback_query_id=query.id, text=text[:200] if text else None, show_alert=alert or None
    )


def ask_location(work: Work, label: str, text: str) -> SendMessage:
    """The keyboard that shares a location; it needs a message of its own."""
    return SendMessage(
        chat_id=work.chat,
        text=text,
        parse_mode=HTML,
        reply_markup=ReplyKeyboardMarkup(
            keyboard=[[KeyboardButton(text=label, request_location=True)]],
            resize_keyboard=True,
            one_time_keyboard=True,
        ),
    )


def drop_keyboard(work: Work, text: str) -> SendMessage:
    """Put a location keyboard away."""
    return SendMessage(
        chat_id=work.chat, text=text, parse_mode=HTML, reply_markup=ReplyKeyboardRemove()
    )


def label(work: Work, key: str, /, **args: Any) -> str:
    """A button's text in the person's language, without markup."""
    return texts.plain_of(Say(key, args), work.language)


def pressed_message(query: CallbackQuery) -> int | None:
    """Id of the message whose button was pressed, when Telegram still knows it."""
    return query.message.message_id if query.message is not None else None
