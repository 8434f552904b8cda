"""Photos as phones make them, with all that a camera notes beside the pixels."""

from io import BytesIO
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

CAMERA, ARTIST, PLACE = "Redmi Note 9 Pro", "Nama Pemilik", (2.0, 8.0, 4.25)
REMARK = "difoto di rumah Ibu Melati"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>%s</rdf:li></x:xmpmeta>' % REMARK.encode()
NOTES = (CAMERA, ARTIST, REMARK)
"""What stands readable in the bytes of such a photo."""


def drawn(red: int = 120, size: tuple[int, int] = (400, 300)) -> Image.Image:
    """A picture whose upper left quarter is white."""
    image = Image.new("RGB", size, (red, 90, 60))
    image.paste((255, 255, 255), (0, 0, size[0] // 2, size[1] // 2))
    return image


def notes(orientation: int = 1) -> Image.Exif:
    """What a camera writes: itself, its owner, how it was held, where and when."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Artist] = "Xiaomi", CAMERA, ARTIST
    exif[Base.Orientation] = orientation
    exif[Base.DateTime] = "2026:11:18 09:12:00"
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "S", PLACE
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (106.0, 6.0, 58.0)
    return exif


def from_a_camera(
    red: int = 120,
    *,
    kind: str = "JPEG",
    orientation: int = 1,
    size: tuple[int, int] = (400, 300),
    mode: str = "RGB",
) -> bytes:
    """A file of that kind, with EXIF, GPS, XMP and words."""
    more: dict[str, Any] = {"exif": notes(orientation), "xmp": XMP}
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Comment", REMARK)
        words.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        more = {"exif": notes(orientation), "pnginfo": words}
    if kind == "JPEG":
        more["comment"] = REMARK
    packed = BytesIO()
    drawn(red, size).convert(mode).save(packed, kind, **more)
    return packed.getvalue()
