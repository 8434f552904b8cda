"""Turns the form engine's screens into messages."""

from collections.abc import Iterator, Sequence

from bot import texts
from bot.forms import Screen
from bot.work import Work
from handlers.calls import (
    Calls,
    Markup,
    ask_contact,
    ask_location,
    button,
    edit_text,
    label,
    new_message,
)

FULL_WIDTH = 42
"""Letters of a row of buttons on a small phone. Telegram does not wrap a label but cuts it off:
three kinds of families would all read "Keluarga yang memi…"."""


def screen_calls(work: Work, screen: Screen, message_id: int | None, *, above: str = "") -> Calls:
    """A screen as calls: an edit of the pressed message, or a new one; ``above`` stands first."""
    text = f"{above}\n\n{_text(work, screen)}" if above else _text(work, screen)
    markup = _markup(work, screen)
    if message_id is not None and not screen.fresh:
        calls: Calls = [edit_text(work.chat, message_id, text, markup, protect=screen.sensitive)]
    else:
        calls = [new_message(work.chat, text, markup, protect=screen.sensitive)]
    if screen.ask == "location":
        calls.append(
            ask_location(work, label(work, "form-location-button"), work.say("form-location-how"))
        )
    if screen.ask == "contact":
        calls.append(
            ask_contact(work, label(work, "form-contact-button"), work.say("form-contact-how"))
        )
    return calls


def _text(work: Work, screen: Screen) -> str:
    lines = [texts.html_of(line, work.language) for line in screen.body]
    if screen.progress is not None and screen.progress[1] > 1:
        step, total = screen.progress
        lines.append(work.say("form-progress", step=str(step), total=str(total)))
    return "\n".join(lines)


def _markup(work: Work, screen: Screen) -> Markup | None:
    if not screen.rows:
        return None
    return {
        "inline_keyboard": [
            [button(label_, data) for label_, data in fitted]
            for row in screen.rows
            for fitted in _fitted(
                [(texts.plain_of(one.label, work.language), one.data) for one in row]
            )
        ]
    }


def _fitted(row: Sequence[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    """The row as it is, or one button a row when one of them would be cut off."""
    if len(row) * max((len(label_) for label_, _ in row), default=0) <= FULL_WIDTH:
        yield row
        return
    for one in row:
        yield [one]
