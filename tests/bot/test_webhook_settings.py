"""Addresses of other systems in config.toml: what is wrong is said, and no secret is repeated."""

from pathlib import Path

import pytest

from bot.checks import _exports
from bot.errors import Unready
from bot.settings import ExportSettings, Settings, load_settings

GOOD = {
    "name": "rumah-data",
    "url": "https://data.example.go.id/kegiatan?kunci=opensesame",
    "secret_env": "CIKAR_HOOK_RUMAH_DATA",
}


def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **changes: str) -> Settings:
    lines = [f'{key} = "{value}"' for key, value in {**GOOD, **changes}.items()]
    (tmp_path / "config.toml").write_text("[[webhooks]]\n" + "\n".join(lines) + "\n")
    monkeypatch.setenv("CIKAR_CONFIG", str(tmp_path / "config.toml"))
    return load_settings()


def test_an_address_is_read_and_wants_both_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target,) = loaded(tmp_path, monkeypatch).webhooks
    assert (target.name, target.events) == ("rumah-data", ("saved", "verified"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"url": "ftp://x?kunci=opensesame"}, "begins with http:// or https://"),
        ({"secret_env": "opensesame"}, "an environment variable's name"),
        ({"name": "Opensesame!"}, "small letters, digits and dashes"),
    ],
)
def test_what_is_wrong_is_said_without_repeating_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], words: str
) -> None:
    with pytest.raises(Unready) as caught:
        loaded(tmp_path, monkeypatch, **change)
    assert words in str(caught.value)
    assert "opensesame" not in str(caught.value).casefold()


def test_a_wrong_key_names_those_an_address_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unready, match="allowed here are: name, url, secret_env, events"):
        loaded(tmp_path, monkeypatch, adress="x")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = _exports(Settings(export=ExportSettings(folder=str(tmp_path / "file" / "exports"))))
    assert "export.folder" in found[0]
    assert _exports(Settings(export=ExportSettings(folder=str(tmp_path / "exports")))) == []
