"""The questions of /masalah: what is the matter in a village, and what is to be done about it."""

from typing import Any, Final

from bot.forms import (
    AskChoice,
    AskDate,
    AskRegion,
    AskText,
    AskYesNo,
    Context,
    Form,
    Option,
    Say,
    Step,
)
from bot.forms.context import Answers
from bot.rules.lists import AGENCIES, PROBLEMS
from bot.rules.problems import (
    CHILD_CHOICES,
    LEAST_WORDS,
    MEASURES,
    MOST_AFFECTED,
    MOST_EVIDENCE,
    MOST_PHOTOS,
    MOST_WORDS,
    OUTCOMES,
    PRIORITIES,
    band_options,
    choice_label,
    is_child_problem,
    suggested_priority,
)
from bot.sections import ProblemSettings
from handlers.activity_title import no_danger
from handlers.problem_steps import (
    AskAffected,
    AskAgency,
    AskDayAhead,
    AskSince,
    SafePhotos,
)

AREA, MANY, HOME, KIND = "area", "many", "home", "kind"
"""Beside the answers: how the village is asked for, and which kind a problem being edited is of."""


def _is_in_area(answers: Answers) -> bool:
    return bool(answers.get(AREA))


def _has_many(answers: Answers) -> bool:
    return bool(answers.get(MANY))


def _within(answers: Answers, _: Context) -> str | None:
    found: Any = answers.get(AREA)
    return found if isinstance(found, str) else None


def _is_of_children(answers: Answers) -> bool:
    return is_child_problem(str(answers.get("category")))


def _is_other(answers: Answers) -> bool:
    return bool(answers.get("category")) and not _is_of_children(answers)


def _categories(answers: Answers, _: Context) -> tuple[Option, ...]:
    """All categories; of a problem that is being edited, those of its kind."""
    kind = answers.get(KIND)
    if kind is None:
        return PROBLEMS
    return tuple(one for one in PROBLEMS if is_child_problem(one.id) is (kind == "child"))


def _choices(answers: Answers, _: Context) -> tuple[Option, ...]:
    category = str(answers.get("category"))
    ids = CHILD_CHOICES.get(category, ())
    return tuple(Option(one, choice_label(category, one)) for one in ids)


def _priority(answers: Answers, _: Context) -> str:
    return suggested_priority(answers)


def _steps(settings: ProblemSettings) -> tuple[Step, ...]:
    """What a problem is. Of children only choices are asked, and nothing can be typed."""
    of_children, other = _is_of_children, _is_other
    bands = band_options(settings.suppress_under)
    return (
        AskRegion("region", level="desa", within=_within, when=_is_in_area),
        AskChoice("village", "villages", when=_has_many),
        AskChoice("category", _categories),
        AskChoice("choice", _choices, when=of_children, typed=False, columns=1),
        AskText(
            "what",
            check=no_danger,
            least=LEAST_WORDS,
            most=MOST_WORDS,
            multiline=True,
            when=other,
            hint=True,
        ),
        AskAffected("affected", least=1, most=MOST_AFFECTED, optional=True, when=other),
        AskChoice("band", bands, when=of_children, typed=False, columns=1),
        AskSince("since"),
        AskText(
            "evidence",
            check=no_danger,
            most=MOST_EVIDENCE,
            multiline=True,
            optional=True,
            when=other,
        ),
        SafePhotos("photos", check=no_danger, most=MOST_PHOTOS, optional=True, when=other),
        AskChoice(
            "priority",
            tuple(Option(one, Say(f"problem-priority-{one}")) for one in PRIORITIES),
            suggest=_priority,
            columns=1,
        ),
    )


def problem_form(settings: ProblemSettings) -> Form:
    return Form("problem", "pr1", _steps(settings))


def edit_form(settings: ProblemSettings) -> Form:
    """The same questions for a problem that is there: it begins at its summary."""
    return Form("problem_edit", "pr2", _steps(settings), texts="problem")


TWIN: Final = Form("problem_twin", "pr3", (AskYesNo("sure"),), summary=False)

_MEASURES = tuple(Option(one, Say(f"intervention-measure-{one}")) for one in MEASURES)
_OUTCOMES = tuple(Option(one, Say(f"intervention-outcome-{one}")) for one in OUTCOMES)

PLAN: Final = Form(
    "intervention",
    "pr4",
    (
        AskAgency("agency", AGENCIES, other=True, most=1, hint=True),
        AskChoice("measure", _MEASURES, when=_is_of_children, typed=False, columns=1),
        AskText(
            "what",
            check=no_danger,
            least=LEAST_WORDS,
            most=MOST_WORDS,
            multiline=True,
            when=_is_other,
            hint=True,
        ),
        AskDayAhead("planned_on", earliest_days=0),
    ),
)

FINISH: Final = Form(
    "intervention_done",
    "pr5",
    (
        AskDate("done_on", latest="today", earliest_days=366),
        AskChoice("outcome", _OUTCOMES, when=_is_of_children, typed=False, columns=1),
        AskText(
            "result",
            check=no_danger,
            least=LEAST_WORDS,
            most=MOST_WORDS,
            multiline=True,
            when=_is_other,
        ),
    ),
)

MOVE: Final = Form(
    "intervention_move", "pr6", (AskDayAhead("planned_on", earliest_days=0),), summary=False
)
