"""A scheduler whose hours the test counts, and what it has left in the tables."""

from dataclasses import dataclass, field

from sqlalchemy import select

from bot.clock import ManualClock
from bot.settings import DeliverySettings, Settings
from broadcasts.scheduler import Scheduler
from broadcasts.wake import Wake
from storage.database import Database
from storage.models import Broadcast, Delivery
from tests.storage.building import NOW


@dataclass
class Watch:
    """A scheduler whose hours the test counts."""

    database: Database
    clock: ManualClock = field(default_factory=lambda: ManualClock(NOW))
    wake: Wake = field(default_factory=Wake)
    look: float = 0.5

    def scheduler(self, database: Database | None = None) -> Scheduler:
        delivery = DeliverySettings(grace_hours=6, materialise=3, look_seconds=self.look)
        settings = Settings(delivery=delivery)
        return Scheduler(database or self.database, self.clock, self.wake, settings)

    async def broadcast(self, number: int = 1) -> Broadcast:
        async with self.database.session() as session:
            row = await session.get(Broadcast, number)
        assert row is not None
        return row

    async def recipients(self) -> list[int | None]:
        async with self.database.session() as session:
            rows = select(Delivery.chat_id).where(Delivery.broadcast_id.is_not(None))
            return sorted((await session.scalars(rows)).all(), key=lambda chat: chat or 0)

    async def told(self) -> list[str]:
        """What the composer is told, in order."""
        async with self.database.session() as session:
            rows = await session.scalars(
                select(Delivery).where(Delivery.broadcast_id.is_(None)).order_by(Delivery.id)
            )
            return [(row.params or {})["text"] for row in rows]
