"""/kampung: the registry of Kampung KB, and how much of the province it covers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import today
from bot.errors import AppError, NotFound
from bot.forms.steps.yesno import UNSURE
from bot.rules.kampung import STAGES
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.kampung_card import edit_rows, open_items, shown_card, shown_checklist
from handlers.kampung_form import (
    AREA,
    FACTS,
    KAMPUNG_EDIT,
    KAMPUNG_FIND,
    KAMPUNG_NEW,
    PIECE,
    PIECES,
)
from handlers.kampung_list import Shown, activities, common_top, covered, registry
from storage import kampung, kampung_changes
from storage.kampung import KampungCard


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [
        Flow(KAMPUNG_NEW, _prepare_new, _registered),
        Flow(KAMPUNG_EDIT, _prepare_edit, _edited),
        Flow(KAMPUNG_FIND, _prepare_find, _found),
    ]


def router() -> Router:
    routes = Router(name="kampung")
    routes.message.middleware(Needs(Act.READ_KAMPUNG))
    routes.callback_query.middleware(Needs(Act.READ_KAMPUNG))
    routes.message.register(_begin, Typed("kampung"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:kampung"), Private())
    routes.callback_query.register(_pressed, Pressed("kp:"), Private())
    return routes


async def _begin(_: Message, work: Work) -> Calls:
    text, rows = await _first(work)
    return [message(work, text, rows)]


async def _begin_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _first(work)
    return [toast(query), message(work, text, rows)]


async def _first(work: Work) -> Shown:
    """The registry; at once the card for whoever has a single kampung."""
    viewer = require(work.person, Act.READ_KAMPUNG)
    session = await work.session()
    lines = await kampung.page(session, viewer, limit=2)
    if len(lines) == 1 and all(top.count(".") == 3 for top in viewer.regions_for(Act.READ_KAMPUNG)):
        return shown_card(work, viewer, await _card(work, viewer, str(lines[0].id)))
    return await registry(work, viewer)


async def _card(work: Work, viewer: Person, number: str) -> KampungCard:
    """A kampung by its button. Raises :class:`NotFound`: it is closed, or not this viewer's."""
    found = await kampung.card(await work.session(), viewer, number_in(number), work.now)
    if found is None:
        raise NotFound("kampung-unknown")
    return found


async def _pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    """Any button of the registry; what follows the letter depends on it."""
    viewer = require(work.person, Act.READ_KAMPUNG)
    letter, *args = rest.split(":")
    match letter, args:
        case "f", []:
            return [toast(query), *await flows.open(work, KAMPUNG_FIND.name)]
        case "n", []:
            return [toast(query), *await flows.open(work, KAMPUNG_NEW.name)]
        case "l", [after, inside]:
            at = inside if work.around.book.get(inside) else ""
            return _show(query, work, await registry(work, viewer, after, at))
        case "v", tops:
            return _show(query, work, await covered(work, viewer, _top(work, viewer, tops)))
        case (("o" | "a" | "c" | "t" | "u" | "s" | "S" | "e"), [number, *more]):
            card = await _card(work, viewer, number)
            return await _on_card(query, work, flows, viewer, card, letter, more)
    return [toast(query, label(work, "button-unknown"))]


def _top(work: Work, viewer: Person, given: list[str]) -> str:
    """The region to count in: a province's, kab/kota's or kecamatan's, else one's own."""
    if len(given) == 1 and given[0].count(".") < 3 and work.around.book.get(given[0]):
        return given[0]
    return common_top(viewer, Act.READ_KAMPUNG)


async def _on_card(
    query: CallbackQuery,
    work: Work,
    flows: Flows,
    viewer: Person,
    card: KampungCard,
    letter: str,
    more: list[str],
) -> Calls:
    match letter, more:
        case "o", []:
            return _show(query, work, shown_card(work, viewer, card))
        case "a", cursor:
            require(viewer, Act.READ_ACTIVITY, card.region)
            return _show(query, work, await activities(work, viewer, card, cursor))
        case "c", []:
            return _show(query, work, shown_checklist(work, viewer, card))
        case (("t" | "u"), [item]):
            return await _tick(query, work, viewer, card, item, sure=letter == "u")
        case (("s" | "S"), [place]):
            return await _stage(query, work, viewer, card, place, sure=letter == "S")
        case "e", []:
            require(viewer, Act.EDIT_KAMPUNG, card.region)
            text = work.say("kampung-edit-what", name=card.name)
            return _show(query, work, (text, edit_rows(work, card)))
        case "e", [piece] if piece in PIECES:
            require(viewer, Act.EDIT_KAMPUNG, card.region)
            prepared = Prepared({PIECE: piece}, {"kampung": card.id})
            return [toast(query), *await flows.open(work, KAMPUNG_EDIT.name, prepared)]
    return [toast(query, label(work, "button-unknown"))]


