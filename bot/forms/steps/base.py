"""What every kind of question has in common, and what it is given and gives back."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, ClassVar, Final, TypeAlias

from bot.forms.clean import clip
from bot.forms.context import Answers, Condition, Context
from bot.forms.events import Event
from bot.forms.values import Asks, Button, Label, Plain, Rows

UNSET: Final = object()
MOST_ON_BUTTON: Final = 60  # longer labels are cut off by phones anyway


@dataclass(frozen=True, slots=True)
class Turn:
    """The moment a step is asked or answered in.

    `value` is the stored answer (None if there is none), `part` the unfinished one, `view` how the
    question is shown, `prefix` what the data of its buttons begins with.
    """

    ctx: Context
    answers: Answers
    value: Any
    part: Any
    view: Mapping[str, Any]
    prefix: str

    def button(self, label: Label, action: str, arg: str = "") -> Button:
        if isinstance(label, Plain) and len(label.text) > MOST_ON_BUTTON:
            label = Plain(clip(label.text, MOST_ON_BUTTON))
        return Button(label, f"{self.prefix}{action}{arg}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step adds below its question."""

    body: tuple[Label, ...] = ()
    rows: Rows = ()
    ask: Asks = "none"


@dataclass(frozen=True, slots=True)
class Accept:
    """The answer; the form goes on. `others` is what it told of other steps, `doubtful` which of
    these are to be asked all the same."""

    value: Any
    others: Mapping[str, Any] = field(default_factory=dict)
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """The same question goes on, shown otherwise or with a part of its answer.

    `fresh=None` lets the event decide. `same_revision` keeps the buttons already shown good.
    """

    view: Mapping[str, Any] = field(default_factory=dict)
    part: Any = UNSET
    value: Any = UNSET
    note: Label | None = None
    quiet: bool = False
    fresh: bool | None = None
    same_revision: bool = False


Taken: TypeAlias = Accept | Stay | None
Guess: TypeAlias = Callable[[Answers, Context], Any]


@dataclass(frozen=True, slots=True)
class Step(ABC):
    """A question by name: its texts are `{form}-{name}`, `…-label` and, with `hint`, `…-hint`.

    `help` is the key of a longer explanation. `when` is a plain function of the answers. With a
    `guess` the step is asked only when that gives nothing valid; it is made anew when an answer
    that it `depends` on changes (any, when none is named). A step `aside` is never asked, only
    reached from the summary.
    """

    # Whether an answered step offers "keep it"; steps with their own way to finish do not need it.
    offers_keep: ClassVar[bool] = True
    in_summary: ClassVar[bool] = True
    takes_photos: ClassVar[bool] = False

    name: str
    _: KW_ONLY
    optional: bool = False
    when: Condition | None = None
    default_from_last: bool = False
    hint: bool = False
    help: str | None = None
    aside: bool = False
    guess: Guess | None = None
    depends: tuple[str, ...] = ()

    @abstractmethod
    def ask(self, turn: Turn) -> Asked:
        """What to show below the question."""

    @abstractmethod
    def take(self, turn: Turn, event: Event) -> Taken:
        """The answer in an event; None if the event means nothing here; Invalid if refused."""

    @abstractmethod
    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        """A valid answer as the summary shows it."""

    @abstractmethod
    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        """Raise Invalid unless this stored answer still stands. Any JSON may come in."""

    def offers_last(self) -> bool:
        return self.default_from_last

    def example(self, turn: Turn) -> Label | None:
        """A button to name when text is typed where only buttons are understood."""
        return None
