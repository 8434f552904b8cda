"""Child-protection reports, and the log of everybody who read one."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code


class Case(Base):
    """In clear stand only a random id, status, urgency, kab/kota and times; ``sealed`` is the
    rest, under a key of its own wrapped by the master key."""

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_kabkota_status", "kabkota", "status"),)

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    status: Mapped[str] = mapped_column(String(24))
    urgency: Mapped[str] = mapped_column(String(8))
    kabkota: Mapped[str] = mapped_column(region_code())
    created_at: Mapped[datetime]
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class AuditEntry(Base):
    """Who did what to which case. Append-only; ``code`` chains each row to the one before."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[int | None] = mapped_column(BigInteger)
    act: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(40))
    outcome: Mapped[str] = mapped_column(String(16))
    code: Mapped[bytes] = mapped_column(LargeBinary(32))
