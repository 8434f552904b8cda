"""Photos as they are kept: turned upright, freed of the camera's notes, made smaller, written so
that a file is there whole or not at all. Runs in processes of its own; knows no database."""

import hashlib
import os
import secrets
from io import BytesIO
from pathlib import Path

from PIL import Image

from storage.pictures import Picture, picture_path

FORMATS = ("JPEG", "PNG", "WEBP")
MIME = "image/jpeg"
LONGEST_SIDE = 2560
"""Pixels. Telegram's own photos are at most that long."""
MOST_PIXELS = 64_000_000
"""Above that a picture is not unpacked: a small file can hold a huge one. Takes up to 260 MB."""
QUALITY, THUMBNAIL_QUALITY = 88, 80
ORIENTATION = 0x0112
"""EXIF's tag for how the camera was held."""
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unreadable(Exception):
    """Not a picture of a kind that is kept, broken, or too large unpacked."""


def keep(content: bytes, folder: str, thumbnail: int, at: float) -> Picture:
    """Keep a photo and its thumbnail (the longer side in pixels) under the folder of pictures.

    ``at`` is the time of its files, in seconds since 1970. Raises :class:`Unreadable`; and
    :class:`OSError` when it cannot be written.
    """
    picture = _unpack(content)
    width, height = picture.size
    large = _packed(picture, QUALITY)
    picture.thumbnail((thumbnail, thumbnail))
    small = _packed(picture, THUMBNAIL_QUALITY)
    digest = hashlib.sha256(large).hexdigest()
    # The thumbnail first: where a picture is, its thumbnail is too.
    _write(picture_path(folder, digest, thumbnail=True), small, at)
    _write(picture_path(folder, digest), large, at)
    return Picture(digest, MIME, len(large), width, height)


def _unpack(content: bytes) -> Image.Image:
    """The bare pixels, upright, no longer than what is kept."""
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Unreadable("too many pixels")
            turn = UPRIGHT.get(_orientation(image))
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
            plain = _on_white(image)
    except (Unreadable, MemoryError):
        raise  # memory may be free again later
    except Exception as trouble:  # noqa: BLE001 -- broken files break the decoders in every way
        raise Unreadable(type(trouble).__name__) from None
    return plain if turn is None else plain.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """How the camera was held; upright where its notes cannot be read."""
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 -- as above; the picture itself may well be whole
        return 1


def _on_white(image: Image.Image) -> Image.Image:
    """The pixels on a fresh sheet: profiles, comments, places and previews stay behind."""
    sheet = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        sheet.paste(layer, mask=layer)
    else:
        sheet.paste(image.convert("RGB"))
    return sheet


def _packed(picture: Image.Image, quality: int) -> bytes:
    packed = BytesIO()
    picture.save(packed, "JPEG", quality=quality, optimize=True)
    return packed.getvalue()


def _write(path: Path, content: bytes, at: float) -> None:
    """Put a file in its place in one step, down to the disk; nobody else may read it."""
    _private(path.parent.parent)
    _private(path.parent)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.utime(fresh, (at, at))
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    _to_disk(path.parent)


def _private(folder: Path) -> None:
    """A folder that nobody else may open."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        _to_disk(folder.parent)


def _to_disk(folder: Path) -> None:
    """A new name in a folder outlives a power cut only when the folder is on the disk too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
