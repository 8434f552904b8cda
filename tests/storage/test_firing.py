"""Broadcasts from draft to run: only by those who may, only once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from bot.rules.roles import Person, Role
from storage import broadcasts, outbox
from storage.audiences import EVERYONE
from storage.database import Database
from storage.models import Assignment, Broadcast, Delivery
from storage.outbox import Priority
from tests.databases import another
from tests.storage.building import (
    BANGKA,
    BELITUNG,
    NOW,
    PROVINCE,
    a_broadcast,
    a_person,
    loaded,
)

HOUR = timedelta(hours=1)


@pytest.fixture
async def agency(database: Database) -> Person:
    return await a_person(database, 1, (Role.AGENCY_KABKOTA, BANGKA))


async def drafted(
    database: Database, person: Person, region: str = BANGKA, due_at: datetime = NOW
) -> int | None:
    async with database.write() as session:
        return await broadcasts.create(
            session,
            person,
            chat_id=person.telegram_id,
            region=region,
            audience=EVERYONE,
            body="Posyandu besok",
            photo=None,
            due_at=due_at,
            now=NOW,
        )


async def confirming(
    database: Database, person: Person, number: int, now: datetime = NOW
) -> object:
    async with database.write() as session:
        return await broadcasts.confirm(session, person, number, now)


async def state(database: Database, number: int) -> str:
    async with database.session() as session:
        row = await session.get(Broadcast, number)
    assert row is not None
    return row.state


async def test_a_draft_is_scheduled_when_confirmed(database: Database, agency: Person) -> None:
    number = await drafted(database, agency, due_at=NOW + HOUR)
    assert number is not None
    async with database.session() as session:
        assert await broadcasts.due(session, NOW + 9 * HOUR) == []

    assert await confirming(database, agency, number) == ("draft", NOW + HOUR)

    async with database.session() as session:
        assert await broadcasts.due(session, NOW) == []
        assert [one.id for one in await broadcasts.due(session, NOW + HOUR)] == [number]
        assert await broadcasts.next_due(session) == NOW + HOUR


async def test_confirming_twice_schedules_once(database: Database, agency: Person) -> None:
    number = await drafted(database, agency)
    assert number is not None

    assert await confirming(database, agency, number, NOW + HOUR) == ("draft", NOW + HOUR)
    assert await confirming(database, agency, number, NOW + 2 * HOUR) == ("scheduled", NOW + HOUR)


@pytest.mark.parametrize("region", [BELITUNG, PROVINCE])
async def test_nobody_broadcasts_beyond_their_region(
    database: Database, agency: Person, region: str
) -> None:
    assert await drafted(database, agency, region) is None


async def test_who_may_not_broadcast_drafts_nothing(database: Database) -> None:
    cadre = await a_person(database, 2, (Role.CADRE, BANGKA))

    assert await drafted(database, cadre) is None


async def test_another_persons_draft_cannot_be_confirmed_or_dropped(
    database: Database, agency: Person
) -> None:
    other = await a_person(database, 2, (Role.AGENCY_PROVINCE, PROVINCE))
    number = await drafted(database, agency)
    assert number is not None

    assert await confirming(database, other, number) is None
    async with database.write() as session:
        assert not await broadcasts.discard(session, other, number)
    assert await state(database, number) == "draft"


async def test_a_right_that_ended_meanwhile_confirms_nothing(
    database: Database, agency: Person
) -> None:
    number = await drafted(database, agency)
    assert number is not None
    async with database.write() as session:
        await session.execute(update(Assignment).values(suspended=True))

    assert await confirming(database, await loaded(database, 1), number) is None


async def test_a_draft_can_be_dropped_and_a_scheduled_one_not(
    database: Database, agency: Person
) -> None:
    dropped, kept = await drafted(database, agency), await drafted(database, agency)
    assert dropped is not None
    assert kept is not None
    await confirming(database, agency, kept)

    async with database.write() as session:
        assert await broadcasts.discard(session, agency, dropped)
        assert not await broadcasts.discard(session, agency, dropped)
        assert not await broadcasts.discard(session, agency, kept)

    assert await state(database, dropped) == "discarded"
    assert await state(database, kept) == "scheduled"
    assert await confirming(database, agency, dropped) == ("discarded", NOW)
    assert await state(database, dropped) == "discarded"


async def test_many_schedulers_fire_it_once(database: Database, agency: Person) -> None:
    broadcast = await a_broadcast(database, agency)

    async def fire(place: Database) -> bool:
        async with place.write() as session:
            return await broadcasts.fire(session, broadcast, NOW, "fired")

    async with another(database) as elsewhere:
        found = await asyncio.gather(
            *(fire(place) for place in (database, elsewhere) for _ in range(3))
        )

    assert found.count(True) == 1


async def test_a_state_moves_on_only_from_the_one_before(
    database: Database, agency: Person
) -> None:
    broadcast = await a_broadcast(database, agency, state="done")

    async with database.write() as session:
        await broadcasts.set_state(session, broadcast.id, "running", was="preparing")

    assert await state(database, broadcast.id) == "done"


async def test_the_progress_message_is_known_once_it_was_sent(
    database: Database, agency: Person
) -> None:
    row = outbox.delivery(
        1, "sendMessage", {"text": "mulai"}, priority=Priority.ANSWER, now=NOW, once="begin:1"
    )
    async with database.write() as session:
        await outbox.queue(session, [row])
        await session.execute(update(Delivery).values(message_id=44))
    async with database.write() as session:
        assert await broadcasts.progress_message(session, 1) is None
        await session.execute(update(Delivery).values(state="sent"))

    async with database.session() as session:
        assert await broadcasts.progress_message(session, 1) == 44
        assert await broadcasts.progress_message(session, 2) is None
