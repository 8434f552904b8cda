"""Labels of a report written in lines: "Kegiatan: …", "Hari/Tgl : …", "Dana: …"."""

import re
from dataclasses import dataclass
from typing import Final

_LABELS: Final = {
    "title": (
        r"nama\s+kegiatan|nama\s+keg|jenis\s+kegiatan|judul(?:\s+kegiatan)?|kegiatan|keg|kgiatan|acara|nama\s+acara|"
        r"activity|title|giat"
    ),
    "date": (
        r"hari\s*[/,&]?\s*(?:dan\s+)?(?:tanggal|tgl)|tanggal|tgl|hari|hr\s*/\s*tgl|waktu|jam|pukul|"
        r"waktu\s+pelaksanaan|tgl\s+pelaksanaan|tanggal\s+pelaksanaan|pelaksanaan|date|when"
    ),
    "place": r"tempat(?:\s+kegiatan)?|lokasi(?:\s+kegiatan)?|tmpt|tmp|alamat|place|where|location",
    "count": (
        r"(?:jumlah|jml|jmlh)(?:\s+(?:peserta|yang\s+hadir|yg\s+hadir|hadir|orang|org))?|peserta(?:\s+hadir)?|"
        r"(?:yang|yg)\s+hadir|hadir|kehadiran|total(?:\s+peserta)?|participants"
    ),
    "fund": (
        r"sumber\s+dana(?:nya)?|sumberdana|dana(?:nya)?|anggaran|biaya|pendanaan|sumber\s+anggaran|"
        r"sumber\s+biaya|funding|funds?"
    ),
    "agency": (
        r"instansi(?:\s+(?:terkait|pendamping|yang\s+terlibat|yg\s+terlibat|terlibat))?|lintas\s+sektor|"
        r"pihak\s+(?:terkait|terlibat)|mitra|narasumber|nara\s*sumber|narsum|pemateri|bersama|pendamping|"
        r"pelaksana|agencies|agency|partners?|undangan|dihadiri(?:\s+oleh)?|petugas"
    ),
    "note": (
        r"sasaran|target|keterangan|ket|catatan|hasil|notes?|kendala|dokumentasi|"
        r"tindak\s+lanjut|kontak|cp|hp"
    ),
}
_ANY: Final = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _LABELS.items())
    + r")\s?[:=](?!\d\d\b)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The characters ``start`` … ``end``-1 name the ``role`` of what follows, up to ``until``."""

    start: int
    end: int
    role: str
    until: int


def find_labels(text: str) -> list[Label]:
    """Every label of a text in small letters. One reaches to the next label or the line's end (to
    the next line when it stands alone on its own)."""
    found = list(_ANY.finditer(text))
    out = []
    for at, one in enumerate(found):
        following = found[at + 1].start() if at + 1 < len(found) else len(text)
        out.append(
            Label(
                one.start(), one.end(), str(one.lastgroup), min(following, _reach(text, one.end()))
            )
        )
    return out


def _reach(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end >= 0 and not text[at:end].strip():
        end = text.find("\n", end + 1)
    return end if end >= 0 else len(text)
