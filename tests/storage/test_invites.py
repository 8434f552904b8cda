"""Invite links: only their hash is kept, and each use is taken once."""

import asyncio
import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import NotFound
from bot.rules.roles import Role
from storage.database import Database
from storage.invites import create_invite, exists, look_up, use
from storage.models import Invite
from tests.databases import another
from tests.storage.building import BANGKA, NOW, on_disk

DAY = timedelta(days=1)


async def an_invite(database: Database, uses: int = 1) -> str:
    """The token of a link for a cadre of Bangka, good for a day."""
    async with database.write() as session:
        return await create_invite(session, Role.CADRE, BANGKA, by=5, hours=24, uses=uses, now=NOW)


async def taking(database: Database, token: str) -> bool:
    async with database.write() as session:
        return await use(session, token, NOW)


async def why_not(database: Database, token: str, now: object = NOW) -> str:
    async with database.session() as session:
        with pytest.raises(NotFound) as refusal:
            await look_up(session, token, now)  # type: ignore[arg-type]
    return refusal.value.key


async def test_a_link_tells_role_region_and_who_invited(database: Database) -> None:
    token = await an_invite(database)

    async with database.session() as session:
        assert await look_up(session, token, NOW) == (Role.CADRE, BANGKA, 5)
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
