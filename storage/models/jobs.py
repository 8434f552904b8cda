"""Long work, done outside any update's transaction, and the files it makes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id

OPEN_JOB = text("state in ('queued', 'running')")
FAILED_JOB = text("state = 'failed'")


class Job(Base):
    """One piece of long work. States: queued, running, then done or failed.

    ``person_id`` is who asked for it; ``params`` holds opaque numbers only, never anybody's words.
    ``done`` of ``total`` parts are ready, of work that tells how far it is.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_open", "due_at", sqlite_where=OPEN_JOB, postgresql_where=OPEN_JOB),
        Index("ix_jobs_failed", "id", sqlite_where=FAILED_JOB, postgresql_where=FAILED_JOB),
        Index("ix_jobs_person_id", "person_id"),
        Index(
            "ix_jobs_once",
            "once",
            unique=True,
            sqlite_where=text("once is not null"),
            postgresql_where=text("once is not null"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(24))
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    person_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12))
    due_at: Mapped[datetime]
    deadline_at: Mapped[datetime | None]
    attempts: Mapped[int]
    lease_by: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(120))
    done: Mapped[int | None]
    total: Mapped[int | None]
    once: Mapped[str | None] = mapped_column(String(80))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class OutboxFile(Base):
    """A file on its way out: named in a delivery's parameters as ``{"attach": id}``.

    Removed when the delivery that carries it has ended. A large one has a ``path`` in the folder of
    exports instead of its content.
    """

    __tablename__ = "outbox_files"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(120))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    path: Mapped[str | None] = mapped_column(String(160))
    person_id: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
