"""What a form can ask of its engine: checks, actions, versions, and no summary."""

from dataclasses import replace

import pytest

from bot.forms import (
    Acted,
    Action,
    AskNumber,
    AskText,
    AskYesNo,
    Context,
    Done,
    Form,
    Invalid,
    Notice,
    Option,
    Other,
    Photo,
    Press,
    Quiet,
    Say,
    Tell,
    Text,
    owns,
    respond,
    settled,
)
from bot.forms.context import Answers
from tests.forms.walking import CTX, Pick, button, buttons, keys, screen_of, walk


def ages_fit(answers: Answers, ctx: Context) -> None:
    if answers["wife"] > answers["husband"] + 50:
        raise Invalid("couple-ages", wife=str(answers["wife"])).at("wife")


COUPLE = Form("couple", "c", (AskNumber("husband"), AskNumber("wife")), check=ages_fit)
CASE = Form(
    "case",
    "l",
    (
        Tell("numbers"),
        AskYesNo("danger", unsure=True),
        AskYesNo("hurt"),
        AskText("account", multiline=True),
    ),
    sensitive=True,
    actions=(
        Action("now", Say("case-now"), when=lambda answers: answers["danger"] is True),
        Action("leave", Say("case-leave"), exits=True, always=True),
    ),
)


def test_a_check_over_all_answers_names_the_step_to_mend() -> None:
    _, result = walk(COUPLE, Text("20"), Text("90"), Pick("form-submit"))
    assert screen_of(result).step == "wife"
    assert screen_of(result).body[0] == Say("couple-ages", {"wife": "90"})


def test_an_action_is_offered_while_its_condition_holds() -> None:
    draft, screen = walk(CASE, Pick("form-continue"))
    assert not any(b.data.endswith("anow") for b in buttons(screen))
    draft, screen = walk(CASE, Pick("form-continue"), Pick("form-yes"))
    draft, result = respond(CASE, draft, button(screen, "case-now"), CTX)
    assert result == Acted("now", draft)
    assert settled(CASE, draft, CTX) == {"numbers": True, "danger": True}


def test_an_action_pressed_twice_acts_once() -> None:
    draft, screen = walk(CASE, Pick("form-continue"), Pick("form-yes"))
    draft, _ = respond(CASE, draft, button(screen, "case-now"), CTX)
    _, result = respond(CASE, draft, button(screen, "case-now"), CTX)
    assert isinstance(result, Notice)


def test_the_quick_way_out_works_from_an_old_screen() -> None:
    _, first = walk(CASE)
    draft, _ = walk(CASE, Pick("form-continue"), Pick("form-yes"))
    _, result = respond(CASE, draft, button(first, "case-leave"), CTX)
    assert isinstance(result, Acted)


def test_a_sensitive_form_says_so_on_every_screen() -> None:
    for events in ((), (Text("batal"),)):
        assert screen_of(walk(CASE, *events)[1]).sensitive


def test_photos_are_refused_by_a_form_without_photos_once_an_album() -> None:
    draft, result = walk(CASE, Photo("f1", "u1", album="x"))
    assert keys(result)[0] == "form-photo-none"
    _, result = respond(CASE, draft, Photo("f2", "u2", album="x"), CTX)
    assert result == Quiet()


@pytest.mark.parametrize("kind", ["sticker", "voice", "poll", "dice", "hologram"])
def test_other_messages_get_a_clear_answer(kind: str) -> None:
    _, result = walk(CASE, Other(kind))
    shown = kind if kind != "hologram" else "other"
    assert screen_of(result).body[0] == Say("form-other-kind", {"kind": Say(f"form-kind-{shown}")})
    assert "case-numbers" in keys(result)


def test_text_where_only_buttons_are_understood_names_one() -> None:
    _, result = walk(CASE, Text("apa ini"))
    assert screen_of(result).body[0] == Say("form-choose-button", {"example": Say("form-continue")})


def test_a_form_without_summary_ends_with_its_last_answer() -> None:
    form = Form("n", "n", (AskNumber("a"), AskNumber("b")), summary=False)
    _, result = walk(form, Text("1"), Text("dua"))
    assert result == Done({"a": 1, "b": 2})


def test_a_changed_form_goes_on_at_its_first_open_question() -> None:
    draft, screen = walk(COUPLE, Text("20"))
    changed = replace(COUPLE, version=2, steps=(AskNumber("husband"), AskText("name")))
    after, result = respond(changed, draft, Text("90"), CTX)
    assert screen_of(result).step == "name"
    assert after.answers == {"husband": 20}
    _, result = respond(changed, draft, Press(buttons(screen)[-1].data), CTX)
    assert isinstance(result, Notice)


def test_a_changed_form_is_a_new_value() -> None:
    with pytest.raises(ValueError, match="two steps"):
        Form("x", "x", (AskNumber("a"), AskNumber("a")))
    with pytest.raises(ValueError, match="form code"):
        Form("x", "long", (AskNumber("a"),))
    with pytest.raises(ValueError, match="option id"):
        Option("terlalu-panjang-untuk-tombol", Say("x"))


def test_a_button_tells_its_form() -> None:
    _, screen = walk(COUPLE)
    assert {owns(b.data) for b in buttons(screen)} == {"c"}
    assert owns("menu:activity") is None
    assert owns("") is None


def test_help_is_shown_on_request() -> None:
    form = Form("h", "h", (AskText("a", help="h-a-help"),))
    assert keys(walk(form, Text("?"))[1])[0] == "h-a-help"
    assert keys(walk(form, Pick("form-help"))[1])[0] == "h-a-help"
    assert keys(walk(COUPLE, Text("bantuan"))[1])[0] == "form-help-general"
