"""`cikar check` and the folder of pictures; the demonstration's own."""

import stat
from pathlib import Path

import pytest

from bot import checks, demo
from bot.settings import MediaSettings, Settings


def problems(folder: Path) -> list[str]:
    return checks._media(Settings(media=MediaSettings(folder=str(folder))))


def test_a_folder_that_can_be_written_is_no_problem(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "media"
    assert problems(folder) == []
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []
    assert problems(folder) == []


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, where a folder should be")
    [told] = problems(tmp_path / "data" / "media")
    assert str(tmp_path / "data" / "media") in told
    assert "media.folder" in told


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", read_only)
    [told] = problems(tmp_path)
    assert "Read-only file system" in told


def test_the_demonstration_keeps_its_files_in_its_own_folder(tmp_path: Path) -> None:
    own = demo._settings(Settings(), tmp_path)
    for folder in (own.media.folder, own.export.folder):
        assert Path(folder).is_relative_to(tmp_path)
