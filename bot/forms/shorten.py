"""People's answers cut to size for summaries and buttons; what is stored stays whole."""

from collections.abc import Mapping
from typing import Final

from bot.forms.clean import clip, units
from bot.forms.values import Arg, Label, Plain, Say

_TRANSLATED_UNITS: Final = 16  # reckoned for a label whose text is in the .ftl files


def shorten(label: Label, most: int) -> Label:
    """People's words in a label cut to about `most` characters, on one line."""
    if isinstance(label, Plain):
        return Plain(clip(" ".join(label.text.split()), most))
    args: Mapping[str, Arg] = label.args
    if not args:
        return label
    return Say(label.key, {name: _shorten_arg(value, most) for name, value in args.items()})


def _shorten_arg(value: Arg, most: int) -> Arg:
    if isinstance(value, Plain | Say):
        return shorten(value, most)
    if not isinstance(value, tuple):
        return value
    kept: list[Label] = []
    left = most
    for item in value:
        if left <= 0:
            kept.append(Plain("…"))
            break
        kept.append(shorten(item, left))
        left -= units(item.text) + 2 if isinstance(item, Plain) else _TRANSLATED_UNITS
    return tuple(kept)
