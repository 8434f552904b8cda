"""An activity changed by its author: the form it was told with, at its summary; or more photos."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.drafts import Kept
from bot.errors import AppError
from bot.forms import AskPhotos, Form, begin
from bot.rules.activity_after import edit_fault
from bot.rules.roles import Act, Person
from bot.settings import ActivitySettings
from bot.work import Work
from handlers.access import require
from handlers.activity_answers import answers_of, photos_of, values_of
from handlers.activity_card import card
from handlers.activity_form import HOME, activity_form
from handlers.activity_form import PHOTOS as PHOTO_STEPS
from handlers.activity_title import no_danger
from handlers.calls import Calls, label, message
from handlers.flows import Ending, Flow, Flows, Memory, Prepared, context_of
from handlers.member_forms import about, not_by_itself
from handlers.screens import screen_calls
from storage import activity_after as after
from storage.activity_lists import Whole, whole
from storage.media import want
from storage.models import Activity
from storage.problems import check_answers, open_problems, problem_for
from storage.webhook_posts import owe

EDIT, PHOTOS = "activity_edit", "activity_photos"
MOST_PROBLEMS = 40


def edit_form(settings: ActivitySettings) -> Form:
    """The form of /kegiatan. The village stays; the day may lie as far back as it might when the
    activity was sent."""
    days = settings.backdate_days + max(settings.edit_days, settings.withdraw_days)
    form = activity_form(settings.model_copy(update={"backdate_days": days}))
    return replace(form, name=EDIT, code="ae1", texts="activity", actions=())


def photos_form(settings: ActivitySettings) -> Form:
    return Form(
        PHOTOS, "ae4", (AskPhotos("photos", most=settings.photos, check=no_danger),), summary=False
    )


def flows(settings: ActivitySettings) -> list[Flow]:
    return [
        Flow(edit_form(settings), not_by_itself, _edited),
        Flow(photos_form(settings), not_by_itself, _photos_added, above=about),
    ]


async def edit(work: Work, flows: Flows, found: Whole) -> Calls:
    """Begin at the summary, or go on with what is not sent yet."""
    if (unsent := _unsent(work, flows, EDIT, found)) is not None:
        return unsent
    memory, answers = await _begun(work, found)
    return await flows.open(work, EDIT, Prepared(answers, memory, doubtful=()))


async def add_photos(work: Work, flows: Flows, found: Whole) -> Calls:
    """Begin with the photos there are. Raises :class:`AppError` when there is room for none."""
    most = work.around.settings.activity.photos
    if len(found.photos) >= most:
        raise AppError("after-photos-full", most=str(most))
    if (unsent := _unsent(work, flows, PHOTOS, found)) is not None:
        return unsent
    photos = _kept(found)
    head = work.say("after-photos-of", title=found.heading(), date=found.row.held_on)
    memory = {"activity": found.row.id, "was": {"photos": photos}, "about": head}
    return await flows.open(work, PHOTOS, Prepared({"photos": photos}, memory))


def _unsent(work: Work, flows: Flows, form: str, found: Whole) -> Calls | None:
    """What was typed earlier and not sent: of this activity it goes on, of another one it is asked
    about first."""
    kept = work.drafts.get(form)
    if kept is None:
        return None
    if kept.memory.get("activity") == found.row.id:
        work.drafts.resume(form)
        return flows.show_again(work)
    name = label(work, f"{form}-name")
    rows = [
        [(label(work, "form-parked-resume", name=name), f"r:{form}")],
        [(label(work, "form-parked-drop"), f"rd:{form}")],
    ]
    return [message(work, work.say("after-unsent"), rows)]


async def _begun(work: Work, found: Whole) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the form remembers, and the answers it begins with."""
    row, answers = found.row, dict(answers_of(found.row, found.photos))
    memory = {
        "activity": row.id,
        "revision": row.revision,
        "was": answers,
        "facts": {"problems": await _problems(work, row)},
    }
    return memory, {**answers, HOME: row.region_code}


async def _problems(work: Work, row: Activity) -> list[list[Any]]:
    """The problems it may answer: the one it does, and the open ones of its village."""
    viewer, session = require(work.person, Act.LOG_ACTIVITY), await work.session()
    lines = list(await open_problems(session, viewer, [row.region_code], MOST_PROBLEMS))
    if row.problem_id and all(one.id != row.problem_id for one in lines):
        mine = await problem_for(session, viewer, row.problem_id)
        lines = [mine.line, *lines] if mine is not None else lines
    return [[one.id, one.title, row.region_code] for one in lines]


