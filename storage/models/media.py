"""Photos kept beside the database, by their content."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id


class Media(Base):
    """One kept picture, named by the SHA-256 (hex) of what is kept: without the camera's notes.
    Sizes are bytes and pixels; ``created_at`` is when it was kept last."""

    __tablename__ = "media"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    mime: Mapped[str] = mapped_column(String(24))
    size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    created_at: Mapped[datetime]


class MediaSource(Base):
    """A file at Telegram that is to be kept. States: queued, kept (``hash`` says what as) or failed
    (``outcome`` says why: too_big, unreadable, gone, unreachable). ``created_at`` is when it was
    wanted last."""

    __tablename__ = "media_sources"
    __table_args__ = (
        Index(
            "ix_media_sources_hash",
            "hash",
            sqlite_where=text("hash is not null"),
            postgresql_where=text("hash is not null"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    unique_id: Mapped[str] = mapped_column(String(64), unique=True)
    file_id: Mapped[str] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(8))
    hash: Mapped[str | None] = mapped_column(String(64), ForeignKey("media.hash"))
    outcome: Mapped[str | None] = mapped_column(String(24))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
