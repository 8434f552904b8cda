"""The adapter between chat and form engine: events in, screens out, drafts kept on the way."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot import texts
from bot.clock import today
from bot.drafts import SEEN, Kept
from bot.forms import (
    Acted,
    Begin,
    Cancelled,
    Context,
    Done,
    Event,
    Form,
    Notice,
    Option,
    Photo,
    Plain,
    Press,
    Quiet,
    Resume,
    Say,
    Screen,
    begin,
    respond,
)
from bot.work import Work
from handlers.calls import Calls, drop_keyboard, label, message, no_buttons, shown
from handlers.questions import edits, left_keyboard, stands
from handlers.screens import screen_calls
from storage.outbox import Priority

Memory = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a form starts with: answers already known, and what it remembers until its end. With
    ``doubtful`` the answers stand as told, but for those; ``at`` is a question to begin with."""

    answers: Mapping[str, Any]
    memory: Memory
    doubtful: tuple[str, ...] | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a form ended: what stands where its last screen stood, and more messages after it."""

    text: str
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    more: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A form with what happens before and after it. ``prepare`` raises when it may not begin;
    ``above`` gives what stands above the question of a step (numbers to call), as HTML; ``doubt``
    says what to ask once more before the end, while the draft stays."""

    form: Form
    prepare: Callable[[Work], Awaitable[Prepared]]
    done: Callable[[Work, Mapping[str, Any], Memory], Awaitable[Ending]]
    acted: Callable[[Work, "Flows", Acted, Kept, int | None], Awaitable[Calls]] | None = None
    above: Callable[[Work, str], str] | None = None
    doubt: Callable[[Work, Mapping[str, Any], Kept], Awaitable[Ending | None]] | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """What to say, and the short words on a press (an old button's "has moved on")."""

    calls: Calls
    toast: str | None = None


