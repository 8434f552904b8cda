"""From a file parameter (attached, already known, or an address) to its part of a message."""

import mimetypes
from typing import Any

from sandbox.calls import Call
from sandbox.files import MOST_PHOTO, MOST_UPLOAD, StoredFile
from sandbox.images import dimensions
from sandbox.params import Upload
from sandbox.people import Json
from sandbox.refusals import WRONG_FILE, Refusal, bad
from sandbox.world import World

ALIKE = {"document", "animation", "audio", "video"}


def fetch(call: Call[Any], kind: str, reference: str) -> StoredFile:
    """The file meant.

    Raises:
        Refusal: 400 for an unknown id, an address, or a missing, empty or wrong file;
            413 above 50 MB.
    """
    if reference.startswith("attach://"):
        name = reference.removeprefix("attach://")
        if (upload := call.uploads.get(name)) is None:
            raise bad(f'file "{name}" not found in the request' if name else WRONG_FILE)
        return keep(call.world, kind, upload)
    if reference.startswith(("http://", "https://")):
        # the sandbox fetches nothing from outside
        raise bad("failed to get HTTP URL content")
    if (file := call.world.files.by_id.get(reference)) is None:
        raise bad(WRONG_FILE)
    if file.kind != kind and not {file.kind, kind} <= ALIKE:
        raise bad(f"type of file mismatch: can't use file of type {file.kind} as {kind}")
    return file


def keep(world: World, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > MOST_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo" and len(upload.data) > MOST_PHOTO:
        raise bad("file is too big")
    mime = upload.mime
    if mime == "application/octet-stream":
        mime = mimetypes.guess_type(upload.name)[0] or mime
    return world.files.add(kind, upload.data, name=upload.name, mime=mime)


def media_content(world: World, file: StoredFile, kind: str) -> Json:
    """The part of a message that holds this file, e.g. `{"photo": [sizes…]}`."""
    match kind:
        case "photo":
            return {"photo": _sizes(world, file)}
        case "video" | "animation" | "video_note":
            media: Json = {**file.reference, "width": 320, "height": 240, "duration": 1}
            if kind == "video_note":
                media = {**file.reference, "length": 240, "duration": 1}
        case "voice" | "audio":
            media = {**file.reference, "duration": 1}
        case "sticker":
            media = {
                **file.reference,
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
                "emoji": "🙂",
            }
        case _:
            media = dict(file.reference)
    if kind not in {"voice", "sticker", "video_note"}:
        media["file_name"] = file.name
    if kind not in {"sticker", "video_note"}:
        media["mime_type"] = file.mime
    content: Json = {kind: media}
    if kind == "animation":
        content["document"] = {**file.reference, "file_name": file.name, "mime_type": file.mime}
    return content


def _sizes(world: World, file: StoredFile) -> list[Json]:
    """A thumbnail and the picture itself; both lead to the same content here."""
    width, height = dimensions(world.files.content(file))
    small = max(1, width * 90 // max(width, height)), max(1, height * 90 // max(width, height))
    thumbnail = world.files.thumbnail(file)
    return [
        {**thumbnail.reference, "width": small[0], "height": small[1]},
        {**file.reference, "width": width, "height": height},
    ]
