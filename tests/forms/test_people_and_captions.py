"""Counts with people whose kind nobody said, captions of photos, and words that may not be kept."""

from typing import Any

import pytest

from bot.forms import (
    AskCaptions,
    AskCounts,
    AskPhotos,
    AskPlace,
    AskText,
    Done,
    Form,
    Invalid,
    Photo,
    Pin,
    Text,
)
from tests.forms.walking import Pick, buttons, keys, one, screen_of, walk

KINDS = ("male", "female", "children", "people")
COUNTS = AskCounts("participants", kinds=KINDS, quick=(10, 25))
ZERO = dict.fromkeys(KINDS, 0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("25 orang", {"people": 25}),
        ("25", {"people": 25}),
        ("25 ibu 30 balita", {"female": 25, "children": 30}),
        ("20 L 12 P 5 anak", {"male": 20, "female": 12, "children": 5}),
        ("20 12 5", {"male": 20, "female": 12, "children": 5}),
        ("5 pasang", {"people": 10}),
        ("3 pasang dan 4 ibu", {"people": 6, "female": 4}),
        ("30 ibu dan anak", {"people": 30}),
        ("0", {}),
    ],
)
def test_people_are_counted_with_or_without_their_kind(typed: str, found: dict[str, int]) -> None:
    draft, _ = one(COUNTS, Text(typed))
    assert draft.answers["participants"] == {**ZERO, **found}


def test_a_usual_number_is_one_tap() -> None:
    draft, _ = one(COUNTS, Pick("25"))
    assert draft.answers["participants"] == {**ZERO, "people": 25}


def test_a_number_that_is_not_offered_cannot_be_pressed() -> None:
    _, screen = one(COUNTS)
    assert [b.data[-3:] for b in buttons(screen)][:2] == ["Q10", "Q25"]
    draft, _ = one(COUNTS, Text("?"))
    assert "participants" not in draft.answers


def refuses(text: str) -> None:
    if "rahasia" in text:
        raise Invalid("danger-lead")


ALBUM = Form(
    "album",
    "al",
    (
        AskPhotos("photos", most=3, check=refuses),
        AskCaptions("captions", photos=("photos",), optional=True, aside=True, check=refuses),
        AskText("note", optional=True, aside=True, check=refuses, letters=2),
    ),
)
TWO = (Photo("a", "ua", "Pagi"), Photo("b", "ub"), Pick("form-done"))


def test_captions_are_written_photo_by_photo() -> None:
    to_captions = (*TWO, Pick("form-edit"), Pick("e1"))
    _, screen = walk(ALBUM, *to_captions, Text("Sore"))
    assert keys(screen)[0] == "form-captions-choose"
    _, result = walk(
        ALBUM, *to_captions, Pick("I2"), Text("Sore"), Pick("form-done"), Pick("form-submit")
    )
    assert isinstance(result, Done)
    assert result.answers["captions"] == {"ub": "Sore"}


def test_a_caption_for_a_photo_that_is_not_there_is_nothing() -> None:
    draft, screen = walk(ALBUM, *TWO, Pick("form-edit"), Pick("e1"), Pick("I1"), Text("Siang"))
    assert draft.parts["captions"] == {"ua": "Siang"}
    assert len([b for b in buttons(screen) if ":I" in b.data]) == 2


@pytest.mark.parametrize(
    "events",
    [
        (Photo("a", "ua", "rahasia"),),
        (*TWO, Pick("form-edit"), Pick("e1"), Pick("I1"), Text("rahasia")),
        (*TWO, Pick("form-edit"), Pick("e2"), Text("rahasia")),
        (*TWO, Photo("c", "uc", "rahasia")),
    ],
)
def test_words_that_may_not_be_kept_are_nowhere_in_the_draft(events: Any) -> None:
    draft, screen = walk(ALBUM, *events)
    assert keys(screen)[0] == "danger-lead"
    assert "rahasia" not in str(draft.to_json())
    assert "uc" not in str(draft.to_json())


def test_a_spot_on_the_map_is_not_typed() -> None:
    pin = AskPlace("pin", typed=False)
    draft, screen = one(pin, Text("Balai desa"))
    assert screen_of(screen).step == "pin"
    assert "pin" not in draft.answers
    draft, _ = one(pin, Pin(-1.85123, 106.11987))
    assert draft.answers["pin"] == {"latitude": -1.8512, "longitude": 106.1199}
