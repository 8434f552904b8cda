"""What a form may know of the world: the day, the person's last entry, lists and regions."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

from bot.forms.values import Label

Answers: TypeAlias = Mapping[str, Any]
Condition: TypeAlias = Callable[[Answers], bool]

_ID = re.compile(r"[!-~]{1,20}\Z")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `id` is 1–20 printable ASCII characters, as it travels in callback data.

    `words` are other ways to type it; labels that are data are matched by their own text too.
    """

    id: str
    label: Label
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _ID.match(self.id):
            raise ValueError(f"option id {self.id!r}: 1 to 20 printable ASCII characters")


class Region(Protocol):
    """A kab/kota (`19.01`), kecamatan (`19.01.01`) or desa (`19.01.01.2001`)."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def until(self) -> date | None: ...
    def title(self) -> str:
        """The name people know it by; a village with its kecamatan, as names occur twice."""
        ...

    def short(self) -> str:
        """The name on a button under the region it lies in."""
        ...


class RegionBook(Protocol):
    def children(self, code: str, /) -> Sequence[Region]: ...
    def get(self, code: str, /) -> Region | None: ...
    def known(self, code: str, /) -> Region | None:
        """A region in force or ended; ``get`` gives only those in force."""
        ...

    def successors(self, code: str, /) -> Sequence[Region]: ...
    def find(self, text: str, /, within: str | None = None) -> Sequence[Region]: ...
    def near(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """What somebody who mistyped a name may have meant."""
        ...

    def past(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        """Ended regions of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """`today` is the person's day, `now` an aware moment, `last` the answers of the last entry;
    `facts` is what else a form's own functions may use, by names of the form's choosing."""

    today: date
    now: datetime
    last: Answers = field(default_factory=dict)
    lists: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    regions: RegionBook | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


Options: TypeAlias = tuple[Option, ...] | str | Callable[[Answers, Context], Sequence[Option]]


def options_of(options: Options, answers: Answers, ctx: Context) -> Sequence[Option]:
    """The options themselves, from a tuple, a list's name in the context, or a function."""
    if isinstance(options, tuple):
        return options
    if isinstance(options, str):
        return ctx.lists.get(options, ())
    return options(answers, ctx)
