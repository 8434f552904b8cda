"""An activity that seems to be there already: asked about once, before it is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.drafts import Kept
from bot.forms import Press
from bot.forms.callbacks import prefix
from bot.rules.activity_after import spoken_title
from bot.rules.lists import SECTIONS, label_of
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private
from handlers.activity_guesses import village_of
from handlers.activity_place import in_force
from handlers.calls import Calls, label, no_buttons, pressed_message, toast
from handlers.flows import Ending, Flows
from storage.duplicates import Twin, twin_of

FORM, CODE = "activity", "act"
SURE = "sure"
"""In the draft's memory: village, day and title of which the person said that it is another one."""


async def doubt(work: Work, answers: Mapping[str, Any], kept: Kept) -> Ending | None:
    """The question whether this is another activity; None when there is none like it, or the
    person has said so."""
    if work.person is None:
        return None
    region = in_force(work, village_of(answers) or "")
    this = [region, answers["date"], answers["title"]]
    if kept.memory.get(SURE) == this:
        return None
    day = date.fromisoformat(answers["date"])
    twin = await twin_of(await work.session(), work.person, region, day, answers["title"])
    if twin is None:
        return None
    # The press that led here has used up the draft's revision.
    may_look = twin.is_own or work.person.may(Act.VERIFY_ACTIVITY, region)
    rows = _rows(work, kept.draft.revision + 1, twin)
    return Ending(_question(work, twin, day), rows if may_look else rows[:-1])


def _question(work: Work, twin: Twin, day: date) -> str:
    whose = "own" if twin.is_own else "other"
    if twin.is_own:
        title = twin.title or label_of(SECTIONS, twin.section)
    else:
        title = spoken_title(twin.title, twin.section)
    return work.say(f"activity-twin-{whose}", title=title, date=day)


def _rows(work: Work, revision: int, twin: Twin) -> tuple[tuple[tuple[str, str], ...], ...]:
    return (
        ((label(work, "activity-twin-save"), f"an:y:{revision}"),),
        ((label(work, "activity-twin-drop"), f"an:x:{revision}"),),
        ((label(work, "activity-twin-look"), f"ac:o:{twin.id}"),),
    )


def router() -> Router:
    routes = Router(name="doubles")
    routes.callback_query.middleware(Needs(Act.LOG_ACTIVITY))
    routes.callback_query.register(_save, Pressed("an:y:"), Private())
    routes.callback_query.register(_drop, Pressed("an:x:"), Private())
    return routes


async def _save(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """ "Ya, simpan": the summary's own button, with this one activity no longer doubted."""
    kept = _asked(work, rest)
    if kept is None:
        return _late(query, work, flows)
    answers = kept.draft.answers
    region = in_force(work, village_of(answers) or "")
    memory = {**kept.memory, SURE: [region, answers["date"], answers["title"]]}
    work.drafts.put(replace(kept, memory=memory), sensitive=False)
    press = Press(f"{prefix(CODE, kept.draft.revision)}o")
    reaction = await flows.press(work, CODE, press, pressed_message(query))
    return [toast(query, reaction.toast), *reaction.calls]


async def _drop(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    if _asked(work, rest) is None:
        return _late(query, work, flows)
    work.drafts.drop(FORM)
    ending = Ending(work.say("form-cancelled"))
    return [toast(query), *flows.end(work, ending, pressed_message(query))]


def _asked(work: Work, rest: str) -> Kept | None:
    """The draft the question was asked about; None when it is gone or has moved on."""
    kept = work.drafts.get(FORM)
    if kept is None or rest != str(kept.draft.revision) or kept.draft.mode != "summary":
        return None
    return kept


def _late(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    kept = work.drafts.get(FORM)
    if kept is None:
        gone = no_buttons(work, pressed_message(query))
        return [toast(query, label(work, "form-closed")), *gone]
    work.drafts.resume(FORM)
    return [toast(query, label(work, "form-moved-on")), *flows.show_again(work)]
