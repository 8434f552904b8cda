"""What the bot says, by the keys of its text files, so that a reworded text breaks no test."""

from functools import cache
from typing import Any

from bot import texts
from bot.forms import Say
from tests.conversations.reading import plain
from tests.texts.ftl import arguments

_ANYTHING = "\ue000"


@cache
def words(key: str, **args: Any) -> str:
    """What one reads where the bot says this: the longest part that the arguments leave alone."""
    open_ones = dict.fromkeys(arguments("id")[key] - args.keys(), _ANYTHING)
    read = plain(texts.say(key, "id", **args, **open_ones))
    return max(read.split(_ANYTHING), key=len).strip()


def label(key: str, **args: Any) -> str:
    """A button, or how it begins."""
    open_ones = dict.fromkeys(arguments("id")[key] - args.keys(), _ANYTHING)
    shown = texts.plain_of(Say(key, {**args, **open_ones}), "id")
    return shown.partition(_ANYTHING)[0].strip()
