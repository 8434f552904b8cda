"""A screen as it goes to Telegram, in both languages, and what would be refused about it."""

import json
from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

from bot import texts
from bot.forms import Form, Screen, owns
from bot.work import Work
from handlers.screens import screen_calls
from tests.conversations.reading import trouble_with

_MOST_BUTTONS, _MOST_IN_A_ROW = 100, 8
_EMPTY = "N"
"""The action of cells that do nothing: the days of a calendar that cannot be chosen."""


def reader(language: str) -> Work:
    """Somebody who reads that language, as far as rendering asks."""

    def say(key: str, /, **args: Any) -> str:
        return texts.say(key, language, **args)

    return cast(Work, SimpleNamespace(language=language, chat=1, say=say))


_READERS = {language: reader(language) for language in texts.LANGUAGES}


def check_screen(form: Form, screen: Screen) -> None:
    """Every rule of Telegram's, and that no two buttons of a screen can be taken for each other."""
    shown = [one for row in screen.rows for one in row]
    assert 1 <= len(shown) <= _MOST_BUTTONS
    assert all(1 <= len(row) <= _MOST_IN_A_ROW for row in screen.rows)
    assert screen.sensitive is form.sensitive
    for one in shown:
        assert one.data.isascii(), one.data
        assert 1 <= len(one.data) <= 64, one.data
        assert owns(one.data) == form.code, one.data
    meant = [one.data for one in shown if action_of(one.data) != _EMPTY]
    assert len(meant) == len(set(meant)), f"two buttons do the same: {Counter(meant)}"
    for work in _READERS.values():
        _check_rendered(work, screen)


def _check_rendered(work: Work, screen: Screen) -> None:
    for call in screen_calls(work, screen, None):
        params = _params(call)
        assert trouble_with(params) is None, (trouble_with(params), params["text"][:200])
        assert "{ $" not in params["text"] or "{ $" in repr(screen.body), params["text"][:300]
        rows = json.loads(params.get("reply_markup", "{}")).get("inline_keyboard", ())
        labels = [
            one["text"] for row in rows for one in row if action_of(one["callback_data"]) != _EMPTY
        ]
        assert all(0 < len(one) <= 64 for one in labels), labels
        twice = [one for one, count in Counter(labels).items() if count > 1]
        assert not twice, f"buttons that read the same: {twice}"


def _params(call: Any) -> dict[str, str]:
    """What the edge would send of a text message."""
    found = {name: getattr(call, name, None) for name in ("text", "parse_mode", "reply_markup")}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def action_of(data: str) -> str:
    """The letter that says what a form's button does."""
    return data.split(":", 3)[3][:1]
