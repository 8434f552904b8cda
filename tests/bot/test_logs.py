"""Log lines name ids, never tokens, names or texts."""

import logging

import pytest
import structlog

from bot.logs import QUIET, set_up
from bot.settings import LogSettings


@pytest.fixture(autouse=True)
def restored() -> object:
    yield
    structlog.reset_defaults()


def test_an_exceptions_message_never_reaches_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(LogSettings())
    try:
        raise ValueError("Siti dipukul")
    except ValueError:
        structlog.get_logger("x").exception("update failed", update_id=7)
    said = capsys.readouterr().err
    assert "Siti" not in said
    assert "ValueError" in said
    assert "test_logs.py" in said
    assert "7" in said


def test_json_lines_can_be_read_by_machines(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(LogSettings(format="json"))
    structlog.get_logger("x").warning("flood wait", seconds=3)
    assert '"event": "flood wait"' in capsys.readouterr().err


def test_libraries_that_log_addresses_are_kept_quiet() -> None:
    set_up(LogSettings(level="debug"))
    assert all(logging.getLogger(name).level == logging.WARNING for name in QUIET)
    assert "httpx" in QUIET
