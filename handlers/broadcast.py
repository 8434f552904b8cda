"""/siaran: DP3ACSKB and the OPD KB write to working groups and people of their region."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import Say
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.broadcast_form import BROADCAST, MEANT
from handlers.calls import Calls, label, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage import audiences, broadcasts


def broadcast_flow() -> Flow:
    return Flow(BROADCAST, _prepare, _done)


async def _prepare(work: Work) -> Prepared:
    person = require(work.person, Act.BROADCAST)
    areas = person.regions_for(Act.BROADCAST)
    top = areas[0] if len(areas) == 1 else "19"
    return Prepared(
        {"area": top}, {"lists": {"areas": [[str(n), area] for n, area in enumerate(areas)]}}
    )


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Keep it as a draft, count whom it would reach, and ask for the last word."""
    region, audience = answers["region"], MEANT[answers["audience"]]
    person = require(work.person, Act.BROADCAST, region)
    session = await work.session()
    photos = answers.get("photo") or []
    due_at = work.now if answers["when"] == "now" else datetime.fromisoformat(answers["when"])
    number = await broadcasts.create(
        session,
        person,
        chat_id=work.chat,
        region=region,
        audience=audience,
        body=answers["text"],
        photo=photos[0]["file_id"] if photos else None,
        due_at=due_at,
        now=work.now,
    )
    reach = await audiences.reach(session, region, audience, work.now)
    if number is None or not reach.total + reach.unreachable:
        return Ending(work.say("broadcast-nobody", place=work.around.book.title(region)))
    text = work.say(
        "broadcast-confirm",
        place=work.around.book.title(region),
        groups=str(reach.groups),
        people=str(reach.people),
        unreachable=str(reach.unreachable),
        when=Say("form-now") if answers["when"] == "now" else due_at,
    )
    yes = (label(work, "broadcast-send"), f"b:y:{number}")
    no = (label(work, "broadcast-drop"), f"b:n:{number}")
    return Ending(text, ((yes,), (no,)))


def router() -> Router:
    routes = Router(name="broadcast")
    routes.message.middleware(Needs(Act.BROADCAST))
    routes.callback_query.middleware(Needs(Act.BROADCAST))
    routes.message.register(_begin, Typed("siaran", "broadcast"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:siaran"), Private())
    routes.callback_query.register(_confirm, Pressed("b:y:"), Private())
    routes.callback_query.register(_discard, Pressed("b:n:"), Private())
    return routes


async def _begin(_: Message, work: Work, flows: Flows) -> Calls:
    return await flows.open(work, BROADCAST.name)


async def _begin_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, BROADCAST.name)]


async def _confirm(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person = require(work.person, Act.BROADCAST)
    found = await broadcasts.confirm(await work.session(), person, number_in(rest), work.now)
    if found is None:
        return [toast(query, label(work, "broadcast-unknown"), alert=True)]
    before, due_at = found
    if before != "draft":
        return [toast(query, label(work, "broadcast-already"))]
    work.wake()
    key = "broadcast-going" if due_at <= work.now else "broadcast-scheduled"
    text = work.say(key, when=due_at)
    return [toast(query), shown(work, pressed_message(query), text)]


async def _discard(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person = require(work.person, Act.BROADCAST)
    is_gone = await broadcasts.discard(await work.session(), person, number_in(rest))
    key = "broadcast-dropped" if is_gone else "broadcast-already"
    return [toast(query), shown(work, pressed_message(query), work.say(key))]
