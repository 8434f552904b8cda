"""/kata: the words that suggest an activity's section, Inpres programme, tags and target groups."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.clock import today
from bot.errors import NotFound
from bot.rules.hint_book import VALUES
from bot.rules.lists import label_of
from bot.rules.regions import PROVINCE
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.access import Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, number_in, pressed_message, shown, toast
from handlers.flows import Ending, Flow, Flows, Memory, Prepared
from handlers.hints_form import NOWHERE, POINT, TRY
from handlers.hints_shown import above, in_title, line, where
from handlers.invite import role_key
from storage import hints
from storage.hints import HintWord

PAGE = 10
MOST_FOUND = 12


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return [Flow(POINT, _may_enter, _pointed, above=above), Flow(TRY, _may_enter, _tried)]


def router() -> Router:
    routes = Router(name="hints")
    routes.message.middleware(Needs(Act.EDIT_HINTS))
    routes.callback_query.middleware(Needs(Act.EDIT_HINTS))
    routes.message.register(_begin, Typed("kata", "words"), Private())
    pressed = routes.callback_query
    pressed.register(_begin_pressed, Pressed("hw:o"), Private())
    pressed.register(_list_pressed, Pressed("hw:l:"), Private())
    pressed.register(_card_pressed, Pressed("hw:c:"), Private())
    pressed.register(_add, Pressed("hw:a:"), Private())
    pressed.register(_edit, Pressed("hw:e:"), Private())
    pressed.register(_remove, Pressed("hw:x:"), Private())
    pressed.register(_reset, Pressed("hw:d:"), Private())
    pressed.register(_try, Pressed("hw:t"), Private())
    return routes


def _editor(work: Work) -> Person:
    """Words count in the whole province: whoever edits them must have it all."""
    return require(work.person, Act.EDIT_HINTS, PROVINCE)


async def _may_enter(work: Work) -> Prepared:
    _editor(work)
    return Prepared({}, {})


async def _begin(_: Message, work: Work) -> Calls:
    _editor(work)
    return [message(work, work.say("hint-what"), _ways(work))]


async def _begin_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    _editor(work)
    text = work.say("hint-what")
    return [toast(query), shown(work, pressed_message(query), text, _ways(work))]


def _ways(work: Work) -> list[Row]:
    kinds = [(label(work, f"hint-kind-{kind}"), f"hw:l:{kind}:0") for kind in VALUES]
    rows: list[Row] = [kinds[:2], kinds[2:]]
    rows.append([(label(work, "hint-try"), "hw:t")])
    rows.append([(label(work, "hint-add"), "hw:a:")])
    return rows


async def _list_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    kind, _, page = rest.partition(":")
    if kind not in VALUES:
        return [toast(query, label(work, "button-unknown"), alert=True)]
    text, rows = await _list(work, kind, number_in(page))
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _list(work: Work, kind: str, page: int) -> tuple[str, list[Row]]:
    """One page of the words of a kind; a page that is no more is the last one."""
    found = await hints.listed(await work.session(), _editor(work), kind)
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages - 1)
    rows = _buttons(work, found[page * PAGE : (page + 1) * PAGE])
    turns = [(label(work, "member-previous"), f"hw:l:{kind}:{page - 1}")] if page else []
    if page + 1 < pages:
        turns.append((label(work, "member-next"), f"hw:l:{kind}:{page + 1}"))
    rows += [turns] if turns else []
    rows.append([(label(work, "hint-add"), f"hw:a:{kind}"), (label(work, "hint-back"), "hw:o")])
    named = label(work, f"hint-kind-{kind}")
    text = work.say("hint-list", kind=named, page=str(page + 1), pages=str(pages))
    return text, rows


def _buttons(work: Work, found: Sequence[HintWord]) -> list[Row]:
    return [[(line(work, one), f"hw:c:{one.key}")] for one in found]


async def _card_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    one = await _open(work, rest)
    text, rows = await _card(work, one)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _open(work: Work, key: str) -> HintWord:
    one = await hints.found(await work.session(), _editor(work), key)
    if one is None:
        raise NotFound("hint-moved-on")
    return one


async def _card(work: Work, one: HintWord) -> tuple[str, list[Row]]:
    """A word: where it points, where it did at first, and who changed it last."""
    kind = label(work, f"hint-kind-{one.kind}")
    lines = [
        work.say("hint-card", word=one.word, kind=kind, value=where(work, one.kind, one.value))
    ]
    if one.default is None:
        lines.append(work.say("hint-card-own"))
    elif one.is_changed:
        lines.append(work.say("hint-card-default", value=where(work, one.kind, one.default)))
    if one.at is not None:
        role = await hints.changed_by(await work.session(), _editor(work), one, work.now)
        by = label(work, role_key(role) if role else "hint-by-nobody")
        lines.append(work.say("hint-card-changed", by=by, day=today(one.at)))
    rows: list[Row] = [[(label(work, "hint-change"), f"hw:e:{one.key}")]]
    if one.value or one.default is None:
        rows.append([(label(work, "hint-remove"), f"hw:x:{one.key}:{one.value}")])
    if one.is_changed and one.default is not None:
        rows.append([(label(work, "hint-reset"), f"hw:d:{one.key}:{one.value}")])
    rows.append([(label(work, "hint-list-back", kind=kind), f"hw:l:{one.kind}:0")])
    return "\n".join(lines), rows


async def _add(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    _editor(work)
    prepared = Prepared({"kind": rest} if rest in VALUES else {}, {})
    return [toast(query), *await flows.open(work, POINT.name, prepared)]


async def _edit(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    one = await _open(work, rest)
    prepared = Prepared({"kind": one.kind, "word": one.word}, {})
    return [toast(query), *await flows.open(work, POINT.name, prepared)]


async def _pointed(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    viewer, session = _editor(work), await work.session()
    kind, word = answers["kind"], answers["word"]
    value = "" if answers["to"] == NOWHERE else answers["to"]
    before = await hints.point(session, viewer, kind, word, value, work.now)
    work.renew_hints()
    told = {"word": word, "value": where(work, kind, value)}
    if before is not None and before.value == value:
        text = work.say("hint-same", **told)
    elif before is None:
        text = work.say("hint-saved", **told)
    else:
        was = where(work, kind, before.value)
        text = work.say("hint-saved", **told) + "\n" + work.say("hint-saved-before", value=was)
    return Ending(
        text,
        (
            ((label(work, "hint-try"), "hw:t"),),
            ((label(work, "hint-add"), f"hw:a:{kind}"), (label(work, "hint-back"), "hw:o")),
        ),
    )


async def _remove(query: CallbackQuery, work: Work, rest: str) -> Calls:
    key, _, was = rest.partition(":")
    one = await hints.remove(await work.session(), _editor(work), key, was, work.now)
    work.renew_hints()
    return await _after(query, work, one, "hint-removed")


async def _reset(query: CallbackQuery, work: Work, rest: str) -> Calls:
    key, _, was = rest.partition(":")
    one = await hints.reset(await work.session(), _editor(work), key, was)
    work.renew_hints()
    return await _after(query, work, one, "hint-was-reset")


async def _after(query: CallbackQuery, work: Work, one: HintWord, key: str) -> Calls:
    """The card as it is now; where the word is gone, the list that it stood on."""
    now = await hints.found(await work.session(), _editor(work), one.key)
    text, rows = await _card(work, now) if now else await _list(work, one.kind, 0)
    said = toast(query, label(work, key, word=one.word))
    return [said, shown(work, pressed_message(query), text, rows)]


async def _try(query: CallbackQuery, work: Work, flows: Flows, rest: str) -> Calls:
    _editor(work)
    return [toast(query), *await flows.open(work, TRY.name, Prepared({}, {}))]


async def _tried(work: Work, answers: Mapping[str, Any], memory: Memory) -> Ending:
    """What a title is taken for, and the words that stand in it or begin so."""
    viewer, session, title = _editor(work), await work.session(), answers["title"]
    current = work.around.hints.current
    lines = [work.say("hint-tried", title=title)]
    inpres = current.inpres(title)
    taken: list[tuple[str, Sequence[str]]] = [
        ("section", current.sections(title)),
        ("inpres", (inpres,) if inpres else ()),
        ("tag", current.tags(title)),
        ("target", current.targets(title)),
    ]
    for kind, values in taken:
        named = tuple(label_of(VALUES[kind], value) for value in values)
        key = "hint-tried-two" if kind == "section" and len(named) > 1 else "hint-tried-line"
        shown_as = named or label(work, "hint-tried-none")
        lines.append(work.say(key, kind=label(work, f"hint-kind-{kind}"), values=shown_as))
    words = [one for kind in VALUES for one in await hints.listed(session, viewer, kind)]
    rows = _buttons(work, in_title(title, words)[:MOST_FOUND])
    if rows:
        lines.append("\n" + work.say("hint-tried-words"))
    rows.append([(label(work, "hint-again"), "hw:t"), (label(work, "hint-back"), "hw:o")])
    return Ending("\n".join(lines), tuple(tuple(row) for row in rows))
