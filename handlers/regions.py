"""/wilayah: DP3ACSKB renames and splits regions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import today
from bot.drafts import Kept
from bot.errors import NotFound
from bot.forms import Say, begin
from bot.rules.roles import Act
from bot.rules.splits import begun
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared, context_of
from handlers.kampung_list import common_top
from handlers.regions_form import AREA, RENAME, SPLIT, SURE
from handlers.screens import screen_calls
from storage import regions, splits
from storage.splits import Moved, Split


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [
        Flow(RENAME, _prepare, _renamed),
        Flow(SPLIT, _prepare, _weighed),
        Flow(SURE, _prepare_sure, _split),
    ]


def router() -> Router:
    routes = Router(name="regions")
    routes.message.middleware(Needs(Act.EDIT_REGION))
    routes.callback_query.middleware(Needs(Act.EDIT_REGION))
    routes.message.register(_begin, Typed("wilayah", "regions"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:wilayah"), Private())
    routes.callback_query.register(_pressed, Pressed("wl:"), Private())
    return routes


async def _begin(_: Message, work: Work) -> Calls:
    return [_ways(work)]


async def _begin_pressed(query: CallbackQuery, work: Work) -> Calls:
    return [toast(query), _ways(work)]


def _ways(work: Work) -> Any:
    rows: list[Row] = [
        [(label(work, "region-rename-button"), "wl:r")],
        [(label(work, "region-split-button"), "wl:s")],
    ]
    return message(work, work.say("region-what", count=str(len(work.around.book))), rows)


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    require(work.person, Act.EDIT_REGION)
    form = {"r": RENAME.name, "s": SPLIT.name}.get(rest)
    if form is None:
        return [toast(query, label(work, "button-unknown"))]
    return [toast(query), *await flows.open(work, form)]


async def _prepare(work: Work) -> Prepared:
    editor = require(work.person, Act.EDIT_REGION)
    return Prepared({AREA: common_top(editor, Act.EDIT_REGION)}, {})


async def _prepare_sure(work: Work) -> Prepared:
    """Begun from a split's summary only."""
    raise NotFound("region-unknown")


async def _renamed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    editor = require(work.person, Act.EDIT_REGION, answers["region"])
    on = date.fromisoformat(answers["on"])
    old = await regions.rename(
        await work.session(),
        editor,
        answers["region"],
        answers["title"],
        on=on,
        source=answers["source"],
        today=today(work.now),
    )
    work.renew_regions()
    return Ending(work.say("region-renamed", old=old, name=answers["title"], day=on))


def _plan(answers: Mapping[str, Any]) -> Split:
    """The split that a filled form describes."""
    into = [(answers["code"], answers["title"])]
    if answers.get("second"):
        into.append((answers["code2"], answers["title2"]))
    people = int(answers.get("people") or 1) - 1
    return Split(
        answers["region"],
        tuple(into),
        date.fromisoformat(answers["on"]),
        answers["source"],
        answers["ends"] is True,
        into[people][0],
    )


async def _weighed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Check the plan, say what would move, and ask for the last word."""
    editor = require(work.person, Act.EDIT_REGION, answers["region"])
    plan, session = _plan(answers), await work.session()
    old = await regions.editable(session, editor, plan.code)
    await splits.check(session, plan, old, work.now)
    book = work.around.book
    new = [begun(code, name, book.get(code.rpartition(".")[0])).title() for code, name in plan.into]
    given = {"place": book.title(plan.code), "new": ", ".join(new), "day": plan.on}
    if plan.ends:
        moving = await splits.what_moves(session, editor, plan.code, work.now)
        text = work.say(
            "region-split-ends",
            successor=new[[code for code, _ in plan.into].index(plan.successor())],
            roles=str(moving.roles),
            kampung=str(moving.kampung),
            groups=str(moving.groups),
            requests=str(moving.requests),
            invites=str(moving.invites),
            broadcasts=str(moving.broadcasts),
            **given,
        )
    else:
        text = work.say("region-split-stays", **given)
    return Ending(text, more=tuple(_ask_last(work, dict(answers))))


def _ask_last(work: Work, answers: Mapping[str, Any]) -> Calls:
    kept = {"answers": answers}
    draft, screen = begin(SURE, context_of(work, kept), {})
    work.drafts.put(Kept(draft, kept), sensitive=False)
    return screen_calls(work, screen, None)


async def _split(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Carry it out; everything is checked once more, since the day it was weighed may be past."""
    if answers["sure"] is not True:
        return Ending(work.say("region-split-not"))
    plan = _plan(memory["answers"])
    editor = require(work.person, Act.EDIT_REGION, plan.code)
    moved = await splits.split(await work.session(), editor, plan, work.now)
    for one in moved:
        _tell(work, plan, one)
    work.people_changed = True
    work.renew_regions()
    names = ", ".join(name for _, name in plan.into)
    if not moved:
        return Ending(work.say("region-split-done-empty", new=names))
    return Ending(work.say("region-split-done", new=names, roles=str(len(moved))))


def _tell(work: Work, plan: Split, one: Moved) -> None:
    """Tell somebody within reach of their new place."""
    if not one.is_reachable:
        return
    above = work.around.book.get(one.region.rpartition(".")[0])
    place = begun(one.region, dict(plan.into)[one.region], above).title()
    role = Say(f"role-{one.role.value.replace('_', '-')}")
    work.tell(one.chat, one.language, "region-moved-you", role=role, place=place)
