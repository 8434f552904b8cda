"""What becomes of a delivery for each answer of Telegram, and when there is none."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.settings import DeliverySettings
from broadcasts.outcomes import Blocked, Gone, Moved, Outcome, Refused, Retry, Uncertain
from storage import claims
from storage.claims import Claimed
from storage.models import WorkingGroupChat
from storage.outbox import Priority
from tests.broadcasts.office import Office
from tests.storage.building import OTHER_VAULT, VAULT, a_group, a_person, delivery, loaded


async def groups(office: Office) -> dict[int, str]:
    async with office.database.session() as session:
        rows = await session.scalars(select(WorkingGroupChat))
        return {row.chat_id: row.state for row in rows}


async def test_a_group_that_moved_gets_it_under_its_new_id(office: Office) -> None:
    await a_group(office.database, -5)
    office.sender.script[-5] = [Moved(-1_000_005)]
    first = await office.queue(-5, "first")
    behind = await office.queue(-5, "behind", not_before=office.clock.now() + timedelta(hours=1))
    async with office.working():
        row = await office.until(first)

    assert (row.state, row.chat_id, row.attempts) == ("sent", -1_000_005, 1)
    assert office.sender.chats() == [-5, -1_000_005]
    assert (await delivery(office.database, behind)).chat_id == -1_000_005
    assert await groups(office) == {-1_000_005: "active"}


async def test_who_blocked_the_bot_is_marked_out_of_reach(office: Office) -> None:
    await a_person(office.database, 5)
    await a_person(office.database, 6)
    office.sender.script[5] = [Blocked("bot was blocked by the user")]
    number = await office.queue(5)
    async with office.working():
        row = await office.until(number)

    assert (row.state, row.outcome) == ("blocked", "bot was blocked by the user")
    assert not (await loaded(office.database, 5)).reachable
    assert (await loaded(office.database, 6)).reachable


async def test_a_group_that_put_the_bot_out_is_marked_unreachable(office: Office) -> None:
    await a_group(office.database, -5)
    await a_group(office.database, -6)
    office.sender.script[-5] = [Blocked("bot was kicked")]
    number = await office.queue(-5)
    async with office.working():
        await office.until(number, "blocked")

    assert await groups(office) == {-5: "unreachable", -6: "active"}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(Gone("chat not found"), "gone"), (Refused("can't parse entities"), "failed")],
)
async def test_what_will_never_arrive_is_not_tried_again(
    office: Office, outcome: Outcome, state: str
) -> None:
    office.sender.script[5] = [outcome]
    number = await office.queue(5, priority=Priority.ALERT)
    async with office.working():
        await office.until(number, state)
        office.clock.advance(hours=1)
        await office.looks_around()

    assert office.sender.chats() == [5]


@pytest.mark.parametrize("priority", [Priority.REMINDER, Priority.BROADCAST])
async def test_what_may_have_arrived_is_not_sent_to_many_twice(
    office: Office, priority: Priority
) -> None:
    office.sender.script[5] = [Uncertain("timed out")]
    number = await office.queue(5, priority=priority)
    async with office.working():
        row = await office.until(number)
        office.clock.advance(hours=1)
        await office.looks_around()

    assert (row.state, row.outcome) == ("uncertain", "timed out")
    assert office.sender.chats() == [5]


@pytest.mark.parametrize("priority", [Priority.ALERT, Priority.DELETION, Priority.ANSWER])
async def test_an_alert_or_answer_that_may_have_arrived_is_sent_again(
    office: Office, priority: Priority
) -> None:
    office.sender.script[5] = [Uncertain("timed out")]
    number = await office.queue(5, priority=priority)
    async with office.working():
        await office.requested(1)
        await office.until(number, "queued")
        office.clock.advance(seconds=1)
        assert (await office.until(number)).state == "sent"

    assert office.sender.chats() == [5, 5]


async def test_tries_are_further_and_further_apart_and_come_to_an_end(office: Office) -> None:
    office.settings = DeliverySettings(look_seconds=0.005, attempts=4)
    office.sender.script[5] = [Retry("server error")] * 9
    number = await office.queue(5)
    pauses = []
    async with office.working():
        for count in (1, 2, 3):
            await office.requested(count)
            row = await office.until(number, "queued")
            pauses.append((row.not_before - office.clock.now()).total_seconds())
            await office.looks_around()
            assert len(office.sender.requests) == count
            office.clock.advance(seconds=pauses[-1])
        row = await office.until(number)

    assert pauses == [1, 2, 4]
    assert (row.state, row.outcome, row.attempts) == ("failed", "server error", 4)


async def test_an_alert_is_tried_until_it_arrives(office: Office) -> None:
    office.settings = DeliverySettings(look_seconds=0.005, attempts=2)
    office.sender.script[5] = [Retry("server error")] * 9
    number = await office.queue(5, priority=Priority.ALERT)
    async with office.working():
        for count in range(1, 10):
            await office.requested(count)
            await office.until(number, "queued")
            office.clock.advance(seconds=60)
        row = await office.until(number)

    assert (row.state, row.attempts) == ("sent", 10)


async def test_what_expired_is_not_sent(office: Office) -> None:
    number = await office.queue(5, expires_at=office.clock.now() + timedelta(minutes=1))
    office.clock.advance(minutes=1)
    async with office.working():
        row = await office.until(number)

    assert row.state == "expired"
    assert office.sender.requests == []


async def test_sealed_words_go_out_and_leave_the_row(office: Office) -> None:
    number = await office.queue(5, "MELATI", seal_with=VAULT)
    async with office.working():
        row = await office.until(number)

    assert (office.sender.requests[0].chat, office.sender.requests[0].params) == (
        5,
        {"text": "MELATI"},
    )
    assert (row.state, row.sealed, row.chat_id) == ("sent", None, None)


async def test_with_another_key_a_sealed_row_waits_and_others_leave(office: Office) -> None:
    office.vault = OTHER_VAULT
    sealed = await office.queue(5, seal_with=VAULT)
    plain = await office.queue(6)
    async with office.working():
        await office.until(plain, "sent")
        row = await office.until(sealed, "queued")

    assert row.sealed is not None
    assert row.not_before == office.clock.now() + timedelta(minutes=1)
    assert office.sender.chats() == [6]


async def test_a_bug_with_one_row_fails_that_row_only(office: Office) -> None:
    office.sender.script[5] = [KeyError("text")]
    broken = await office.queue(5)
    whole = await office.queue(6)
    async with office.working():
        row = await office.until(broken)
        await office.until(whole, "sent")

    assert (row.state, row.outcome) == ("failed", "KeyError")


async def test_a_row_taken_over_before_its_request_is_not_sent(office: Office) -> None:
    taken = asyncio.Event()

    async def takes_over(row: Claimed) -> None:
        later = office.clock.now() + timedelta(minutes=5)
        async with office.database.write() as session:
            await claims.recover(session, later)
            await claims.claim(session, VAULT, who="other", limit=9, now=later, until=later)
        taken.set()

    office.sender.before = takes_over
    number = await office.queue(5)
    async with office.working():
        await taken.wait()
        await office.looks_around()
        row = await delivery(office.database, number)

    assert (row.state, row.lease_by, row.attempts) == ("claimed", "other", 0)
    assert office.sender.requests == []
