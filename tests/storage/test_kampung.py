"""The registry at the database: shown and changed only where the viewer may."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError, NotAllowed, NotFound
from bot.rules.roles import Act, Person, Role
from storage import kampung_changes
from storage.coverage import coverage
from storage.database import Database
from storage.kampung import add_kampung, card, kampung_of, page
from storage.models import Kampung
from tests.storage.building import NOW, a_person

HERE, SIBLING, FAR = "19.01.01.1001", "19.01.01.1002", "19.02.01.1001"


async def registered(database: Database, *regions: str) -> dict[str, int]:
    """Kampung numbers by village."""
    async with database.write() as session:
        for region in regions:
            await add_kampung(session, region, f"Kampung {region}", NOW)
    async with database.session() as session:
        return {row.region_code: row.id for row in await session.scalars(select(Kampung))}


async def as_rows(database: Database) -> list[tuple[Any, ...]]:
    async with database.session() as session:
        rows = await session.scalars(select(Kampung).order_by(Kampung.region_code))
        return [(one.name, one.stage, one.checklist, one.closed_at) for one in rows]


CHANGES: dict[str, Callable[[AsyncSession, Person, int], Awaitable[Any]]] = {
    "change": lambda session, viewer, number: kampung_changes.change(
        session, viewer, number, {"name": "X"}, NOW
    ),
    "tick": lambda session, viewer, number: kampung_changes.tick(
        session, viewer, number, "decree", NOW.date(), NOW
    ),
    "stage": lambda session, viewer, number: kampung_changes.set_stage(
        session, viewer, number, "implementation", NOW
    ),
    "close": lambda session, viewer, number: kampung_changes.close(
        session, viewer, number, "tutup", NOW
    ),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_nothing_is_changed_without_the_right(database: Database, what: str) -> None:
    number = (await registered(database, HERE))[HERE]
    before = await as_rows(database)
    for chat, role, region, refusal in (
        (1, Role.CADRE, HERE, NotAllowed),
        (2, Role.FIELD_OFFICER, SIBLING, NotFound),
        (3, Role.AGENCY_KABKOTA, "19.02", NotFound),
        (4, Role.ADMIN, "19", NotFound),
    ):
        viewer = await a_person(database, chat, (role, region))
        async with database.session() as session:
            with pytest.raises(refusal):
                await CHANGES[what](session, viewer, number)
    assert await as_rows(database) == before
    officer = await a_person(database, 5, (Role.FIELD_OFFICER, "19.01.01"))
    async with database.write() as session:
        await CHANGES[what](session, officer, number)
    assert await as_rows(database) != before


async def test_a_card_and_a_page_show_what_may_be_read(database: Database) -> None:
    numbers = await registered(database, HERE, SIBLING, FAR)
    cadre = await a_person(database, 1, (Role.CADRE, HERE))
    both = await a_person(database, 2, (Role.CADRE, HERE), (Role.FIELD_OFFICER, "19.01.01"))
    admin = await a_person(database, 3, (Role.ADMIN, "19"))
    async with database.session() as session:
        assert [one.region for one in await page(session, cadre, limit=9)] == [HERE]
        assert [one.region for one in await page(session, both, limit=9)] == [HERE, SIBLING]
        assert [one.region for one in await page(session, both, after=HERE, limit=9)] == [SIBLING]
        assert await page(session, both, inside="19.02", limit=9) == []
        assert await page(session, admin, limit=9) == []
        assert await card(session, cadre, numbers[SIBLING], NOW) is None
        assert await card(session, admin, numbers[HERE], NOW) is None
        assert await coverage(session, admin, "19") == []
        assert dict(await kampung_of(session, cadre, Act.READ_KAMPUNG)).keys() == {HERE}


async def test_registering_is_for_those_responsible_and_once_a_village(database: Database) -> None:
    async def register(viewer: Person, region: str) -> int:
        async with database.write() as session:
            return await kampung_changes.register(
                session,
                viewer,
                region=region,
                name="Kampung Melati",
                decree=None,
                decree_on=None,
                now=NOW,
            )

    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"))
    cadre = await a_person(database, 2, (Role.CADRE, HERE))
    with pytest.raises(NotAllowed):
        await register(cadre, HERE)
    with pytest.raises(NotAllowed):
        await register(officer, FAR)
    with pytest.raises(AppError, match="kampung-no-village"):
        await register(officer, "19.01.01")
    with pytest.raises(NotFound, match="region-unknown"):
        await register(officer, "19.01.01.9999")
    await register(officer, HERE)
    with pytest.raises(AppError, match="kampung-exists"):
        await register(officer, HERE)
    assert len(await as_rows(database)) == 1


async def test_coverage_counts_villages_in_force_and_open_kampung(database: Database) -> None:
    await registered(database, HERE, SIBLING, FAR)
    agency = await a_person(database, 1, (Role.AGENCY_KABKOTA, "19.01"))
    province = await a_person(database, 2, (Role.AGENCY_PROVINCE, "19"))
    async with database.session() as session:
        by_kabkota = await coverage(session, province, "19")
        mine = await coverage(session, agency, "19.01")
        others = await coverage(session, agency, "19.02")
    assert [(one.code, one.kampung, one.villages) for one in by_kabkota][:2] == [
        ("19.01", 2, 81),
        ("19.02", 1, 49),
    ]
    assert sum(one.villages for one in by_kabkota) == 393
    assert (mine[0].code, mine[0].kampung, sum(one.villages for one in mine)) == ("19.01.01", 2, 81)
    assert others == []
