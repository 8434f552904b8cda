"""/kegiatansaya: what one sent, newest first, each a button that opens its card."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import (
    Calls,
    Row,
    fitting,
    label,
    message,
    number_in,
    pressed_message,
    shown,
    toast,
)
from storage.activity_lists import OwnLine, own_page

PAGE = 8
MARKS = {"saved": "⏳", "verified": "✅", "returned": "↩️", "withdrawn": "🗑"}


def router() -> Router:
    routes = Router(name="mine")
    routes.message.middleware(Needs(Act.LOG_ACTIVITY))
    routes.callback_query.middleware(Needs(Act.LOG_ACTIVITY))
    routes.message.register(_mine, Typed("kegiatansaya", "myactivities"), Private())
    routes.callback_query.register(_mine_pressed, Pressed("m:kegiatansaya"), Private())
    routes.callback_query.register(_page_pressed, Pressed("al:"), Private())
    return routes


async def _mine(_: Message, work: Work) -> Calls:
    text, rows = await _page(work)
    return [message(work, text, rows)]


async def _mine_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _page(work)
    return [toast(query), message(work, text, rows)]


async def _page_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """``al:o:<number>`` goes on to older ones, ``al:n:<number>`` back to newer ones; anything else
    begins anew."""
    way, _, number = rest.partition(":")
    at = number_in(number) or None
    text, rows = await _page(
        work, before=at if way == "o" else None, after=at if way == "n" else None
    )
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _page(
    work: Work, *, before: int | None = None, after: int | None = None
) -> tuple[str, list[Row]]:
    """One page; one line more than is shown tells whether there is a further page."""
    person = require(work.person, Act.LOG_ACTIVITY)
    session = await work.session()
    found = await own_page(session, person, before=before, after=after, limit=PAGE + 1)
    if not found and (before or after):
        before = after = None
        found = await own_page(session, person, limit=PAGE + 1)
    if not found:
        return work.say("activity-list-empty"), []
    is_more = len(found) > PAGE
    lines = found[-PAGE:] if after else found[:PAGE]
    told = [_told(work, line) for line in lines]
    if after is None:
        count = fitting(told)
        is_more, lines, told = is_more or count < len(lines), lines[:count], told[:count]
    rows: list[Row] = [[(_button(line, lines), f"ac:o:{line.id}")] for line in lines]
    is_first = before is None and (after is None or not is_more)
    turns = [] if is_first else [(label(work, "list-newer"), f"al:n:{lines[0].id}")]
    if after is not None or is_more:
        turns.append((label(work, "list-older"), f"al:o:{lines[-1].id}"))
    return "\n\n".join([work.say("after-list"), *told]), [*rows, turns] if turns else rows


def _told(work: Work, line: OwnLine) -> str:
    told = work.say(
        "activity-list-line",
        receipt=line.receipt,
        title=line.heading(),
        date=line.held_on,
        place=work.around.book.title(line.region, line.held_on),
        photos=str(line.photos),
    )
    return f"{told}\n{work.say(f'after-state-{line.state}')}"


def _button(line: OwnLine, page: Sequence[OwnLine]) -> str:
    """Mark and title; with the day before it where the page has the title twice."""
    heading = line.heading()
    if sum(other.heading() == heading for other in page) > 1:
        heading = f"{line.held_on.day}/{line.held_on.month} {heading}"
    return f"{MARKS.get(line.state, '')} {heading}"
