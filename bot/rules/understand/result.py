"""What was understood of one message: the values, and which of them should be asked back."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FIELDS: Final = ("date", "title", "participants", "funding", "agencies", "section")
Kind = Literal["report", "danger", "nothing"]


@dataclass(frozen=True, slots=True)
class Understood:
    """A draft of an activity, or nothing of one.

    ``participants`` counts ``male``, ``female``, ``children`` and ``people`` (kind not said);
    None when no possible figure was said. ``funding`` and ``agencies`` hold ids of
    ``bot.rules.lists`` and people's own words behind "other:". ``unsure`` names the fields of
    FIELDS to ask back, in that order. The rest is what the title's words suggest.
    """

    kind: Kind
    date: datetime.date | None = None
    title: str | None = None
    participants: Mapping[str, int] | None = None
    funding: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    section: str | None = None
    unsure: tuple[str, ...] = ()
    place: str | None = None
    targets: tuple[str, ...] = ()
    inpres: str | None = None
    tags: tuple[str, ...] = ()
    poktan: tuple[str, ...] = ()
