"""/admin: what waits, what failed, who is out of reach, and the log of roles."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import AskText, Form
from bot.rules.roles import Act, Role
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
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
from handlers.invite import role_key
from storage import desk, role_history
from storage.desk import LISTS, MOST, Entry
from storage.role_history import RoleEntry

PAGE = 10
MOST_NAMED = 10
AUDITED = Form("auditname", "adf", (AskText("who", most=120, hint=True),), summary=False)


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(AUDITED, _may_enter, _named)]


def router() -> Router:
    routes = Router(name="admin")
    routes.message.middleware(Needs(Act.ADMIN_DESK))
    routes.callback_query.middleware(Needs(Act.ADMIN_DESK))
    routes.message.register(_begin, Typed("admin"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:admin"), Private())
    routes.callback_query.register(_list_pressed, Pressed("ad:l:"), Private())
    routes.callback_query.register(_resolve, Pressed("ad:r:"), Private())
    routes.callback_query.register(_log_pressed, Pressed("ad:a:"), Private())
    routes.callback_query.register(_find, Pressed("ad:f"), Private())
    return routes


async def _may_enter(work: Work) -> Prepared:
    require(work.person, Act.ADMIN_DESK)
    return Prepared({}, {})


async def _begin(_: Message, work: Work) -> Calls:
    return [await _desk(work)]


async def _begin_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), await _desk(work)]


async def _desk(work: Work) -> Any:
    viewer = require(work.person, Act.ADMIN_DESK)
    found = await desk.counts(await work.session(), viewer, work.now)
    rows: list[Row] = [
        [(label(work, f"admin-{name}", count=_capped(found[name])), f"ad:l:{name}:")]
        for name in LISTS
    ]
    if viewer.may(Act.APPROVE_MEMBER):
        rows.append([(label(work, "admin-answer"), "rq:l:")])
    rows.append([(label(work, "admin-log"), "ad:a:0:0")])
    if viewer.may(Act.EDIT_HINTS):
        rows.append([(label(work, "hint-open"), "hw:o")])
    if work.around.settings.webhooks:
        rows.append([(label(work, "posts-button"), "wp:l")])
    if viewer.may(Act.HOLD_DATA):
        rows.append([(label(work, "admin-holds"), "hd:l:")])
    return message(work, work.say("admin-desk"), rows)


def _capped(count: int) -> str:
    return str(count) if count < MOST else f"{MOST - 1}+"


async def _list_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.ADMIN_DESK)
    name, _, key = rest.partition(":")
    if name not in LISTS:
        return [toast(query, label(work, "button-unknown"), alert=True)]
    text, rows = await _list(work, viewer, name, _key(key))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


def _key(text: str) -> tuple[int, ...]:
    """A page's key; a group's number is negative. Forged ones begin at the beginning."""
    parts = text.split(":") if text else []
    numbers = tuple(-number_in(one[1:]) if one[:1] == "-" else number_in(one) for one in parts)
    return numbers if len(numbers) <= 2 and all(numbers) else ()


async def _list(
    work: Work, viewer: Any, name: str, after: tuple[int, ...]
) -> tuple[str, list[Row]]:
    """One page of a list, each entry a line of text; failed updates can be put away."""
    session = await work.session()
    found = await desk.listed(session, viewer, name, work.now, after=after, limit=PAGE + 1)
    told = [_line(work, name, entry) for entry in found[:PAGE]]
    entries = found[: fitting(told)]
    lines = [work.say(f"admin-head-{name}" if entries else "admin-empty")]
    lines += told[: len(entries)]
    rows: list[Row] = []
    if name == "failed":
        rows += [
            [(label(work, "admin-resolve", update=str(one.key[0])), f"ad:r:{one.key[0]}")]
            for one in entries
        ]
    if len(found) > len(entries):
        key = ":".join(map(str, entries[-1].key))
        rows.append([(label(work, "member-next"), f"ad:l:{name}:{key}")])
    rows.append([(label(work, "admin-back"), "m:admin")])
    return "\n\n".join(lines), rows


def _line(work: Work, name: str, entry: Entry) -> str:
    at = entry.at if entry.at is not None else "–"
    place = work.around.book.title(entry.region) if entry.region else "–"
    match name:
        case "requests":
            return work.say(
                "admin-line-request",
                name=entry.name,
                role=_role(work, entry.role),
                place=place,
                rung=_role(work, entry.what),
                at=at,
            )
        case "people":
            role = _role(work, entry.role)
            return work.say("admin-line-person", name=entry.name, role=role, place=place, at=at)
        case "groups":
            return work.say("admin-line-group", name=entry.name, place=place, at=at)
    return work.say("admin-line-kind", id=str(entry.key[0]), what=entry.what, at=at)


def _role(work: Work, value: str | None) -> str:
    """A role's name; a request to move an account names none."""
    return label(work, role_key(Role(value)) if value else "admin-no-role")


async def _resolve(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer = require(work.person, Act.ADMIN_DESK)
    is_done = await desk.resolve(await work.session(), viewer, number_in(rest), work.now)
    words = toast(query, label(work, "admin-resolved" if is_done else "admin-resolved-before"))
    text, rows = await _list(work, viewer, "failed", ())
    return [words, shown(work, pressed_message(query), text, rows)]


async def _log_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person, _, before = rest.partition(":")
    text, rows = await _log(work, number_in(person), number_in(before))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _log(work: Work, person: int, before: int) -> tuple[str, list[Row]]:
    """One page of the log of roles; ``person`` 0 is everybody."""
    viewer = require(work.person, Act.ADMIN_DESK)
    found = await role_history.role_changes(
        await work.session(), viewer, person=person or None, before=before, limit=PAGE + 1
    )
    lines = [work.say("admin-head-log" if found else "admin-empty")]
    told = [_log_line(work, one) for one in found[:PAGE]]
    count = fitting(told)
    lines += told[:count]
    rows: list[Row] = []
    if len(found) > count:
        rows.append([(label(work, "list-older"), f"ad:a:{person}:{found[count - 1].id}")])
    rows.append([(label(work, "admin-find"), "ad:f")])
    rows.append([(label(work, "admin-back"), "m:admin")])
    return "\n\n".join(lines), rows


def _log_line(work: Work, one: RoleEntry) -> str:
    named = {
        "at": one.at,
        "person": one.person or label(work, "admin-nobody"),
        "change": label(work, f"admin-change-{one.change.replace('_', '-')}"),
        "actor": one.actor or label(work, "admin-program"),
    }
    if one.role is None:
        text = work.say("admin-line-log-account", **named)
    else:
        place = work.around.book.title(one.region) if one.region else "–"
        text = work.say("admin-line-log", **named, role=_role(work, one.role), place=place)
    if one.word_of and one.word_of != one.actor:
        text += work.say("admin-log-word", word=one.word_of)
    return text + (work.say("admin-log-reason", reason=one.reason) if one.reason else "")


async def _find(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return [toast(query), *await flows.open(work, AUDITED.name)]


async def _named(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer = require(work.person, Act.ADMIN_DESK)
    found = await role_history.people_named(
        await work.session(), viewer, answers["who"], MOST_NAMED
    )
    again = ((label(work, "admin-find"), "ad:f"),)
    rows = tuple(((name, f"ad:a:{number}:0"),) for number, name in found)
    key = "admin-choose" if rows else "admin-nobody-named"
    return Ending(work.say(key), (*rows, again))
