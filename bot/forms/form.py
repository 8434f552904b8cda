"""A form is a list of steps with a name; a new form is a new list, not new machinery."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.forms.context import Answers, Condition, Context
from bot.forms.draft import Given
from bot.forms.steps.base import Step
from bot.forms.values import Label

_CODE = re.compile(r"[a-z0-9]{1,3}\Z")
_ACTION_ID = re.compile(r"[a-z0-9_-]{1,16}\Z")
MOST_STEPS = 60  # the list of answers to edit stays under Telegram's 100 buttons


def _always(_: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the form itself, on every screen while `when` holds ("Kirim sekarang").

    `exits` tells the caller that the form is left. `always` lets it work from any screen of the
    form, however old: a quick way out must never be refused.
    """

    id: str
    label: Label
    when: Condition = _always
    exits: bool = False
    always: bool = False

    def __post_init__(self) -> None:
        if not _ACTION_ID.match(self.id):
            raise ValueError(f"action id {self.id!r}: 1 to 16 of a-z, 0-9, _ and -")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """`code` (1–3 of a-z0-9) stands for the form in callback data and is unique among forms.

    The texts of its steps are `{texts}-{step}`, of its own name unless `texts` says otherwise.
    Raise `version` when steps change so that stored answers no longer fit. `check` looks at all
    answers together before they are submitted and raises Invalid (`.at(step)` names the culprit).
    """

    name: str
    code: str
    steps: tuple[Step, ...]
    version: int = 1
    sensitive: bool = False
    summary: bool = True
    check: Callable[[Answers, Context], None] | None = None
    actions: tuple[Action, ...] = ()
    texts: str = ""
    by_name: Mapping[str, Step] = field(init=False, repr=False)
    conditional: bool = field(init=False, repr=False)
    guessing: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not _CODE.match(self.code):
            raise ValueError(f"form code {self.code!r}: 1 to 3 of a-z and 0-9")
        if not self.texts:
            object.__setattr__(self, "texts", self.name)
        by_name = {step.name: step for step in self.steps}
        if len(by_name) != len(self.steps):
            raise ValueError(f"form {self.name}: two steps of one name")
        if not 1 <= len(self.steps) <= MOST_STEPS:
            raise ValueError(f"form {self.name}: 1 to {MOST_STEPS} steps")
        object.__setattr__(self, "by_name", MappingProxyType(by_name))
        if any(step.aside and not step.optional for step in self.steps):
            raise ValueError(f"form {self.name}: what is never asked must be optional")
        object.__setattr__(self, "conditional", any(step.when for step in self.steps))
        object.__setattr__(self, "guessing", any(step.guess or step.aside for step in self.steps))


def visible(form: Form, answers: Answers) -> tuple[Step, ...]:
    """The steps whose conditions hold. A hidden step's old answer counts for no later condition."""
    if not form.conditional:
        return form.steps
    seen = Given(answers)
    shown: list[Step] = []
    for step in form.steps:
        if step.when is None or step.when(seen):
            shown.append(step)
        else:
            seen.pop(step.name, None)
    return tuple(shown)
