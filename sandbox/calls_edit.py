"""Changing what the bot has sent: texts, captions, keyboards, media, reactions."""

from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SetMessageReaction,
)

from sandbox.calls import Call, answers
from sandbox.calls_media import album_item
from sandbox.calls_send import text_content
from sandbox.messages import changed
from sandbox.people import Json
from sandbox.reach import reach
from sandbox.refusals import NOT_MODIFIED, bad
from sandbox.sending import caption_of, markup_of
from sandbox.world import Entry

MEDIA = ("photo", "video", "document", "audio", "animation", "voice")
TEXT_FIELDS = ("text", "entities")
CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")


def own_message(call: Call[Any]) -> Entry:
    """The bot's own message that is meant, if it may be edited."""
    method: Any = call.method
    if method.chat_id is None:
        raise bad("chat_id is empty")
    chat_id = reach(call.world, method.chat_id)
    if not method.message_id:
        raise bad("message identifier is not specified")
    entry = call.world.entry(chat_id, method.message_id)
    if entry is None:
        raise bad("message to edit not found")
    keyboard = entry.markup is not None and "inline_keyboard" not in entry.markup
    forwarded = "forward_origin" in entry.message
    if not entry.by_bot or keyboard or forwarded:
        # a message sent with a reply keyboard can't be edited either
        raise bad("message can't be edited")
    return entry


def replace(call: Call[Any], entry: Entry, fields: tuple[str, ...], content: Json) -> Json:
    """Puts new content and the new keyboard (none given: none) into the message."""
    markup = markup_of(call, private=entry.chat_id > 0)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    if markup is not None and not any(markup["inline_keyboard"]):
        markup = None
    old = {name: entry.message[name] for name in fields if name in entry.message}
    if old == content and entry.message.get("reply_markup") == markup:
        raise bad(NOT_MODIFIED)
    message = {key: value for key, value in entry.message.items() if key not in fields}
    message.pop("reply_markup", None)
    message.update(content)
    if markup is not None:
        message["reply_markup"] = markup
    entry.message = message
    entry.markup = markup
    changed(call.world, entry)
    return entry.message


@answers(EditMessageText)
def edit_message_text(call: Call[EditMessageText]) -> Json:
    content = text_content(call)
    entry = own_message(call)
    if "text" not in entry.message:
        raise bad("there is no text in the message to edit")
    return replace(call, entry, TEXT_FIELDS, content)


@answers(EditMessageCaption)
def edit_message_caption(call: Call[EditMessageCaption]) -> Json:
    content = caption_of(call)
    entry = own_message(call)
    if not any(kind in entry.message for kind in MEDIA):
        raise bad("there is no caption in the message to edit")
    return replace(call, entry, CAPTION_FIELDS, content)


@answers(EditMessageReplyMarkup)
def edit_message_reply_markup(call: Call[EditMessageReplyMarkup]) -> Json:
    return replace(call, own_message(call), (), {})


@answers(EditMessageMedia)
def edit_message_media(call: Call[EditMessageMedia]) -> Json:
    entry = own_message(call)
    content = album_item(call, call.raw["media"])
    if "media_group_id" in entry.message and set(content) & {"animation", "voice"}:
        raise bad("can't use the media of the specified type in the album")
    return replace(call, entry, MEDIA + CAPTION_FIELDS + TEXT_FIELDS, content)


@answers(SetMessageReaction)
def set_message_reaction(call: Call[SetMessageReaction]) -> bool:
    chat_id = reach(call.world, call.method.chat_id)
    entry = call.world.entry(chat_id, call.method.message_id)
    if entry is None:
        raise bad("message to react not found")
    reaction: list[Json] = call.raw.get("reaction") or []
    if len(reaction) > 1:
        raise bad("REACTIONS_TOO_MANY")
    entry.reaction = reaction
    changed(call.world, entry, edited=False, kind="reaction")
    return True
