"""/profil: what I am and what I may do."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.errors import AppError
from bot.forms import AskPhone, AskText, Form
from bot.rules.roles import Act, Person
from bot.texts import LANGUAGES
from bot.work import Work
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, Row, label, message, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.member_card import role_text
from storage import profile
from storage.profile import Profile

MOST_SHOWN = 20
RENAME = Form("rename", "pfn", (AskText("new", least=2, most=120, hint=True),), summary=False)
PHONE = Form("myphone", "pfp", (AskPhone("phone"),), summary=False)


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(RENAME, _registered, _renamed), Flow(PHONE, _registered, _phone_changed)]


def router() -> Router:
    routes = Router(name="profile")
    routes.message.register(_show, Typed("profil", "profile"), Private())
    routes.callback_query.register(_show_pressed, Pressed("pf:o"), Private())
    routes.callback_query.register(_language, Pressed("pf:l"), Private())
    routes.callback_query.register(_rename, Pressed("pf:n"), Private())
    routes.callback_query.register(_phone, Pressed("pf:p"), Private())
    return routes


async def _show(_: Message, work: Work) -> Calls:
    return [await _profile(work)]


async def _show_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), await _profile(work)]


async def _profile(work: Work) -> Any:
    person = work.person
    if person is None:
        rows: list[Row] = [[(label(work, "menu-daftar"), "m:daftar")]]
        return message(work, work.say("profile-stranger"), rows)
    found = await profile.profile_of(await work.session(), person, work.now)
    text = "\n".join([*_head(work, person, found), *_roles(work, found), *_acts(work, person)])
    rows = [
        [(label(work, "menu-open"), "m:menu")],
        [(label(work, "profile-rename"), "pf:n"), (label(work, "profile-change-phone"), "pf:p")],
        [
            (label(work, "profile-change-language"), "pf:l"),
            (label(work, "profile-my-data"), "pv:d"),
        ],
    ]
    return message(work, text, rows)


def _head(work: Work, person: Person, found: Profile) -> list[str]:
    phone = (
        work.say("profile-phone", phone=found.phone)
        if found.phone
        else work.say("profile-no-phone")
    )
    return [
        work.say("profile-head", name=person.name),
        work.say("profile-language", language=label(work, f"language-{work.language}")),
        phone,
        work.say("profile-consent", version=str(found.consent_version), at=found.consent_at),
    ]


def _roles(work: Work, found: Profile) -> list[str]:
    if not found.roles:
        return ["", work.say("profile-no-roles")]
    lines = ["", work.say("profile-roles")]
    lines += [f"• {role_text(work, one)}" for one in found.roles[:MOST_SHOWN]]
    left = len(found.roles) - MOST_SHOWN
    return [*lines, work.say("profile-more-roles", count=str(left))] if left > 0 else lines


def _acts(work: Work, person: Person) -> list[str]:
    acts = person.acts()
    lines = ["", work.say("profile-acts")] if acts else [""]
    lines += [
        work.say("profile-act", act=label(work, f"act-{act.value.replace('_', '-')}"))
        for act in Act
        if act in acts
    ]
    return [*lines, work.say("profile-anyone")]


def _me(work: Work) -> Person:
    if work.person is None:
        raise AppError("profile-stranger")
    return work.person


async def _registered(work: Work) -> Prepared:
    _me(work)
    return Prepared({}, {})


async def _language(query: CallbackQuery, work: Work, rest: str) -> Calls:
    rows = [[(label(work, f"language-{code}"), f"l:{code}")] for code in LANGUAGES]
    return [toast(query), message(work, work.say("language-choose"), rows)]


async def _rename(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return [toast(query), *await flows.open(work, RENAME.name)]


async def _phone(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    return [toast(query), *await flows.open(work, PHONE.name)]


async def _renamed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    await profile.rename(await work.session(), _me(work), answers["new"])
    work.people_changed = True
    return Ending(work.say("profile-renamed", name=answers["new"]), _back(work))


async def _phone_changed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    await profile.set_phone(await work.session(), _me(work), answers["phone"])
    return Ending(work.say("profile-phone-changed", phone=answers["phone"]), _back(work))


def _back(work: Work) -> tuple[tuple[tuple[str, str], ...], ...]:
    return (((label(work, "menu-open"), "m:menu"),),)
