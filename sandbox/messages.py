"""Putting messages into chats, changing them and taking them away, with all who must know."""

from typing import Any

from sandbox.people import Group, Json
from sandbox.world import Entry, World

SERVICE_KEYS = {
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "migrate_to_chat_id": "upgraded",
    "migrate_from_chat_id": "upgraded",
    "pinned_message": "pinned",
    "group_chat_created": "created",
    "forum_topic_created": "topic",
}


def post(
    world: World,
    chat_id: int,
    sender: Json,
    content: Json,
    *,
    markup: Json | None = None,
    reply_to: Entry | None = None,
    silent: bool = False,
    protect: bool = False,
    only_for: int | None = None,
) -> Entry:
    """Adds a message and tells the people's side. `content` is the rest of the Bot API message."""
    message: Json = {
        "message_id": world.next_message_id(chat_id),
        "from": sender,
        "chat": world.chat_json(chat_id),
        "date": int(world.clock.time()),
    }
    message.update(content)
    if reply_to is not None:
        message["reply_to_message"] = {
            key: value for key, value in reply_to.message.items() if key != "reply_to_message"
        }
    if protect:
        message["has_protected_content"] = True
    if markup and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    entry = Entry(message, by_bot=sender["is_bot"], markup=markup, silent=silent, only_for=only_for)
    world.entries(chat_id)[entry.id] = entry
    entry.seq = world.events.put("message", chat_id, entry.id, only_for)
    world.changed.fire()
    return entry


def changed(world: World, entry: Entry, *, edited: bool = True, kind: str = "edited") -> None:
    """Tells that a message is different now."""
    if edited:
        entry.message["edit_date"] = int(world.clock.time())
    entry.seq = world.events.put(kind, entry.chat_id, entry.id, entry.only_for)
    world.changed.fire()


def remove(world: World, entry: Entry) -> None:
    del world.chats[entry.chat_id][entry.id]
    world.events.put("deleted", entry.chat_id, entry.id)
    world.changed.fire()


def tell_bot(world: World, entry: Entry, kind: str = "message") -> int | None:
    """Queues the message for the bot, unless privacy mode hides it. Returns the update's id."""
    group = world.groups.get(entry.chat_id)
    if group is not None and not _bot_may_see(world, group, entry.message):
        return None
    if entry.only_for is not None and not entry.by_bot and (group is None or not group.has_bot):
        return None
    return world.updates.put(kind, for_bot(world, entry), entry.chat_id)


def for_bot(world: World, entry: Entry) -> Json:
    """A message as the bot is given it: an ephemeral one has the number 0, and one of its own."""
    if entry.only_for is None:
        return entry.message
    shown = {**entry.message, "message_id": 0, "ephemeral_message_id": entry.id}
    if entry.by_bot:
        shown["receiver_user"] = world.people[entry.only_for].as_user()
    return shown


def _bot_may_see(world: World, group: Group, message: Json) -> bool:
    """Privacy mode: commands, replies to the bot and service messages; admins see everything."""
    if not group.has_bot:
        return False
    if not world.bot.privacy_mode or group.bot_status == "administrator" or is_service(message):
        return True
    reply = message.get("reply_to_message")
    if reply is not None and reply["from"]["id"] == world.bot.id:
        return True
    return _is_command_for(message, world.bot.username)


def _is_command_for(message: Json, username: str) -> bool:
    text: str = message.get("text") or message.get("caption") or ""
    entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
    for entity in entities:
        if entity["type"] != "bot_command":
            continue
        command = text[entity["offset"] : entity["offset"] + entity["length"]]
        _, _, addressee = command.partition("@")
        if not addressee or addressee.lower() == username.lower():
            return True
    return False


def is_service(message: Json) -> bool:
    return any(key in message for key in SERVICE_KEYS)


def bot_member_update(world: World, chat_id: int, actor: Json, old: str, new: str) -> int | None:
    """my_chat_member: the bot was blocked, unblocked, added, kicked or given other rights."""
    body: dict[str, Any] = {
        "chat": world.chat_json(chat_id),
        "from": actor,
        "date": int(world.clock.time()),
        "old_chat_member": world.bot.as_member(old),
        "new_chat_member": world.bot.as_member(new),
    }
    world.events.put("chat", chat_id)
    world.changed.fire()
    return world.updates.put("my_chat_member", body, chat_id)
