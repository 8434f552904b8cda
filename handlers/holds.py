"""Legal holds: DP3ACSKB keeps somebody's records from being erased, and lets them go again."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errors import NotFound
from bot.forms import AskText, Form
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import (
    Calls,
    Row,
    fitting,
    label,
    message,
    number_in,
    pressed_message,
    shown,
    toast,
)
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage import holds
from storage.holds import Hold

PAGE = 8
HOLD = Form("hold", "hld", (AskText("reason", most=300, least=5, multiline=True),))


def flows() -> list[Flow]:
    return [Flow(HOLD, _prepare, _done)]


def router() -> Router:
    routes = Router(name="holds")
    routes.callback_query.middleware(Needs(Act.HOLD_DATA))
    routes.callback_query.register(_list, Pressed("hd:l:"), Private())
    routes.callback_query.register(_new, Pressed("hd:n:"), Private())
    routes.callback_query.register(_ask_to_lift, Pressed("hd:x:"), Private())
    routes.callback_query.register(_lift, Pressed("hd:y:"), Private())
    routes.callback_query.register(_of_person, Pressed("hd:"), Private())
    return routes


async def _prepare(work: Work) -> Prepared:
    """Only from somebody's card: without a person there is nothing to hold."""
    raise NotFound("hold-nobody")


async def _of_person(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """The holds on one person's data, and the way to a new one."""
    viewer, number = require(work.person, Act.HOLD_DATA), number_in(rest)
    session = await work.session()
    name = await holds.subject(session, viewer, number)
    if name is None:
        return [toast(query), message(work, work.say("hold-nobody"))]
    found = await holds.listed(session, viewer, limit=PAGE, person=number)
    told = [_line(work, one) for one in found]
    page = found[: fitting(told)]
    lines = [work.say("hold-of", name=name), *told[: len(page)]]
    rows: list[Row] = [_lift_row(work, one) for one in page]
    rows.append([(label(work, "hold-new"), f"hd:n:{number}")])
    return [toast(query), message(work, "\n\n".join(lines), rows)]


async def _list(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """All holds in force, the newest first; ``rest`` is the last one of the page above."""
    viewer, before = require(work.person, Act.HOLD_DATA), number_in(rest)
    found = await holds.listed(await work.session(), viewer, limit=PAGE + 1, before=before or None)
    if not found:
        on: list[Row] = [[(label(work, "menu-open"), "m:menu")]]
        return [toast(query), message(work, work.say("hold-list-empty"), on)]
    told = [_line(work, one) for one in found[:PAGE]]
    page = found[: fitting(told)]
    lines = [work.say("hold-list"), *told[: len(page)]]
    rows: list[Row] = [_lift_row(work, one) for one in page]
    if len(found) > len(page):
        rows.append([(label(work, "list-older"), f"hd:l:{page[-1].id}")])
    return [toast(query), message(work, "\n\n".join(lines), rows)]


def _line(work: Work, one: Hold) -> str:
    return work.say("hold-line", name=one.name, reason=one.reason, at=one.placed_at)


def _lift_row(work: Work, one: Hold) -> Row:
    return [(label(work, "hold-lift", name=one.name), f"hd:x:{one.id}")]


async def _new(query: CallbackQuery, work: Work, rest: str, flows: Flows) -> Calls:
    viewer, number = require(work.person, Act.HOLD_DATA), number_in(rest)
    name = await holds.subject(await work.session(), viewer, number)
    if name is None:
        return [toast(query), message(work, work.say("hold-nobody"))]
    prepared = Prepared({}, {"person": number})
    return [toast(query), *await flows.open(work, HOLD.name, prepared)]


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer = require(work.person, Act.HOLD_DATA)
    session, number = await work.session(), int(memory["person"])
    name = await holds.subject(session, viewer, number)
    placed = await holds.place(session, viewer, number, answers["reason"], work.now)
    if placed is None or name is None:
        raise NotFound("hold-nobody")
    return Ending(work.say("hold-placed", name=name, reason=answers["reason"]))


async def _ask_to_lift(query: CallbackQuery, work: Work, rest: str) -> Calls:
    rows = [[(label(work, "hold-lift-yes"), f"hd:y:{number_in(rest)}")]]
    return [toast(query), message(work, work.say("hold-lift-sure"), rows)]


async def _lift(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.HOLD_DATA)
    person = await holds.lift(await work.session(), viewer, number_in(rest), work.now)
    if person is not None:
        work.wake()
    key = "hold-lifted" if person is not None else "hold-gone"
    return [toast(query), shown(work, pressed_message(query), work.say(key))]
