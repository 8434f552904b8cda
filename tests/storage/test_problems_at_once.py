"""Two people who change the same problem at the same time: the second meets what the first did."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError
from bot.rules.roles import Role
from storage import interventions, problem_changes
from storage.database import Database
from storage.models import Intervention, Problem
from tests.storage.building import NOW, a_person
from tests.storage.test_problems import DAY, HERE, noted, planned

Step = Callable[[AsyncSession], Awaitable[Any]]


async def both(database: Database, *steps: Step) -> list[str]:
    """Do all at once, each in its own transaction; the keys of the refusals."""

    async def one(step: Step) -> str | None:
        try:
            async with database.write() as session:
                await step(session)
        except AppError as refused:
            return refused.key
        return None

    return [key for key in await asyncio.gather(*map(one, steps)) if key]


async def test_a_plan_and_a_withdrawal_leave_no_plan_of_a_withdrawn_problem(
    database: Database,
) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    for _ in range(3):
        problem, _ = await noted(database, pokja)
        await both(
            database,
            lambda session, number=problem: interventions.plan(  # type: ignore[misc]
                session, pokja, number, agency="pkm", what="Timbang", planned_on=DAY, now=NOW
            ),
            lambda session, number=problem: problem_changes.withdraw(  # type: ignore[misc]
                session, officer, number, "dobel", NOW
            ),
        )
        async with database.session() as session:
            state = await session.scalar(select(Problem.state).where(Problem.id == problem))
            open_ones = select(Intervention.id).where(
                Intervention.problem_id == problem, Intervention.state == "planned"
            )
            assert state == "withdrawn"
            assert await session.scalar(open_ones) is None


@pytest.mark.parametrize("second", ["finish", "cancel"])
async def test_an_intervention_is_settled_by_one_of_two(database: Database, second: str) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    problem, _ = await noted(database, pokja)
    plan = await planned(database, pokja, problem)
    steps: dict[str, Step] = {
        "finish": lambda session: interventions.finish(
            session, officer, plan, result="Semua naik", done_on=DAY, now=NOW
        ),
        "cancel": lambda session: interventions.cancel(session, officer, plan, "dana", NOW),
    }
    refused = await both(
        database,
        lambda session: interventions.finish(
            session, pokja, plan, result="Semua ditimbang", done_on=DAY, now=NOW
        ),
        steps[second],
    )
    assert refused == ["intervention-settled"]


async def test_the_last_plan_settled_and_a_new_one_made_leave_a_true_state(
    database: Database,
) -> None:
    pokja = await a_person(database, 1, (Role.WORKING_GROUP, HERE))
    officer = await a_person(database, 2, (Role.FIELD_OFFICER, "19.01.01"))
    problem, _ = await noted(database, pokja)
    plan = await planned(database, pokja, problem)
    refused = await both(
        database,
        lambda session: interventions.cancel(session, pokja, plan, "dana", NOW),
        lambda session: interventions.plan(
            session, officer, problem, agency="pkm", what="Timbang", planned_on=DAY, now=NOW
        ),
    )
    assert refused == []
    async with database.session() as session:
        row = await session.get_one(Problem, problem)
        assert (row.state, row.idle_since) == ("planned", None)
