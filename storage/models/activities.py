"""Activities a village held, and their photos."""

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code


class Activity(Base):
    """One kegiatan. Counts are people; ``latitude`` and ``longitude`` degrees to four decimals."""

    __tablename__ = "activities"
    __table_args__ = (
        Index("ix_activities_person_id_id", "person_id", "id"),
        Index("ix_activities_region_code_held_on", "region_code", "held_on"),
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
    place: Mapped[str | None] = mapped_column(String(255))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    description: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]


class ActivityPhoto(Base):
    """A photo of an activity, by Telegram's file id (tied to this bot)."""

    __tablename__ = "activity_photos"

    activity_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("activities.id"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[str] = mapped_column(String(255))
    unique_id: Mapped[str] = mapped_column(String(64))
    caption: Mapped[str | None] = mapped_column(String(1024))
