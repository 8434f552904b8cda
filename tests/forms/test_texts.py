"""Free text: what is kept, what is refused, and how long a screen can get."""

import pytest

from bot.forms import AskText, Form, Plain, Say, Text
from bot.forms.clean import clip, units
from tests.forms.walking import Pick, keys, one, screen_of, walk

TITLE = AskText("title")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rapat \t desa ", "Rapat desa"),
        ("<b>Rapat</b> & doa", "<b>Rapat</b> & doa"),
        ("Rapat\u202e asrevir\u202c\x00", "Rapat asrevir"),
        ("اجتماع القرية", "اجتماع القرية"),
        ("Rapat 👨‍👩‍👧", "Rapat 👨‍👩‍👧"),
        ("12", "12"),
    ],
)
def test_text_is_kept_as_people_mean_it(typed: str, kept: str) -> None:
    assert one(TITLE, Text(typed))[0].answers["title"] == kept


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("😀🎉", "form-text-no-letters"),
        ("...", "form-text-no-letters"),
        ("a", "form-text-too-short"),
        ("   ", "form-empty"),
        ("\u200b\u202e", "form-empty"),
        ("x" * 5000, "form-text-too-long"),
    ],
)
def test_text_that_says_nothing_is_refused(typed: str, key: str) -> None:
    assert keys(one(TITLE, Text(typed))[1])[0] == key


def test_too_long_says_by_how_much() -> None:
    _, result = one(TITLE, Text("x" * 300))
    expected = Say("form-text-too-long", {"length": "300", "most": "255"})
    assert screen_of(result).body[0] == expected


def test_lines_are_kept_where_they_are_wanted() -> None:
    draft, _ = one(AskText("story", multiline=True), Text("satu \r\n\n\n\n dua"))
    assert draft.answers["story"] == "satu\n\ndua"


def test_the_summary_stays_within_one_message() -> None:
    steps = tuple(AskText(f"s{number}", most=4000) for number in range(20))
    _, result = walk(Form("long", "l", steps), *(Text("😀a" * 2000) for _ in steps))
    total = 0
    for line in screen_of(result).body[1:]:
        assert isinstance(line, Say)
        value = line.args["value"]
        assert isinstance(value, Plain)
        assert value.text.endswith("…")
        total += units(value.text)
    assert total <= 2400


def test_clip_counts_as_telegram_does() -> None:
    for most in range(2, 30):
        assert units(clip("😀" * 40, most)) <= most
    assert clip("pendek", 40) == "pendek"


def test_hints_follow_the_question() -> None:
    assert keys(one(AskText("a", hint=True))[1]) == ["f-a", "f-a-hint"]
    assert keys(one(AskText("a"), Pick("form-cancel"))[1]) == ["form-cancel-sure"]
