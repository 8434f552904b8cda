"""Invite links: only their hash is kept, and each use is taken once."""

import asyncio
import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.errors import NotAllowed, NotFound
from bot.rules.roles import Role
from storage.database import Database
from storage.invites import create_invite, exists, look_up, use
from storage.models import Invite, RegionRow
from tests.databases import another
from tests.storage.building import BANGKA, BELITUNG, KENANGA, NOW, PROVINCE, a_person, on_disk

DAY = timedelta(days=1)


async def an_invite(database: Database, uses: int = 1) -> str:
    """The token of a link for a cadre of Bangka, good for a day."""
    async with database.write() as session:
        return await create_invite(
            session, Role.CADRE, BANGKA, viewer=None, hours=24, uses=uses, now=NOW
        )


async def taking(database: Database, token: str) -> bool:
    async with database.write() as session:
        return await use(session, token, NOW)


async def why_not(database: Database, token: str, now: object = NOW) -> str:
    async with database.session() as session:
        with pytest.raises(NotFound) as refusal:
            await look_up(session, token, now)  # type: ignore[arg-type]
    return refusal.value.key


async def test_a_link_tells_role_and_region(database: Database) -> None:
    token = await an_invite(database)

    async with database.session() as session:
        assert await look_up(session, token, NOW) == (Role.CADRE, BANGKA, None)
        assert await exists(session, token)


async def test_a_link_fits_a_start_payload(database: Database) -> None:
    token = await an_invite(database)

    assert len(token) <= 64
    assert token.replace("_", "").replace("-", "").isalnum()


async def test_only_the_hash_of_a_link_is_kept(database: Database) -> None:
    token = await an_invite(database)

    async with database.session() as session:
        kept = await session.scalar(select(Invite.token_hash))

    assert kept == hashlib.sha256(token.encode()).digest()


async def test_the_bytes_of_the_file_hold_no_link(sqlite_database: Database) -> None:
    token = await an_invite(sqlite_database)
    content = on_disk(sqlite_database)

    assert hashlib.sha256(token.encode()).digest() in content
    assert token.encode() not in content


async def test_a_link_ends_with_its_time(database: Database) -> None:
    token = await an_invite(database)

    assert await why_not(database, token, NOW + DAY) == "invite-expired"
    async with database.write() as session:
        assert not await use(session, token, NOW + DAY)
        assert await use(session, token, NOW + DAY - timedelta(seconds=1))


async def test_an_unknown_link_is_told_as_such(database: Database) -> None:
    await an_invite(database)

    assert await why_not(database, "iunknown") == "invite-unknown"
    async with database.session() as session:
        assert not await exists(session, "iunknown")
        assert not await use(session, "iunknown", NOW)


async def test_a_link_for_two_serves_two(database: Database) -> None:
    token = await an_invite(database, uses=2)

    assert [await taking(database, token) for _ in range(3)] == [True, True, False]
    assert await why_not(database, token) == "invite-used-up"


async def test_a_use_that_is_rolled_back_is_not_lost(database: Database) -> None:
    token = await an_invite(database)

    async with database.session() as session:
        assert await use(session, token, NOW)

    assert await taking(database, token)


async def test_the_last_use_goes_to_one_of_many_at_once(database: Database) -> None:
    token = await an_invite(database, uses=2)

    async with another(database) as elsewhere:
        found = await asyncio.gather(
            *(taking(place, token) for place in (database, elsewhere) for _ in range(4))
        )

    assert found.count(True) == 2


@pytest.mark.parametrize(
    ("mine", "where", "role", "region", "allowed"),
    [
        (Role.FIELD_OFFICER, "19.01.01", Role.CADRE, KENANGA, True),
        (Role.FIELD_OFFICER, "19.01.01", Role.FIELD_OFFICER, "19.01.01", False),
        (Role.FIELD_OFFICER, "19.01.01", Role.CADRE, "19.01.02.1001", False),
        (Role.AGENCY_KABKOTA, BANGKA, Role.FIELD_OFFICER, "19.01.01", True),
        (Role.AGENCY_KABKOTA, BANGKA, Role.CASE_OFFICER, BANGKA, False),
        (Role.AGENCY_KABKOTA, BANGKA, Role.CADRE, BANGKA, False),
        (Role.AGENCY_PROVINCE, PROVINCE, Role.CASE_OFFICER, BELITUNG, True),
        (Role.CADRE, KENANGA, Role.CADRE, KENANGA, False),
    ],
)
async def test_a_link_is_made_only_by_who_may_give_the_role(
    database: Database, mine: Role, where: str, role: Role, region: str, allowed: bool
) -> None:
    viewer = await a_person(database, 1, (mine, where))
    async with database.write() as session:
        if allowed:
            token = await create_invite(
                session, role, region, viewer=viewer, hours=24, uses=1, now=NOW
            )
            assert (await look_up(session, token, NOW))[2] == viewer.id
        else:
            with pytest.raises(NotAllowed, match="refused-invite"):
                await create_invite(session, role, region, viewer=viewer, hours=24, uses=1, now=NOW)
    async with database.session() as session:
        assert len((await session.scalars(select(Invite))).all()) == int(allowed)


async def test_a_link_for_a_region_that_ended_is_neither_made_nor_good(
    database: Database,
) -> None:
    async with database.write() as session:
        token = await create_invite(
            session, Role.CADRE, KENANGA, viewer=None, hours=24, uses=1, now=NOW
        )
        await session.execute(
            update(RegionRow).where(RegionRow.code == KENANGA).values(valid_until=NOW.date())
        )

    assert await why_not(database, token) == "invite-region-ended"
    async with database.session() as session:
        with pytest.raises(NotFound, match="invite-region-ended"):
            await create_invite(
                session, Role.CADRE, KENANGA, viewer=None, hours=24, uses=1, now=NOW
            )
