"""Answers filled in without being asked: what steps guess, and which steps are left to ask."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.forms.context import Answers, Context
from bot.forms.draft import Draft, Given
from bot.forms.form import Form, visible
from bot.forms.standing import accepts
from bot.forms.steps.base import Step


def renewed(form: Form, draft: Draft, ctx: Context, changed: Collection[str] | None) -> Draft:
    """The draft with its guesses made anew: those that depend on a `changed` answer, all if None.

    Nothing that the person gave, kept, skipped or told is touched.
    """
    if not form.guessing:
        return draft
    answers, guessed = Given(draft.answers), set(draft.guessed)
    moved = None if changed is None else set(changed)
    for step in form.steps:
        if step.guess is None or (step.name in answers and step.name not in guessed):
            continue
        if moved is not None and step.depends and moved.isdisjoint(step.depends):
            continue
        if step.when is not None and not step.when(answers):
            continue
        before = answers.get(step.name)
        _guess(step, answers, guessed, ctx)
        if moved is not None and answers.get(step.name) != before:
            moved.add(step.name)
    return replace(draft, answers=answers, guessed=tuple(sorted(guessed)))


def _guess(step: Step, answers: Given, guessed: set[str], ctx: Context) -> None:
    value = step.guess(answers, ctx) if step.guess else None
    if value is not None and accepts(step, value, answers, ctx):
        answers[step.name] = value
        guessed.add(step.name)
    elif step.name in guessed:
        guessed.discard(step.name)
        del answers[step.name]


def told(form: Form, draft: Draft, others: Mapping[str, Any], doubtful: Collection[str]) -> Draft:
    """The draft with what one answer told of other steps. An answer the person gave before stays;
    where the two differ it is asked for again."""
    answers = Given(draft.answers)
    guessed, said, doubts = set(draft.guessed), set(draft.said), set(draft.doubtful)
    for name, value in others.items():
        if name not in form.by_name:
            continue
        if name in answers and name not in guessed:
            doubts |= {name} if answers[name] != value else set()
            continue
        answers[name] = value
        guessed.discard(name)
        said.add(name)
    doubts |= {name for name in doubtful if name in said}
    return replace(
        draft,
        answers=answers,
        guessed=tuple(sorted(guessed)),
        said=tuple(sorted(said)),
        doubtful=tuple(sorted(doubts)),
    )


def is_filled(draft: Draft, step: Step) -> bool:
    """Whether the way through the form passes a step by: aside, guessed, or told of before."""
    if step.aside:
        return True
    name = step.name
    return (name in draft.guessed or name in draft.said) and name not in draft.doubtful


def asked(form: Form, draft: Draft, answers: Answers, also: str = "") -> tuple[Step, ...]:
    """The visible steps of the way through the form, and the step `also`."""
    steps = visible(form, answers)
    if not (form.guessing or draft.said):
        return steps
    return tuple(step for step in steps if step.name == also or not is_filled(draft, step))
