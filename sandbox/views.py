"""What a person sees of a message, a chat or an event, as JSON for the page and the client."""

from sandbox.events import Event
from sandbox.messages import SERVICE_KEYS
from sandbox.people import Json
from sandbox.render import as_html
from sandbox.world import Entry, World

FILE_KINDS = ("document", "video", "audio", "voice", "sticker", "animation", "video_note")
AS_IS = (
    "edit_date",
    "text",
    "caption",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "media_group_id",
    "forward_origin",
    "message_thread_id",
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


def message_seen(world: World, entry: Entry) -> Json:
    message = entry.message
    sender = message["from"]
    seen: Json = {
        "message_id": entry.id,
        "chat_id": entry.chat_id,
        "from": {key: sender[key] for key in ("id", "is_bot", "first_name")},
        "date": message["date"],
        "seq": entry.seq,
        "protect_content": bool(message.get("has_protected_content")),
        "silent": entry.silent,
        "pinned": entry.pinned,
    }
    for name in AS_IS:
        if name in message:
            seen[name] = message[name]
    _add_text(seen, message)
    _add_files(world, seen, message)
    _add_rest(seen, entry)
    return seen


def _add_text(seen: Json, message: Json) -> None:
    text = message.get("text") or message.get("caption")
    if text is None:
        return
    entities = message.get("entities") or message.get("caption_entities") or []
    seen["entities"] = entities
    seen["html"] = as_html(text, entities)


def _add_files(world: World, seen: Json, message: Json) -> None:
    if "photo" in message:
        size = message["photo"][-1]
        seen["photo"] = _file_seen(world, size)
    for kind in FILE_KINDS:
        if kind in message:
            seen[kind] = _file_seen(world, message[kind])


def _file_seen(world: World, media: Json) -> Json:
    file = world.files.by_id.get(media["file_id"])
    seen: Json = {
        "file_id": media["file_id"],
        "url": f"/user/files/{media['file_unique_id']}",
        "name": file.name if file is not None else media.get("file_name", ""),
        "size": media.get("file_size", 0),
        "mime": file.mime if file is not None else media.get("mime_type", ""),
    }
    for name in ("width", "height", "duration", "emoji"):
        if name in media:
            seen[name] = media[name]
    return seen


def _add_rest(seen: Json, entry: Entry) -> None:
    message = entry.message
    if entry.markup is not None:
        seen["reply_markup"] = entry.markup
    if entry.reaction:
        seen["reaction"] = entry.reaction
    if entry.only_for is not None:
        seen["only_for"] = entry.only_for
    if "reply_to_message" in message:
        seen["reply_to_message_id"] = message["reply_to_message"]["message_id"]
    for key, name in SERVICE_KEYS.items():
        if key in message:
            seen["service"] = name
    if "pinned_message" in message:
        seen["pinned_message_id"] = message["pinned_message"]["message_id"]


def chat_messages(world: World, person: int, chat_id: int) -> list[Json]:
    return [
        message_seen(world, entry)
        for entry in world.entries(chat_id).values()
        if entry.only_for in {None, person}
    ]


def chats_of(world: World, person: int) -> list[Json]:
    """The private chat with the bot, then the groups; upgraded ones only as what they became."""
    chats = [_chat_seen(world, person, person, world.bot.first_name, "private")]
    for group in world.groups.values():
        if person in group.members and group.migrated_to is None:
            chats.append(_chat_seen(world, person, group.id, group.title, group.type))
    return chats


def _chat_seen(world: World, person: int, chat_id: int, title: str, kind: str) -> Json:
    last = next(
        (
            entry
            for entry in reversed(world.entries(chat_id).values())
            if entry.only_for in {None, person}
        ),
        None,
    )
    return {
        "chat_id": chat_id,
        "title": title,
        "type": kind,
        "last_message": None if last is None else message_seen(world, last),
        "preview": "" if last is None else preview(last.message),
        "seq": 0 if last is None else last.seq,
    }


def preview(message: Json) -> str:
    """One short line for a list of chats."""
    text = str(message.get("text") or message.get("caption") or "")
    if text:
        return text.replace("\n", " ")[:80]
    kinds = (*FILE_KINDS, "photo", "location", "contact", "poll", "dice")
    found = next((kind for kind in kinds if kind in message), None)
    return found or next((name for key, name in SERVICE_KEYS.items() if key in message), "")


def event_seen(world: World, event: Event) -> Json:
    """The event, with the message as it is now (not as it was when the event came)."""
    seen: Json = {"seq": event.seq, "kind": event.kind, "chat_id": event.chat_id}
    if event.message_id is not None:
        seen["message_id"] = event.message_id
        entry = world.entry(event.chat_id, event.message_id)
        if entry is not None:
            seen["message"] = message_seen(world, entry)
    if event.person is not None:
        seen["person"] = event.person
    return seen | (event.more or {})
