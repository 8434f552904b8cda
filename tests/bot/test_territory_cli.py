"""`cikar regions` as its operator runs it: real settings, a real database, sentences."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select, text

from bot.cli import cikar
from bot.clock import SystemClock, today
from bot.errors import Unready
from bot.rules.roles import Role
from storage.assignments import assign
from storage.database import Database
from storage.models import Delivery
from storage.people import register
from storage.regions import open_book

OLD, NEW = "19.01.01.1001", "19.01.01.1101"
ROOT = Path(__file__).parents[2]
Cikar = Callable[..., Result]


def apart(work: Coroutine[Any, Any, Any]) -> Any:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work)).result()


@pytest.fixture
def url(migrated_file: Path, tmp_path: Path) -> str:
    (tmp_path / "cikar.sqlite").write_bytes(migrated_file.read_bytes())
    return f"sqlite+aiosqlite:///{tmp_path / 'cikar.sqlite'}"


@pytest.fixture
def run(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cikar:
    monkeypatch.setenv("CIKAR_CONFIG", str(ROOT / "config.toml"))
    monkeypatch.setenv("CIKAR_DATABASE_URL", url)
    monkeypatch.setattr("bot.cli.run_until_stopped", lambda work: apart(work()))
    monkeypatch.setattr("bot.cli.prepared", __import__("bot.settings").settings.load_settings)
    return lambda *args: CliRunner().invoke(cikar, ["regions", *args])


def said(result: Result) -> str:
    assert result.exception is None, result.exception
    return result.output


def refusal(result: Result) -> str:
    assert isinstance(result.exception, Unready), result.output
    return str(result.exception)


async def titles(url: str, *codes: str) -> list[str]:
    database = Database(url)
    async with database.session() as session:
        book = await open_book(session)
    await database.close()
    return [book.title(code) for code in codes if book.get(code)]


def test_the_totals_stand_beside_the_decrees(run: Cikar) -> None:
    lines = said(run()).splitlines()
    lines = lines[next(at for at, line in enumerate(lines) if line.split()[:1] == ["kec."]) :]
    assert lines[1].split() == ["19.01", "Kabupaten", "Bangka", "8", "62", "19", "81", "81"]
    assert lines[8].split() == ["19", "total", "47", "309", "84", "393", "393"]
    assert lines[9].startswith("As in")


def test_a_missing_village_is_named_by_its_kabkota(run: Cikar, url: str) -> None:
    async def lose() -> None:
        database = Database(url)
        async with database.write() as session:
            await session.execute(text(f"delete from regions where code = '{OLD}'"))
        await database.close()

    apart(lose())
    assert "Differs from Kepmendagri 300.2.2-2138/2025: Kabupaten Bangka." in said(run())
    assert f"added {OLD} Sungailiat" in said(run("import"))
    assert "0 added, 0 renamed" in said(run("import"))
    assert "As in" in said(run())


def test_a_rename_is_written_with_its_source(run: Cikar, url: str) -> None:
    day = str(today(SystemClock().now()))
    out = said(run("rename", OLD, "Kenanga Indah", "--from", day, "--source", "Perda 1"))
    assert f"Sungailiat is Kenanga Indah from {day} on" in out
    assert apart(titles(url, OLD)) == ["Kenanga Indah (Kec. Sungailiat)"]
    assert "kept 19.01.01.1001 Kenanga Indah, renamed here by hand" in said(run("import"))


def test_a_split_moves_people_and_tells_them(run: Cikar, url: str) -> None:
    async def siti() -> None:
        database, now = Database(url), SystemClock().now()
        async with database.write() as session:
            person = await register(
                session, telegram_id=7, name="Siti", language="en", consent_version=1, now=now
            )
            await assign(
                session,
                person_id=person,
                role=Role.CADRE,
                region=OLD,
                granted_by=None,
                now=now,
                confirmed=True,
            )
        await database.close()

    async def told() -> list[str]:
        database = Database(url)
        async with database.session() as session:
            rows = (await session.scalars(select(Delivery))).all()
        await database.close()
        return [str((row.params or {}).get("text")) for row in rows if row.chat_id == 7]

    apart(siti())
    day = str(today(SystemClock().now()))
    parts = ("--into", f"{NEW}=Kenanga Laut", "--ends", "--from", day, "--source", "Perda 4")
    out = said(run("split", OLD, *parts))
    assert f"{OLD} has ended; 1 roles moved to {NEW}." in out
    assert apart(titles(url, OLD, NEW)) == ["Kenanga Laut (Kec. Sungailiat)"]
    [message] = apart(told())
    assert "Kenanga Laut (Kec. Sungailiat)" in message
    assert "ended" in refusal(run("split", OLD, *parts))
    assert "Differs" not in said(run())


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("split", OLD, "--into", "19.01.01.1002=Baru"), "in use"),
        (("split", OLD, "--into", "19.02.01.1101=Baru"), "not under the right parent"),
        (("split", OLD, "--into", "19.01.01=Baru"), "does not fit"),
        (("rename", OLD, "K"), "too short"),
        (("rename", "19.99", "Kenanga"), "not known"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    run: Cikar, args: tuple[str, ...], words: str
) -> None:
    day = str(today(SystemClock().now()))
    assert words in refusal(run(*args, "--from", day, "--source", "Perda 4"))


def test_a_day_to_come_is_refused(run: Cikar) -> None:
    day = str(today(SystemClock().now()) + timedelta(days=3))
    assert "still to come" in refusal(
        run("rename", OLD, "Kenanga Indah", "--from", day, "--source", "Perda 4")
    )


def test_a_day_or_a_part_nobody_can_read_is_told(run: Cikar) -> None:
    bad_day = run("rename", OLD, "Kenanga Indah", "--from", "31/2", "--source", "Perda 4")
    assert "is no day" in bad_day.output
    bad_part = run("split", OLD, "--into", NEW, "--from", "2026-01-01", "--source", "Perda 4")
    assert "write it as" in bad_part.output


def test_a_source_must_be_named(run: Cikar) -> None:
    day = str(today(SystemClock().now()))
    assert "source" in refusal(run("rename", OLD, "Baru", "--from", day, "--source", "x"))
