"""/kegiatan: log an activity; /kegiatansaya: see what I sent."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import new_id
from bot.errors import AppError, NotFound
from bot.rules.roles import Act, is_within
from bot.settings import ActivitySettings
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.activity_form import AREA, HOME, MANY, activity_form, village_code, village_id
from handlers.calls import Calls, Row, label, message, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from storage.activities import activity_row, last_answers, own_activities
from storage.kampung import kampung_of
from storage.models import Activity, ActivityPhoto
from storage.outbox import Priority

PAGE = 8
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks like another


def activity_flow(settings: ActivitySettings) -> Flow:
    return Flow(activity_form(settings), _prepare, _done)


async def _prepare(work: Work) -> Prepared:
    person = require(work.person, Act.LOG_ACTIVITY)
    session = await work.session()
    last = dict(await last_answers(session, person))
    areas = _outermost(person.regions_for(Act.LOG_ACTIVITY))
    if len(areas) == 1 and areas[0].count(".") == 3:
        return Prepared({HOME: areas[0]}, {"last": last, HOME: areas[0]})
    if len(areas) == 1:
        return Prepared({AREA: areas[0]}, {"last": last})
    listed = dict(await kampung_of(session, person, Act.LOG_ACTIVITY))
    villages = sorted({*listed, *(area for area in areas if area.count(".") == 3)})
    if not villages:
        raise NotFound("group-no-kampung")
    if last:
        last["village"] = village_id(last["region"])
    titles = [[village_id(code), work.around.book.title(code)] for code in villages]
    return Prepared({MANY: True}, {"last": last, "lists": {"villages": titles}})


async def _done(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Write the activity and queue its receipt, in the update's own transaction."""
    region = _in_force(work, _region(answers, memory))
    person = require(work.person, Act.LOG_ACTIVITY, region)
    number, receipt = new_id(), _receipt()
    place = answers["place"]
    counts = answers["participants"]
    held_on = date.fromisoformat(answers["date"])
    row = activity_row(
        person,
        region,
        id=number,
        receipt=receipt,
        held_on=held_on,
        title=answers["title"],
        section=answers["section"],
        target_groups=answers["target_groups"],
        agencies=answers["agencies"],
        funding=answers["funding"],
        male=counts["male"],
        female=counts["female"],
        children=counts["children"],
        place=place.get("text"),
        latitude=place.get("latitude"),
        longitude=place.get("longitude"),
        description=answers.get("description"),
        created_at=work.now,
    )
    work.add(Activity, row)
    for position, photo in enumerate(answers.get("photos") or ()):
        work.add(
            ActivityPhoto,
            {
                "activity_id": number,
                "position": position,
                "file_id": photo["file_id"],
                "unique_id": photo["unique_id"],
                "caption": photo["caption"],
            },
        )
    work.tell(
        work.chat,
        work.language,
        "activity-receipt",
        priority=Priority.ANSWER,
        receipt=receipt,
        title=answers["title"],
        date=held_on,
        place=work.around.book.title(region, held_on),
    )
    return Ending(work.say("activity-saved", title=answers["title"], date=held_on))


def _outermost(areas: tuple[str, ...]) -> list[str]:
    """The areas without those inside another: who holds two roles in one village has one area."""
    found = sorted(set(areas))
    return [one for one in found if not any(is_within(one, top) for top in found if top != one)]


def _region(answers: Mapping[str, Any], memory: Memory) -> str:
    if answers.get("village"):
        return village_code(answers["village"])
    return str(answers.get("region") or memory[HOME])


def _in_force(work: Work, region: str) -> str:
    """The region, or its successor where this person may log, when it ended while the form was
    open. Raises :class:`AppError` when there is none."""
    book = work.around.book
    known = book.known(region)
    if known is None or known.until is None or work.person is None:
        return region
    after = book.successors(region)
    for one in after:
        if work.person.may(Act.LOG_ACTIVITY, one.code):
            return one.code
    now = ", ".join(one.title() for one in after) or "—"
    raise AppError("region-ended", value=known.title(), since=known.until, now=now)


def _receipt() -> str:
    """Eight letters and digits that can be read out on the phone: KG-4F7K-9M2Q."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"KG-{code[:4]}-{code[4:]}"


def router() -> Router:
    routes = Router(name="activity")
    routes.message.middleware(Needs(Act.LOG_ACTIVITY))
    routes.callback_query.middleware(Needs(Act.LOG_ACTIVITY))
    routes.message.register(_begin, Typed("kegiatan", "activity"), Private())
    routes.message.register(_mine, Typed("kegiatansaya", "myactivities"), Private())
    routes.callback_query.register(_page, Pressed("al:"), Private())
    routes.callback_query.register(_mine_pressed, Pressed("m:kegiatansaya"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:kegiatan"), Private())
    return routes


async def _begin(_: Message, work: Work, flows: Flows) -> Calls:
    return await flows.open(work, "activity")


async def _begin_pressed(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    return [toast(query), *await flows.open(work, "activity")]


async def _mine_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _list(work, 0)
    return [toast(query), message(work, text, rows)]


async def _mine(_: Message, work: Work) -> Calls:
    text, rows = await _list(work, 0)
    return [message(work, text, rows)]


async def _page(query: CallbackQuery, work: Work, rest: str) -> Calls:
    offset = int(rest) if rest.isdecimal() and len(rest) < 7 else 0
    text, rows = await _list(work, offset)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _list(work: Work, offset: int) -> tuple[str, list[Row]]:
    """One page of what the person sent, newest first."""
    person = require(work.person, Act.LOG_ACTIVITY)
    lines, total = await own_activities(await work.session(), person, limit=PAGE, offset=offset)
    if not total:
        return work.say("activity-list-empty"), []
    texts = [work.say("activity-list", first=str(offset + 1), total=str(total))]
    for line in lines:
        texts.append(
            work.say(
                "activity-list-line",
                receipt=line.receipt,
                title=line.title,
                date=line.held_on,
                place=work.around.book.title(line.region, line.held_on),
                photos=str(line.photos),
            )
        )
    newer = [(label(work, "list-newer"), f"al:{max(0, offset - PAGE)}")] if offset else []
    older = [(label(work, "list-older"), f"al:{offset + PAGE}")] if offset + PAGE < total else []
    return "\n\n".join(texts), [newer + older] if newer or older else []
