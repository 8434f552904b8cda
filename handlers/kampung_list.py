"""What is listed around the registry of Kampung KB: the kampung, the coverage, the activities."""

from collections.abc import Sequence
from datetime import date

from bot.rules.activity_after import spoken_title
from bot.rules.roles import Act, Person, is_within
from bot.work import Work
from handlers.calls import Row, fitting, label, number_in
from storage import kampung
from storage.activities import ActivityLine, village_activities
from storage.coverage import Covered, coverage
from storage.kampung import KampungCard

PAGE = 10
ACTIVITIES = 8
_NAME = 17
"""Characters of a name in the table: with the numbers it fits a small phone's width."""

Shown = tuple[str, list[Row]]


def outermost(person: Person, act: Act) -> list[str]:
    """The regions for an act without those inside another."""
    mine = sorted(set(person.regions_for(act)))
    return [one for one in mine if not any(is_within(one, top) for top in mine if top != one)]


def common_top(person: Person, act: Act) -> str:
    """The one region a person answers for; the province when there are several."""
    tops = outermost(person, act)
    return tops[0] if len(tops) == 1 else "19"


def _sees_more_than_villages(person: Person) -> bool:
    return any(top.count(".") < 3 for top in person.regions_for(Act.READ_KAMPUNG))


async def registry(work: Work, viewer: Person, after: str = "", inside: str = "") -> Shown:
    """One page of the registry, and the ways on from it."""
    session = await work.session()
    lines = await kampung.page(session, viewer, after=after, inside=inside or None, limit=PAGE + 1)
    rows: list[Row] = [
        [
            (
                label(
                    work,
                    "kampung-line",
                    place=work.around.book.title(line.region),
                    name=line.name,
                ),
                f"kp:o:{line.id}",
            )
        ]
        for line in lines[:PAGE]
    ]
    turns = [(label(work, "kampung-first"), f"kp:l::{inside}")] if after else []
    if len(lines) > PAGE:
        turns.append((label(work, "kampung-more"), f"kp:l:{lines[PAGE - 1].region}:{inside}"))
    rows += [turns] if turns else []
    rows += _ways(work, viewer)
    place = work.around.book.title(inside or common_top(viewer, Act.READ_KAMPUNG))
    key = "kampung-list" if lines else "kampung-list-empty"
    return work.say(key, place=place), rows


def _ways(work: Work, viewer: Person) -> list[Row]:
    rows: list[Row] = []
    if _sees_more_than_villages(viewer):
        rows.append(
            [
                (label(work, "kampung-find-button"), "kp:f"),
                (label(work, "kampung-coverage-button"), "kp:v"),
            ]
        )
    if viewer.may(Act.EXPORT_ACTIVITY):
        rows.append([(label(work, "export-button"), "m:unduh")])
    if viewer.may(Act.EDIT_KAMPUNG):
        rows.append([(label(work, "kampung-new-button"), "kp:n")])
    return rows


async def covered(work: Work, viewer: Person, top: str) -> Shown:
    """How many villages have a kampung, beside what the programme aims at."""
    found = await coverage(await work.session(), viewer, top)
    aim = work.around.settings.territory.coverage_percent
    total = Covered(top, sum(one.kampung for one in found), sum(one.villages for one in found))
    lines = [_line(_short(work, one.code), one, aim) for one in found]
    lines.append(_line(label(work, "kampung-coverage-total"), total, aim))
    rows: list[Row] = []
    if top == "19":
        rows = [[(work.around.book.title(one.code), f"kp:v:{one.code}")] for one in found]
    elif viewer.may(Act.READ_KAMPUNG, "19"):
        rows = [[(work.around.book.title("19"), "kp:v:19")]]
    rows.append([(label(work, "kampung-list-button"), f"kp:l::{'' if top == '19' else top}")])
    text = work.say(
        "kampung-coverage",
        place=work.around.book.title(top),
        aim=str(aim),
        share=str(_percent(total)),
        table="\n".join(lines),
    )
    return text, rows


def _short(work: Work, code: str) -> str:
    region = work.around.book.get(code)
    name = region.name if region else code
    return name.removeprefix("Kabupaten ").removeprefix("Kota ")


def _percent(one: Covered) -> int:
    """Whole percent, rounded down: 89.9 has not reached 90."""
    return one.kampung * 100 // one.villages if one.villages else 0


def _line(name: str, one: Covered, aim: int) -> str:
    share = _percent(one)
    ratio = f"{one.kampung}/{one.villages}"
    return f"{name[:_NAME]:{_NAME}}{ratio:>7}{share:>4}%{'✓' if share >= aim else ''}"


async def activities(work: Work, viewer: Person, card: KampungCard, cursor: Sequence[str]) -> Shown:
    """The newest activities of a kampung's village, also of the region it was split from."""
    found = await village_activities(
        await work.session(), viewer, card.region, before=_before(cursor), limit=ACTIVITIES + 1
    )
    place = work.around.book.title(card.region)
    texts = [work.say("kampung-activities" if found else "kampung-activities-none", place=place)]
    told = [_activity(work, one.line) for one in found[:ACTIVITIES]]
    count = fitting(told)
    texts += told[:count]
    rows: list[Row] = []
    if len(found) > count:
        last = found[count - 1]
        data = f"kp:a:{card.id}:{last.line.held_on:%Y%m%d}:{last.id}"
        rows.append([(label(work, "list-older"), data)])
    rows.append([(label(work, "kampung-back"), f"kp:o:{card.id}")])
    return "\n\n".join(texts), rows


def _activity(work: Work, line: ActivityLine) -> str:
    told = work.say(
        "activity-list-line",
        receipt=line.receipt,
        title=spoken_title(line.title, line.section),
        date=line.held_on,
        place=work.around.book.title(line.region, line.held_on),
        photos=str(line.photos),
    )
    return f"{told}\n{work.say(f'after-state-{line.state}')}"


def _before(cursor: Sequence[str]) -> tuple[date, int] | None:
    """Day and number of the last activity shown; None for anything else that is sent."""
    if len(cursor) != 2 or not cursor[0].isdecimal() or len(cursor[0]) != 8:
        return None
    try:
        day = date.fromisoformat(cursor[0])
    except ValueError:
        return None
    return day, number_in(cursor[1])
