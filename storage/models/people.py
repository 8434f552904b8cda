"""People, what they may do where, and the links that let them in."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code


class PersonRow(Base):
    """Somebody who accepted the privacy notice."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(120))
    language: Mapped[str] = mapped_column(String(2))
    consent_version: Mapped[int]
    consent_at: Mapped[datetime]
    reachable: Mapped[bool]
    created_at: Mapped[datetime]


class Assignment(Base):
    """A role of a person within a region and its descendants.

    ``confirmed_at`` is empty while a role that needs two people waits for the second.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        Index("ix_assignments_person_id", "person_id"),
        Index("ix_assignments_role_region_code", "role", "region_code"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[str] = mapped_column(String(24))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    valid_from: Mapped[datetime]
    valid_until: Mapped[datetime | None]
    suspended: Mapped[bool]
    granted_by: Mapped[int | None] = mapped_column(BigInteger)
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger)
    confirmed_at: Mapped[datetime | None]


class Invite(Base):
    """A link for a role and region. Only the hash of its token is kept."""

    __tablename__ = "invites"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    role: Mapped[str] = mapped_column(String(24))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    uses_left: Mapped[int]
    expires_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
