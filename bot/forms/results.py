"""What comes of an event: usually a screen, in the end the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.forms.draft import Draft
from bot.forms.values import Label, Screen


@dataclass(frozen=True, slots=True)
class Done:
    """All visible answers, each validated; a skipped one is None, a hidden one is absent."""

    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person confirmed leaving the form."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A press on an old or foreign button: a short toast, and the current question anew."""

    label: Label
    screen: Screen


@dataclass(frozen=True, slots=True)
class Quiet:
    """Taken in; no reply (a further photo of an album, a press on an empty calendar day)."""


@dataclass(frozen=True, slots=True)
class Acted:
    """One of the form's own actions was pressed; the caller decides what follows."""

    action: str
    draft: Draft


Result: TypeAlias = Screen | Done | Cancelled | Notice | Quiet | Acted
