"""/daftar: ask for a role without a link, and see where the request stands."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message, Update

from bot.drafts import Kept
from bot.errors import AppError
from bot.forms import Acted
from bot.request_cards import card_of, card_params, role_label, wish
from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import LADDER, Role, rungs_for
from bot.work import Work
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.join_form import JOIN_FORM, is_new, region_in, role_in
from handlers.notice import notice_text
from storage import assignments, own_requests, people, requests
from storage.climbing import above, not_asked
from storage.outbox import Priority
from storage.requests import JOIN, RELINK, Request
from storage.supervisors import contacts, nearest


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(JOIN_FORM, _prepare, _done, _acted, _above)]


def router() -> Router:
    routes = Router(name="join")
    routes.message.register(_join, Typed("daftar", "join"), Private())
    routes.callback_query.register(_join_pressed, Pressed("m:daftar"), Private())
    routes.callback_query.register(_new, Pressed("jn:new"), Private())
    routes.callback_query.register(_status_pressed, Pressed("jn:s"), Private())
    routes.callback_query.register(_withdraw, Pressed("jn:w:"), Private())
    return routes


async def _join(_: Message, work: Work, flows: Flows) -> Calls:
    waiting = await _waiting(work)
    if waiting:
        text, rows = await _status(work, waiting)
        return [message(work, text, rows)]
    return await flows.open(work, JOIN_FORM.name)


async def _join_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    waiting = await _waiting(work)
    if waiting:
        text, rows = await _status(work, waiting)
        return [toast(query), message(work, text, rows)]
    return [toast(query), *await flows.open(work, JOIN_FORM.name)]


async def _new(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, JOIN_FORM.name)]


async def _status_pressed(query: CallbackQuery, work: Work) -> Calls:
    waiting = await _waiting(work)
    if not waiting:
        return [toast(query, label(work, "join-none-waiting"))]
    text, rows = await _status(work, waiting)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _withdraw(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person, session = work.person, await work.session()
    is_done = person and await own_requests.withdraw(session, person, number_in(rest), work.now)
    if not is_done:
        return [toast(query, label(work, "join-not-withdrawn"), alert=True)]
    again: list[Row] = [[(label(work, "join-another"), "jn:new")]]
    text = work.say("join-withdrawn")
    return [toast(query), shown(work, pressed_message(query), text, again)]


async def _waiting(work: Work) -> list[Request]:
    if work.person is None:
        return []
    return list(await own_requests.own_waiting(await work.session(), work.person.id))


async def _status(work: Work, waiting: list[Request]) -> tuple[str, list[Row]]:
    """Where each request stands: who is asked, since when, and when it climbs."""
    lines = [work.say("join-status")]
    rows: list[Row] = []
    for request in waiting:
        lines.append(await _stands(work, request))
        what = label(work, "join-withdraw", role=wish(request))
        rows.append([(what, f"jn:w:{request.id}")])
    rows.append([(label(work, "join-another"), "jn:new")])
    return "\n\n".join(lines), rows


async def _stands(work: Work, request: Request) -> str:
    session = await work.session()
    mine = await not_asked(session, request.person, request.kind)
    told = {
        "role": wish(request),
        "place": work.around.book.title(request.region),
        "rung": role_label(request.rung),
        "since": request.created_at,
    }
    if not await contacts(session, (request.rung,), request.region, work.now, without=mine):
        return work.say("join-stands-nobody", **told)
    following = above(request)
    if request.climb_at is None or not following:
        return work.say("join-stands-top", **told)
    told |= {"climbs": request.climb_at, "next": role_label(following[0])}
    return work.say("join-stands", **told)


async def _prepare(work: Work) -> Prepared:
    """Whoever is known is not asked for consent and name again; others are offered Telegram's."""
    if work.person is not None:
        return Prepared({"known": True}, {})
    payload = work.incoming.payload
    user = getattr(payload.event, "from_user", None) if isinstance(payload, Update) else None
    return Prepared({"person": user.full_name[:120]} if user else {}, {})


def _above(work: Work, step: str) -> str:
    return work.say("join-notice", version=str(NOTICE_VERSION)) if step == "consent" else ""


async def _acted(
    work: Work, flows: Flows, acted: Acted, kept: Kept, message_id: int | None
) -> Calls:
    """The whole notice, and the question once more below it."""
    work.drafts.put(kept, sensitive=False)
    return [message(work, notice_text(work)), *flows.show_again(work)]


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Register who is new, write the request down, and tell those who answer it."""
    role, region = role_in(answers), region_in(answers)
    if work.around.book.get(region) is None:
        raise AppError("invite-region-ended")
    standing = await _stands_already(work, role, region)
    if standing is not None:
        return standing
    number = work.person.id if work.person else await _register(work, answers)
    session = await work.session()
    if answers.get("phone"):
        await own_requests.keep_phone(session, number, answers["phone"])
    rungs = rungs_for(role) if role else LADDER
    kind = JOIN if role else RELINK
    mine = await not_asked(session, number, kind)
    found = await nearest(session, region, work.now, rungs=rungs, without=mine)
    request = await requests.ask(
        session,
        person=number,
        kind=kind,
        role=role,
        region=region,
        rung=found[0] if found else rungs[-1],
        climb_at=work.now + timedelta(hours=work.around.settings.members.answer_hours),
        now=work.now,
    )
    card = await card_of(session, request, work.around.book, work.now)
    for contact in found[1] if found else ():
        params = card_params(card, contact.language)
        work.send(contact.chat, "sendMessage", params, priority=Priority.ANSWER)
    text = work.say("join-asked") + "\n\n" + await _stands(work, request)
    return Ending(text, (((label(work, "join-look"), "jn:s"),),))


async def _register(work: Work, answers: Mapping[str, Any]) -> int:
    """Somebody new, who has agreed to the notice in this form.

    Raises :class:`AppError` when the agreement is missing: the person was known when the form
    began, and is no longer.
    """
    if is_new(answers) and answers.get("consent") is True and work.incoming.sender is not None:
        work.people_changed = True
        return await people.register(
            await work.session(),
            telegram_id=work.incoming.sender,
            name=answers["person"],
            language=work.language,
            consent_version=NOTICE_VERSION,
            now=work.now,
        )
    raise AppError("join-again")


async def _stands_already(work: Work, role: Role | None, region: str) -> Ending | None:
    """What to say to somebody who has the role, waits for it, or asks for too much."""
    person = work.person
    if person is None:
        return None
    if any(grant.role is role and grant.region == region for grant in person.grants):
        place = work.around.book.title(region)
        return Ending(work.say("join-have-it", role=role_label(role or Role.CADRE), place=place))
    session = await work.session()
    if role and await assignments.is_suspended(session, person.id, role, region, work.now):
        return Ending(work.say("join-suspended"))
    waiting = await _waiting(work)
    same = [one for one in waiting if one.role is role and (role is None or one.region == region)]
    if same:
        text, rows = await _status(work, same)
        return Ending(work.say("join-asked-before") + "\n\n" + text, tuple(map(tuple, rows)))
    today = await own_requests.asked_since(session, person.id, work.now - timedelta(days=1))
    if today >= requests.MOST_A_DAY:
        return Ending(work.say("join-too-often", most=str(requests.MOST_A_DAY)))
    if len(waiting) >= requests.MOST_WAITING:
        return Ending(work.say("join-too-many", most=str(requests.MOST_WAITING)))
    return None
