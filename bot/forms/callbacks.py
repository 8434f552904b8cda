"""Callback data of form buttons: `f:{form code}:{revision in base 36}:{action}{argument}`.

Lower-case actions belong to the engine, upper-case ones to the step that is asked.
"""

import re
from typing import NamedTuple

_DATA = re.compile(r"f:([a-z0-9]{1,3}):([0-9a-z]{1,8}):([A-Za-z])([!-~]{0,40})\Z")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Pressed(NamedTuple):
    code: str
    revision: int
    action: str
    arg: str


def base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits


def prefix(code: str, revision: int) -> str:
    """What every button of one screen begins with."""
    return f"f:{code}:{base36(revision)}:"


def parse(data: str) -> Pressed | None:
    """The parts of a form button's data, or None for anything else."""
    found = _DATA.match(data)
    if found is None:
        return None
    code, revision, action, arg = found.groups()
    return Pressed(code, int(revision, 36), action, arg)


def owns(data: str) -> str | None:
    """The code of the form this button belongs to, for routing; None if it is no form's."""
    found = _DATA.match(data)
    return found.group(1) if found else None
