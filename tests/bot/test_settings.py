"""A wrong key or value is one sentence naming file, key and what is allowed."""

import tomllib
from pathlib import Path

import pytest

from bot.errors import Unready
from bot.settings import Settings, bot_token, load_settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CIKAR_API_BASE", "CIKAR_DATABASE_URL", "CIKAR_CONFIG", "BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def with_config(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    monkeypatch.setenv("CIKAR_CONFIG", str(path))


def refusal(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    with_config(text, tmp_path, monkeypatch)
    with pytest.raises(Unready) as caught:
        load_settings()
    return str(caught.value)


def test_the_shipped_file_holds_every_setting_at_its_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = tomllib.loads((ROOT / "config.toml").read_text())
    for name, field in Settings.model_fields.items():
        if name in ("hotlines", "webhooks"):
            continue
        assert written[name] == field.default.model_dump(), name
    monkeypatch.chdir(ROOT)
    assert load_settings().hotlines[0].number == "129"


def test_every_setting_is_explained_in_the_line_above() -> None:
    lines = (ROOT / "config.toml").read_text().splitlines()
    explained = False
    for line in lines:
        if line.startswith("[["):
            break
        if line.startswith("#"):
            explained = True
        elif "=" in line:
            assert explained, line
        elif line.startswith("[") or not line:
            explained = False


def test_an_unknown_key_names_those_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refusal("[delivery]\nclam = 3\n", tmp_path, monkeypatch)
    assert "config.toml: there is no setting delivery.clam; allowed here are: claim," in said
    assert "\n" not in said


def test_an_unknown_section_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = refusal("[telegrm]\nbatch = 3\n", tmp_path, monkeypatch)
    assert "there is no setting telegrm" in said
    assert "telegram" in said


def test_a_wrong_value_says_what_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refusal("[telegram]\nbatch = 101\n", tmp_path, monkeypatch)
    assert "telegram.batch is 101" in said
    assert "less than or equal to 100" in said


def test_several_faults_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = refusal('[telegram]\nbatch = 0\n[log]\nlevel = "loud"\n', tmp_path, monkeypatch)
    assert len(said.splitlines()) == 2
    assert "'debug', 'info', 'warning' or 'error'" in said


def test_a_database_address_is_never_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_config("", tmp_path, monkeypatch)
    monkeypatch.setenv("CIKAR_DATABASE_URL", "mysql://user:opensesame@host/name")
    with pytest.raises(Unready) as caught:
        load_settings()
    assert "opensesame" not in str(caught.value)
    assert "postgresql+asyncpg://" in str(caught.value)


def test_broken_toml_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is not valid TOML" in refusal("[telegram\n", tmp_path, monkeypatch)


def test_a_named_file_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CIKAR_CONFIG", str(tmp_path / "none.toml"))
    with pytest.raises(Unready, match="there is no such file"):
        load_settings()


def test_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_config("[telegram]\nbatch = 7\n", tmp_path, monkeypatch)
    monkeypatch.setenv("CIKAR_TELEGRAM__BATCH", "9")
    monkeypatch.setenv("CIKAR_API_BASE", "http://127.0.0.1:1")
    settings = load_settings()
    assert (settings.telegram.batch, settings.telegram.api_base) == (9, "http://127.0.0.1:1")


@pytest.mark.parametrize("token", ["", "abc", "12:", "x:ABCDEF", ":ABCDEF"])
def test_a_wrong_token_is_told_without_showing_it(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    with pytest.raises(Unready, match="BotFather") as caught:
        bot_token()
    assert not token or token not in str(caught.value).replace("123456:ABC…", "")


def test_a_token_does_not_show_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "42:OPENSESAME")
    assert "OPENSESAME" not in repr(bot_token())
