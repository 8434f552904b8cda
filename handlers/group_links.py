"""The link that brings the bot into a group, and what happens when it is opened there."""

from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.forms import Say
from bot.rules.roles import Act
from bot.work import Work
from handlers.calls import Call, Calls, Row, message
from storage.groups import bind_group

RIGHTS = "pin_messages+delete_messages"
"""What the link asks for the bot: to pin, and to delete what would betray somebody."""
ANONYMOUS = 1087968824
"""Telegram's @GroupAnonymousBot, in whose name administrators write who stay unnamed."""
VILLAGE_DOTS = 3


def payload_of(region: str) -> str:
    """A village's code as a ``startgroup`` payload: ``g19-01-02-2003``."""
    return "g" + region.replace(".", "-")


def link_of(work: Work, region: str) -> str:
    """The address that asks for a group and for the bot's rights in it."""
    base = f"https://t.me/{work.around.bot_username}"
    return f"{base}?startgroup={payload_of(region)}&admin={RIGHTS}"


def in_topic(event: Message, call: Call) -> Call:
    """The same message, in the topic of a forum that it answers."""
    if not event.is_topic_message or event.message_thread_id is None:
        return call
    return call.model_copy(update={"message_thread_id": event.message_thread_id})


def answer(event: Message, work: Work, text: str, rows: list[Row] | None = None) -> Calls:
    """A message in the group, or in the topic, that the command was written in."""
    return [in_topic(event, message(work, text, rows or []))]


async def open_link(event: Message, command: CommandObject, work: Work) -> Calls:
    """/start in a group: with a village's payload the group is bound to its kampung."""
    payload = (command.args or "").strip()
    if not payload.startswith("g"):
        return answer(event, work, work.say("group-hello"))
    if is_anonymous(event):
        return answer(event, work, work.say("group-anonymous"))
    region = payload[1:].replace("-", ".")
    if work.around.book.known(region) is None or region.count(".") != VILLAGE_DOTS:
        return answer(event, work, work.say("group-link-wrong"))
    if work.around.book.get(region) is None:
        return answer(event, work, work.say("group-ended"))
    return answer(event, work, await _bind(event, work, region))


async def _bind(event: Message, work: Work, region: str) -> str:
    """Bind the group, and have Telegram asked who bound it; the sentence to say at once."""
    if work.person is None or not work.person.may(Act.BIND_GROUP, region):
        return work.say("refused-bind-group", ask=Say("ask-field-officer"))
    outcome = await bind_group(
        await work.session(),
        work.person,
        event.chat.id,
        region,
        event.chat.title or "",
        work.now,
        topic_id=event.message_thread_id if event.is_topic_message else None,
    )
    if outcome == "checking":
        work.ask_job("group_look", {"chat": event.chat.id})
    return work.say(f"group-{outcome}", place=work.around.book.title(region))


def is_anonymous(event: Message) -> bool:
    """Written in the name of the group itself."""
    by_bot = event.from_user is not None and event.from_user.id == ANONYMOUS
    return by_bot or (event.sender_chat is not None and event.sender_chat.id == event.chat.id)
