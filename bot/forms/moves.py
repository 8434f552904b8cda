"""The ways through a form: on, back, past an optional step, to the summary and out."""

from dataclasses import replace
from typing import Any, TypeAlias

from bot.forms import guesses
from bot.forms.context import Context
from bot.forms.draft import Draft, Given
from bot.forms.events import Event
from bot.forms.form import Form, visible
from bot.forms.invalid import Invalid
from bot.forms.results import Cancelled, Done, Quiet, Result
from bot.forms.screens import show, turn_of
from bot.forms.standing import pending, standing_answers
from bot.forms.steps.base import UNSET, Accept, Stay, Step
from bot.forms.values import Label

Moved: TypeAlias = tuple[Draft, Result]


def take(form: Form, draft: Draft, event: Event, ctx: Context, *, fresh: bool) -> Moved | None:
    """Give an event to the step that is asked. None if it means nothing to it."""
    step = form.by_name[draft.step]
    try:
        taken = step.take(turn_of(form, draft, ctx, step), event)
    except Invalid as refused:
        return draft, show(form, draft, ctx, fresh=fresh, error=refused.label)
    match taken:
        case None:
            return None
        case Accept():
            return accept(form, draft, taken.value, ctx, fresh=fresh, told=taken)
        case Stay():
            return _stay_with(form, draft, taken, ctx, fresh=fresh)


def accept(
    form: Form,
    draft: Draft,
    value: Any,
    ctx: Context,
    *,
    fresh: bool,
    told: Accept | None = None,
) -> Moved:
    """Keep an answer and what it told of others, and go on: to the next step that is left to ask,
    or back to the summary after an edit."""
    name = draft.step
    answers = Given(draft.answers)
    answers[name] = value
    parts = draft.parts
    if name in parts:
        parts = {key: part for key, part in parts.items() if key != name}
    draft = Draft(
        form=draft.form,
        version=draft.version,
        step=name,
        answers=answers,
        revision=draft.revision + 1,
        editing=draft.editing,
        parts=parts,
        guessed=_without(draft.guessed, name),
        said=_without(draft.said, name),
        doubtful=_without(draft.doubtful, name),
    )
    if told is not None and told.others:
        draft = guesses.told(form, draft, told.others, told.doubtful)
    if form.guessing:
        changed = {name, *(told.others if told else ())}
        draft = guesses.renewed(form, draft, ctx, changed)
    following = None if draft.editing else _after(form, draft)
    if following is None:
        return _finish(form, draft, ctx, fresh=fresh)
    draft = replace(draft, step=following.name)
    return draft, show(form, draft, ctx, fresh=fresh)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name) if name in names else names


