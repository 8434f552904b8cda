"""Telegram's HTML: a handful of tags, strictly nested, everything else refused in its words."""

import html
import re
from dataclasses import dataclass

from sandbox import utf16
from sandbox.people import Json
from sandbox.refusals import Refusal, bad

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
OTHERS = {"a", "span", "tg-emoji"}
_CHARACTER = re.compile(r"&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot);")
_NAME = re.compile(r"[a-zA-Z0-9-]*")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[^\s=/>\"']+)(?:\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>[^\s>\"']+)))?"
)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


def _refused(why: str) -> Refusal:
    return bad(f"can't parse entities: {why}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text without tags, and its entities.

    Raises:
        Refusal: an unknown, unclosed or wrongly nested tag, with its byte offset.
    """
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            tag = self.source.find("<", self.at)
            end = len(self.source) if tag < 0 else tag
            self._text(self.source[self.at : end])
            self.at = end
            if tag >= 0:
                self._tag()
        if self.open:
            last = self.open[-1].tag
            raise _refused(f'Can\'t find end tag corresponding to start tag "{last}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _text(self, raw: str) -> None:
        text = _CHARACTER.sub(lambda match: html.unescape(match[0]), raw) if "&" in raw else raw
        self.parts.append(text)
        self.length += utf16.length(text)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _tag(self) -> None:
        start = self.at
        closing = self.source.startswith("</", start)
        match = _NAME.match(self.source, start + (2 if closing else 1))
        name = match[0].lower() if match else ""
        self.at = match.end() if match else start
        if closing:
            self._close(name, start)
        else:
            self._begin(name, start)

    def _begin(self, name: str, start: int) -> None:
        if name not in PLAIN and name not in OTHERS:
            raise _refused(f'Unsupported start tag "{name}" at byte offset {self._byte(start)}')
        attributes = self._attributes(name, start)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            where = self._byte(start)
            raise _refused(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        if name == "tg-emoji" and not attributes.get("emoji-id"):
            raise _refused("Custom emoji entity must contain an identifier")
        self.open.append(_Open(name, attributes, self.length))

    def _attributes(self, name: str, start: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            rest = self.source[self.at :]
            self.at += len(rest) - len(rest.lstrip())
            if self.at >= len(self.source):
                raise _refused(f"Unclosed start tag at byte offset {self._byte(start)}")
            if self.source[self.at] == ">":
                self.at += 1
                return found
            match = _ATTRIBUTE.match(self.source, self.at)
            if match is None:
                where = self._byte(self.at)
                raise _refused(f'Empty attribute name in the tag "{name}" at byte offset {where}')
            value = match["d"] if match["d"] is not None else match["s"] or match["b"] or ""
            found[match["name"].lower()] = html.unescape(value)
            self.at = match.end()

    def _close(self, name: str, start: int) -> None:
        where = self._byte(start)
        end = self.source.find(">", self.at)
        if end < 0 or self.source[self.at : end].strip():
            raise _refused(f"Unclosed end tag at byte offset {where}")
        self.at = end + 1
        if not self.open:
            raise _refused(f"Unexpected end tag at byte offset {where}")
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _refused(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self._finish(opened)

    def _finish(self, opened: _Open) -> None:
        size = self.length - opened.start
        if size <= 0:
            return
        entity: Json = {"type": "", "offset": opened.start, "length": size}
        match opened.tag:
            case "a":
                if not self._link(entity, opened):
                    return
            case "span":
                entity["type"] = "spoiler"
            case "tg-emoji":
                entity |= {"type": "custom_emoji", "custom_emoji_id": opened.attributes["emoji-id"]}
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "code" if self._inside_pre(entity, opened):
                return
            case tag:
                entity["type"] = PLAIN[tag]
                if "language" in opened.attributes:
                    entity["language"] = opened.attributes["language"]
        self.entities.append(entity)

    def _link(self, entity: Json, opened: _Open) -> bool:
        address = opened.attributes.get("href") or "".join(self.parts)[-entity["length"] :]
        if address.startswith("tg://user?id="):
            number = address.removeprefix("tg://user?id=")
            if not number.isdigit():
                return False
            entity |= {"type": "text_mention", "user": _mentioned(int(number))}
            return True
        entity |= {"type": "text_link", "url": address}
        return "." in address or "://" in address

    def _inside_pre(self, entity: Json, opened: _Open) -> bool:
        """`<pre><code class="language-…">` is one entity with a language."""
        language = opened.attributes.get("class", "")
        outer = self.open[-1] if self.open else None
        if outer is None or outer.tag != "pre" or outer.start != entity["offset"]:
            return False
        if language.startswith("language-"):
            outer.attributes["language"] = language.removeprefix("language-")
        return True


def _mentioned(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": str(number)}
