"""Messages as people read them, and what Telegram would refuse about them."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser

TAGS = ("b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise ValueError(f"can't parse entities: tag {tag}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ValueError(f"can't parse entities: end of {tag}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def plain(html: str) -> str:
    """HTML as it is read. Raises ValueError for what Telegram would not parse."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise ValueError(f"can't parse entities: {reader.open[-1]} has no end")
    return "".join(reader.words)


def text_of(params: Mapping[str, str]) -> str:
    """The text or caption of a call, as it is read."""
    text = params.get("text", params.get("caption", ""))
    return plain(text) if params.get("parse_mode") == "HTML" else text


def trouble_with(params: Mapping[str, str]) -> str | None:
    """Why Telegram would refuse to send this, or None."""
    try:
        text = text_of(params)
    except ValueError as trouble:
        return str(trouble)
    if not text.strip() and "photo" not in params:
        return "message text is empty"
    if units(text) > (4096 if "text" in params else 1024):
        return "message is too long"
    markup = json.loads(params.get("reply_markup", "{}"))
    for button in (one for row in markup.get("inline_keyboard", []) for one in row):
        if len(button.get("callback_data", "").encode()) > 64:
            return "BUTTON_DATA_INVALID"
        if not button["text"].strip():
            return "BUTTON_TEXT_INVALID"
    return None


def units(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
