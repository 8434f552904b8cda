"""Telegram counts text in UTF-16 code units; Python counts characters."""


def length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, size: int) -> str:
    """The part of a text an entity covers."""
    if text.isascii():
        return text[offset : offset + size]
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + size) * 2].decode("utf-16-le", "replace")
