"""One bound group: how it is doing, looking again, letting it go, and confirming one that waits."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.clock import WIB
from bot.errors import NotAllowed, NotFound
from bot.forms import Plain, Say
from bot.notices import note
from bot.rules.roles import Act
from bot.work import Work
from handlers.access import Pressed, Private, require
from handlers.calls import Calls, Row, label, pressed_message, shown, toast
from handlers.group_links import link_of
from storage import group_posts, groups, people
from storage.models import Delivery, WorkingGroupChat
from storage.outbox import Priority


def register(routes: Router) -> None:
    """The buttons of a card, and those that a question about a waiting group carries."""
    pressed = routes.callback_query
    pressed.register(_card_pressed, Pressed("gr:c:"), Private())
    pressed.register(_look, Pressed("gr:l:"), Private())
    pressed.register(_posts_on, Pressed("gr:a:"), Private())
    pressed.register(_posts_off, Pressed("gr:q:"), Private())
    pressed.register(_unbind_asked, Pressed("gr:u:"), Private())
    pressed.register(_unbind, Pressed("gr:x:"), Private())
    pressed.register(_yes, Pressed("gr:y:"), Private())
    pressed.register(_no, Pressed("gr:n:"), Private())


def chat_in(rest: str) -> int:
    """A group's id in a button's data; 0, which is no chat, for anything else that is sent."""
    figures = rest.removeprefix("-")
    if not rest.startswith("-") or not figures.isdecimal() or len(figures) > 15:
        return 0
    return -int(figures)


def state_of(group: WorkingGroupChat) -> Say:
    """How a group is doing, in one word or two."""
    if group.state == "active" and group.can_post is False:
        return Say("group-state-muted")
    return Say(f"group-state-{group.state}")


async def _group(work: Work, rest: str) -> WorkingGroupChat:
    person = require(work.person, Act.BIND_GROUP)
    found = await groups.group_for(await work.session(), person, chat_in(rest))
    if found is None:
        raise NotFound("group-unknown")
    return found


async def _card_pressed(query: CallbackQuery, work: Work, rest: str) -> Calls:
    group = await _group(work, rest)
    text, rows = await _card(work, group)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _card(work: Work, group: WorkingGroupChat) -> tuple[str, list[Row]]:
    """Everything known of a group's health, and what may be done."""
    text = work.say(
        "group-card",
        title=group.title,
        place=work.around.book.title(group.region_code),
        state=state_of(group),
        members=str(group.members) if group.members is not None else Say("group-not-seen"),
        post=_able(group.can_post),
        pin=_able(group.can_pin),
        delete=_able(group.can_delete),
        delivered=group.delivered_at or Say("group-never"),
        seen=group.seen_at or Say("group-never"),
    )
    if group.away_since is not None:
        text += "\n" + work.say("group-away", since=group.away_since)
    if group.topic_id is not None:
        text += "\n" + work.say("group-topic")
    if group.posts_activities:
        text += "\n" + work.say("group-posts")
    chat = group.chat_id
    rows: list[Row] = []
    if work.person is not None and await _is_asked(work, chat):
        rows += [[(label(work, "group-yes"), f"gr:y:{chat}")]]
        rows += [[(label(work, "group-no"), f"gr:n:{chat}")]]
    rows += [
        [(label(work, "group-look"), f"gr:l:{chat}")],
        [_posts_button(work, group)],
        [(label(work, "group-show-link"), link_of(work, group.region_code))],
        [(label(work, "group-unbind"), f"gr:u:{chat}")],
        [(label(work, "group-back"), "gr:p:")],
    ]
    return text, rows


def _posts_button(work: Work, group: WorkingGroupChat) -> tuple[str, str]:
    """Switches one way only, so that a second press changes nothing back."""
    if group.posts_activities:
        return label(work, "group-posts-off"), f"gr:q:{group.chat_id}"
    return label(work, "group-posts-on"), f"gr:a:{group.chat_id}"


async def _is_asked(work: Work, chat: int) -> bool:
    person = require(work.person, Act.BIND_GROUP)
    return await groups.waiting_group(await work.session(), person, chat, work.now) is not None


def _able(can: bool | None) -> Say:
    if can is None:
        return Say("group-not-seen")
    return Say("group-can") if can else Say("group-cannot")


