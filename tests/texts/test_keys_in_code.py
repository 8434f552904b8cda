"""Every key that code names or builds has a text, and every text is named somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.forms import Form
from bot.rules import problems
from bot.rules.commands import OFFERED
from bot.rules.hint_book import VALUES
from bot.rules.kampung import ITEMS, POKTAN, STAGES
from bot.rules.roles import Act, Role
from bot.rules.triage import LEVELS, SAFETY
from bot.settings import ActivitySettings, ProblemSettings
from bot.texts import LANGUAGES
from broadcasts.own_data_page import FIELDS, KINDS, PARTS, STATES
from handlers import activity_card, kampung_form, problem_form, regions_form
from handlers.activity_after import WITHDRAW
from handlers.activity_check import RETURN
from handlers.activity_edit import photos_form
from handlers.activity_form import activity_form
from handlers.activity_history import CHANGED as CHANGED_FIELDS
from handlers.activity_history import REASONS as WITHDRAWN_FOR
from handlers.activity_list import MARKS
from handlers.admin import AUDITED
from handlers.approvals import REASONS, REFUSAL
from handlers.broadcast_form import BROADCAST
from handlers.export_form import EXPORT
from handlers.group_desk import FIND
from handlers.hints_form import POINT, TRY
from handlers.holds import HOLD
from handlers.invite import INVITE
from handlers.join_form import JOIN_FORM
from handlers.member_card import WAYS
from handlers.member_forms import FIND as FIND_MEMBER
from handlers.member_forms import GRANT, REASON, SUCCESSOR, UNTIL
from handlers.menu import ENTRIES
from handlers.profile import PHONE, RENAME
from handlers.report_form import REPORT, REPORT_NOW
from storage.desk import LISTS
from storage.role_log import CHANGES
from tests.texts.ftl import arguments

ROOT = Path(__file__).parents[2]
KEYS = set(arguments("id"))
FAMILIES = {key.partition("-")[0] for key in KEYS}
FORMS: tuple[Form, ...] = (
    activity_form(ActivitySettings()),
    REPORT,
    REPORT_NOW,
    BROADCAST,
    FIND,
    INVITE,
)
FORMS += (JOIN_FORM, REFUSAL, HOLD, EXPORT)
FORMS += (FIND_MEMBER, REASON, UNTIL, GRANT, SUCCESSOR, RENAME, PHONE, AUDITED)
FORMS += (kampung_form.KAMPUNG_NEW, kampung_form.KAMPUNG_EDIT, kampung_form.KAMPUNG_FIND)
FORMS += (regions_form.RENAME, regions_form.SPLIT, regions_form.SURE, POINT, TRY)
FORMS += (problem_form.problem_form(ProblemSettings()), problem_form.edit_form(ProblemSettings()))
FORMS += (problem_form.TWIN, problem_form.PLAN, problem_form.FINISH, problem_form.MOVE)
FORMS += (WITHDRAW, RETURN, photos_form(ActivitySettings()))
LOOKS_LIKE_A_KEY = re.compile(r"[a-z_]+(-[a-z0-9_]+)+\Z")
BINDING = ("checking", "already", "elsewhere", "ended", "unregistered", "refused")
DECIDED = ("confirmed", "declined")
NO_KEYS = {"group-desk", "case-key"}
"""A router's name, a file's name."""


def strings() -> Iterator[tuple[Path, str]]:
    """Every string constant of the code that talks to people."""
    for folder in ("bot", "handlers", "broadcasts", "storage"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield path, node.value


def built() -> set[str]:
    """Keys put together in code, from the values that they can be put together of."""
    keys = {f"role-{role.value.replace('_', '-')}" for role in Role}
    keys |= {f"refused-{act.value.replace('_', '-')}" for act in Act}
    keys |= {f"menu-{name}" for name, _ in ENTRIES}
    keys |= {f"command-{one.name}" for one in OFFERED}
    keys |= {f"language-{code}" for code in LANGUAGES}
    keys |= {f"urgency-{level}" for level in LEVELS}
    keys |= {f"group-{outcome}" for outcome in BINDING}
    keys |= {f"group-state-{state}" for state in ("active", "checking", "pending", "unreachable")}
    keys |= {f"group-{word}-{end}" for word in DECIDED for end in ("told", "by-you")}
    keys |= {f"report-{name}-label" for name in SAFETY}
    keys |= {f"data-part-{name.replace('_', '-')}" for name in PARTS}
    keys |= {f"data-field-{name.replace('_', '-')}" for name in FIELDS}
    keys |= {f"data-state-{state}" for state in STATES}
    keys |= {f"data-kind-{kind}" for kind in KINDS}
    keys |= {f"request-reason-{name}" for name in REASONS}
    keys |= {f"request-{state}-before" for state in ("approved", "refused")}
    keys |= {f"act-{act.value.replace('_', '-')}" for act in Act}
    keys |= {f"member-ask-{way}" for way in WAYS[:3]}
    keys |= {f"member-{word}-{way}" for word in ("done", "told", "what") for way in WAYS}
    keys |= {key for name in LISTS for key in (f"admin-{name}", f"admin-head-{name}")}
    keys |= {f"admin-change-{change.replace('_', '-')}" for change in CHANGES}
    keys |= {f"kampung-stage-{stage}" for stage in STAGES}
    keys |= {f"kampung-item-{item}" for item in ITEMS}
    keys |= {f"kampung-poktan-{kind}" for kind in POKTAN}
    keys |= {f"kampung-piece-{piece}" for piece in kampung_form.PIECES}
    keys |= {f"hint-kind-{kind}" for kind in VALUES}
    keys |= {f"activity-type-{kind}" for kind in ("activity", "before_after")}
    keys |= {f"activity-twin-{whose}" for whose in ("own", "other")}
    keys |= {f"posts-event-{event}" for event in ("saved", "verified")}
    keys |= problem_keys()
    keys |= {f"after-state-{state}" for state in MARKS} | {"activity_edit-name"}
    keys |= {f"after-reason-{name}" for name in WITHDRAWN_FOR}
    keys |= {f"after-field-{name}" for name in CHANGED_FIELDS.values()}
    keys |= {f"after-field-{name}" for name in activity_card.FURTHER}
    keys |= {f"after-count-{name}" for name in activity_card.COUNTS}
    keys |= {f"after-did-{what}" for what in activity_card.HAPPENED}
    keys |= {f"ask-{whom}" for whom in ("field-officer", "agency", "province")}
    return keys


def problem_keys() -> set[str]:
    """The lists of /masalah."""
    said = problems.CHILD_CHOICES.items()
    keys = {f"problem-choice-{category}-{one}" for category, ids in said for one in ids}
    keys |= {f"problem-priority-{one}" for one in problems.PRIORITIES}
    keys |= {f"problem-reason-{one}" for one in problems.DROP_REASONS}
    keys |= {f"problem-since-{one}" for one in ("month", "quarter", "year", "longer")}
    keys |= {f"problem-state-{one}" for one in ("open", "planned", "done", "withdrawn")}
    keys |= {f"problem-{which}-{end}" for which in ("list", "idle", "closed")
             for end in ("head", "empty", "button")}  # fmt: skip
    keys |= {f"intervention-measure-{one}" for one in problems.MEASURES}
    keys |= {f"intervention-outcome-{one}" for one in problems.OUTCOMES}
    keys |= {f"intervention-reason-{one}" for one in problems.CANCEL_REASONS}
    return keys | {f"intervention-line-{one}" for one in ("planned", "done", "cancelled")}


def derived(form: Form) -> set[str]:
    """The keys a form's steps stand for."""
    keys = set()
    for step in form.steps:
        keys |= {f"{form.texts}-{step.name}", f"{form.texts}-{step.name}-label"}
        keys |= {f"{form.texts}-{step.name}-hint"} if step.hint else set()
        keys |= {step.help} if step.help else set()
    return keys


def test_every_key_named_in_code_has_a_text() -> None:
    named = {
        (path.name, value)
        for path, value in strings()
        if LOOKS_LIKE_A_KEY.match(value) and value.partition("-")[0] in FAMILIES - {"en"}
    }
    assert len(named) > 150
    assert {(name, value) for name, value in named if value not in KEYS | NO_KEYS} == set()


def test_every_key_built_in_code_has_a_text() -> None:
    assert built() - KEYS == set()


def test_every_question_of_every_form_has_its_texts() -> None:
    for form in FORMS:
        assert derived(form) - KEYS == set()
        assert f"{form.name}-name" in KEYS


def test_no_text_is_left_over() -> None:
    named = {value for _, value in strings()} | built()
    named |= {key for form in FORMS for key in derived(form)}
    named |= {f"{form.name}-name" for form in FORMS}
    families = r"form-(weekday|month|counts|kind|cannot|other|yesterday|today|tomorrow)-"
    left = {key for key in KEYS - named if not re.match(families, key)}
    assert left - UNUSED == set()


UNUSED = {"form-choice-none", "form-location-invalid"}
"""Texts of kinds of questions that no form asks yet."""
