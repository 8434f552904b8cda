"""The questions of an activity report (the national Kampung KB site's fields and ours).

Asked are the day, the title, and what neither the title's words nor the last entry tell; the rest
is guessed or stands aside until somebody adds it from the summary.
"""

from typing import Any

from bot.forms import (
    Action,
    AskCaptions,
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
    Option,
    Say,
    Step,
)
from bot.forms.context import Answers
from bot.rules.kampung import POKTAN
from bot.rules.lists import AGENCIES, FUNDING, INPRES, SECTIONS, TAGS, TARGET_GROUPS
from bot.settings import ActivitySettings
from handlers import activity_guesses as guesses
from handlers.activity_guesses import AREA, BEFORE_AFTER, HOME, MANY, village_code, village_id
from handlers.activity_title import AskTitle, no_danger, no_danger_together

__all__ = ["AGAIN", "AREA", "HOME", "MANY", "activity_form", "village_code", "village_id"]

AGAIN = "again"
"""Given before the form begins when there is an activity to repeat; the action that repeats it."""
KINDS = ("male", "female", "children", "people")
USUAL = (10, 15, 20, 25, 30, 40, 50, 75, 100)
PHOTOS = ("photos", "photos_before", "photos_after")
POST_TYPES = tuple(Option(key, Say(f"activity-type-{key}")) for key in ("activity", BEFORE_AFTER))
POKTAN_OPTIONS = tuple(Option(key, Say(f"kampung-poktan-{key}"), (key,)) for key in POKTAN)
NEAR = guesses.VILLAGE_KEYS


def _is_in_area(answers: Answers) -> bool:
    return bool(answers.get(AREA))


def _has_many(answers: Answers) -> bool:
    return bool(answers.get(MANY))


def _is_one_sided(answers: Answers) -> bool:
    return answers.get("post_type") != BEFORE_AFTER


def _is_two_sided(answers: Answers) -> bool:
    return answers.get("post_type") == BEFORE_AFTER


def _has_photos(answers: Answers) -> bool:
    return any(answers.get(name) for name in PHOTOS)


def _may_repeat(answers: Answers) -> bool:
    """Only at the very beginning: later it would throw answers away."""
    return bool(answers.get(AGAIN)) and not (answers.get("title") or answers.get("date"))


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def activity_form(settings: ActivitySettings) -> Form:
    """The form under the limits of the settings."""
    return Form(
        "activity",
        "act",
        (*_where_and_what(settings), *_for_whom(settings), *_shown(settings), *_aside()),
        version=2,
        check=no_danger_together,
        actions=(Action(AGAIN, Say("activity-again"), when=_may_repeat),),
    )


def _where_and_what(settings: ActivitySettings) -> tuple[Step, ...]:
    return (
        AskRegion("region", level="desa", within=_within, when=_is_in_area, default_from_last=True),
        AskChoice("village", "villages", when=_has_many, default_from_last=True),
        AskDate("date", latest="today", earliest_days=settings.backdate_days),
        AskTitle(
            "title",
            most=255,
            least=3,
            letters=2,
            hint=True,
            check=no_danger,
            people=settings.most_participants,
            days=settings.backdate_days,
        ),
        AskChoice(
            "section",
            SECTIONS,
            suggest=guesses.section_offered,
            guess=guesses.section,
            depends=("title", "region", "village"),
            default_from_last=True,
        ),
        AskChoice(
            "inpres", INPRES, aside=True, optional=True, guess=guesses.inpres, depends=("title",)
        ),
        AskChoices(
            "tags",
            TAGS,
            least=0,
            aside=True,
            optional=True,
            guess=guesses.tags,
            depends=("title",),
        ),
    )


def _for_whom(settings: ActivitySettings) -> tuple[Step, ...]:
    return (
        AskChoices(
            "target_groups",
            TARGET_GROUPS,
            other=True,
            remember=True,
            check=no_danger,
            guess=guesses.target_groups,
            depends=NEAR,
        ),
        AskChoices(
            "agencies",
            AGENCIES,
            other=True,
            remember=True,
            hint=True,
            check=no_danger,
            guess=guesses.agencies,
            depends=NEAR,
        ),
        AskCounts(
            "participants",
            kinds=KINDS,
            most=settings.most_participants,
            quick=USUAL,
            hint=True,
            default_from_last=True,
        ),
        AskChoices(
            "funding",
            FUNDING,
            least=0,
            other=True,
            remember=True,
            check=no_danger,
            guess=guesses.funding,
            depends=NEAR,
        ),
        AskPlace(
            "place", check=no_danger, guess=guesses.place, depends=NEAR, default_from_last=True
        ),
    )


def _shown(settings: ActivitySettings) -> tuple[Step, ...]:
    """Photos: of the activity, or of a place before and after it."""
    most, before = settings.photos, max(1, settings.photos // 2)
    return (
        AskChoice("post_type", POST_TYPES, aside=True, optional=True, columns=1),
        AskPhotos(
            "photos", most=most, optional=True, hint=True, when=_is_one_sided, check=no_danger
        ),
        AskPhotos(
            "photos_before",
            most=before,
            when=_is_two_sided,
            check=no_danger,
            guess=guesses.photos_before,
            depends=("post_type",),
        ),
        AskPhotos(
            "photos_after",
            most=max(1, most - before),
            when=_is_two_sided,
            check=no_danger,
            guess=guesses.photos_after,
            depends=("post_type",),
        ),
        AskCaptions(
            "captions", photos=PHOTOS, aside=True, optional=True, when=_has_photos, check=no_danger
        ),
    )


def _aside() -> tuple[Step, ...]:
    """What nobody is asked for."""
    return (
        AskText(
            "description", most=2000, multiline=True, optional=True, aside=True, check=no_danger
        ),
        AskText("follow_up", most=1000, multiline=True, optional=True, aside=True, check=no_danger),
        AskChoices(
            "poktan",
            POKTAN_OPTIONS,
            least=0,
            aside=True,
            optional=True,
            guess=guesses.poktan,
            depends=("title",),
        ),
        AskChoice("problem", guesses.problems, aside=True, optional=True, columns=1, page=8),
        AskPlace("pin", typed=False, aside=True, optional=True),
    )
