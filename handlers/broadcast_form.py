"""The questions of a broadcast: what, to whom, where, when."""

from typing import Any

from bot.forms import (
    AskChoice,
    AskMoment,
    AskPhotos,
    AskRegion,
    AskText,
    Context,
    Form,
    Invalid,
    Option,
    Plain,
    Say,
)
from bot.forms.clean import units
from bot.forms.context import Answers
from bot.rules.roles import Role, is_within
from storage.audiences import EVERYONE, GROUPS

CAPTION, MESSAGE = 1024, 4096
"""Longest text with a photo and without one (Bot API), in UTF-16 units: an emoji counts twice."""

AUDIENCES = (
    Option("g", Say("audience-groups")),
    Option("all", Say("audience-everyone")),
    Option("kader", Say("role-cadre")),
    Option("patbm", Say("role-patbm-activist")),
    Option("pokja", Say("role-working-group")),
    Option("plkb", Say("role-field-officer")),
    Option("opd", Say("role-agency-kabkota")),
)

MEANT = {
    "g": GROUPS,
    "all": EVERYONE,
    "kader": Role.CADRE.value,
    "patbm": Role.PATBM_ACTIVIST.value,
    "pokja": Role.WORKING_GROUP.value,
    "plkb": Role.FIELD_OFFICER.value,
    "opd": Role.AGENCY_KABKOTA.value,
}
"""Option ids and the audiences they stand for."""


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get("area")
    return found if isinstance(found, str) else None


def _check(answers: Answers, ctx: Context) -> None:
    """A photo's text is shorter; and the region must be one's own."""
    length = units(answers.get("text") or "")
    if answers.get("photo") and length > CAPTION:
        raise Invalid("broadcast-caption-too-long", most=str(CAPTION)).at("text")
    if length > MESSAGE:
        raise Invalid("form-text-too-long", length=str(length), most=str(MESSAGE)).at("text")
    labels = [option.label for option in ctx.lists.get("areas", ())]
    areas = [label.text for label in labels if isinstance(label, Plain)]
    region = answers.get("region") or ""
    if areas and not any(is_within(region, area) for area in areas):
        raise Invalid("form-region-outside").at("region")


BROADCAST = Form(
    "broadcast",
    "brc",
    (
        AskText("text", most=4000, least=3, multiline=True, hint=True),
        AskPhotos("photo", most=1, optional=True),
        AskChoice("audience", AUDIENCES, columns=1),
        AskRegion("region", level="any", within=_within),
        AskMoment("when", now_allowed=True),
    ),
    check=_check,
)
"""Its summary is not the last word: the number of recipients is shown before it is confirmed."""
