"""The bot's own standing: blocked or back in private; put out of a group, muted, or back in."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated

from bot import notices
from bot.work import Work
from handlers.calls import Calls
from storage import people
from storage.group_health import Rights

GONE = ("left", "kicked")
LEADS = ("creator", "administrator")


def router() -> Router:
    routes = Router(name="membership")
    routes.my_chat_member.register(_membership)
    return routes


async def _membership(event: ChatMemberUpdated, work: Work) -> Calls:
    session = await work.session()
    if event.chat.type == "private":
        if event.new_chat_member.status in GONE:
            vault = work.around.vault
            await notices.person_away(session, event.from_user.id, work.now, vault)
            work.wake()
        else:
            await people.set_reachable(session, event.from_user.id, True, work.now)
        work.people_changed = True
        return []
    await _group(event, work)
    return []


async def _group(event: ChatMemberUpdated, work: Work) -> None:
    session, chat = await work.session(), event.chat.id
    rights = rights_in(event)
    if rights is None:
        await notices.group_away(session, chat, work.now)
    elif not rights.can_post:
        await notices.group_muted(session, chat, work.now)
    else:
        await notices.group_back(session, chat, rights, work.now)
    work.wake()


def rights_in(event: ChatMemberUpdated) -> Rights | None:
    """What the bot may do now; None when it is no longer in the group.

    What a group lets its ordinary members do is not in the update: writing counts as allowed
    until a message is refused.
    """
    member = event.new_chat_member
    if member.status in GONE:
        return None
    leads = member.status in LEADS
    return Rights(
        can_post=bool(getattr(member, "can_send_messages", True)),
        can_pin=leads and bool(getattr(member, "can_pin_messages", True)),
        can_delete=leads and bool(getattr(member, "can_delete_messages", True)),
    )
