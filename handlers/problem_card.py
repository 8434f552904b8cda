"""How a problem and its interventions look in the chat, and what may be pressed there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bot.clock import today
from bot.forms import Plain, Say
from bot.forms.clean import clip
from bot.rules.danger import danger_in
from bot.rules.lists import AGENCIES, PROBLEMS, SECTIONS, label_of
from bot.rules.problems import CLOSED, MEASURES, OUTCOMES, band_label, choice_label
from bot.rules.problems import is_child_problem as is_of_children
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.calls import Row, label
from handlers.problem_steps import month_label
from storage.interventions import OWN, InterventionLine
from storage.problems import ProblemCard, ProblemLine

Shown = tuple[str, list[Row]]
MOST_INTERVENTIONS = 5
MARKS = {"tinggi": "🔴", "sedang": "🟠", "rendah": "🟢"}
_LONGEST_FACT, _LONGEST, _LONGEST_NAME = 600, 100, 60
"""Telegram's characters of the problem's own words, of an intervention's and of a name on a
problem's card, so that all of it is one message; an intervention's own card shows its words."""


def agency_name(agency: str) -> str:
    """An agency as it is read: of the list, or in the planner's own words."""
    if agency.startswith(OWN):
        own = agency.removeprefix(OWN)
        return "Lainnya" if not own or danger_in(own) else own
    return label_of(AGENCIES, agency)


def category_name(line: ProblemLine) -> str:
    return label_of(PROBLEMS, line.category)


def age(work: Work, line: ProblemLine) -> str:
    """Days since it was noted, by the person's calendar."""
    return str((today(work.now) - today(line.created_at)).days)


def planned_words(work: Work, line: ProblemLine) -> str:
    """The nearest intervention, or that there is none."""
    if line.planned is None:
        return work.say("problem-none-planned")
    agency, day = line.planned
    return work.say("problem-planned", agency=agency_name(agency), day=day)


def shown_card(
    work: Work, viewer: Person, card: ProblemCard, plans: Sequence[InterventionLine], places: bool
) -> Shown:
    """One problem with all there is to it. ``places``: whether the viewer's right to plan reaches
    its village."""
    lines = [*_head(work, card), *_facts(work, card)]
    lines += (
        [f"\n{work.say('problem-plans')}"] if plans else [f"\n{planned_words(work, card.line)}"]
    )
    lines += [_plan(work, one) for one in plans]
    if card.activities:
        lines.append(f"\n{work.say('problem-activities')}")
        lines += [_activity(work, *one) for one in card.activities]
    return "\n".join(lines), _card_rows(work, viewer, card, plans, places)


def _head(work: Work, card: ProblemCard) -> list[str]:
    line = card.line
    return [
        work.say(
            "problem-card",
            mark=MARKS.get(line.priority, ""),
            category=category_name(line),
            receipt=line.receipt,
            place=work.around.book.title(line.region, today(line.created_at)),
        ),
        work.say(f"problem-state-{line.state}"),
    ]


def _facts(work: Work, card: ProblemCard) -> list[str]:
    line, under = card.line, work.around.settings.problems.suppress_under
    facts: list[tuple[str, Any]] = []
    if is_of_children(line.category):
        facts.append(("choice", choice_label(line.category, card.choice)))
        facts.append(("band", band_label(card.affected_band, under)))
    else:
        if card.what and not danger_in(card.what):
            facts.append(("what", Plain(clip(card.what, _LONGEST_FACT))))
        known = Plain(str(card.affected)) if card.affected else Say("problem-affected-unknown")
        facts.append(("affected", known))
    facts.append(("since", month_label(card.since)))
    if card.evidence and not danger_in(card.evidence):
        facts.append(("evidence", Plain(clip(card.evidence, _LONGEST_FACT))))
    if card.photos:
        facts.append(("photos", Plain(str(len(card.photos)))))
    facts.append(("priority", Say(f"problem-priority-{line.priority}")))
    told = [
        work.say("form-summary-line", label=Say(f"problem-{name}-label"), value=value)
        for name, value in facts
    ]
    role = Say(f"role-{card.role.value.replace('_', '-')}") if card.role else Plain("—")
    told.append(
        work.say("problem-noted", role=role, day=today(line.created_at), age=age(work, line))
    )
    if line.state == "withdrawn" and card.reason:
        told.append(work.say("problem-why", reason=Say(f"problem-reason-{card.reason}")))
    return told


