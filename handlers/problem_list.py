"""The lists of /masalah: what is open, what waits for an intervention, and what is closed."""

import re
from collections.abc import Sequence

from bot.rules.problems import waiting_before
from bot.rules.roles import Act, Person
from bot.work import Work
from handlers.calls import Row, fitting, label, number_in
from handlers.problem_card import MARKS, Shown, age, category_name, planned_words
from storage import problem_pages
from storage.problems import ProblemLine

PAGE = 6
NAMES = {"l": "list", "idle": "idle", "c": "closed"}
"""The lists: what stands in their buttons, and in the keys of their texts."""
_CODE = re.compile(r"[0-9.]{2,13}")


async def open_list(work: Work, viewer: Person, cursor: Sequence[str]) -> Shown:
    """Open problems by village, the most urgent of each first."""
    session = await work.session()
    found = await problem_pages.page(session, viewer, after=_spot(cursor), limit=PAGE + 1)
    return _shown(work, viewer, found, "l", is_first=not cursor)


async def idle_list(work: Work, viewer: Person, cursor: Sequence[str]) -> Shown:
    """Open problems that nobody planned an intervention for since some weeks."""
    days = work.around.settings.problems.idle_days
    before = waiting_before(work.now, days)
    session = await work.session()
    found = await problem_pages.page(
        session, viewer, after=_spot(cursor), idle_before=before, limit=PAGE + 1
    )
    return _shown(work, viewer, found, "idle", is_first=not cursor)


async def closed_list(work: Work, viewer: Person, cursor: Sequence[str]) -> Shown:
    """Problems that are done or withdrawn, newest first."""
    before = None
    if len(cursor) == 2 and _CODE.fullmatch(cursor[0]):
        before = cursor[0], number_in(cursor[1])
    session = await work.session()
    found = await problem_pages.closed_page(session, viewer, before=before, limit=PAGE + 1)
    return _shown(work, viewer, found, "c", is_first=not cursor)


def _spot(cursor: Sequence[str]) -> tuple[str, int, int] | None:
    """Where the page before ended; None for anything else that is sent."""
    if len(cursor) != 3 or not _CODE.fullmatch(cursor[0]) or not cursor[1].isdecimal():
        return None
    return cursor[0], number_in(cursor[1]), number_in(cursor[2])


def _shown(
    work: Work,
    viewer: Person,
    found: Sequence[ProblemLine],
    which: str,
    *,
    is_first: bool,
) -> Shown:
    days = str(work.around.settings.problems.idle_days)
    told = [_told(work, line) for line in found[:PAGE]]
    count = fitting(told)
    head = work.say(f"problem-{NAMES[which]}-{'head' if found else 'empty'}", days=days)
    rows: list[Row] = [[_button(work, line)] for line in found[:count]]
    turns = [] if is_first else [(label(work, "problem-first"), f"pr:{which}")]
    if len(found) > count:
        turns.append((label(work, "problem-more"), _on(which, found[count - 1])))
    rows += [turns] if turns else []
    return "\n\n".join([head, *told[:count]]), rows + _ways(work, viewer, which)


def _on(which: str, last: ProblemLine) -> str:
    region, rank, number = last.spot()
    return f"pr:c:{region}:{number}" if which == "c" else f"pr:{which}:{region}:{rank}:{number}"


def _told(work: Work, line: ProblemLine) -> str:
    if line.state in ("open", "planned"):
        state = planned_words(work, line)
    else:
        state = work.say(f"problem-state-{line.state}")
    return work.say(
        "problem-line",
        mark=MARKS.get(line.priority, ""),
        category=category_name(line),
        title=line.title,
        place=work.around.book.title(line.region),
        age=age(work, line),
    ) + (f"\n{state}")


def _button(work: Work, line: ProblemLine) -> tuple[str, str]:
    mark = MARKS.get(line.priority, "")
    return label(work, "problem-open-button", mark=mark, title=line.title), f"pr:o:{line.id}"


def _ways(work: Work, viewer: Person, which: str) -> list[Row]:
    rows: list[Row] = []
    if viewer.may(Act.REPORT_PROBLEM):
        rows.append([(label(work, "problem-new-button"), "pr:n")])
    others = [(one, f"problem-{name}-button") for one, name in NAMES.items() if one != which]
    rows.append([(label(work, key), f"pr:{one}") for one, key in others])
    return rows
