"""Who there is: the people, the groups and the bot itself, as plain data."""

import json
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS: Json = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
    "can_manage_topics": False,
    "can_send_welcome_messages": False,
}
NO_RIGHTS: Json = {
    "is_member": True,
    "can_send_messages": False,
    "can_send_audios": False,
    "can_send_documents": False,
    "can_send_photos": False,
    "can_send_videos": False,
    "can_send_video_notes": False,
    "can_send_voice_notes": False,
    "can_send_polls": False,
    "can_send_other_messages": False,
    "can_add_web_page_previews": False,
    "can_react_to_messages": False,
    "can_edit_tag": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_pin_messages": False,
    "can_manage_topics": False,
    "until_date": 0,
}


@dataclass(slots=True)
class Person:
    """Somebody with the app in their hand. `started`: they have written to the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "id"
    note: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user

    def as_chat(self) -> Json:
        chat: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        for name in ("last_name", "username"):
            if value := getattr(self, name):
                chat[name] = value
        return chat

    def as_json(self) -> Json:
        return {**asdict(self), "role_note": self.note}


@dataclass(slots=True)
class Group:
    """`bot_status` is Telegram's word: left, member, administrator, restricted or kicked.

    `topics` are those of a forum, by message thread: open, closed or deleted. `hides_members`:
    only administrators are shown who is in it. `deactivated`: the group was deleted.
    """

    id: int
    title: str
    type: str = "group"
    members: list[int] = field(default_factory=list)
    admins: list[int] = field(default_factory=list)
    bot_status: str = "left"
    migrated_to: int | None = None
    topics: dict[str, str] = field(default_factory=dict)
    hides_members: bool = False
    deactivated: bool = False

    def as_chat(self) -> Json:
        chat: Json = {"id": self.id, "title": self.title, "type": self.type}
        if self.type == "group":
            chat["all_members_are_administrators"] = False
        if self.topics:
            chat["is_forum"] = True
        return chat

    def as_json(self) -> Json:
        return asdict(self)

    @property
    def has_bot(self) -> bool:
        return self.bot_status in {"member", "administrator", "restricted"}


@dataclass(slots=True)
class Profile:
    """The bot: what getMe says, and what it told Telegram about itself."""

    id: int
    first_name: str = "Sandbox bot"
    username: str = "sandbox_bot"
    privacy_mode: bool = True
    commands: dict[str, list[Json]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }

    def as_me(self) -> Json:
        return {
            **self.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy_mode,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def as_member(self, status: str) -> Json:
        return as_member(self.as_user(), status)

    @property
    def default_commands(self) -> list[Json]:
        """The commands of the widest scope and no language, for the page's menu."""
        return self.commands.get(scope_key({"type": "default"}, ""), [])

    def is_ephemeral(self, command: str, group: int) -> bool:
        """Whether Telegram's apps send this command of a group to the bot's eyes only."""
        scopes: tuple[Json, ...] = (
            {"type": "chat", "chat_id": group},
            {"type": "all_group_chats"},
            {"type": "default"},
        )
        for scope in scopes:
            wanted = scope_key(scope, "")[:-3]
            lists = [rows for key, rows in self.commands.items() if key.startswith(wanted)]
            listed = [row for rows in lists for row in rows]
            if listed:
                return any(row["command"] == command and row.get("is_ephemeral") for row in listed)
        return False


def scope_key(scope: Json, language: str) -> str:
    """One key for each scope and language of commands."""
    return json.dumps([sorted(scope.items()), language])


def as_member(user: Json, status: str) -> Json:
    """A ChatMember of that status."""
    member: Json = {"user": user, "status": status}
    match status:
        case "administrator":
            member |= ADMIN_RIGHTS
        case "creator":
            member["is_anonymous"] = False
        case "restricted":
            member |= NO_RIGHTS
        case "kicked":
            member["until_date"] = 0
    return member


def new_group_id(kind: str) -> int:
    """Basic groups have small negative ids, supergroups begin with -100."""
    number = secrets.randbelow(8 * 10**8) + 10**8
    return -number if kind == "group" else -(10**12) - number
