"""/masalah: what is the matter in a village, and what is being done about it."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.methods import SendPhoto
from aiogram.types import CallbackQuery, Message

from bot.errors import AppError, NotFound
from bot.rules.danger import danger_in
from bot.rules.problems import DROP_REASONS
from bot.rules.roles import Act, Person
from bot.sections import ProblemSettings
from bot.work import Work
from handlers import intervention, problem_report
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Flow, Flows, Prepared
from handlers.problem_card import MOST_INTERVENTIONS, Shown, category_name, may_edit, shown_card
from handlers.problem_list import closed_list, idle_list, open_list
from storage import problem_changes, problems
from storage.interventions import of_problem
from storage.problems import ProblemCard


def flows(settings: ProblemSettings) -> list[Flow]:
    """The forms of this conversation."""
    return [*problem_report.flows(settings), *intervention.flows()]


def router() -> Router:
    routes = Router(name="problem")
    routes.message.middleware(Needs(Act.READ_PROBLEM))
    routes.callback_query.middleware(Needs(Act.READ_PROBLEM))
    routes.message.register(_begin, Typed("masalah", "problems"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:masalah"), Private())
    routes.callback_query.register(_pressed, Pressed("pr:"), Private())
    routes.include_router(intervention.router())
    return routes


async def _begin(_: Message, work: Work) -> Calls:
    text, rows = await open_list(work, require(work.person, Act.READ_PROBLEM), ())
    return [message(work, text, rows)]


async def _begin_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await open_list(work, require(work.person, Act.READ_PROBLEM), ())
    return [toast(query), message(work, text, rows)]


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """Any button of the lists and cards; what follows the letter depends on it."""
    viewer = require(work.person, Act.READ_PROBLEM)
    letter, *args = rest.split(":")
    match letter, args:
        case "l", cursor:
            return _show(query, work, await open_list(work, viewer, cursor))
        case "idle", cursor:
            return _show(query, work, await idle_list(work, viewer, cursor))
        case "c", cursor:
            return _show(query, work, await closed_list(work, viewer, cursor))
        case "n", []:
            require(viewer, Act.REPORT_PROBLEM)
            return [toast(query), *await flows.open(work, "problem")]
        case (("o" | "f" | "e" | "w" | "W" | "d" | "D" | "r" | "p"), [number, *more]):
            card = await card_of(work, viewer, number)
            return await _on_card(query, work, flows, viewer, card, letter, more)
    return [toast(query, label(work, "button-unknown"))]


async def card_of(work: Work, viewer: Person, number: str) -> ProblemCard:
    """A problem by its button. Raises :class:`NotFound` when there is none for this viewer."""
    found = await problems.problem_for(await work.session(), viewer, number_in(number))
    if found is None:
        raise NotFound("problem-unknown")
    return found


def _show(query: CallbackQuery, work: Work, what: Shown, said: str | None = None) -> Calls:
    return [toast(query, said), shown(work, pressed_message(query), *what)]


async def _card(work: Work, viewer: Person, number: int) -> Shown:
    """A problem's card as it is now."""
    card, session = await card_of(work, viewer, str(number)), await work.session()
    plans = await of_problem(session, viewer, number, MOST_INTERVENTIONS)
    may_plan = await intervention.may_plan(work, viewer, card.line.region)
    return shown_card(work, viewer, card, plans, may_plan)


async def _on_card(
    query: CallbackQuery,
    work: Work,
    flows: Flows,
    viewer: Person,
    card: ProblemCard,
    letter: str,
    more: Sequence[str],
) -> Calls:
    match letter, more:
        case "o", []:
            return _show(query, work, await _card(work, viewer, card.line.id))
        case "f", []:
            return [toast(query), *_photos(work, card)]
        case "e", []:
            return await _edit(query, work, flows, viewer, card)
        case "w", []:
            return _show(query, work, _asked_why(work, card))
        case "W", [reason]:
            return await _drop(query, work, viewer, card, reason)
        case "d", []:
            return _show(query, work, _asked_solved(work, card))
        case "D", []:
            return await _solve(query, work, viewer, card)
        case "r", []:
            number, session = card.line.id, await work.session()
            await problem_changes.reopen(session, viewer, number, work.now)
            again = await _card(work, viewer, number)
            return _show(query, work, again, label(work, "problem-reopened"))
        case "p", []:
            return await intervention.begin_plan(query, work, flows, viewer, card)
    return [toast(query, label(work, "button-unknown"))]


def _photos(work: Work, card: ProblemCard) -> Calls:
    """The evidence, one message each. A caption that tells of a person stays out."""
    calls: Calls = []
    for photo in card.photos:
        caption = photo["caption"] or None
        shown_one = None if caption and danger_in(caption) else caption
        calls.append(SendPhoto(chat_id=work.chat, photo=photo["file_id"], caption=shown_one))
    return calls or [message(work, work.say("problem-photos-none"))]


async def _edit(
    query: CallbackQuery, work: Work, flows: Flows, viewer: Person, card: ProblemCard
) -> Calls:
    """Its own form again, at the summary."""
    if not may_edit(work, viewer, card):
        days = str(work.around.settings.activity.edit_days)
        raise AppError("problem-edit-late", days=days)
    prepared = Prepared(problem_report.answers_of(card), {"problem": card.line.id})
    return [toast(query), *await flows.open(work, "problem_edit", prepared)]


def _asked_why(work: Work, card: ProblemCard) -> Shown:
    number = card.line.id
    rows: list[Row] = [
        [(label(work, f"problem-reason-{reason}"), f"pr:W:{number}:{reason}")]
        for reason in DROP_REASONS
    ]
    rows.append([(label(work, "problem-back-button"), f"pr:o:{number}")])
    return work.say("problem-drop-why", receipt=card.line.receipt), rows


def _asked_solved(work: Work, card: ProblemCard) -> Shown:
    number = card.line.id
    rows: list[Row] = [
        [(label(work, "problem-solve-yes"), f"pr:D:{number}")],
        [(label(work, "problem-back-button"), f"pr:o:{number}")],
    ]
    text = work.say("problem-solve-sure", receipt=card.line.receipt)
    return text, rows


async def _drop(
    query: CallbackQuery, work: Work, viewer: Person, card: ProblemCard, reason: str
) -> Calls:
    number = card.line.id
    told = await problem_changes.withdraw(await work.session(), viewer, number, reason, work.now)
    _tell(work, card, told, "problem-plan-dropped")
    text, rows = await _card(work, viewer, number)
    return _show(query, work, (text, rows), label(work, "problem-dropped"))


async def _solve(query: CallbackQuery, work: Work, viewer: Person, card: ProblemCard) -> Calls:
    number = card.line.id
    told = await problem_changes.solve(await work.session(), viewer, number, work.now)
    _tell(work, card, told, "problem-plan-solved")
    text, rows = await _card(work, viewer, number)
    return _show(query, work, (text, rows), label(work, "problem-solved"))


def _tell(work: Work, card: ProblemCard, told: Sequence[tuple[int, str]], key: str) -> None:
    """Tell those whose intervention fell away."""
    for chat, language in told:
        work.tell(
            chat,
            language,
            key,
            category=category_name(card.line),
            place=work.around.book.title(card.line.region),
            receipt=card.line.receipt,
        )
