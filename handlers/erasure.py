"""/hapusdata: have everything about me erased; roles end at once, the rest after a short grace."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.forms import Say
from bot.forms.clean import clip
from bot.rules.roles import TWO_PEOPLE, Person, Role
from bot.work import Work
from handlers.access import Pressed, Private, Typed
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.invite import role_key
from storage import assignments, audit, erasure, holds, jobs, supervisors
from storage.holds import ERASE
from storage.models import Job

CONFIRM_WITHIN = timedelta(minutes=15)
"""How long the last button of the question holds: an old one, pressed by chance, does nothing."""


def router() -> Router:
    routes = Router(name="erasure")
    routes.message.register(_explain, Typed("hapusdata", "deletemydata"), Private())
    routes.callback_query.register(_explain_pressed, Pressed("pv:e"), Private())
    routes.callback_query.register(_ask_again, Pressed("pv:q"), Private())
    routes.callback_query.register(_confirm, Pressed("pv:z:"), Private())
    routes.callback_query.register(_leave, Pressed("pv:c"), Private())
    routes.callback_query.register(_take_back, Pressed("pv:x:"), Private())
    routes.callback_query.register(_keep, Pressed("pv:k:"), Private())
    return routes


async def _explain(_: Message, work: Work) -> Calls:
    text, rows = await _explanation(work)
    return [message(work, text, rows)]


async def _explain_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _explanation(work)
    return [toast(query), message(work, text, rows)]


async def _explanation(work: Work) -> tuple[str, list[Row]]:
    """What would be erased, what stays and why; or where an erasure asked for before stands."""
    if work.person is None:
        days = str(work.around.settings.retention.draft_days)
        return work.say("erase-stranger", days=days), []
    waiting = await _asked(work, work.person)
    if waiting is not None:
        return await _standing(work, work.person, waiting)
    hours = work.around.settings.privacy
    text = work.say(
        "erase-explain", grace=str(hours.grace_hours), deadline=str(hours.deadline_hours)
    )
    return text, [
        [(label(work, "erase-go-on"), "pv:q")],
        [(label(work, "erase-not"), "pv:c")],
    ]


async def _asked(work: Work, person: Person) -> Job | None:
    """The erasure this person asked for themselves, while it is not done."""
    found = await jobs.open_of(await work.session(), person.id, ERASE)
    return None if found is None or found.params.get("idle") else found


async def _standing(work: Work, person: Person, job: Job) -> tuple[str, list[Row]]:
    found = await holds.on(await work.session(), person.id)
    if found:
        reasons = clip("; ".join(one.reason for one in found), 3000)
        return work.say("erase-held", reason=reasons), []
    deadline = job.deadline_at or job.due_at
    if job.attempts or job.outcome or job.due_at <= work.now:
        return work.say("erase-begun", deadline=deadline), []
    rows: list[Row] = [[(label(work, "erase-take-back"), f"pv:x:{job.id}")]]
    return work.say("erase-waits", at=job.due_at, deadline=deadline), rows


async def _ask_again(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """The second question, whose button holds for a quarter of an hour."""
    if work.person is None:
        return [toast(query), message(work, (await _explanation(work))[0])]
    rows = [
        [(label(work, "erase-yes"), f"pv:z:{int(work.now.timestamp())}")],
        [(label(work, "erase-not"), "pv:c")],
    ]
    text = work.say("erase-sure")
    if await _last_of_province(work, work.person):
        text = f"{text}\n\n{work.say('erase-last-province')}"
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _confirm(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """End the roles now, and have the rest erased after the grace."""
    person, at = work.person, number_in(rest)
    if person is None:
        return [toast(query), message(work, (await _explanation(work))[0])]
    asked = work.now - CONFIRM_WITHIN
    if not asked.timestamp() <= at <= work.now.timestamp():
        return [toast(query), shown(work, pressed_message(query), work.say("erase-too-old"))]
    waiting = await _asked(work, person)
    if waiting is None:
        waiting = await _begin(work, person)
    text, rows = await _standing(work, person, waiting)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _begin(work: Work, person: Person) -> Job:
    session, hours = await work.session(), work.around.settings.privacy
    idle = await jobs.open_of(session, person.id, ERASE)
    if idle is not None:
        await jobs.withdraw(session, person.id, idle.id, ERASE, work.now, "asked for")
    await erasure.withdraw_requests(session, person.id, work.now)
    for number, role, region in await erasure.end_roles(session, person.id, work.now):
        await _tell_of_gap(work, person, number, Role(role), region)
    work.people_changed = True
    work.ask_job(
        ERASE,
        {"person": person.id},
        due_at=work.now + timedelta(hours=hours.grace_hours),
        deadline_at=work.now + timedelta(hours=hours.deadline_hours),
    )
    found = await _asked(work, person)
    if found is None:
        raise LookupError("the erasure that was just asked for")
    return found


async def _tell_of_gap(work: Work, person: Person, number: int, role: Role, region: str) -> None:
    """Those responsible hear when a place has nobody in a role any more, and of every end of a
    role that opens reports. Who it was they are not told again."""
    session = await work.session()
    if role in TWO_PEOPLE and work.around.vault is not None:
        await audit.record(
            session,
            work.around.vault,
            at=work.now,
            actor=person.id,
            act="role",
            subject=f"assignment:{number}",
            outcome="ended",
        )
    if role not in TWO_PEOPLE and await assignments.holders(session, role, region, work.now):
        return
    for one in await _responsible(work, person, role, region):
        work.tell(
            one.chat,
            one.language,
            "erase-role-empty" if role not in TWO_PEOPLE else "erase-role-ended",
            role=Say(role_key(role)),
            place=work.around.book.title(region),
        )


async def _responsible(
    work: Work, person: Person, role: Role, region: str
) -> tuple[supervisors.Contact, ...]:
    session = await work.session()
    if role in TWO_PEOPLE:
        roles = (Role.AGENCY_PROVINCE, Role.CASE_OFFICER)
        return tuple(
            await supervisors.contacts(session, roles, region, work.now, without=[person.id])
        )
    rungs = (Role.FIELD_OFFICER, Role.AGENCY_KABKOTA, Role.AGENCY_PROVINCE, Role.ADMIN)
    found = await supervisors.nearest(session, region, work.now, rungs=rungs, without=[person.id])
    return tuple(found[1]) if found else ()


async def _last_of_province(work: Work, person: Person) -> bool:
    """Whether nobody of DP3ACSKB would be left."""
    if Role.AGENCY_PROVINCE not in person.roles():
        return False
    session = await work.session()
    regions = [one.region for one in person.grants if one.role is Role.AGENCY_PROVINCE]
    left = await supervisors.contacts(
        session, (Role.AGENCY_PROVINCE,), regions[0], work.now, without=[person.id]
    )
    return not left


async def _leave(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return [toast(query), shown(work, pressed_message(query), work.say("erase-left"))]


async def _take_back(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Within the grace: nothing is erased, but the roles have ended."""
    is_back = await _withdraw(work, number_in(rest), "taken back")
    text = work.say("erase-taken-back" if is_back else "erase-too-late")
    join: list[Row] = [[(label(work, "menu-daftar"), "m:daftar")]] if is_back else []
    return [toast(query), shown(work, pressed_message(query), text, join)]


async def _keep(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Somebody without a role was asked whether they stay, and does."""
    is_back = await _withdraw(work, number_in(rest), "stays")
    text = work.say("idle-kept" if is_back else "erase-too-late")
    return [toast(query), shown(work, pressed_message(query), text)]


async def _withdraw(work: Work, number: int, outcome: str) -> bool:
    if work.person is None:
        return False
    session = await work.session()
    return await jobs.withdraw(session, work.person.id, number, ERASE, work.now, outcome)
