"""Two hundred conversations at once, while the program is killed and started again."""

import asyncio

import pytest

from bot.rules.roles import Role
from tests.endtoend.filling import Filler, activity, is_activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import words

PEOPLE = range(1001, 1201)
KILLS = 5
UPDATES_OF_ONE = 6


async def log_activity(place: Place, number: int) -> None:
    """One kader, from the command to the receipt."""
    who = await place.client.person(f"Kader {number}", id=number)
    await who.says("/kegiatan")
    filler = Filler(who, activity(f"Posyandu {number}"), patience=3.0)
    await filler.fills(until=words("activity-receipt"), nudges=20)


async def kill_now_and_then(place: Place) -> None:
    """A SIGKILL each time another sixth of the updates has come in."""
    program = await place.runs()
    for kill in range(1, KILLS + 1):
        mark = len(PEOPLE) * UPDATES_OF_ONE * kill / (KILLS + 1)
        while place.updates < mark:
            await place.box.world.updates.signal.wait(5)
        await program.is_killed()
        program = await place.runs()


@pytest.mark.crash
@pytest.mark.timeout(240)  # half a minute on two cores of its own
async def test_two_hundred_activities_survive_five_kills(build: Build) -> None:
    await build.registers(PEOPLE, Role.CADRE, VILLAGE)
    place = await build()
    async with asyncio.TaskGroup() as group:
        group.create_task(kill_now_and_then(place))
        for number in PEOPLE:
            group.create_task(log_activity(place, number))
    assert len(place.programs) == KILLS + 1
    await place.settled()
    await place.all_handled()
    rows = await place.rows(
        "select activities.*, people.telegram_id from activities"
        " join people on people.id = activities.person_id"
    )
    assert sorted(row["telegram_id"] for row in rows) == list(PEOPLE)
    for row in rows:
        number = row["telegram_id"]
        assert is_activity(row, f"Posyandu {number}")
        assert await place.sent(number, row["receipt"]), f"{number} never saw the receipt"
