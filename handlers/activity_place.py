"""Which village an activity is written for, when its region ended while the form was open."""

from bot.errors import AppError
from bot.rules.roles import Act
from bot.work import Work


def in_force(work: Work, region: str) -> str:
    """The region, or its successor where this person may log, when it ended while the form was
    open. Raises :class:`AppError` when there is none."""
    book = work.around.book
    known = book.known(region)
    if known is None or known.until is None or work.person is None:
        return region
    after = book.successors(region)
    for one in after:
        if work.person.may(Act.LOG_ACTIVITY, one.code):
            return one.code
    now = ", ".join(one.title() for one in after) or "—"
    raise AppError("region-ended", value=known.title(), since=known.until, now=now)
