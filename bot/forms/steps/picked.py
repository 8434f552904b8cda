"""The value of a choice of several: option ids, and people's own words behind "other:".

No option's id looks like this, so one list holds both.
"""

from collections.abc import Sequence
from typing import Final

from bot.forms.clean import clip
from bot.forms.context import Option
from bot.forms.invalid import Invalid
from bot.forms.matching import option_by_id
from bot.forms.steps.text import check_text
from bot.forms.values import Label, Plain

OWN: Final = "other:"
MOST_OWN: Final = 5
_LONGEST_OWN: Final = 100


def own_texts(value: Sequence[str]) -> list[str]:
    """People's own words among what was picked."""
    return [item[len(OWN) :] for item in value if item.startswith(OWN)]


def picked_ids(value: Sequence[str]) -> list[str]:
    """The option ids among what was picked."""
    return [item for item in value if not item.startswith(OWN)]


def pick(on: Sequence[str], item: str, most: int | None) -> list[str]:
    """The list with one more; the same if it is there. Raises Invalid beyond `most`."""
    if item in on:
        return list(on)
    if most is not None and len(on) >= most:
        raise Invalid("form-choices-too-many", most=str(most))
    return [*on, item]


def check_own(text: str) -> None:
    check_text(text, 2, _LONGEST_OWN)


def label_of(options: Sequence[Option], item: str, most: int = _LONGEST_OWN) -> Label:
    if item.startswith(OWN):
        return Plain(clip(item[len(OWN) :], most))
    option = option_by_id(options, item)
    return Plain(item) if option is None else option.label


def labels(options: Sequence[Option], value: Sequence[str]) -> tuple[Label, ...]:
    return tuple(label_of(options, item) for item in value)
