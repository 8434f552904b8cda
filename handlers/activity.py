"""/kegiatan: log an activity, from what is prepared for its form to the row it becomes."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import new_id, today
from bot.drafts import Kept
from bot.errors import NotFound
from bot.forms import Acted
from bot.forms.clean import clip
from bot.rules.roles import Act, Person, is_within
from bot.settings import ActivitySettings
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.activity_answers import photos_of, values_of
from handlers.activity_form import AGAIN, AREA, HOME, MANY, activity_form
from handlers.activity_guesses import village_id, village_of
from handlers.activity_place import in_force
from handlers.activity_post import post_to_group
from handlers.activity_twin import doubt
from handlers.calls import Calls, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage import media, webhook_posts
from storage.activities import Entry, activity_row, own_entries, village_entries
from storage.interventions import carried_out
from storage.kampung import kampung_of
from storage.models import Activity, ActivityPhoto
from storage.outbox import Priority
from storage.problems import check_answers, open_problems

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks like another
LOOKED_AT, REMEMBERED = 12, 6
"""Earlier activities that are read, and how many of different kinds a draft takes along."""
LONGEST_REMEMBERED = 80
MOST_PROBLEMS, MOST_VILLAGES = 40, 120


def activity_flow(settings: ActivitySettings) -> Flow:
    return Flow(activity_form(settings), prepare, _done, acted=_again, doubt=doubt)


async def prepare(work: Work) -> Prepared:
    """What the form begins with, read once: where the person may log, what was logged last, which
    problems are open. Raises :class:`NotAllowed`, and :class:`NotFound` without any kampung."""
    person = require(work.person, Act.LOG_ACTIVITY)
    session = await work.session()
    answers, lists = await _where(work, person)
    entries = await own_entries(session, person, LOOKED_AT)
    last: dict[str, Any] = dict(entries[0]) if entries else {}
    recent, home = entries, answers.get(HOME)
    if isinstance(home, str) and not any(entry["region"] == home for entry in entries):
        recent = await village_entries(session, person, home, LOOKED_AT)
    if last:
        answers[AGAIN] = True
        last |= {"village": village_id(last["region"]), "place": _place(last)}
    where = _codes(lists)[:MOST_VILLAGES] or [str(home or answers.get(AREA))]
    problems = await open_problems(session, person, where, MOST_PROBLEMS)
    facts = {
        "recent": _different(recent),
        "problems": [
            [one.id, one.title, code] for one in problems for code in _now(work, one.region)
        ],
    }
    memory: dict[str, Any] = {"last": last, "facts": facts}
    if lists:
        memory["lists"] = {"villages": lists}
    return Prepared(answers, memory)


async def _where(work: Work, person: Person) -> tuple[dict[str, Any], list[list[str]]]:
    """The answer that says where, and the villages to choose from when there are several areas."""
    areas = _outermost(person.regions_for(Act.LOG_ACTIVITY))
    if len(areas) == 1:
        return {HOME if areas[0].count(".") == 3 else AREA: areas[0]}, []
    listed = dict(await kampung_of(await work.session(), person, Act.LOG_ACTIVITY))
    villages = sorted({*listed, *(area for area in areas if area.count(".") == 3)})
    if not villages:
        raise NotFound("group-no-kampung")
    return {MANY: True}, [[village_id(code), work.around.book.title(code)] for code in villages]


def _codes(lists: Sequence[Sequence[str]]) -> list[str]:
    return [village_of({"village": key}) or "" for key, _ in lists]


def _now(work: Work, region: str) -> list[str]:
    """The village, or what has become of one that ended."""
    return [one.code for one in work.around.book.successors(region)] or [region]


def _place(entry: Entry) -> dict[str, str] | None:
    return {"text": entry["place"]} if entry["place"] else None


def _different(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The newest of each kind, cut short: a draft is written anew with every answer."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        kept = {name: entry[name] for name in _KEPT} | {
            "title": clip(entry["title"], LONGEST_REMEMBERED)
        }
        kind = repr([kept[name] for name in _KEPT])
        if len(found) < REMEMBERED:
            found.setdefault(kind, kept)
    return list(found.values())


_KEPT = ("region", "section", "target_groups", "agencies", "funding", "place")
_REPEATED = ("title", "section", "target_groups", "agencies", "participants", "funding", "place",
             "poktan", "region", "village")  # fmt: skip


async def _again(work: Work, flows: Flows, _: Acted, kept: Kept, message_id: int | None) -> Calls:
    """ "Sama seperti tadi": all of the last activity with today's date, up to the summary. What
    tells of that one day (photos, description, follow-up, problem) is not repeated."""
    last = kept.memory.get("last", {})
    given = kept.draft.answers
    answers = {name: given[name] for name in (HOME, AREA, MANY) if given.get(name)}
    for name in _REPEATED:
        if last.get(name) is not None and name in flows.by_name["activity"].form.by_name:
            answers[name] = last[name]
    answers |= {"date": today(work.now).isoformat(), "photos": given.get("photos")}
    return await flows.open(
        work, "activity", Prepared(answers, kept.memory, doubtful=()), message_id
    )


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Write the activity and everything owed with it, in the update's own transaction."""
    region = in_force(work, village_of(answers) or str(memory.get(HOME, "")))
    person = require(work.person, Act.LOG_ACTIVITY, region)
    number, values, photos = new_id(), values_of(answers), photos_of(answers)
    problem, values["intervention_id"] = values["problem_id"], None
    if problem is not None:
        session = await work.session()
        await check_answers(session, person, problem, region)
        values["intervention_id"] = await carried_out(
            session, person, problem, answers.get("intervention")
        )
    own = {"id": number, "receipt": _receipt(), "created_at": work.now}
    row = activity_row(person, region, **own, **values)
    work.add(Activity, row)
    await _keep_photos(work, number, photos)
    await _tell_others(work, number, region, row)
    work.tell(
        work.chat,
        work.language,
        "activity-receipt",
        priority=Priority.ANSWER,
        receipt=row["receipt"],
        title=row["title"],
        date=row["held_on"],
        place=work.around.book.title(region, row["held_on"]),
    )
    return Ending(work.say("activity-saved", title=row["title"], date=row["held_on"]))


