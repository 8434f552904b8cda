"""A file of many activities, from the database to the disk: constant memory, however many."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.rules.danger import danger_in
from bot.rules.export_order import Order
from reports.activity_columns import COLUMNS, Cell
from reports.activity_lines import line_of
from reports.activity_sheets import opened
from storage import exporting
from storage.database import Database
from storage.exporting import Reader
from storage.regions import open_book

STEP = 2000
"""Rows between two words on how far it is."""
_REMEMBERED = 20_000
"""Texts whose answer is kept: the same titles and places come again and again."""

Told = Callable[[int], Awaitable[None]]
"""Is told how many rows are written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an order. ``is_cut``: there are more activities than one file may hold."""

    rows: int
    size: int
    is_cut: bool


async def write(
    database: Database, by: Reader, order: Order, path: Path, *, most: int, told: Told
) -> Written:
    """Write the activities of an order to ``path``, ``most`` rows at most, and say in a last row
    when there are more. One page of activities is in memory at a time."""
    async with database.session() as session:
        book = await open_book(session)
        number = await exporting.count(session, by, order, most)
    columns, tells, rows = COLUMNS[order.layout], _Remembering(), 0
    with opened(order.format, path, columns) as sheet:
        async for page in exporting.pages(database, by, order, most=most):
            for record in page:
                line = line_of(record, book, tells)
                sheet.write([column.cell(line) for column in columns])
            before, rows = rows, rows + len(page)
            if rows // STEP > before // STEP:
                await told(rows)
        if number > most:
            sheet.write(_cut_short(most))
    return Written(rows, path.stat().st_size, number > most)


def _cut_short(most: int) -> list[Cell]:
    shown = f"{most:,}".replace(",", ".")
    return [f"Hanya {shown} kegiatan pertama. Pilih wilayah atau jangka waktu yang lebih sempit."]


class _Remembering:
    """The word check, with its answers kept for the length of one file."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def __call__(self, text: str) -> bool:
        found = self._known.get(text)
        if found is None:
            found = danger_in(text)
            if len(self._known) < _REMEMBERED:
                self._known[text] = found
        return found
