"""/periksa: activities that wait to be checked, and the word of whoever answers for the village."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.errors import AppError, NotFound
from bot.forms import AskText, Form
from bot.rules.activity_after import spoken_title
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.activity_card import card, photo_calls
from handlers.activity_queue import onwards, page, spot, whole_page
from handlers.activity_title import no_danger
from handlers.activity_told import announce, tell_returned
from handlers.calls import Calls, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.member_forms import about, not_by_itself
from storage.activity_checks import Seen, give_back, verify, why_not
from storage.activity_lists import Whole, whole

STATES = {"s": "saved", "v": "verified", "r": "returned"}
RETURN = Form(
    "activity_return",
    "ae3",
    (AskText("note", most=300, hint=True, check=no_danger),),
    summary=False,
)


def flows() -> list[Flow]:
    return [Flow(RETURN, not_by_itself, _returned, above=about)]


def router() -> Router:
    routes = Router(name="check")
    routes.message.middleware(Needs(Act.VERIFY_ACTIVITY))
    routes.callback_query.middleware(Needs(Act.VERIFY_ACTIVITY))
    routes.message.register(_begin, Typed("periksa", "check"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:periksa"), Private())
    routes.callback_query.register(_pressed, Pressed("av:"), Private())
    return routes


async def _begin(_: Message, work: Work) -> Calls:
    text, rows = await page(work)
    return [message(work, text, rows)]


async def _begin_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await page(work)
    return [toast(query), message(work, text, rows)]


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """Any button of the queue and of its cards; what follows the letter depends on it."""
    letter, *args = rest.split(":")
    match letter, args:
        case "l", ([] | [_, _]) as at:
            text, rows = await page(work, spot(at))
            return [toast(query), shown(work, pressed_message(query), text, rows)]
        case "o", [number]:
            return [toast(query), *await _opened(work, number_in(number))]
        case "y", [number, revision, state] if state in STATES:
            return await _verify(query, work, _seen(number, revision, state))
        case "r", [number, revision, state] if state in STATES:
            return await _return(query, work, flows, _seen(number, revision, state))
        case (("a" | "A"), [region, number, sign]):
            return await whole_page(query, work, spot([region, number]), sign, sure=letter == "A")
    return [toast(query, label(work, "button-unknown"))]


def _seen(number: str, revision: str, state: str) -> Seen:
    return Seen(number_in(number), min(number_in(revision), 2**31 - 1), STATES[state])


async def _opened(work: Work, number: int) -> Calls:
    """Photos first, so that the card with its buttons is the newest message."""
    viewer, found = await _found(work, number)
    text, rows = await card(work, viewer, found)
    return [*photo_calls(work, found), message(work, text, rows)]


async def _found(work: Work, number: int) -> tuple[Person, Whole]:
    viewer = require(work.person, Act.VERIFY_ACTIVITY)
    found = await whole(await work.session(), viewer, number)
    if found is None:
        raise NotFound("after-unknown")
    return viewer, found


async def _verify(query: CallbackQuery, work: Work, seen: Seen) -> Calls:
    viewer = require(work.person, Act.VERIFY_ACTIVITY)
    taken = await verify(await work.session(), viewer, [seen], work.now)
    if not taken:
        return await _late(query, work, viewer, seen)
    await announce(work, taken)
    text = work.say(
        "after-verified",
        title=spoken_title(taken[0].title, taken[0].section),
        date=taken[0].held_on,
    )
    return [toast(query), shown(work, pressed_message(query), text, onwards(work))]


async def _late(query: CallbackQuery, work: Work, viewer: Person, seen: Seen) -> Calls:
    """What was seen does not stand any more: the newest, when it was changed meanwhile."""
    trouble = await why_not(await work.session(), viewer, seen)
    if trouble.key != "after-check-moved":
        raise trouble
    text, rows = await card(work, viewer, (await _found(work, seen.id))[1])
    return [toast(query), message(work, f"{work.say(trouble.key)}\n\n{text}", rows)]


async def _return(query: CallbackQuery, work: Work, flows: Flows, seen: Seen) -> Calls:
    """Ask for the note, if there is something to return."""
    viewer = require(work.person, Act.VERIFY_ACTIVITY)
    session = await work.session()
    found = await whole(session, viewer, seen.id)
    stands = found is not None and (found.row.revision, found.row.state) == (
        seen.revision,
        seen.state,
    )
    if found is None or not found.may_check or not stands or seen.state == "returned":
        return await _late(query, work, viewer, seen)
    title = spoken_title(found.row.title, found.row.section)
    head = work.say("after-return-of", title=title, date=found.row.held_on)
    memory = {"seen": [seen.id, seen.revision, seen.state], "about": head}
    return [toast(query), *await flows.open(work, RETURN.name, Prepared({}, memory))]


async def _returned(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The note goes with the activity as it was seen; when it is another by now nothing changes,
    and the note is shown once more so that it is not lost."""
    viewer, seen = require(work.person, Act.VERIFY_ACTIVITY), Seen(*memory["seen"])
    session, note = await work.session(), answers["note"]
    taken = await give_back(session, viewer, seen, note, work.now)
    if taken is None:
        trouble = await why_not(session, viewer, seen)
        lost = work.say("after-return-lost", note=note)
        return Ending(f"{_why(work, trouble)}\n\n{lost}", _open_again(work, trouble, seen))
    await tell_returned(work, taken, note)
    text = work.say("after-returned", title=spoken_title(taken.title, taken.section), note=note)
    return Ending(text, tuple(tuple(row) for row in onwards(work)))


def _why(work: Work, trouble: AppError) -> str:
    return work.say(trouble.key, **trouble.args_for_text)


def _open_again(
    work: Work, trouble: AppError, seen: Seen
) -> tuple[tuple[tuple[str, str], ...], ...]:
    if trouble.key != "after-check-moved":
        return tuple(tuple(row) for row in onwards(work))
    return (((label(work, "after-open"), f"av:o:{seen.id}"),),)
