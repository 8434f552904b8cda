"""The queue of activities that wait to be checked, page by page, and a page found right at once."""

import re
import zlib
from collections.abc import Sequence

from aiogram.types import CallbackQuery

from bot.rules.activity_after import spoken_title
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import require
from handlers.activity_told import announce
from handlers.calls import Calls, Row, label, number_in, pressed_message, shown, toast
from storage.activity_checks import Seen, verify
from storage.activity_lists import OwnLine, waiting, waiting_count

PAGE = 8
MOST_COUNTED = 1000
_CODE = re.compile(r"[0-9.]{0,13}")
Spot = tuple[str, int]
"""Village and number that a page of the queue begins behind."""


def spot(at: Sequence[str]) -> Spot:
    """Out of a button's data; the beginning for anything that is none."""
    if len(at) != 2 or not _CODE.fullmatch(at[0]):
        return "", 0
    return at[0], number_in(at[1])


async def page(work: Work, at: Spot = ("", 0)) -> tuple[str, list[Row]]:
    """One page of the queue; from its beginning when there is nothing behind ``at`` any more."""
    viewer = require(work.person, Act.VERIFY_ACTIVITY)
    session = await work.session()
    found = await waiting(session, viewer, after=at, limit=PAGE + 1)
    if not found and at[1]:
        at, found = ("", 0), await waiting(session, viewer, limit=PAGE + 1)
    if not found:
        return work.say("after-queue-empty"), []
    lines = found[:PAGE]
    counted = await waiting_count(session, viewer, MOST_COUNTED)
    key = "after-queue" if counted < MOST_COUNTED else "after-queue-many"
    told = [_told(work, place, line) for place, line in enumerate(lines, 1)]
    rows: list[Row] = [
        [(f"{place}. {_title(line)}", f"av:o:{line.id}")] for place, line in enumerate(lines, 1)
    ]
    if len(lines) > 1:
        all_of = label(work, "after-all", count=str(len(lines)))
        rows.append([(all_of, f"av:a:{at[0]}:{at[1]}:{_sign(lines)}")])
    turns = [(label(work, "after-first"), "av:l")] if at[1] else []
    if len(found) > PAGE:
        turns.append((label(work, "after-next"), f"av:l:{lines[-1].region}:{lines[-1].id}"))
    return "\n\n".join([work.say(key, count=str(counted)), *told]), [
        *rows,
        turns,
    ] if turns else rows


def _title(line: OwnLine) -> str:
    return spoken_title(line.title, line.section)


def _told(work: Work, place: int, line: OwnLine) -> str:
    return work.say(
        "after-queue-line-changed" if line.revision else "after-queue-line",
        number=str(place),
        title=_title(line)[:120],
        date=line.held_on,
        place=work.around.book.title(line.region, line.held_on),
        photos=str(line.photos),
    )


def _sign(lines: Sequence[OwnLine]) -> str:
    """Stands for exactly these activities as they are now."""
    return f"{zlib.crc32(repr([(one.id, one.revision) for one in lines]).encode()):08x}"


def onwards(work: Work) -> list[Row]:
    """The way from one that is decided to the next."""
    return [[(label(work, "after-back-queue"), "av:l")]]


async def whole_page(query: CallbackQuery, work: Work, at: Spot, sign: str, *, sure: bool) -> Calls:
    """A page at once, after a question that names how many. A page that has changed since it was
    shown is shown anew, and nothing is decided."""
    viewer = require(work.person, Act.VERIFY_ACTIVITY)
    session = await work.session()
    lines = await waiting(session, viewer, after=at, limit=PAGE)
    if not lines or _sign(lines) != sign:
        text, rows = await page(work, at)
        told = f"{work.say('after-page-changed')}\n\n{text}"
        return [toast(query), shown(work, pressed_message(query), told, rows)]
    count = str(len(lines))
    if not sure:
        rows = [
            [(label(work, "after-all-yes", count=count), f"av:A:{at[0]}:{at[1]}:{sign}")],
            [(label(work, "after-all-no"), f"av:l:{at[0]}:{at[1]}")],
        ]
        text = work.say("after-all-sure", count=count, titles=tuple(_title(one) for one in lines))
        return [toast(query), shown(work, pressed_message(query), text, rows)]
    seen = [Seen(one.id, one.revision, "saved") for one in lines]
    taken = await verify(session, viewer, seen, work.now)
    await announce(work, taken)
    text = work.say("after-all-done", count=str(len(taken)))
    return [toast(query), shown(work, pressed_message(query), text, onwards(work))]
