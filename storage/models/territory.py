"""Regions of the province, the Kampung KB in them and the POKJA groups bound to a kampung."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code


class RegionRow(Base):
    """A province, kab/kota, kecamatan, desa or kelurahan, by Kemendagri code."""

    __tablename__ = "regions"

    code: Mapped[str] = mapped_column(region_code(), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(12))
    parent: Mapped[str | None] = mapped_column(region_code())
    source: Mapped[str] = mapped_column(String(60))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class Kampung(Base):
    """A Kampung KB. One active kampung per desa or kelurahan."""

    __tablename__ = "kampung"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    created_at: Mapped[datetime]


class WorkingGroupChat(Base):
    """A Telegram group of a kampung's POKJA. State: active, unreachable or unbound."""

    __tablename__ = "groups"
    __table_args__ = (Index("ix_groups_region_code_state", "region_code", "state"),)

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    title: Mapped[str] = mapped_column(String(255))
    state: Mapped[str] = mapped_column(String(12))
    bound_by: Mapped[int] = mapped_column(BigInteger)
    bound_at: Mapped[datetime]
