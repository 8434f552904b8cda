"""What a report must never leave behind: words in the database file, words in the logs."""

import contextlib
import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.logs import set_up
from bot.rules.roles import Role
from bot.settings import LogSettings, SecretsSettings, Settings
from storage.models import Case, Delivery, DraftRow, FailedUpdate
from tests.conversations.driver import RunningBot, running
from tests.conversations.filling import cadre, to_account

PLANTED = ("Bungaselasih", "Jalankenari", "13-17", "psikis")
VILLAGE = ("Kudai", "19.01.01.1003")
"""Stands in the file as often as the table of regions has it, and not once more."""


@contextlib.contextmanager
def listened(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything the program says of itself, at its most talkative."""
    heard = io.StringIO()
    monkeypatch.setattr("sys.stderr", heard)
    handler = logging.StreamHandler(heard)
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    set_up(LogSettings(level="debug"))
    root.setLevel("DEBUG")
    yield heard
    root.removeHandler(handler)
    root.setLevel(level)


def everything_in(settings: Settings) -> bytes:
    """The database's files as bytes: the file, its log and its index."""
    path = Path(str(make_url(settings.database.url).database))
    files = list(path.parent.iterdir())
    assert path in files
    return b"".join(file.read_bytes() for file in files)


async def test_neither_the_files_nor_the_logs_hold_the_words(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    ani = bot.stranger("Bungaselasih")
    before = everything_in(bot.core.settings)
    with listened(monkeypatch) as heard:
        await to_account(ani, "Kudai")
        await ani.says("Jalankenari nomor tiga")
        seen = [everything_in(bot.core.settings)]
        await ani.presses("🟠 Sedang")
        bot.delivers = False
        await ani.presses("Kirim")
        seen.append(everything_in(bot.core.settings))
        await bot.delivers_all()
        seen.append(everything_in(bot.core.settings))
    assert len(await bot.rows(Case)) == 1
    for word in PLANTED:
        for content in seen:
            assert word.encode() not in content, word
            assert word.encode("utf-16-le") not in content, word
        assert word not in heard.getvalue(), word
    for word in VILLAGE:
        assert [content.count(word.encode()) for content in seen] == [
            before.count(word.encode())
        ] * 3
        assert word not in heard.getvalue(), word
    assert f'"chat_id": {ani.id}'.encode() not in b"".join(seen)
    assert f"{ani.id}.{ani.id}".encode() not in b"".join(seen)


async def test_the_search_would_find_words_that_are_there(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await kader.answers("/kegiatan", "kemarin", "Jalankenari nomor tiga")
    assert b"Jalankenari" in everything_in(bot.core.settings)


async def test_a_bug_while_reporting_keeps_no_words(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ValueError("Jalankenari nomor tiga")

    ani = bot.stranger("Ani")
    await to_account(ani)
    await ani.says("Jalankenari nomor tiga")
    await ani.presses("🟠 Sedang")
    monkeypatch.setattr("handlers.report.file_case", broken)
    with listened(monkeypatch) as heard:
        await ani.presses("Kirim")
    assert ani.sees("error-bug")
    assert [row.error for row in await bot.rows(FailedUpdate)] == ["ValueError"]
    assert b"Jalankenari" not in everything_in(bot.core.settings)
    assert "Jalankenari" not in heard.getvalue()
    monkeypatch.undo()
    await ani.says("/lapor")
    assert ani.sees("form-summary")


async def test_without_a_key_there_are_numbers_and_nothing_is_kept(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = SecretsSettings(case_key_file=str(tmp_path / "nowhere" / "case.key"))
    settings = settings.model_copy(update={"secrets": missing})
    async with running(settings, monkeypatch) as bot:
        ani = bot.stranger("Ani")
        await ani.says("/lapor")
        assert ani.sees("case-no-key")
        assert ani.sees("hotline", number="129")
        await ani.says("Anaknya di rumah sendiri")
        for table in (DraftRow, Case, Delivery):
            assert await bot.rows(table) == []
        dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
        await dewi.says("/kasus")
        assert dewi.sees("case-no-key")
