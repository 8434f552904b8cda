"""How a request to Telegram ended, as values."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it; ``message_id`` when the call makes a message."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Later:
    """Telegram asks to wait (429). Nothing was delivered."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Retry:
    """The request surely did not take effect (no connection, a server error)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot, or the bot was put out of the group."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with this id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """What it concerned is no longer there (chat, message, file)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this call."""

    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The answer did not come: it may have been delivered, or not."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotBegun:
    """The row was taken over by another deliverer before the request."""


Outcome: TypeAlias = Sent | Later | Retry | Blocked | Moved | Gone | Refused | Uncertain | NotBegun
