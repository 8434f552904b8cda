"""POKJA groups: bound to a kampung by a link, and answered only with what belongs there."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.errors import NotAllowed
from bot.forms import Say
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.access import InGroup, Needs, Pressed, Private, Typed, require
from handlers.calls import Calls, Row, label, message, toast
from storage import outbox, people, territory

PRIVATE_COMMANDS = {
    "kegiatan": "kegiatan",
    "activity": "kegiatan",
    "siaran": "siaran",
    "broadcast": "siaran",
    **dict.fromkeys(
        (
            "kasus",
            "cases",
            "undang",
            "invite",
            "kegiatansaya",
            "myactivities",
            "batal",
            "cancel",
            "bahasa",
            "language",
        ),
        "menu",
    ),
}
VILLAGE_DOTS = 3
MOST_LINKS = 40
GONE = ("left", "kicked")


def router() -> Router:
    """Everything written in a group ends here: commands are answered, talk is dropped unread."""
    routes = Router(name="groups")
    routes.message.filter(InGroup())
    routes.message.register(_bind, Typed("start"))
    routes.message.register(_report, Typed("lapor", "report", "darurat", "emergency"))
    routes.message.register(_elsewhere, Typed(*PRIVATE_COMMANDS))
    routes.message.register(_here, Typed("bantuan", "help", "menu", "grup", "group"))
    routes.message.register(_privacy, Typed("privasi", "privacy"))
    routes.message.register(_service)
    return routes


def membership_router() -> Router:
    routes = Router(name="membership")
    routes.my_chat_member.register(_membership)
    return routes


def links_router() -> Router:
    """In private: the links by which a group is bound."""
    routes = Router(name="group-links")
    routes.message.middleware(Needs(Act.BIND_GROUP))
    routes.callback_query.middleware(Needs(Act.BIND_GROUP))
    routes.message.register(_links, Typed("grup", "group"), Private())
    routes.callback_query.register(_links_pressed, Pressed("m:grup"), Private())
    return routes


def payload_of(region: str) -> str:
    """A village's code as a ``startgroup`` payload: ``g19-01-02-2003``."""
    return "g" + region.replace(".", "-")


async def _links(_: Message, work: Work) -> Calls:
    return await _show_links(work)


async def _links_pressed(query: CallbackQuery, work: Work) -> Calls:
    return [toast(query), *await _show_links(work)]


async def _show_links(work: Work) -> Calls:
    person = require(work.person, Act.BIND_GROUP)
    kampung = await territory.kampung_of(await work.session(), person, Act.BIND_GROUP)
    if not kampung:
        return [message(work, work.say("group-no-kampung"))]
    base = f"https://t.me/{work.around.bot_username}?startgroup="
    rows: list[Row] = [
        [(label(work, "group-link", name=name), base + payload_of(code))]
        for code, name in kampung[:MOST_LINKS]
    ]
    return [message(work, work.say("group-how"), rows)]


async def _bind(event: Message, command: CommandObject, work: Work) -> Calls:
    payload = (command.args or "").strip()
    if not payload.startswith("g"):
        return [message(work, work.say("group-hello"))]
    region = payload[1:].replace("-", ".")
    if work.around.book.get(region) is None or region.count(".") != VILLAGE_DOTS:
        return [message(work, work.say("group-link-wrong"))]
    person = _responsible(work, region)
    outcome = await territory.bind_group(
        await work.session(), person, event.chat.id, region, event.chat.title or "", work.now
    )
    return [message(work, work.say(f"group-{outcome}", place=work.around.book.title(region)))]


def _responsible(work: Work, region: str) -> Person:
    if work.person is None or not work.person.may(Act.BIND_GROUP, region):
        raise NotAllowed("refused-bind-group", ask=Say("ask-field-officer"))
    return work.person


async def _report(_: Message, work: Work) -> Calls:
    """Nothing about a case belongs in a group: only the way to the private chat."""
    return _private(work, "group-report", "lapor")


async def _elsewhere(_: Message, command: CommandObject, work: Work) -> Calls:
    return _private(work, "group-private", PRIVATE_COMMANDS[command.command.casefold()])


def _private(work: Work, key: str, payload: str) -> Calls:
    link = f"https://t.me/{work.around.bot_username}?start={payload}"
    return [message(work, work.say(key), [[(label(work, "group-open-private"), link)]])]


async def _privacy(_: Message, work: Work) -> Calls:
    return [message(work, work.say("privacy-notice"))]


async def _here(_: Message, work: Work) -> Calls:
    region = await territory.group_region(await work.session(), work.chat)
    if region is None:
        return [message(work, work.say("group-hello"))]
    return [message(work, work.say("group-help", place=work.around.book.title(region)))]


async def _service(event: Message, work: Work) -> Calls:
    """A group's new id is noted; everything else was not meant for the bot."""
    if event.migrate_to_chat_id is not None:
        await _migrate(work, event.chat.id, event.migrate_to_chat_id)
    elif event.migrate_from_chat_id is not None:
        await _migrate(work, event.migrate_from_chat_id, event.chat.id)
    return []


async def _migrate(work: Work, old: int, new: int) -> None:
    session = await work.session()
    await territory.migrate_group(session, old, new)
    await outbox.migrate_chat(session, old, new)


async def _membership(event: ChatMemberUpdated, work: Work) -> Calls:
    """Blocked or back in private; put out of a group or let in again."""
    is_gone = event.new_chat_member.status in GONE
    session = await work.session()
    if event.chat.type == "private":
        await people.set_reachable(session, event.from_user.id, not is_gone, work.now)
        work.people_changed = True
    elif is_gone:
        await territory.set_group_state(session, event.chat.id, "unreachable")
    else:
        await territory.revive_group(session, event.chat.id)
    return []
