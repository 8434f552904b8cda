"""/undang: those who may, hand out a link for a role in their region."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.errors import NotAllowed
from bot.forms import AskChoice, AskRegion, Context, Form, Option, Say
from bot.forms.context import Answers
from bot.rules.roles import INVITABLE, TWO_PEOPLE, Act, Person, Role, may_invite
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, label, message, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage.invites import create_invite


def role_key(role: Role) -> str:
    """The text that names a role."""
    return f"role-{role.value.replace('_', '-')}"


def _roles(_: Answers, ctx: Context) -> tuple[Option, ...]:
    """The roles this person may hand out, by their place in the list of all."""
    mine = {option.id for option in ctx.lists.get("roles", ())}
    return tuple(
        Option(str(number), Say(role_key(role)))
        for number, role in enumerate(Role)
        if str(number) in mine
    )


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get("area")
    return found if isinstance(found, str) else None


INVITE = Form(
    "invite",
    "inv",
    (
        AskChoice("role", _roles, columns=1),
        AskRegion("region", level="any", within=_within, hint=True),
    ),
)


def invite_flow() -> Flow:
    return Flow(INVITE, _prepare, _done)


def _invitable(person: Person) -> set[Role]:
    return set().union(*(INVITABLE.get(grant.role, frozenset()) for grant in person.grants))


async def _prepare(work: Work) -> Prepared:
    person = require(work.person, Act.INVITE)
    areas = person.regions_for(Act.INVITE)
    roles = _invitable(person)
    listed = [[str(number), role.value] for number, role in enumerate(Role) if role in roles]
    area = areas[0] if len(areas) == 1 else "19"
    return Prepared({"area": area}, {"lists": {"roles": listed}})


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Make the link; the region is checked once more, with the role."""
    role, region = list(Role)[int(answers["role"])], answers["region"]
    person = require(work.person, Act.INVITE, region)
    if not may_invite(person, role, region):
        raise NotAllowed("refused-invite", ask=Say("ask-agency"))
    settings = work.around.settings.invite
    token = await create_invite(
        await work.session(),
        role,
        region,
        by=person.id,
        hours=settings.hours,
        uses=settings.uses,
        now=work.now,
    )
    named = {"role": label(work, role_key(role)), "place": work.around.book.title(region)}
    link = f"https://t.me/{work.around.bot_username}?start={token}"
    text = work.say(
        "invite-made",
        link=link,
        until=work.now + timedelta(hours=settings.hours),
        uses=str(settings.uses),
        **named,
    )
    more = (message(work, work.say("invite-needs-second")),) if role in TWO_PEOPLE else ()
    return Ending(text, more=more)


def router() -> Router:
    routes = Router(name="invite")
    routes.message.middleware(Needs(Act.INVITE))
    routes.callback_query.middleware(Needs(Act.INVITE))
    routes.message.register(_begin, Typed("undang", "invite"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:undang"), Private())
    return routes


async def _begin(_: Message, work: Work, flows: Flows) -> Calls:
    return await flows.open(work, INVITE.name)


async def _begin_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, INVITE.name)]
