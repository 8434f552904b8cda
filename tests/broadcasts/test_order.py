"""In which order and at which pace deliveries leave."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.settings import DeliverySettings
from broadcasts import deliverer
from broadcasts.outcomes import Later, Sent
from broadcasts.wake import heard
from storage.database import Database
from storage.outbox import Priority
from tests.broadcasts.office import Office

WAIT = timedelta(seconds=30)


async def test_everything_queued_is_delivered_once(database: Database) -> None:
    async with Office(database).working() as office:
        numbers = [await office.queue(chat, f"no {chat}") for chat in range(1, 41)]
        rows = [await office.until(number) for number in numbers]

    assert {row.state for row in rows} == {"sent"}
    assert sorted(office.sender.chats()) == list(range(1, 41))
    assert len({row.message_id for row in rows}) == 40
    assert {row.attempts for row in rows} == {1}


async def test_an_alert_overtakes_a_running_broadcast(office: Office) -> None:
    """Every place in flight and in hand is taken, and none of them comes to an end."""
    office.lanes = 2
    office.settings = DeliverySettings(look_seconds=1, claim=4)
    office.sender.gates = dict.fromkeys(range(1, 13), hold := asyncio.Event())
    waiting = [await office.queue(chat, priority=Priority.BROADCAST) for chat in range(1, 13)]
    async with office.working():
        await office.requested(2)
        alert = await office.queue(99, priority=Priority.ALERT)
        assert (await office.until(alert)).state == "sent"
        assert office.sender.chats()[2:] == [99]
        hold.set()
        for number in waiting:
            await office.until(number, "sent")


async def test_broadcasts_never_take_the_urgent_places(office: Office) -> None:
    office.lanes = 2
    office.sender.gates = dict.fromkeys(range(1, 9), hold := asyncio.Event())
    for chat in range(1, 9):
        await office.queue(chat, priority=Priority.BROADCAST)
    async with office.working():
        await office.requested(2)
        await office.looks_around()
        assert len(office.sender.in_air) == 2
        hold.set()


async def test_messages_of_one_chat_keep_their_order(office: Office) -> None:
    texts = [f"bagian {n}" for n in range(12)]
    for text in texts:
        await office.queue(5, text)
    last = await office.queue(5, "tamat")
    async with office.working():
        await office.until(last, "sent")

    assert [request.params["text"] for request in office.sender.requests] == [*texts, "tamat"]


async def test_a_chat_is_written_to_once_a_second(office: Office) -> None:
    office.per_chat = 1.0
    await office.queue(5)
    second = await office.queue(5)
    other = await office.queue(6)
    async with office.working():
        await office.until(other, "sent")
        await office.looks_around()
        assert sorted(office.sender.chats()) == [5, 6]
        office.clock.advance(seconds=1)
        await office.until(second, "sent")


async def test_deleting_needs_no_turn_in_the_chat(office: Office) -> None:
    office.per_chat = 1.0
    await office.queue(5)
    async with office.working():
        await office.requested(1)
        await office.until(await office.queue(5, method="deleteMessage"), "sent")


async def test_a_group_is_written_to_so_often_in_a_minute(office: Office) -> None:
    office.per_group = 2
    numbers = [await office.queue(-5) for _ in range(3)]
    async with office.working():
        await office.until(numbers[1], "sent")
        waiting = await office.until(numbers[2], "queued")
        await office.looks_around()
        assert len(office.sender.requests) == 2
        office.clock.advance(seconds=60)
        done = await office.until(numbers[2], "sent")

    assert waiting.attempts == 0
    assert done.done_at == office.clock.now()


async def test_a_flood_wait_holds_that_chat_and_no_other(office: Office) -> None:
    office.sender.script[5] = [Later(WAIT)]
    refused = await office.queue(5, "first")
    behind = await office.queue(5, "second")
    async with office.working():
        await office.requested(1)
        await office.until(await office.queue(6), "sent")
        row = await office.until(refused, "queued")
        await office.until(behind, "queued")
        assert row.not_before == office.clock.now() + WAIT
        assert row.attempts == 0  # nobody's fault
        await office.looks_around()
        assert sorted(office.sender.chats()) == [5, 6]

        office.clock.advance(seconds=30)
        await office.until(behind, "sent")

    assert [request.params["text"] for request in office.sender.requests if request.chat == 5] == [
        "first",
        "first",
        "second",
    ]


async def test_two_chats_refused_within_a_second_hold_the_whole_token(office: Office) -> None:
    office.sender.gates = {5: (hold := asyncio.Event()), 6: hold}
    office.sender.script = {5: [Later(WAIT)], 6: [Later(WAIT)], 7: []}
    refused = [await office.queue(chat) for chat in (5, 6)]
    async with office.working():
        await office.requested(2)
        hold.set()
        for number in refused:
            await office.until(number, "queued")
        office.sender.script[99] = [Sent(1)]
        alert = await office.queue(99, priority=Priority.ALERT)
        await office.looks_around()
        assert sorted(office.sender.chats()) == [5, 6]

        office.clock.advance(seconds=30)
        await office.until(alert, "sent")
        for number in refused:
            await office.until(number, "sent")


async def test_refusals_further_apart_hold_only_their_chats(office: Office) -> None:
    office.sender.script = {5: [Later(WAIT)], 6: [Later(WAIT)], 7: []}
    async with office.working():
        await office.until(await office.queue(5), "claimed", "sending", "queued")
        await office.requested(1)
        await office.looks_around()
        office.clock.advance(seconds=1.5)
        await office.queue(6)
        await office.requested(2)
        await office.until(await office.queue(7), "sent")


async def test_what_is_due_later_waits_for_its_time(office: Office) -> None:
    number = await office.queue(5, not_before=office.clock.now() + WAIT)
    async with office.working():
        await office.looks_around()
        assert office.sender.requests == []
        office.clock.advance(seconds=30)
        await office.until(number, "sent")


async def test_the_bell_is_heard_without_waiting_for_the_next_look(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def heard_only(event: asyncio.Event, _: float) -> bool:
        return await heard(event, 3600)

    monkeypatch.setattr(deliverer, "heard", heard_only)
    async with office.working():
        for chat in (5, 6):
            await office.looks_around()
            await office.until(await office.queue(chat), "sent")


@pytest.mark.postgres
async def test_two_deliverers_share_one_outbox(postgres_database: Database) -> None:
    first = Office(postgres_database, who="first")
    second = replace(first, who="second")
    numbers = [await first.queue(chat, priority=Priority.BROADCAST) for chat in range(1, 81)]
    async with first.working(), second.working():
        for number in numbers:
            await first.until(number, "sent")

    assert sorted(first.sender.chats()) == list(range(1, 81))
