"""Sending files: photos, documents, videos, sounds, stickers, and albums of them."""

import secrets
from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
)

from sandbox.attachments import fetch, media_content
from sandbox.calls import Call, answers
from sandbox.people import Json
from sandbox.reach import reach
from sandbox.refusals import bad
from sandbox.sending import caption_fields, caption_of, send, sent


def _send_file(call: Call[Any], kind: str) -> Json:
    caption = caption_of(call)
    chat_reached_first(call)
    file = fetch(call, kind, str(call.raw[kind]))
    return sent(call, {**media_content(call.world, file, kind), **caption})


def chat_reached_first(call: Call[Any]) -> None:
    """A chat that cannot be reached is refused before its file is kept."""
    reach(call.world, call.method.chat_id)


@answers(SendPhoto)
def send_photo(call: Call[SendPhoto]) -> Json:
    return _send_file(call, "photo")


@answers(SendDocument)
def send_document(call: Call[SendDocument]) -> Json:
    return _send_file(call, "document")


@answers(SendVideo)
def send_video(call: Call[SendVideo]) -> Json:
    return _send_file(call, "video")


@answers(SendAudio)
def send_audio(call: Call[SendAudio]) -> Json:
    return _send_file(call, "audio")


@answers(SendVoice)
def send_voice(call: Call[SendVoice]) -> Json:
    return _send_file(call, "voice")


@answers(SendAnimation)
def send_animation(call: Call[SendAnimation]) -> Json:
    return _send_file(call, "animation")


@answers(SendVideoNote)
def send_video_note(call: Call[SendVideoNote]) -> Json:
    return _send_file(call, "video_note")


@answers(SendSticker)
def send_sticker(call: Call[SendSticker]) -> Json:
    return _send_file(call, "sticker")


@answers(SendMediaGroup)
def send_media_group(call: Call[SendMediaGroup]) -> list[Json]:
    items: list[Json] = call.raw["media"]
    if not 2 <= len(items) <= 10:
        raise bad("invalid number of messages to send specified: album must have 2-10 items")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad("documents and audio files can't be mixed with other types in an album")
    chat_reached_first(call)
    contents = [album_item(call, item) for item in items]
    group = {"media_group_id": str(secrets.randbelow(10**17))}
    return [send(call, {**content, **group}).message for content in contents]


def album_item(call: Call[Any], item: Json) -> Json:
    """One InputMedia as the content of a message."""
    kind = item["type"]
    caption = caption_fields(
        item.get("caption"), item.get("parse_mode"), item.get("caption_entities")
    )
    file = fetch(call, kind, str(item["media"]))
    return {**media_content(call.world, file, kind), **caption}
