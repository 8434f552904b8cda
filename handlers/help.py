"""/bantuan /batal /bahasa: what everybody may ask, registered or not."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import Say, Text
from bot.rules.commands import offered_to, word_of
from bot.texts import LANGUAGES
from bot.work import Work
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, label, message, pressed_message, shown, toast
from handlers.flows import Flows
from handlers.menu import menu
from handlers.report import hotline_lines
from storage.people import set_language


def router() -> Router:
    routes = Router(name="help")
    routes.message.register(_help, Typed("bantuan", "help"), Private())
    routes.message.register(_cancel, Typed("batal", "cancel"), Private())
    routes.message.register(_language, Typed("bahasa", "language"), Private())
    routes.callback_query.register(_choose_language, Pressed("l:"), Private())
    return routes


async def _help(_: Message, work: Work) -> Calls:
    acts = work.person.acts() if work.person else frozenset()
    lines = [work.say("help")]
    lines += [
        work.say("help-line", word=word_of(one, work.language), what=Say(f"command-{one.name}"))
        for one in offered_to(acts)
    ]
    return menu(work, "\n".join([*lines, "", work.say("help-forms"), "", hotline_lines(work)]))


async def _cancel(event: Message, work: Work, flows: Flows) -> Calls:
    """Ask whether to leave the open form; without one, say so."""
    asked = await flows.feed(work, Text("batal"), event.message_id)
    return asked if asked is not None else menu(work, work.say("nothing-to-cancel"))


async def _language(_: Message, work: Work) -> Calls:
    rows = [[(label(work, f"language-{code}"), f"l:{code}")] for code in LANGUAGES]
    return [message(work, work.say("language-choose"), rows)]


async def _choose_language(query: CallbackQuery, work: Work, rest: str) -> Calls:
    if rest in LANGUAGES and work.person is not None:
        await set_language(await work.session(), work.person, rest)
        work.ask_job("commands", {"person": work.person.id})
        work.people_changed = True
    if rest in LANGUAGES:
        work.language = rest
    key = "language-set" if work.person else "language-stranger"
    return [toast(query), shown(work, pressed_message(query), work.say(key))]
