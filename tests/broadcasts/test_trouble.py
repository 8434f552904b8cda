"""The database fails, the deliverer stops: nothing is lost and nothing is left hanging."""

import asyncio

import pytest

from bot.errors import StorageTrouble
from bot.settings import DeliverySettings
from broadcasts.ledger import Ledger
from storage.claims import Claimed, Ending
from storage.outbox import Priority
from tests.broadcasts.office import LEASE, Office
from tests.storage.building import delivery


class Failing(Ledger):
    """A ledger whose database answers some calls with trouble."""

    trouble: dict[str, list[Exception]] = {}

    def _meet(self, name: str) -> None:
        if self.trouble.get(name):
            raise self.trouble[name].pop(0)

    async def claim(self, limit: int, below: int | None = None) -> list[Claimed]:
        self._meet("claim")
        return await super().claim(limit, below)

    async def begin(self, row: Claimed) -> bool:
        self._meet("begin")
        return await super().begin(row)

    async def settle(self, ending: Ending) -> None:
        self._meet("settle")
        await super().settle(ending)

    async def tend(self, *given: object) -> tuple[int, int]:
        self._meet("tend")
        return await super().tend(*given)  # type: ignore[arg-type]

    async def release(self) -> None:
        self._meet("release")
        await super().release()


@pytest.fixture
def failing(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(Failing, "trouble", {})
    office.ledger_kind = Failing
    return office


@pytest.mark.parametrize("error", [StorageTrouble("no answer"), ValueError("a bug")])
@pytest.mark.parametrize("call", ["claim", "tend"])
async def test_trouble_with_the_outbox_passes(failing: Office, call: str, error: Exception) -> None:
    Failing.trouble[call] = [error] * 3
    number = await failing.queue(5)
    async with failing.working():
        await failing.until(number, "sent")
        await failing.until(await failing.queue(6), "sent")


async def test_a_row_that_could_not_be_begun_returns(failing: Office) -> None:
    Failing.trouble["begin"] = [StorageTrouble("no answer")]
    number = await failing.queue(5)
    async with failing.working():
        await failing.until(number, "claimed")
        await failing.looks_around()
        failing.clock.advance(seconds=LEASE.total_seconds())
        row = await failing.until(number)

    assert (row.state, row.attempts) == ("sent", 1)
    assert failing.sender.chats() == [5]


@pytest.mark.parametrize(
    ("priority", "state", "calls"),
    [
        (Priority.ALERT, "sent", 2),
        (Priority.ANSWER, "sent", 2),
        (Priority.BROADCAST, "uncertain", 1),
    ],
)
async def test_an_ending_that_could_not_be_noted_is_settled_when_the_lease_ends(
    failing: Office, priority: Priority, state: str, calls: int
) -> None:
    """While its deliverer lives on: the lease of what is no longer in hand is not renewed."""
    Failing.trouble["settle"] = [StorageTrouble("no answer")]
    number = await failing.queue(5, priority=priority)
    async with failing.working():
        await failing.requested(1)
        await failing.looks_around()
        assert (await delivery(failing.database, number)).state == "sending"
        failing.clock.advance(seconds=LEASE.total_seconds() / 2)
        await asyncio.sleep(0.12)  # two of its own looks at the leases
        failing.clock.advance(seconds=LEASE.total_seconds() / 2)
        assert (await failing.until(number)).state == state

    assert len(failing.sender.requests) == calls


async def test_a_bug_whose_ending_cannot_be_noted_does_not_stop_the_others(
    failing: Office,
) -> None:
    Failing.trouble["settle"] = [ValueError("a bug")]
    failing.sender.script[5] = [KeyError("text")]
    await failing.queue(5)
    async with failing.working():
        await failing.requested(1)
        await failing.until(await failing.queue(6), "sent")


async def test_a_slow_request_keeps_its_lease(office: Office) -> None:
    office.sender.gates[5] = asyncio.Event()
    number = await office.queue(5, priority=Priority.BROADCAST)
    async with office.working():
        await office.requested(1)
        for _ in range(4):
            office.clock.advance(seconds=LEASE.total_seconds() * 0.9)
            await asyncio.sleep(0.12)
        assert (await delivery(office.database, number)).state == "sending"
        office.sender.gates[5].set()
        assert (await office.until(number)).state == "sent"


async def test_a_stop_gives_back_what_was_not_begun(office: Office) -> None:
    office.lanes = 1
    office.sender.gates[1] = asyncio.Event()
    numbers = [await office.queue(chat, priority=Priority.BROADCAST) for chat in (1, 2, 3)]
    async with office.working():
        await office.requested(1)
        await office.until(numbers[2], "claimed")
        office.sender.gates[1].set()
        office.sender.gates[2] = office.sender.gates[3] = asyncio.Event()
        office.sender.gates[2].set()

    states = [(await delivery(office.database, number)).state for number in numbers]
    assert set(states) <= {"sent", "queued"}
    assert states[0] == "sent"
    assert office.sender.chats() == list(range(1, states.count("sent") + 1))


async def test_a_stop_lets_a_request_under_way_come_to_its_end(office: Office) -> None:
    office.lanes = 1
    office.sender.gates[1] = asyncio.Event()
    first = await office.queue(1, priority=Priority.BROADCAST)
    second = await office.queue(2, priority=Priority.BROADCAST)
    asyncio.get_running_loop().call_later(0.05, office.sender.gates[1].set)
    async with office.working():
        await office.requested(1)

    assert (await delivery(office.database, first)).state == "sent"
    row = await delivery(office.database, second)
    assert (row.state, row.lease_by) == ("queued", None)
    assert office.sender.chats() == [1]


async def test_a_stop_does_not_wait_for_the_database(failing: Office) -> None:
    Failing.trouble["release"] = [StorageTrouble("no answer")]
    failing.settings = DeliverySettings()
    async with failing.working():
        await failing.until(await failing.queue(5), "sent")
        await failing.looks_around()

    assert Failing.trouble["release"] == []
