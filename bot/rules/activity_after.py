"""Until when an author may change or withdraw an activity, and take the withdrawal back."""

from datetime import datetime, timedelta
from typing import Final

from bot.rules.danger import danger_in
from bot.rules.lists import SECTIONS, label_of
from bot.settings import ActivitySettings

UNDO: Final = timedelta(hours=24)
"""How long a withdrawal may be taken back."""
EDITABLE: Final = ("saved", "returned")
STANDING: Final = ("saved", "verified", "returned")
"""States in which an activity counts and is shown to others."""


def edit_fault(
    state: str, sent_at: datetime, now: datetime, settings: ActivitySettings
) -> str | None:
    """Key of the sentence why the author may not change an activity; None when they may."""
    if state == "withdrawn":
        return "after-edit-withdrawn"
    if state == "verified":
        return "after-edit-verified"
    # Whoever was asked to put something right gets the longer time for it.
    days = settings.withdraw_days if state == "returned" else settings.edit_days
    return "after-edit-late" if now > sent_at + timedelta(days=days) else None


def withdraw_fault(
    state: str, sent_at: datetime, now: datetime, settings: ActivitySettings
) -> str | None:
    """Key of the sentence why the author may not withdraw an activity; None when they may."""
    if state == "withdrawn":
        return "after-withdraw-twice"
    is_late = now > sent_at + timedelta(days=settings.withdraw_days)
    return "after-withdraw-late" if is_late else None


def spoken_title(title: str, section: str) -> str:
    """A title as others may hear it: the section stands for one that was emptied, and for one that
    may tell of a person in danger."""
    return label_of(SECTIONS, section) if not title or danger_in(title) else title


def spoken(text: str | None) -> str | None:
    """Words of an activity as others may read them; None for those that may tell of a person."""
    return None if text is None or danger_in(text) else text
