"""Activities a village held, their photos, and what happened to each after it was sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code

UNVERIFIED = text("state = 'saved'")
ANSWERS_PROBLEM = text("problem_id is not null")


class Activity(Base):
    """One kegiatan. Counts are people; ``latitude`` and ``longitude`` degrees to four decimals.

    States: saved, verified, returned (with a note for its author) or withdrawn. ``revision``
    counts the edits. ``people`` are those of whom nobody said whether they were men, women or
    children. ``post_type`` is activity or before_after.
    """

    __tablename__ = "activities"
    __table_args__ = (
        Index("ix_activities_person_id_id", "person_id", "id"),
        Index("ix_activities_region_code_held_on", "region_code", "held_on"),
        Index(
            "ix_activities_unverified",
            "region_code",
            "id",
            sqlite_where=UNVERIFIED,
            postgresql_where=UNVERIFIED,
        ),
        Index(
            "ix_activities_problem_id",
            "problem_id",
            sqlite_where=ANSWERS_PROBLEM,
            postgresql_where=ANSWERS_PROBLEM,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    receipt: Mapped[str] = mapped_column(String(16), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    held_on: Mapped[date]
    title: Mapped[str] = mapped_column(String(255))
    section: Mapped[str] = mapped_column(String(24))
    target_groups: Mapped[list[str]] = mapped_column(JSON)
    agencies: Mapped[list[str]] = mapped_column(JSON)
    funding: Mapped[list[str]] = mapped_column(JSON)
    male: Mapped[int]
    female: Mapped[int]
    children: Mapped[int]
    people: Mapped[int] = mapped_column(server_default="0", default=0)
    place: Mapped[str | None] = mapped_column(String(255))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    description: Mapped[str | None] = mapped_column(Text)
    inpres: Mapped[str | None] = mapped_column(String(8))
    tags: Mapped[list[str]] = mapped_column(JSON, server_default="[]", default=list)
    poktan: Mapped[list[str]] = mapped_column(JSON, server_default="[]", default=list)
    post_type: Mapped[str] = mapped_column(
        String(12), server_default="activity", default="activity"
    )
    follow_up: Mapped[str | None] = mapped_column(Text)
    problem_id: Mapped[int | None] = mapped_column(BigInteger)
    intervention_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12), server_default="saved", default="saved")
    revision: Mapped[int] = mapped_column(server_default="0", default=0)
    verified_by: Mapped[int | None] = mapped_column(BigInteger)
    verified_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class ActivityPhoto(Base):
    """A photo of an activity, by Telegram's file id (tied to this bot). ``moment`` is before or
    after in a before–after pair. Its kept copy: :class:`~storage.models.media.MediaSource`."""

    __tablename__ = "activity_photos"
    __table_args__ = (Index("ix_activity_photos_unique_id", "unique_id"),)

    activity_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("activities.id"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[str] = mapped_column(String(255))
    unique_id: Mapped[str] = mapped_column(String(64))
    caption: Mapped[str | None] = mapped_column(String(1024))
    moment: Mapped[str | None] = mapped_column(String(8))


class ActivityChange(Base):
    """What happened to an activity after it was sent: edited, withdrawn, verified or returned, by
    whom. ``before`` holds the earlier values of the fields an edit changed; ``note`` the reason."""

    __tablename__ = "activity_changes"
    __table_args__ = (
        Index("ix_activity_changes_activity_id_id", "activity_id", "id"),
        Index("ix_activity_changes_person_id_id", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    activity_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("activities.id"))
    person_id: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(12))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str | None] = mapped_column(Text)


class HintRow(Base):
    """A word of a title that points to a section, an Inpres category, a tag or a target group, laid
    over the table that the program brings along. An empty ``value`` takes a word away."""

    __tablename__ = "hints"

    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    word: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]
