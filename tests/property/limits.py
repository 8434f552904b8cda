"""The limits of the commonest questions once more, beside the steps' own validation."""

from datetime import date, timedelta
from typing import Any

from bot.forms import AskChoice, AskChoices, AskCounts, AskDate, AskPhotos, AskText, Context, Step


def is_within_limits(step: Step, value: Any, ctx: Context) -> bool:
    """Whether a value that was sent keeps what its step promises; True for other kinds of steps."""
    match step:
        case AskText():
            return isinstance(value, str) and step.least <= len(value) <= step.most
        case AskDate():
            day = date.fromisoformat(value)
            earliest = date.min
            if step.earliest_days is not None:
                earliest = ctx.today - timedelta(days=step.earliest_days)
            return earliest <= day <= (ctx.today if step.latest else date.max)
        case AskCounts():
            return set(value) <= set(step.kinds) and all(
                0 <= n <= step.most for n in value.values()
            )
        case AskPhotos():
            return len({one["unique_id"] for one in value}) == len(value) <= step.most
        case AskChoices():
            return len(set(value)) == len(value) >= step.least
        case AskChoice():
            return isinstance(value, str)
    return True