def _kept(found: Whole) -> list[dict[str, Any]]:
    return [
        {
            "file_id": one.file_id,
            "unique_id": one.unique_id,
            "caption": one.caption,
            "size": None,
            "moment": one.moment,
        }
        for one in found.photos
    ]


async def _edited(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Save what differs. Of an activity that changed meanwhile the newest is shown, with what was
    typed laid over it; one that was checked meanwhile keeps the draft until it is returned."""
    viewer, number = require(work.person, Act.LOG_ACTIVITY), int(memory["activity"])
    session, limits = await work.session(), work.around.settings.activity
    found = await after.own(session, viewer, number)
    fault = edit_fault(found.row.state, found.row.created_at, work.now, limits)
    if fault is not None and found.row.state != "verified":
        return Ending(work.say(fault))  # it will not be possible later either
    values, photos = values_of(answers), photos_of(answers)
    if values["problem_id"] not in (None, found.row.problem_id):
        await check_answers(session, viewer, values["problem_id"], found.row.region_code)
    if values["problem_id"] != found.row.problem_id:
        values["intervention_id"] = None  # it was planned for the other problem
    outcome = await after.edit(
        session,
        viewer,
        number,
        int(memory["revision"]),
        values,
        photos,
        now=work.now,
        settings=limits,
    )
    if outcome == "moved":
        return await _again(work, found, answers, memory)
    await _keep(work, photos, memory)
    return await _ending(work, viewer, number, outcome)


async def _again(work: Work, found: Whole, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The form once more over the newest, with the answers that this person had changed."""
    newest, begun = await _begun(work, found)
    was = memory["was"]
    mine = {name: value for name, value in answers.items() if value != was.get(name)}
    form = edit_form(work.around.settings.activity)
    draft, screen = begin(form, context_of(work, newest), {**begun, **mine}, doubtful=())
    work.drafts.put(Kept(draft, newest), sensitive=False)
    return Ending(work.say("after-edit-moved"), more=tuple(screen_calls(work, screen, None)))


async def _photos_added(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """The photos that are new join those there are by now."""
    viewer, number = require(work.person, Act.LOG_ACTIVITY), int(memory["activity"])
    session, limits = await work.session(), work.around.settings.activity
    found = await after.own(session, viewer, number)
    fault = edit_fault(found.row.state, found.row.created_at, work.now, limits)
    if fault is not None:
        return Ending(work.say(fault))
    begun = {one["unique_id"] for one in memory["was"]["photos"]}
    sent = {one["unique_id"] for one in answers["photos"]}
    stays = [one for one in _kept(found) if one["unique_id"] not in begun - sent]
    there = {one["unique_id"] for one in stays}
    added = [one for one in answers["photos"] if one["unique_id"] not in begun | there]
    photos = [*stays, *added]
    if len(photos) > limits.photos:
        return Ending(work.say("after-photos-full", most=str(limits.photos)))
    revision = found.row.revision
    outcome = await after.edit(
        session, viewer, number, revision, {}, photos, now=work.now, settings=limits
    )
    if outcome == "moved":
        raise AppError("after-moved")
    await _keep(work, photos, memory)
    return await _ending(work, viewer, number, outcome)


async def _keep(work: Work, photos: Sequence[Mapping[str, Any]], memory: Memory) -> None:
    """Have the new ones kept."""
    was = memory["was"]
    known = {one["unique_id"] for name in PHOTO_STEPS for one in was.get(name) or ()}
    new = [one for one in photos if one["unique_id"] not in known]
    if new:
        await want(await work.session(), new, work.now)
        work.wake()


async def _ending(work: Work, viewer: Person, number: int, outcome: str) -> Ending:
    session, targets = await work.session(), work.around.settings.webhooks
    found = await whole(session, viewer, number)
    if found is None:
        return Ending(work.say("after-unknown"))
    if outcome == "changed" and targets:
        await owe(session, targets, "saved", number, found.row.revision, work.now)
        work.wake()
    text, rows = await card(work, viewer, found)
    head = work.say("after-edited" if outcome == "changed" else "after-edit-same")
    return Ending(f"{head}\n\n{text}", tuple(tuple(row) for row in rows))
