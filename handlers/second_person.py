"""Roles that open child-protection data need a second person: DP3ACSKB is asked for it."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot import texts
from bot.forms import Say
from bot.rules.roles import ANNOUNCED, Act, Role
from bot.work import Work
from handlers.access import Pressed, Private, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.invite import role_key
from storage import assignments, people, second_person
from storage.outbox import Priority


def router() -> Router:
    routes = Router(name="second-person")
    routes.callback_query.register(_confirm, Pressed("ro:y:"), Private())
    routes.callback_query.register(_refuse, Pressed("ro:n:"), Private())
    return routes


def _buttons(assignment: int, language: str) -> list[Row]:
    found = (("role-confirm", f"ro:y:{assignment}"), ("role-refuse", f"ro:n:{assignment}"))
    return [[(texts.plain_of(Say(key), language), data)] for key, data in found]


async def ask_second(
    work: Work, assignment: int, name: str, role: Role, region: str, by: int | None
) -> None:
    """Ask those of DP3ACSKB who did not give the role (``by``)."""
    session = await work.session()
    inviter = await people.telegram_id_of(session, by) if by is not None else None
    for chat, language in await assignments.holders(
        session, Role.AGENCY_PROVINCE, region, work.now
    ):
        if inviter is not None and chat == inviter[0]:
            continue
        keyboard = [
            [{"text": words, "callback_data": data} for words, data in row]
            for row in _buttons(assignment, language)
        ]
        work.tell(
            chat,
            language,
            "role-waiting",
            priority=Priority.ANSWER,
            markup={"inline_keyboard": keyboard},
            name=name,
            role=Say(role_key(role)),
            place=work.around.book.title(region),
        )


async def waiting_roles(work: Work) -> Calls:
    """Roles that wait for this person's confirmation."""
    person = work.person
    if person is None or not person.may(Act.CONFIRM_ROLE):
        return []
    regions = person.regions_for(Act.CONFIRM_ROLE)
    waiting = await assignments.waiting_roles(await work.session(), person, regions, work.now)
    return [
        message(
            work,
            work.say(
                "role-waiting",
                name=name,
                role=label(work, role_key(Role(role))),
                place=work.around.book.title(region),
            ),
            _buttons(number, work.language),
        )
        for number, name, role, region in waiting
    ]


async def _confirm(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person = require(work.person, Act.CONFIRM_ROLE)
    session = await work.session()
    regions = person.regions_for(Act.CONFIRM_ROLE)
    found = await assignments.confirm(session, number_in(rest), person, regions, work.now)
    if found is None:
        return [toast(query, label(work, "role-not-confirmed"), alert=True)]
    work.people_changed = True
    person_id, role, region = found
    key, place = role_key(Role(role)), work.around.book.title(region)
    told = await people.telegram_id_of(session, person_id)
    if told is not None:
        work.tell(told[0], told[1], "role-confirmed", role=Say(key), place=place)
    await announce(work, person_id, Role(role), region, person.name)
    text = work.say("role-confirmed-by-you", role=label(work, key), place=place)
    return [toast(query), shown(work, pressed_message(query), text)]


async def announce(work: Work, person_id: int, role: Role, region: str, by: str) -> None:
    """All case officers and all of DP3ACSKB hear who may see child-protection data from now on, or
    help to give such a role, so that a wrong name is noticed. Other roles are announced to nobody.
    """
    if role not in ANNOUNCED:
        return
    session, me = await work.session(), work.person
    name = await second_person.name_of(session, person_id)
    without = (person_id, me.id) if me else (person_id,)
    for contact in await second_person.watchers(session, work.now, without=without):
        work.tell(
            contact.chat,
            contact.language,
            "role-announced",
            name=name,
            role=Say(role_key(role)),
            place=work.around.book.title(region),
            by=by or Say("role-by-operator"),
        )


async def _refuse(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """The role is not given: told to the invited, and to whoever invited."""
    person, session = require(work.person, Act.CONFIRM_ROLE), await work.session()
    found = await second_person.refuse(session, number_in(rest), person, work.now)
    if found is None:
        return [toast(query, label(work, "role-not-confirmed"), alert=True)]
    named: dict[str, Any] = {
        "role": Say(role_key(found.role)),
        "place": work.around.book.title(found.region),
    }
    name = await second_person.name_of(session, found.person)
    invited = await people.telegram_id_of(session, found.person)
    if invited is not None:
        work.tell(invited[0], invited[1], "role-refused", **named)
    by = found.granted_by
    inviter = await people.telegram_id_of(session, by) if by is not None else None
    if inviter is not None:
        work.tell(inviter[0], inviter[1], "role-refused-invited", name=name, **named)
    text = work.say("role-refused-by-you", name=name, **named)
    return [toast(query), shown(work, pressed_message(query), text)]
