"""The kinds of jobs there are, and what does each."""

from collections.abc import Mapping

from broadcasts.command_lists import refresh
from broadcasts.erasing import erase
from broadcasts.group_look import KIND, look
from broadcasts.jobs import Runner
from broadcasts.own_data import copy


def all_runners() -> Mapping[str, Runner]:
    """Every kind of job by the name its rows carry."""
    return {"commands": refresh, KIND: look, "data": copy, "erase": erase}
