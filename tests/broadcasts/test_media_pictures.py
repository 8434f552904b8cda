"""Photos as they are kept: upright, smaller, without the camera's notes, whole on the disk."""

import hashlib
import os
import stat
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reports import pictures
from reports.pictures import Unreadable
from storage.pictures import NAME, UNFINISHED, Picture, picture_path
from tests.photos import NOTES, from_a_camera

AT = 1_760_000_000.0


def kept(folder: Path, content: bytes, thumbnail: int = 320) -> Picture:
    return pictures.keep(content, str(folder / "media"), thumbnail, AT)


def opened(folder: Path, picture: Picture, *, thumbnail: bool = False) -> Image.Image:
    path = picture_path(folder / "media", picture.hash, thumbnail=thumbnail)
    with Image.open(path) as image:
        image.load()
    return image


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_cameras_notes_is_left(tmp_path: Path, kind: str) -> None:
    content = from_a_camera(kind=kind)
    with Image.open(BytesIO(content)) as before:
        assert before.getexif().get_ifd(0x8825), "the place must be there before it can be gone"
        assert before.getexif()[0x0110] == NOTES[0]
    picture = kept(tmp_path, content)
    for thumbnail in (False, True):
        after = opened(tmp_path, picture, thumbnail=thumbnail)
        assert after.format == "JPEG"
        assert not dict(after.getexif())
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for path in files(tmp_path):
        written = path.read_bytes()
        assert not [note for note in NOTES if note.encode() in written]
        assert b"Exif" not in written
        assert b"ns.adobe.com" not in written


def test_the_words_are_in_the_photo_before(tmp_path: Path) -> None:
    assert all(note.encode() in from_a_camera() for note in NOTES)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(
    tmp_path: Path, orientation: int
) -> None:
    """Drawn as the sensor saw it, so that upright its white quarter is at the upper left."""
    upright = Image.new("RGB", (80, 60), (120, 0, 0))
    upright.paste((255, 255, 255), (0, 0, 40, 30))
    back = {6: pictures.UPRIGHT[8], 8: pictures.UPRIGHT[6]}
    turn = back.get(orientation, pictures.UPRIGHT.get(orientation))
    seen = upright if turn is None else upright.transpose(turn)
    exif = Image.Exif()
    exif[pictures.ORIENTATION] = orientation
    packed = BytesIO()
    seen.save(packed, "JPEG", exif=exif, quality=95)
    image = opened(tmp_path, kept(tmp_path, packed.getvalue()))
    assert image.size == (80, 60)
    corners = [image.getpixel(at) for at in ((5, 5), (74, 5), (5, 54), (74, 54))]
    assert [isinstance(one, tuple) and one[1] > 128 for one in corners] == [True, *[False] * 3]


def test_notes_that_cannot_be_read_do_not_cost_the_photo(tmp_path: Path) -> None:
    content = from_a_camera(orientation=6)
    broken = content.replace(
        b"Exif\0\0" + content[content.index(b"Exif") + 6 :][:8], b"Exif\0\0" + b"?" * 8
    )
    assert broken != content
    assert kept(tmp_path, broken).width == 400


def test_a_large_photo_becomes_smaller_and_a_small_one_stays(tmp_path: Path) -> None:
    large = kept(tmp_path, from_a_camera(size=(4000, 1000)))
    assert (large.width, large.height) == (2560, 640)
    assert opened(tmp_path, large, thumbnail=True).size == (320, 80)
    small = kept(tmp_path, from_a_camera(size=(90, 60)))
    assert (small.width, small.height) == (90, 60)
    assert opened(tmp_path, small, thumbnail=True).size == (90, 60)
    thin = kept(tmp_path, from_a_camera(kind="PNG", size=(9000, 1)))
    assert (thin.width, thin.height) == (2560, 1)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "L"),
        ("PNG", "1"),
        ("WEBP", "RGBA"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
    ],
)
def test_every_kind_of_colour_becomes_a_plain_photo(tmp_path: Path, kind: str, mode: str) -> None:
    picture = kept(tmp_path, from_a_camera(kind=kind, mode=mode))
    image = opened(tmp_path, picture)
    assert (image.mode, image.size) == ("RGB", (400, 300))
    upper = image.getpixel((100, 75))
    assert isinstance(upper, tuple)
    assert min(upper) > 240


