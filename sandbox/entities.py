"""From what was sent to a text and its entities: parse mode, given entities, found ones."""

import re
from collections.abc import Sequence

from sandbox import utf16
from sandbox.entities_html import parse_html
from sandbox.entities_markdown import parse_markdown_v2
from sandbox.entities_old_markdown import parse_markdown
from sandbox.people import Json
from sandbox.refusals import bad

_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/@<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z]\w{2,31})?(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[a-zA-Z]{2,})"
    r"|(?P<mention>(?<![\w@/])@[a-zA-Z]\w{2,31}\b)"
    r"|(?P<hashtag>(?<![\w#&])#\w*[^\W\d]\w*)"
)
_HINTS = re.compile(r"[/@#]")


def read_text(text: str, mode: str | None, given: Sequence[Json] | None) -> tuple[str, list[Json]]:
    """The text as it will be shown, and its entities in UTF-16 units.

    Raises:
        Refusal: 400 `can't parse entities: …`.
    """
    text = text.replace("\r", "")
    if mode:
        text, entities = _parse(text, mode)
    else:
        entities = [dict(entity) for entity in given or ()]
    text, entities = _trim(text, entities)
    if _HINTS.search(text):
        entities = _with_found(text, entities)
    return text, entities


def _parse(text: str, mode: str) -> tuple[str, list[Json]]:
    match mode.lower():
        case "html":
            return parse_html(text)
        case "markdownv2":
            return parse_markdown_v2(text)
        case "markdown":
            return parse_markdown(text)
        case "none" | "":
            return text, []
    raise bad("unsupported parse_mode")


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Blank ends are cut away, as Telegram does; entities move and shrink with them."""
    bare = text.strip()
    if bare == text and not entities:
        return text, entities
    skipped = utf16.length(text[: len(text) - len(text.lstrip())])
    most = utf16.length(bare)
    kept: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - skipped)
        end = min(most, entity["offset"] + entity["length"] - skipped)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return bare, kept


def _with_found(text: str, entities: list[Json]) -> list[Json]:
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        start = utf16.length(text[: match.start()])
        size = utf16.length(match[0])
        if not any(_overlap(entity, start, size) for entity in entities):
            found.append({"type": match.lastgroup, "offset": start, "length": size})
    if not found:
        return entities
    return sorted([*entities, *found], key=lambda entity: int(entity["offset"]))


_SOLID = {"code", "pre", "text_link", "text_mention", "custom_emoji"}


def _overlap(entity: Json, start: int, size: int) -> bool:
    if entity["type"] not in _SOLID:
        return False
    return bool(entity["offset"] < start + size and start < entity["offset"] + entity["length"])
