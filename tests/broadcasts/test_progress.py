"""The composer of a broadcast is told how it goes: live, sparingly, and honestly at the end."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.clock import ManualClock
from bot.rules.roles import Role
from broadcasts.progress import Progress
from storage import outbox
from storage.database import Database
from storage.models import Broadcast, Delivery
from storage.outbox import Priority
from tests.databases import another
from tests.storage.building import NOW, PROVINCE, a_broadcast, a_person


@dataclass
class Desk:
    """A running broadcast with ten recipients, and who watches it."""

    database: Database
    broadcast: Broadcast
    clock: ManualClock
    progress: Progress

    async def end(self, count: int, state: str = "sent") -> None:
        """So many of the open deliveries come to this end."""
        async with self.database.write() as session:
            ids = await session.scalars(
                select(Delivery.id)
                .where(Delivery.broadcast_id == 1, Delivery.state == "queued")
                .limit(count)
            )
            await session.execute(
                update(Delivery).where(Delivery.id.in_(ids.all())).values(state=state)
            )

    async def told(self) -> list[tuple[str, dict[str, Any]]]:
        """Calls queued for the composer after the first, in order."""
        async with self.database.session() as session:
            rows = await session.scalars(
                select(Delivery)
                .where(Delivery.broadcast_id.is_(None), Delivery.once != "begin:1")
                .order_by(Delivery.id)
            )
            found = rows.all()
        assert {(row.chat_id, row.priority) for row in found} <= {(1, Priority.ANSWER)}
        return [(row.method, row.params or {}) for row in found]

    async def state(self) -> str:
        async with self.database.session() as session:
            row = await session.get(Broadcast, 1)
        assert row is not None
        return row.state


@pytest.fixture
async def desk(database: Database) -> Desk:
    person = await a_person(database, 1, (Role.AGENCY_PROVINCE, PROVINCE))
    broadcast = await a_broadcast(database, person, state="running")
    clock = ManualClock(NOW)
    progress = Progress(database, clock, 3.0)
    rows = [
        outbox.delivery(
            100 + n, "sendMessage", {}, priority=Priority.BROADCAST, now=NOW, broadcast_id=1
        )
        for n in range(10)
    ]
    async with database.write() as session:
        await outbox.queue(session, rows)
        await progress.announce(session, broadcast, is_late=False)
        await session.execute(
            update(Delivery).where(Delivery.once == "begin:1").values(state="sent", message_id=44)
        )
    return Desk(database, broadcast, clock, progress)


async def test_one_message_is_edited_as_it_goes(desk: Desk) -> None:
    await desk.end(3)
    await desk.end(1, "failed")
    await desk.end(1, "gone")
    await desk.end(1, "blocked")
    await desk.end(1, "uncertain")

    assert await desk.progress.turn()

    ((method, params),) = await desk.told()
    assert method == "editMessageText"
    assert params == {
        "message_id": 44,
        "parse_mode": "HTML",
        "text": "📣 Terkirim 3, gagal 2, diblokir 1, tidak pasti 1, tersisa 3.",
    }


async def test_it_is_told_sparingly(desk: Desk) -> None:
    await desk.end(1)
    await desk.progress.turn()
    await desk.end(1)
    desk.clock.advance(seconds=2.9)
    await desk.progress.turn()
    assert len(await desk.told()) == 1

    desk.clock.advance(seconds=0.1)
    await desk.progress.turn()
    assert len(await desk.told()) == 2

    desk.clock.advance(seconds=9)
    await desk.progress.turn()  # nothing new to tell
    assert len(await desk.told()) == 2


async def test_the_account_adds_up_and_closes_the_broadcast(desk: Desk) -> None:
    await desk.end(6)
    await desk.end(2, "expired")
    await desk.end(1, "blocked")
    await desk.end(1, "uncertain")

    await desk.progress.turn()

    edit, account = await desk.told()
    assert edit[1]["text"].endswith("tersisa 0.")
    assert account[0] == "sendMessage"
    assert account[1]["text"].splitlines() == [
        "<b>Siaran selesai</b>",
        "Terkirim: 6 dari 10",
        "Gagal: 2",
        "Diblokir atau tak terjangkau: 1",
        "Tidak pasti: 1",
    ]
    assert await desk.state() == "done"
    assert not await desk.progress.turn()
    assert len(await desk.told()) == 2


async def test_the_end_is_told_at_once_however_short_the_pause(desk: Desk) -> None:
    await desk.end(9)
    await desk.progress.turn()
    await desk.end(1)

    await desk.progress.turn()

    assert await desk.state() == "done"


@pytest.mark.parametrize("state", ["claimed", "sending"])
async def test_what_is_under_way_is_not_the_end(desk: Desk, state: str) -> None:
    await desk.end(9)
    await desk.end(1, state)

    assert await desk.progress.turn()

    assert await desk.state() == "running"
    assert (await desk.told())[0][1]["text"].endswith("tersisa 1.")


async def test_without_its_first_message_nothing_is_edited(desk: Desk) -> None:
    async with desk.database.write() as session:
        await session.execute(
            update(Delivery).where(Delivery.once == "begin:1").values(state="blocked")
        )
    await desk.end(10)

    await desk.progress.turn()

    assert [method for method, _ in await desk.told()] == ["sendMessage"]


async def test_two_who_watch_tell_it_once(desk: Desk) -> None:
    await desk.end(10)

    async with another(desk.database) as elsewhere:
        second = Progress(elsewhere, desk.clock, 3.0)
        await asyncio.gather(desk.progress.turn(), second.turn())

    assert [method for method, _ in await desk.told()] == ["editMessageText", "sendMessage"]
    assert await desk.state() == "done"


async def test_a_late_broadcast_is_said_to_be_skipped(desk: Desk) -> None:
    desk.broadcast.id, desk.broadcast.due_at = 2, NOW - timedelta(hours=1)
    async with desk.database.write() as session:
        await desk.progress.announce(session, desk.broadcast, is_late=True)

    ((method, params),) = await desk.told()
    assert method == "sendMessage"
    assert "Kamis, 19 November 2026 09.00 WIB" in params["text"]