def _plan(work: Work, one: InterventionLine, most: int = _LONGEST) -> str:
    """One intervention: who, what, when, and what came of it."""
    words = work.say(
        f"intervention-line-{one.state}",
        agency=clip(agency_name(one.agency), _LONGEST_NAME),
        what=plan_words(one, most),
        day=one.done_on or one.planned_on,
    )
    if one.state == "planned" or not one.result:
        return words
    return f"{words}\n{work.say('intervention-result', result=_result(one, most))}"


def plan_words(one: InterventionLine, most: int = _LONGEST) -> Plain | Say:
    """What is planned: words, or a measure of the list. Words that tell of a person stay out."""
    if one.what in MEASURES:
        return Say(f"intervention-measure-{one.what}")
    if is_of_children(one.category) or not one.what or danger_in(one.what):
        return Say("intervention-unnamed")
    return Plain(clip(one.what, most))


def _result(one: InterventionLine, most: int) -> Plain | Say:
    result = one.result or ""
    if one.state == "cancelled":
        return Say("intervention-closed" if result == CLOSED else f"intervention-reason-{result}")
    if result in OUTCOMES:
        return Say(f"intervention-outcome-{result}")
    if is_of_children(one.category) or danger_in(result):
        return Plain("—")
    return Plain(clip(result, most))


def _activity(work: Work, receipt: str, title: str, section: str, day: date) -> str:
    hidden = not title or danger_in(title)
    name = label_of(SECTIONS, section) if hidden else clip(title, _LONGEST_NAME)
    return work.say("problem-activity", receipt=receipt, title=name, day=day)


def may_edit(work: Work, viewer: Person, card: ProblemCard) -> bool:
    """Its author, while it is open, for some days."""
    days = timedelta(days=work.around.settings.activity.edit_days)
    is_own = card.person == viewer.id and viewer.may(Act.REPORT_PROBLEM)
    return is_own and is_open(card) and work.now < card.line.created_at + days


def is_open(card: ProblemCard) -> bool:
    return card.line.state in ("open", "planned")


def _card_rows(
    work: Work,
    viewer: Person,
    card: ProblemCard,
    plans: Sequence[InterventionLine],
    may_plan: bool,
) -> list[Row]:
    number = card.line.id
    rows: list[Row] = [
        [(label(work, "intervention-button", agency=agency_name(one.agency)), f"iv:o:{one.id}")]
        for one in plans
        if one.state == "planned"
    ]
    if is_open(card) and may_plan:
        rows.append([(label(work, "problem-plan-button"), f"pr:p:{number}")])
    if card.photos:
        rows.append([(label(work, "problem-photos-button"), f"pr:f:{number}")])
    own = card.person == viewer.id and viewer.may(Act.REPORT_PROBLEM)
    changes = []
    if may_edit(work, viewer, card):
        changes.append((label(work, "problem-edit-button"), f"pr:e:{number}"))
    if is_open(card) and (own or may_plan):
        changes.append((label(work, "problem-drop-button"), f"pr:w:{number}"))
    rows += [changes] if changes else []
    if may_plan:
        if is_open(card):
            rows.append([(label(work, "problem-solve-button"), f"pr:d:{number}")])
        else:
            rows.append([(label(work, "problem-reopen-button"), f"pr:r:{number}")])
    rows.append([(label(work, "problem-list-button"), "pr:l")])
    return rows


def shown_plan(work: Work, one: InterventionLine, may_plan: bool, may_log: bool) -> Shown:
    """One intervention with its ways on."""
    place = work.around.book.title(one.region)
    head = work.say("intervention-card", category=label_of(PROBLEMS, one.category), place=place)
    rows: list[Row] = []
    if one.state == "planned" and may_plan:
        rows.append([(label(work, "intervention-done-button"), f"iv:d:{one.id}")])
        rows.append(
            [
                (label(work, "intervention-move-button"), f"iv:m:{one.id}"),
                (label(work, "intervention-cancel-button"), f"iv:c:{one.id}"),
            ]
        )
    if one.state != "cancelled" and may_log:
        rows.append([(label(work, "intervention-log-button"), f"iv:a:{one.id}")])
    rows.append([(label(work, "intervention-back-button"), f"pr:o:{one.problem}")])
    return f"{head}\n{_plan(work, one, 1000)}", rows
