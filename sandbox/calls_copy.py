"""Copying and forwarding, one or up to a hundred; protected messages stay where they are."""

from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages

from sandbox.calls import Call, answers
from sandbox.calls_delete import check_ids
from sandbox.messages import is_service
from sandbox.people import Json
from sandbox.reach import find_chat, reach
from sandbox.refusals import bad
from sandbox.sending import caption_fields, send, sent
from sandbox.world import Entry, World

CONTENT = (
    "text",
    "entities",
    "photo",
    "video",
    "document",
    "audio",
    "voice",
    "animation",
    "sticker",
    "video_note",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "media_group_id",
)


def content_of(entry: Entry) -> Json:
    return {name: entry.message[name] for name in CONTENT if name in entry.message}


def origin(world: World, entry: Entry) -> Json:
    """Who wrote a forwarded message first."""
    known: Json | None = entry.message.get("forward_origin")
    return known or {
        "type": "user",
        "date": entry.message["date"],
        "sender_user": entry.message["from"],
    }


def _source(call: Call[Any], number: int, verb: str) -> Entry:
    method: Any = call.method
    chat_id = find_chat(call.world, method.from_chat_id)
    entry = call.world.entry(chat_id, number)
    if entry is None:
        raise bad(f"message to {verb} not found")
    if not _may_leave(entry):
        raise bad("message can't be copied" if verb == "copy" else "message can't be forwarded")
    return entry


def _may_leave(entry: Entry) -> bool:
    return not is_service(entry.message) and not entry.message.get("has_protected_content")


def _sources(call: Call[Any]) -> list[Entry]:
    """What of the list can be taken along; the rest is skipped silently."""
    method: Any = call.method
    check_ids(method.message_ids)
    if sorted(set(method.message_ids)) != method.message_ids:
        raise bad("message identifiers must be in a strictly increasing order")
    chat_id = find_chat(call.world, method.from_chat_id)
    found = [call.world.entry(chat_id, number) for number in method.message_ids]
    return [entry for entry in found if entry is not None and _may_leave(entry)]


@answers(CopyMessage)
def copy_message(call: Call[CopyMessage]) -> Json:
    reach(call.world, call.method.chat_id)
    content = content_of(_source(call, call.method.message_id, "copy"))
    content.pop("media_group_id", None)
    caption = call.method.caption
    if caption is not None and "text" not in content:
        for name in ("caption", "caption_entities"):
            content.pop(name, None)
        content |= caption_fields(
            caption, call.given("parse_mode"), call.raw.get("caption_entities")
        )
    return {"message_id": send(call, content).id}


@answers(CopyMessages)
def copy_messages(call: Call[CopyMessages]) -> list[Json]:
    reach(call.world, call.method.chat_id)
    sources = _sources(call)
    if not sources:
        raise bad("there are no messages to copy")
    drop = ("caption", "caption_entities") if call.method.remove_caption else ()
    copies = [
        {name: value for name, value in content_of(entry).items() if name not in drop}
        for entry in sources
    ]
    return [{"message_id": send(call, content).id} for content in copies]


@answers(ForwardMessage)
def forward_message(call: Call[ForwardMessage]) -> Json:
    reach(call.world, call.method.chat_id)
    entry = _source(call, call.method.message_id, "forward")
    content = content_of(entry)
    content.pop("media_group_id", None)
    return sent(call, content | {"forward_origin": origin(call.world, entry)})


@answers(ForwardMessages)
def forward_messages(call: Call[ForwardMessages]) -> list[Json]:
    reach(call.world, call.method.chat_id)
    sources = _sources(call)
    if not sources:
        raise bad("there are no messages to forward")
    forwarded = [
        content_of(entry) | {"forward_origin": origin(call.world, entry)} for entry in sources
    ]
    return [{"message_id": send(call, content).id} for content in forwarded]
