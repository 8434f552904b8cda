"""The kinds of jobs there are, and what does each."""

from collections.abc import Mapping, Sequence

from broadcasts.command_lists import refresh
from broadcasts.erasing import erase
from broadcasts.exporting import export
from broadcasts.group_look import KIND, look
from broadcasts.jobs import Runner
from broadcasts.media import keep
from broadcasts.own_data import copy

SHORT: Mapping[str, Runner] = {"commands": refresh, KIND: look, "data": copy, "erase": erase}
"""What takes seconds."""

PHOTOS: Mapping[str, Runner] = {"media": keep}
"""Waits for Telegram and for the disk."""

EXPORTS: Mapping[str, Runner] = {"export": export}
"""Files of many activities: minutes."""

LANES: Sequence[Mapping[str, Runner]] = (SHORT, PHOTOS, EXPORTS)
"""Kinds that wait for one another: each lane has a worker of its own, so that an erasure does not
wait for a download."""


def others(lane: Mapping[str, Runner]) -> frozenset[str]:
    """The kinds that the other lanes do. What nobody knows falls to all of them, and fails there
    where somebody sees it."""
    return frozenset(all_runners()) - set(lane)


def all_runners() -> Mapping[str, Runner]:
    """Every kind of job by the name its rows carry."""
    return {kind: runner for lane in LANES for kind, runner in lane.items()}
