"""Activities in the tables, as they were sent, with photos, problems and kept pictures."""

from datetime import date
from typing import Any

from sqlalchemy import insert

from bot.clock import new_id
from storage.database import Database
from storage.models import Activity, ActivityPhoto, Intervention, Media, MediaSource, Problem
from tests.storage.building import KENANGA, NOW, a_person

DAY = date(2026, 11, 18)
HASH = "ab" * 32
STEALING = "Dugaan pencabulan anak umur 7 tahun di RT 3"
"""Words that must never leave: they tell of a child in danger."""


async def an_author(database: Database, chat: int = 9001) -> int:
    """Somebody who sends activities; their name must not leave with them."""
    return (await a_person(database, chat, name="Nama Pengirim")).id


async def an_activity(database: Database, person: int, **changes: Any) -> int:
    """One activity, a usual one but for the changes. Returns its number."""
    number = changes.pop("id", None) or new_id()
    values: dict[str, Any] = {
        "id": number,
        "receipt": f"KG-{number % 10**8:08d}",
        "person_id": person,
        "region_code": KENANGA,
        "held_on": DAY,
        "title": "Posyandu Melati",
        "section": "repro",
        "target_groups": ["balita"],
        "agencies": ["pkm"],
        "funding": ["dd"],
        "male": 1,
        "female": 20,
        "children": 18,
        "people": 4,
        "place": "Balai desa",
        "created_at": NOW,
        **changes,
    }
    async with database.write() as session:
        await session.execute(insert(Activity).values(**values))
    return int(number)


async def a_photo(
    database: Database, activity: int, position: int, *, kept: str | None = None, **changes: Any
) -> None:
    """A photo; with ``kept`` its picture is in our folder under this hash."""
    unique = f"u{activity}-{position}"
    async with database.write() as session:
        await session.execute(
            insert(ActivityPhoto).values(
                **{
                    "activity_id": activity,
                    "position": position,
                    "file_id": "F",
                    "unique_id": unique,
                    "caption": None,
                    "moment": None,
                    **changes,
                }
            )
        )
        if kept is not None:
            await session.execute(
                insert(Media).values(
                    hash=kept, mime="image/jpeg", size=9, width=3, height=2, created_at=NOW
                )
            )
            await session.execute(
                insert(MediaSource).values(
                    id=new_id(),
                    unique_id=unique,
                    file_id="F",
                    state="kept",
                    hash=kept,
                    created_at=NOW,
                )
            )


async def an_answered_problem(database: Database, person: int) -> tuple[int, int]:
    """A problem and the intervention planned for it."""
    problem, intervention = new_id(), new_id()
    async with database.write() as session:
        await session.execute(
            insert(Problem).values(
                id=problem,
                receipt="MS-2222",
                person_id=person,
                region_code=KENANGA,
                category="stunting",
                priority="high",
                state="planned",
                created_at=NOW,
            )
        )
        await session.execute(
            insert(Intervention).values(
                id=intervention,
                problem_id=problem,
                person_id=person,
                region_code=KENANGA,
                agency="sehat",
                what="Dapur sehat",
                planned_on=date(2026, 11, 25),
                state="planned",
                created_at=NOW,
            )
        )
    return problem, intervention
