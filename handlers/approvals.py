"""Requests for a role: approved or refused by the nearest responsible person."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot import texts
from bot.errors import AppError
from bot.forms import AskText, Form, Plain, Say
from bot.request_cards import card_of, card_rows, card_text, role_label, wish
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import (
    Call,
    Calls,
    Row,
    label,
    message,
    number_in,
    pressed_message,
    shown,
    toast,
)
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage import requests
from storage.claimants import decider
from storage.requests import Request

SHOWN = 8
REASONS = ("unknown", "place", "role", "taken")
"""Ready reasons for a refusal: texts ``request-reason-…``; anything else is typed."""

REFUSAL = Form("refusal", "rqn", (AskText("reason", most=300, least=4, hint=True),), summary=False)


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(REFUSAL, _prepare, _typed)]


def router() -> Router:
    routes = Router(name="approvals")
    routes.callback_query.middleware(Needs(Act.APPROVE_MEMBER))
    routes.callback_query.register(_list, Pressed("rq:l:"), Private())
    routes.callback_query.register(_open, Pressed("rq:o:"), Private())
    routes.callback_query.register(_approve, Pressed("rq:y:"), Private())
    routes.callback_query.register(_reasons, Pressed("rq:n:"), Private())
    routes.callback_query.register(_refuse, Pressed("rq:r:"), Private())
    routes.callback_query.register(_other_reason, Pressed("rq:t:"), Private())
    return routes


async def waiting_for_me(work: Work) -> Calls:
    """The first page of what waits for this person, when something does."""
    if work.person is None or not work.person.may(Act.APPROVE_MEMBER):
        return []
    text, rows = await _page(work, 0)
    return [message(work, text, rows)] if rows else []


async def _list(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _page(work, number_in(rest))
    return [toast(query), message(work, text, rows)]


async def _page(work: Work, after: int) -> tuple[str, list[Row]]:
    """Requests that wait, the oldest first, from the one that follows ``after``."""
    viewer = require(work.person, Act.APPROVE_MEMBER)
    found = await requests.waiting_for(await work.session(), viewer, after=after, limit=SHOWN + 1)
    rows: list[Row] = [
        [
            (
                label(
                    work,
                    "request-line",
                    name=one.name,
                    role=wish(one),
                    place=work.around.book.title(one.region),
                ),
                f"rq:o:{one.id}",
            )
        ]
        for one in found[:SHOWN]
    ]
    turns = [(label(work, "request-first"), "rq:l:0")] if after else []
    if len(found) > SHOWN:
        turns.append((label(work, "request-more"), f"rq:l:{found[SHOWN - 1].id}"))
    return work.say("request-list" if found else "request-none"), [*rows, turns] if turns else rows


async def _open(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer, session = require(work.person, Act.APPROVE_MEMBER), await work.session()
    request = await requests.find(session, viewer, number_in(rest))
    if request is None or request.state != "waiting":
        return await why_not(work, query, number_in(rest))
    card = await card_of(session, request, work.around.book, work.now)
    text = card_text(card, work.language)
    return [toast(query), message(work, text, card_rows(request, work.language))]


async def _approve(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer, number = require(work.person, Act.APPROVE_MEMBER), number_in(rest)
    session = await work.session()
    before = await requests.find(session, viewer, number)
    if before is not None and work.around.book.get(before.region) is None:
        raise AppError("request-region-ended")
    request = await requests.approve(session, viewer, number, work.now)
    if request is None:
        return await why_not(work, query, number)
    work.people_changed = True
    named: dict[str, Any] = {"role": wish(request), "place": work.around.book.title(request.region)}
    open_menu = texts.plain_of(Say("menu-open"), request.language)
    work.tell(
        request.chat,
        request.language,
        "join-approved",
        markup={"inline_keyboard": [[{"text": open_menu, "callback_data": "m:menu"}]]},
        **named,
    )
    text = work.say("request-approved-by-you", name=request.name, **named)
    return [toast(query), _answered(work, query, text)]


async def _reasons(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Ask why, before anything is decided."""
    viewer, number = require(work.person, Act.APPROVE_MEMBER), number_in(rest)
    request = await requests.find(await work.session(), viewer, number)
    if request is None or request.state != "waiting":
        return await why_not(work, query, number)
    rows: list[Row] = [
        [(label(work, f"request-reason-{name}"), f"rq:r:{number}:{place}")]
        for place, name in enumerate(REASONS)
    ]
    rows.append([(label(work, "request-reason-other"), f"rq:t:{number}")])
    rows.append([(label(work, "request-back"), f"rq:o:{number}")])
    text = work.say(
        "request-why",
        name=request.name,
        role=wish(request),
        place=work.around.book.title(request.region),
    )
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _refuse(query: CallbackQuery, work: Work, rest: str) -> Calls:
    number, _, place = rest.partition(":")
    if place not in map(str, range(len(REASONS))):
        return [toast(query, label(work, "button-unknown"))]
    reason = Say(f"request-reason-{REASONS[int(place)]}")
    text = await _decline(work, number_in(number), reason)
    if text is None:
        return await why_not(work, query, number_in(number))
    return [toast(query), _answered(work, query, text)]


