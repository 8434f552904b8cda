"""/grup in private: the kampung one is responsible for, the links that bind their groups, and how
the bound groups are doing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import AskText, Form, Plain
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers import group_cards
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.group_links import link_of
from storage.groups import KampungLine, groups_of, kampung_page
from storage.models import WorkingGroupChat

PAGE = 5
MOST_GROUPS = 20
"""Groups on one page: several a kampung are fine, and a message holds about 100 buttons."""
MOST_FOUND = 8

FIND = Form("groupfind", "gf", (AskText("place", most=60, hint=True),), summary=False)


def flows() -> list[Flow]:
    return [Flow(FIND, _prepare, _found)]


def router() -> Router:
    routes = Router(name="group-desk")
    routes.message.middleware(Needs(Act.BIND_GROUP))
    routes.message.register(_desk, Typed("grup", "group"), Private())
    routes.callback_query.middleware(Needs(Act.BIND_GROUP))
    pressed = routes.callback_query
    pressed.register(_desk_pressed, Pressed("m:grup"), Private())
    pressed.register(_page_pressed, Pressed("gr:p:"), Private())
    pressed.register(_find_pressed, Pressed("gr:s"), Private())
    group_cards.register(routes)
    return routes


async def _desk(_: Message, work: Work) -> Calls:
    text, rows = await _page(work, "")
    return [message(work, text, rows)]


async def _desk_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _page(work, "")
    return [toast(query), message(work, text, rows)]


async def _page_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _page(work, rest[:13])
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _find_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, FIND.name)]


async def _prepare(work: Work) -> Prepared:
    require(work.person, Act.BIND_GROUP)
    return Prepared({}, {})


async def _found(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The kampung in the places of that name; what the person typed is not kept."""
    person = require(work.person, Act.BIND_GROUP)
    places = [one.code for one in work.around.book.find(answers["place"])][:50]
    lines = await kampung_page(await work.session(), person, inside=places, limit=MOST_FOUND)
    if not lines:
        back = (((label(work, "group-find"), "gr:s"),), ((label(work, "group-back"), "gr:p:"),))
        return Ending(work.say("group-not-found", text=answers["place"]), back)
    text, rows = await _listed(work, person, lines)
    rows.append([(label(work, "group-back"), "gr:p:")])
    return Ending(text, tuple(tuple(row) for row in rows))


async def _page(work: Work, after: str) -> tuple[str, list[Row]]:
    """One page of kampung from behind a village's code."""
    person = require(work.person, Act.BIND_GROUP)
    lines = await kampung_page(await work.session(), person, after=after, limit=PAGE + 1)
    if not lines:
        return work.say("group-no-kampung"), []
    text, rows = await _listed(work, person, lines[:PAGE])
    moves = [(label(work, "group-first"), "gr:p:")] if after else []
    if len(lines) > PAGE:
        moves.append((label(work, "group-more"), f"gr:p:{lines[PAGE - 1].region}"))
    if moves:
        rows += [moves, [(label(work, "group-find"), "gr:s")]]
    return text, rows


async def _listed(
    work: Work, person: Person, lines: Sequence[KampungLine]
) -> tuple[str, list[Row]]:
    """Kampung, each with its groups' health, a button a group and one for a further group."""
    villages = [line.region for line in lines]
    bound = await groups_of(await work.session(), person, villages, limit=MOST_GROUPS)
    texts, rows = [work.say("group-how")], list[Row]()
    for line in lines:
        theirs = [group for group in bound if group.region_code == line.region]
        texts.append(_kampung(work, line, theirs))
        rows += [[(_button(work, group), f"gr:c:{group.chat_id}")] for group in theirs]
        if line.is_open:
            link = link_of(work, line.region)
            rows.append([(label(work, "group-link", name=line.name), link)])
    return "\n\n".join(texts), rows


def _button(work: Work, group: WorkingGroupChat) -> str:
    return label(work, "group-button", title=group.title)


def _kampung(work: Work, line: KampungLine, groups: Collection[WorkingGroupChat]) -> str:
    place = work.around.book.title(line.region)
    key = "group-kampung" if line.is_open else "group-kampung-closed"
    parts = [work.say(key, name=line.name, place=place)]
    for group in groups:
        state = group_cards.state_of(group)
        last: object = group.delivered_at or Plain("–")
        parts.append(work.say("group-line", title=group.title, state=state, last=last))
    if not groups:
        parts.append(work.say("group-none"))
    return "\n".join(parts)
