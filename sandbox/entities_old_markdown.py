"""The old Markdown, as far as simple bots use it."""

import re

from sandbox import utf16
from sandbox.people import Json
from sandbox.refusals import bad

_OLD = re.compile(
    r"\\([_*`\[])|```(?:\w*\n)?(.+?)```|`([^`]+)`|\*([^*]+)\*|_([^_]+)_|\[([^\]]+)\]\(([^)]+)\)",
    re.DOTALL,
)


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """The old Markdown: no nesting."""
    parts: list[str] = []
    entities: list[Json] = []
    at = size = 0
    for match in _OLD.finditer(source):
        before = source[at : match.start()]
        _must_be_plain(before, source, at)
        parts.append(before)
        size += utf16.length(before)
        escaped, pre, code, bold, italic, label, address = match.groups()
        body = escaped or pre or code or bold or italic or label
        kinds = (pre, "pre"), (code, "code"), (bold, "bold"), (italic, "italic")
        kind = next((name for value, name in kinds if value), "text_link" if label else None)
        if kind:
            entity: Json = {"type": kind, "offset": size, "length": utf16.length(body)}
            entities.append({**entity, "url": address} if label else entity)
        parts.append(body)
        size += utf16.length(body)
        at = match.end()
    _must_be_plain(source[at:], source, at)
    parts.append(source[at:])
    return "".join(parts), entities


def _must_be_plain(part: str, source: str, at: int) -> None:
    if match := re.search(r"[_*`\[]", part):
        where = len(source[: at + match.start()].encode())
        raise bad(
            f"can't parse entities: Can't find end of the entity starting at byte offset {where}"
        )
