"""Telegram's limits, and the faults one can ask for."""

import httpx
import pytest

from sandbox.client import SandboxClient
from sandbox.client_person import Person
from sandbox.clock import Clock
from sandbox.limits import Limiter, Limits
from sandbox.refusals import Refusal
from tests.sandbox.conftest import Api


class StillClock(Clock):
    """A clock that moves only when told to."""

    def time(self) -> float:
        return 1_000_000.0 + self.ahead


def waits(limiter: Limiter, chat_id: int) -> int:
    """0 if the message goes through, else the seconds to wait."""
    try:
        limiter.take(chat_id)
    except Refusal as refusal:
        return int(refusal.parameters["retry_after"])
    return 0


def test_thirty_a_second_for_the_whole_bot() -> None:
    clock = StillClock()
    limiter = Limiter(clock, Limits())
    assert [waits(limiter, chat) for chat in range(1, 32)] == [0] * 30 + [1]
    clock.advance(1.0)
    assert waits(limiter, 1) == 0


def test_rejected_calls_count_too_unless_switched_off() -> None:
    for counted, expected in ((True, 1), (False, 0)):
        clock = StillClock()
        limiter = Limiter(clock, Limits(per_second=2, count_rejected=counted))
        for chat in (1, 2):
            limiter.take(chat)
        clock.advance(0.5)
        for chat in (3, 4):
            assert waits(limiter, chat) == 1
        clock.advance(0.6)
        assert waits(limiter, 5) == expected


def test_one_a_second_in_a_chat_with_a_short_burst() -> None:
    clock = StillClock()
    limiter = Limiter(clock, Limits())
    assert [waits(limiter, 7) for _ in range(4)] == [0, 0, 0, 1]
    clock.advance(1.0)
    assert [waits(limiter, 7) for _ in range(2)] == [0, 1]


def test_twenty_a_minute_in_a_group() -> None:
    clock = StillClock()
    limiter = Limiter(clock, Limits(per_second=None))
    assert [waits(limiter, -5) for _ in range(21)] == [0] * 20 + [60]
    clock.advance(45)
    assert waits(limiter, -5) == 15
    clock.advance(15)
    assert waits(limiter, -5) == 0


async def test_a_flooded_chat_gets_429(api: Api, people: SandboxClient) -> None:
    await people.person("Siti", id=101, started=True)
    await people.limits()
    for _ in range(3):
        await api("sendMessage", chat_id=101, text="a")
    body = await api.raw("sendMessage", chat_id=101, text="a")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    await api("sendChatAction", chat_id=101, action="typing")
    await people.limits(off=True)
    await api("sendMessage", chat_id=101, text="a")


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101, started=True)


async def test_a_drop_before_and_one_after_delivery(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    for fault, text in (("drop_before_next", "tidak"), ("drop_after_next", "ya")):
        await people.faults(**{fault: 1})
        with pytest.raises(httpx.TransportError):
            await api("sendMessage", chat_id=101, text=text)
    assert [m["text"] for m in await siti.messages()] == ["/start", "ya"]
    dropped, delivered = await people.log(method="sendMessage")
    assert (dropped["fault"], dropped["ok"]) == ("drop_before", False)
    assert (delivered["fault"], delivered["ok"]) == ("drop_after", True)


async def test_server_errors_hit_the_next_calls_only(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    await people.faults(error_next=2, error_code=500)
    for _ in range(2):
        assert await api.refused("sendMessage", chat_id=101, text="a") == (
            500,
            "Internal Server Error",
        )
    await api("sendMessage", chat_id=101, text="a")


async def test_a_flood_wait_holds_every_call_until_it_is_over(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    await people.faults(flood_seconds=30)
    body = await api.raw("sendMessage", chat_id=101, text="a")
    assert body["parameters"] == {"retry_after": 30}
    assert await api.updates(), "getUpdates is spared unless named"
    await people.advance(31)
    await api("sendMessage", chat_id=101, text="a")


async def test_faults_can_be_meant_for_some_methods(
    api: Api, people: SandboxClient, siti: Person
) -> None:
    await people.faults(error_rate=1.0, methods=["getUpdates"], latency=0.001)
    await api("sendMessage", chat_id=101, text="a")
    assert await api.refused("getUpdates") == (502, "Bad Gateway")


async def test_a_server_that_is_down_drops_everything(api: Api, people: SandboxClient) -> None:
    await people.faults(down=True)
    for method in ("getMe", "getUpdates"):
        with pytest.raises(httpx.TransportError):
            await api(method)
    await people.faults()
    assert (await api("getMe"))["is_bot"]
