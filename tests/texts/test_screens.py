"""Every screen of every form, rendered in both languages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot import texts
from bot.clock import today
from bot.forms import Context, Draft, Form, Option, Plain, Screen, Text, respond
from bot.forms.draft import Given
from bot.forms.screens import question, summary
from bot.rules.regions import Book, province_regions
from bot.texts import LANGUAGES
from handlers.menu import ENTRIES
from tests.conversations.reading import plain, units
from tests.texts.test_keys_in_code import FORMS

NOW = datetime(2026, 9, 23, 3, 0, tzinfo=UTC)  # a Wednesday in September: the longest of names
LONGEST_LABEL, MOST_BUTTONS = 64, 100
CTX = Context(
    today=today(NOW),
    now=NOW,
    lists={"villages": (Option("01011001", Plain("Sungailiat (Kec. Sungailiat)")),)},
    regions=Book(province_regions()),
)
ANSWERS: dict[str, Any] = {
    "area": "19.01",
    "many": True,
    "region": "19.01.01.1001",
    "village": "19.01.01.1001",
    "date": "2026-09-23",
    "in_danger": True,
    "badly_hurt": "unsure",
    "kinds": ["fisik", "lain"],
    "age": "13-17",
    "account": "Anak dipukul",
    "title": "Posyandu",
    "place": {"latitude": 1.0, "longitude": 2.0},
    "participants": {"male": 1, "female": 2, "children": 3},
    "agencies": ["pkm", "other:Toko Bu Ani"],
}


PIECES = {"title": "name", "decree_on": "decree"}
"""What a kampung's form changes, where its question is named otherwise."""


def screens(form: Form) -> Iterator[Screen]:
    """Each question, fresh and answered and after nonsense; the summary, its list, the way out."""
    for step in form.steps:
        given = {**ANSWERS, "village": "01011001"} if form.name == "activity" else {**ANSWERS}
        given["piece"] = PIECES.get(step.name, step.name)
        for answers in (given, {key: given[key] for key in ("area", "many", "in_danger", "piece")}):
            draft = Draft(form.name, form.version, step.name, Given(answers), 35)
            if step.when is not None and not step.when(Given(answers)):
                continue
            yield question(form, draft, CTX, fresh=True)
            for event in (Text("???"), Text("bantuan"), Text("kembali"), Text("batal")):
                _, result = respond(form, draft, event, CTX)
                if isinstance(result, Screen):
                    yield result
    draft = Draft(form.name, form.version, form.steps[-1].name, Given(ANSWERS), 35, "summary")
    yield summary(form, draft, CTX, fresh=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_screen_of_a_form_can_be_shown(form: Form, language: str) -> None:
    shown = list(screens(form))
    assert len(shown) > 3 * len(form.steps)
    for screen in shown:
        words = plain("\n".join(texts.html_of(line, language) for line in screen.body))
        assert 0 < units(words) < 4096
        buttons = [button for row in screen.rows for button in row]
        assert 0 < len(buttons) <= MOST_BUTTONS
        for button in buttons:
            label = texts.plain_of(button.label, language)
            assert 0 < units(label) <= LONGEST_LABEL, label
            assert len(button.data.encode()) <= 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fixed_button_is_too_long(language: str) -> None:
    fixed = [f"menu-{name}" for name, _ in ENTRIES]
    fixed += ["menu-open", "invite-accept", "invite-notice", "invite-decline", "role-confirm"]
    fixed += ["broadcast-send", "broadcast-drop", "group-open-private", "case-open"]
    fixed += ["list-newer", "list-older", "report-send-now", "report-leave"]
    for key in fixed:
        assert units(texts.say(key, language)) <= 40, key
