"""Photos wanted, kept and forgotten, each step committed as another process would have left it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from storage import media, media_sweep
from storage.database import Database
from storage.models import Activity, ActivityPhoto, Job, MediaSource, Problem, ProblemPhoto
from storage.people import register
from storage.pictures import Picture
from tests.storage.building import KENANGA, NOW, a_person

LATER = NOW + timedelta(days=2)
BEFORE = LATER - timedelta(days=1)


def photo(name: str) -> dict[str, Any]:
    return {"file_id": f"file-{name}", "unique_id": name, "size": 9000, "caption": None}


def picture(letter: str = "a") -> Picture:
    return Picture(letter * 64, "image/jpeg", 1000, 40, 30)


async def wanted(database: Database, *names: str, at: datetime = NOW) -> None:
    async with database.write() as session:
        await media.want(session, [photo(name) for name in names], at)


async def sources(database: Database) -> dict[str, MediaSource]:
    async with database.session() as session:
        rows = await session.scalars(select(MediaSource).order_by(MediaSource.id))
        return {row.unique_id: row for row in rows}


async def job_rows(database: Database) -> Sequence[Job]:
    async with database.session() as session:
        return (await session.scalars(select(Job).order_by(Job.id))).all()


async def keeps(database: Database, name: str, as_what: Picture, at: datetime = NOW) -> bool:
    number = (await sources(database))[name].id
    async with database.write() as session:
        return await media.keep(session, number, as_what, at)


async def fails(database: Database, name: str, outcome: str = "gone") -> None:
    number = (await sources(database))[name].id
    async with database.write() as session:
        await media.fail(session, number, outcome, NOW)


async def an_activity(database: Database, *photos: str, number: int = 1) -> None:
    """An activity with those photos, which nobody asked to keep."""
    async with database.write() as session:
        if await session.get(Activity, number) is None:
            person = await register(
                session,
                telegram_id=899 + number,
                name="Siti",
                language="id",
                consent_version=1,
                now=NOW,
            )
            session.add(activity(number, person))
            await session.flush()
        for position, name in enumerate(photos):
            session.add(
                ActivityPhoto(
                    activity_id=number, position=position, file_id=f"file-{name}", unique_id=name
                )
            )


def activity(number: int, person: int) -> Activity:
    return Activity(
        id=number,
        receipt=f"K-{number}",
        person_id=person,
        region_code=KENANGA,
        held_on=date(2026, 11, 18),
        title="Posyandu",
        section="repro",
        target_groups=[],
        agencies=[],
        funding=[],
        male=0,
        female=0,
        children=0,
        created_at=NOW,
    )


async def a_problem(database: Database, *photos: str) -> None:
    siti = await a_person(database, 990)
    async with database.write() as session:
        session.add(
            Problem(
                id=1,
                receipt="M-1",
                person_id=siti.id,
                region_code=KENANGA,
                category="lingkungan",
                what="Selokan tersumbat",
                priority="sedang",
                state="open",
                created_at=NOW,
            )
        )
        await session.flush()
        for position, name in enumerate(photos):
            session.add(
                ProblemPhoto(
                    problem_id=1, position=position, file_id=f"file-{name}", unique_id=name
                )
            )


async def swept(database: Database, before: datetime = BEFORE) -> tuple[int, int]:
    """How many sources and pictures went."""
    count = {"sources": 0, "pictures": 0}
    source: int | None = 0
    digest: str | None = ""
    while source is not None:
        async with database.write() as session:
            found = await media_sweep.drop_sources(session, source, before)
        source, gone = found
        count["sources"] += gone
    while digest is not None:
        async with database.write() as session:
            pictures = await media_sweep.drop_pictures(session, digest, before)
        digest, gone = pictures
        count["pictures"] += gone
    return count["sources"], count["pictures"]
