"""What becomes of the question that is in the chat when the next one comes."""

from bot.forms import (
    AskPhone,
    AskPlace,
    Contact,
    Draft,
    Event,
    Form,
    Notice,
    Pin,
    Quiet,
    Result,
    Screen,
)
from bot.work import Work


def stands(work: Work, result: Result, message_id: int | None) -> bool:
    """Whether the question in the chat stays as it is: a further photo of an album is taken in
    quietly, and after a double tap the pressed message, the newest, already shows what is asked."""
    if isinstance(result, Notice):
        return message_id is not None and message_id == work.incoming.shown
    return isinstance(result, Quiet)


def edits(result: Result, message_id: int | None) -> bool:
    """Whether what follows takes the place of the pressed message."""
    if message_id is None or isinstance(result, Notice):
        return False
    return not (isinstance(result, Screen) and result.fresh)


def left_keyboard(form: Form, before: Draft, after: Draft, event: Event) -> bool:
    """Whether a question whose answer has a keyboard of its own was left otherwise."""
    was = form.by_name.get(before.step) if before.mode == "step" else None
    moved = (before.step, before.mode) != (after.step, after.mode)
    shown = before.view.get("location") or before.view.get("contact")
    asked = isinstance(was, AskPlace | AskPhone) and bool(shown)
    return asked and moved and not isinstance(event, Pin | Contact)
