"""Contents a person may send besides text; where none is given, a small stand-in is made."""

import base64
import binascii
import secrets
from typing import Any

from sandbox.attachments import media_content
from sandbox.calls_send import make_poll
from sandbox.entities import read_text
from sandbox.images import picture
from sandbox.people import Json, Person
from sandbox.refusals import bad
from sandbox.validate import check_caption
from sandbox.world import World

STAND_INS = {
    "photo": ("photo.png", "image/png"),
    "document": ("document.txt", "text/plain"),
    "video": ("video.mp4", "video/mp4"),
    "voice": ("voice.ogg", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "sticker": ("sticker.png", "image/png"),
    "animation": ("animation.mp4", "video/mp4"),
    "video_note": ("note.mp4", "video/mp4"),
}


def file_content(world: World, kind: str, body: Json) -> list[Json]:
    """One message for each of `files`, or a single one with a stand-in."""
    given = body.get("files") or [{}]
    contents = []
    for number, item in enumerate(given):
        caption = item.get("caption") or (body.get("caption") if number == 0 else None)
        size = item.get("size", body.get("size"))
        contents.append(_one(world, kind, {**item, "size": size}, caption, number))
    return contents


def album_contents(world: World, body: Json) -> list[Json]:
    """2–10 pictures that belong together; the first one carries the caption."""
    given: list[Any] = body.get("files") or [{}] * int(body.get("n") or 2)
    if not 2 <= len(given) <= 10:
        raise bad("an album has 2 to 10 items")
    group = {"media_group_id": str(secrets.randbelow(10**17))}
    kind = str(body.get("of") or "photo")
    return [content | group for content in file_content(world, kind, {**body, "files": given})]


def _one(world: World, kind: str, item: Json, caption: str | None, number: int) -> Json:
    name, mime = STAND_INS[kind]
    content = _bytes(item["base64"]) if item.get("base64") else _stand_in(kind, number)
    size = item.get("size")
    file = world.files.add(
        kind,
        content,
        name=str(item.get("name") or name),
        mime=str(item.get("mime") or mime),
        size=None if size is None else int(size),
    )
    fields = media_content(world, file, kind)
    if caption:
        text, entities = read_text(str(caption), None, None)
        check_caption(text)
        fields["caption"] = text
        if entities:
            fields["caption_entities"] = entities
    return fields


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text)
    except (binascii.Error, ValueError):
        raise bad("the file is not base64") from None


def _stand_in(kind: str, number: int) -> bytes:
    if kind in {"photo", "sticker"}:
        return picture(number + secrets.randbelow(5))
    return f"a {kind} made by the sandbox\n".encode()


def contact_of(person: Person, body: Json) -> Json:
    """By default the person's own contact, as the contact button sends it."""
    own = not body.get("phone_number")
    contact: Json = {
        "phone_number": str(body.get("phone_number") or f"+62800{person.id:07d}"),
        "first_name": str(body.get("first_name") or person.first_name),
    }
    if body.get("last_name"):
        contact["last_name"] = str(body["last_name"])
    user = body.get("user_id") or (person.id if own else None)
    if user:
        contact["user_id"] = int(user)
    return {"contact": contact}


def poll_content(body: Json) -> Json:
    options = [str(option) for option in body.get("options") or ["Ya", "Tidak"]]
    question = str(body.get("question") or "Setuju?")
    return {"poll": make_poll(question, options, kind=str(body.get("type") or "regular"))}