async def _look(query: CallbackQuery, work: Work, rest: str) -> Calls:
    """Have Telegram asked, at most once a minute for a group."""
    group = await _group(work, rest)
    minute = f"{work.now.astimezone(WIB):%Y%m%d%H%M}"
    params = {"chat": group.chat_id, "tell": work.person.id if work.person else 0}
    work.ask_job("group_look", params, once=f"again:{group.chat_id}:{minute}")
    return [toast(query, label(work, "group-looking"))]


async def _posts_on(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return await _switch_posts(query, work, rest, on=True)


async def _posts_off(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return await _switch_posts(query, work, rest, on=False)


async def _switch_posts(query: CallbackQuery, work: Work, rest: str, *, on: bool) -> Calls:
    """Have the group told of each activity, or not; it is told when that begins."""
    person = require(work.person, Act.BIND_GROUP)
    group = await _group(work, rest)
    session = await work.session()
    if await group_posts.set_posting(session, person, group.chat_id, on):
        await session.refresh(group)
        if on and group.state == "active":
            key = "group-posts-begun"
            begun = note(group.chat_id, "id", key, now=work.now, priority=Priority.ANSWER)
            work.add(Delivery, begun)
    text, rows = await _card(work, group)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _unbind_asked(query: CallbackQuery, work: Work, rest: str) -> Calls:
    group = await _group(work, rest)
    place = work.around.book.title(group.region_code)
    text = work.say("group-unbind-sure", title=group.title, place=place)
    rows = [
        [(label(work, "group-unbind-yes"), f"gr:x:{group.chat_id}")],
        [(label(work, "group-back"), f"gr:c:{group.chat_id}")],
    ]
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _unbind(query: CallbackQuery, work: Work, rest: str) -> Calls:
    person = require(work.person, Act.BIND_GROUP)
    group = await _group(work, rest)
    title, chat = group.title, group.chat_id
    village = await groups.unbind(await work.session(), person, chat)
    if village is None:
        raise NotFound("group-unknown")
    place = Plain(work.around.book.title(village))
    if group.away_since is None:
        _tell_group(work, chat, "group-let-go", place)
    rows = [[(label(work, "group-back"), "gr:p:")]]
    text = work.say("group-unbound", title=title, place=place)
    return [toast(query), shown(work, pressed_message(query), text, rows)]


async def _yes(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return await _decide(query, work, rest, is_ours=True)


async def _no(query: CallbackQuery, work: Work, rest: str) -> Calls:
    return await _decide(query, work, rest, is_ours=False)


async def _decide(query: CallbackQuery, work: Work, rest: str, *, is_ours: bool) -> Calls:
    """The first of those asked decides; the group and who bound it are told."""
    if work.person is None:
        raise NotAllowed("refused-unregistered", ask=Say("ask-field-officer"))
    session, chat = await work.session(), chat_in(rest)
    outcome = await groups.decide(session, work.person, chat, work.now, is_ours=is_ours)
    if outcome == "refused":
        raise NotAllowed("group-not-asked", ask=Say("ask-field-officer"))
    if outcome == "late":
        text = work.say("group-decided")
        return [toast(query), shown(work, pressed_message(query), text)]
    group = await session.get(WorkingGroupChat, chat)
    if group is None:
        raise NotFound("group-unknown")
    place = Plain(work.around.book.title(group.region_code))
    _tell_group(work, chat, "group-bound" if is_ours else "group-declined", place)
    await _tell_binder(work, group, f"group-{outcome}-told", place)
    text = work.say(f"group-{outcome}-by-you", title=group.title, place=place)
    return [toast(query), shown(work, pressed_message(query), text)]


def _tell_group(work: Work, chat: int, key: str, place: Plain) -> None:
    work.add(Delivery, note(chat, "id", key, now=work.now, priority=Priority.ANSWER, place=place))


async def _tell_binder(work: Work, group: WorkingGroupChat, key: str, place: Plain) -> None:
    if work.person is not None and group.bound_by == work.person.id:
        return
    known = await people.telegram_id_of(await work.session(), group.bound_by)
    if known is not None and known[0] > 0:
        work.tell(known[0], known[1], key, title=group.title, place=place)
