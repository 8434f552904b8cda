"""Two of DP3ACSKB against each other in the same second: one of them is left."""

import asyncio

import pytest

from bot.errors import AppError
from bot.rules.roles import Person, Role
from storage.database import Database
from storage.tenure import Change, end, suspend
from tests.databases import another
from tests.storage.building import NOW, PROVINCE, a_person, loaded, somebody_waits
from tests.storage.test_hand_over import role_number


@pytest.mark.postgres
async def test_two_who_suspend_each_other_at_once_leave_one(postgres_database: Database) -> None:
    rina = await a_person(postgres_database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    hasan = await a_person(postgres_database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    hers = await role_number(postgres_database, rina)
    his = await role_number(postgres_database, hasan)

    async def suspending(database: Database, viewer: Person) -> None:
        async with database.write() as session:
            await suspend(session, hers, Change(viewer, NOW, None))

    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            assert await end(session, his, Change(rina, NOW, None)) is not None
            late = asyncio.create_task(suspending(elsewhere, hasan))
            await somebody_waits(postgres_database)
        with pytest.raises(AppError, match="member-last-province"):
            await late
    assert (await loaded(postgres_database, 1)).roles() == {Role.AGENCY_PROVINCE}
