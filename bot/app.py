"""The composition root: the only place that builds the program out of its parts.

Telegram's libraries are imported where they are needed: aiogram alone takes seconds.
"""

import asyncio
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot import atlas
from bot.budget import Budget, memory_budget
from bot.core import Core
from broadcasts.wake import Wake
from storage import pace
from storage.listen import listen

JOB_LEASE = timedelta(minutes=2)
"""How long a job of a worker that died waits before another takes it."""


async def shared_budget(core: Core) -> Budget:
    """The budget in the database, for several processes that send for one bot."""
    async with core.database.write() as session:
        await pace.prepare(session)
    per_second = core.settings.telegram.rate_per_second
    return Budget(pace.shared_acquire(core.database, per_second))


def alone_budget(core: Core) -> Budget:
    """The budget in memory, when one process does everything."""
    return memory_budget(core.settings.telegram.rate_per_second)


async def run_all(core: Core, token: SecretStr, started: Callable[[], None]) -> None:
    """Everything in one process: answer by polling, deliver, fire schedules."""
    budget, wake = alone_budget(core), Wake()
    async with asyncio.TaskGroup() as group:
        group.create_task(deliver(core, token, budget, wake))
        group.create_task(poll(core, token, budget, wake, started))


async def poll(
    core: Core, token: SecretStr, budget: Budget, wake: Wake, started: Callable[[], None]
) -> None:
    """Answer by long polling."""
    from bot.answering import open_answering

    async with open_answering(core, token, budget, wake.ring) as answering:
        await answering.poll(started)


async def serve_webhook(
    core: Core, token: SecretStr, budget: Budget, wake: Wake, started: Callable[[], None]
) -> None:
    """Answer by webhook."""
    from bot.answering import open_answering

    async with open_answering(core, token, budget, wake.ring) as answering:
        await answering.serve_webhook(started)


async def deliver(core: Core, token: SecretStr, budget: Budget, wake: Wake) -> None:
    """Empty the outbox and fire schedules."""
    from broadcasts.chores import all_chores
    from broadcasts.deliverer import Deliverer
    from broadcasts.downloads import Downloads
    from broadcasts.jobs import Tools, Worker
    from broadcasts.ledger import Ledger
    from broadcasts.pacing import ChatPaces
    from broadcasts.pool import Processes
    from broadcasts.posting import Posting
    from broadcasts.runners import LANES, others
    from broadcasts.scheduler import Scheduler
    from broadcasts.sender import Sender

    settings = core.settings
    sender = Sender(settings.telegram, token, budget)
    ledger = Ledger(
        core.database,
        core.clock,
        core.vault,
        who=secrets.token_hex(8),
        lease=timedelta(seconds=settings.delivery.lease_seconds),
        exports=Path(settings.export.folder),
    )
    paces = ChatPaces(
        per_chat_seconds=settings.telegram.per_chat_seconds,
        per_group_per_minute=settings.telegram.per_group_per_minute,
    )
    deliverer = Deliverer(
        ledger,
        sender,
        core.clock,
        paces,
        wake,
        settings.delivery,
        lanes=settings.telegram.connections,
    )
    pool, downloads = Processes(), Downloads(settings.telegram, token)
    tools = Tools(
        core.database,
        core.clock,
        settings,
        core.vault,
        core.book,
        telegram=sender,
        wake=wake,
        pool=pool,
        downloads=downloads,
    )
    workers = [
        Worker(tools, lane, who=secrets.token_hex(8), lease=JOB_LEASE, without=others(lane))
        for lane in LANES
    ]
    chores = all_chores(core.database, settings, core.book, wake)
    scheduler = Scheduler(core.database, core.clock, wake, settings, chores)
    posting = Posting(core.database, core.clock, settings, core.book, wake)
    await sender.open()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(deliverer.run())
            group.create_task(scheduler.run())
            group.create_task(posting.run())
            for worker in workers:
                group.create_task(worker.run())
            group.create_task(atlas.keep(core.database, core.book, core.hints))
            if not core.database.is_sqlite:
                group.create_task(listen(core.database.url, wake.ring))
    finally:
        pool.close()
        await downloads.close()
        await sender.close()
