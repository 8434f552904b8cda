"""A kader fills in an activity from the first question to the answers."""

from bot.forms import Done, Notice, Photo, Pin, Plain, Press, Resume, Say, Text, begin, respond
from bot.forms.draft import Draft
from tests.forms.walking import (
    ACTIVITY,
    CTX,
    Pick,
    button,
    buttons,
    keys,
    screen_of,
    step_on,
    walk,
    with_last,
)

TO_SUMMARY = (
    Pick("form-yesterday"),
    Text("Posyandu balita"),
    Pick("Reproduksi"),
    Text("puskesmas, dukcapil"),
    Pick("form-done"),
    Text("20 L 12 P 5 anak"),
    Text("Balai desa"),
    Pick("form-no"),
    Photo("file-1", "unique-1", "Timbang"),
    Pick("form-done"),
)


def test_the_answers_come_out_as_they_were_given() -> None:
    _, result = walk(ACTIVITY, *TO_SUMMARY, Pick("form-submit"))
    assert result == Done(
        {
            "date": "2026-03-10",
            "title": "Posyandu balita",
            "section": "repro",
            "agencies": ["pkm", "capil"],
            "participants": {"male": 20, "female": 12, "children": 5},
            "place": {"text": "Balai desa"},
            "problem": False,
            "photos": [
                {
                    "file_id": "file-1",
                    "unique_id": "unique-1",
                    "caption": "Timbang",
                    "size": None,
                }
            ],
        }
    )


def test_progress_counts_only_visible_steps() -> None:
    _, screen = walk(ACTIVITY)
    assert screen_of(screen).progress == (1, 8)
    _, screen = walk(ACTIVITY, *TO_SUMMARY[:7], Pick("form-yes"))
    assert screen_of(screen).step == "which"
    assert screen_of(screen).progress == (8, 9)


def test_a_typed_answer_brings_a_new_message_and_a_button_edits_in_place() -> None:
    _, screen = walk(ACTIVITY, Pick("form-today"))
    assert not screen_of(screen).fresh
    _, screen = walk(ACTIVITY, Text("hari ini"))
    assert screen_of(screen).fresh


def test_back_keeps_the_later_answers() -> None:
    draft, screen = walk(ACTIVITY, *TO_SUMMARY[:6], Pick("form-back"), Pick("form-back"))
    assert screen_of(screen).step == "agencies"
    assert draft.answers["participants"] == {"male": 20, "female": 12, "children": 5}
    draft, screen = step_on(ACTIVITY, draft, screen, [Pick("form-done"), Pick("form-keep")])
    assert screen_of(screen).step == "place"


def test_typed_words_move_as_the_buttons_do() -> None:
    _, screen = walk(ACTIVITY, Text("kemarin"), Text("Kembali"))
    assert screen_of(screen).step == "date"
    _, screen = walk(ACTIVITY, Text("kembali"))
    assert keys(screen)[0] == "form-no-back"
    _, screen = walk(ACTIVITY, Text("lewati"))
    assert keys(screen)[0] == "form-cannot-skip"
    _, screen = walk(ACTIVITY, *TO_SUMMARY[:6], Text("skip"))
    assert screen_of(screen).step == "problem"


def test_a_skipped_answer_is_none() -> None:
    events = (*TO_SUMMARY[:6], Pick("form-skip"), *TO_SUMMARY[7:], Text("kirim"))
    _, result = walk(ACTIVITY, *events)
    assert isinstance(result, Done)
    assert result.answers["place"] is None


def test_cancel_asks_first_and_no_returns_to_where_one_was() -> None:
    _, screen = walk(ACTIVITY, Text("kemarin"), Text("batal"))
    assert screen_of(screen).step == "cancel"
    _, screen = walk(ACTIVITY, Text("kemarin"), Text("batal"), Pick("form-cancel-no"))
    assert screen_of(screen).step == "title"
    _, screen = walk(ACTIVITY, *TO_SUMMARY, Pick("form-cancel"), Text("tidak"))
    assert screen_of(screen).step == "summary"
    _, result = walk(ACTIVITY, Pick("form-cancel"), Pick("form-cancel-yes"))
    assert type(result).__name__ == "Cancelled"


def test_cancel_keeps_the_open_calendar() -> None:
    _, screen = walk(ACTIVITY, Pick("form-calendar"), Pick("form-cancel"), Pick("form-cancel-no"))
    assert "form-month-3" in [b.label.key for b in buttons(screen) if isinstance(b.label, Say)]


