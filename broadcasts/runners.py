"""The kinds of jobs there are, and what does each."""

from collections.abc import Mapping

from broadcasts.command_lists import refresh
from broadcasts.jobs import Runner


def all_runners() -> Mapping[str, Runner]:
    """Every kind of job by the name its rows carry."""
    return {"commands": refresh}
