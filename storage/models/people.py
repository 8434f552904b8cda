"""People, what they may do where, the links and requests that let them in."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, by_bytes, region_code

WAITING = text("state = 'waiting'")


class PersonRow(Base):
    """Somebody who accepted the privacy notice.

    A closed account (moved to another phone, or erased) keeps its opaque number: ``telegram_id``
    is then ``-id``, which is nobody's, and everything else is empty. ``search_name`` is the name
    as :func:`storage.people.searchable` folds it; ``phone`` E.164.
    """

    __tablename__ = "people"
    __table_args__ = (
        Index("ix_people_search_name", "search_name", "id"),
        Index(
            "ix_people_phone",
            "phone",
            sqlite_where=text("phone is not null"),
            postgresql_where=text("phone is not null"),
        ),
        Index(
            "ix_people_unreachable",
            "id",
            sqlite_where=text("unreachable_since is not null"),
            postgresql_where=text("unreachable_since is not null"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(120))
    search_name: Mapped[str] = mapped_column(by_bytes(120))
    phone: Mapped[str | None] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(2))
    consent_version: Mapped[int]
    consent_at: Mapped[datetime]
    reachable: Mapped[bool]
    unreachable_since: Mapped[datetime | None]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class Assignment(Base):
    """A role of a person within a region and its descendants.

    ``confirmed_at`` is empty while a role that needs two people waits for the second.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        Index("ix_assignments_person_id", "person_id"),
        Index("ix_assignments_role_region_code", "role", "region_code"),
        Index("ix_assignments_region_code_id", "region_code", "id"),
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


class RoleChange(Base):
    """One line of the log of who may do what: who did it, when, and on whose word.

    ``change``: requested, granted, confirmed, refused, suspended, resumed, ended, changed,
    handed_over, relinked, moved (to another region), erased, held (a legal hold on the person's
    data) or freed (it was lifted). ``actor_id`` is empty for an
    operator at the command line or the program itself; ``word_of`` is the person whose approval,
    invitation or confirmation it rests on.
    """

    __tablename__ = "role_changes"
    __table_args__ = (
        Index("ix_role_changes_person_id", "person_id"),
        Index("ix_role_changes_region_code_id", "region_code", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    word_of: Mapped[int | None] = mapped_column(BigInteger)
    person_id: Mapped[int] = mapped_column(BigInteger)
    assignment_id: Mapped[int | None] = mapped_column(BigInteger)
    change: Mapped[str] = mapped_column(String(16))
    role: Mapped[str | None] = mapped_column(String(24))
    region_code: Mapped[str | None] = mapped_column(region_code())
    reason: Mapped[str | None] = mapped_column(String(300))


class Invite(Base):
    """A link for a role and region. Only the hash of its token is kept."""

    __tablename__ = "invites"
    __table_args__ = (Index("ix_invites_created_by", "created_by"),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    role: Mapped[str] = mapped_column(String(24))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    uses_left: Mapped[int]
    expires_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]


class MemberRequest(Base):
    """Somebody asks for a role (``kind`` join) or to move their account to this phone (relink).

    ``state``: waiting, approved, refused or withdrawn. ``rung`` is the role that has to answer
    now (``bot.rules.roles.LADDER``); unanswered it climbs at ``climb_at``. ``reminders`` counts
    how often that rung was reminded, when there is none above it.
    """

    __tablename__ = "member_requests"
    __table_args__ = (
        Index("ix_member_requests_person_id", "person_id"),
        Index(
            "ix_member_requests_waiting",
            "region_code",
            "id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "ix_member_requests_climb_at",
            "climb_at",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[str | None] = mapped_column(String(24))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    state: Mapped[str] = mapped_column(String(12))
    rung: Mapped[str] = mapped_column(String(24))
    climb_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(300))
    reminders: Mapped[int] = mapped_column(default=0)


class LegalHold(Base):
    """A person's records that must not be erased, and why, until it is lifted."""

    __tablename__ = "legal_holds"
    __table_args__ = (Index("ix_legal_holds_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str] = mapped_column(String(300))
    placed_by: Mapped[int] = mapped_column(BigInteger)
    placed_at: Mapped[datetime]
    lifted_by: Mapped[int | None] = mapped_column(BigInteger)
    lifted_at: Mapped[datetime | None]


class Tombstone(Base):
    """That something was deleted, of which kind, when and why; nothing of what it said.

    ``subject`` is the opaque number the record had.
    """

    __tablename__ = "tombstones"
    __table_args__ = (Index("ix_tombstones_kind_subject", "kind", "subject"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(24))
    subject: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime]