class Flows:
    """All forms of the bot, by name and by code."""

    def __init__(self, flows: list[Flow]) -> None:
        self.by_name = {flow.form.name: flow for flow in flows}
        self.by_code = {flow.form.code: flow for flow in flows}
        if len(self.by_code) != len(flows):
            raise ValueError("two forms of one code")

    async def open(
        self,
        work: Work,
        name: str,
        prepared: Prepared | None = None,
        message_id: int | None = None,
        note: Say | None = None,
    ) -> Calls:
        """Begin a form anew, or go on with the one that was left unfinished. With ``message_id``
        the question takes the place of that message; ``note`` stands above a new form's."""
        flow = self.by_name[name]
        fresh = prepared or await flow.prepare(work)
        kept = None if prepared else work.drafts.resume(name)
        if kept is not None:
            return (await self._respond(work, flow, kept, Resume(), None)).calls
        screen = self._begin(work, flow, fresh)
        if note is not None:
            screen = replace(screen, body=(note, *screen.body))
        return self._show(work, flow, replace(screen, fresh=message_id is None), message_id)

    def open_with(
        self, work: Work, name: str, prepared: Prepared, photo: Photo, note: Say
    ) -> Calls:
        """Begin a form anew with a photo that came first; ``note`` stands above its question."""
        flow = self.by_name[name]
        self._begin(work, flow, prepared)
        kept = work.drafts.get(name)
        if kept is None:
            return []
        draft, result = respond(flow.form, kept.draft, photo, context_of(work, prepared.memory))
        work.drafts.put(replace(kept, draft=draft), sensitive=flow.form.sensitive)
        if not isinstance(result, Screen):
            return []
        return self._show(work, flow, replace(result, body=(note, *result.body[1:])), None)

    def _begin(self, work: Work, flow: Flow, fresh: Prepared) -> Screen:
        self._hide_open(work)
        draft, screen = begin(
            flow.form,
            context_of(work, fresh.memory),
            fresh.answers,
            doubtful=fresh.doubtful,
            at=fresh.at,
        )
        work.drafts.put(Kept(draft, fresh.memory), sensitive=flow.form.sensitive)
        return screen

    async def feed(
        self, work: Work, event: Event, own_message: int, at: date | None = None
    ) -> Calls | None:
        """Let the open form take what the person sent. None when no form is open. ``at`` is the
        day it was sent on: "kemarin" is the day before that, however late it is read.

        What is sent to a sensitive form, and the question it answers, is deleted from the chat.
        """
        kept = work.drafts.opened()
        flow = self.by_name.get(kept.draft.form) if kept else None
        if kept is None or flow is None:
            return None
        if flow.form.sensitive:
            delete_later(work, own_message)
        return (await self._respond(work, flow, kept, event, None, at)).calls

    async def press(self, work: Work, code: str, event: Press, message_id: int | None) -> Reaction:
        """A form's button: the open form's, a parked one's (opened again), or one long gone."""
        flow = self.by_code.get(code)
        kept = work.drafts.get(flow.form.name) if flow else None
        if flow is None or kept is None:
            # The message may tell how the form ended (a double tap on its last button): keep it.
            return Reaction(no_buttons(work, message_id), label(work, "form-closed"))
        work.drafts.resume(flow.form.name)
        return await self._respond(work, flow, kept, event, message_id)

    def show_again(self, work: Work) -> Calls:
        """The open form's question once more; without effect on it."""
        kept = work.drafts.opened()
        flow = self.by_name.get(kept.draft.form) if kept else None
        if kept is None or flow is None:
            return []
        _, result = respond(flow.form, kept.draft, Begin(), context_of(work, kept.memory))
        return self._show(work, flow, result, None) if isinstance(result, Screen) else []

    async def _respond(
        self,
        work: Work,
        flow: Flow,
        kept: Kept,
        event: Event,
        message_id: int | None,
        at: date | None = None,
    ) -> Reaction:
        before = kept.draft
        draft, result = respond(flow.form, before, event, context_of(work, kept.memory, at))
        if flow.form.sensitive and not stands(work, result, message_id):
            kept = hide_shown(work, kept, message_id, keeps=edits(result, message_id))
        match result:
            case Done(answers=answers):
                doubt = await flow.doubt(work, answers, kept) if flow.doubt else None
                if doubt is not None:
                    work.drafts.put(replace(kept, draft=draft), sensitive=flow.form.sensitive)
                    return Reaction([shown(work, message_id, doubt.text, doubt.rows)])
                work.drafts.drop(flow.form.name)
                ending = await flow.done(work, answers, kept.memory)
                return Reaction(self.end(work, ending, message_id))
            case Cancelled():
                work.drafts.drop(flow.form.name)
                ending = Ending(work.say("form-cancelled"))
                return Reaction(self.end(work, ending, message_id))
            case Acted():
                kept = replace(kept, draft=draft)
                return Reaction(await self._act(work, flow, kept, result, message_id))
        if draft is not before or flow.form.sensitive:
            work.drafts.put(replace(kept, draft=draft), sensitive=flow.form.sensitive)
        match result:
            case Quiet():
                return Reaction([])
            case Notice(label=words, screen=screen):
                toast = texts.plain_of(words, work.language)
                if stands(work, result, message_id):
                    return Reaction([], toast)
                return Reaction(self._show(work, flow, screen, None), toast)
            case Screen():
                calls = self._show(work, flow, result, message_id)
                if left_keyboard(flow.form, before, draft, event):
                    calls.insert(0, drop_keyboard(work, work.say("form-noted")))
                return Reaction(calls)

    def is_sensitive(self, work: Work) -> bool:
        """Whether the open form is one whose words must not stay in the chat."""
        kept = work.drafts.opened()
        flow = self.by_name.get(kept.draft.form) if kept else None
        return flow is not None and flow.form.sensitive

    def _hide_open(self, work: Work) -> None:
        """Another form is begun: what a sensitive one shows does not stay behind."""
        kept = work.drafts.opened()
        if kept is not None and self.is_sensitive(work):
            kept = hide_shown(work, kept, None, keeps=False)
            work.drafts.put(kept, sensitive=True)

    def _show(self, work: Work, flow: Flow, screen: Screen, message_id: int | None) -> Calls:
        above = flow.above(work, screen.step) if flow.above else ""
        return screen_calls(work, screen, message_id, above=above)

    async def _act(
        self, work: Work, flow: Flow, kept: Kept, acted: Acted, message_id: int | None
    ) -> Calls:
        if flow.acted is None:
            raise LookupError(f"form {flow.form.name} has no actions")
        return await flow.acted(work, self, acted, kept, message_id)

    def end(self, work: Work, ending: Ending, message_id: int | None) -> Calls:
        """Say how a form ended, and offer the one that it had parked, unless another has begun."""
        calls: Calls = [shown(work, message_id, ending.text, ending.rows), *ending.more]
        parked = work.drafts.parked()
        if parked is not None and parked in self.by_name and work.drafts.opened() is None:
            name = label(work, f"{parked}-name")
            rows = [
                [(label(work, "form-parked-resume", name=name), f"r:{parked}")],
                [(label(work, "form-parked-drop"), f"rd:{parked}")],
            ]
            calls.append(message(work, work.say("form-parked", name=name), rows))
        return calls


def hide_shown(work: Work, kept: Kept, message_id: int | None, *, keeps: bool) -> Kept:
    """Queue the deletion of every question of a sensitive form that is still in the chat, but for
    the pressed one when it is about to be changed; the draft remembers what is left."""
    newest = work.incoming.shown if work.incoming.shown_is_secret else None
    seen = {*kept.memory.get(SEEN, ()), *(one for one in (newest, message_id) if one)}
    left = {message_id} & seen if keeps else set()
    for one in sorted(seen - left):
        delete_later(work, one)
    return replace(kept, memory={**kept.memory, SEEN: sorted(left)})


def delete_later(work: Work, message_id: int) -> None:
    """Queue the deletion of one message of this chat, before everything but alerts."""
    work.send(
        work.chat,
        "deleteMessage",
        {"message_id": message_id},
        priority=Priority.DELETION,
        secret=True,
    )


def context_of(work: Work, memory: Memory, at: date | None = None) -> Context:
    lists = {
        name: tuple(Option(key, Plain(text)) for key, text in pairs)
        for name, pairs in memory.get("lists", {}).items()
    }
    return Context(
        today=at or today(work.now),
        now=work.now,
        last=memory.get("last", {}),
        lists=lists,
        regions=work.around.book,
        facts={**memory.get("facts", {}), "hints": work.around.hints.current},
    )
