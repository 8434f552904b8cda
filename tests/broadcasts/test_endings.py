"""The rule from outcome to ending, as a table."""

from datetime import timedelta

import pytest

from broadcasts.endings import ending_of
from broadcasts.outcomes import (
    Blocked,
    Gone,
    Later,
    Moved,
    NotBegun,
    Outcome,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from storage.claims import FINAL, Claimed, Ending
from storage.outbox import Priority
from tests.storage.building import NOW

SECOND = timedelta(seconds=1)
ALERT, DELETION, ANSWER, REMINDER, BROADCAST = Priority


def row(priority: Priority, attempts: int = 0) -> Claimed:
    """A row as it was claimed: ``attempts`` are those before this one."""
    return Claimed(7, "sendMessage", 5, {}, priority, attempts, None, None, False)


def ending(outcome: Outcome, priority: Priority = ANSWER, attempts: int = 0) -> Ending:
    return ending_of(row(priority, attempts), outcome, NOW, attempts=5)


@pytest.mark.parametrize("priority", list(Priority))
@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Sent(44), Ending(7, "sent", message_id=44)),
        (Sent(None), Ending(7, "sent")),
        (Blocked("why"), Ending(7, "blocked", outcome="why")),
        (Gone("why"), Ending(7, "gone", outcome="why")),
        (Refused("why"), Ending(7, "failed", outcome="why")),
    ],
)
def test_an_answer_ends_a_delivery_of_any_urgency(
    outcome: Outcome, expected: Ending, priority: Priority
) -> None:
    assert ending(outcome, priority) == expected
    assert expected.state in FINAL


@pytest.mark.parametrize("priority", list(Priority))
def test_a_flood_wait_and_a_move_are_nobodys_fault(priority: Priority) -> None:
    assert ending(Later(9 * SECOND), priority, attempts=3) == Ending(
        7, "queued", outcome="429", not_before=NOW + 9 * SECOND, attempts=3
    )
    assert ending(Moved(-1005), priority, attempts=3) == Ending(
        7, "queued", not_before=NOW, chat_id=-1005, attempts=3
    )


@pytest.mark.parametrize(
    ("priority", "state"),
    [
        (ALERT, "queued"),
        (DELETION, "queued"),
        (ANSWER, "queued"),
        (REMINDER, "uncertain"),
        (BROADCAST, "uncertain"),
    ],
)
def test_what_may_have_arrived(priority: Priority, state: str) -> None:
    found = ending(Uncertain("timed out"), priority)

    assert (found.state, found.outcome) == (state, "timed out")
    assert found.not_before == (NOW + SECOND if state == "queued" else None)


@pytest.mark.parametrize("outcome", [Retry("x"), Uncertain("x")])
def test_pauses_double_up_to_a_minute(outcome: Outcome) -> None:
    pauses = []
    for attempts in range(9):
        at = ending(outcome, ALERT, attempts).not_before
        assert at is not None
        pauses.append((at - NOW).total_seconds())

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.parametrize(
    ("priority", "attempts", "state"),
    [
        (ANSWER, 3, "queued"),
        (ANSWER, 4, "failed"),
        (DELETION, 4, "failed"),
        (REMINDER, 4, "failed"),
        (BROADCAST, 3, "queued"),
        (BROADCAST, 4, "failed"),
        (ALERT, 4, "queued"),
        (ALERT, 400, "queued"),
    ],
)
def test_tries_come_to_an_end_except_for_alerts(
    priority: Priority, attempts: int, state: str
) -> None:
    assert ending(Retry("server error"), priority, attempts).state == state


def test_a_row_that_is_not_ours_has_no_ending() -> None:
    with pytest.raises(ValueError, match="not ours"):
        ending(NotBegun())
