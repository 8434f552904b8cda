"""python-telegram-bot's errors sorted into outcomes, the narrow kinds first."""

from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from broadcasts.outcomes import (
    Blocked,
    Gone,
    Later,
    Moved,
    Outcome,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from broadcasts.sender import outcome_of


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    """An error as the library raises it from what its HTTP client met."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("seconds", [1, 35, timedelta(seconds=7)])
def test_a_flood_wait_tells_how_long(seconds: int | timedelta) -> None:
    wait = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)

    assert outcome_of(RetryAfter(seconds)) == Later(wait)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ChatMigrated(-1005), Moved(-1005)),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            Blocked("Forbidden: bot was blocked by the user"),
        ),
        (Forbidden("Forbidden: user is deactivated"), Blocked("Forbidden: user is deactivated")),
        (InvalidToken(), Retry("InvalidToken")),
        (Conflict("terminated by other getUpdates"), Retry("Conflict")),
        (EndPointNotFound("no such endpoint"), Retry("EndPointNotFound")),
        (TelegramError("unreadable"), Uncertain("TelegramError")),
    ],
)
def test_each_answer_has_its_outcome(error: TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Chat not found", Gone("Chat not found")),
        ("Message to edit not found", Gone("Message to edit not found")),
        ("Message can't be deleted for everyone", Gone("Message can't be deleted for everyone")),
        ("Message is not modified: specified new", Sent(None)),
        ("Can't parse entities", Refused("Can't parse entities")),
        ("Message is too long", Refused("Message is too long")),
    ],
)
def test_a_bad_request_is_final_though_it_is_a_network_error(text: str, outcome: Outcome) -> None:
    error = BadRequest(text)

    assert isinstance(error, NetworkError)
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (caused(TimedOut(), httpx.ReadTimeout("")), Uncertain("timed out")),
        (caused(TimedOut(), httpx.WriteTimeout("")), Uncertain("timed out")),
        (TimedOut(), Uncertain("timed out")),
        (caused(TimedOut(), httpx.ConnectTimeout("")), Retry("timed out")),
        (caused(TimedOut(), httpx.PoolTimeout("")), Retry("timed out")),
        (caused(NetworkError("x"), httpx.ConnectError("")), Retry("no connection")),
        (caused(NetworkError("x"), httpx.UnsupportedProtocol("")), Retry("no connection")),
        (caused(NetworkError("x"), httpx.ReadError("")), Uncertain("connection broke")),
        (caused(NetworkError("x"), httpx.WriteError("")), Uncertain("connection broke")),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), Uncertain("connection broke")),
        (NetworkError("Bad Gateway"), Retry("server error")),
    ],
)
def test_only_what_surely_never_left_is_safe_to_send_again(
    error: TelegramError, outcome: Outcome
) -> None:
    assert outcome_of(error) == outcome
