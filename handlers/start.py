"""/start: the menu, an invite link, or a link straight into a form."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot import texts
from bot.errors import NotFound
from bot.forms import Say
from bot.rules.roles import TWO_PEOPLE, Act, Role
from bot.work import Work
from handlers.access import Pressed, Private, Typed, require
from handlers.calls import Call, Calls, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Flows, delete_later
from handlers.invite import role_key
from handlers.menu import menu
from handlers.report import open_report
from storage import assignments, invites, people
from storage.outbox import Priority

NOTICE_VERSION = 1
"""Version of the privacy notice (the text ``privacy-notice``) that people accept."""


ENTRANCES = {"kegiatan": "activity", "siaran": "broadcast"}
"""Payloads of links that open a form, such as those a group gives."""


def router() -> Router:
    routes = Router(name="start")
    routes.message.register(_start, Typed("start", "menu"), Private())
    routes.callback_query.register(_accept, Pressed("inv:y:"), Private())
    routes.callback_query.register(_decline, Pressed("inv:n"), Private())
    routes.callback_query.register(_notice, Pressed("inv:p"), Private())
    routes.callback_query.register(_confirm_role, Pressed("ro:y:"), Private())
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
    calls = menu(work)
    return [*calls, *await _waiting_roles(work)]


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
    if work.person and await assignments.is_waiting(session, work.person, role, region):
        return [toast(query), _waiting(work, query, role, region)]
    if not await invites.use(session, rest, work.now):
        raise NotFound("invite-used-up")
    if work.person is not None:
        person_id = work.person.id
    else:
        person_id = await people.register(
            session,
            telegram_id=query.from_user.id,
            name=query.from_user.full_name[:120],
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
        await _ask_second(work, assignment, query.from_user.full_name[:120], role, region, by)
        return [toast(query), _waiting(work, query, role, region)]
    place = work.around.book.title(region)
    text = work.say("invite-welcome", role=label(work, role_key(role)), place=place)
    again = [[(label(work, "menu-open"), "m:menu")]]
    return [toast(query), shown(work, pressed_message(query), text, again)]


def _waiting(work: Work, query: CallbackQuery, role: Role, region: str) -> Call:
    place = work.around.book.title(region)
    text = work.say("invite-waiting", role=label(work, role_key(role)), place=place)
    return shown(work, pressed_message(query), text)


async def _ask_second(
    work: Work, assignment: int, name: str, role: Role, region: str, by: int | None
) -> None:
    """Child-protection roles need a second person: ask those of DP3ACSKB who did not invite."""
    session = await work.session()
    inviter = await people.telegram_id_of(session, by) if by is not None else None
    for chat, language in await assignments.holders(
        session, Role.AGENCY_PROVINCE, region, work.now
    ):
        if inviter is not None and chat == inviter[0]:
            continue
        yes = texts.plain_of(Say("role-confirm"), language)
        work.tell(
            chat,
            language,
            "role-waiting",
            priority=Priority.ANSWER,
            markup={"inline_keyboard": [[{"text": yes, "callback_data": f"ro:y:{assignment}"}]]},
            name=name,
            role=Say(role_key(role)),
            place=work.around.book.title(region),
        )


async def _waiting_roles(work: Work) -> Calls:
    """Roles that wait for this person's confirmation."""
    person = work.person
    if person is None or not person.may(Act.CONFIRM_ROLE):
        return []
    regions = person.regions_for(Act.CONFIRM_ROLE)
    waiting = await assignments.waiting_roles(await work.session(), person, regions)
    return [
        message(
            work,
            work.say(
                "role-waiting",
                name=name,
                role=label(work, role_key(Role(role))),
                place=work.around.book.title(region),
            ),
            [[(label(work, "role-confirm"), f"ro:y:{number}")]],
        )
        for number, name, role, region in waiting
    ]


async def _confirm_role(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person = require(work.person, Act.CONFIRM_ROLE)
    number = number_in(rest)
    session = await work.session()
    regions = person.regions_for(Act.CONFIRM_ROLE)
    found = await assignments.confirm(session, number, person, regions, work.now)
    if found is None:
        return [toast(query, label(work, "role-not-confirmed"), alert=True)]
    work.people_changed = True
    person_id, role, region = found
    key, place = role_key(Role(role)), work.around.book.title(region)
    told = await people.telegram_id_of(session, person_id)
    if told is not None:
        work.tell(told[0], told[1], "role-confirmed", role=Say(key), place=place)
    text = work.say("role-confirmed-by-you", role=label(work, key), place=place)
    return [toast(query), shown(work, pressed_message(query), text)]


async def _decline(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), shown(work, pressed_message(query), work.say("invite-declined"))]


async def _notice(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), message(work, work.say("privacy-notice"))]


async def _menu_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), *menu(work)]
