"""The questions of a rename and of a split of regions."""

from dataclasses import dataclass
from typing import Any

from bot.forms import (
    AskChoice,
    AskDate,
    AskRegion,
    AskText,
    AskYesNo,
    Context,
    Form,
    Invalid,
    Option,
    Plain,
)
from bot.forms.clean import clean
from bot.forms.context import Answers
from bot.forms.events import Event, Text
from bot.forms.steps.base import Accept, Taken, Turn
from bot.rules.regions import squeeze
from bot.rules.splits import code_fault, tidy_code

AREA = "area"
"""Given before a form begins: the region to stay inside."""


@dataclass(frozen=True, slots=True)
class AskNewCode(AskText):
    """Value: a code with dots, not taken, that fits as a part of the answer ``region``."""

    def take(self, turn: Turn, event: Event) -> Taken:
        if not isinstance(event, Text):
            return None
        code = tidy_code(clean(event.text, multiline=False)[:40])
        self.validate(code, turn.answers, turn.ctx)
        return Accept(code)

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, str) or ctx.regions is None:
            raise Invalid("region-code-format")
        fault = code_fault(value, answers.get("region") or "", ctx.regions.known)
        if fault is not None:
            raise Invalid(fault)


class AskOtherName(AskText):
    """The name of the second new region: not that of the first, beside which it stands."""

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        super().validate(value, answers, ctx)
        if squeeze(value) == squeeze(answers.get("title") or ""):
            raise Invalid("region-name-taken", value=Plain(value))


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def _has_second(answers: Answers) -> bool:
    return answers.get("second") is True


def _has_choice(answers: Answers) -> bool:
    return answers.get("ends") is True and _has_second(answers)


def _new_ones(answers: Answers, _: Context) -> tuple[Option, ...]:
    """The new regions, by their place in the form."""
    names = (answers.get("title"), answers.get("title2"))
    return tuple(Option(str(at), Plain(name or "—")) for at, name in enumerate(names, 1))


def _check(answers: Answers, ctx: Context) -> None:
    if _has_second(answers) and answers.get("code") == answers.get("code2"):
        raise Invalid("region-code-taken").at("code2")


RENAME = Form(
    "region_name",
    "wlr",
    (
        AskRegion("region", level="any", within=_within, hint=True),
        AskText("title", most=120, least=2, hint=True),
        AskDate("on", latest="today", hint=True),
        AskText("source", most=60, least=3, hint=True),
    ),
)

SPLIT = Form(
    "region_split",
    "wls",
    (
        AskRegion("region", depths=frozenset({1, 2, 3}), within=_within, hint=True),
        AskNewCode("code", hint=True),
        AskText("title", most=120, least=2),
        AskYesNo("second"),
        AskNewCode("code2", when=_has_second),
        AskOtherName("title2", most=120, least=2, when=_has_second),
        AskYesNo("ends", hint=True),
        AskChoice("people", _new_ones, columns=1, when=_has_choice),
        AskDate("on", latest="today"),
        AskText("source", most=60, least=3, hint=True),
    ),
    check=_check,
)

SURE = Form("region_sure", "wlc", (AskYesNo("sure"),), summary=False)
"""The last word on a split, below the counts of what will move."""