def test_what_is_seen_through_is_white(tmp_path: Path) -> None:
    packed = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(packed, "PNG")
    assert opened(tmp_path, kept(tmp_path, packed.getvalue())).getpixel((25, 25)) == (255,) * 3


def test_the_same_content_is_one_file(tmp_path: Path) -> None:
    first, second = kept(tmp_path, from_a_camera()), kept(tmp_path, from_a_camera())
    assert first == second
    assert len(files(tmp_path)) == 2
    other = kept(tmp_path, from_a_camera(red=9))
    assert other.hash != first.hash
    assert len(files(tmp_path)) == 4


def test_a_picture_is_named_by_what_is_kept_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    picture = kept(tmp_path, from_a_camera())
    path = picture_path(tmp_path / "media", picture.hash)
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == picture.hash
    assert (picture.mime, picture.size) == ("image/jpeg", len(content))
    assert path.parent.name == picture.hash[:2]
    for one in files(tmp_path):
        assert NAME.fullmatch(one.name)
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
        assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700
        assert one.stat().st_mtime == AT
    assert stat.S_IMODE((tmp_path / "media").stat().st_mode) == 0o700


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        code = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", code)

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b"")


WHOLE = from_a_camera()
BROKEN = {
    "nothing": b"",
    "words": b"bukan foto",
    "a page": b"<html><script>alert(1)</script></html>",
    "cut off": WHOLE[: len(WHOLE) // 2],
    "only the beginning": WHOLE[:30],
    "a cut PNG": from_a_camera(kind="PNG")[:900],
    "a cut WebP": from_a_camera(kind="WEBP")[:300],
    "a HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200),
    "a GIF": b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
    "a video": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(200),
    "a bomb": png(8001, 8000, bytes(8001 * 10)),
    "a bomb that Pillow warns of": png(10_000, 10_000),
    "a bomb that Pillow refuses": png(50_000, 50_000),
    "a bomb of words": WHOLE[:2] + b"\xff\xe1\xff\xff" + bytes(70_000),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_picture_is_refused_and_leaves_nothing(tmp_path: Path, what: str) -> None:
    with pytest.raises(Unreadable):
        kept(tmp_path, BROKEN[what])
    assert files(tmp_path) == []


def test_a_text_of_a_png_that_unpacks_hugely_is_refused(tmp_path: Path) -> None:
    whole = from_a_camera(kind="PNG")
    packed = zlib.compress(bytes(200 * 1024 * 1024), 9)
    data = b"Comment\0\0" + packed
    code = zlib.crc32(b"zTXt" + data)
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", code)
    with pytest.raises(Unreadable):
        kept(tmp_path, whole[:33] + chunk + whole[33:])


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "media" / "00").mkdir(parents=True)
    with pytest.raises(OSError, match="No space"):
        kept(tmp_path, from_a_camera())
    assert files(tmp_path) == []


def test_a_file_under_way_is_named_so_that_the_sweep_knows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    replace = os.replace

    def noting(source: Path, target: Path) -> None:
        names.append(Path(source).name)
        assert stat.S_IMODE(Path(source).stat().st_mode) == 0o600
        replace(source, target)

    monkeypatch.setattr(os, "replace", noting)
    kept(tmp_path, from_a_camera())
    assert len(names) == 2
    assert all(UNFINISHED.fullmatch(name) for name in names)


def test_only_a_hash_names_a_place(tmp_path: Path) -> None:
    for wrong in ("", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "/"):
        with pytest.raises(ValueError, match="hash"):
            picture_path(tmp_path, wrong)


def test_the_process_that_packs_pictures_loads_no_database() -> None:
    looking = "import sys, reports.pictures; print({'sqlalchemy', 'telegram'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", looking], capture_output=True, text=True)
    assert said.stdout.strip() == "set()", said.stderr
