"""/anggota: the people of a region, paged; found by name, number or place."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.rules.roles import Act, Person
from bot.work import Work
from handlers import hand_over, member_card, member_grant
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.invite import role_key
from handlers.member_forms import FIND, not_by_itself
from storage.members import MemberLine, listed, name_begun, named, of_phone, tops_within

PAGE = 10
MOST_PLACES = 6
SOON = timedelta(days=30)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]{6,20}")
_CODE = re.compile(r"[0-9.]{0,13}")


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [
        Flow(FIND, not_by_itself, _find),
        *member_card.flows(),
        *member_grant.flows(),
        *hand_over.flows(),
    ]


def router() -> Router:
    routes = Router(name="members")
    routes.message.middleware(Needs(Act.READ_MEMBER))
    routes.callback_query.middleware(Needs(Act.READ_MEMBER))
    routes.message.register(_begin, Typed("anggota", "members"), Private())
    routes.callback_query.register(_begin_pressed, Pressed("m:anggota"), Private())
    routes.callback_query.register(_region_pressed, Pressed("mb:r:"), Private())
    routes.callback_query.register(_on_pressed, Pressed("mb:a:"), Private())
    routes.callback_query.register(_back_pressed, Pressed("mb:b:"), Private())
    routes.callback_query.register(_find_pressed, Pressed("mb:f"), Private())
    routes.callback_query.register(_further_pressed, Pressed("mb:s:"), Private())
    routes.include_routers(member_card.router(), member_grant.router(), hand_over.router())
    return routes


async def _begin(_: Message, work: Work) -> Calls:
    text, rows = await _page(work, "")
    return [message(work, text, rows)]


async def _begin_pressed(query: CallbackQuery, work: Work) -> Calls:
    text, rows = await _page(work, "")
    return [toast(query), message(work, text, rows)]


async def _region_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    text, rows = await _page(work, _code(rest))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _on_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    region, code, number = _place(rest)
    text, rows = await _page(work, region, after=(code, number))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _back_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    region, code, number = _place(rest)
    text, rows = await _page(work, region, before=(code, number))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _find_pressed(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    require(work.person, Act.READ_MEMBER)
    return [toast(query), *await flows.open(work, FIND.name, Prepared({}, {}))]


async def _page(
    work: Work,
    region: str,
    *,
    after: tuple[str, int] | None = None,
    before: tuple[str, int] | None = None,
) -> tuple[str, list[Row]]:
    """One page of the list. One line more than is shown tells whether there is a further page."""
    viewer = require(work.person, Act.READ_MEMBER)
    found = await listed(
        await work.session(),
        viewer,
        work.now,
        region=region or None,
        after=after,
        before=before,
        limit=PAGE + 1,
    )
    is_more = len(found) > PAGE
    lines = found[-PAGE:] if before else found[:PAGE]
    rows: list[Row] = [[(line_label(work, line), f"mb:o:{line.assignment}")] for line in lines]
    turns: list[tuple[str, str]] = []
    if lines and (after is not None or (before is not None and is_more)):
        turns.append((label(work, "member-previous"), _turn("b", region, lines[0])))
    if lines and (is_more or before is not None):
        turns.append((label(work, "member-next"), _turn("a", region, lines[-1])))
    rows += [turns] if turns else []
    rows.append([(label(work, "member-find"), "mb:f")])
    if region:
        rows.append([(label(work, "member-everywhere"), "mb:r:")])
    key = "member-list" if lines else "member-list-empty"
    return work.say(key, place=_places(work, viewer, region)), rows


def _turn(way: str, region: str, line: MemberLine) -> str:
    return f"mb:{way}:{region}:{line.region}:{line.assignment}"


def _places(work: Work, viewer: Person, region: str) -> str:
    titles = [work.around.book.title(top) for top in tops_within(viewer, region or None)]
    shown_ones = titles[:3] + (["…"] if len(titles) > 3 else [])
    return ", ".join(shown_ones) or work.around.book.title(region)


def line_label(work: Work, line: MemberLine) -> str:
    """A line of a list: marks, name, role and place."""
    return label(
        work,
        "member-line",
        marks=marks(work, line),
        name=line.name,
        role=label(work, role_key(line.role)),
        place=work.around.book.title(line.region),
    )


def marks(work: Work, line: MemberLine) -> str:
    """⏸ suspended, ⏳ waits for a second person or its day, ⌛ ends soon, 📵 out of reach."""
    found = "⏸" if line.is_suspended else ""
    found += "⏳" if not line.is_confirmed or line.since > work.now else ""
    found += "⌛" if line.until is not None and line.until <= work.now + SOON else ""
    found += "📵" if not line.is_reachable else ""
    return found or "👤"


async def _find(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """What was typed: a number, a name, or a place."""
    viewer = require(work.person, Act.READ_MEMBER)
    words = answers["words"]
    session = await work.session()
    if _PHONE.fullmatch(words):
        by_number = await of_phone(session, viewer, _e164(words), work.now, limit=PAGE)
        return _found_ending(work, by_number, [])
    found = await named(session, viewer, words, work.now, limit=PAGE)
    places = _places_named(work, viewer, words)
    if not found.lines and found.further is None and len(places) == 1:
        text, rows = await _page(work, places[0])
        return Ending(text, _packed(rows))
    more: list[Row] = [[(work.around.book.title(code), f"mb:r:{code}")] for code in places]
    if found.further is not None:
        more.append([_further(work, len(words), found.further)])
    return _found_ending(work, found.lines, more)


def _further(work: Work, length: int, spot: tuple[int, int]) -> tuple[str, str]:
    return label(work, "member-further"), f"mb:s:{length}:{spot[0]}:{spot[1]}"


def _found_ending(work: Work, lines: Sequence[MemberLine], more: list[Row]) -> Ending:
    rows: list[Row] = [[(line_label(work, line), f"mb:o:{line.assignment}")] for line in lines]
    again = [(label(work, "member-find"), "mb:f"), (label(work, "member-everywhere"), "mb:r:")]
    key = "member-found" if lines or more else "member-found-none"
    return Ending(work.say(key), _packed([*rows, *more, again]))


def _packed(rows: Sequence[Row]) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(tuple(row) for row in rows)


def _places_named(work: Work, viewer: Person, words: str) -> list[str]:
    found = [
        region.code
        for top in tops_within(viewer, None)
        for region in work.around.book.find(words, within=top)
    ]
    return found[:MOST_PLACES]


async def _further_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """On with a search: what was looked for is read off the name where it stopped, so that no
    name ever travels in a button."""
    viewer = require(work.person, Act.READ_MEMBER)
    length, person, assignment = (number_in(part) for part in _parts(rest, 3))
    session = await work.session()
    words = await name_begun(session, person, length)
    found = await named(session, viewer, words, work.now, after=(person, assignment), limit=PAGE)
    more: list[Row] = [[_further(work, length, found.further)]] if found.further else []
    ending = _found_ending(work, found.lines, more)
    return [toast(query), message(work, ending.text, ending.rows)]


def _parts(rest: str, count: int) -> list[str]:
    """What stands between the colons; a forged button's missing parts are empty."""
    parts = rest.split(":")
    return (parts + [""] * count)[:count]


def _place(rest: str) -> tuple[str, str, int]:
    region, code, number = _parts(rest, 3)
    return _code(region), _code(code), number_in(number)


def _code(text: str) -> str:
    return text if _CODE.fullmatch(text) else ""


def _e164(words: str) -> str:
    """A typed number as it is kept: one beginning with 0, 62 or 8 is Indonesian."""
    digits = re.sub(r"\D", "", words)
    if words.lstrip().startswith("+") or digits.startswith("62"):
        return "+" + digits
    return "+62" + digits.removeprefix("0")
