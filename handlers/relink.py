"""A lost phone: whoever answers the request chooses the old account and moves it."""

from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot import texts
from bot.drafts import owner_of
from bot.errors import NotFound
from bot.forms import Say
from bot.request_cards import role_label
from bot.rules.roles import LADDER, TWO_PEOPLE, Act, Grant, Role
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.approvals import why_not
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from storage import assignments, relink, requests
from storage.outbox import Priority
from storage.relink import Account, Relinked
from storage.requests import RELINK, Request


def router() -> Router:
    routes = Router(name="relink")
    routes.callback_query.middleware(Needs(Act.APPROVE_MEMBER))
    routes.callback_query.register(_choose, Pressed("rl:c:"), Private())
    routes.callback_query.register(_ask_sure, Pressed("rl:p:"), Private())
    routes.callback_query.register(_move, Pressed("rl:y:"), Private())
    return routes


async def _waiting(work: Work, number: int) -> Request | None:
    viewer = require(work.person, Act.APPROVE_MEMBER)
    found = await requests.find(await work.session(), viewer, number)
    is_waiting = found and found.kind == RELINK and found.state == "waiting"
    return found if is_waiting else None


async def _choose(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Accounts that the asker may mean."""
    viewer, number = require(work.person, Act.APPROVE_MEMBER), number_in(rest)
    request = await _waiting(work, number)
    if request is None:
        return await why_not(work, query, number)
    found = await relink.candidates(await work.session(), viewer, request, work.now)
    rows: list[Row] = [[(_line(work, one), f"rl:p:{request.id}:{one.person}")] for one in found]
    rows.append([(label(work, "request-refuse"), f"rq:n:{request.id}")])
    key = "relink-candidates" if found else "relink-no-candidates"
    place = work.around.book.title(request.region)
    return [toast(query), message(work, work.say(key, name=request.name, place=place), rows)]


def _line(work: Work, one: Account) -> str:
    first = next(iter(one.grants), None)
    return label(
        work,
        "relink-line-phone" if one.same_phone else "relink-line",
        name=one.name,
        role=role_label(first.role) if first else Say("form-value-missing"),
        place=work.around.book.title(first.region) if first else "",
    )


async def _ask_sure(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Say what will happen, before anything does."""
    viewer, (first, _, second) = require(work.person, Act.APPROVE_MEMBER), rest.partition(":")
    request, session = await _waiting(work, number_in(first)), await work.session()
    if request is None:
        return await why_not(work, query, number_in(first))
    old = await relink.account(session, viewer, number_in(second), work.now)
    if old is None:
        raise NotFound("relink-outside")
    relink.require_manageable(viewer, old)
    lines = [work.say("relink-sure", name=old.name, asker=request.name)]
    kept = [grant for grant in old.grants if grant.role not in TWO_PEOPLE]
    dropped = [grant for grant in old.grants if grant.role in TWO_PEOPLE]
    if kept:
        lines.append(work.say("relink-kept", roles=_named(work, kept)))
    if dropped:
        lines.append(work.say("relink-dropped", roles=_named(work, dropped)))
    rows: list[Row] = [
        [(label(work, "relink-yes"), f"rl:y:{request.id}:{old.person}")],
        [(label(work, "relink-other"), f"rl:c:{request.id}")],
    ]
    return [toast(query), shown(work, pressed_message(query), "\n\n".join(lines), rows)]


def _named(work: Work, grants: Sequence[Grant]) -> tuple[Say, ...]:
    return tuple(
        Say(
            "relink-role",
            {"role": role_label(one.role), "place": work.around.book.title(one.region)},
        )
        for one in grants
    )


async def _move(query: CallbackQuery, work: Work, rest: str) -> Calls:
    viewer, (first, _, second) = require(work.person, Act.APPROVE_MEMBER), rest.partition(":")
    number, session = number_in(first), await work.session()
    request = await _waiting(work, number)
    old = await relink.account(session, viewer, number_in(second), work.now) if request else None
    owners = _owners(work, request.chat, old.chat) if request and old else ()
    moved = await relink.relink(session, viewer, number, number_in(second), work.now, owners=owners)
    if moved is None:
        return await why_not(work, query, number)
    work.people_changed = True
    _tell(work, moved, _rung(work))
    await _tell_of_dropped(work, moved)
    text = work.say("relink-done", name=moved.old.name)
    rows: list[Row] = [[(label(work, "request-others"), "rq:l:0")]]
    return [toast(query), shown(work, pressed_message(query), text, rows)]


def _owners(work: Work, *chats: int) -> tuple[str, ...]:
    """The keys of the drafts of both accounts, sealed ones among them when there is a key."""
    plain = tuple(owner_of(chat, chat) for chat in chats)
    vault = work.around.vault
    return (*plain, *map(vault.owner, plain)) if vault else plain


def _rung(work: Work) -> Role:
    """As whom the approver acts: the nearest rung they hold."""
    roles = work.person.roles() if work.person else frozenset()
    return next((rung for rung in LADDER if rung in roles), Role.AGENCY_PROVINCE)


def _tell(work: Work, moved: Relinked, rung: Role) -> None:
    """The old chat hears that it is out, and whom to ask, and Telegram shows it everybody's
    commands again; the new one is welcomed."""
    old, place = moved.old, work.around.book.title(moved.request.region)
    # After a list that may still wait for the old chat: the same priority keeps their order.
    scope = {"type": "chat", "chat_id": old.chat}
    work.send(old.chat, "deleteMyCommands", {"scope": scope}, priority=Priority.REMINDER)
    work.tell(old.chat, old.language, "relink-gone", rung=role_label(rung), place=place)
    open_menu = texts.plain_of(Say("menu-open"), old.language)
    markup = {"inline_keyboard": [[{"text": open_menu, "callback_data": "m:menu"}]]}
    work.tell(moved.request.chat, old.language, "relink-welcome", markup=markup, name=old.name)


async def _tell_of_dropped(work: Work, moved: Relinked) -> None:
    """DP3ACSKB gives the roles of two people again, or does not."""
    session = await work.session()
    for grant in moved.dropped:
        named: dict[str, Any] = {
            "role": role_label(grant.role),
            "place": work.around.book.title(grant.region),
        }
        work.tell(moved.request.chat, moved.old.language, "relink-role-dropped", **named)
        for chat, language in await assignments.holders(
            session, Role.AGENCY_PROVINCE, grant.region, work.now
        ):
            work.tell(chat, language, "relink-role-dropped-told", name=moved.old.name, **named)
