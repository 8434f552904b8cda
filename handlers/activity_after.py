"""What an author does with an activity after it was sent: opens its card, changes it, adds photos,
withdraws it, takes that back. Whoever checks it opens the card and its history here too."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errors import AppError, NotFound
from bot.forms import AskChoice, AskText, Form, Option, Say
from bot.forms.context import Answers
from bot.rules.activity_after import edit_fault, withdraw_fault
from bot.rules.roles import Act, Person
from bot.settings import ActivitySettings
from bot.work import Work
from handlers import activity_edit, activity_history
from handlers.access import Needs, Pressed, Private, require
from handlers.activity_card import card, photo_calls
from handlers.activity_title import no_danger
from handlers.calls import Calls, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.member_forms import about, not_by_itself
from storage import activity_after as after
from storage.activity_lists import Whole, whole
from storage.webhook_posts import owe_again

FaultOf: TypeAlias = Callable[[str, datetime, datetime, ActivitySettings], str | None]
"""Why it is too late for something, from the state, when it was sent, now, and the limits."""


def _in_own_words(answers: Answers) -> bool:
    return bool(answers["reason"] == "other")


WITHDRAW = Form(
    "activity_withdraw",
    "ae2",
    (
        AskChoice(
            "reason",
            tuple(Option(key, Say(f"after-reason-{key}")) for key in activity_history.REASONS),
            columns=1,
        ),
        AskText("other", most=200, when=_in_own_words, check=no_danger),
    ),
    summary=False,
)


def flows(settings: ActivitySettings) -> list[Flow]:
    """The forms of this conversation."""
    return [
        *activity_edit.flows(settings),
        Flow(WITHDRAW, not_by_itself, _withdrawn, above=about),
    ]


def router() -> Router:
    routes = Router(name="after")
    routes.callback_query.middleware(Needs(Act.READ_ACTIVITY))
    routes.callback_query.register(_pressed, Pressed("ac:"), Private())
    return routes


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """Any button of a card; what follows the letter is the activity's number."""
    viewer = require(work.person, Act.READ_ACTIVITY)
    letter, _, figures = rest.partition(":")
    number = number_in(figures)
    match letter:
        case "o":
            return [toast(query), *await opened(work, viewer, number)]
        case "s":
            text, rows = await card(work, viewer, await _seen(work, viewer, number))
            return [toast(query), shown(work, pressed_message(query), text, rows)]
        case "h":
            found = await _seen(work, viewer, number)
            text, rows = await activity_history.told(work, viewer, found)
            return [toast(query), shown(work, pressed_message(query), text, rows)]
        case "e" | "p":
            found = await _mine(work, viewer, number, edit_fault)
            begin = activity_edit.edit if letter == "e" else activity_edit.add_photos
            return [toast(query), *await begin(work, flows, found)]
        case "w":
            found = await _mine(work, viewer, number, withdraw_fault)
            return [toast(query), *await _leave(work, flows, found)]
        case "u":
            await _restore(work, viewer, number)
            text, rows = await card(work, viewer, await _seen(work, viewer, number))
            told = f"{work.say('after-restored')}\n\n{text}"
            return [toast(query), shown(work, pressed_message(query), told, rows)]
    return [toast(query, label(work, "button-unknown"))]


async def opened(work: Work, viewer: Person, number: int) -> Calls:
    """Photos first, so that the card with its buttons is the newest message."""
    found = await _seen(work, viewer, number)
    text, rows = await card(work, viewer, found)
    return [*photo_calls(work, found), message(work, text, rows)]


async def _seen(work: Work, viewer: Person, number: int) -> Whole:
    found = await whole(await work.session(), viewer, number)
    if found is None:
        raise NotFound("after-unknown")
    return found


async def _mine(work: Work, viewer: Person, number: int, fault_of: FaultOf) -> Whole:
    """One's own activity. Raises :class:`AppError` when it is too late for what is asked."""
    found = await after.own(await work.session(), viewer, number)
    limits = work.around.settings.activity
    fault = fault_of(found.row.state, found.row.created_at, work.now, limits)
    if fault is not None:
        raise AppError(fault)
    return found


async def _leave(work: Work, flows: Flows, found: Whole) -> Calls:
    head = work.say("after-withdraw-of", title=found.heading(), date=found.row.held_on)
    prepared = Prepared({}, {"activity": found.row.id, "about": head})
    return await flows.open(work, WITHDRAW.name, prepared)


async def _restore(work: Work, viewer: Person, number: int) -> None:
    """Take a withdrawal back; the systems that missed the activity meanwhile get it after all."""
    session, targets = await work.session(), work.around.settings.webhooks
    found = await after.restore(session, viewer, number, work.now)
    if targets and await owe_again(session, targets, number, found.row.revision, work.now):
        work.wake()


async def _withdrawn(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The form ends either way: what cannot be withdrawn now will not be able to later."""
    viewer, number = require(work.person, Act.READ_ACTIVITY), int(memory["activity"])
    reason = answers["other"] if answers["reason"] == "other" else answers["reason"]
    limits = work.around.settings.activity
    back = (((label(work, "after-back-mine"), "al:"),),)
    session = await work.session()
    try:
        found = await after.withdraw(session, viewer, number, reason, now=work.now, settings=limits)
    except AppError as there:  # nothing was written
        return Ending(work.say(there.key, **there.args_for_text), back)
    undo = (((label(work, "after-restore"), f"ac:u:{number}"),), *back)
    return Ending(work.say("after-withdrawn", title=found.heading()), undo)
