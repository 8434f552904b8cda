"""Rows into a file, one at a time and never all in memory: XLSX and CSV, readable by its owner
only, and under its name only once it is whole."""

import csv
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import IO, Any, Protocol

import xlsxwriter

from reports.activity_columns import Cell, Column

PART = ".part"
"""How the name of a file ends that is not whole yet."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a CSV's text for a formula, or cut it in two (OWASP); some take
the wide signs too."""
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""


class Sheet(Protocol):
    """Takes rows in their order."""

    def write(self, cells: Sequence[Cell]) -> None: ...


@contextmanager
def opened(kind: str, path: Path, columns: Sequence[Column]) -> Iterator[Sheet]:
    """A file of this kind, written beside ``path`` and moved there once the block ended well."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with (_workbook if kind == "xlsx" else _csv)(part, columns) as sheet:
            yield sheet
        part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


class _Xlsx:
    """A worksheet that lets go of each row as the next one comes."""

    def __init__(self, sheet: Any, day: Any) -> None:
        self._sheet = sheet
        self._day = day
        self._row = 0

    def write(self, cells: Sequence[Cell]) -> None:
        self._row += 1
        sheet, row = self._sheet, self._row
        for column, cell in enumerate(cells):
            match cell:
                case None | "":
                    continue
                case str():
                    # Never write(): it would make formulas and links of people's words.
                    sheet.write_string(row, column, cell[:_LONGEST])
                case date():
                    sheet.write_datetime(row, column, cell, self._day)
                case _:
                    sheet.write_number(row, column, cell)

    def close(self, columns: int) -> None:
        self._sheet.autofilter(0, 0, max(self._row, 1), columns - 1)


@contextmanager
def _workbook(path: Path, columns: Sequence[Column]) -> Iterator[Sheet]:
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with path.open("wb") as file, xlsxwriter.Workbook(file, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDEBF7"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Kegiatan")
        sheet.freeze_panes(1, 1)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, column.title, head)
        rows = _Xlsx(sheet, day)
        yield rows
        rows.close(len(columns))


class _Csv:
    """Fields apart by semicolons, numbers with a comma: so Excel set to Indonesian reads them."""

    def __init__(self, file: IO[str]) -> None:
        self._rows = csv.writer(file, delimiter=";", lineterminator="\r\n")

    def write(self, cells: Sequence[Cell]) -> None:
        self._rows.writerow([_in_csv(cell) for cell in cells])


def _in_csv(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            text = cell[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n")
            return f"'{text}" if text.startswith(_FORMULA) else text
        case date():
            return cell.isoformat()
        case float():
            return f"{cell:.4f}".replace(".", ",")
        case _:
            return str(cell)


@contextmanager
def _csv(path: Path, columns: Sequence[Column]) -> Iterator[Sheet]:
    # With the mark at its beginning Excel reads UTF-8 as such.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = _Csv(file)
        rows.write([column.title for column in columns])
        yield rows
