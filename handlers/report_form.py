"""The questions of a child-protection report: safety first, coded answers, words last."""

from bot.forms import (
    Action,
    AskChoice,
    AskChoices,
    AskRegion,
    AskText,
    AskYesNo,
    Context,
    Form,
    Option,
    Say,
)
from bot.forms.context import Answers
from bot.rules.lists import AGE_BANDS, VIOLENCE
from bot.rules.triage import LEVELS, SAFETY, triage

SEND_NOW, LEAVE = "now", "leave"


def is_in_danger(answers: Answers) -> bool:
    """From the first yes to a safety question, the report may be sent as it stands."""
    return any(answers.get(key) is True for key in SAFETY)


def _levels(answers: Answers, _: Context) -> tuple[Option, ...]:
    """The rule's level and those above it: a reporter may raise it, never lower it."""
    own = {**answers, "urgency": None}
    least = LEVELS.index(triage(own).level)
    return tuple(Option(level, Say(f"urgency-{level}")) for level in LEVELS[least:])


def _suggested(answers: Answers, ctx: Context) -> str:
    return _levels(answers, ctx)[0].id


def _may_raise(answers: Answers) -> bool:
    return triage({**answers, "urgency": None}).level != "tinggi"


_ACTIONS = (
    Action(SEND_NOW, Say("report-send-now"), when=is_in_danger),
    Action(LEAVE, Say("report-leave"), exits=True, always=True),
)

REPORT = Form(
    "report",
    "rep",
    (
        *(AskYesNo(name, unsure=True, hint=name == SAFETY[0]) for name in SAFETY),
        AskChoices("kinds", VIOLENCE),
        AskChoice("age", AGE_BANDS),
        AskRegion("village", level="desa"),
        AskText("account", most=1500, least=5, multiline=True, hint=True),
        AskChoice("urgency", _levels, suggest=_suggested, columns=1, when=_may_raise),
    ),
    sensitive=True,
    actions=_ACTIONS,
)

REPORT_NOW = Form(
    "report_now",
    "rnw",
    (
        AskRegion("village", level="desa", hint=True),
        AskText("account", most=1500, least=3, multiline=True, hint=True),
    ),
    sensitive=True,
    summary=False,
    actions=(Action(LEAVE, Say("report-leave"), exits=True, always=True),),
)
"""What "Kirim sekarang" still needs: where, and what is happening."""
