"""One or several of many: buttons, typing, search, own words."""

from dataclasses import replace

from bot.forms import AskChoice, AskChoices, AskYesNo, Option, Plain, Text, own_texts, picked_ids
from tests.forms.walking import (
    ACTIVITY,
    AGENCIES,
    CTX,
    SECTIONS,
    Pick,
    buttons,
    keys,
    one,
    screen_of,
    walk,
)

MANY = AskChoices("who", AGENCIES, other=True)


def test_a_choice_may_be_typed_by_name_word_or_unique_part() -> None:
    for typed in ("Keagamaan", "ke agamaan", "PENGAJIAN", "agam"):
        assert one(AskChoice("s", SECTIONS), Text(typed))[0].answers["s"] == "agama"
    _, result = one(AskChoice("s", SECTIONS), Text("xyz"))
    assert keys(result) == ["form-choice-unknown", "f-s"]


def test_options_come_from_a_list_of_the_context_or_a_function() -> None:
    ctx = replace(CTX, lists={"sections": SECTIONS})
    assert one(AskChoice("s", "sections"), Pick("Pendidikan"), ctx=ctx)[0].answers["s"] == "didik"
    assert keys(one(AskChoice("s", "sections"), Text("x"))[1])[0] == "form-choice-none"
    step = AskChoice("s", lambda answers, ctx: SECTIONS[:1])
    assert one(step, Pick("Keagamaan"))[0].answers["s"] == "agama"


def test_long_lists_are_paged() -> None:
    _, result = one(MANY)
    assert sum(":T" in b.data for b in buttons(result)) == 10
    draft, result = one(MANY, Pick("▶"), Pick("Dinas ke-11"), Pick("◀"), Pick("Dinas ke-2"))
    assert draft.parts["who"] == ["a11", "a2"]
    draft, _ = one(MANY, Pick("▶"), Pick("Dinas ke-11"), Pick("Dinas ke-12"), Pick("form-done"))
    assert draft.answers["who"] == ["a11", "a12"]


def test_a_tick_is_taken_back_by_a_second_press_on_the_new_screen() -> None:
    draft, _ = one(MANY, Pick("Dinas ke-1"), Pick("Dinas ke-1"))
    assert draft.parts["who"] == []


def test_typing_ticks_an_exact_name_and_narrows_otherwise() -> None:
    draft, _ = one(MANY, Text("puskesmas"))
    assert draft.parts["who"] == ["pkm"]
    draft, result = one(MANY, Text("ke-1"))
    assert draft.parts == {}
    assert sum(":T" in b.data for b in buttons(result)) == 10  # 1 and 10 to 18, then 19
    _, result = one(MANY, Text("ke-1"), Pick("form-search-clear"))
    assert any(b.label == Plain("Dinas ke-2") for b in buttons(result))


def test_own_words_become_a_tick_of_their_own() -> None:
    draft, _ = one(MANY, Text("Karang Taruna, puskesmas"), Pick("form-done"))
    value = draft.answers["who"]
    assert picked_ids(value) == ["pkm"]
    assert own_texts(value) == ["Karang Taruna"]
    draft, _ = one(MANY, Text("Karang Taruna"), Pick("form-other-ticked"))
    assert draft.parts["who"] == []
    draft, _ = one(MANY, Text("dinas"), Pick("form-other-take"))
    assert draft.parts["who"] == ["other:dinas"]
    draft, _ = one(MANY, Pick("form-other"), Text("dinas"))
    assert draft.parts["who"] == ["other:dinas"]


def test_limits_are_kept() -> None:
    step = AskChoices("who", AGENCIES, most=1)
    assert keys(one(step, Pick("form-done"))[1])[0] == "form-choices-too-few"
    _, result = one(step, Pick("Dinas ke-1"), Pick("Dinas ke-2"))
    assert keys(result)[0] == "form-choices-too-many"
    assert keys(one(step, Text("Karang Taruna"))[1])[0] == "form-choice-unknown"


def test_unfinished_ticks_survive_going_back() -> None:
    events = (Text("kemarin"), Text("Rapat"), Pick("Keagamaan"), Text("puskesmas"))
    draft, result = walk(ACTIVITY, *events, Pick("form-back"), Pick("form-keep"))
    assert screen_of(result).step == "agencies"
    assert draft.parts["agencies"] == ["pkm"]


def test_yes_no_and_not_sure() -> None:
    assert one(AskYesNo("d"), Text("Iya"))[0].answers["d"] is True
    assert one(AskYesNo("d"), Pick("form-no"))[0].answers["d"] is False
    assert one(AskYesNo("d", unsure=True), Text("tidak tahu"))[0].answers["d"] == "unsure"
    assert keys(one(AskYesNo("d"), Text("tidak tahu"))[1])[0] == "form-choose-button"


def test_a_hundred_options_stay_under_a_hundred_buttons() -> None:
    options = tuple(Option(str(number), Plain(str(number))) for number in range(500))
    for step in (AskChoice("s", options), AskChoices("s", options)):
        assert len(buttons(one(step)[1])) <= 100
