"""The refusal of an answer: a text key with its arguments, never a sentence."""

from collections.abc import Mapping

from bot.forms.values import Arg, Say


class Invalid(Exception):
    """An answer that cannot be taken; `label` says why.

    >>> Invalid("activity-participants-too-many", most=9999).label
    Say(key='activity-participants-too-many', args={'most': 9999})
    """

    def __init__(self, key: str, /, **values: Arg) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, Arg] = values
        self.step: str | None = None

    def at(self, step: str) -> "Invalid":
        """Name the step to ask again; for a form's `check` over several answers."""
        self.step = step
        return self

    @property
    def label(self) -> Say:
        return Say(self.key, self.values)
