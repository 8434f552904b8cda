"""Presses on a form's buttons; whatever is old, foreign or forged gets the current question."""

from dataclasses import replace
from typing import Final

from bot.forms import moves
from bot.forms.callbacks import Pressed, parse
from bot.forms.context import Context
from bot.forms.draft import Draft
from bot.forms.events import Press
from bot.forms.form import Action, Form
from bot.forms.results import Acted, Notice, Result
from bot.forms.screens import offered_last, offers_kept, show
from bot.forms.values import Say

_MOVED_ON: Final = Say("form-moved-on")


def press(form: Form, draft: Draft, event: Press, ctx: Context) -> tuple[Draft, Result]:
    pressed = parse(event.data)
    moved = None
    if pressed is not None and pressed.code == form.code:
        moved = _pressed(form, draft, pressed, ctx)
    if moved is not None:
        return moved
    return draft, Notice(_MOVED_ON, show(form, draft, ctx, fresh=True))


def _pressed(form: Form, draft: Draft, pressed: Pressed, ctx: Context) -> moves.Moved | None:
    if pressed.action == "a":
        return _act(form, draft, pressed)
    if pressed.revision != draft.revision:
        return None
    if pressed.action == "c" and draft.mode != "cancel":
        return moves.ask_cancel(form, draft, ctx, fresh=False)
    if draft.mode == "step":
        return _at_step(form, draft, pressed, ctx)
    if draft.mode == "summary":
        return _at_summary(form, draft, pressed, ctx)
    match pressed.action:
        case "y":
            return moves.leave(draft)
        case "n":
            return moves.stay(form, draft, ctx, fresh=False)
    return None


def _at_step(form: Form, draft: Draft, pressed: Pressed, ctx: Context) -> moves.Moved | None:
    if pressed.action.isupper():
        event = Press(pressed.action + pressed.arg)
        return moves.take(form, draft, event, ctx, fresh=False)
    step = form.by_name[draft.step]
    match pressed.action:
        case "b":
            return moves.back(form, draft, ctx, fresh=False)
        case "s":
            return moves.skip(form, draft, ctx, fresh=False)
        case "h" if step.help is not None:
            return draft, show(form, draft, ctx, fresh=False, error=Say(step.help))
        case "k" if offers_kept(step, draft.answers, ctx):
            return moves.accept(form, draft, draft.answers[step.name], ctx, fresh=False)
        case "l":
            last = offered_last(step, draft.answers, ctx)
            if last is not None:
                return moves.accept(form, draft, last, ctx, fresh=False)
    return None


def _at_summary(form: Form, draft: Draft, pressed: Pressed, ctx: Context) -> moves.Moved | None:
    match pressed.action:
        case "o":
            return moves.submit(form, draft, ctx, fresh=False)
        case "u":
            return moves.choose_edit(form, draft, ctx, fresh=False)
        case "b" if draft.view.get("edit"):
            return moves.back(form, draft, ctx, fresh=False)
        case "e":
            at = int(pressed.arg, 36) if pressed.arg.isascii() and pressed.arg.isalnum() else -1
            if 0 <= at < len(form.steps):
                return moves.edit(form, draft, form.steps[at], ctx, fresh=False)
    return None


def _act(form: Form, draft: Draft, pressed: Pressed) -> moves.Moved | None:
    action = _action(form, pressed.arg)
    if action is None or not action.when(draft.answers):
        return None
    if pressed.revision != draft.revision and not action.always:
        return None
    draft = replace(draft, revision=draft.revision + 1)
    return draft, Acted(action.id, draft)


def _action(form: Form, wanted: str) -> Action | None:
    return next((action for action in form.actions if action.id == wanted), None)
