"""The two layouts of an export, as data: our own form, and the national Kampung KB site's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reports.activity_lines import Line

Cell: TypeAlias = str | int | float | date | None
MOST_PHOTOS = 5
"""Photos that the national site takes with an activity (domain §3)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, how wide it is in characters, and its cell of a line. The
    type of the cell decides how it is written: text, number or day."""

    title: str
    width: int
    cell: Callable[[Line], Cell]


def _joined(parts: Sequence[str]) -> str:
    return "; ".join(parts)


def _planned(line: Line) -> str:
    day = line.record.planned_on
    return f"{line.intervention} ({day.isoformat()})" if day else line.intervention


def _captions(line: Line) -> str:
    told = (": ".join(part for part in (one.moment, one.caption) if part) for one in line.photos)
    return _joined([one for one in told if one])


CIKAR = (
    Column("Nomor kegiatan", 12, lambda line: line.record.receipt),
    Column("Status", 18, lambda line: line.state),
    Column("Tanggal", 12, lambda line: line.record.held_on),
    Column("Kode wilayah", 15, lambda line: line.record.region),
    Column("Kode wilayah (tanpa titik)", 15, lambda line: line.code),
    Column("Kabupaten/Kota", 24, lambda line: line.kabkota),
    Column("Kecamatan", 20, lambda line: line.kecamatan),
    Column("Desa/Kelurahan", 22, lambda line: line.village),
    Column("Judul", 40, lambda line: line.title),
    Column("Seksi", 20, lambda line: line.section),
    Column("Kategori Inpres 3/2022", 24, lambda line: line.inpres),
    Column("Sasaran", 30, lambda line: _joined(line.target_groups)),
    Column("Instansi", 30, lambda line: _joined(line.agencies)),
    Column("Peserta laki-laki", 10, lambda line: line.record.male),
    Column("Peserta perempuan", 10, lambda line: line.record.female),
    Column("Peserta anak", 10, lambda line: line.record.children),
    Column("Peserta tidak dirinci", 10, lambda line: line.record.people),
    Column("Jumlah peserta", 10, lambda line: line.participants),
    Column("Sumber dana", 24, lambda line: _joined(line.funding)),
    Column("Penanda CIKAR", 24, lambda line: _joined(line.tags)),
    Column("POKTAN", 14, lambda line: _joined(line.poktan)),
    Column("Tempat", 26, lambda line: line.place),
    Column("Lintang", 10, lambda line: line.latitude),
    Column("Bujur", 10, lambda line: line.longitude),
    Column("Deskripsi", 40, lambda line: line.description),
    Column("Tindak lanjut", 30, lambda line: line.follow_up),
    Column("Masalah yang dijawab", 14, lambda line: line.record.problem or ""),
    Column("Intervensi", 26, _planned),
    Column("Jenis pos", 16, lambda line: line.post_type),
    Column("Jumlah foto", 8, lambda line: len(line.photos)),
    Column("Nama berkas foto", 40, lambda line: _joined([one.name for one in line.photos])),
    Column("Keterangan foto", 40, _captions),
    Column("Perubahan ke-", 8, lambda line: line.record.revision),
    Column("Dikirim", 12, lambda line: line.sent_on),
    Column("Diverifikasi", 12, lambda line: line.verified_on),
)
"""Every field of our own form. Sex is spelt out: a bare letter means opposite things in two of the
systems that read this (domain §3)."""


def _photo_columns(number: int) -> tuple[Column, Column]:
    def name(line: Line) -> str:
        return line.photos[number].name if number < len(line.photos) else ""

    def caption(line: Line) -> str:
        if number >= len(line.photos):
            return ""
        one = line.photos[number]
        return ": ".join(part for part in (one.moment, one.caption) if part)

    return (
        Column(f"Foto {number + 1}", 30, name),
        Column(f"Keterangan foto {number + 1}", 30, caption),
    )


KAMPUNG_KB = (
    Column("Kode desa/kelurahan", 15, lambda line: line.code),
    Column("Judul", 40, lambda line: line.title),
    Column("Tanggal", 12, lambda line: line.record.held_on),
    Column("Tempat", 26, lambda line: line.place),
    Column("Deskripsi", 40, lambda line: line.description),
    Column("Seksi", 20, lambda line: line.section),
    Column("Kategori Inpres", 24, lambda line: line.inpres or "Lainnya"),
    Column("Sasaran", 30, lambda line: _joined(line.target_groups)),
    Column("Instansi", 30, lambda line: _joined(line.agencies)),
    Column("Jenis pos", 16, lambda line: line.post_type),
    *(column for number in range(MOST_PHOTOS) for column in _photo_columns(number)),
    Column("Nomor CIKAR", 12, lambda line: line.record.receipt),
    Column("Status di CIKAR", 18, lambda line: line.state),
)
"""What the national site asks (domain §3), in its order; at the end what finds it again here."""

COLUMNS: Mapping[str, Sequence[Column]] = {"cikar": CIKAR, "kampungkb": KAMPUNG_KB}
