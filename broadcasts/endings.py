"""The rule that turns an outcome into a row's state: what is resent, what is left uncertain."""

from datetime import datetime, timedelta
from typing import assert_never

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
from storage.claims import Claimed, Ending
from storage.outbox import Priority

LONGEST_PAUSE = 60


def ending_of(row: Claimed, outcome: Outcome, now: datetime, *, attempts: int) -> Ending:
    """State and time of the next try. Alerts are tried until they arrive; what may have arrived
    is sent again for alerts, deletions and answers, and never for reminders and broadcasts."""
    match outcome:
        case Sent(message_id=message_id):
            return Ending(row.id, "sent", message_id=message_id)
        case Later(wait=wait):
            return Ending(
                row.id, "queued", outcome="429", not_before=now + wait, attempts=row.attempts
            )
        case Moved(chat_id=chat):
            return Ending(row.id, "queued", not_before=now, chat_id=chat, attempts=row.attempts)
        case Blocked(reason=reason):
            return Ending(row.id, "blocked", outcome=reason)
        case Gone(reason=reason):
            return Ending(row.id, "gone", outcome=reason)
        case Refused(reason=reason):
            return Ending(row.id, "failed", outcome=reason)
        case Uncertain(reason=reason) if row.priority >= Priority.REMINDER:
            return Ending(row.id, "uncertain", outcome=reason)
        case Uncertain(reason=reason) | Retry(reason=reason):
            return _once_more(row, reason, now, attempts)
        case NotBegun():
            raise ValueError("a row that is not ours has no ending")
        case _:
            assert_never(outcome)


def _once_more(row: Claimed, reason: str, now: datetime, attempts: int) -> Ending:
    if row.attempts + 1 >= attempts and row.priority != Priority.ALERT:
        return Ending(row.id, "failed", outcome=reason)
    pause = min(2**row.attempts, LONGEST_PAUSE)
    return Ending(row.id, "queued", outcome=reason, not_before=now + timedelta(seconds=pause))
