"""The writing process: an engine of its own on either database, a file, and a row that tells."""

import asyncio
import csv
from datetime import date
from pathlib import Path

import pytest

from bot.rules.export_order import Order
from broadcasts.export_work import make
from broadcasts.pool import Processes
from storage import exporting, jobs
from storage.database import Database
from storage.regions import OPERATOR
from tests.reports.activities import an_activity, an_author
from tests.storage.building import NOW

ORDER = Order("19.01", date(2026, 1, 1), date(2026, 12, 31), "cikar", "csv")


async def a_job(database: Database) -> int:
    row = jobs.job("export", {"person": 1, **ORDER.params()}, now=NOW)
    async with database.write() as session:
        await jobs.ask(session, row)
    return int(row["id"])


def receipts(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["Nomor kegiatan"] for row in csv.DictReader(file, delimiter=";")}


async def test_it_writes_the_file_and_says_how_far_it_is(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.activity_files.STEP", 2)
    person, number = await an_author(database), await a_job(database)
    for _ in range(3):
        await an_activity(database, person)
    path = tmp_path / "a.csv"
    written = await asyncio.to_thread(make, database.url, number, OPERATOR, ORDER, str(path), 99)
    assert (written.rows, len(receipts(path))) == (3, 3)
    async with database.session() as session:
        assert await exporting.progress(session, number) == (3, 0)


async def test_in_a_process_of_its_own_it_is_the_same_file(
    sqlite_database: Database, tmp_path: Path
) -> None:
    person, number = await an_author(sqlite_database), await a_job(sqlite_database)
    await an_activity(sqlite_database, person)
    pool = Processes(1)
    try:
        url, paths = sqlite_database.url, [tmp_path / "a.csv", tmp_path / "b.csv"]
        await pool.run(make, url, number, OPERATOR, ORDER, str(paths[0]), 99)
        await asyncio.to_thread(make, url, number, OPERATOR, ORDER, str(paths[1]), 99)
    finally:
        pool.close()
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert len(receipts(paths[0])) == 1
