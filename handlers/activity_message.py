"""An activity in one message: a sentence, or a photo with one, becomes a filled form to confirm."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import WIB
from bot.drafts import Kept
from bot.forms import Invalid, Photo, Plain, Say
from bot.forms.dates import parse_date
from bot.rules.danger import danger_in
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private
from handlers.activity import prepare
from handlers.activity_title import AskTitle, Told
from handlers.calls import Calls, label, message, no_buttons, pressed_message, shown, toast
from handlers.events import event_of
from handlers.flows import Flows, Prepared

FORM = "activity"
WAITING = "waiting"
"""In the memory of an open draft: what another message told, until the person has chosen."""
SHORTEST = 4
"""Words that make a message a report while a question is open that it does not answer."""
WORDS = ("title", "place", "captions", "description", "follow_up")
"""Questions for words of one's own."""
DEAF = ("date", "section", "photos", "region", "village")
"""Questions that a whole sentence is no answer to."""
OLDEST = timedelta(days=3)
"""Telegram keeps messages for a bot for one day; what seems older has a clock that is wrong."""


def sent_on(event: Message, work: Work) -> date:
    """The day a message was sent on, in WIB, however late it is read."""
    at = event.date if work.now - OLDEST <= event.date <= work.now else work.now
    return at.astimezone(WIB).date()


def danger_lead(work: Work) -> Calls:
    """The gentle way to /lapor; nothing of what was written is kept."""
    rows = [[(label(work, f"menu-{name}"), f"m:{name}")] for name in ("lapor", "darurat")]
    return [message(work, work.say("danger-lead"), rows)]


async def taken_between(work: Work, flows: Flows, event: Message) -> Calls | None:
    """A report that comes while the activity form asks something it does not answer: with nothing
    told yet it fills the form, else the person chooses. None for anything else."""
    kept = work.drafts.opened()
    if kept is None or kept.draft.form != FORM or event.text is None:
        return None
    draft, at = kept.draft, sent_on(event, work)
    if draft.step in WORDS and draft.mode == "step":
        if draft.step == "title" and event.forward_origin and _is_sentence(event.text, at):
            forwarded = message(work, work.say("activity-forwarded"))
            return [forwarded, *flows.show_again(work)]
        return None  # a question for words looks at them itself
    if not _is_sentence(event.text, at):
        return None
    if danger_in(event.text):
        return danger_lead(work)
    is_deaf = draft.mode == "summary" or draft.step in DEAF
    if not is_deaf or event.forward_origin is not None:
        return None
    told = _read(work, flows, event.text, at)
    if told is None or not {"title", "participants"} <= set(told.answers):
        return None
    if draft.answers.get("title") is None:
        return await _begin(work, flows, told, kept)
    return _ask(work, kept, told)


async def taken(work: Work, flows: Flows, event: Message) -> Calls | None:
    """A message with no form open: an activity, a photo of one, or somebody in danger. None when
    it is nothing of the kind."""
    words = event.text or event.caption or ""
    if words and danger_in(words):
        return danger_lead(work)
    if work.person is None or not work.person.may(Act.LOG_ACTIVITY):
        return None
    if event.forward_origin is not None:
        return [message(work, work.say("activity-forwarded"))] if words else None
    told = _read(work, flows, words, sent_on(event, work)) if words else None
    said = event_of(event)
    if isinstance(said, Photo):
        return await _with_photo(work, flows, said, told)
    if told is None or "title" not in told.answers:
        return None
    kept = work.drafts.get(FORM)
    if kept is not None and kept.draft.answers.get("title") is not None:
        return _ask(work, kept, told)
    return await _begin(work, flows, told, kept)


def _is_sentence(text: str, at: date) -> bool:
    if len(text.split()) < SHORTEST:
        return False
    try:
        parse_date(text, at, past=True)
    except Invalid:
        return True
    return False


def _read(work: Work, flows: Flows, text: str, at: date) -> Told | None:
    title = flows.by_name[FORM].form.by_name["title"]
    return title.read(text, at, work.around.hints.current) if isinstance(title, AskTitle) else None


