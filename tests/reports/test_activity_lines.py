"""An activity in words: labels, names of its day, and nothing that must stay."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.rules.lists import CHILD_PROBLEMS
from bot.rules.regions import Book, Earlier, Region
from reports.activity_columns import COLUMNS
from reports.activity_json import activity_json
from reports.activity_lines import line_of
from storage.exporting import ActivityRecord, PhotoLine
from tests.reports.activities import DAY, HASH, STEALING

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
BOOK = Book(
    [
        Region("19", "Kepulauan Bangka Belitung", "province", None),
        Region("19.01", "Kabupaten Bangka", "kabkota", "19"),
        Region("19.01.01", "Sungailiat", "kecamatan", "19.01"),
        Region("19.01.01.1001", "Kenanga Baru", "kelurahan", "19.01.01"),
    ],
    [Earlier("19.01.01.1001", DAY, "Kenanga")],
)
USUAL = ActivityRecord(
    id=1,
    receipt="KG-2345",
    region="19.01.01.1001",
    held_on=DAY,
    title="Posyandu Melati",
    section="repro",
    target_groups=["balita", "other:Ojek desa"],
    agencies=["pkm"],
    funding=["dd"],
    male=1,
    female=20,
    children=18,
    people=4,
    place="Balai desa",
    latitude=-1.8765,
    longitude=106.1,
    description="Timbang dan ukur",
    inpres="c1-pos",
    tags=["stunting"],
    poktan=["pikr"],
    post_type="before_after",
    follow_up="Kunjungan rumah",
    state="verified",
    revision=2,
    created_at=NOW,
    verified_at=NOW,
    problem="MS-2222",
    category="stunting",
    agency="sehat",
    planned_on=date(2026, 11, 25),
    photos=(PhotoLine(f"{HASH}.jpg", "Meja timbang", "before"), PhotoLine(None, None, "after")),
)


def cells(record: ActivityRecord, layout: str = "cikar") -> dict[str, Any]:
    line = line_of(record, BOOK)
    return {column.title: column.cell(line) for column in COLUMNS[layout]}


def test_our_form_says_everything_in_words() -> None:
    assert cells(USUAL) == {
        "Nomor kegiatan": "KG-2345",
        "Status": "Terverifikasi",
        "Tanggal": DAY,
        "Kode wilayah": "19.01.01.1001",
        "Kode wilayah (tanpa titik)": "1901011001",
        "Kabupaten/Kota": "Kabupaten Bangka",
        "Kecamatan": "Sungailiat",
        "Desa/Kelurahan": "Kenanga Baru",
        "Judul": "Posyandu Melati",
        "Seksi": "Reproduksi",
        "Kategori Inpres 3/2022": "Posyandu",
        "Sasaran": "Balita; Lainnya: Ojek desa",
        "Instansi": "Puskesmas",
        "Peserta laki-laki": 1,
        "Peserta perempuan": 20,
        "Peserta anak": 18,
        "Peserta tidak dirinci": 4,
        "Jumlah peserta": 43,
        "Sumber dana": "Dana Desa/ADD",
        "Penanda CIKAR": "Stunting",
        "POKTAN": "PIK-R",
        "Tempat": "Balai desa",
        "Lintang": -1.8765,
        "Bujur": 106.1,
        "Deskripsi": "Timbang dan ukur",
        "Tindak lanjut": "Kunjungan rumah",
        "Masalah yang dijawab": "MS-2222",
        "Intervensi": "Kesehatan (2026-11-25)",
        "Jenis pos": "Sebelum–Sesudah",
        "Jumlah foto": 2,
        "Nama berkas foto": f"{HASH}.jpg; KG-2345-2.jpg",
        "Keterangan foto": "sebelum: Meja timbang; sesudah",
        "Perubahan ke-": 2,
        "Dikirim": date(2026, 11, 19),
        "Diverifikasi": date(2026, 11, 19),
    }


def test_a_village_has_the_name_it_had_on_that_day() -> None:
    before = replace(USUAL, held_on=date(2026, 11, 17))
    assert cells(before)["Desa/Kelurahan"] == "Kenanga"
    assert cells(USUAL)["Desa/Kelurahan"] == "Kenanga Baru"


def test_the_national_site_gets_its_own_columns() -> None:
    found = cells(USUAL, "kampungkb")
    assert list(found)[:10] == [
        "Kode desa/kelurahan",
        "Judul",
        "Tanggal",
        "Tempat",
        "Deskripsi",
        "Seksi",
        "Kategori Inpres",
        "Sasaran",
        "Instansi",
        "Jenis pos",
    ]
    assert found["Foto 1"] == f"{HASH}.jpg"
    assert found["Keterangan foto 1"] == "sebelum: Meja timbang"
    assert found["Foto 2"] == "KG-2345-2.jpg"
    assert (found["Foto 3"], found["Keterangan foto 5"]) == ("", "")
    assert found["Kode desa/kelurahan"] == "1901011001"
    assert cells(replace(USUAL, inpres=None), "kampungkb")["Kategori Inpres"] == "Lainnya"


@pytest.mark.parametrize(
    "change",
    [
        {"title": STEALING},
        {"description": STEALING},
        {"place": STEALING},
        {"follow_up": STEALING},
        {"target_groups": [f"other:{STEALING}"]},
        {"agencies": [f"other:{STEALING}"]},
        {"funding": [f"other:{STEALING}"]},
        {"agency": f"other:{STEALING}"},
        {"photos": (PhotoLine(None, STEALING, None),)},
    ],
)
def test_of_an_activity_that_tells_of_a_child_in_danger_no_words_leave(
    change: dict[str, Any],
) -> None:
    record = replace(USUAL, **change)
    for layout in COLUMNS:
        found = cells(record, layout)
        said = " ".join(str(cell) for cell in found.values())
        assert "pencabulan" not in said
        assert "Ojek" not in said
        assert "Balai desa" not in said
        assert "Timbang" not in said
        assert "106.1" not in said
        assert found["Judul"] == "Reproduksi"
        assert found["Seksi"] == "Reproduksi"
    assert line_of(record, BOOK).is_withheld
    assert not line_of(USUAL, BOOK).is_withheld


def test_an_emptied_title_is_its_sections_label() -> None:
    assert cells(replace(USUAL, title=""))["Judul"] == "Reproduksi"


@pytest.mark.parametrize(
    ("state", "said"),
    [("saved", "Belum diverifikasi"), ("verified", "Terverifikasi"), ("returned", "Dikembalikan")],
)
def test_whether_somebody_checked_it_is_said(state: str, said: str) -> None:
    assert cells(replace(USUAL, state=state))["Status"] == said


def test_no_heading_is_a_bare_letter_and_none_occurs_twice() -> None:
    for columns in COLUMNS.values():
        titles = [column.title for column in columns]
        assert len(set(titles)) == len(titles)
        assert all(len(title) > 3 for title in titles)


def test_as_json_ids_stand_beside_labels_and_own_words_under_other() -> None:
    found = activity_json(line_of(USUAL, BOOK))
    assert found["section"] == {"id": "repro", "label": "Reproduksi"}
    assert found["target_groups"] == [
        {"id": "balita", "label": "Balita"},
        {"id": "other", "label": "Lainnya: Ojek desa"},
    ]
    assert found["region"]["code"] == "19.01.01.1001"
    assert found["region"]["code_undotted"] == "1901011001"
    assert found["participants"]["total"] == 43
    assert found["photos"][1] == {"name": "KG-2345-2.jpg", "caption": None, "moment": "sesudah"}
    assert found["intervention"] == {"agency": "Kesehatan", "planned_on": "2026-11-25"}


def test_words_that_tell_of_a_child_only_side_by_side_stay_behind_too() -> None:
    title, told = "Pendampingan anak An. B (13 th)", "Korban sudah diantar"
    assert not line_of(replace(USUAL, description=told), BOOK).is_withheld
    for record in (replace(USUAL, description=told), replace(USUAL, follow_up=told)):
        line = line_of(replace(record, title=title), BOOK)
        assert line.is_withheld
        assert (line.title, line.description, line.follow_up) == (line.section, "", "")


@pytest.mark.parametrize("category", sorted(CHILD_PROBLEMS))
def test_what_answers_a_problem_about_children_is_not_told_to_others(category: str) -> None:
    found = activity_json(line_of(replace(USUAL, category=category), BOOK))
    assert (found["problem"], found["intervention"]) == (None, None)
    assert activity_json(line_of(USUAL, BOOK))["problem"] == USUAL.problem
