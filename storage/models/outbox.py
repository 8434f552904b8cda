"""What must reach somebody: broadcasts, the deliveries they and others become, and the pace."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code

OPEN = text("state = 'queued'")
HELD = text("state in ('claimed', 'sending')")


class Broadcast(Base):
    """A message to an audience. States: draft, discarded, scheduled,
    preparing, running, done, skipped."""

    __tablename__ = "broadcasts"
    __table_args__ = (
        Index(
            "ix_broadcasts_open",
            "due_at",
            sqlite_where=text("state in ('scheduled', 'preparing', 'running')"),
            postgresql_where=text("state in ('scheduled', 'preparing', 'running')"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    audience: Mapped[str] = mapped_column(String(24))
    body: Mapped[str] = mapped_column(Text)
    photo: Mapped[str | None] = mapped_column(String(255))
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    progress_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class BroadcastRun(Base):
    """One firing of a schedule. The key makes two schedulers fire it once."""

    __tablename__ = "broadcast_runs"

    broadcast_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("broadcasts.id"), primary_key=True
    )
    due_at: Mapped[datetime] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(String(12))
    cursor: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int]
    started_at: Mapped[datetime]


class Delivery(Base):
    """One call of the Bot API that must happen.

    States: queued, claimed, sending, then sent, failed, blocked, gone, expired or uncertain.
    What concerns a reporter is in ``sealed`` (chat and parameters), emptied once it is done.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_queued", "priority", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_deliveries_held", "lease_until", sqlite_where=HELD, postgresql_where=HELD),
        Index(
            "ix_deliveries_broadcast",
            "broadcast_id",
            "state",
            sqlite_where=text("broadcast_id is not null"),
            postgresql_where=text("broadcast_id is not null"),
        ),
        Index(
            "ix_deliveries_once",
            "once",
            unique=True,
            sqlite_where=text("once is not null"),
            postgresql_where=text("once is not null"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    method: Mapped[str] = mapped_column(String(32))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    params: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    priority: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    attempts: Mapped[int]
    lease_by: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    outcome: Mapped[str | None] = mapped_column(String(120))
    broadcast_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("broadcasts.id"))
    once: Mapped[str | None] = mapped_column(String(80))
    created_at: Mapped[datetime]


class Pace(Base):
    """The token's rate budget when several processes share it. Times are Unix seconds."""

    __tablename__ = "pace"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    next_at: Mapped[float] = mapped_column(Float)
