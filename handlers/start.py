"""/start: the menu, an invite link, or a link straight into a form."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message, User

from bot.errors import AppError, NotFound
from bot.forms.clean import JOINERS, clean
from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import TWO_PEOPLE, Role
from bot.work import Work
from handlers import second_person
from handlers.access import Pressed, Private, Typed
from handlers.approvals import waiting_for_me
from handlers.calls import Call, Calls, label, message, pressed_message, shown, toast
from handlers.flows import Flows, delete_later
from handlers.invite import role_key
from handlers.join_form import JOIN_FORM
from handlers.menu import menu
from handlers.notice import notice_text, renewal
from handlers.report import open_report
from handlers.second_person import announce, ask_second, waiting_roles
from storage import assignments, invites, people
from storage import second_person as second_person_store

ENTRANCES = {"kegiatan": "activity", "siaran": "broadcast", "daftar": JOIN_FORM.name}
"""Payloads of links that open a form, such as those a group gives."""


def router() -> Router:
    routes = Router(name="start")
    routes.message.register(_start, Typed("start", "menu"), Private())
    routes.callback_query.register(_accept, Pressed("inv:y:"), Private())
    routes.callback_query.register(_decline, Pressed("inv:n"), Private())
    routes.callback_query.register(_notice, Pressed("inv:p"), Private())
    routes.include_router(second_person.router())
    routes.callback_query.register(_menu_pressed, Pressed("m:"), Private())
    return routes


async def _start(event: Message, command: CommandObject, work: Work, flows: Flows) -> Calls:
    payload = (command.args or "").strip()
    if payload in ENTRANCES:
        return await flows.open(work, ENTRANCES[payload])
    if payload == "lapor":
        if work.around.vault is not None:
            delete_later(work, event.message_id)
        return await open_report(work, flows)
    if payload.startswith("i"):
        return await _invited(work, payload)
    if payload == "privasi":
        return [message(work, notice_text(work))]
    mine = (*await waiting_roles(work), *await waiting_for_me(work), *await renewal(work))
    return [*menu(work), *mine]


async def _invited(work: Work, token: str) -> Calls:
    role, region, _ = await invites.look_up(await work.session(), token, work.now)
    key = "invite-offer" if work.person else "invite-offer-consent"
    text = work.say(
        key,
        role=label(work, role_key(role)),
        place=work.around.book.title(region),
        version=str(NOTICE_VERSION),
    )
    rows = [
        [(label(work, "invite-accept"), f"inv:y:{token}")],
        [(label(work, "invite-notice"), "inv:p")],
        [(label(work, "invite-decline"), "inv:n")],
    ]
    return [message(work, text, rows)]


async def _accept(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Register with consent, and give the role, once a link."""
    session = await work.session()
    role, region, by = await invites.look_up(session, rest, work.now)
    if work.person and any(g.role is role and g.region == region for g in work.person.grants):
        return [toast(query, label(work, "invite-have-it")), *menu(work)]
    if work.person and await assignments.is_waiting(session, work.person, role, region, work.now):
        return [toast(query), _waiting(work, query, role, region)]
    if work.person and await assignments.is_suspended(
        session, work.person.id, role, region, work.now
    ):
        raise AppError("join-suspended")
    if not await invites.use(session, rest, work.now):
        raise NotFound("invite-used-up")
    if work.person is not None:
        person_id, name = work.person.id, work.person.name
    else:
        name = _name_of(query.from_user) or label(work, "form-value-missing")
        person_id = await people.register(
            session,
            telegram_id=query.from_user.id,
            name=name,
            language=work.language,
            consent_version=NOTICE_VERSION,
            now=work.now,
        )
    is_confirmed = role not in TWO_PEOPLE
    assignment = await assignments.assign(
        session,
        person_id=person_id,
        role=role,
        region=region,
        granted_by=by,
        actor=person_id,
        now=work.now,
        confirmed=is_confirmed,
    )
    work.people_changed = True
    if not is_confirmed:
        await ask_second(work, assignment, name, role, region, by)
        return [toast(query), _waiting(work, query, role, region)]
    inviter = await second_person_store.name_of(session, by) if by is not None else ""
    await announce(work, person_id, role, region, inviter)
    place = work.around.book.title(region)
    text = work.say("invite-welcome", role=label(work, role_key(role)), place=place)
    again = [[(label(work, "menu-open"), "m:menu")]]
    return [toast(query), shown(work, pressed_message(query), text, again)]


def _name_of(user: User) -> str:
    """Telegram's name as it reads; empty when nothing of it can be seen."""
    name = clean(user.full_name)[:120]
    return name if name.strip(JOINERS + " ") else ""


def _waiting(work: Work, query: CallbackQuery, role: Role, region: str) -> Call:
    place = work.around.book.title(region)
    text = work.say("invite-waiting", role=label(work, role_key(role)), place=place)
    return shown(work, pressed_message(query), text)


async def _decline(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), shown(work, pressed_message(query), work.say("invite-declined"))]


async def _notice(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), message(work, notice_text(work))]


async def _menu_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), *menu(work), *await renewal(work)]
