"""Turns text keys into sentences: Indonesian first, English complete, people's words escaped."""

import html
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.clock import WIB
from bot.forms.values import Label, Plain, Say

LANGUAGES = ("id", "en")
FOLDER = Path(__file__).parent / "locales"

_DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}


class MissingText(LookupError):
    """A key that no file holds: a bug, found by the tests."""


@cache
def bundle(language: str) -> FluentBundle:
    """All .ftl files of a language. ``use_isolating`` off: no invisible marks in messages."""
    found = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        found.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return found


def known(language: str | None) -> str:
    """The language to speak to somebody: theirs when we have it, else Indonesian."""
    return language if language in LANGUAGES else "id"


def say(key: str, language: str = "id", /, **args: Any) -> str:
    """A message as HTML: arguments escaped, markup of the text file kept.

    Raises :class:`MissingText` for a key or argument that does not exist.
    """
    return html_of(Say(key, args), language)


def html_of(label: Label, language: str) -> str:
    """A label for a message sent with ``parse_mode=HTML``."""
    return _render(label, language, escape=True)


def plain_of(label: Label, language: str) -> str:
    """A label for a button or a toast, where Telegram takes no markup."""
    return _render(label, language, escape=False)


def _render(label: Label, language: str, *, escape: bool) -> str:
    if isinstance(label, Plain):
        return html.escape(label.text, quote=False) if escape else label.text
    if not label.args:
        return _fixed(label.key, language)
    if all(type(one) is str and len(one) < 5 and one.isdecimal() for one in label.args.values()):
        return _counted(label.key, language, tuple(label.args.items()))
    args = {name: _argument(value, language, escape) for name, value in label.args.items()}
    return _format(label.key, language, args)


@lru_cache(maxsize=4096)
def _counted(key: str, language: str, args: tuple[tuple[str, str], ...]) -> str:
    """Texts that hold nothing but numbers ("Pertanyaan 3 dari 10"); people's words are never
    remembered."""
    return _format(key, language, dict(args))


@lru_cache(maxsize=4096)
def _fixed(key: str, language: str) -> str:
    return _format(key, language, {})


def _format(key: str, language: str, args: Mapping[str, Any]) -> str:
    texts = bundle(language)
    if not texts.has_message(key):
        raise MissingText(f"{language}: {key}")
    pattern = texts.get_message(key).value
    if pattern is None:
        raise MissingText(f"{language}: {key} has no text")
    text, errors = texts.format_pattern(pattern, dict(args))
    if errors:
        raise MissingText(f"{language}: {key}: {errors[0]}")
    return str(text)


def _argument(value: Any, language: str, escape: bool) -> Any:
    if isinstance(value, Say | Plain):
        return _render(value, language, escape=escape)
    if isinstance(value, tuple | list):
        return ", ".join(str(_argument(one, language, escape)) for one in value)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, str):
        return html.escape(value, quote=False) if escape else value
    return value


def day(value: date, language: str) -> str:
    """ "Kamis, 19 November 2026": always with the weekday, so that a slip is seen."""
    month = _MONTHS[language].split()[value.month - 1]
    return f"{_DAYS[language][value.weekday()]}, {value.day} {month} {value.year}"


def moment(value: datetime, language: str) -> str:
    """A time in WIB, to the minute."""
    local = value.astimezone(WIB)
    return f"{day(local.date(), language)} {local:%H.%M} WIB"
