"""A form being filled in, as it is kept between two updates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias, cast

Mode: TypeAlias = Literal["step", "summary", "cancel"]
_FILLED: Final = ("guessed", "said", "doubtful")


class Given(dict[str, Any]):
    """Answers by step; one that is not given reads as None, so conditions stay plain."""

    def __missing__(self, key: str) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything needed to go on, days later or in another process; all of it JSON.

    `answers` by step name (None: skipped). `parts` are unfinished answers by step (ticks, drill).
    `view` is how the current question is shown (month, page, search). `guessed` names the answers
    that a step's guess has made, `said` those told beforehand or beside another answer: neither is
    asked for. `doubtful` are answers that are asked for although there is one. `revision` rises
    with each accepted change and is carried by every button. Compare drafts by value: a further
    photo of an album is stored without a new revision, so that the buttons shown stay good.
    """

    form: str
    version: int
    step: str
    answers: Mapping[str, Any] = field(default_factory=Given)
    revision: int = 0
    mode: Mode = "step"
    editing: bool = False
    view: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, Any] = field(default_factory=dict)
    guessed: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        stored: dict[str, Any] = {
            "form": self.form,
            "version": self.version,
            "step": self.step,
            "answers": dict(self.answers),
            "revision": self.revision,
            "mode": self.mode,
            "editing": self.editing,
            "view": dict(self.view),
            "parts": dict(self.parts),
        }
        for name in _FILLED:  # most drafts have none
            if names := getattr(self, name):
                stored[name] = list(names)
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Draft":
        mode = stored.get("mode")
        return cls(
            form=stored["form"],
            version=stored.get("version", 1),
            step=stored.get("step", ""),
            answers=Given(stored.get("answers") or {}),
            revision=stored.get("revision", 0),
            mode=cast(Mode, mode) if mode in ("summary", "cancel") else "step",
            editing=bool(stored.get("editing")),
            view=stored.get("view") or {},
            parts=stored.get("parts") or {},
            guessed=tuple(stored.get("guessed") or ()),
            said=tuple(stored.get("said") or ()),
            doubtful=tuple(stored.get("doubtful") or ()),
        )