async def _begin(work: Work, flows: Flows, told: Told, kept: Kept | None) -> Calls:
    return await flows.open(work, FORM, await _filled(work, told, kept), note=_heard(told))


def _heard(told: Told) -> Say | None:
    """What was read of a message stands above the question for what it left out."""
    title = told.answers.get("title")
    if not title:
        return None
    key = "activity-heard" if told.answers.get("date") else "activity-heard-no-day"
    return Say(key, {"title": Plain(title)})


async def _filled(work: Work, told: Told, kept: Kept | None) -> Prepared:
    """What the form begins with: what a draft without a title holds already, and what was told."""
    if kept is None:
        start = await prepare(work)
        answers: dict[str, Any] = dict(start.answers)
        memory = start.memory
    else:
        answers, memory = dict(kept.draft.answers), kept.memory
    differs = {name for name, value in told.answers.items() if answers.get(name, value) != value}
    doubtful = tuple(sorted({*told.doubtful, *differs}))
    return Prepared({**answers, **told.answers}, memory, doubtful)


async def _with_photo(work: Work, flows: Flows, photo: Photo, told: Told | None) -> Calls:
    """Keep the photo, and ask what it shows unless its caption has told. An activity that waits
    half written takes it along."""
    kept = work.drafts.get(FORM)
    if kept is not None:
        work.drafts.resume(FORM)
        return await flows.feed(work, photo, 0) or []
    if told is not None and "title" in told.answers:
        prepared = await _filled(work, told, None)
        photo = replace(photo, caption=None)  # it has become the answers
        note = Say("activity-photo-kept", {"title": Plain(told.answers["title"])})
        return flows.open_with(work, FORM, prepared, photo, note)
    prepared = replace(await prepare(work), at="title")
    return flows.open_with(work, FORM, prepared, photo, Say("activity-photo-first"))


def _ask(work: Work, kept: Kept, told: Told) -> Calls:
    """Another activity is half written: which of the two? Until then both are kept."""
    waiting = {"answers": told.answers, "doubtful": list(told.doubtful)}
    work.drafts.put(replace(kept, memory={**kept.memory, WAITING: waiting}), sensitive=False)
    rows = [
        [(label(work, "activity-two-keep"), "an:k")],
        [(label(work, "activity-two-new"), "an:n")],
    ]
    old = kept.draft.answers["title"]
    return [message(work, work.say("activity-two", old=old, new=told.answers["title"]), rows)]


def router() -> Router:
    routes = Router(name="sentences")
    routes.callback_query.middleware(Needs(Act.LOG_ACTIVITY))
    routes.callback_query.register(_keep, Pressed("an:k"), Private())
    routes.callback_query.register(_new, Pressed("an:n"), Private())
    return routes


async def _keep(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    """The half-written one goes on; what the message told is let go, and said so."""
    kept, waiting = _waiting(work)
    if kept is None or waiting is None:
        return _late(query, work)
    memory = {name: value for name, value in kept.memory.items() if name != WAITING}
    work.drafts.put(replace(kept, memory=memory), sensitive=False)
    said = work.say("activity-two-kept")
    return [toast(query), shown(work, pressed_message(query), said), *flows.show_again(work)]


async def _new(query: CallbackQuery, work: Work, flows: Flows) -> Calls:
    kept, waiting = _waiting(work)
    if kept is None or waiting is None:
        return _late(query, work)
    told = Told(dict(waiting["answers"]), tuple(waiting["doubtful"]))
    work.drafts.drop(FORM)
    prepared = await _filled(work, told, None)
    at = pressed_message(query)
    return [toast(query), *await flows.open(work, FORM, prepared, at, note=_heard(told))]


def _waiting(work: Work) -> tuple[Kept | None, Any]:
    kept = work.drafts.get(FORM)
    return kept, kept.memory.get(WAITING) if kept else None


def _late(query: CallbackQuery, work: Work) -> Calls:
    return [toast(query, label(work, "form-closed")), *no_buttons(work, pressed_message(query))]