def test_an_edit_returns_to_the_summary() -> None:
    draft, screen = walk(
        ACTIVITY, *TO_SUMMARY, Pick("form-edit"), Pick("activity-title-label"), Text("Rapat")
    )
    assert screen_of(screen).step == "summary"
    assert draft.answers["title"] == "Rapat"
    assert not draft.editing


def test_an_edit_asks_what_it_newly_requires() -> None:
    _, screen = walk(
        ACTIVITY,
        *TO_SUMMARY,
        Pick("form-edit"),
        Pick("activity-problem-label"),
        Pick("form-yes"),
    )
    assert screen_of(screen).step == "which"


def test_answers_of_hidden_steps_are_dropped_only_at_submit() -> None:
    events = (*TO_SUMMARY[:7], Pick("form-yes"), Text("Stunting"), *TO_SUMMARY[8:])
    edit = (Pick("form-edit"), Pick("activity-problem-label"), Pick("form-no"))
    draft, screen = walk(ACTIVITY, *events, *edit)
    assert draft.answers["which"] == "Stunting"
    _, result = step_on(ACTIVITY, draft, screen, [Pick("form-submit")])
    assert isinstance(result, Done)
    assert "which" not in result.answers


def test_everything_is_validated_again_before_submit() -> None:
    draft, screen = walk(ACTIVITY, *TO_SUMMARY)
    stale = Draft.from_json({**draft.to_json(), "answers": {**draft.answers, "section": "gone"}})
    _, result = respond(ACTIVITY, stale, button(screen, "form-submit"), CTX)
    assert screen_of(result).step == "section"
    assert keys(result)[0] == "form-choice-gone"


def test_a_double_tap_has_no_double_effect() -> None:
    draft, screen = walk(ACTIVITY, *TO_SUMMARY[:3])
    tick = button(screen, "Dinas ke-1")
    draft, _ = respond(ACTIVITY, draft, tick, CTX)
    again, result = respond(ACTIVITY, draft, tick, CTX)
    assert again == draft
    assert isinstance(result, Notice)
    assert result.label == Say("form-moved-on")
    assert result.screen.fresh


def test_garbage_and_foreign_presses_show_the_question() -> None:
    draft, screen = walk(ACTIVITY)
    forged = ("", "f", "f:k:0:", "f:x:0:Q0", "f:k:0:Q9", "f:k:zzz:o", "f:k:0:o", "f:k:0:e~", "👍")
    for data in forged:
        after, result = respond(ACTIVITY, draft, Press(data), CTX)
        assert after == draft
        assert isinstance(result, Notice)
        assert result.screen == screen


def test_resume_shows_the_current_question_anew() -> None:
    draft, screen = walk(ACTIVITY, *TO_SUMMARY[:3])
    stored = Draft.from_json(draft.to_json())
    assert stored == draft
    _, resumed = respond(ACTIVITY, stored, Resume(), CTX)
    assert screen_of(resumed).fresh
    assert screen_of(resumed).rows == screen_of(screen).rows


def test_the_last_entry_is_offered_and_taken_with_one_tap() -> None:
    ctx = with_last(agencies=["pkm"], participants={"male": "many"})
    draft, screen = walk(ACTIVITY, *TO_SUMMARY[:3], Pick("form-same-as-last"), ctx=ctx)
    assert draft.answers["agencies"] == ["pkm"]
    # What no longer is an answer is not offered.
    assert all(b.data[-1] != "l" for b in buttons(screen))


def test_the_suggestion_comes_first() -> None:
    _, screen = walk(ACTIVITY, Text("kemarin"), Text("Posyandu"))
    label = screen_of(screen).rows[0][0].label
    assert label == Say("form-suggested", {"value": Plain("Reproduksi")})


def test_given_answers_are_not_asked_again() -> None:
    _, screen = begin(ACTIVITY, CTX, {"date": "2026-03-01", "title": "Rapat", "plan": 7})
    assert screen.step == "section"


def test_a_pin_is_a_place() -> None:
    draft, _ = walk(ACTIVITY, *TO_SUMMARY[:6], Pin(-2.123456, 106.987654))
    assert draft.answers["place"] == {"latitude": -2.1235, "longitude": 106.9877}


def test_the_location_keyboard_has_a_message_of_its_own() -> None:
    _, result = walk(ACTIVITY, *TO_SUMMARY[:6], Pick("form-location-send"))
    assert screen_of(result).ask == "location"
    assert screen_of(result).fresh
