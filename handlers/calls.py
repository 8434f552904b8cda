"""Small builders of the calls that handlers return; nothing here sends anything."""

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMediaGroup,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import CallbackQuery

from bot import texts
from bot.forms import Say
from bot.forms.clean import clip, units
from bot.work import Work

Call: TypeAlias = TelegramMethod[Any]
Calls: TypeAlias = list[Call]
Markup: TypeAlias = dict[str, Any]
"""A ``reply_markup`` as the Bot API spells it."""
Row: TypeAlias = Sequence[tuple[str, str]]

HTML = "HTML"
LONGEST_LABEL = 64
"""Characters of a button; phones cut off more."""
LONGEST_PAGE = 3800
"""Characters of a page's lines, of the 4096 that Telegram takes."""


def _nothing(method: type[Call]) -> dict[str, Any]:
    """All fields of a call, not given: the library's defaults are not asked for, one by one."""
    return dict.fromkeys(method.model_fields)


_SEND, _EDIT, _TOAST = (
    _nothing(SendMessage),
    _nothing(EditMessageText),
    _nothing(AnswerCallbackQuery),
)


def button(label: str, data: str) -> dict[str, str]:
    """An inline button; data that is an address becomes a link."""
    kind = "url" if data.startswith("https://") else "callback_data"
    return {"text": clip(label, LONGEST_LABEL), kind: data}


def keyboard(rows: Sequence[Row]) -> Markup | None:
    """Inline buttons from (label, callback data); None without any."""
    if not rows:
        return None
    return {"inline_keyboard": [[button(label, data) for label, data in row] for row in rows]}


def _packed(markup: Markup | None) -> str | None:
    """As it travels: packed here once, it is not walked through again, button by button."""
    return json.dumps(markup, separators=(",", ":")) if markup else None


def new_message(
    chat: int, text: str, markup: Markup | None, *, protect: bool = False
) -> SendMessage:
    """sendMessage. Built without validation and with plain keyboards: a question with twenty
    buttons would otherwise be twenty checked objects, which took longer than the whole form."""
    fields = _SEND | {
        "chat_id": chat,
        "text": text,
        "parse_mode": HTML,
        "reply_markup": _packed(markup),
        "protect_content": True if protect else None,
    }
    return SendMessage.model_construct(**fields)


def message(
    work: Work, text: str, rows: Sequence[Row] = (), *, protect: bool = False
) -> SendMessage:
    """A new message in the chat of the update."""
    return new_message(work.chat, text, keyboard(rows), protect=protect)


class Fleeting(SendMessage):
    """A message that leaves now or never: as an outbox row it might be seen by all, or be read."""


class Album(SendMediaGroup):
    """Photos to look at now: who opens the page again sees them again, no outbox row keeps them."""


class ProtectedEdit(EditMessageText):
    """An edit of a protected message: sent anew, it is protected again."""


def edit_text(
    chat: int, message_id: int, text: str, markup: Markup | None, *, protect: bool = False
) -> EditMessageText:
    """editMessageText, built as :func:`new_message` is."""
    fields = _EDIT | {
        "chat_id": chat,
        "message_id": message_id,
        "text": text,
        "parse_mode": HTML,
        "reply_markup": _packed(markup),
    }
    return (ProtectedEdit if protect else EditMessageText).model_construct(**fields)


def edit(work: Work, message_id: int, text: str, rows: Sequence[Row] = ()) -> EditMessageText:
    """The pressed message, changed in place."""
    return edit_text(work.chat, message_id, text, keyboard(rows))


def shown(work: Work, message_id: int | None, text: str, rows: Sequence[Row] = ()) -> Call:
    """Edit the pressed message when there is one, else send a new one."""
    if message_id is None:
        return message(work, text, rows)
    return edit(work, message_id, text, rows)


def no_buttons(work: Work, message_id: int | None) -> Calls:
    """Take the buttons off a message whose buttons do nothing any more; its words stay."""
    if message_id is None:
        return []
    return [EditMessageReplyMarkup(chat_id=work.chat, message_id=message_id)]


def toast(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> Call:
    """Answer a press: every callback query is owed one (0-200 characters)."""
    fields = _TOAST | {
        "callback_query_id": query.id,
        "text": text[:200] if text else None,
        "show_alert": alert or None,
    }
    return AnswerCallbackQuery.model_construct(**fields)


def ask_location(work: Work, label: str, text: str) -> SendMessage:
    """The keyboard that shares a location; it needs a message of its own."""
    return _ask_by_key(work, {"text": label, "request_location": True}, text)


def ask_contact(work: Work, label: str, text: str) -> SendMessage:
    """The keyboard that shares one's own number; it needs a message of its own."""
    return _ask_by_key(work, {"text": label, "request_contact": True}, text)


def _ask_by_key(work: Work, key: dict[str, Any], text: str) -> SendMessage:
    markup = {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
    return new_message(work.chat, text, markup)


def drop_keyboard(work: Work, text: str) -> SendMessage:
    """Put the keyboard of a location or a number away."""
    return new_message(work.chat, text, {"remove_keyboard": True})


def label(work: Work, key: str, /, **args: Any) -> str:
    """A button's text in the person's language, without markup."""
    return texts.plain_of(Say(key, args), work.language)


def fitting(lines: Sequence[str]) -> int:
    """How many of the lines of a page, an empty one between them, go into one message; one at
    least. Marks count like letters here, so there is room for a head above them."""
    length = 0
    for count, line in enumerate(lines):
        length += units(line) + 2
        if length > LONGEST_PAGE and count:
            return count
    return len(lines)


def number_in(rest: str) -> int:
    """The id in a button's data; 0, which is nobody's, for anything else that is sent."""
    number = int(rest) if rest.isdecimal() and len(rest) < 20 else 0
    return number if number < 2**63 else 0


def pressed_message(query: CallbackQuery) -> int | None:
    """Id of the message whose button was pressed, when Telegram still knows it."""
    return query.message.message_id if query.message is not None else None
