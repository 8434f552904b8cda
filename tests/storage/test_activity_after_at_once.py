"""Two who decide about one activity in the same second: one of them happens, the other is told."""

import asyncio

import pytest

from bot.errors import AppError
from storage import activity_after as after
from storage.activity_checks import verify
from storage.database import Database
from tests.databases import another
from tests.storage.building import NOW, somebody_waits
from tests.storage.test_activity_after import (
    LIMITS,
    as_sent,
    cadre,
    edits,
    noted,
    officer,
    sent,
    state_of,
    verifies,
    withdraws,
)


@pytest.mark.postgres
async def test_verified_and_withdrawn_at_once_one_of_them_happens(
    postgres_database: Database,
) -> None:
    siti, budi = await cadre(postgres_database), await officer(postgres_database)
    number = await sent(postgres_database, siti)
    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await after.withdraw(session, siti, number, "twice", now=NOW, settings=LIMITS)
            late = asyncio.create_task(verifies(elsewhere, budi, as_sent(number)))
            await somebody_waits(postgres_database)
        assert await late == []
    assert await state_of(postgres_database, number) == ("withdrawn", 0)
    assert await noted(postgres_database) == ["withdrawn"]


@pytest.mark.postgres
async def test_withdrawn_while_it_is_verified_the_author_is_told(
    postgres_database: Database,
) -> None:
    siti, budi = await cadre(postgres_database), await officer(postgres_database)
    number = await sent(postgres_database, siti)
    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await verify(session, budi, [as_sent(number)], NOW)
            late = asyncio.create_task(withdraws(elsewhere, siti, number))
            await somebody_waits(postgres_database)
        with pytest.raises(AppError, match="after-moved"):
            await late
    assert await state_of(postgres_database, number) == ("verified", 0)


@pytest.mark.postgres
async def test_two_edits_at_once_the_second_finds_another_revision(
    postgres_database: Database,
) -> None:
    siti = await cadre(postgres_database)
    number = await sent(postgres_database, siti)
    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            values = {"title": "Satu"}
            await after.edit(session, siti, number, 0, values, None, now=NOW, settings=LIMITS)
            late = asyncio.create_task(edits(elsewhere, siti, number, 0, title="Dua"))
            await somebody_waits(postgres_database)
        assert await late == "moved"
    assert await noted(postgres_database) == ["edited"]
