"""/privasi and /datasaya: the notice, consent to a newer one, and a copy of everything about me."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Act
from bot.work import Work
from handlers import erasure, holds
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Flow
from handlers.notice import notice_text
from storage import jobs
from storage.people import renew_consent


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return holds.flows()


def router() -> Router:
    routes = Router(name="privacy")
    routes.message.register(_privacy, Typed("privasi", "privacy"), Private())
    routes.message.register(_my_data, Typed("datasaya", "mydata"), Private())
    routes.callback_query.register(_notice_pressed, Pressed("pv:p"), Private())
    routes.callback_query.register(_my_data_pressed, Pressed("pv:d"), Private())
    routes.callback_query.register(_agree, Pressed("pv:y:"), Private())
    routes.callback_query.register(_not_now, Pressed("pv:n"), Private())
    routes.include_routers(erasure.router(), holds.router())
    return routes


async def _privacy(_: Message, work: Work) -> Calls:
    return [message(work, notice_text(work), _rows(work))]


async def _notice_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), message(work, notice_text(work), _rows(work))]


def _rows(work: Work) -> list[Row]:
    rows: list[Row] = [
        [(label(work, "privacy-my-data"), "pv:d")],
        [(label(work, "privacy-erase"), "pv:e")],
    ]
    if work.person is not None and work.person.may(Act.HOLD_DATA):
        rows.append([(label(work, "hold-list-open"), "hd:l:")])
    return rows


async def _my_data(_: Message, work: Work) -> Calls:
    return [message(work, await _ask_for_copy(work))]


async def _my_data_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), message(work, await _ask_for_copy(work))]


async def _ask_for_copy(work: Work) -> str:
    """Have the files made; once in the hours that the settings give."""
    if work.person is None:
        return work.say("data-stranger", days=str(work.around.settings.retention.draft_days))
    hours = work.around.settings.privacy.copy_hours
    since = work.now - timedelta(hours=hours)
    before = await jobs.latest(await work.session(), work.person.id, "data", since)
    if before is not None:
        at = before.created_at + timedelta(hours=hours)
        return work.say("data-again-later", at=at, hours=str(hours))
    work.ask_job("data", {"person": work.person.id})
    return work.say("data-coming")


async def _agree(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Record consent to the version that was shown, when it is still the current one."""
    if work.person is None:
        return [toast(query), shown(work, pressed_message(query), work.say("privacy-stranger"))]
    if number_in(rest) != NOTICE_VERSION:
        rows = [[(label(work, "privacy-agree"), f"pv:y:{NOTICE_VERSION}")]]
        return [toast(query), message(work, notice_text(work), rows)]
    await renew_consent(await work.session(), work.person, NOTICE_VERSION, work.now)
    text = work.say("privacy-agreed", version=str(NOTICE_VERSION))
    on: list[Row] = [[(label(work, "menu-open"), "m:menu")]]
    return [toast(query), shown(work, pressed_message(query), text, on)]


async def _not_now(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Nothing changes; who does not want to go on is shown how to leave."""
    rows = [[(label(work, "privacy-erase"), "pv:e")]]
    text = work.say("privacy-not-agreed")
    return [toast(query), shown(work, pressed_message(query), text, rows)]
