"""Answers become a row and photos, and the row becomes the same answers again."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from handlers.activity_answers import answers_of, photos_of, values_of
from storage.models import Activity

PHOTO = {"file_id": "f1", "unique_id": "u1", "caption": None, "size": None}
OTHER = {"file_id": "f2", "unique_id": "u2", "caption": "Sesudah", "size": None}
WHOLE: dict[str, Any] = {
    "date": "2026-11-18",
    "title": "Posyandu Melati",
    "section": "repro",
    "inpres": "c1-pos",
    "tags": ["stunting"],
    "target_groups": ["balita"],
    "agencies": ["pkm", "other:Toko Bu Ani"],
    "participants": {"male": 1, "female": 2, "children": 3, "people": 4},
    "funding": ["dd"],
    "place": {"text": "Balai desa"},
    "post_type": "activity",
    "photos": [PHOTO],
    "description": "Ramai",
    "follow_up": "Lagi",
    "poktan": ["bkb"],
    "problem": "71",
    "pin": {"latitude": -1.8512, "longitude": 106.1199},
}


@dataclass
class Kept:
    """A photo's row."""

    file_id: str
    unique_id: str
    caption: str | None
    moment: str | None


def kept(answers: dict[str, Any]) -> list[Kept]:
    return [
        Kept(one["file_id"], one["unique_id"], one["caption"], one["moment"])
        for one in photos_of(answers)
    ]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"place": {"latitude": -1.8512, "longitude": 106.1199}, "pin": None},
        {"pin": None, "problem": None, "description": None, "photos": None},
    ],
)
def test_a_row_becomes_the_answers_it_was_made_of(change: dict[str, Any]) -> None:
    answers = WHOLE | change
    row = Activity(**values_of(answers))
    assert answers_of(row, kept(answers)) == answers


def test_the_two_sides_stay_apart() -> None:
    sides = {"photos": None, "photos_before": [PHOTO], "photos_after": [OTHER]}
    answers = WHOLE | sides | {"post_type": "before_after"}
    assert [one["moment"] for one in photos_of(answers)] == ["before", "after"]
    assert answers_of(Activity(**values_of(answers)), kept(answers)) == answers


def test_photos_of_the_other_kind_are_left_out() -> None:
    answers = WHOLE | {"photos_before": [OTHER]}
    assert [one["file_id"] for one in photos_of(answers)] == ["f1"]


def test_a_caption_written_later_takes_the_place_of_the_first() -> None:
    answers = WHOLE | {"photos": [PHOTO, OTHER], "captions": {"u2": "Baru"}}
    assert [one["caption"] for one in photos_of(answers)] == [None, "Baru"]


def test_what_was_never_answered_is_empty() -> None:
    few = ("date", "title", "section", "target_groups", "agencies", "participants", "funding")
    values = values_of({name: WHOLE[name] for name in few})
    assert values["held_on"] == date(2026, 11, 18)
    assert (values["place"], values["latitude"], values["problem_id"]) == (None, None, None)
    assert (values["tags"], values["poktan"], values["post_type"]) == ([], [], "activity")
