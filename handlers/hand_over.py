"""A region handed over: a successor chosen by name, what goes along confirmed, both told."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errors import AppError, NotFound
from bot.forms import Say
from bot.rules.roles import TWO_PEOPLE, Act, Person
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import Calls, Row, label, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.invite import role_key
from handlers.member_card import managed, role_words
from handlers.member_forms import SUCCESSOR, about, not_by_itself, number_of
from handlers.second_person import announce
from storage import hand_over, tenure
from storage.hand_over import GOES_ALONG, HandedOver
from storage.members import MemberLine, named
from storage.tenure import Change

MOST_FOUND = 12


def flows() -> list[Flow]:
    return [Flow(SUCCESSOR, not_by_itself, _found, above=about)]


def router() -> Router:
    routes = Router(name="handover")
    routes.callback_query.middleware(Needs(Act.MANAGE_MEMBER))
    routes.callback_query.register(_ask, Pressed("ho:a:"), Private())
    routes.callback_query.register(_confirm, Pressed("ho:c:"), Private())
    routes.callback_query.register(_yes, Pressed("ho:y:"), Private())
    return routes


async def _managed(work: Work, number: int) -> tuple[Person, MemberLine]:
    """The role, if it may be handed over by the one who writes."""
    viewer, line = await managed(work, number)
    if line.role in TWO_PEOPLE:
        raise AppError("hand-over-two-people")
    if not line.is_confirmed:
        raise AppError("member-unchanged")
    return viewer, line


async def _ask(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    _, line = await _managed(work, number_in(rest))
    memory = {
        "assignment": str(line.assignment),
        "about": work.say("hand-over-about", name=line.name, role=role_words(work, line)),
    }
    return [toast(query), *await flows.open(work, SUCCESSOR.name, Prepared({}, memory))]


async def _found(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The members of that name, each once; the next press shows what goes along."""
    viewer = require(work.person, Act.MANAGE_MEMBER)
    number = number_of(memory, "assignment")
    again = ((label(work, "hand-over-again"), f"ho:a:{number}"),)
    found = await named(await work.session(), viewer, answers["who"], work.now, limit=MOST_FOUND)
    people = {line.person: line for line in reversed(found.lines)}
    rows = tuple(
        ((_candidate(work, line), f"ho:c:{number}:{line.person}"),)
        for line in reversed(people.values())
    )
    key = "hand-over-choose" if rows else "hand-over-nobody"
    return Ending(work.say(key), (*rows, again))


def _candidate(work: Work, line: MemberLine) -> str:
    role, place = label(work, role_key(line.role)), work.around.book.title(line.region)
    return label(work, "hand-over-candidate", name=line.name, role=role, place=place)


def _numbers(rest: str) -> tuple[int, int]:
    first, _, second = rest.partition(":")
    return number_in(first), number_in(second)


async def _confirm(query: CallbackQuery, work: Work, rest: str) -> Calls:
    number, successor = _numbers(rest)
    viewer, line = await _managed(work, number)
    session = await work.session()
    if not await tenure.is_visible(session, viewer, successor):
        raise NotFound("member-unknown")
    if successor == line.person:
        raise AppError("hand-over-same")
    new = await tenure.contact(session, successor)
    text = work.say("hand-over-confirm", old=line.name, new=new.name, role=role_words(work, line))
    rows: list[Row] = [
        [(label(work, "hand-over-yes"), f"ho:y:{number}:{successor}")],
        [(label(work, "hand-over-no"), f"mb:o:{number}")],
    ]
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _yes(query: CallbackQuery, work: Work, rest: str) -> Calls:
    number, successor = _numbers(rest)
    viewer, _ = await _managed(work, number)
    change = Change(viewer, work.now, work.around.vault)
    done = await hand_over.hand_over(await work.session(), number, successor, change)
    if done is None:
        raise AppError("member-unchanged")
    work.people_changed = True
    _tell(work, viewer, done)
    handing = done.handing
    await announce(work, handing.new.person, handing.role, handing.region, viewer.name)
    text = work.say("hand-over-done", **_named(work, done))
    return [toast(query), shown(work, pressed_message(query), text)]


def _named(work: Work, done: HandedOver) -> dict[str, Any]:
    handing = done.handing
    return {
        "old": handing.old.name,
        "new": handing.new.name,
        "role": Say(role_key(handing.role)),
        "place": work.around.book.title(handing.region),
        **{name: str(done.along[name]) for name in GOES_ALONG},
    }


def _tell(work: Work, viewer: Person, done: HandedOver) -> None:
    """Tell both, but for the one who pressed."""
    handing = done.handing
    for one, key in ((handing.old, "hand-over-told-old"), (handing.new, "hand-over-told-new")):
        if one.person != viewer.id:
            needed = _named(work, done)
            if key == "hand-over-told-old":
                needed = {name: needed[name] for name in ("new", "role", "place")}
            work.tell(one.chat, one.language, key, by=viewer.name, **needed)
