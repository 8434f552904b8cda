"""What is left: answers to the open form, presses on its buttons, and everything unexpected."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import owns
from bot.work import Work
from handlers.access import Pressed, Private
from handlers.calls import Calls, label, message, pressed_message, toast
from handlers.events import event_of, press_of
from handlers.flows import Flows
from handlers.menu import menu


def router() -> Router:
    routes = Router(name="talk")
    routes.message.register(_said, Private())
    routes.callback_query.register(_form_button, Pressed("f:"))
    routes.callback_query.register(_resume, Pressed("r:"), Private())
    routes.callback_query.register(_unknown_button)
    return routes


async def _said(event: Message, work: Work, flows: Flows) -> Calls:
    text = event.text or ""
    if text.startswith("/"):
        return menu(work, work.say("unknown-command"))
    answered = await flows.feed(work, event_of(event), event.message_id)
    if answered is not None:
        return answered
    return menu(work, work.say("not-understood" if event.text else "not-understood-kind"))


async def _form_button(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    code = owns(query.data or "")
    if code is None:
        return [toast(query, label(work, "button-unknown"))]
    reaction = await flows.press(work, code, press_of(query), pressed_message(query))
    return [toast(query, reaction.toast), *reaction.calls]


async def _resume(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    if work.drafts.resume(rest) is None:
        return [toast(query, label(work, "form-closed"))]
    return [toast(query), *flows.show_again(work)]


async def _unknown_button(query: CallbackQuery, work: Work) -> Calls:
    if query.message is None:
        return [toast(query, label(work, "button-unknown"))]
    return [toast(query, label(work, "button-unknown")), message(work, work.say("button-menu"))]
