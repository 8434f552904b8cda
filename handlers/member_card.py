"""A member's card: who it is, which role where until when, and what may be done about it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from aiogram import Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.errors import AppError, NotAllowed, NotFound
from bot.forms import Form, Plain, Say
from bot.rules.roles import TWO_PEOPLE, Act, Person, may_manage
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.invite import role_key
from handlers.member_forms import (
    REASON,
    UNTIL,
    about,
    after_day,
    last_day,
    not_by_itself,
    number_of,
)
from storage import members, tenure
from storage.members import Card, MemberLine
from storage.second_person import watchers
from storage.tenure import Change, Changed

Doing: TypeAlias = Callable[[AsyncSession, int, Change], Awaitable[Changed | None]]
WITH_REASON: Mapping[str, Doing] = {"suspended": tenure.suspend, "ended": tenure.end}
WAYS = ("suspended", "ended", "changed", "resumed")
"""What may happen to a role, as the log of roles names it. The last needs no question."""


def flows() -> list[Flow]:
    return [
        Flow(REASON, not_by_itself, _reasoned, above=about),
        Flow(UNTIL, not_by_itself, _dated, above=about),
    ]


def router() -> Router:
    routes = Router(name="member-card")
    routes.callback_query.middleware(Needs(Act.READ_MEMBER))
    routes.callback_query.register(_open, Pressed("mb:o:"), Private())
    routes.callback_query.register(_suspend_pressed, Pressed("mb:x:"), Private())
    routes.callback_query.register(_end_pressed, Pressed("mb:e:"), Private())
    routes.callback_query.register(_until_pressed, Pressed("mb:d:"), Private())
    routes.callback_query.register(_resume_pressed, Pressed("mb:u:"), Private())
    routes.callback_query.register(_endless_pressed, Pressed("mb:w:"), Private())
    return routes


async def _open(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.READ_MEMBER)
    found = await seen(work, viewer, number_in(rest))
    return [toast(query), message(work, card_text(work, found), _buttons(work, viewer, found))]


async def seen(work: Work, viewer: Person, number: int) -> Card:
    """The card, or :class:`NotFound` when the viewer may not see it or nobody is there."""
    found = await members.card(await work.session(), viewer, number)
    if found is None:
        raise NotFound("member-unknown")
    return found


async def managed(work: Work, number: int) -> tuple[Person, MemberLine]:
    """The role, if the one who writes may change it. Raises what else is to be said."""
    viewer = require(work.person, Act.MANAGE_MEMBER)
    line = (await seen(work, viewer, number)).line
    if not may_manage(viewer, line.role, line.region):
        raise NotAllowed("refused-manage-member", ask=Say("ask-agency"))
    if line.has_ended(work.now):
        raise AppError("member-unchanged")
    return viewer, line


def card_text(work: Work, found: Card) -> str:
    line = found.line
    lines = [work.say("member-card", name=line.name), role_text(work, line)]
    lines += [work.say("member-other", role=role_words(work, one)) for one in found.others]
    if line.is_reachable:
        lines.append(work.say("member-reachable"))
    elif found.unreachable_since is None:
        lines.append(work.say("member-unreachable"))
    else:
        lines.append(work.say("member-unreachable-since", since=found.unreachable_since))
    if found.phone is not None:
        lines.append(work.say("member-phone", phone=found.phone))
    return "\n".join(lines)


def role_text(work: Work, line: MemberLine) -> str:
    """Role, place and dates as HTML."""
    return texts.html_of(Plain(role_words(work, line)), work.language)


def role_words(work: Work, line: MemberLine) -> str:
    """Role, place and dates in plain words, to stand inside another text."""
    named = {
        "role": label(work, role_key(line.role)),
        "place": work.around.book.title(line.region),
        "since": line.since,
    }
    if line.until is None:
        text = label(work, "member-role", **named)
    else:
        text = label(work, "member-role-until", **named, until=last_day(line.until))
    return text + _state(work, line)


def _state(work: Work, line: MemberLine) -> str:
    if line.has_ended(work.now):
        return work.say("member-state-ended")
    if not line.is_confirmed:
        return work.say("member-state-waiting")
    if line.is_suspended:
        return work.say("member-state-suspended")
    return work.say("member-state-later") if line.since > work.now else ""


def _buttons(work: Work, viewer: Person, found: Card) -> list[Row]:
    line, number = found.line, found.line.assignment
    rows: list[Row] = []
    is_other = line.person != viewer.id
    if may_manage(viewer, line.role, line.region) and not line.has_ended(work.now):
        if is_other:
            rows += _changes(work, line)
        rows.append([(label(work, "member-hand-over"), f"ho:a:{number}")])
    if is_other and viewer.may(Act.INVITE):
        rows.append([(label(work, "member-grant"), f"mb:g:{number}")])
    if viewer.may(Act.HOLD_DATA, line.region):
        rows.append([(label(work, "hold-open"), f"hd:{line.person}")])
    for one in found.others:
        words = label(
            work,
            "member-open-other",
            role=label(work, role_key(one.role)),
            place=work.around.book.title(one.region),
        )
        rows.append([(words, f"mb:o:{one.assignment}")])
    rows.append([(label(work, "member-list-here"), f"mb:r:{line.region}")])
    return rows


def _changes(work: Work, line: MemberLine) -> list[Row]:
    """What one may do to somebody else's role."""
    number = line.assignment
    turn = ("member-resume", "mb:u:") if line.is_suspended else ("member-suspend", "mb:x:")
    dates = [(label(work, "member-dates"), f"mb:d:{number}")]
    if line.until is not None and line.role not in TWO_PEOPLE:
        dates.append((label(work, "member-endless"), f"mb:w:{number}"))
    ends = (label(work, "member-end"), f"mb:e:{number}")
    return [[(label(work, turn[0]), f"{turn[1]}{number}"), ends], dates]


