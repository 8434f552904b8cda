"""What a form shows: labels, buttons and screens, as plain values without any vendor's types.

Labels name Fluent texts or carry people's own words; the renderer in `handlers/` turns them into
messages, escapes them and formats dates in the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

Asks: TypeAlias = Literal["none", "location", "contact"]


@dataclass(frozen=True, slots=True)
class Say:
    """A text of the .ftl files: its key and what goes into it."""

    key: str
    args: "Mapping[str, Arg]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plain:
    """People's words or a label that is data, shown as they stand (the renderer escapes them)."""

    text: str


Label: TypeAlias = Say | Plain
# Lists are joined with ", "; dates are shown with their weekday; labels are rendered in place.
Arg: TypeAlias = str | int | date | datetime | Label | tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` is at most 64 ASCII bytes and never holds people's text."""

    label: Label
    data: str


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One question, summary or request for confirmation.

    `step` is the step's name, "summary" or "cancel". `body` is one label a line. `fresh` asks for a
    new message; otherwise the pressed message is edited. `ask` wants a reply keyboard beside the
    rows, which Telegram needs a message of its own for. `progress` is (this step, visible steps).
    """

    step: str
    body: tuple[Label, ...]
    rows: Rows
    fresh: bool
    ask: Asks = "none"
    sensitive: bool = False
    progress: tuple[int, int] | None = None
