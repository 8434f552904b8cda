"""A text and its entities as safe HTML for the page."""

from html import escape
from itertools import pairwise

from sandbox import utf16
from sandbox.people import Json

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
}
SAFE = ("http://", "https://", "tg://", "mailto:", "tel:")


def as_html(text: str, entities: list[Json]) -> str:
    """Only tags made here; everything from the text is escaped."""
    if not entities:
        return escape(text, quote=False)
    points: set[int] = {0, utf16.length(text)}
    for entity in entities:
        points |= {entity["offset"], entity["offset"] + entity["length"]}
    parts: list[str] = []
    cuts = sorted(points)
    for start, end in pairwise(cuts):
        parts += _closing(entities, start) + _opening(text, entities, start)
        parts.append(escape(utf16.cut(text, start, end - start), quote=False))
    parts += _closing(entities, cuts[-1])
    return "".join(parts)


def _opening(text: str, entities: list[Json], at: int) -> list[str]:
    starting = [entity for entity in entities if entity["offset"] == at]
    starting.sort(key=lambda entity: -int(entity["length"]))
    return [_tags(text, entity)[0] for entity in starting]


def _closing(entities: list[Json], at: int) -> list[str]:
    ending = [entity for entity in entities if entity["offset"] + entity["length"] == at]
    ending.sort(key=lambda entity: (-int(entity["offset"]), int(entity["length"])))
    return [_tags("", entity)[1] for entity in ending]


def _tags(text: str, entity: Json) -> tuple[str, str]:
    kind = entity["type"]
    if kind in {"text_link", "url", "email"}:
        covered = utf16.cut(text, entity["offset"], entity["length"])
        address = {"text_link": entity.get("url", ""), "email": f"mailto:{covered}"}.get(
            kind, covered
        )
        if text and not address.startswith(SAFE):
            address = f"https://{address}"
        link = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">'
        return link, "</a>"
    return TAGS.get(kind, ("", ""))
