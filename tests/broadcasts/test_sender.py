"""The real sender against the sandbox: what Telegram does becomes the outcome it should be."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from bot.budget import memory_budget
from bot.clock import SystemClock
from bot.settings import DeliverySettings, TelegramSettings
from broadcasts.deliverer import Deliverer
from broadcasts.ledger import Ledger
from broadcasts.outcomes import (
    Blocked,
    Gone,
    Later,
    Moved,
    NotBegun,
    Outcome,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from broadcasts.pacing import ChatPaces
from broadcasts.sender import Sender
from broadcasts.wake import Wake
from sandbox.client import SandboxClient
from sandbox.limits import Limits
from sandbox.server import Sandbox
from storage.claims import Claimed
from storage.database import Database
from storage.outbox import Priority
from tests.broadcasts.office import Office


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    async with Sandbox(limits=Limits.off()) as sandbox:
        yield sandbox


@pytest.fixture
async def people(telegram: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(telegram.base_url) as client:
        yield client


@pytest.fixture
async def sender(telegram: Sandbox) -> AsyncIterator[Sender]:
    settings = TelegramSettings(api_base=telegram.base_url)
    sender = Sender(settings, SecretStr(telegram.token), memory_budget(1000))
    await sender.open()
    yield sender
    await sender.close()


async def sending(sender: Sender, chat: int, method: str = "sendMessage", **params: Any) -> Outcome:
    async def begin() -> bool:
        return True

    row = Claimed(1, method, chat, {}, Priority.ANSWER, 0, None, None, False)
    return await sender.send(row, method, params or {"text": "halo"}, begin)


async def test_a_message_arrives_and_its_id_is_kept(sender: Sender, people: SandboxClient) -> None:
    ani = await people.person("Ani", started=True)
    button = {"inline_keyboard": [[{"text": "Buka", "callback_data": "x"}]]}

    outcome = await sending(
        sender, ani.id, text="<b>halo</b>", parse_mode="HTML", reply_markup=button
    )

    shown = await ani.last()
    assert outcome == Sent(shown["message_id"])
    assert shown["text"] == "halo"
    assert await ani.presses_data("x")


async def test_a_deletion_makes_no_message(sender: Sender, people: SandboxClient) -> None:
    ani = await people.person("Ani", started=True)
    sent = await sending(sender, ani.id)
    assert isinstance(sent, Sent)

    assert await sending(sender, ani.id, "deleteMessage", message_id=sent.message_id) == Sent(None)
    again = await sending(sender, ani.id, "deleteMessage", message_id=sent.message_id)
    assert isinstance(again, Gone)


async def test_a_chat_that_is_not_there(sender: Sender, people: SandboxClient) -> None:
    assert isinstance(await sending(sender, 404), Gone)


async def test_a_person_who_blocked_the_bot(sender: Sender, people: SandboxClient) -> None:
    ani = await people.person("Ani", started=True)
    await ani.blocks()

    assert isinstance(await sending(sender, ani.id), Blocked)


async def test_a_group_that_moved_and_one_that_put_the_bot_out(
    sender: Sender, people: SandboxClient
) -> None:
    ani = await people.person("Ani", started=True)
    group = await people.group("POKJA", [ani], with_bot=True)
    moved = await group.migrate(ani)

    assert await sending(sender, group.id) == Moved(moved.id)
    assert isinstance(await sending(sender, moved.id), Sent)
    await moved.kick_bot(ani)
    assert isinstance(await sending(sender, moved.id), Blocked)


async def test_a_message_telegram_will_not_take(sender: Sender, people: SandboxClient) -> None:
    ani = await people.person("Ani", started=True)

    outcome = await sending(sender, ani.id, text="<b>halo", parse_mode="HTML")

    assert isinstance(outcome, Refused)


async def test_a_flood_wait_has_whole_seconds(sender: Sender, people: SandboxClient) -> None:
    ani = await people.person("Ani", started=True)
    await people.faults(flood_seconds=17)

    assert await sending(sender, ani.id) == Later(timedelta(seconds=17))


@pytest.mark.parametrize(
    ("fault", "outcome", "arrives"),
    [
        ({"error_next": 1}, Retry("server error"), False),
        ({"drop_before_next": 1}, Uncertain("connection broke"), False),
        ({"drop_after_next": 1}, Uncertain("connection broke"), True),
    ],
)
async def test_trouble_on_the_way(
    sender: Sender,
    people: SandboxClient,
    fault: dict[str, int],
    outcome: Outcome,
    arrives: bool,
) -> None:
    ani = await people.person("Ani", started=True)
    await people.faults(**fault)

    assert await sending(sender, ani.id) == outcome
    texts = [message.get("text") for message in await ani.messages()]
    assert ("halo" in texts) is arrives


async def test_nothing_listens(telegram: Sandbox, sender: Sender) -> None:
    await telegram.stop()

    assert await sending(sender, 5) == Retry("no connection")


async def test_a_row_that_slipped_away_is_not_requested(telegram: Sandbox, sender: Sender) -> None:
    async def begin() -> bool:
        return False

    row = Claimed(1, "sendMessage", 5, {}, Priority.ANSWER, 0, None, None, False)
    assert await sender.send(row, "sendMessage", {"text": "halo"}, begin) == NotBegun()
    assert not telegram.world.log


async def test_forty_chats_at_full_pace_meet_no_refusal(
    sqlite_database: Database, telegram: Sandbox, people: SandboxClient
) -> None:
    """With Telegram's limits on: 30 a second, one a second in each chat."""
    chats = [(await people.person(f"P{n}", started=True)).id for n in range(40)]
    await people.limits()
    wake, clock = Wake(), SystemClock()
    settings = TelegramSettings(api_base=telegram.base_url, rate_per_second=29)
    sender = Sender(settings, SecretStr(telegram.token), memory_budget(settings.rate_per_second))
    office = Office(sqlite_database)
    numbers = [await office.queue(chat, priority=Priority.BROADCAST) for chat in chats]
    deliverer = Deliverer(
        Ledger(sqlite_database, clock, None, who="one", lease=timedelta(seconds=20)),
        sender,
        clock,
        ChatPaces(per_chat_seconds=1, per_group_per_minute=19),
        wake,
        DeliverySettings(),
        lanes=settings.connections,
    )
    await sender.open()
    async with office.at_work(deliverer):
        for number in numbers:
            assert (await office.until(number)).state == "sent"
    await sender.close()

    calls = [row for row in telegram.world.log if row["method"].lower() == "sendmessage"]
    assert len(calls) == 40
    assert [row for row in calls if row["error_code"] == 429] == []