async def _other_reason(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    viewer, number = require(work.person, Act.APPROVE_MEMBER), number_in(rest)
    request = await requests.find(await work.session(), viewer, number)
    if request is None or request.state != "waiting":
        return await why_not(work, query, number)
    opened = await flows.open(work, REFUSAL.name, Prepared({}, {"request": number}))
    return [toast(query), *opened]


async def _prepare(work: Work) -> Prepared:
    """Only ever begun from a request's button."""
    raise AppError("request-unknown")


async def _typed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    require(work.person, Act.APPROVE_MEMBER)
    number = int(memory["request"])
    text = await _decline(work, number, Plain(answers["reason"]))
    return Ending(text or await _why_not(work, number), _others(work))


async def _decline(work: Work, number: int, reason: Say | Plain) -> str | None:
    """Refuse, and tell the asker why and what to do. Returns what the approver reads."""
    viewer = require(work.person, Act.APPROVE_MEMBER)
    # The log is read in the office: a ready reason stands there in Indonesian.
    kept = texts.plain_of(reason, "id")
    request = await requests.refuse(await work.session(), viewer, number, kept, work.now)
    if request is None:
        return None
    named: dict[str, Any] = {"role": wish(request), "place": work.around.book.title(request.region)}
    work.tell(request.chat, request.language, "join-refused", reason=reason, **named)
    return work.say("request-refused-by-you", name=request.name, reason=reason, **named)


def _others(work: Work) -> tuple[tuple[tuple[str, str], ...], ...]:
    return (((label(work, "request-others"), "rq:l:0"),),)


def _answered(work: Work, query: CallbackQuery, text: str) -> Call:
    return shown(work, pressed_message(query), text, _others(work))


async def why_not(work: Work, query: CallbackQuery, number: int) -> Calls:
    """A press that came too late, or on what is not this person's: say why, change nothing."""
    return [toast(query), _answered(work, query, await _why_not(work, number))]


async def _why_not(work: Work, number: int) -> str:
    viewer, session = require(work.person, Act.APPROVE_MEMBER), await work.session()
    request = await requests.find(session, viewer, number)
    if request is None:
        is_own = await requests.is_own(session, viewer, number)
        return work.say("request-own" if is_own else "request-unknown")
    return await _decided(work, request)


async def _decided(work: Work, request: Request) -> str:
    named = {
        "name": request.name,
        "role": wish(request),
        "place": work.around.book.title(request.region),
    }
    if request.state not in ("approved", "refused"):
        return work.say("request-withdrawn" if request.state == "withdrawn" else "request-unknown")
    by = await decider(await work.session(), request, work.now)
    who = Plain(by[0]) if by and by[0] else Say("form-value-missing")
    rung = role_label(by[1]) if by and by[1] else Say("form-value-missing")
    at = request.decided_at or work.now
    return work.say(f"request-{request.state}-before", by=who, rung=rung, at=at, **named)
