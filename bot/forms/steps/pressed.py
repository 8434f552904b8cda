"""What a press means to a step: the engine hands on only action and argument."""

from typing import Final

from bot.forms.events import Press

DONE_WORDS: Final = {"selesai", "sudah", "done", "cukup"}  # typed instead of the button


def action_of(event: Press) -> tuple[str, str]:
    """("T", "pkm") for a press the engine has reduced to "Tpkm"."""
    return event.data[:1], event.data[1:]


def page_of(view: object, pages: int) -> int:
    """A page number kept within what there is."""
    return min(max(view, 0), pages - 1) if isinstance(view, int) and pages else 0


def number_in(arg: str) -> int | None:
    return int(arg) if arg.isascii() and arg.isdigit() and len(arg) < 5 else None
