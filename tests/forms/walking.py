"""A person filling in a form: events one after the other, buttons pressed by what they show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.forms import (
    AskChoice,
    AskChoices,
    AskCounts,
    AskDate,
    AskPhotos,
    AskPlace,
    AskText,
    AskYesNo,
    Button,
    Context,
    Draft,
    Event,
    Form,
    Label,
    Notice,
    Option,
    Plain,
    Press,
    Result,
    Say,
    Screen,
    begin,
    respond,
)

TODAY = date(2026, 3, 11)  # a Wednesday
NOW = datetime(2026, 3, 11, 3, 0, tzinfo=UTC)  # 10.00 WIB
CTX = Context(today=TODAY, now=NOW)

SECTIONS = (
    Option("agama", Plain("Keagamaan"), ("pengajian",)),
    Option("didik", Plain("Pendidikan")),
    Option("repro", Plain("Reproduksi"), ("kb", "posyandu")),
)
AGENCIES = (
    *(Option(f"a{number}", Plain(f"Dinas ke-{number}")) for number in range(1, 30)),
    Option("pkm", Plain("Puskesmas")),
    Option("capil", Plain("Dukcapil")),
)


def suggested(answers: Any, ctx: Context) -> str | None:
    return "repro" if "posyandu" in (answers["title"] or "").casefold() else None


ACTIVITY = Form(
    "activity",
    "k",
    (
        AskDate("date", latest="today", earliest_days=60),
        AskText("title", most=255),
        AskChoice("section", SECTIONS, suggest=suggested),
        AskChoices("agencies", AGENCIES, other=True, remember=True),
        AskCounts("participants", default_from_last=True),
        AskPlace("place", optional=True),
        AskYesNo("problem"),
        AskText("which", when=lambda answers: answers["problem"] is True),
        AskPhotos("photos", most=5, optional=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Pick:
    """Press the button that shows this: a text key, a label, or the end of its data."""

    what: str


def shows(label: Label, what: str) -> bool:
    if isinstance(label, Plain):
        return label.text in (what, f"✅ {what}")
    value = label.args.get("value")
    return label.key == what or (isinstance(value, Plain) and value.text == what)


def buttons(result: Result) -> list[Button]:
    return [button for row in screen_of(result).rows for button in row]


def screen_of(result: Result) -> Screen:
    if isinstance(result, Notice):
        return result.screen
    assert isinstance(result, Screen), result
    return result


def button(result: Result, what: str) -> Press:
    for one in buttons(result):
        if shows(one.label, what) or one.data.split(":", 3)[3] == what:
            return Press(one.data)
    raise AssertionError(f"no button {what!r} on {result}")


def step_on(
    form: Form, draft: Draft, result: Result, events: Sequence[Event | Pick], ctx: Context = CTX
) -> tuple[Draft, Result]:
    for event in events:
        if isinstance(event, Pick):
            event = button(result, event.what)
        draft = Draft.from_json(draft.to_json())
        draft, result = respond(form, draft, event, ctx)
    return draft, result


def walk(form: Form, *events: Event | Pick, ctx: Context = CTX) -> tuple[Draft, Result]:
    draft, screen = begin(form, ctx)
    return step_on(form, draft, screen, events, ctx)


def keys(result: Result) -> list[str]:
    """The text keys a screen shows, errors first."""
    return [label.key for label in screen_of(result).body if isinstance(label, Say)]


def one(form_step: Any, *events: Event | Pick, ctx: Context = CTX) -> tuple[Draft, Result]:
    """A form of this one step and nothing else."""
    return walk(Form("f", "f", (form_step,)), *events, ctx=ctx)


def with_last(**last: Any) -> Context:
    return replace(CTX, last=last)
