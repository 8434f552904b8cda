"""Answers that nobody has to give: guessed, told beside others, or set aside; always shown."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.forms import (
    AskChoice,
    AskChoices,
    AskDate,
    AskPhotos,
    AskText,
    Done,
    Draft,
    Event,
    Form,
    Photo,
    Press,
    Say,
    Text,
    begin,
    respond,
)
from bot.forms.steps import Accept
from tests.forms.walking import (
    AGENCIES,
    CTX,
    SECTIONS,
    Pick,
    buttons,
    keys,
    screen_of,
    step_on,
    walk,
)


def section_of(answers: Any, _: Any) -> str | None:
    title = (answers["title"] or "").casefold()
    return "repro" if "posyandu" in title else "agama" if "pengajian" in title else None


def helpers_of(answers: Any, _: Any) -> list[str] | None:
    return {"repro": ["pkm"], "agama": ["capil"]}.get(answers["section"])


class AskTold(AskText):
    """A title that tells of the day too when it ends so."""

    __slots__ = ()

    def take(self, turn: Any, event: Event) -> Any:
        taken = AskText.take(self, turn, event)
        if isinstance(taken, Accept) and taken.value.endswith(" kemarin"):
            doubt = ("date",) if "?" in taken.value else ()
            return Accept(taken.value[:-8], {"date": "2026-03-10", "plan": 1}, doubt)
        return taken


FORM = Form(
    "activity",
    "g",
    (
        AskTold("title"),
        AskDate("date", latest="today"),
        AskChoice("section", SECTIONS, guess=section_of, depends=("title",)),
        AskChoices("agencies", AGENCIES, guess=helpers_of, depends=("section",), other=True),
        AskText("note", optional=True, aside=True),
    ),
)


def lines(result: Any) -> dict[str, str]:
    """The summary's lines by their label, with the key they are shown by."""
    found: dict[str, str] = {}
    for label in screen_of(result).body:
        if isinstance(label, Say) and isinstance(name := label.args.get("label"), Say):
            found[name.key] = label.key
    return found


def test_a_guess_that_stands_is_not_asked_but_marked() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    assert screen_of(screen).step == "summary"
    assert draft.guessed == ("agencies", "section")
    assert lines(screen)["activity-section-label"] == "form-summary-guess"
    assert lines(screen)["activity-title-label"] == "form-summary-line"
    assert "form-summary-guessed" in keys(screen)
    assert "activity-note-label" not in lines(screen)


def test_without_a_guess_the_step_is_asked() -> None:
    _, screen = walk(FORM, Text("Rapat"), Pick("form-today"))
    assert screen_of(screen).step == "section"


def test_a_guess_follows_the_answer_it_depends_on() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    draft, screen = step_on(
        FORM, draft, screen, [Pick("form-edit"), Pick("activity-title-label"), Text("Pengajian")]
    )
    assert (draft.answers["section"], draft.answers["agencies"]) == ("agama", ["capil"])


def test_a_guess_that_no_longer_stands_is_asked() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    draft, screen = step_on(
        FORM, draft, screen, [Pick("form-edit"), Pick("activity-title-label"), Text("Rapat")]
    )
    assert screen_of(screen).step == "section"
    assert "section" not in draft.answers
    assert draft.guessed == ()


def test_what_the_person_gave_is_never_guessed_over() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    edit = Pick("form-edit")
    change: list[Event | Pick] = [edit, Pick("activity-section-label"), Pick("Keagamaan")]
    draft, screen = step_on(FORM, draft, screen, change)
    assert "section" not in draft.guessed
    again: list[Event | Pick] = [edit, Pick("activity-title-label"), Text("Posyandu Mawar")]
    draft, screen = step_on(FORM, draft, screen, again)
    assert draft.answers["section"] == "agama"


def test_a_photo_added_to_guessed_ones_is_not_guessed_away() -> None:
    first = {"file_id": "f1", "unique_id": "u1", "caption": None, "size": None}
    form = Form(
        "activity",
        "p",
        (
            AskTold("title"),
            AskPhotos("photos", guess=lambda answers, _: [first], depends=("title",)),
        ),
    )
    draft, screen = walk(form, Text("Posyandu"))
    edit = Pick("form-edit")
    adding = Pick("activity-photos-label")
    added: list[Event | Pick] = [edit, adding, Photo("f2", "u2"), Text("kembali")]
    draft, screen = step_on(form, draft, screen, added)
    again: list[Event | Pick] = [edit, Pick("activity-title-label"), Text("Rapat desa")]
    draft, screen = step_on(form, draft, screen, again)
    assert [one["unique_id"] for one in draft.answers["photos"]] == ["u1", "u2"]


