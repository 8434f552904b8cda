"""The questions of an activity report (the national Kampung KB site's fields and ours)."""

from typing import Any

from bot.forms import (
    AskChoice,
    AskChoices,
    AskCounts,
    AskDate,
    AskPhotos,
    AskPlace,
    AskRegion,
    AskText,
    Context,
    Form,
)
from bot.forms.context import Answers
from bot.rules.lists import AGENCIES, FUNDING, SECTIONS, TARGET_GROUPS
from bot.settings import ActivitySettings

HOME, AREA, MANY = "home", "area", "many"
"""Given before the form begins: one's only village, the one area one's villages lie in, or that
there are several areas, whose kampung are then listed."""


def _is_in_area(answers: Answers) -> bool:
    return bool(answers.get(AREA))


def _has_many(answers: Answers) -> bool:
    return bool(answers.get(MANY))


def village_id(code: str) -> str:
    """A village's code as an option's id: ``19.01.02.2003`` is ``01022003``."""
    return code.replace(".", "")[2:]


def village_code(key: str) -> str:
    """Undo :func:`village_id`."""
    return f"19.{key[:2]}.{key[2:4]}.{key[4:]}"


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def activity_form(settings: ActivitySettings) -> Form:
    """The form under the limits of the settings."""
    return Form(
        "activity",
        "act",
        (
            AskRegion(
                "region",
                level="desa",
                within=_within,
                when=_is_in_area,
                default_from_last=True,
            ),
            AskChoice("village", "villages", when=_has_many, default_from_last=True),
            AskDate("date", latest="today", earliest_days=settings.backdate_days),
            AskText("title", most=255, least=3, hint=True),
            AskChoice("section", SECTIONS, default_from_last=True),
            AskChoices("target_groups", TARGET_GROUPS, other=True, remember=True),
            AskChoices("agencies", AGENCIES, other=True, remember=True, hint=True),
            AskCounts("participants", most=settings.most_participants, hint=True),
            AskChoices("funding", FUNDING, other=True, remember=True),
            AskPlace("place", default_from_last=True),
            AskPhotos("photos", most=settings.photos, optional=True, hint=True),
            AskText("description", most=2000, multiline=True, optional=True),
        ),
    )
