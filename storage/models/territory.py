"""Regions of the province, the Kampung KB in them and the POKJA groups bound to a kampung."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code


class RegionRow(Base):
    """A province, kab/kota, kecamatan, desa or kelurahan, by Kemendagri code.

    Valid from ``valid_from`` up to, not including, ``valid_until`` (days in WIB; empty: always).
    ``succeeds`` is the code of the region it was split from. Earlier names: :class:`RegionName`.
    """

    __tablename__ = "regions"
    __table_args__ = (
        Index(
            "ix_regions_succeeds",
            "code",
            "succeeds",
            sqlite_where=text("succeeds is not null"),
            postgresql_where=text("succeeds is not null"),
        ),
    )

    code: Mapped[str] = mapped_column(region_code(), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(12))
    parent: Mapped[str | None] = mapped_column(region_code())
    source: Mapped[str] = mapped_column(String(60))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    succeeds: Mapped[str | None] = mapped_column(region_code())


class RegionName(Base):
    """A name a region had before: records of days before ``until`` show it."""

    __tablename__ = "region_names"

    code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"), primary_key=True)
    until: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(60))


class Mark(Base):
    """A single fact about the whole database, such as the number of the last change of regions."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(String(24), primary_key=True)
    value: Mapped[str] = mapped_column(String(200))


class Kampung(Base):
    """A Kampung KB. One active kampung per desa or kelurahan.

    ``stage`` and the keys of ``checklist`` (key → ISO date it was done) are those of
    ``bot.rules.kampung``; ``poktan`` lists kinds of groups; a fact nobody has told is empty.
    """

    __tablename__ = "kampung"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    decree: Mapped[str | None] = mapped_column(String(120))
    decree_on: Mapped[date | None]
    stage: Mapped[str] = mapped_column(String(16))
    checklist: Mapped[dict[str, Any]] = mapped_column(JSON)
    poktan: Mapped[list[str]] = mapped_column(JSON)
    patbm: Mapped[bool | None]
    home_industry: Mapped[bool | None]
    data_house: Mapped[bool | None]
    contacts: Mapped[str | None] = mapped_column(Text)
    closed_reason: Mapped[str | None] = mapped_column(String(300))
    updated_by: Mapped[int | None] = mapped_column(BigInteger)
    updated_at: Mapped[datetime | None]


class WorkingGroupChat(Base):
    """A Telegram group of a kampung's POKJA.

    State: checking (the bot is looking), pending (the POKJA is asked to confirm), active,
    unreachable or unbound. ``topic_id`` is the topic of a forum it was bound in; ``members``,
    ``can_post``, ``can_pin`` and ``can_delete`` are what the bot saw last, at ``seen_at``.
    ``posts_activities`` is the group's wish to hear of each activity in a line.
    """

    __tablename__ = "groups"
    __table_args__ = (
        Index("ix_groups_region_code_state", "region_code", "state"),
        Index("ix_groups_state_seen_at", "state", "seen_at"),
    )

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    title: Mapped[str] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(12))
    bound_by: Mapped[int] = mapped_column(BigInteger)
    bound_at: Mapped[datetime]
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger)
    topic_id: Mapped[int | None] = mapped_column(BigInteger)
    members: Mapped[int | None]
    can_post: Mapped[bool | None]
    can_pin: Mapped[bool | None]
    can_delete: Mapped[bool | None]
    seen_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    away_since: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    posts_activities: Mapped[bool] = mapped_column(server_default=false(), default=False)
