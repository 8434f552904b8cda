"""Whom a broadcast reaches: everybody meant, once, and nobody else."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from bot.rules.roles import Person, Role
from storage import audiences, broadcasts
from storage.audiences import EVERYONE, GROUPS, Reach
from storage.database import Database
from storage.models import Broadcast, BroadcastRun, Delivery
from storage.outbox import Priority
from storage.people import set_reachable
from tests.databases import another
from tests.storage.building import (
    BANGKA,
    BELITUNG,
    KENANGA,
    NOW,
    PROVINCE,
    a_broadcast,
    a_group,
    a_person,
    deliveries,
    give,
)


@pytest.fixture
async def sender(database: Database) -> Person:
    """Who broadcasts; of the audience, too."""
    return await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))


async def reaching(database: Database, region: str, audience: str) -> Reach:
    async with database.session() as session:
        return await audiences.reach(session, region, audience, NOW)


async def fired(database: Database, broadcast: Broadcast) -> None:
    async with database.write() as session:
        assert await broadcasts.fire(session, broadcast, NOW, "fired")


async def written(database: Database, broadcast: Broadcast, limit: int = 100) -> bool:
    async with database.write() as session:
        return await audiences.materialise(session, broadcast, limit=limit, now=NOW)


async def test_people_are_counted_by_role_and_region(database: Database, sender: Person) -> None:
    await a_person(database, 2, (Role.CADRE, KENANGA), (Role.PARTNER, BANGKA))
    await a_person(database, 3, (Role.CADRE, BELITUNG))
    await a_person(database, 4)

    assert await reaching(database, PROVINCE, EVERYONE) == Reach(0, 3, 0)
    assert await reaching(database, BANGKA, EVERYONE) == Reach(0, 1, 0)
    assert await reaching(database, PROVINCE, "cadre") == Reach(0, 2, 0)
    assert await reaching(database, BELITUNG, "partner") == Reach(0, 0, 0)


async def test_those_out_of_reach_are_counted_apart(database: Database, sender: Person) -> None:
    await a_person(database, 2, (Role.CADRE, KENANGA))
    await a_group(database, -2)
    await a_group(database, -3, state="unreachable")
    await a_group(database, -4, state="unbound")
    await a_group(database, -5, BELITUNG)
    async with database.write() as session:
        await set_reachable(session, 2, False, NOW)

    assert await reaching(database, PROVINCE, EVERYONE) == Reach(0, 1, 1)
    assert await reaching(database, PROVINCE, GROUPS) == Reach(2, 0, 1)
    assert await reaching(database, BANGKA, GROUPS) == Reach(1, 0, 1)


@pytest.mark.parametrize("limit", [1, 3, 7, 8, 100])
async def test_parts_of_any_size_reach_everybody_once(
    database: Database, sender: Person, limit: int
) -> None:
    for number in range(2, 8):
        await a_person(database, number, (Role.CADRE, KENANGA), (Role.PARTNER, KENANGA))
    await a_person(database, 99)
    broadcast = await a_broadcast(database, sender)
    await fired(database, broadcast)

    parts = 1
    while not await written(database, broadcast, limit):
        parts += 1

    assert sorted(row.chat_id or 0 for row in await deliveries(database)) == list(range(1, 8))
    assert parts == 7 // limit + 1
    async with database.session() as session:
        assert (await session.scalars(select(BroadcastRun.total))).one() == 7


async def test_each_recipient_becomes_a_delivery_that_waits(
    database: Database, sender: Person
) -> None:
    broadcast = await a_broadcast(database, sender, photo="F1")
    await fired(database, broadcast)
    await written(database, broadcast)

    (row,) = await deliveries(database)

    assert (row.method, row.state, row.priority) == ("sendPhoto", "queued", Priority.BROADCAST)
    assert (row.not_before, row.created_at, row.done_at) == (NOW, NOW, None)
    assert (row.params, row.broadcast_id, row.attempts) == (None, broadcast.id, 0)
    async with database.session() as session:
        assert await broadcasts.content(session, broadcast.id) == ("Posyandu besok", "F1")


async def test_those_out_of_reach_are_in_the_account_from_the_start(
    database: Database, sender: Person
) -> None:
    await a_group(database, -1_002_000_000_007)
    await a_group(database, -8, state="unreachable")
    broadcast = await a_broadcast(database, sender, audience=GROUPS)
    await fired(database, broadcast)

    assert await written(database, broadcast)

    rows = {row.chat_id: row for row in await deliveries(database)}
    assert set(rows) == {-1_002_000_000_007, -8}
    assert (rows[-8].state, rows[-8].outcome, rows[-8].done_at) == (
        "blocked",
        "out of reach before",
        NOW,
    )
    async with database.session() as session:
        account = await broadcasts.account(session, broadcast.id)
    assert account == {"queued": 1, "blocked": 1}


async def test_an_audience_of_nobody_is_done_at_once(database: Database, sender: Person) -> None:
    broadcast = await a_broadcast(database, sender, audience=GROUPS)
    await fired(database, broadcast)

    assert await written(database, broadcast)
    assert await deliveries(database) == []


async def test_two_who_prepare_at_once_double_nobody(database: Database, sender: Person) -> None:
    for number in range(2, 22):
        await a_person(database, number, (Role.CADRE, KENANGA))
    broadcast = await a_broadcast(database, sender)
    await fired(database, broadcast)

    async def prepare(place: Database) -> None:
        while not await written(place, broadcast, 4):
            pass

    async with another(database) as elsewhere:
        await asyncio.gather(prepare(database), prepare(elsewhere))

    assert sorted(row.chat_id or 0 for row in await deliveries(database)) == list(range(1, 22))


async def test_a_part_that_is_rolled_back_is_written_again(
    database: Database, sender: Person
) -> None:
    for number in range(2, 6):
        await a_person(database, number, (Role.CADRE, KENANGA))
    broadcast = await a_broadcast(database, sender)
    await fired(database, broadcast)
    await written(database, broadcast, 2)
    async with database.session() as session:
        await audiences.materialise(session, broadcast, limit=2, now=NOW)

    while not await written(database, broadcast, 2):
        pass

    assert sorted(row.chat_id or 0 for row in await deliveries(database)) == [1, 2, 3, 4, 5]


@pytest.mark.postgres
async def test_somebody_who_joins_while_a_part_is_written_doubles_nobody(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await a_person(postgres_database, 1, (Role.CADRE, KENANGA))
    joins = await a_person(postgres_database, 2)
    for number in range(3, 8):
        await a_person(postgres_database, number, (Role.CADRE, KENANGA))
    assert first.id < joins.id
    broadcast = await a_broadcast(postgres_database, first)
    await fired(postgres_database, broadcast)
    write = audiences._write

    async def joined_meanwhile(*given: Any) -> int:
        async with postgres_database.write() as session:
            await give(session, joins.id, Role.CADRE, KENANGA)
        return await write(*given)

    with monkeypatch.context() as patched:
        patched.setattr(audiences, "_write", joined_meanwhile)
        await written(postgres_database, broadcast, 3)
    while not await written(postgres_database, broadcast, 3):
        pass

    async with postgres_database.session() as session:
        chats = (await session.scalars(select(Delivery.chat_id))).all()
    assert sorted(chat or 0 for chat in chats) == [1, 2, 3, 4, 5, 6, 7]
