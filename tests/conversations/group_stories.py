"""How stories about groups begin: a registered kampung, a group, and the bot's standing there."""

from typing import Any

from bot.rules.roles import Role
from storage import kampung
from storage.models import WorkingGroupChat
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE, cadre
from tests.conversations.people import Somebody
from tests.telegram import ME, chat_of

GROUP = -2001
MOVED = -1_000_000_002_001
LINK = "/start@cikar_bot g19-01-01-1001"
OTHER = "19.01.01.1002"


async def registered(bot: RunningBot, village: str = VILLAGE) -> None:
    """A kampung of that village."""
    async with bot.writing() as session:
        await kampung.add_kampung(session, village, f"Kampung {village}", bot.clock.now())


async def bound(bot: RunningBot) -> Somebody:
    """A kader, administrator of the group of the village, which is bound."""
    await registered(bot)
    inside = (await cadre(bot)).in_group(GROUP)
    await inside.says(LINK)
    return inside


async def pending(bot: RunningBot) -> Somebody:
    """A PLKB's group that waits to be confirmed: the bot cannot see who they are there."""
    await registered(bot)
    inside = (await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))).in_group(GROUP)
    bot.telegram.standing[GROUP, inside.id] = ""
    await inside.says(LINK)
    return inside


async def states(bot: RunningBot) -> list[tuple[int, str, str]]:
    return [(one.chat_id, one.region_code, one.state) for one in await bot.rows(WorkingGroupChat)]


async def the_group(bot: RunningBot) -> Any:
    [row] = await bot.rows(WorkingGroupChat)
    return row


async def stands(bot: RunningBot, by: Somebody, status: str, **rights: Any) -> None:
    """The bot's standing in a group changes, by this person's hand."""
    bot.telegram.standing[by.chat, ME["id"]] = status
    (bot.telegram.blocked.add if status in ("kicked", "left") else bot.telegram.blocked.discard)(
        by.chat
    )
    change = {
        "old_chat_member": {"user": ME, "status": "member"},
        "new_chat_member": {"user": ME, "status": status, **FIELDS.get(status, {}), **rights},
        "date": int(bot.clock.now().timestamp()),
        "from": by.account,
        "chat": chat_of(by.chat),
    }
    by.since = by.telegram.stamp
    bot.telegram.bring(my_chat_member=change)
    await bot.turns()


LEADER = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_send_welcome_messages",
)
MUTE = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
FIELDS: dict[str, dict[str, Any]] = {
    "administrator": dict.fromkeys(LEADER, True),
    "restricted": {"is_member": True, "until_date": 0} | dict.fromkeys(MUTE, False),
    "kicked": {"until_date": 0},
}
"""What Telegram says of each standing besides its name."""