def test_back_passes_guesses_by() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    draft, screen = step_on(FORM, draft, screen, [Text("kembali")])
    assert screen_of(screen).step == "date"


def test_what_is_aside_is_added_from_the_summary() -> None:
    draft, screen = walk(FORM, Text("Posyandu"), Pick("form-today"))
    draft, screen = step_on(FORM, draft, screen, [Pick("form-edit")])
    adding = [b for b in buttons(screen) if isinstance(b.label, Say) and b.label.key == "form-add"]
    assert len(adding) == 1
    draft, screen = step_on(FORM, draft, screen, [Press(adding[0].data), Text("Ramai")])
    assert lines(screen)["activity-note-label"] == "form-summary-line"
    _, result = step_on(FORM, draft, screen, [Pick("form-submit")])
    assert isinstance(result, Done)
    assert result.answers["note"] == "Ramai"


def test_what_is_aside_and_never_added_comes_out_as_nothing() -> None:
    _, result = walk(FORM, Text("Posyandu"), Pick("form-today"), Pick("form-submit"))
    assert isinstance(result, Done)
    assert result.answers["note"] is None


def test_what_an_answer_tells_of_others_is_not_asked() -> None:
    draft, screen = walk(FORM, Text("Posyandu kemarin"))
    assert screen_of(screen).step == "summary"
    assert (draft.answers["title"], draft.answers["date"]) == ("Posyandu", "2026-03-10")
    assert draft.said == ("date",)
    assert lines(screen)["activity-date-label"] == "form-summary-line"
    assert "plan" not in draft.answers


def test_what_was_told_in_doubt_is_asked_with_its_value_first() -> None:
    draft, screen = walk(FORM, Text("Posyandu? kemarin"))
    assert screen_of(screen).step == "date"
    draft, screen = step_on(FORM, draft, screen, [Pick("form-keep")])
    assert screen_of(screen).step == "summary"
    assert draft.doubtful == ()


def test_what_differs_from_an_answer_given_is_asked_again() -> None:
    draft, screen = walk(FORM, Text("Rapat"), Pick("form-today"), Text("kembali"), Text("kembali"))
    draft, screen = step_on(FORM, draft, screen, [Text("Posyandu kemarin")])
    assert screen_of(screen).step == "date"
    assert draft.answers["date"] == "2026-03-11"


def test_a_form_begun_with_told_answers_asks_only_the_doubtful_and_the_missing() -> None:
    told = {"title": "Rapat", "date": "2026-03-09", "section": "didik"}
    draft, screen = begin(FORM, CTX, told, doubtful=("date",))
    assert screen.step == "date"
    draft, result = step_on(FORM, draft, screen, [Pick("form-keep")])
    assert screen_of(result).step == "agencies"
    assert screen_of(result).progress == (2, 2)


def test_a_told_answer_that_does_not_stand_is_asked_with_the_reason() -> None:
    told = {"title": "Posyandu", "date": "2026-03-09", "agencies": ["gone"]}
    _, screen = begin(FORM, CTX, told, doubtful=())
    assert screen.step == "agencies"
    assert keys(screen)[0] == "form-choice-gone"


def test_a_form_may_begin_with_another_question() -> None:
    draft, screen = begin(FORM, CTX, at="date")
    draft, result = step_on(FORM, draft, screen, [Pick("form-today")])
    assert screen_of(result).step == "section"
    draft, result = step_on(
        FORM, draft, result, [Pick("Pendidikan"), Text("pkm"), Pick("form-done")]
    )
    assert screen_of(result).step == "title"


def test_guesses_are_kept_in_json_and_old_drafts_still_read() -> None:
    draft, _ = walk(FORM, Text("Posyandu? kemarin"))
    stored = json.loads(json.dumps(draft.to_json()))
    assert Draft.from_json(stored) == draft
    for name in ("guessed", "said", "doubtful"):
        stored.pop(name, None)
    old = Draft.from_json(stored)
    assert (old.guessed, old.said, old.doubtful) == ((), (), ())
    _, result = respond(FORM, replace(old, step="title"), Text("Rapat"), CTX)
    assert screen_of(result).step == "date"


def test_what_is_never_asked_must_be_optional() -> None:
    with pytest.raises(ValueError, match="optional"):
        Form("x", "x", (AskText("a", aside=True),))
