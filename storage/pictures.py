"""A kept picture and where its files lie. Without any library, so that the processes which work
on pictures start at once."""

import re
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"(?P<hash>[0-9a-f]{64})(\.t)?\.jpg")
"""The name of a kept picture's file, or of its thumbnail's."""
UNFINISHED = re.compile(r"\.[0-9a-f]{64}(\.t)?\.jpg\.[0-9a-f]+\.tmp")
"""The name of a file that is being written."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a kept picture: the SHA-256 (hex) of its bytes; size in bytes, sides in
    pixels."""

    hash: str
    mime: str
    size: int
    width: int
    height: int


def picture_path(folder: str | Path, digest: str, *, thumbnail: bool = False) -> Path:
    """Where the picture of that hash (64 hexadecimal digits) or its thumbnail lies.

    Raises :class:`ValueError` for anything that is no such hash.
    """
    name = f"{digest}{'.t' if thumbnail else ''}.jpg"
    if not NAME.fullmatch(name):
        raise ValueError("not the hash of a picture")
    return Path(folder) / digest[:2] / name
