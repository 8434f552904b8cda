"""Two who register the kampung of one village in the same second: the second is told so."""

import asyncio

import pytest

from bot.errors import AppError
from bot.rules.roles import Person, Role
from storage import kampung_changes
from storage.database import Database
from tests.databases import another
from tests.storage.building import KENANGA, NOW, a_person, somebody_waits
from tests.storage.test_kampung import as_rows


@pytest.mark.postgres
async def test_the_second_to_register_a_kampung_is_told_so(postgres_database: Database) -> None:
    budi = await a_person(postgres_database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    rina = await a_person(postgres_database, 2, (Role.AGENCY_KABKOTA, "19.01"))

    async def registering(database: Database, viewer: Person) -> None:
        async with database.write() as session:
            await kampung_changes.register(
                session,
                viewer,
                region=KENANGA,
                name="Kampung Kenanga",
                decree=None,
                decree_on=None,
                now=NOW,
            )

    async with another(postgres_database) as elsewhere:
        async with postgres_database.write() as session:
            await kampung_changes.register(
                session,
                budi,
                region=KENANGA,
                name="Kampung Melati",
                decree=None,
                decree_on=None,
                now=NOW,
            )
            late = asyncio.create_task(registering(elsewhere, rina))
            await somebody_waits(postgres_database)
        with pytest.raises(AppError, match="kampung-exists") as told:
            await late
    assert told.value.args_for_text == {"name": "Kampung Melati"}
    assert [row[0] for row in await as_rows(postgres_database)] == ["Kampung Melati"]
