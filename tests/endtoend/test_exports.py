"""A file of thousands of activities by real processes, also through a kill; posts that leave."""

import asyncio
import json
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.clock import new_id
from bot.rules.roles import Role
from sandbox.client_person import Person
from storage import webhook_posts
from storage.models import Activity, PersonRow
from tests.broadcasts.agency import an_agency
from tests.broadcasts.test_posting import is_signed, target
from tests.endtoend.albums import changes
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.turns import typed

CHAIR = 102
ROWS = 5000
KEY = "kunci-rahasia"


async def has_activities(build: Build, count: int) -> list[int]:
    """So many activities of the village, this year."""
    now = datetime.now(UTC)
    numbers = [new_id() for _ in range(count)]
    async with build.database.session() as session:
        person = await an_id(build)
        rows = [
            {
                "id": number,
                "receipt": f"KG-{at:06d}",
                "person_id": person,
                "region_code": VILLAGE,
                "held_on": now.date(),
                "title": "Posyandu Melati",
                "section": "repro",
                "target_groups": [],
                "agencies": [],
                "funding": [],
                "male": 1,
                "female": 2,
                "children": 3,
                "created_at": now,
            }
            for at, number in enumerate(numbers)
        ]
        await session.execute(insert(Activity), rows)
        await session.commit()
    return numbers


async def an_id(build: Build) -> int:
    """The number of the one person there is."""
    async with build.database.session() as session:
        found = await session.scalar(select(PersonRow.id))
    assert found is not None
    return int(found)


async def asks(place: Place) -> Person:
    chair = await place.client.person("Ketua", id=CHAIR)
    await typed(chair, "/unduh", "export-period")
    await chair.presses(label("export-period-year"))
    await chair.sees(words("export-columns"))
    await chair.presses(label("export-columns-cikar-csv"))
    return chair


async def documents(place: Place) -> list[dict[str, object]]:
    return [one["document"] for one in await place.sent(CHAIR) if "document" in one]


def exports_in(place: Place) -> list[Path]:
    return list((place.folder / "data" / "exports").glob("*"))


async def test_a_file_is_made_by_another_process_and_arrives_with_its_progress(
    build: Build,
) -> None:
    await build.registers([CHAIR], Role.WORKING_GROUP, VILLAGE)
    await has_activities(build, ROWS)
    place = await build()
    program = await place.runs()
    chair = await asks(place)
    await chair.sees(words("export-file", rows="5.000"), since=0, timeout=60)
    await chair.sees(words("export-progress", done="5.000", total="5.000"), since=0, timeout=20)
    await place.settled()
    (document,) = await documents(place)
    assert str(document["file_name"]).startswith("cikar-kegiatan-1901011001-")
    assert exports_in(place) == []
    program.signals(signal.SIGTERM)
    assert await program.ends() == 0


@pytest.mark.crash
async def test_killed_while_it_is_written_the_file_still_arrives_once(build: Build) -> None:
    await build.registers([CHAIR], Role.WORKING_GROUP, VILLAGE)
    await has_activities(build, ROWS)
    place = await build(delivery={"lease_seconds": 0.4})
    program = await place.runs()
    chair = await asks(place)
    await chair.sees(words("export-progress", done="0"), since=0, timeout=20)
    program.signals(signal.SIGKILL)
    await program.ends()
    await changes(build.database, "update jobs set lease_until = due_at where state = 'running'")
    await place.runs()
    await chair.sees(words("export-file", rows="5.000"), since=0, timeout=60)
    await place.settled()
    assert len(await documents(place)) == 1
    jobs = await place.rows("select state from jobs where kind = 'export'")
    assert [one["state"] for one in jobs] == ["done"]


async def test_a_post_leaves_and_arrives_signed(build: Build) -> None:
    await build.registers([CHAIR], Role.WORKING_GROUP, VILLAGE)
    (number,) = await has_activities(build, 1)
    place = await build()
    async with an_agency() as agency:
        to = target(agency)
        targets = json.dumps([to.model_dump()])
        program = await place.runs(env={"CIKAR_WEBHOOKS": targets, to.secret_env: KEY})
        async with build.database.session() as session:
            await webhook_posts.owe(session, [to], "verified", number, 3, datetime.now(UTC))
            await session.commit()
        async with asyncio.timeout(20):
            while not agency.got:
                await place.box.world.changed.wait(0.05)
        program.signals(signal.SIGTERM)
        assert await program.ends() == 0
    (got,) = agency.got
    assert is_signed(got, KEY)
    assert got.headers["Idempotency-Key"] == f"{number}-3-verified"
    assert [one["state"] for one in await place.rows("select state from webhook_posts")] == ["done"]
    for secret in (KEY, "kunci=abc", "rahasia mereka"):
        assert secret not in program.output
