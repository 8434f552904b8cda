"""The text files: both languages complete, well-formed, and never silent about what is missing."""

import pytest

from bot import texts
from bot.forms import Say
from bot.texts import LANGUAGES, MissingText
from tests.conversations.reading import plain, units
from tests.texts.ftl import arguments, pattern

KEYS = sorted(arguments("id"))
LONGEST_TOAST = 200
"""Bot API: answerCallbackQuery."""
TOASTS = (
    "form-closed",
    "form-moved-on",
    "button-unknown",
    "role-not-confirmed",
    "invite-have-it",
    "broadcast-unknown",
    "broadcast-already",
    "case-unknown",
)


def test_both_languages_have_every_key_with_the_same_arguments() -> None:
    assert arguments("id") == arguments("en")
    assert len(KEYS) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_markup_that_telegram_takes(language: str) -> None:
    for key in KEYS:
        words = plain(texts.say(key, language, **dict.fromkeys(arguments(language)[key], "<x>")))
        assert words.strip(), key
        assert units(words) < 2000, key
        assert "$" not in words, key
        if arguments(language)[key]:
            assert "<x>" in words, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_in_the_other_language(language: str) -> None:
    """Only names, marks and what both languages share may read alike."""
    same = {
        key
        for key in KEYS
        if texts.bundle("id").get_message(key) and _source("id", key) == _source("en", key)
    }
    sharing = {key for key in same if any(c.isalpha() for c in _words(key, language))}
    assert sharing <= ALIKE


ALIKE = {
    "activity-village-label", "data-field-poktan",
    "form-at", "form-kind-dice", "form-kind-document", "form-kind-story",
    "form-kind-video", "form-value", "form-month-4", "form-month-9", "form-month-11",
    "language-choose", "language-id", "language-en", "role-agency-province", "role-admin",
    "role-auditor", "form-kind-animation",
    "kampung-item-input", "kampung-item-outcome", "kampung-item-output", "kampung-item-reward",
    "kampung-piece-patbm", "kampung-piece-poktan", "kampung-poktan-bkb", "kampung-poktan-bkl",
    "kampung-poktan-bkr", "kampung-poktan-pikr", "kampung-poktan-uppka",
    "kampung_edit-patbm-label", "kampung_edit-poktan-label",
}  # fmt: skip


def _source(language: str, key: str) -> str:
    return texts.say(key, language, **dict.fromkeys(arguments(language)[key], "\ue000"))


def _words(key: str, language: str) -> str:
    return plain(_source(language, key))


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(MissingText, match="no-such-key"):
        texts.say("no-such-key")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_missing_argument_is_an_error(language: str) -> None:
    tried = 0
    for key in KEYS:
        needed = sorted(arguments(language)[key])
        for left_out in needed:
            given = {name: "x" for name in needed if name != left_out}
            with pytest.raises(MissingText, match=key):
                texts.say(key, language, **given)
            tried += 1
    assert tried > 50


def test_peoples_words_are_escaped_and_our_markup_is_not() -> None:
    assert "<b>&lt;b&gt; &amp;</b>" in texts.say("welcome", "id", name="<b> &")
    assert "<b> &" in texts.plain_of(Say("welcome", {"name": "<b> &"}), "id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_on_a_press_fit(language: str) -> None:
    for key in TOASTS:
        assert units(texts.say(key, language)) <= LONGEST_TOAST, key
        assert "<" not in texts.say(key, language), key


def test_a_pattern_fits_any_argument_and_nothing_else() -> None:
    assert pattern("welcome", "id").fullmatch("Halo, Siti. Mau apa hari ini?")
    assert not pattern("welcome", "id", name="Budi").search("Halo, Siti. Mau apa hari ini?")
