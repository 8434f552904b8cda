"""Reading a Bot API request, in whichever of its encodings, into aiogram's own method type."""

import functools
import json
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any
from urllib.parse import parse_qsl

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from aiohttp import web
from pydantic import ValidationError

from sandbox.people import Json
from sandbox.refusals import QUERY_TOO_OLD, Refusal, bad

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    kind.__api_method__.lower(): kind
    for name in aiogram.methods.__all__
    if isinstance(kind := getattr(aiogram.methods, name), type)
    and issubclass(kind, TelegramMethod)
    and kind is not TelegramMethod
}
_PLAIN = (str, int, float, bool, NoneType, Default, InputFile)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime: str
    data: bytes


async def read(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters of the query string and the body, and the files among them."""
    params: Json = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return params, {}
    match request.content_type:
        case "application/json":
            return params | read_json(await request.text()), {}
        case "multipart/form-data":
            fields, uploads = split_form(await request.post())
            return params | fields, uploads
        case _:
            pairs = parse_qsl(await request.text(), keep_blank_values=True)
            return params | dict(pairs), {}


def read_json(text: str) -> Json:
    try:
        body = json.loads(text or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad("can't parse JSON object")
    return body


def split_form(form: Mapping[str, Any]) -> tuple[Json, dict[str, Upload]]:
    """Text fields and files; a file sent as the field itself is named as if it were attached."""
    fields: Json = {}
    uploads: dict[str, Upload] = {}
    for name, value in form.items():
        if isinstance(value, web.FileField):
            mime = value.content_type or "application/octet-stream"
            uploads[name] = Upload(value.filename, mime, value.file.read())
            fields[name] = f"attach://{name}"
        elif isinstance(value, bytes | bytearray):
            uploads[name] = Upload(name, "application/octet-stream", bytes(value))
            fields[name] = f"attach://{name}"
        else:
            fields[name] = value
    return fields, uploads


@functools.cache
def _nested_fields(kind: type[TelegramMethod[Any]]) -> frozenset[str]:
    """Fields that hold objects or lists, and so arrive as JSON text in a form."""
    return frozenset(
        name for name, field in kind.model_fields.items() if not _is_plain(field.annotation)
    )


def _is_plain(annotation: Any) -> bool:
    options = typing.get_args(annotation) if _is_union(annotation) else (annotation,)
    return any(isinstance(option, type) and option in _PLAIN[:1] for option in options) or all(
        isinstance(option, type) and issubclass(option, _PLAIN) for option in options
    )


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) is not None and typing.get_origin(annotation) is not list


def decode(kind: type[TelegramMethod[Any]], params: Json) -> Json:
    """The parameters with nested JSON read; empty values are as if they were not there."""
    nested = _nested_fields(kind)
    decoded: Json = {}
    for name, value in params.items():
        if value is None or name not in kind.model_fields:
            continue
        read = _read_field(name, value, nested=name in nested)
        if read in (None, "") and name in nested:
            continue
        decoded[name] = read
    return decoded


def _read_field(name: str, value: Any, *, nested: bool) -> Any:
    if nested and isinstance(value, str):
        try:
            value = json.loads(value or "null")
        except ValueError:
            raise _unreadable(name) from None
    elif name == "text" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None if name == "reply_markup" and not value else value


def parse(kind: type[TelegramMethod[Any]], decoded: Json) -> TelegramMethod[Any]:
    """The call as aiogram's method.

    Raises:
        Refusal: 400 in Telegram's words for what is missing or malformed.
    """
    try:
        return kind.model_validate(decoded)
    except ValidationError as error:
        raise _in_telegrams_words(error) from None


def given(value: Any) -> Any:
    """aiogram marks what was left out with a `Default`; here that is simply None."""
    return None if isinstance(value, Default) else value


def _unreadable(name: str) -> Refusal:
    match name:
        case "reply_markup":
            return bad("can't parse reply keyboard markup JSON object")
        case "media":
            return bad("can't parse media JSON object")
        case _:
            return bad(f"can't parse {name} JSON object")


_MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "callback_query_id": QUERY_TOO_OLD,
    "user_id": "invalid user_id specified",
    "file_id": "invalid file_id",
    "question": "poll question must be non-empty",
    "options": "poll must have at least 1 option",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "phone_number": "phone number is empty",
    "action": "wrong parameter action in request",
}
_FILES = {"photo", "document", "video", "audio", "voice", "sticker", "animation", "video_note"}


def _in_telegrams_words(error: ValidationError) -> Refusal:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "missing" and name in _MISSING:
        return bad(_MISSING[name])
    if name in _FILES:
        return bad(f"there is no {name} in the request")
    match name:
        case "reply_markup":
            return _markup_refusal(first["loc"], str(first["type"]))
        case "media":
            return bad("can't parse InputMedia: " + str(first["msg"]))
        case "entities" | "caption_entities":
            return bad("can't parse MessageEntity: " + str(first["msg"]))
    return bad(f"invalid parameter {name} specified: {first['msg']}")


def _markup_refusal(where: tuple[int | str, ...], kind: str) -> Refusal:
    if "inline_keyboard" in where and kind == "missing":
        return bad(f"can't parse inline keyboard button: Can't find field \"{where[-1]}\"")
    if "inline_keyboard" in where:
        return bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    return bad("object expected as reply markup")
