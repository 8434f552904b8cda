"""`cikar export activities` as its operator runs it: a file, or a sentence that says what to do."""

import asyncio
import csv
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.checks import _posts
from bot.cli import cikar
from bot.errors import Unready
from bot.settings import Settings, WebhookTarget
from storage.database import Database
from tests.reports.activities import an_activity, an_author

ROOT = Path(__file__).parents[2]
Cikar = Callable[..., Result]
DAYS = ("--from", "2026-01-01", "--to", "31/12/2026")


def apart(work: Coroutine[Any, Any, Any]) -> Any:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work)).result()


async def filled(url: str) -> None:
    database = Database(url)
    person = await an_author(database)
    await an_activity(database, person, region_code="19.01.01.1001")
    await an_activity(database, person, region_code="19.02.01.1001")
    await database.close()


@pytest.fixture
def run(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cikar:
    (tmp_path / "cikar.sqlite").write_bytes(migrated_file.read_bytes())
    url = f"sqlite+aiosqlite:///{tmp_path / 'cikar.sqlite'}"
    apart(filled(url))
    monkeypatch.setenv("CIKAR_CONFIG", str(ROOT / "config.toml"))
    monkeypatch.setenv("CIKAR_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.cli.run_until_stopped", lambda work: apart(work()))
    monkeypatch.setattr("bot.cli.prepared", __import__("bot.settings").settings.load_settings)
    return lambda *args: CliRunner().invoke(cikar, ["export", "activities", *args])


@pytest.mark.parametrize("code", ["19.01", "1901"])
def test_a_region_is_written_where_it_is_asked_for(run: Cikar, tmp_path: Path, code: str) -> None:
    found = run("--region", code, *DAYS, "--format", "csv", "--out", "a.csv")
    assert found.exception is None, found.output
    assert "a.csv: 1 activities of Kabupaten Bangka" in found.output
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert row["Kode wilayah"] == "19.01.01.1001"


def test_without_a_name_the_file_gets_one_and_a_layout(run: Cikar, tmp_path: Path) -> None:
    assert run("--region", "19", *DAYS, "--layout", "kampungkb").exception is None
    assert (tmp_path / "cikar-kegiatan-kampungkb-19-2026-01-01-2026-12-31.xlsx").stat().st_size


def test_a_file_that_is_there_is_not_written_over_unless_told_so(
    run: Cikar, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("mine")
    asked = ("--region", "19", *DAYS, "--format", "csv", "--out", "a.csv")
    assert "a.csv is there already" in run(*asked).output
    assert (tmp_path / "a.csv").read_text() == "mine"
    assert run(*asked, "--force").exception is None
    assert (tmp_path / "a.csv").read_text() != "mine"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--region", "19.01", "--from", "2026-02-31", "--to", "2026-12-31"), "is no day"),
        (("--region", "19.01", "--from", "2026-12-31", "--to", "2026-01-01"), "is before"),
        (("--region", "Bangka", *DAYS), "is no region's code"),
        (("--region", "19.01", *DAYS, "--layout", "x"), "'x' is not one of"),
        (("--region", "19.01", *DAYS, "--out", "nowhere/a.csv"), "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    run: Cikar, args: tuple[str, ...], words: str
) -> None:
    found = run(*args)
    assert found.exit_code != 0
    assert words in found.output


def test_a_region_there_is_not_is_said(run: Cikar, tmp_path: Path) -> None:
    found = run("--region", "19.99", *DAYS, "--out", "a.csv")
    assert isinstance(found.exception, Unready)
    assert "There is no region 19.99" in str(found.exception)
    assert not (tmp_path / "a.csv").exists()


def test_it_needs_no_telegram_library() -> None:
    code = (
        "import sys, bot.cli_export, reports.activity_files, storage.reading;"
        "sys.exit(any(name in sys.modules for name in ('aiogram', 'telegram')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_check_names_addresses_without_a_key_and_names_given_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CIKAR_HOOK_A", "k")
    one = WebhookTarget(name="dinas", url="http://a.example/", secret_env="CIKAR_HOOK_A")
    two = WebhookTarget(name="dinas", url="http://b.example/", secret_env="CIKAR_HOOK_B")
    assert _posts(Settings(webhooks=(one,))) == []
    first, second = _posts(Settings(webhooks=(one, two)))
    assert "CIKAR_HOOK_B" in first
    assert "two addresses are called dinas" in second
