"""The table of methods the sandbox speaks; each `calls_…` file adds its own to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram.methods import TelegramMethod

from sandbox.params import Upload, given
from sandbox.people import Json
from sandbox.world import World

M = TypeVar("M", bound=TelegramMethod[Any])


@dataclass(frozen=True, slots=True)
class Call(Generic[M]):
    """One call: `method` is aiogram's type, `raw` the same as plain JSON."""

    world: World
    method: M
    raw: Json
    uploads: dict[str, Upload]

    def given(self, name: str) -> Any:
        """A parameter, or None if it was left out or the method has none of that name."""
        return given(getattr(self.method, name, None))


Answering = Callable[[Call[Any]], Any]
SPOKEN: dict[str, Answering] = {}


def answers(kind: type[M]) -> Callable[[Callable[[Call[M]], Any]], Callable[[Call[M]], Any]]:
    """Registers the function, plain or async, that answers this method with JSON."""

    def register(function: Callable[[Call[M]], Any]) -> Callable[[Call[M]], Any]:
        SPOKEN[kind.__api_method__.lower()] = function
        return function

    return register
