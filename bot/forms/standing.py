"""Which answers stand: visible, given, and valid today."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.forms.context import Answers, Context
from bot.forms.draft import Draft, Given
from bot.forms.form import Form, visible
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Step
from bot.forms.values import Label


def accepts(step: Step, value: Any, answers: Answers, ctx: Context) -> bool:
    """Whether a stored value still is an answer to the step."""
    try:
        step.validate(value, answers, ctx)
    except Invalid:
        return False
    return True


def pending(
    form: Form, answers: Answers, ctx: Context, doubtful: Collection[str] = ()
) -> tuple[Step, Label | None] | None:
    """The first visible step without a valid answer or with a doubtful one, and what is wrong about
    the answer it has."""
    for step in visible(form, answers):
        value = answers.get(step.name)
        if value is None:
            if step.aside or (step.name in answers and step.optional):
                continue
            return step, None
        try:
            step.validate(value, answers, ctx)
        except Invalid as refused:
            return step, refused.label
        if step.name in doubtful:
            return step, None
    return None


def standing_answers(form: Form, answers: Answers, ctx: Context) -> Mapping[str, Any]:
    """Valid answers of visible steps, and whatever the caller put in under other names."""
    shown = {step.name: step for step in visible(form, answers)}
    kept = Given()
    for name, value in answers.items():
        step = shown.get(name)
        if step is None:
            if name not in form.by_name:
                kept[name] = value
        elif step.optional if value is None else accepts(step, value, answers, ctx):
            kept[name] = value
    for name, step in shown.items():
        if step.aside:
            kept.setdefault(name, None)
    return kept


def settled(form: Form, draft: Draft, ctx: Context) -> Mapping[str, Any]:
    """What of a draft may be sent before its end ("Kirim sekarang")."""
    return standing_answers(form, draft.answers, ctx)
