"""Bookkeeping of the conversation: which updates were handled, and forms not finished yet."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id


class HandledUpdate(Base):
    """An update that has taken effect. Ids age out; they may jump after a quiet week."""

    __tablename__ = "handled_updates"
    __table_args__ = (Index("ix_handled_updates_at", "at"),)

    update_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    at: Mapped[datetime]


class FailedUpdate(Base):
    """An update whose handling met a bug. Holds nothing the person wrote."""

    __tablename__ = "failed_updates"

    update_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    error: Mapped[str] = mapped_column(String(120))
    traceback: Mapped[str] = mapped_column(Text)


class DraftRow(Base):
    """One form of one person in one chat.

    ``owner`` is ``person.chat`` for ordinary forms; for sensitive ones a keyed hash of it, and
    ``body`` is sealed: without the key nobody can tell who is reporting, or what.
    """

    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_updated_at", "updated_at"),)

    owner: Mapped[str] = mapped_column(String(44), primary_key=True)
    form: Mapped[str] = mapped_column(String(24), primary_key=True)
    is_open: Mapped[bool]
    revision: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[datetime]
