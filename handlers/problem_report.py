"""Noting a problem and editing it: the form's beginning and end, and the question about another
one like it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.clock import today
from bot.drafts import Kept
from bot.errors import AppError, NotFound
from bot.forms import begin
from bot.rules.lists import PROBLEMS, label_of
from bot.rules.problems import is_child_problem
from bot.rules.roles import Act, Person, is_within
from bot.sections import ProblemSettings
from bot.work import Work
from handlers.access import require
from handlers.activity_guesses import village_code, village_id
from handlers.calls import Calls, label
from handlers.flows import Ending, Flow, Memory, Prepared, context_of
from handlers.problem_form import AREA, HOME, KIND, MANY, TWIN, edit_form, problem_form
from handlers.problem_steps import LONGER
from handlers.report import hotline_lines
from handlers.screens import screen_calls
from storage import problem_changes, problems
from storage.kampung import kampung_of
from storage.problems import ProblemCard


def flows(settings: ProblemSettings) -> list[Flow]:
    return [
        Flow(problem_form(settings), _prepare, _noted, above=_numbers_above),
        Flow(edit_form(settings), not_by_itself, _edited, above=_numbers_above),
        Flow(TWIN, not_by_itself, _sure),
    ]


def _numbers_above(work: Work, step: str) -> str:
    """Above the questions about children: one child in danger is no problem of a village."""
    if step not in ("choice", "band"):
        return ""
    return f"{work.say('problem-one-child')}\n{hotline_lines(work)}"


async def not_by_itself(_: Work) -> Prepared:
    """These forms begin at a button, which says what they are about."""
    raise NotFound("button-menu")


async def _prepare(work: Work) -> Prepared:
    """The village: the only one of one's own, one to be found in an area, or one of a few."""
    person = require(work.person, Act.REPORT_PROBLEM)
    areas = _outermost(person.regions_for(Act.REPORT_PROBLEM))
    if len(areas) == 1 and areas[0].count(".") == 3:
        return Prepared({HOME: areas[0]}, {HOME: areas[0]})
    if len(areas) == 1:
        return Prepared({AREA: areas[0]}, {})
    session = await work.session()
    listed = dict(await kampung_of(session, person, Act.REPORT_PROBLEM))
    villages = sorted({*listed, *(area for area in areas if area.count(".") == 3)})
    if not villages:
        raise NotFound("group-no-kampung")
    titles = [[village_id(code), work.around.book.title(code)] for code in villages]
    return Prepared({MANY: True}, {"lists": {"villages": titles}})


def _outermost(areas: tuple[str, ...]) -> list[str]:
    found = sorted(set(areas))
    return [one for one in found if not any(is_within(one, top) for top in found if top != one)]


def _region(work: Work, person: Person, answers: Mapping[str, Any], memory: Memory) -> str:
    """The village meant, or its successor where this person may note, when it ended meanwhile.
    Raises :class:`AppError` when there is none."""
    if answers.get("village"):
        code = village_code(answers["village"])
    else:
        code = str(answers.get("region") or memory[HOME])
    known = work.around.book.known(code)
    if known is None or known.until is None:
        return code
    after = work.around.book.successors(code)
    for one in after:
        if person.may(Act.REPORT_PROBLEM, one.code):
            return one.code
    now = ", ".join(one.title() for one in after) or "—"
    raise AppError("region-ended", value=known.title(), since=known.until, now=now)


def values_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What storage takes, from the form's answers."""
    since = answers.get("since")
    return {
        "category": answers.get("category"),
        "choice": answers.get("choice"),
        "what": answers.get("what"),
        "affected": answers.get("affected"),
        "affected_band": answers.get("band"),
        "since": date.fromisoformat(since) if since and since != LONGER else None,
        "evidence": answers.get("evidence"),
        "priority": answers.get("priority"),
        "photos": answers.get("photos") or (),
    }


def answers_of(card: ProblemCard) -> dict[str, Any]:
    """The reverse, for an edit."""
    kind = "child" if is_child_problem(card.line.category) else "other"
    given = {
        KIND: kind,
        "category": card.line.category,
        "since": card.since.isoformat() if card.since else LONGER,
        "priority": card.line.priority,
    }
    if kind == "child":
        return {**given, "choice": card.choice, "band": card.affected_band}
    photos = [{**photo, "size": 0} for photo in card.photos]
    words = {"what": card.what, "affected": card.affected, "evidence": card.evidence}
    return {**given, **words, "photos": photos or None}


async def _noted(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Write it down, unless the same village has the like open: then it is asked first."""
    try:
        person = require(work.person, Act.REPORT_PROBLEM)
        region = _region(work, person, answers, memory)
        require(person, Act.REPORT_PROBLEM, region)
        there = await problems.alike(await work.session(), person, region, answers["category"])
        if there is None:
            return await _write(work, region, values_of(answers))
    except AppError as trouble:  # nothing was written: the form ends here
        return Ending(work.say(trouble.key, **trouble.args_for_text))
    text = work.say(
        "problem-twin",
        category=label_of(PROBLEMS, there.category),
        place=work.around.book.title(region),
        title=there.title,
        day=today(there.created_at),
    )
    rows = (((label(work, "problem-twin-open"), f"pr:o:{there.id}"),),)
    kept = {"region": region, "answers": dict(answers)}
    return Ending(text, rows, more=tuple(_ask_sure(work, kept)))


def _ask_sure(work: Work, memory: Mapping[str, Any]) -> Calls:
    draft, screen = begin(TWIN, context_of(work, memory), {})
    work.drafts.put(Kept(draft, memory), sensitive=False)
    return screen_calls(work, screen, None)


async def _sure(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """Another one like it is written down, or not."""
    if answers["sure"] is not True:
        return Ending(work.say("problem-twin-not"), (_list_row(work),))
    try:
        require(work.person, Act.REPORT_PROBLEM, memory["region"])
        return await _write(work, memory["region"], values_of(memory["answers"]))
    except AppError as trouble:
        return Ending(work.say(trouble.key, **trouble.args_for_text))


async def _write(work: Work, region: str, values: Mapping[str, Any]) -> Ending:
    person = work.person
    if person is None:
        raise NotFound("problem-unknown")
    number, receipt = await problem_changes.note(
        await work.session(),
        person,
        region,
        values,
        under=work.around.settings.problems.suppress_under,
        now=work.now,
    )
    if values["photos"]:
        work.wake()
    place = work.around.book.title(region)
    text = work.say("problem-noted-done", receipt=receipt, place=place)
    rows = (((label(work, "problem-see-button"), f"pr:o:{number}"),), _list_row(work))
    return Ending(text, rows)


def _list_row(work: Work) -> tuple[tuple[str, str], ...]:
    return ((label(work, "problem-list-button"), "pr:l"),)


async def _edited(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    number = int(memory["problem"])
    try:
        await problem_changes.edit(
            await work.session(),
            require(work.person, Act.REPORT_PROBLEM),
            number,
            values_of(answers),
            days=work.around.settings.activity.edit_days,
            under=work.around.settings.problems.suppress_under,
            now=work.now,
        )
    except AppError as trouble:
        return Ending(work.say(trouble.key, **trouble.args_for_text), (_list_row(work),))
    rows = (((label(work, "problem-see-button"), f"pr:o:{number}"),),)
    return Ending(work.say("problem-edited"), rows)
