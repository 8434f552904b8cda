"""Fires what is due: broadcasts at their time, once, and lets the chores have their turns.

Schedules are rows; a firing inserts its run under a unique key, so that any number of schedulers
fire it once, and one that was missed is caught up within its grace or recorded as skipped.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.settings import Settings
from broadcasts.chores import Chore
from broadcasts.progress import Progress
from broadcasts.wake import Wake, heard
from storage import audiences, broadcasts
from storage.database import Database
from storage.models import Broadcast

log = structlog.get_logger(__name__)


SHORT_PAUSE = 0.05
"""Seconds between two looks while broadcasts are being prepared."""


class Scheduler:
    """The clock over our tables."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        wake: Wake,
        settings: Settings,
        chores: Sequence[Chore] = (),
    ) -> None:
        self._database = database
        self._chores = chores
        self._clock = clock
        self._wake = wake
        self._bell = wake.listener()
        self._settings = settings
        self._progress = Progress(database, clock, settings.delivery.progress_seconds)

    async def run(self) -> None:
        """Look at once, then whenever something is due or the bell rings, until cancelled."""
        while True:
            try:
                pause = await self.turn()
            except StorageTrouble as trouble:
                log.warning("schedules cannot be read", why=str(trouble))
                pause = self._settings.delivery.look_seconds
            except Exception:
                # One schedule's bug must not stop the alerts that this process delivers.
                log.exception("schedule failed")
                pause = self._settings.delivery.look_seconds
            await heard(self._bell, pause)

    async def turn(self) -> float:
        """Do everything that is due now. Returns the seconds until the next look."""
        now = self._clock.now()
        async with self._database.session() as session:
            waiting = await broadcasts.due(session, now)
        for broadcast in waiting:
            if broadcast.state == "scheduled":
                await self._fire(broadcast)
            else:
                await self._prepare(broadcast)
        is_running = await self._progress.turn()
        for chore in self._chores:
            await self._do(chore, now)
        return self._settings.delivery.look_seconds if not waiting or is_running else SHORT_PAUSE

    async def _do(self, chore: Chore, now: datetime) -> None:
        try:
            await chore.turn(now)
        except StorageTrouble:
            raise
        except Exception:
            # One chore's bug must stop neither the others nor the broadcasts.
            log.exception("chore failed", chore=type(chore).__name__)

    async def _fire(self, broadcast: Broadcast) -> None:
        now = self._clock.now()
        is_late = now - broadcast.due_at > timedelta(hours=self._settings.delivery.grace_hours)
        async with self._database.session() as session:
            if await broadcasts.fire(session, broadcast, now, "skipped" if is_late else "fired"):
                state = "skipped" if is_late else "preparing"
                await broadcasts.set_state(
                    session,
                    broadcast.id,
                    state,
                    was="scheduled",
                    done_at=now if is_late else None,
                )
                await self._progress.announce(session, broadcast, is_late=is_late)
            await session.commit()
        self._wake.ring()

    async def _prepare(self, broadcast: Broadcast) -> None:
        """Write recipients, a part a transaction, so that nobody's answer waits for all of them."""
        is_last = False
        while not is_last:
            async with self._database.session() as session:
                is_last = await audiences.materialise(
                    session,
                    broadcast,
                    limit=self._settings.delivery.materialise,
                    now=self._clock.now(),
                )
                if is_last:
                    await broadcasts.set_state(session, broadcast.id, "running", was="preparing")
                await session.commit()
            self._wake.ring()
