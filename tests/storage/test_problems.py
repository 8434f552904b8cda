"""Problems and interventions at the database: shown and changed only where the viewer may, and
nothing kept that a problem must not hold."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.rules.problems import words_of
from bot.rules.roles import Act, Person, Role
from storage import interventions, problem_changes, problem_pages, problems
from storage.database import Database
from storage.models import Activity, Intervention, Problem, ProblemPhoto, RegionRow
from tests.storage.building import NOW, a_person

HERE, SIBLING, FAR, NEW = "19.01.01.1001", "19.01.01.1002", "19.02.01.1001", "19.01.01.1999"
DAY = NOW.date()
WORDS: dict[str, Any] = {
    "category": "stunting",
    "what": "12 balita tidak naik berat badannya",
    "affected": 12,
    "since": date(2026, 11, 1),
    "priority": "sedang",
}
CHOICES: dict[str, Any] = {
    "category": "kawin",
    "choice": "terjadi",
    "affected_band": "few",
    "since": date(2026, 11, 1),
    "priority": "tinggi",
}
PHOTO = {"file_id": "f", "unique_id": "u", "caption": None, "size": 10}


async def noted(
    database: Database, author: Person, region: str = HERE, **values: Any
) -> tuple[int, str]:
    async with database.write() as session:
        given = {**WORDS, **values}
        return await problem_changes.note(session, author, region, given, under=5, now=NOW)


async def planned(database: Database, planner: Person, problem: int, **values: Any) -> int:
    given = {"agency": "pkm", "what": "PMT tiap minggu", "planned_on": DAY + timedelta(days=7)}
    async with database.write() as session:
        return await interventions.plan(session, planner, problem, now=NOW, **{**given, **values})


async def as_rows(database: Database) -> list[tuple[Any, ...]]:
    async with database.session() as session:
        found: list[tuple[Any, ...]] = [
            (one.id, one.state, one.what, one.reason)
            for one in await session.scalars(select(Problem).order_by(Problem.id))
        ]
        found += [
            (one.id, one.state, one.planned_on, one.result)
            for one in await session.scalars(select(Intervention).order_by(Intervention.id))
        ]
    return found


async def state_of(database: Database, number: int) -> str:
    async with database.session() as session:
        found = await session.scalar(select(Problem.state).where(Problem.id == number))
    assert found is not None
    return found


Change = Callable[[AsyncSession, Person, int, int], Awaitable[Any]]
PLANNERS: dict[str, Change] = {
    "plan": lambda session, viewer, problem, _: interventions.plan(
        session, viewer, problem, agency="pkm", what="Timbang ulang", planned_on=DAY, now=NOW
    ),
    "finish": lambda session, viewer, _, plan: interventions.finish(
        session, viewer, plan, result="Semua naik", done_on=DAY, now=NOW
    ),
    "cancel": lambda session, viewer, _, plan: interventions.cancel(
        session, viewer, plan, "dana", NOW
    ),
    "move": lambda session, viewer, _, plan: interventions.move(session, viewer, plan, DAY, NOW),
    "solve": lambda session, viewer, problem, _: problem_changes.solve(
        session, viewer, problem, NOW
    ),
    "withdraw": lambda session, viewer, problem, _: problem_changes.withdraw(
        session, viewer, problem, "keliru", NOW
    ),
}


@pytest.mark.parametrize("what", PLANNERS)
async def test_nothing_is_changed_without_the_right(database: Database, what: str) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    pokja = await a_person(database, 2, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, author)
    plan = await planned(database, pokja, problem)
    before = await as_rows(database)
    for chat, role, region, refusal in (
        (3, Role.CADRE, HERE, NotAllowed),
        (4, Role.AGENCY_KABKOTA, "19.01", NotAllowed),
        (5, Role.WORKING_GROUP, SIBLING, NotFound),
        (6, Role.FIELD_OFFICER, "19.02.01", NotFound),
        (7, Role.CASE_OFFICER, "19.01", NotFound),
        (8, Role.ADMIN, "19", NotFound),
    ):
        viewer = await a_person(database, chat, (role, region))
        async with database.session() as session:
            with pytest.raises(refusal):
                await PLANNERS[what](session, viewer, problem, plan)
            await session.commit()
    assert await as_rows(database) == before
    officer = await a_person(database, 9, (Role.FIELD_OFFICER, "19.01.01"))
    async with database.write() as session:
        await PLANNERS[what](session, officer, problem, plan)
    assert await as_rows(database) != before


async def test_noting_needs_the_right_in_that_village(database: Database) -> None:
    for chat, role, region in (
        (1, Role.CADRE, SIBLING),
        (2, Role.AGENCY_KABKOTA, "19.01"),
        (3, Role.AUDITOR, "19"),
    ):
        viewer = await a_person(database, chat, (role, region))
        with pytest.raises(NotAllowed):
            await noted(database, viewer)
    assert await as_rows(database) == []


FORBIDDEN: dict[str, dict[str, Any]] = {
    "words": {"what": "Budi dipukul"},
    "a number": {"affected": 3},
    "evidence": {"evidence": "kata tetangga"},
    "a photo": {"photos": [PHOTO]},
    "another choice": {"choice": "Budi"},
    "a smaller band": {"affected_band": "3"},
    "no choice": {"choice": None},
    "no band": {"affected_band": None},
}


@pytest.mark.parametrize("what", FORBIDDEN)
@pytest.mark.parametrize("category", ["kawin", "keras", "putus"])
async def test_of_children_only_choices_are_kept_whoever_asks(
    database: Database, what: str, category: str
) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    choices = {"kawin": "terjadi", "keras": "terjadi", "putus": "ada"}
    good = {**CHOICES, "category": category, "choice": choices[category]}
    with pytest.raises(AppError):
        await write(database, author, {**good, **FORBIDDEN[what]})
    assert await as_rows(database) == []
    number, _ = await write(database, author, good)
    with pytest.raises(AppError):
        await edit(database, author, number, {**good, **FORBIDDEN[what]})
    async with database.session() as session:
        row = await session.get_one(Problem, number)
        assert (row.what, row.affected, row.evidence) == (None, None, None)
        assert (row.choice, row.affected_band) == (choices[category], "few")
        assert await session.scalar(select(ProblemPhoto.file_id)) is None


async def write(database: Database, author: Person, values: dict[str, Any]) -> tuple[int, str]:
    async with database.write() as session:
        return await problem_changes.note(session, author, HERE, values, under=5, now=NOW)


async def edit(
    database: Database, author: Person, number: int, values: dict[str, Any], days: int = 14
) -> None:
    async with database.write() as session:
        await problem_changes.edit(
            session, author, number, values, days=days, under=5, now=NOW + timedelta(days=1)
        )


async def test_a_kind_never_changes_in_an_edit(database: Database) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    of_children, _ = await write(database, author, CHOICES)
    with pytest.raises(AppError) as told:
        await edit(database, author, of_children, WORDS)
    assert told.value.key == "problem-kind-fixed"


async def test_plans_and_results_of_childrens_problems_are_choices(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    number, _ = await write(database, pokja, CHOICES)
    with pytest.raises(AppError) as told:
        await planned(database, pokja, number, what="Datangi rumah Budi")
    assert told.value.key == "problem-child-words"
    plan = await planned(database, pokja, number, what="suluh")
    async with database.session() as session:
        with pytest.raises(AppError):
            await interventions.finish(
                session, pokja, plan, result="Budi sudah aman", done_on=DAY, now=NOW
            )
    async with database.write() as session:
        await interventions.finish(session, pokja, plan, result="penuh", done_on=DAY, now=NOW)


@pytest.mark.parametrize(
    "values",
    [
        {"what": "Anak Budi dipukul bapaknya di RT 3"},
        {"evidence": "Anak Budi dipukul bapaknya di RT 3"},
        {"photos": [{**PHOTO, "caption": "anak yang dipukul ayahnya"}]},
    ],
)
async def test_words_about_a_child_are_never_kept(
    database: Database, values: dict[str, Any]
) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    with pytest.raises(AppError) as told:
        await noted(database, author, **values)
    assert told.value.key == "danger-lead"
    assert await as_rows(database) == []


@pytest.mark.parametrize(
    "values",
    [
        {"what": "abc"},
        {"what": "x" * 501},
        {"what": None},
        {"affected": 0},
        {"affected": -1},
        {"affected": 1_000_000},
        {"since": DAY + timedelta(days=1)},
        {"since": date(1900, 1, 1)},
        {"priority": "gawat"},
        {"category": "lainnya"},
        {"photos": [PHOTO] * 4},
    ],
)
def test_what_does_not_fit_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(AppError):
        words_of({**WORDS, **values}, DAY, 5)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"agency": "tidakada"}, "intervention-unfit"),
        ({"agency": "other:"}, "intervention-unfit"),
        ({"agency": "other:anak Budi dipukul bapaknya"}, "danger-lead"),
        ({"what": "abc"}, "intervention-unfit"),
        ({"what": "Anak Budi dipukul bapaknya"}, "danger-lead"),
        ({"planned_on": DAY - timedelta(days=1)}, "intervention-unfit"),
        ({"planned_on": DAY + timedelta(days=400)}, "intervention-unfit"),
    ],
)
async def test_a_plan_that_does_not_fit_is_refused(
    database: Database, change: dict[str, Any], key: str
) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, pokja)
    with pytest.raises(AppError) as told:
        await planned(database, pokja, problem, **change)
    assert told.value.key == key
    assert await state_of(database, problem) == "open"


async def test_a_problem_is_planned_while_anything_is_planned(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, pokja)
    first, second = await planned(database, pokja, problem), await planned(database, pokja, problem)
    assert await state_of(database, problem) == "planned"
    async with database.write() as session:
        await interventions.cancel(session, pokja, first, "waktu", NOW)
    assert await state_of(database, problem) == "planned"
    later = NOW + timedelta(days=3)
    async with database.write() as session:
        await interventions.finish(
            session, pokja, second, result="Semua naik", done_on=DAY, now=later
        )
    async with database.session() as session:
        row = await session.get_one(Problem, problem)
        assert (row.state, row.idle_since) == ("open", later)


async def test_an_intervention_is_settled_once(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, pokja)
    plan = await planned(database, pokja, problem)
    async with database.write() as session:
        await interventions.finish(session, pokja, plan, result="Semua naik", done_on=DAY, now=NOW)
    for what in ("finish", "cancel", "move"):
        async with database.session() as session:
            with pytest.raises(AppError) as told:
                await PLANNERS[what](session, pokja, problem, plan)
        assert told.value.key == "intervention-settled"


@pytest.mark.parametrize(("close", "key"), [("withdraw", "withdrawn"), ("solve", "done")])
async def test_a_closed_problem_takes_no_plan_and_closes_those_it_has(
    database: Database, close: str, key: str
) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    pokja = await a_person(database, 2, (Role.WORKING_GROUP, HERE))
    problem, _ = await noted(database, author)
    await planned(database, pokja, problem)
    officer = await a_person(database, 3, (Role.FIELD_OFFICER, "19.01.01"))
    async with database.write() as session:
        told = await PLANNERS[close](session, officer, problem, 0)
    assert told == [(2, "id")]
    with pytest.raises(AppError) as refused:
        await planned(database, pokja, problem)
    assert refused.value.key == f"problem-is-{key}"
    async with database.session() as session:
        assert await session.scalar(select(Intervention.state)) == "cancelled"


async def test_a_page_shows_what_may_be_read_urgent_first(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE), (Role.CADRE, FAR))
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"), (Role.CADRE, SIBLING))
    low, _ = await noted(database, pokja, priority="rendah")
    far, _ = await noted(database, pokja, FAR)
    high, _ = await noted(database, pokja, priority="tinggi", category="kb")
    beside, _ = await noted(database, officer, SIBLING)
    province = await a_person(database, 3, (Role.AGENCY_PROVINCE, "19"))
    nobody = await a_person(database, 4, (Role.CASE_OFFICER, "19.01"))
    for viewer, ought in (
        (pokja, [high, low, far]),
        (officer, [high, low, beside]),
        (province, [high, low, beside, far]),
        (nobody, []),
    ):
        assert await paged(database, viewer, 1) == await paged(database, viewer, 9) == ought


async def paged(database: Database, viewer: Person, size: int) -> list[int]:
    """All pages of that size, one after the other."""
    found: list[int] = []
    after = None
    async with database.session() as session:
        while lines := await problem_pages.page(session, viewer, after=after, limit=size):
            found += [line.id for line in lines]
            after = lines[-1].spot()
    return found


async def test_closed_problems_are_paged_newest_first(database: Database) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE), (Role.WORKING_GROUP, FAR))
    numbers = [(await noted(database, pokja, region))[0] for region in (HERE, FAR, HERE, FAR, HERE)]
    async with database.write() as session:
        for number in numbers[:4]:
            await problem_changes.solve(session, pokja, number, NOW)
    found: list[int] = []
    before = None
    async with database.session() as session:
        while lines := await problem_pages.closed_page(session, pokja, before=before, limit=1):
            found += [line.id for line in lines]
            before = lines[-1].region, lines[-1].id
    assert found == [numbers[3], numbers[1], numbers[2], numbers[0]]


async def split_off(database: Database) -> None:
    """The village HERE has ended and goes on as NEW."""
    async with database.write() as session:
        old = await session.get_one(RegionRow, HERE)
        old.valid_until = DAY
        session.add(
            RegionRow(
                code=NEW,
                name="Baru",
                kind=old.kind,
                parent=old.parent,
                source="Perda uji",
                valid_from=DAY,
                succeeds=HERE,
            )
        )


async def test_a_problem_of_an_ended_village_goes_on_with_its_successors(
    database: Database,
) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    problem, _ = await noted(database, author)
    await split_off(database)
    with pytest.raises(AppError) as told:
        await noted(database, author)
    assert told.value.key == "region-ended"
    pokja = await a_person(database, 2, (Role.WORKING_GROUP, NEW))
    beside = await a_person(database, 3, (Role.WORKING_GROUP, SIBLING))
    async with database.session() as session:
        assert [one.id for one in await problems.open_problems(session, pokja, [NEW], 9)] == [
            problem
        ]
        assert not await problems.open_problems(session, beside, [SIBLING], 9)
        await problems.check_answers(session, pokja, problem, NEW)
    await planned(database, pokja, problem)
    assert await state_of(database, problem) == "planned"


async def test_an_activity_answers_problems_of_its_own_village_only(database: Database) -> None:
    both = await a_person(database, 1, (Role.CADRE, HERE), (Role.CADRE, SIBLING))
    stranger = await a_person(database, 2, (Role.CADRE, FAR))
    problem, _ = await noted(database, both)
    async with database.session() as session:
        await problems.check_answers(session, both, problem, HERE)
        with pytest.raises(AppError) as told:
            await problems.check_answers(session, both, problem, SIBLING)
        assert told.value.key == "problem-other-village"
        with pytest.raises(NotFound):
            await problems.check_answers(session, stranger, problem, FAR)
    async with database.write() as session:
        await problem_changes.withdraw(session, both, problem, "dobel", NOW)
    async with database.session() as session:
        with pytest.raises(AppError) as told:
            await problems.check_answers(session, both, problem, HERE)
        assert told.value.key == "problem-is-withdrawn"


async def test_open_problems_are_those_the_viewer_may_read(database: Database) -> None:
    both = await a_person(database, 1, (Role.CADRE, HERE), (Role.CADRE, SIBLING))
    here, _ = await noted(database, both)
    beside, _ = await noted(database, both, SIBLING)
    kader = await a_person(database, 2, (Role.CADRE, HERE))
    async with database.session() as session:
        found = await problems.open_problems(session, kader, [HERE, SIBLING, FAR], 9)
        assert [(one.id, one.region) for one in found] == [(here, HERE)]
        found = await problems.open_problems(session, both, [HERE, SIBLING], 9)
        assert [one.id for one in found] == [here, beside]
        assert len(await problems.open_problems(session, both, [HERE, SIBLING], 1)) == 1


async def test_open_problems_of_an_area_are_each_there_once(database: Database) -> None:
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    first, _ = await noted(database, officer)
    beside, _ = await noted(database, officer, SIBLING)
    await split_off(database)
    async with database.session() as session:
        found = await problems.open_problems(session, officer, ["19.01.01", SIBLING], 9)
    assert [one.id for one in found] == [beside, first]


async def test_old_words_that_name_a_child_are_left_out_of_lists(database: Database) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE))
    number, _ = await noted(database, kader)
    async with database.write() as session:
        row = await session.get_one(Problem, number)
        row.what = "Anak Budi dipukul bapaknya di RT 3"
    async with database.session() as session:
        [line] = await problems.open_problems(session, kader, [HERE], 9)
    assert line.title == "Stunting"


async def test_a_card_tells_of_the_activities_that_may_be_read(database: Database) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE))
    partner = await a_person(database, 2, (Role.PARTNER, "19.01"))
    number, _ = await noted(database, kader)
    async with database.write() as session:
        for at, state in enumerate(("saved", "withdrawn")):
            session.add(_activity(kader, number, at, state))
    async with database.session() as session:
        for viewer in (kader, partner):
            card = await problems.problem_for(session, viewer, number)
            assert card is not None
            assert [receipt for receipt, *_ in card.activities] == ["KG-0"]
            assert card.role is Role.CADRE


def _activity(kader: Person, problem: int, at: int, state: str) -> Activity:
    lists: dict[str, Sequence[str]] = {"target_groups": [], "agencies": [], "funding": []}
    return Activity(
        id=at + 1,
        receipt=f"KG-{at}",
        person_id=kader.id,
        region_code=HERE,
        held_on=DAY,
        title="Posyandu",
        section="repro",
        male=0,
        female=0,
        children=0,
        problem_id=problem,
        state=state,
        created_at=NOW,
        **lists,
    )


async def test_an_authors_right_ends_with_the_role(database: Database) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE))
    number, _ = await noted(database, kader)
    gone = Person(kader.id, 1, "Budi", "id", ())
    assert gone.regions_for(Act.REPORT_PROBLEM) == ()
    with pytest.raises(NotFound):
        await edit(database, gone, number, WORDS)
    async with database.session() as session:
        with pytest.raises(NotFound):
            await problem_changes.withdraw(session, gone, number, "dobel", NOW)


@pytest.mark.parametrize(
    ("days", "key"), [(14, None), (1, "problem-edit-late"), (0, "problem-edit-late")]
)
async def test_an_edit_is_taken_within_its_days(
    database: Database, days: int, key: str | None
) -> None:
    kader = await a_person(database, 1, (Role.CADRE, HERE))
    number, _ = await noted(database, kader, photos=[PHOTO])
    if key is None:
        await edit(database, kader, number, {**WORDS, "affected": None}, days)
        async with database.session() as session:
            assert (await session.get_one(Problem, number)).affected is None
            assert await session.scalar(select(ProblemPhoto.file_id)) is None
        return
    with pytest.raises(AppError) as told:
        await edit(database, kader, number, WORDS, days)
    assert told.value.key == key


async def test_pages_are_read_off_their_index(database: Database) -> None:
    wanted = problem_pages._stretch("19.01", ("19.01.01.1001", 1, 5)).limit(7)
    bound = wanted.compile(database.engine.sync_engine, compile_kwargs={"literal_binds": True})
    async with database.session() as session:
        if not database.is_sqlite:
            # A table of no rows is read whole by choice; here is asked whether the index can serve.
            await session.execute(text("set local enable_seqscan = off"))
        explain = "explain query plan" if database.is_sqlite else "explain"
        rows = await session.execute(text(f"{explain} {bound}"))
        plan = " ".join(str(row[3] if database.is_sqlite else row[0]) for row in rows)
    assert "ix_problems_open" in plan, plan


async def test_a_page_behind_a_rank_that_is_none_begins_at_the_next_village(
    database: Database,
) -> None:
    author = await a_person(database, 1, (Role.CADRE, HERE))
    number, _ = await noted(database, author)
    async with database.session() as session:
        behind = await problem_pages.page(session, author, after=(HERE, 2**62, 1), limit=5)
        before = await problem_pages.page(session, author, after=("19.01", 2**62, 1), limit=5)
    assert ([*behind], [one.id for one in before]) == ([], [number])
