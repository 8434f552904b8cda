"""What is left: answers to the open form, presses on its buttons, and everything unexpected."""

from collections import deque

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.forms import Other, owns
from bot.work import Work
from handlers.access import Pressed, Private
from handlers.activity_message import sent_on, taken, taken_between
from handlers.calls import Calls, label, message, pressed_message, shown, toast
from handlers.events import event_of, press_of
from handlers.flows import Flows, delete_later
from handlers.menu import menu


class Answer(Filter):
    """Something sent in private that is no command: the answer to an open form, most likely."""

    async def __call__(self, event: Message) -> bool:
        return event.chat.type == "private" and not (event.text or "").startswith("/")


def form_router() -> Router:
    """Answers and form buttons, nearly all that is ever sent: asked first of all routers."""
    routes = Router(name="forms")
    routes.message.register(Talk().said, Answer())
    routes.callback_query.register(_form_button, Pressed("f:"), Private())
    return routes


def last_router() -> Router:
    """What nobody else took."""
    routes = Router(name="talk")
    routes.message.register(_unknown_command, Private())
    routes.callback_query.register(_resume, Pressed("r:"), Private())
    routes.callback_query.register(_drop_asked, Pressed("rd:"), Private())
    routes.callback_query.register(_drop, Pressed("rx:"), Private())
    routes.callback_query.register(_unknown_button)
    return routes


class Talk:
    """What is no command. Remembers the last albums, to answer each once and not photo by photo."""

    def __init__(self) -> None:
        self._albums: deque[str] = deque(maxlen=100)

    async def said(self, event: Message, work: Work, flows: Flows) -> Calls:
        between = await taken_between(work, flows, event)
        if between is not None:
            return between
        said, at = event_of(event), sent_on(event, work)
        answered = await flows.feed(work, said, event.message_id, at)
        if answered is not None:
            return answered
        if event.media_group_id is not None:
            if event.media_group_id in self._albums:
                return []
            self._albums.append(event.media_group_id)
        if (told := await taken(work, flows, event)) is not None:
            return told
        if said == Other("image"):
            return [message(work, work.say("form-photo-as-file"))]
        return menu(work, work.say("not-understood" if event.text else "not-understood-kind"))


async def _unknown_command(event: Message, work: Work, flows: Flows) -> Calls:
    if flows.is_sensitive(work):
        delete_later(work, event.message_id)  # perhaps an answer that begins with a slash
    return menu(work, work.say("unknown-command"))


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


async def _drop_asked(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """A form left unfinished may go, once somebody says so twice."""
    if (refusal := _not_parked(work, flows, rest)) is not None:
        return [toast(query, label(work, refusal))]
    name = label(work, f"{rest}-name")
    rows = [
        [(label(work, "form-parked-drop-yes"), f"rx:{rest}")],
        [(label(work, "form-parked-resume", name=name), f"r:{rest}")],
    ]
    text = work.say("form-parked-drop-sure", name=name)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _drop(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    if (refusal := _not_parked(work, flows, rest)) is not None:
        return [toast(query, label(work, refusal))]
    work.drafts.drop(rest)
    return [toast(query), shown(work, pressed_message(query), work.say("form-cancelled"))]


def _not_parked(work: Work, flows: Flows, form: str) -> str | None:
    """Why an offer's button moves nothing: the form has ended, or was taken up again. An open one
    is left by its own buttons only; those of a report take what it shows along."""
    if form not in flows.by_name or work.drafts.get(form) is None:
        return "form-closed"
    opened = work.drafts.opened()
    return "form-moved-on" if opened is not None and opened.draft.form == form else None


async def _unknown_button(query: CallbackQuery, work: Work) -> Calls:
    if query.message is None or query.message.chat.type != "private":
        return [toast(query, label(work, "button-unknown"))]
    return [toast(query, label(work, "button-unknown")), message(work, work.say("button-menu"))]
