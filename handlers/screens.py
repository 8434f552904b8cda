"""Turns the form engine's screens into messages."""

from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot import texts
from bot.forms import Screen
from bot.work import Work
from handlers.calls import HTML, Calls, ask_location, label

LONGEST = 4096


def screen_calls(work: Work, screen: Screen, message_id: int | None) -> Calls:
    """A screen as calls: an edit of the pressed message, or a new one."""
    text = _text(work, screen)
    markup = _markup(work, screen)
    if message_id is not None and not screen.fresh:
        calls: Calls = [
            EditMessageText(
                chat_id=work.chat,
                message_id=message_id,
                text=text,
                parse_mode=HTML,
                reply_markup=markup,
            )
        ]
    else:
        calls = [SendMessage(chat_id=work.chat, text=text, parse_mode=HTML, reply_markup=markup)]
    if screen.ask == "location":
        calls.append(
            ask_location(work, label(work, "form-location-button"), work.say("form-location-how"))
        )
    return calls


def _text(work: Work, screen: Screen) -> str:
    lines = [texts.html_of(line, work.language) for line in screen.body]
    if screen.progress is not None:
        step, total = screen.progress
        lines.append(work.say("form-progress", step=str(step), total=str(total)))
    return "\n".join(lines)[:LONGEST]


def _markup(work: Work, screen: Screen) -> InlineKeyboardMarkup | None:
    if not screen.rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=texts.plain_of(button.label, work.language), callback_data=button.data
                )
                for button in row
            ]
            for row in screen.rows
        ]
    )
