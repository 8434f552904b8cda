"""/lapor and /darurat in a group: nobody else there may learn who asked.

Chosen from Telegram's list the command is ephemeral, and so is its answer. Typed where all can
read it, it is deleted, and answered in private only: anything said in the group would point at
the message that has just gone.
"""

from aiogram.types import Message

from bot import texts
from bot.forms import Say
from bot.work import Work
from handlers.calls import Call, Calls, Fleeting, keyboard, label, new_message
from handlers.group_links import is_anonymous
from handlers.report import hotline_lines
from storage.groups import bound_group
from storage.outbox import Priority


async def alarm(event: Message, work: Work) -> Calls:
    """The numbers to call and the way to the report, for one pair of eyes."""
    sender = event.from_user.id if event.from_user is not None else 0
    if event.ephemeral_message_id is not None:
        return [_ephemeral(event, work, sender, event.ephemeral_message_id)]
    if work.around.vault is None:
        # Without a key nothing may be queued: a clear row would say who asked.
        return [] if is_anonymous(event) else [_fleeting(work, sender, _text(work), _link(work))]
    _delete(event, work)
    if is_anonymous(event):
        return []
    _tell_in_private(work, sender)
    if work.person is None and await _leads(work):
        # Perhaps they never opened the bot, and cannot be written to. An administrator may show
        # a message to one member alone.
        return [_ephemeral(event, work, sender, None)]
    return []


def _delete(event: Message, work: Work) -> None:
    """Take the visible command away, where the bot may; sealed, as the row names the message."""
    work.send(
        work.chat,
        "deleteMessage",
        {"message_id": event.message_id},
        priority=Priority.DELETION,
        secret=True,
    )


def _tell_in_private(work: Work, sender: int) -> None:
    """To their own chat with the bot. Who never opened it cannot be reached: that row ends, and
    says nothing of anybody."""
    work.send(
        sender,
        "sendMessage",
        {
            "text": _text(work),
            "parse_mode": "HTML",
            "reply_markup": {
                "inline_keyboard": [
                    [{"text": _words("group-alarm-report", work), "callback_data": "m:lapor"}]
                ]
            },
        },
        priority=Priority.DELETION,
        secret=True,
    )


async def _leads(work: Work) -> bool:
    """Whether the bot was seen as an administrator of this group."""
    group = await bound_group(await work.session(), work.chat)
    return group is not None and bool(group.can_delete or group.can_pin)


def _ephemeral(event: Message, work: Work, sender: int, answered: int | None) -> Call:
    """A message in the group that only ``sender`` sees (Bot API 10.2). Within 15 seconds it may
    answer their own ephemeral command; without one only an administrator may send it."""
    call = _fleeting(work, work.chat, _text(work), _link(work))
    fields: dict[str, object] = {"ephemeral_message_parameters": {"receiver_user_id": sender}}
    if answered is not None:
        fields["reply_parameters"] = {"ephemeral_message_id": answered}
    if event.is_topic_message and event.message_thread_id is not None:
        fields["message_thread_id"] = event.message_thread_id
    return call.model_copy(update=fields)


def _fleeting(work: Work, chat: int, text: str, rows: list[list[tuple[str, str]]]) -> Call:
    made = new_message(chat, text, keyboard(rows))
    return Fleeting.model_construct(**dict(made))


def _text(work: Work) -> str:
    return f"{work.say('group-alarm')}\n{hotline_lines(work)}"


def _link(work: Work) -> list[list[tuple[str, str]]]:
    link = f"https://t.me/{work.around.bot_username}?start=lapor"
    return [[(label(work, "group-open-private"), link)]]


def _words(key: str, work: Work) -> str:
    return texts.plain_of(Say(key), work.language)
