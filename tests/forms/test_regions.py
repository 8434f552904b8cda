"""Regions by buttons and by name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from bot.forms import AskRegion, Region, Text
from bot.forms.invalid import Invalid
from tests.forms.walking import CTX, Pick, buttons, keys, one


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str

    @property
    def kind(self) -> str:
        return ("provinsi", "kabkota", "kecamatan", "desa")[self.code.count(".")]

    @property
    def until(self) -> date | None:
        return None

    def short(self) -> str:
        return self.name

    @property
    def parent(self) -> str | None:
        return self.code.rpartition(".")[0] or None

    def title(self) -> str:
        if self.kind != "desa":
            return self.name
        return f"{self.name}, Kec. {PLACES[self.code.rpartition('.')[0]].name}"


PLACES = {
    place.code: place
    for place in (
        Place("19", "Kepulauan Bangka Belitung"),
        Place("19.01", "Bangka"),
        Place("19.03", "Bangka Selatan"),
        Place("19.01.01", "Sungailiat"),
        Place("19.01.02", "Belinyu"),
        Place("19.03.01", "Toboali"),
        Place("19.01.01.2001", "Rebo"),
        Place("19.01.02.2001", "Petaling"),
        Place("19.03.01.2001", "Petaling"),
    )
}


class Book:
    def children(self, code: str, /) -> Sequence[Region]:
        return [place for place in PLACES.values() if place.parent == code]

    def get(self, code: str, /) -> Region | None:
        return PLACES.get(code)

    def find(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        return [
            place
            for place in PLACES.values()
            if place.name.casefold() == text.casefold() and place.code.startswith(within or "")
        ]

    def known(self, code: str, /) -> Region | None:
        return PLACES.get(code) or ENDED.get(code)

    def successors(self, code: str, /) -> Sequence[Region]:
        return [PLACES["19.01.01.2001"]] if code == KENANGA else []

    def near(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        return [place for place in PLACES.values() if text[:4] in place.name.casefold()]

    def past(self, text: str, /, within: str | None = None) -> Sequence[Region]:
        return [place for place in ENDED.values() if place.name.casefold() == text.casefold()]


KENANGA, PEMALI = "19.01.01.1001", "19.01.02.2009"


@dataclass(frozen=True, slots=True)
class Past(Place):
    """A place that ended."""

    @property
    def until(self) -> date | None:
        return date(2026, 11, 1)


ENDED = {KENANGA: Past(KENANGA, "Kenanga"), PEMALI: Past(PEMALI, "Pemali")}
IN_BABEL = replace(CTX, regions=Book())
VILLAGE = AskRegion("village")


def test_a_village_by_buttons() -> None:
    draft, _ = one(VILLAGE, Pick("Bangka"), Pick("Sungailiat"), Pick("Rebo"), ctx=IN_BABEL)
    assert draft.answers["village"] == "19.01.01.2001"


def test_up_again_and_down_elsewhere() -> None:
    events = (Pick("Bangka"), Pick("Belinyu"), Pick("form-region-up"), Pick("form-region-up"))
    _, result = one(VILLAGE, *events, ctx=IN_BABEL)
    assert any(b.data.endswith("I19.03") for b in buttons(result))


def test_a_typed_village_is_taken_and_a_double_is_asked_back() -> None:
    assert one(VILLAGE, Text("rebo"), ctx=IN_BABEL)[0].answers["village"] == "19.01.01.2001"
    draft, _ = one(VILLAGE, Text("petaling"), ctx=IN_BABEL)
    assert "village" not in draft.answers
    draft, _ = one(VILLAGE, Text("petaling"), Pick("Petaling, Kec. Toboali"), ctx=IN_BABEL)
    assert draft.answers["village"] == "19.03.01.2001"


def test_a_typed_kecamatan_opens_it() -> None:
    draft, _ = one(VILLAGE, Text("Toboali"), ctx=IN_BABEL)
    assert draft.parts["village"] == "19.03.01"


def test_any_level_may_be_chosen_where_allowed() -> None:
    step = AskRegion("where", level="any")
    draft, _ = one(step, Pick("Bangka"), Pick("form-region-choose"), ctx=IN_BABEL)
    assert draft.answers["where"] == "19.01"


def test_nothing_outside_ones_own_region() -> None:
    step = AskRegion("village", within=lambda answers, ctx: "19.01")
    assert keys(one(step, Text("Toboali"), ctx=IN_BABEL)[1])[0] == "form-region-unknown"
    draft, _ = one(step, Text("petaling"), ctx=IN_BABEL)
    assert draft.answers["village"] == "19.01.02.2001"


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    assert keys(one(VILLAGE, Text("Jakarta"), ctx=IN_BABEL)[1])[0] == "form-region-unknown"
    assert keys(one(VILLAGE, Text("Jakarta"))[1])[0] == "form-region-unknown"


def test_a_slip_of_the_finger_is_asked_back_and_not_taken() -> None:
    draft, result = one(VILLAGE, Text("rebok"), ctx=IN_BABEL)
    assert "village" not in draft.answers
    assert "form-region-near" in keys(result)
    draft, _ = one(VILLAGE, Text("rebok"), Pick("Rebo, Kec. Sungailiat"), ctx=IN_BABEL)
    assert draft.answers["village"] == "19.01.01.2001"


def test_a_guess_is_never_below_what_is_asked() -> None:
    step = AskRegion("kecamatan", level="kecamatan")
    assert keys(one(step, Text("rebok"), ctx=IN_BABEL)[1])[0] == "form-region-unknown"


def test_an_ended_region_typed_is_told_with_what_it_is_now() -> None:
    assert keys(one(VILLAGE, Text("kenanga"), ctx=IN_BABEL)[1])[0] == "form-region-moved"
    assert keys(one(VILLAGE, Text("pemali"), ctx=IN_BABEL)[1])[0] == "form-region-ended"


def test_an_ended_region_is_not_accepted_from_an_old_button_or_answer() -> None:
    with pytest.raises(Invalid, match="form-region-moved"):
        VILLAGE.validate(KENANGA, {}, IN_BABEL)
