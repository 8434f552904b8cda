"""The token's budget: even, urgent first, and never lost to somebody who gave up."""

import asyncio

from bot.budget import Budget, counts, memory_budget
from bot.bursts import ChatBursts


class Gate:
    """An acquire that opens only when told, so that who goes next is decided by the budget."""

    def __init__(self) -> None:
        self.turns: asyncio.Queue[None] = asyncio.Queue()

    async def acquire(self) -> None:
        await self.turns.get()


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_the_most_urgent_goes_first_whoever_came_earlier() -> None:
    gate, went = Gate(), list[str]()
    budget = Budget(gate.acquire)

    async def call(name: str, priority: int) -> None:
        await budget.draw(priority)
        went.append(name)

    async with asyncio.TaskGroup() as group:
        for name, priority in (("first", 4), ("broadcast", 4), ("answer", 2), ("alert", 0)):
            group.create_task(call(name, priority))
            await settled()
        for _ in range(4):
            gate.turns.put_nowait(None)
            await settled()
    assert went == ["first", "alert", "answer", "broadcast"]


async def test_who_gives_up_waiting_holds_nobody_up() -> None:
    gate = Gate()
    budget = Budget(gate.acquire)
    async with asyncio.TaskGroup() as group:
        group.create_task(budget.draw(1))
        await settled()
        leaver = group.create_task(budget.draw(1))
        stayer = group.create_task(budget.draw(2))
        await settled()
        leaver.cancel()
        gate.turns.put_nowait(None)
        gate.turns.put_nowait(None)
        await settled()
        assert stayer.done()


async def test_who_gives_up_at_the_front_lets_the_next_go() -> None:
    gate = Gate()
    budget = Budget(gate.acquire)
    async with asyncio.TaskGroup() as group:
        front = group.create_task(budget.draw(1))
        await settled()
        following = group.create_task(budget.draw(1))
        await settled()
        front.cancel()
        await settled()
        gate.turns.put_nowait(None)
        await settled()
        assert following.done()


async def test_the_memory_budget_lets_no_burst_out() -> None:
    loop = asyncio.get_running_loop()
    budget, times = memory_budget(200), list[float]()

    async def call() -> None:
        await budget.draw(2)
        times.append(loop.time())

    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(call())
    assert times[-1] - times[0] >= 19 / 200 * 0.95


def test_what_counts_against_the_rate() -> None:
    assert all(counts(name) for name in ("sendMessage", "editMessageText", "copyMessages"))
    assert not any(
        counts(name)
        for name in ("deleteMessage", "answerCallbackQuery", "getUpdates", "sendChatAction")
    )


def test_three_answers_at_once_then_one_a_second() -> None:
    bursts = ChatBursts(1.0)
    assert [bursts.take(7, 100.0) for _ in range(5)] == [0.0, 0.0, 0.0, 1.0, 2.0]
    assert bursts.take(8, 100.0) == 0.0
    assert bursts.take(7, 200.0) == 0.0


def test_pacing_can_be_switched_off() -> None:
    bursts = ChatBursts(0.0)
    assert {bursts.take(7, 100.0) for _ in range(50)} == {0.0}
