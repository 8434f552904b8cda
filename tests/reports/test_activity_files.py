"""Files as spreadsheets open them: typed cells, no formulas, whole or not there at all."""

import csv
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bot.rules.export_order import Order, dotted, order_of, undotted
from reports.activity_files import Written, write
from storage.database import Database
from storage.regions import OPERATOR
from tests.reports.activities import DAY, STEALING, an_activity, an_author

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = Order("19", date(2026, 1, 1), date(2026, 12, 31))


async def nothing(_: int) -> None:
    """Nobody is told."""


async def written(
    database: Database, path: Path, kind: str, *, most: int = 1000, layout: str = "cikar"
) -> Written:
    order = Order(ORDER.region, ORDER.first, ORDER.last, layout, kind)
    return await write(database, OPERATOR, order, path, most=most, told=nothing)


def in_workbook(path: Path) -> tuple[ElementTree.Element, list[dict[str, tuple[str, str]]]]:
    """The sheet, and its rows: column letter → (type, value)."""
    with zipfile.ZipFile(path) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{SPACE}row"):
        cells = {}
        for cell in row:
            value = "".join(cell.itertext())
            kind = "formula" if cell.find(f"{SPACE}f") is not None else cell.get("t", "n")
            cells[cell.get("r", "").rstrip("0123456789")] = (kind, value)
        rows.append(cells)
    return sheet, rows


def in_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


async def test_cells_of_a_workbook_are_typed(sqlite_database: Database, tmp_path: Path) -> None:
    person = await an_author(sqlite_database)
    await an_activity(sqlite_database, person, latitude=-1.8765, longitude=106.1)
    path = tmp_path / "a.xlsx"
    await written(sqlite_database, path, "xlsx")
    sheet, (head, row) = in_workbook(path)
    titles = {text: letter for letter, (_, text) in head.items()}
    serial = (DAY - date(1899, 12, 30)).days
    assert row[titles["Tanggal"]] == ("n", str(serial))
    assert row[titles["Peserta perempuan"]] == ("n", "20")
    assert row[titles["Lintang"]] == ("n", "-1.8765")
    assert row[titles["Kode wilayah (tanpa titik)"]] == ("inlineStr", "1901011001")
    pane = sheet.find(f".//{SPACE}pane")
    assert pane is not None
    assert pane.get("state") == "frozen"
    assert sheet.find(f"{SPACE}autoFilter") is not None


FORMULAS = ["=1+1", "+62", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "＝1+1", "＋62"]


@pytest.mark.parametrize("words", FORMULAS)
async def test_peoples_words_never_become_a_formula(
    sqlite_database: Database, tmp_path: Path, words: str
) -> None:
    person = await an_author(sqlite_database)
    await an_activity(sqlite_database, person, title=words, description=words)
    await written(sqlite_database, tmp_path / "a.xlsx", "xlsx")
    _, rows = in_workbook(tmp_path / "a.xlsx")
    assert all(kind != "formula" for row in rows for kind, _ in row.values())
    assert ("inlineStr", words) in rows[1].values()
    await written(sqlite_database, tmp_path / "a.csv", "csv")
    (row,) = in_csv(tmp_path / "a.csv")
    assert row["Judul"] == f"'{words}"
    assert row["Deskripsi"] == f"'{words}"


async def test_a_csv_is_what_indonesian_excel_opens(
    sqlite_database: Database, tmp_path: Path
) -> None:
    person = await an_author(sqlite_database)
    title = 'Rapat; "Desa" – Café\nbaris dua'
    await an_activity(sqlite_database, person, title=title, latitude=-1.5, longitude=106.1)
    path = tmp_path / "a.csv"
    await written(sqlite_database, path, "csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfNomor kegiatan;Status;")
    (row,) = in_csv(path)
    assert row["Judul"] == title
    assert (row["Lintang"], row["Bujur"]) == ("-1,5000", "106,1000")
    assert row["Tanggal"] == "2026-11-18"


async def test_only_its_owner_may_read_the_file(sqlite_database: Database, tmp_path: Path) -> None:
    await an_activity(sqlite_database, await an_author(sqlite_database))
    for kind in ("xlsx", "csv"):
        path = tmp_path / f"a.{kind}"
        await written(sqlite_database, path, kind)
        assert path.stat().st_mode & 0o777 == 0o600


async def test_a_file_that_fails_half_way_is_not_there(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await an_activity(sqlite_database, await an_author(sqlite_database))

    def breaks(*_: Any) -> Any:
        raise RuntimeError("half way")

    monkeypatch.setattr("reports.activity_files.line_of", breaks)
    (tmp_path / "out").mkdir()
    for kind in ("xlsx", "csv"):
        with pytest.raises(RuntimeError):
            await written(sqlite_database, tmp_path / "out" / f"a.{kind}", kind)
    assert list((tmp_path / "out").iterdir()) == []


async def test_what_does_not_fit_is_said_in_the_last_row(
    sqlite_database: Database, tmp_path: Path
) -> None:
    person = await an_author(sqlite_database)
    for _ in range(4):
        await an_activity(sqlite_database, person)
    path = tmp_path / "a.csv"
    found = await written(sqlite_database, path, "csv", most=3)
    assert (found.rows, found.is_cut) == (3, True)
    rows = in_csv(path)
    assert len(rows) == 4
    assert rows[-1]["Nomor kegiatan"].startswith("Hanya 3 kegiatan pertama.")
    whole = await written(sqlite_database, path, "csv", most=4)
    assert (whole.rows, whole.is_cut, whole.size) == (4, False, path.stat().st_size)


@pytest.mark.parametrize("layout", ["cikar", "kampungkb"])
async def test_neither_the_sender_nor_a_child_in_danger_is_in_any_file(
    database: Database, tmp_path: Path, layout: str
) -> None:
    person = await an_author(database)
    await an_activity(database, person, title=STEALING)
    for kind in ("xlsx", "csv"):
        path = tmp_path / f"a.{kind}"
        await written(database, path, kind, layout=layout)
        content = path.read_bytes()
        if kind == "xlsx":
            with zipfile.ZipFile(path) as book:
                content = b"".join(book.read(name) for name in book.namelist())
        for words in ("pencabulan", "Nama Pengirim", "9001"):
            assert words.encode() not in content


def test_an_order_travels_as_numbers_and_names_no_person() -> None:
    for region in ("19", "19.01", "19.01.01", "19.01.01.1001"):
        for layout in ("cikar", "kampungkb"):
            order = Order(region, date(2026, 1, 1), DAY, layout, "csv")
            params = order.params()
            assert all(isinstance(value, int) for value in params.values())
            assert order_of(params) == order
    assert order.file_name() == "cikar-kegiatan-kampungkb-1901011001-2026-01-01-2026-11-18.csv"
    assert ORDER.file_name() == "cikar-kegiatan-19-2026-01-01-2026-12-31.xlsx"


@pytest.mark.parametrize("digits", ["", "1", "190", "19010", "190101100", "19010110011", "19x1"])
def test_what_is_no_code_gets_no_dots(digits: str) -> None:
    with pytest.raises(ValueError):
        dotted(digits)
    assert undotted(dotted("1901011001")) == "1901011001"
