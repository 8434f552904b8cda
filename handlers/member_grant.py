"""Another role for somebody who is a member already, given from their card."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.clock import today
from bot.errors import AppError, NotAllowed
from bot.forms import Say
from bot.rules.roles import ACTS, INVITABLE, TWO_PEOPLE, Act, Person, Role
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.calls import Calls, label, number_in, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.invite import role_key
from handlers.member_card import seen
from handlers.member_forms import (
    GRANT,
    about,
    after_day,
    first_moment,
    last_day,
    not_by_itself,
    number_of,
)
from handlers.second_person import announce, ask_second
from storage import tenure
from storage.members import outermost
from storage.tenure import Changed


def flows() -> list[Flow]:
    return [Flow(GRANT, not_by_itself, _granted, above=about)]


def router() -> Router:
    routes = Router(name="member-grant")
    routes.callback_query.middleware(Needs(Act.INVITE))
    routes.callback_query.register(_pressed, Pressed("mb:g:"), Private())
    return routes


def givable(person: Person) -> set[Role]:
    """The roles this person may hand out somewhere."""
    return set().union(
        *(
            INVITABLE.get(grant.role, frozenset())
            for grant in person.grants
            if Act.INVITE in ACTS[grant.role]
        )
    )


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    viewer = require(work.person, Act.INVITE)
    line = (await seen(work, viewer, number_in(rest))).line
    if line.person == viewer.id:
        raise AppError("member-own-role")
    roles = givable(viewer)
    areas = outermost(viewer.regions_for(Act.INVITE))
    memory = {
        "person": str(line.person),
        "about": work.say("member-ask-grant", name=line.name),
        "lists": {"roles": [[str(n), one.value] for n, one in enumerate(Role) if one in roles]},
    }
    answers = {"area": areas[0] if len(areas) == 1 else "19"}
    return [toast(query), *await flows.open(work, GRANT.name, Prepared(answers, memory))]


async def _granted(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Give the role. A refusal ends the form: nothing was written yet."""
    role, region = list(Role)[int(answers["role"])], answers["region"]
    viewer = require(work.person, Act.INVITE)
    since, until = answers.get("since"), answers.get("until")
    is_later = since is not None and since > today(work.now).isoformat()
    try:
        changed = await tenure.grant(
            await work.session(),
            viewer,
            number_of(memory, "person"),
            role,
            region,
            since=first_moment(str(since)) if is_later else work.now,
            until=after_day(until) if until else None,
            now=work.now,
        )
        if changed is None:
            raise NotAllowed("refused-invite", ask=Say("ask-agency"))
    except AppError as refusal:
        return Ending(work.say(refusal.key, **refusal.args_for_text))
    work.people_changed = True
    await _tell(work, viewer, changed, until)
    if role not in TWO_PEOPLE:  # the others are announced once the second person has confirmed
        await announce(work, changed.holder.person, role, region, viewer.name)
    named = {"role": label(work, role_key(role)), "place": work.around.book.title(region)}
    key = "member-granted-waiting" if role in TWO_PEOPLE else "member-granted"
    back = ((label(work, "member-card-open"), f"mb:o:{changed.assignment}"),)
    return Ending(work.say(key, name=changed.holder.name, **named), (back,))


async def _tell(work: Work, viewer: Person, changed: Changed, until: str | None) -> None:
    """Tell the member; for a role that takes two people, ask the second."""
    holder, role, region = changed.holder, changed.role, changed.region
    named: dict[str, Any] = {"role": Say(role_key(role)), "place": work.around.book.title(region)}
    if role in TWO_PEOPLE:
        work.tell(holder.chat, holder.language, "invite-waiting", **named)
        await ask_second(work, changed.assignment, holder.name, role, region, viewer.id)
        return
    end = last_day(after_day(until)) if until else Say("member-no-end")
    work.tell(
        holder.chat, holder.language, "member-told-granted", **named, by=viewer.name, until=end
    )