def _show(query: CallbackQuery, work: Work, what: Shown, said: str | None = None) -> Calls:
    return [toast(query, said), shown(work, pressed_message(query), *what)]


async def _tick(
    query: CallbackQuery, work: Work, viewer: Person, card: KampungCard, item: str, *, sure: bool
) -> Calls:
    """Tick an item with today's date; taking a tick back is asked about first."""
    require(viewer, Act.EDIT_KAMPUNG, card.region)
    is_done = item in card.checklist
    if is_done and not sure:
        day = date.fromisoformat(card.checklist[item])
        text = work.say("kampung-untick", item=label(work, f"kampung-item-{item}"), day=day)
        rows: list[Row] = [
            [(label(work, "kampung-untick-yes"), f"kp:u:{card.id}:{item}")],
            [(label(work, "kampung-back"), f"kp:c:{card.id}")],
        ]
        return _show(query, work, (text, rows))
    done_on = None if sure else today(work.now)
    session = await work.session()
    await kampung_changes.tick(session, viewer, card.id, item, done_on, work.now)
    again = await _card(work, viewer, str(card.id))
    return _show(query, work, shown_checklist(work, viewer, again))


async def _stage(
    query: CallbackQuery, work: Work, viewer: Person, card: KampungCard, place: str, *, sure: bool
) -> Calls:
    """Move to the next stage or back; what is not ticked yet is told first, and allowed."""
    require(viewer, Act.EDIT_KAMPUNG, card.region)
    stage = STAGES[int(place)] if place in ("0", "1", "2") else ""
    is_on = stage in STAGES and STAGES.index(stage) > STAGES.index(card.stage)
    left = open_items(work, card)
    if is_on and left and not sure:
        name = label(work, f"kampung-stage-{stage}")
        text = work.say("kampung-stage-open", stage=name, items=left)
        rows: list[Row] = [
            [(label(work, "kampung-stage-on", stage=name), f"kp:S:{card.id}:{place}")],
            [(label(work, "kampung-back"), f"kp:c:{card.id}")],
        ]
        return _show(query, work, (text, rows))
    session = await work.session()
    moved = await kampung_changes.set_stage(session, viewer, card.id, stage, work.now)
    again = await _card(work, viewer, str(card.id))
    said = None if moved else label(work, "kampung-stage-same")
    return _show(query, work, shown_checklist(work, viewer, again), said)


async def _prepare_new(work: Work) -> Prepared:
    return Prepared(
        {AREA: common_top(require(work.person, Act.EDIT_KAMPUNG), Act.EDIT_KAMPUNG)}, {}
    )


async def _prepare_find(work: Work) -> Prepared:
    return Prepared(
        {AREA: common_top(require(work.person, Act.READ_KAMPUNG), Act.READ_KAMPUNG)}, {}
    )


async def _prepare_edit(work: Work) -> Prepared:
    """Begun from a card only, which says which kampung and which piece."""
    raise NotFound("kampung-unknown")


async def _registered(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer = require(work.person, Act.EDIT_KAMPUNG, answers["village"])
    day = answers.get("decree_on")
    try:
        number = await kampung_changes.register(
            await work.session(),
            viewer,
            region=answers["village"],
            name=answers["title"],
            decree=answers.get("decree"),
            decree_on=date.fromisoformat(day) if day else None,
            now=work.now,
        )
    except AppError as there:  # nothing was written: the form ends here, with a way on
        again = ((label(work, "kampung-new-other"), "kp:n"),)
        back = ((label(work, "menu-kampung"), "m:kampung"),)
        return Ending(work.say(there.key, **there.args_for_text), rows=(again, back))
    place = work.around.book.title(answers["village"])
    text = work.say("kampung-registered", name=answers["title"], place=place)
    return Ending(text, rows=(((label(work, "kampung-open"), f"kp:o:{number}"),),))


async def _edited(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer, number = require(work.person, Act.EDIT_KAMPUNG), int(memory["kampung"])
    session, piece = await work.session(), answers[PIECE]
    if piece == "close":
        name = await kampung_changes.close(session, viewer, number, answers["close"], work.now)
        return Ending(work.say("kampung-closed", name=name))
    value = answers.get("title" if piece == "name" else piece)
    values: dict[str, Any] = {piece: value}
    if piece == "decree":
        values["decree_on"] = date.fromisoformat(answers["decree_on"])
    if piece in FACTS:
        values[piece] = None if value == UNSURE else value
    await kampung_changes.change(session, viewer, number, values, work.now)
    text, rows = shown_card(work, viewer, await _card(work, viewer, str(number)))
    return Ending(f"{work.say('kampung-changed')}\n\n{text}", rows=tuple(tuple(r) for r in rows))


async def _found(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer = require(work.person, Act.READ_KAMPUNG)
    text, rows = await registry(work, viewer, inside=answers["place"])
    return Ending(text, rows=tuple(tuple(row) for row in rows))
