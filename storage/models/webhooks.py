"""What is posted to other systems: one row an activity, an event and an address."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id

OPEN_POST = text("state in ('queued', 'sending')")


class WebhookPost(Base):
    """One post owed to an address of the settings. States: queued, sending, then done or failed.

    ``key`` is the idempotency key the other side sees: activity, revision and event. The body is
    made when it is sent, from the activity as it stands.
    """

    __tablename__ = "webhook_posts"
    __table_args__ = (
        UniqueConstraint("target", "key", name="uq_webhook_posts_target_key"),
        Index(
            "ix_webhook_posts_open",
            "target",
            "due_at",
            sqlite_where=OPEN_POST,
            postgresql_where=OPEN_POST,
        ),
        Index("ix_webhook_posts_ended", "target", "state", "done_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    target: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(64))
    event: Mapped[str] = mapped_column(String(24))
    activity_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("activities.id"))
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int]
    due_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    status: Mapped[int | None]
    outcome: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
