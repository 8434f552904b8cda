"""What the bot answers in a group: only what belongs there; talk is dropped unread."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.rules.commands import OFFERED
from bot.work import Work
from handlers.access import InGroup, Typed
from handlers.calls import Calls, Row, label
from handlers.group_alarm import alarm
from handlers.group_links import answer, open_link
from storage import groups, outbox

ALARMS = ("lapor", "darurat")
HERE = ("bantuan", "grup")
"""Commands answered in a group, and offered there; all others are begun in private. /menu is
answered as help is, without being offered."""
ENTRANCES = ("kegiatan", "siaran", "daftar", "privasi")
"""Commands whose name as a payload leads to that very part; others lead to the menu."""


def _words(*names: str) -> tuple[str, ...]:
    chosen = [one for one in OFFERED if one.name in names]
    return tuple({word for one in chosen for word in (one.name, one.english)})


ELSEWHERE = {
    word: one.name if one.name in ENTRANCES else "menu"
    for one in OFFERED
    if one.name not in (*ALARMS, *HERE, "menu")
    for word in (one.name, one.english)
}
"""Every other command there is, and the payload that goes on with it in private."""


def router() -> Router:
    """Everything written in a group ends here: commands are answered, talk is dropped unread."""
    routes = Router(name="groups")
    routes.message.filter(InGroup())
    routes.message.register(open_link, Typed("start"))
    routes.message.register(alarm, Typed(*_words(*ALARMS)))
    routes.message.register(_elsewhere, Typed(*ELSEWHERE))
    routes.message.register(_here, Typed(*_words(*HERE, "menu")))
    routes.message.register(_service)
    return routes


async def _elsewhere(event: Message, command: CommandObject, work: Work) -> Calls:
    payload = ELSEWHERE[command.command.casefold()]
    return answer(event, work, work.say("group-private"), _way_in(work, payload))


def _way_in(work: Work, payload: str) -> list[Row]:
    link = f"https://t.me/{work.around.bot_username}?start={payload}"
    return [[(label(work, "group-open-private"), link)]]


async def _here(event: Message, work: Work) -> Calls:
    region = await groups.group_region(await work.session(), work.chat)
    if region is None:
        return answer(event, work, work.say("group-hello"))
    text = work.say("group-help", place=work.around.book.title(region))
    return answer(event, work, text, _way_in(work, "menu"))


async def _service(event: Message, work: Work) -> Calls:
    """A group's new id is noted; everything else was not meant for the bot."""
    if event.migrate_to_chat_id is not None:
        await _migrate(work, event.chat.id, event.migrate_to_chat_id)
    elif event.migrate_from_chat_id is not None:
        await _migrate(work, event.migrate_from_chat_id, event.chat.id)
    return []


async def _migrate(work: Work, old: int, new: int) -> None:
    session = await work.session()
    await groups.migrate_group(session, old, new)
    await outbox.migrate_chat(session, old, new)
    if await groups.bound_group(session, new) is not None:
        work.ask_job("group_look", {"chat": new}, once=f"moved:{new}")
