"""/unduh: a region's activities as a file, for the systems of others."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import today
from bot.errors import NotFound
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, number_in, toast
from handlers.export_form import AREA, EXPORT, HOME, TOPS, order_in
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.kampung_list import common_top, outermost
from storage import exporting, jobs, kampung

KIND = "export"


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(EXPORT, _prepare, _done)]


def router() -> Router:
    routes = Router(name="export")
    routes.message.middleware(Needs(Act.EXPORT_ACTIVITY))
    routes.callback_query.middleware(Needs(Act.EXPORT_ACTIVITY))
    routes.message.register(_begin, Typed("unduh", "download"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:unduh"), Private())
    routes.callback_query.register(_of_kampung, Pressed("ex:k:"), Private())
    return routes


async def _begin(_: Message, work: Work, flows: Flows) -> Calls:
    return await flows.open(work, EXPORT.name)


async def _begin_pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return [toast(query), *await flows.open(work, EXPORT.name)]


async def _of_kampung(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    viewer = require(work.person, Act.EXPORT_ACTIVITY)
    card = await kampung.card(await work.session(), viewer, number_in(rest), work.now)
    if card is None:
        raise NotFound("kampung-unknown")
    require(viewer, Act.EXPORT_ACTIVITY, card.region)
    prepared = Prepared({HOME: card.region}, {})
    return [toast(query), *await flows.open(work, EXPORT.name, prepared)]


async def _prepare(work: Work) -> Prepared:
    person = require(work.person, Act.EXPORT_ACTIVITY)
    tops = outermost(person, Act.EXPORT_ACTIVITY)
    if len(tops) == 1 and tops[0].count(".") == 3:
        return Prepared({HOME: tops[0]}, {})
    return Prepared({AREA: common_top(person, Act.EXPORT_ACTIVITY), TOPS: tops}, {})


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Ask for the file, unless one is under way for this person."""
    order = order_in(answers, today(work.now))
    person = require(work.person, Act.EXPORT_ACTIVITY, order.region)
    session = await work.session()
    if await jobs.open_of(session, person.id, KIND) is not None:
        return Ending(work.say("export-busy"))
    work.ask_job(KIND, exporting.job_params(person, order))
    text = work.say(
        "export-asked",
        place=work.around.book.title(order.region),
        first=order.first,
        last=order.last,
    )
    return Ending(text)
