"""A lost phone is no way to be one's own second person, nor to be rid of a legal hold."""

from datetime import timedelta

from sqlalchemy import select

from bot.rules.roles import Role
from storage import holds
from storage.assignments import confirm
from storage.database import Database
from storage.invites import create_invite, look_up
from storage.models import Broadcast
from tests.storage.building import (
    BANGKA,
    KENANGA,
    NOW,
    PROVINCE,
    a_broadcast,
    a_person,
    give,
    loaded,
)
from tests.storage.test_relink import NEW, OLD, lost, moving


async def test_who_gave_a_role_on_one_phone_does_not_confirm_it_on_another(
    database: Database,
) -> None:
    """Hasan of DP3ACSKB invites, then has a cadre's account of his moved to that very phone."""
    officer = await a_person(database, 1, (Role.FIELD_OFFICER, "19.01.01"), name="Rudi")
    cadre = await a_person(database, OLD, (Role.CADRE, KENANGA))
    request = await lost(database)
    async with database.write() as session:
        await give(session, request.person, Role.AGENCY_PROVINCE, PROVINCE)
    hasan = await loaded(database, NEW)
    dewi = await a_person(database, 30, name="Dewi")
    async with database.write() as session:
        waiting = await give(
            session, dewi.id, Role.CASE_OFFICER, BANGKA, by=hasan.id, confirmed=False
        )
        token = await create_invite(
            session, Role.AUDITOR, PROVINCE, viewer=hasan, hours=24, uses=1, now=NOW
        )

    assert await moving(database, officer, request, cadre) is not None

    hasan = await loaded(database, NEW)
    assert hasan.id == cadre.id
    assert Role.AGENCY_PROVINCE in hasan.roles()
    async with database.write() as session:
        assert await confirm(session, waiting, hasan, (PROVINCE,), NOW) is None
    async with database.session() as session:
        assert await look_up(session, token, NOW) == (Role.AUDITOR, PROVINCE, hasan.id)


async def test_a_hold_and_broadcasts_go_along_to_the_account_that_is_left(
    database: Database,
) -> None:
    province = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    old = await a_person(database, OLD, (Role.CADRE, KENANGA))
    request = await lost(database)
    await a_broadcast(database, await loaded(database, NEW))
    async with database.write() as session:
        placed = await holds.place(session, province, request.person, "Perkara 12/2026", NOW)

    assert await moving(database, province, request, old) is not None

    async with database.session() as session:
        assert [one.id for one in await holds.on(session, old.id)] == [placed]
        [shown] = await holds.listed(session, province, limit=5)
        assert (shown.person, shown.name) == (old.id, "Budi")
        assert await session.scalar(select(Broadcast.person_id)) == old.id
    async with database.write() as session:
        assert await holds.lift(session, province, shown.id, NOW + timedelta(days=1)) == old.id