async def _keep_photos(work: Work, number: int, photos: Sequence[Mapping[str, Any]]) -> None:
    for position, photo in enumerate(photos):
        kept = {name: photo[name] for name in ("file_id", "unique_id", "caption", "moment")}
        work.add(ActivityPhoto, {"activity_id": number, "position": position, **kept})
    if photos:
        await media.want(await work.session(), photos, work.now)
        work.wake()


async def _tell_others(work: Work, number: int, region: str, row: Mapping[str, Any]) -> None:
    """The addresses of the settings and the kampung's own group."""
    targets = work.around.settings.webhooks
    if targets:
        session = await work.session()
        await webhook_posts.owe(session, targets, "saved", number, 0, work.now)
        work.wake()
    await post_to_group(
        work,
        activity=number,
        region=region,
        title=row["title"],
        section=row["section"],
        held_on=row["held_on"],
    )


def _outermost(areas: tuple[str, ...]) -> list[str]:
    """The areas without those inside another: who holds two roles in one village has one area."""
    found = sorted(set(areas))
    return [one for one in found if not any(is_within(one, top) for top in found if top != one)]


def _receipt() -> str:
    """Eight letters and digits that can be read out on the phone: KG-4F7K-9M2Q."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"KG-{code[:4]}-{code[4:]}"


def router() -> Router:
    routes = Router(name="activity")
    routes.message.middleware(Needs(Act.LOG_ACTIVITY))
    routes.callback_query.middleware(Needs(Act.LOG_ACTIVITY))
    routes.message.register(_begin, Typed("kegiatan", "activity"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:kegiatan"), Private())
    return routes


async def _begin(_: Message, work: Work, flows: Flows) -> Calls:
    return await flows.open(work, "activity")


async def _begin_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, "activity")]
