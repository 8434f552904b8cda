"""Finding the button a person means among what they see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """`inline` ones carry `data`; others are of a reply keyboard and may ask for something."""

    message_id: int
    label: str
    inline: bool
    data: str = ""
    asks: str | None = None


def all_buttons(message: Json) -> Iterator[Button]:
    markup = message.get("reply_markup") or {}
    number = message["message_id"]
    for row in markup.get("inline_keyboard") or []:
        for button in row:
            yield Button(number, button["text"], True, button.get("callback_data", ""))
    for row in markup.get("keyboard") or []:
        for button in row:
            asks = next(
                (what for what in ("contact", "location") if button.get(f"request_{what}")), None
            )
            yield Button(number, button["text"], False, asks=asks)


def find_button(messages: Sequence[Json], label: str) -> Button | None:
    """In the newest message that has it; the very label before one that only begins so."""
    for message in reversed(messages):
        buttons = list(all_buttons(message))
        for fits in (str.__eq__, str.startswith):
            for button in buttons:
                if fits(button.label, label):
                    return button
    return None
