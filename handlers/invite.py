"""/undang: those who may, hand out a link for a role in their region."""

import io
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, ClassVar

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import AskChoice, AskRegion, Context, Form, Invalid, Option, Say
from bot.forms.context import Answers
from bot.rules.roles import INVITABLE, TWO_PEOPLE, Act, Person, Role, fits
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


USES = (1, 5, 20, 100)
DAYS = (1, 3, 7, 30, 90)
"""Choices of how many may use a link and how long it is valid; the setting's own comes first."""


def _uses(answers: Answers, _: Context) -> tuple[Option, ...]:
    found = sorted({*USES, int(answers.get("usual_uses", 1))})
    return tuple(Option(str(one), Say("invite-uses-count", {"count": str(one)})) for one in found)


def _hours(answers: Answers, _: Context) -> tuple[Option, ...]:
    usual = int(answers.get("usual_hours", 168))
    return tuple(_period(one) for one in sorted({*(24 * day for day in DAYS), usual}))


def _period(hours: int) -> Option:
    if hours % 24:
        return Option(str(hours), Say("invite-hours-count", {"count": str(hours)}))
    return Option(str(hours), Say("invite-days-count", {"count": str(hours // 24)}))


def _usual(name: str) -> Callable[[Answers, Context], str | None]:
    return lambda answers, _: answers.get(name)


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get("area")
    return found if isinstance(found, str) else None


class AskFittingRegion(AskRegion):
    """A region that the chosen role is held in; one that does not fit is said at once."""

    misfit: ClassVar[str] = "join-does-not-fit"

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        super().validate(value, answers, ctx)
        if "role" in answers and not fits(list(Role)[int(answers["role"])], value):
            raise Invalid(self.misfit)


def _check(answers: Answers, _: Context) -> None:
    """A kader belongs to a village, who reads cases to a kab/kota or above."""
    if not fits(list(Role)[int(answers["role"])], answers["region"]):
        raise Invalid("join-does-not-fit").at("region")


INVITE = Form(
    "invite",
    "inv",
    (
        AskChoice("role", _roles, columns=1),
        AskFittingRegion("region", level="any", within=_within, hint=True),
        AskChoice("uses", _uses, suggest=_usual("usual_uses")),
        AskChoice("hours", _hours, suggest=_usual("usual_hours")),
    ),
    version=2,
    check=_check,
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
    settings = work.around.settings.invite
    usual = {"usual_uses": str(settings.uses), "usual_hours": str(settings.hours)}
    return Prepared({"area": area, **usual}, {"lists": {"roles": listed}})


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Make the link; the region is checked once more, with the role."""
    role, region = list(Role)[int(answers["role"])], answers["region"]
    person = require(work.person, Act.INVITE, region)
    uses, hours = int(answers["uses"]), int(answers["hours"])
    token = await create_invite(
        await work.session(), role, region, viewer=person, hours=hours, uses=uses, now=work.now
    )
    link = f"https://t.me/{work.around.bot_username}?start={token}"
    named = {
        "role": label(work, role_key(role)),
        "place": work.around.book.title(region),
        "until": work.now + timedelta(hours=hours),
        "uses": str(uses),
    }
    caption = work.say("invite-code", **named)
    work.send_file(
        work.chat,
        "undangan.png",
        code_of(link),
        caption=caption,
        as_photo=True,
        person_id=person.id,
    )
    text = work.say("invite-made", link=link, **named)
    more = (message(work, work.say("invite-needs-second")),) if role in TWO_PEOPLE else ()
    return Ending(text, more=more)


def code_of(link: str) -> bytes:
    """A QR code as a PNG, large enough to print and with a quarter of it readable when smudged."""
    import segno

    image = io.BytesIO()
    segno.make(link, error="q", micro=False).save(image, kind="png", scale=12, border=4)
    return image.getvalue()


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
