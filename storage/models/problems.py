"""Problems a village has found, and the interventions that are to answer them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Id, region_code

OPEN_PROBLEM = text("state in ('open', 'planned')")
PLANNED = text("state = 'planned'")
IDLE = text("state = 'open' and listed_at is null")


class Problem(Base):
    """A masalah of a village, never of a person. States: open, planned (an intervention is on its
    way), done or withdrawn.

    Perkawinan anak, kekerasan and putus sekolah have a ``choice`` of a list and an
    ``affected_band`` only; the others words and a number. ``since`` is the first day of
    the month it is known from, None when that is longer ago than this year. ``idle_since`` is from
    when nothing is planned for it, ``listed_at`` when those responsible were told of that.
    """

    __tablename__ = "problems"
    __table_args__ = (
        Index(
            "ix_problems_open",
            "region_code",
            "id",
            sqlite_where=OPEN_PROBLEM,
            postgresql_where=OPEN_PROBLEM,
        ),
        Index("ix_problems_region_code_id", "region_code", "id"),
        Index("ix_problems_idle", "idle_since", sqlite_where=IDLE, postgresql_where=IDLE),
        Index("ix_problems_person_id_id", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    receipt: Mapped[str] = mapped_column(String(16), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    category: Mapped[str] = mapped_column(String(12))
    choice: Mapped[str | None] = mapped_column(String(12))
    what: Mapped[str | None] = mapped_column(Text)
    affected: Mapped[int | None]
    affected_band: Mapped[str | None] = mapped_column(String(12))
    since: Mapped[date | None]
    evidence: Mapped[str | None] = mapped_column(Text)
    priority: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(Text)
    idle_since: Mapped[datetime | None]
    listed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class ProblemPhoto(Base):
    """A photo that shows a problem, by Telegram's file id."""

    __tablename__ = "problem_photos"
    __table_args__ = (Index("ix_problem_photos_unique_id", "unique_id"),)

    problem_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("problems.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[str] = mapped_column(String(255))
    unique_id: Mapped[str] = mapped_column(String(64))
    caption: Mapped[str | None] = mapped_column(String(1024))


class Intervention(Base):
    """What is to be done about a problem: by which agency (an id of the list, or ``other:`` and
    words), on which day. States: planned, done (with a result) or cancelled. ``asked_at`` is when
    the planner was last asked whether it is done."""

    __tablename__ = "interventions"
    __table_args__ = (
        Index("ix_interventions_problem_id", "problem_id"),
        Index("ix_interventions_person_id_id", "person_id", "id"),
        Index(
            "ix_interventions_planned",
            "planned_on",
            sqlite_where=PLANNED,
            postgresql_where=PLANNED,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    problem_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("problems.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    region_code: Mapped[str] = mapped_column(region_code(), ForeignKey("regions.code"))
    agency: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(Text)
    planned_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(12))
    result: Mapped[str | None] = mapped_column(Text)
    done_on: Mapped[date | None]
    done_by: Mapped[int | None] = mapped_column(BigInteger)
    asked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
