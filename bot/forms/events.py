"""What a person can do to a form."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Begin:
    """The form was opened; shows the current question."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Show the current question again in a new message."""


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A press on an inline button: its callback data as it came."""

    data: str


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo; the parts of an album come one by one with the same `album`. `size` in bytes."""

    file_id: str
    unique_id: str
    caption: str | None = None
    album: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A location, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact shared. `is_own` tells that it is the sender's own, as Telegram says."""

    phone: str
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else, by Telegram's name for it: sticker, voice, video, poll, document, dice …"""

    kind: str


Event: TypeAlias = Begin | Resume | Text | Press | Photo | Pin | Contact | Other
