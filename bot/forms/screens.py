"""The screens of a form: its question, its summary, and the question whether to leave it."""

from typing import Any, Final

from bot.forms.callbacks import base36, prefix
from bot.forms.context import Answers, Context
from bot.forms.draft import Draft
from bot.forms.form import Form, visible
from bot.forms.guesses import asked
from bot.forms.shorten import shorten
from bot.forms.standing import accepts
from bot.forms.steps.base import Step, Turn
from bot.forms.values import Button, Label, Rows, Say, Screen

_BACK: Final = Say("form-back")
_SKIP: Final = Say("form-skip")
_CANCEL: Final = Say("form-cancel")
_HELP: Final = Say("form-help")
_GUESSED: Final = Say("form-summary-guessed")
_MISSING: Final = Say("form-value-missing")
_ON_BUTTON: Final = 40  # characters of an answer on a button
_SUMMARY_UNITS: Final = 2400  # for all answers together, of Telegram's 4096
_LONGEST_ANSWER: Final = 300


def show(
    form: Form, draft: Draft, ctx: Context, *, fresh: bool, error: Label | None = None
) -> Screen:
    """The screen of the draft's mode, with what was wrong above it."""
    if draft.mode == "step":
        return question(form, draft, ctx, fresh=fresh, error=error)
    if draft.mode == "summary":
        return summary(form, draft, ctx, fresh=fresh, error=error)
    return _cancel(form, draft, fresh=fresh, error=error)


def question(
    form: Form, draft: Draft, ctx: Context, *, fresh: bool, error: Label | None = None
) -> Screen:
    step = form.by_name[draft.step]
    steps = asked(form, draft, draft.answers, step.name)
    at = steps.index(step)
    turn = turn_of(form, draft, ctx, step)
    question_ = step.ask(turn)
    key = f"{form.texts}-{step.name}"
    body: tuple[Label, ...] = (Say(key), *question_.body)
    if step.hint:
        body = (*body, Say(f"{key}-hint"))
    controls = []
    if at or draft.editing:
        controls.append(turn.button(_BACK, "b"))
    if step.optional and not (step.takes_photos and turn.value):
        controls.append(turn.button(_SKIP, "s"))
    if step.help is not None:
        controls.append(turn.button(_HELP, "h"))
    controls.append(turn.button(_CANCEL, "c"))
    return Screen(
        step=step.name,
        body=(error, *body) if error is not None else body,
        rows=(
            *_offers(step, turn),
            *question_.rows,
            tuple(controls),
            *_action_rows(form, draft, turn.prefix),
        ),
        fresh=fresh,
        ask=question_.ask,
        sensitive=form.sensitive,
        progress=None if draft.editing else (at + 1, len(steps)),
    )


def summary(
    form: Form, draft: Draft, ctx: Context, *, fresh: bool, error: Label | None = None
) -> Screen:
    steps = [step for step in visible(form, draft.answers) if step.in_summary]
    told = [one for one in steps if not one.aside or _is_told(draft.answers.get(one.name))]
    most = max(30, min(_LONGEST_ANSWER, _SUMMARY_UNITS // max(1, len(told))))
    lines = [
        Say(
            "form-summary-guess" if step.name in draft.guessed else "form-summary-line",
            {
                "label": Say(f"{form.texts}-{step.name}-label"),
                "value": _shown(step, draft.answers, ctx, most),
            },
        )
        for step in told
    ]
    if any(step.name in draft.guessed for step in told):
        lines.append(_GUESSED)
    start = prefix(form.code, draft.revision)
    rows = _edit_rows(form, steps, told, start) if draft.view.get("edit") else _summary_rows(start)
    return Screen(
        step="summary",
        body=(*((error,) if error is not None else ()), Say("form-summary"), *lines),
        rows=(*rows, *_action_rows(form, draft, start)),
        fresh=fresh,
        sensitive=form.sensitive,
    )


def turn_of(form: Form, draft: Draft, ctx: Context, step: Step) -> Turn:
    return Turn(
        ctx=ctx,
        answers=draft.answers,
        value=draft.answers.get(step.name),
        part=draft.parts.get(step.name),
        view=draft.view,
        prefix=prefix(form.code, draft.revision),
    )


def offered_last(step: Step, answers: Answers, ctx: Context) -> Any:
    """The last entry's answer if it may be offered, else None."""
    if not step.offers_last():
        return None
    value = ctx.last.get(step.name)
    if value is None or value == answers.get(step.name):
        return None
    return value if accepts(step, value, answers, ctx) else None


def offers_kept(step: Step, answers: Answers, ctx: Context) -> bool:
    value = answers.get(step.name)
    return value is not None and step.offers_keep and accepts(step, value, answers, ctx)


def _offers(step: Step, turn: Turn) -> Rows:
    rows: Rows = ()
    if offers_kept(step, turn.answers, turn.ctx):
        value = shorten(step.show(turn.value, turn.answers, turn.ctx), _ON_BUTTON)
        rows = ((turn.button(Say("form-keep", {"value": value}), "k"),),)
    last = offered_last(step, turn.answers, turn.ctx)
    if last is not None:
        value = shorten(step.show(last, turn.answers, turn.ctx), _ON_BUTTON)
        rows = (*rows, (turn.button(Say("form-same-as-last", {"value": value}), "l"),))
    return rows


def _is_told(value: Any) -> bool:
    """Whether there is something to show: nothing picked of a list is nothing told."""
    return value is not None and value != []


def _shown(step: Step, answers: Answers, ctx: Context, most: int) -> Label:
    value = answers.get(step.name)
    if not _is_told(value) or not accepts(step, value, answers, ctx):
        return _MISSING
    return shorten(step.show(value, answers, ctx), most)


def _summary_rows(start: str) -> Rows:
    return (
        (Button(Say("form-submit"), f"{start}o"),),
        (Button(Say("form-edit"), f"{start}u"), Button(_CANCEL, f"{start}c")),
    )


def _edit_rows(form: Form, steps: list[Step], told: list[Step], start: str) -> Rows:
    buttons = []
    for step in steps:
        label = Say(f"{form.texts}-{step.name}-label")
        if step not in told:
            label = Say("form-add", {"label": label})
        buttons.append(Button(label, f"{start}e{base36(form.steps.index(step))}"))
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return (*rows, (Button(_BACK, f"{start}b"),))


def _cancel(form: Form, draft: Draft, *, fresh: bool, error: Label | None) -> Screen:
    start = prefix(form.code, draft.revision)
    question_: Label = Say("form-cancel-sure")
    return Screen(
        step="cancel",
        body=(question_,) if error is None else (error, question_),
        rows=(
            (Button(Say("form-cancel-no"), f"{start}n"),),
            (Button(Say("form-cancel-yes"), f"{start}y"),),
            *_action_rows(form, draft, start),
        ),
        fresh=fresh,
        sensitive=form.sensitive,
    )


def _action_rows(form: Form, draft: Draft, start: str) -> Rows:
    if not form.actions:
        return ()
    return tuple(
        (Button(action.label, f"{start}a{action.id}"),)
        for action in form.actions
        if action.when(draft.answers)
    )