def skip(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved | None:
    if not form.by_name[draft.step].optional:
        return None
    return accept(form, draft, None, ctx, fresh=fresh)


def back(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved | None:
    """To the step before, keeping every answer; from an edit to the summary. None at the start."""
    if draft.mode == "summary" and draft.view.get("edit"):
        return _go(form, draft, ctx, fresh=fresh, mode="summary")
    if draft.mode == "summary":
        steps = guesses.asked(form, draft, draft.answers)
        return _go(form, draft, ctx, fresh=fresh, step=steps[-1], editing=True) if steps else None
    if draft.editing and form.summary:
        return _go(form, draft, ctx, fresh=fresh, mode="summary")
    steps = guesses.asked(form, draft, draft.answers, draft.step)
    at = steps.index(form.by_name[draft.step])
    return _go(form, draft, ctx, fresh=fresh, step=steps[at - 1]) if at else None


def edit(form: Form, draft: Draft, step: Step, ctx: Context, *, fresh: bool) -> Moved | None:
    """Ask one step again, from the summary."""
    if step not in visible(form, draft.answers):
        return None
    return _go(form, draft, ctx, fresh=fresh, step=step, editing=True)


def choose_edit(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved:
    draft = replace(draft, view={"edit": True}, revision=draft.revision + 1)
    return draft, show(form, draft, ctx, fresh=fresh)


def ask_cancel(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved:
    draft = replace(
        draft,
        mode="cancel",
        view={**draft.view, "from": draft.mode},
        revision=draft.revision + 1,
    )
    return draft, show(form, draft, ctx, fresh=fresh)


def stay(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved:
    """Back to where leaving was asked, as it looked."""
    view = {key: value for key, value in draft.view.items() if key != "from"}
    draft = replace(
        draft,
        mode="summary" if draft.view.get("from") == "summary" else "step",
        view=view,
        revision=draft.revision + 1,
    )
    return draft, show(form, draft, ctx, fresh=fresh)


def leave(draft: Draft) -> Moved:
    return replace(draft, revision=draft.revision + 1), Cancelled()


def submit(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved:
    """All answers validated again; the first that does not stand is asked again."""
    open_step = pending(form, draft.answers, ctx, draft.doubtful)
    if open_step is not None:
        step, error = open_step
        return _go(form, draft, ctx, fresh=fresh, step=step, editing=True, error=error)
    answers = standing_answers(form, draft.answers, ctx)
    if form.check is not None:
        try:
            form.check(answers, ctx)
        except Invalid as refused:
            return _refused(form, draft, refused, ctx, fresh=fresh)
    return replace(draft, revision=draft.revision + 1), Done(answers)


def _stay_with(form: Form, draft: Draft, taken: Stay, ctx: Context, *, fresh: bool) -> Moved:
    name = draft.step
    answers, parts, guessed = draft.answers, draft.parts, draft.guessed
    if taken.value is not UNSET:
        answers = Given({**answers, name: taken.value})
        guessed = _without(guessed, name)
    if taken.part is not UNSET:
        parts = {**parts, name: taken.part}
    steady = taken.same_revision or taken.quiet
    draft = Draft(
        form=draft.form,
        version=draft.version,
        step=name,
        answers=answers,
        revision=draft.revision if steady else draft.revision + 1,
        editing=draft.editing,
        view=taken.view,
        parts=parts,
        guessed=guessed,
        said=draft.said,
        doubtful=draft.doubtful,
    )
    if taken.quiet:
        return draft, Quiet()
    fresh = fresh if taken.fresh is None else taken.fresh
    return draft, show(form, draft, ctx, fresh=fresh, error=taken.note)


def _after(form: Form, draft: Draft) -> Step | None:
    """The next step in the form's order that is visible and not filled in already."""
    shown = visible(form, draft.answers)
    passed = False
    for step in form.steps:
        if passed and step in shown and not guesses.is_filled(draft, step):
            return step
        passed = passed or step.name == draft.step
    return None


def _finish(form: Form, draft: Draft, ctx: Context, *, fresh: bool) -> Moved:
    """The draft's revision has risen already with the answer that leads here."""
    open_step = pending(form, draft.answers, ctx, draft.doubtful)
    if open_step is not None:
        step, error = open_step
        draft = replace(draft, step=step.name, editing=True)
        return draft, show(form, draft, ctx, fresh=fresh, error=error)
    if not form.summary:
        return submit(form, draft, ctx, fresh=fresh)
    draft = replace(draft, mode="summary", editing=False)
    return draft, show(form, draft, ctx, fresh=fresh)


def _refused(form: Form, draft: Draft, refused: Invalid, ctx: Context, *, fresh: bool) -> Moved:
    step = form.by_name.get(refused.step or "")
    if step is not None and step in visible(form, draft.answers):
        return _go(form, draft, ctx, fresh=fresh, step=step, editing=True, error=refused.label)
    if form.summary:
        return _go(form, draft, ctx, fresh=fresh, mode="summary", error=refused.label)
    return draft, show(form, draft, ctx, fresh=fresh, error=refused.label)


def _go(
    form: Form,
    draft: Draft,
    ctx: Context,
    *,
    fresh: bool,
    step: Step | None = None,
    mode: str = "step",
    editing: bool = False,
    error: Label | None = None,
) -> Moved:
    draft = Draft(
        form=draft.form,
        version=draft.version,
        step=draft.step if step is None else step.name,
        answers=draft.answers,
        revision=draft.revision + 1,
        mode="summary" if mode == "summary" else "step",
        editing=editing,
        parts=draft.parts,
        guessed=draft.guessed,
        said=draft.said,
        doubtful=draft.doubtful,
    )
    return draft, show(form, draft, ctx, fresh=fresh, error=error)
