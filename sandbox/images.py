"""Stand-ins for what a phone would send: small real files, made without any library."""

import struct
import zlib

WIDTH, HEIGHT = 320, 240
COLOURS = ((38, 110, 92), (196, 120, 50), (70, 90, 160), (150, 60, 90), (90, 130, 60))


def picture(number: int = 0) -> bytes:
    """A PNG of 320 × 240: a soft gradient, another colour for each number."""
    red, green, blue = COLOURS[number % len(COLOURS)]
    rows = []
    for y in range(HEIGHT):
        light = 60 * y // HEIGHT
        pixel = bytes((min(255, red + light), min(255, green + light), min(255, blue + light)))
        rows.append(b"\x00" + pixel * WIDTH)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def dimensions(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; of anything else those of the stand-in."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content[:2] == b"\xff\xd8":
        return _jpeg_dimensions(content)
    return WIDTH, HEIGHT


def _jpeg_dimensions(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return WIDTH, HEIGHT