async def _suspend_pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return await _ask(query, work, flows, rest, REASON, "suspended")


async def _end_pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return await _ask(query, work, flows, rest, REASON, "ended")


async def _until_pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return await _ask(query, work, flows, rest, UNTIL, "changed")


async def _ask(
    query: CallbackQuery, work: Work, flows: Flows, rest: str, form: Form, what: str
) -> Calls:
    """Open the question for a reason or a day; refuse at once what could not be done anyway."""
    viewer, line = await managed(work, number_in(rest))
    if line.person == viewer.id:
        raise AppError("member-own-role")
    change = Change(viewer, work.now, work.around.vault)
    await tenure.keep_a_head(await work.session(), line.assignment, change)
    memory = {
        "assignment": str(line.assignment),
        "what": what,
        "about": work.say(f"member-ask-{what}", name=line.name, role=role_words(work, line)),
    }
    return [toast(query), *await flows.open(work, form.name, Prepared({}, memory))]


async def _reasoned(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    what = memory["what"]
    return await _do(work, memory, WITH_REASON[what], what, answers["reason"])


async def _dated(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    until = after_day(answers["until"])

    async def set_day(session: AsyncSession, number: int, change: Change) -> Changed | None:
        return await tenure.set_until(session, number, until, change)

    return await _do(work, memory, set_day, "changed", None)


async def _do(work: Work, memory: Memory, doing: Doing, what: str, reason: str | None) -> Ending:
    """Do it, and tell everybody concerned. A refusal ends the form: nothing was written yet."""
    viewer = require(work.person, Act.MANAGE_MEMBER)
    change = Change(viewer, work.now, work.around.vault, reason)
    try:
        changed = await doing(await work.session(), number_of(memory, "assignment"), change)
    except AppError as refusal:
        return Ending(work.say(refusal.key, **refusal.args_for_text))
    if changed is None:
        return Ending(work.say("member-unchanged"))
    await _tell(work, viewer, changed, what, reason)
    back = ((label(work, "member-card-open"), f"mb:o:{changed.assignment}"),)
    return Ending(_done_text(work, changed, what), (back,))


def _done_text(work: Work, changed: Changed, what: str) -> str:
    return work.say(
        f"member-done-{what}",
        name=changed.holder.name,
        role=label(work, role_key(changed.role)),
        place=work.around.book.title(changed.region),
    )


async def _tell(
    work: Work, viewer: Person, changed: Changed, what: str, reason: str | None
) -> None:
    """Tell the holder; of a role that opens child-protection data also all who have to know."""
    work.people_changed = True
    named: dict[str, Any] = {
        "role": Say(role_key(changed.role)),
        "place": work.around.book.title(changed.region),
        "by": viewer.name,
    }
    holder = changed.holder
    why = {"reason": reason} if reason else {}
    work.tell(holder.chat, holder.language, f"member-told-{what}", **named | why)
    if changed.role not in TWO_PEOPLE:
        return
    session = await work.session()
    for one in await watchers(session, work.now, without=(holder.person,)):
        if one.person != viewer.id:
            what_says = Say(f"member-what-{what}")
            work.tell(
                one.chat, one.language, "member-watch", name=holder.name, what=what_says, **named
            )


async def _resume_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return await _at_once(query, work, rest, tenure.resume, "resumed")


async def _endless_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    async def without_end(session: AsyncSession, number: int, change: Change) -> Changed | None:
        return await tenure.set_until(session, number, None, change)

    return await _at_once(query, work, rest, without_end, "changed")


async def _at_once(query: CallbackQuery, work: Work, rest: str, doing: Doing, what: str) -> Calls:
    """What needs no reason: done by the press."""
    viewer, line = await managed(work, number_in(rest))
    change = Change(viewer, work.now, work.around.vault)
    changed = await doing(await work.session(), line.assignment, change)
    if changed is None:
        return [toast(query, label(work, "member-unchanged"), alert=True)]
    await _tell(work, viewer, changed, what, None)
    back = [[(label(work, "member-card-open"), f"mb:o:{changed.assignment}")]]
    return [
        toast(query),
        shown(work, pressed_message(query), _done_text(work, changed, what), back),
    ]
