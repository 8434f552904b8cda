"""Agencies, funds and the activity's name."""

from datetime import date

import pytest

from bot.rules.understand import understand

AT = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("said", "agencies", "asked"),
    [
        ("dengan Puskesmas", ("pkm",), False),
        ("di pkm sungailiat", ("pkm",), True),
        ("bareng bhabinkamtibmas + babinsa", ("tnipol",), False),
        ("sm dinas kelautan dan perikanan", ("ikan",), False),
        ("dg PKK dan Karang Taruna", ("other:PKK", "other:Karang Taruna"), False),
        ("di SMPN 2 Koba", ("lemdik",), True),
        ("sm guru SDN 5", ("lemdik",), False),
        ("di kantor camat", (), False),
        ("camat hadir", ("pemda",), True),
        ("PLKB", ("opdkb",), True),
        ("pak kades ngasih kopi", ("desa",), True),
        ("bersama Yayasan Harapan Kita", ("other:Yayasan Harapan Kita",), False),
        ("Instansi: Dinas Arsip", ("other:Dinas Arsip",), False),
        ("Instansi: -", (), False),
    ],
)
def test_agencies_are_known_by_the_names_people_use(
    said: str, agencies: tuple[str, ...], *, asked: bool
) -> None:
    found = understand(f"gotong royong kemarin 20 orang, {said}", AT)
    assert (found.agencies, "agencies" in found.unsure) == (agencies, asked)


@pytest.mark.parametrize(
    ("said", "funding", "asked"),
    [
        ("dana desa", ("dd",), False),
        ("DD + swadaya", ("dd", "swadaya"), False),
        ("sumber dana dana desa", ("dd",), False),
        ("APBDes", ("dd",), False),
        ("apbd kab/kota", ("apbdk",), False),
        ("APBD prov", ("apbdp",), False),
        ("apbd", (), True),
        ("infak", (), True),
        ("CSR PT Timah", ("csr",), False),
        ("CSR PLN", ("csr",), False),
        ("dana CSR dari Bank Sumsel Babel", ("csr",), False),
        ("dana kas masjid", ("other:kas masjid",), False),
        ("iuran + donatur", ("swadaya", "other:donatur"), False),
        ("dana dari PT Sawit Jaya", ("csr",), False),
        ("bersama PT Timah", (), True),
        ("tanpa dana", (), False),
        ("Dana: -", (), False),
        ("Dana: hasil panen", ("other:hasil panen",), False),
    ],
)
def test_funds_are_known_by_the_names_people_use(
    said: str, funding: tuple[str, ...], *, asked: bool
) -> None:
    found = understand(f"gotong royong kemarin 20 orang, {said}", AT)
    assert (found.funding, "funding" in found.unsure) == (funding, asked)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("gotroy slokan rt 03 kmrn 20 org", "Gotong royong selokan rt 03"),
        ("pnyuluhan stuting kmrn", "Penyuluhan stunting"),
        ("POSYANDU MAWAR KEMARIN 20 IBU", "Posyandu Mawar"),
        ("senam lansia 20 org kmrn", "Senam lansia"),
        ("penyuluhan kb td di dusun air ruai dg pkm", "Penyuluhan KB di dusun Air Ruai"),
        ("kmrn 20 org, pak kades ikut, kerja bakti pantai", "Kerja bakti pantai"),
        ("Telah dilaksanakan kegiatan posyandu melati kemarin", "Posyandu Melati"),
        ("arisan PKK kemarin 20 ibu", "Arisan PKK"),
        ("PIK-R Bintang: penyuluhan narkoba, 31 remaja", "PIK-R Bintang: penyuluhan narkoba"),
        ("BKB Kemas: cek gizi kemarin 20 balita", "BKB Kemas: cek gizi"),
        ("ujan deres tapi posyandu kamboja tetep jalan kmrn", "Posyandu Kamboja"),
        ("hujan lebat tapi senam lansia kmrn 20 org", "Senam lansia"),
        ("tanam 100 pohon pucuk idat kmrn", "Tanam pohon pucuk idat"),
        ("suntik KB 3 bulan kmrn 11 org", "Suntik KB 3 bulan"),
        ("Imunisasi 0-11 bulan 16 bayi kmrn", "Imunisasi 0-11 bulan"),
        ("SOSIALISASI PAUD HI KEMARIN", "Sosialisasi PAUD HI"),
        ("posyandu sedap malam rabu kmrn", "Posyandu Sedap Malam"),
        ("simulasi evakuasi gempa kmrn", "Simulasi evakuasi gempa"),
        ("tanam 50 bibit mangrove kmrn", "Tanam bibit mangrove"),
        ("kemarin posyandu mawar eh salah posyandu melati", "Posyandu Melati"),
    ],
)
def test_the_name_is_what_is_left(text: str, title: str) -> None:
    found = understand(text, AT).title
    assert found is not None
    assert found.casefold() == title.casefold()


def test_a_company_named_with_csr_is_no_agency() -> None:
    found = understand("tebar benih lele kemarin 14 bapak, dinas perikanan, CSR PLN", AT)
    assert (found.agencies, found.funding) == (("ikan",), ("csr",))


def test_a_place_with_a_label_is_kept_apart_from_the_name() -> None:
    found = understand("Kegiatan: Pengajian\nTempat: Masjid Jami\nTgl: 12/11/2026", AT)
    assert (found.title, found.place) == ("Pengajian", "Masjid Jami")


def test_the_name_suggests_target_groups_programme_tags_and_poktan() -> None:
    found = understand("BKB Kemas kemarin 20 ibu", AT)
    assert (found.poktan, found.inpres, found.targets) == (("bkb",), "b-bkb", ("kbalita",))
    assert understand("sosialisasi PATBM kemarin", AT).tags == ("patbm",)
    assert understand("pertemuan PIK-R kemarin 20 remaja", AT).poktan == ("pikr",)


@pytest.mark.parametrize(
    "text",
    ["", " ", "a", "assalamualaikum", "👍", "terima kasih bu", "kapan posyandu bu?", "20",
     "kemarin", "foto kegiatan kemarin kirim kemana ya bu", "kemarin kenapa posyandu tutup",
     "PROMO pinjaman cepat cair", "posyandu kemarin batal", "25 ibu 30 balita"],
)  # fmt: skip
def test_what_names_no_activity_is_no_report(text: str) -> None:
    assert understand(text, AT).kind == "nothing"


def test_a_person_in_danger_is_never_a_draft() -> None:
    found = understand("posyandu melati kemarin 25 ibu, ada anak 14 th hamil", AT)
    assert (found.kind, found.title, found.participants) == ("danger", None, None)
