"""Interventions in the chat: planned, moved, done with a result, cancelled, and logged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errors import AppError, NotFound
from bot.rules.lists import PROBLEMS, label_of
from bot.rules.problems import CANCEL_REASONS
from bot.rules.roles import Act, Person, is_within
from bot.work import Work
from handlers.access import Needs, Pressed, Private, require
from handlers.activity_guesses import AREA, MANY, village_id
from handlers.calls import Calls, Row, label, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.problem_card import Shown, shown_plan
from handlers.problem_form import FINISH, MOVE, PLAN
from handlers.problem_report import not_by_itself
from storage import interventions
from storage.interventions import InterventionLine, intervention_for
from storage.problems import ProblemCard, problem_for, reach


def flows() -> list[Flow]:
    return [
        Flow(PLAN, not_by_itself, _planned, above=_about),
        Flow(FINISH, not_by_itself, _finished, above=_about),
        Flow(MOVE, not_by_itself, _moved),
    ]


def router() -> Router:
    routes = Router(name="intervention")
    routes.callback_query.middleware(Needs(Act.READ_PROBLEM))
    routes.callback_query.register(_pressed, Pressed("iv:"), Private())
    return routes


async def may_plan(work: Work, viewer: Person, region: str) -> bool:
    """Whether ``viewer`` plans in a village, or in what an ended one has become."""
    tops = await reach(await work.session(), viewer, Act.PLAN_INTERVENTION)
    return any(is_within(region, top) for top in tops)


def _about(work: Work, step: str) -> str:
    """Above a question: for which problem, and that it is about a village."""
    kept = work.drafts.opened()
    memory: Memory = kept.memory if kept is not None else {}
    words = str(memory.get("about", ""))
    return words if step in ("agency", "done_on") else ""


def _heading(work: Work, category: str, region: str) -> str:
    place = work.around.book.title(region)
    return work.say("intervention-for", category=label_of(PROBLEMS, category), place=place)


async def begin_plan(
    query: CallbackQuery, work: Work, flows: Flows, viewer: Person, card: ProblemCard
) -> Calls:
    """The form for one more intervention."""
    line = card.line
    if not await may_plan(work, viewer, line.region):
        require(viewer, Act.PLAN_INTERVENTION, line.region)
    if line.state not in ("open", "planned"):
        raise AppError(f"problem-is-{line.state}")
    memory = {"problem": line.id, "about": _heading(work, line.category, line.region)}
    prepared = Prepared({"category": line.category}, memory)
    return [toast(query), *await flows.open(work, PLAN.name, prepared)]


async def _planned(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    problem = int(memory["problem"])
    try:
        number = await interventions.plan(
            await work.session(),
            require(work.person, Act.PLAN_INTERVENTION),
            problem,
            agency=answers["agency"][0],
            what=answers.get("measure") or answers.get("what") or "",
            planned_on=date.fromisoformat(answers["planned_on"]),
            now=work.now,
        )
    except AppError as trouble:  # the problem was closed meanwhile: nothing was written
        return _trouble(work, trouble, problem)
    day = date.fromisoformat(answers["planned_on"])
    rows = (
        ((label(work, "intervention-see-button"), f"iv:o:{number}"),),
        ((label(work, "problem-see-button"), f"pr:o:{problem}"),),
    )
    return Ending(work.say("intervention-planned", day=day), rows)


def _trouble(work: Work, trouble: AppError, problem: int) -> Ending:
    see = ((label(work, "problem-see-button"), f"pr:o:{problem}"),)
    return Ending(work.say(trouble.key, **trouble.args_for_text), (see,))


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    viewer = require(work.person, Act.READ_PROBLEM)
    letter, number, *more = [*rest.split(":"), "", ""][:3]
    line = await intervention_for(await work.session(), viewer, number_in(number))
    if line is None:
        raise NotFound("intervention-unknown")
    match letter, more[0]:
        case "o", "":
            return await _show(query, work, viewer, line)
        case "a", "":
            return await _log(query, work, flows, viewer, line)
        case (("d" | "m" | "c"), ""):
            await _settling(work, viewer, line)
            return await _begin_settling(query, work, flows, line, letter)
        case "C", reason if reason in CANCEL_REASONS:
            return await _cancel(query, work, viewer, line, reason)
    return [toast(query, label(work, "button-unknown"))]


async def _card(work: Work, viewer: Person, line: InterventionLine) -> Shown:
    is_mine = await may_plan(work, viewer, line.region)
    return shown_plan(work, line, is_mine, viewer.may(Act.LOG_ACTIVITY))


async def _show(query: CallbackQuery, work: Work, viewer: Person, line: InterventionLine) -> Calls:
    return [toast(query), shown(work, pressed_message(query), *await _card(work, viewer, line))]


async def _settling(work: Work, viewer: Person, line: InterventionLine) -> None:
    """Raise unless ``viewer`` may settle it and it is still planned."""
    if not await may_plan(work, viewer, line.region):
        require(viewer, Act.PLAN_INTERVENTION, line.region)
    if line.state != "planned":
        raise AppError("intervention-settled")


async def _begin_settling(
    query: CallbackQuery, work: Work, flows: Flows, line: InterventionLine, letter: str
) -> Calls:
    about = _heading(work, line.category, line.region)
    memory = {"intervention": line.id, "problem": line.problem, "about": about}
    if letter == "c":
        return [toast(query), shown(work, pressed_message(query), *_asked_why(work, line))]
    form = FINISH.name if letter == "d" else MOVE.name
    prepared = Prepared({"category": line.category}, memory)
    return [toast(query), *await flows.open(work, form, prepared)]


def _asked_why(work: Work, line: InterventionLine) -> Shown:
    rows: list[Row] = [
        [(label(work, f"intervention-reason-{reason}"), f"iv:C:{line.id}:{reason}")]
        for reason in CANCEL_REASONS
    ]
    rows.append([(label(work, "problem-back-button"), f"iv:o:{line.id}")])
    return work.say("intervention-cancel-why"), rows


async def _cancel(
    query: CallbackQuery, work: Work, viewer: Person, line: InterventionLine, reason: str
) -> Calls:
    session = await work.session()
    await interventions.cancel(session, viewer, line.id, reason, work.now)
    again = await intervention_for(session, viewer, line.id) or line
    said = label(work, "intervention-cancelled")
    card = await _card(work, viewer, again)
    return [toast(query, said), shown(work, pressed_message(query), *card)]


async def _finished(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """It was carried out; then whether the problem is solved by it."""
    problem = int(memory["problem"])
    try:
        await interventions.finish(
            await work.session(),
            require(work.person, Act.PLAN_INTERVENTION),
            int(memory["intervention"]),
            result=answers.get("outcome") or answers.get("result") or "",
            done_on=date.fromisoformat(answers["done_on"]),
            now=work.now,
        )
    except AppError as trouble:
        return _trouble(work, trouble, problem)
    rows = (
        ((label(work, "problem-solve-yes"), f"pr:D:{problem}"),),
        ((label(work, "problem-solve-no"), f"pr:o:{problem}"),),
        ((label(work, "intervention-log-button"), f"iv:a:{memory['intervention']}"),),
    )
    return Ending(work.say("intervention-finished"), rows)


async def _moved(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    problem, day = int(memory["problem"]), date.fromisoformat(answers["planned_on"])
    try:
        await interventions.move(
            await work.session(),
            require(work.person, Act.PLAN_INTERVENTION),
            int(memory["intervention"]),
            day,
            work.now,
        )
    except AppError as trouble:
        return _trouble(work, trouble, problem)
    rows = (((label(work, "intervention-see-button"), f"iv:o:{memory['intervention']}"),),)
    return Ending(work.say("intervention-moved", day=day), rows)


async def _log(
    query: CallbackQuery, work: Work, flows: Flows, viewer: Person, line: InterventionLine
) -> Calls:
    """The activity form, with the village, the problem and the intervention filled in."""
    village = _village(work, viewer, line.region)
    require(viewer, Act.LOG_ACTIVITY, village)
    if line.state == "cancelled" or line.problem_state == "withdrawn":
        raise AppError("intervention-not-logged")
    if work.drafts.get("activity") is not None:
        said = label(work, "intervention-log-unfinished")
        return [toast(query, said, alert=True), *await flows.open(work, "activity")]
    card = await problem_for(await work.session(), viewer, line.problem)
    title = card.line.title if card is not None else label_of(PROBLEMS, line.category)
    begun = await flows.by_name["activity"].prepare(work)
    prepared = replace(
        begun,
        answers={**begun.answers, **_answers(begun.answers, village, line)},
        memory={**begun.memory, "facts": _facts(begun.memory, village, line, title)},
    )
    return [toast(query), *await flows.open(work, "activity", prepared)]


def _village(work: Work, viewer: Person, region: str) -> str:
    """The village; of an ended one the successor where ``viewer`` may log."""
    after = [one.code for one in work.around.book.successors(region)]
    return next((code for code in after if viewer.may(Act.LOG_ACTIVITY, code)), region)


def _answers(asked: Mapping[str, Any], village: str, line: InterventionLine) -> Mapping[str, Any]:
    """What is known of an activity before it is told."""
    where = {}
    if asked.get(AREA):
        where = {"region": village}
    if asked.get(MANY):
        where = {"village": village_id(village)}
    return {**where, "problem": str(line.problem), "intervention": line.id}


def _facts(memory: Memory, village: str, line: InterventionLine, title: str) -> Mapping[str, Any]:
    """What the form knows, with this problem among those of the village."""
    facts = dict(memory.get("facts", {}))
    others = [one for one in facts.get("problems", ()) if one[0] != line.problem]
    return {**facts, "problems": [[line.problem, title, village], *others]}
