"""The questions about a Kampung KB: registering one, changing a piece of it, finding one."""

from typing import Any

from bot.forms import (
    AskChoices,
    AskDate,
    AskRegion,
    AskText,
    AskYesNo,
    Context,
    Form,
    Option,
    Say,
)
from bot.forms.context import Answers, Condition
from bot.rules.kampung import POKTAN

AREA, PIECE = "area", "piece"
"""Given before a form begins: the region to stay inside, and which piece is to be changed."""

FACTS = ("patbm", "home_industry", "data_house")
PIECES = ("name", "decree", "poktan", *FACTS, "contacts", "close")
"""What may be changed by itself, in the order of the buttons."""


def within_area(answers: Answers, _: Context) -> str | None:
    """The one region that the person answers for; the whole province when there are several."""
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def _when(piece: str) -> Condition:
    return lambda answers: answers.get(PIECE) == piece


POKTAN_OPTIONS = tuple(Option(key, Say(f"kampung-poktan-{key}"), (key,)) for key in POKTAN)

KAMPUNG_NEW = Form(
    "kampung_new",
    "kpn",
    (
        AskRegion("village", level="desa", within=within_area),
        AskText("title", most=160, least=3, hint=True),
        AskText("decree", most=120, least=3, optional=True, hint=True),
        AskDate("decree_on", latest="today", optional=True),
    ),
)

KAMPUNG_EDIT = Form(
    "kampung_edit",
    "kpe",
    (
        AskText("title", most=160, least=3, when=_when("name")),
        AskText("decree", most=120, least=3, when=_when("decree")),
        AskDate("decree_on", latest="today", when=_when("decree")),
        AskChoices("poktan", POKTAN_OPTIONS, least=0, when=_when("poktan")),
        *(AskYesNo(fact, unsure=True, when=_when(fact)) for fact in FACTS),
        AskText(
            "contacts", most=500, multiline=True, optional=True, hint=True, when=_when("contacts")
        ),
        AskText("close", most=300, least=5, hint=True, when=_when("close")),
    ),
    summary=False,
)

KAMPUNG_FIND = Form(
    "kampung_find",
    "kpf",
    (AskRegion("place", level="any", within=within_area, hint=True),),
    summary=False,
)
