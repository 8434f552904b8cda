"""Telegram's MarkdownV2: marks, escapes, links, code and quotes, or its words of refusal."""

import re
from dataclasses import dataclass

from sandbox import utf16
from sandbox.people import Json
from sandbox.refusals import Refusal, bad

RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
}
NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
}


@dataclass(slots=True)
class _Open:
    kind: str
    mark: str
    start: int
    byte: int


def _refused(why: str) -> Refusal:
    return bad(f"can't parse entities: {why}")


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Text without marks, and its entities.

    Raises:
        Refusal: a reserved character that is not escaped, or a mark without its end.
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
        self.quote: int | None = None

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        self._end_quote()
        if self.open:
            last = self.open[-1]
            raise _refused(
                f"Can't find end of {NAMES[last.kind]} entity at byte offset {last.byte}"
            )
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16.length(text)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _step(self) -> None:
        source, at = self.source, self.at
        letter = source[at]
        following = source[at + 1] if at + 1 < len(source) else ""
        if letter == "\\" and following and ord(following) <= 126:
            self._add(following)
            self.at += 2
        elif letter == "`":
            self._code("```" if source.startswith("```", at) else "`")
        elif letter == ">" and (at == 0 or source[at - 1] == "\n"):
            self.quote = self.length if self.quote is None else self.quote
            self.at += 1
        elif letter == "[" or (letter == "!" and following == "["):
            self._begin("text_link", "![" if letter == "!" else "[")
        elif letter == "]" and self.open and self.open[-1].kind == "text_link":
            self._link()
        elif (mark := self._mark()) is not None:
            self._toggle(mark)
        elif letter in RESERVED:
            raise _refused(
                f"Character '{letter}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            self._plain(letter)

    def _plain(self, letter: str) -> None:
        self._add(letter)
        self.at += 1
        if letter == "\n" and not self.source.startswith(">", self.at):
            self._end_quote()

    def _end_quote(self) -> None:
        if self.quote is not None and self.length > self.quote:
            self._entity("blockquote", self.quote)
        self.quote = None

    def _mark(self) -> str | None:
        for mark in ("__", "||", "*", "_", "~"):
            if self.source.startswith(mark, self.at):
                return mark
        return None

    def _begin(self, kind: str, mark: str) -> None:
        self.open.append(_Open(kind, mark, self.length, self._byte(self.at)))
        self.at += len(mark)

    def _toggle(self, mark: str) -> None:
        if mark == "__" and self.open and self.open[-1].mark == "_":
            mark = "_"
        if self.open and self.open[-1].mark == mark:
            opened = self.open.pop()
            self._entity(opened.kind, opened.start)
            self.at += len(mark)
        else:
            self._begin(MARKS[mark], mark)

    def _entity(self, kind: str, start: int, **more: str) -> None:
        if self.length > start:
            self.entities.append(
                {"type": kind, "offset": start, "length": self.length - start, **more}
            )

    def _code(self, mark: str) -> None:
        kind = "pre" if mark == "```" else "code"
        begin = self.at + len(mark)
        end = begin
        while (end := self.source.find(mark, end)) > 0 and self.source[end - 1] == "\\":
            end += 1
        if end < 0:
            where = self._byte(self.at)
            raise _refused(f"Can't find end of {NAMES[kind]} entity at byte offset {where}")
        body = self.source[begin:end]
        more: dict[str, str] = {}
        if kind == "pre" and (match := re.match(r"([\w+-]*)\n", body)):
            body = body[match.end() :]
            if match[1]:
                more["language"] = match[1]
        start = self.length
        self._add(re.sub(r"\\([\\`])", r"\1", body))
        self._entity(kind, start, **more)
        self.at = end + len(mark)

    def _link(self) -> None:
        opened = self.open.pop()
        match = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.source, self.at)
        if match is None:
            where = self._byte(self.at)
            raise _refused(f"Can't find end of a URL at byte offset {where}")
        address = re.sub(r"\\(.)", r"\1", match[1])
        if opened.mark == "![":
            number = address.removeprefix("tg://emoji?id=")
            self._entity("custom_emoji", opened.start, custom_emoji_id=number)
        else:
            self._entity("text_link", opened.start, url=address)
        self.at = match.end()
