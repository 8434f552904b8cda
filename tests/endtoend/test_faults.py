"""Telegram fails in the middle of a conversation: nothing is lost, and an answer comes."""

import asyncio
from typing import Any

import pytest

from bot.rules.roles import Role
from sandbox.client_person import Person
from tests.endtoend.filling import Filler, activity, is_activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import words

KADER = 101
SPOKEN = "method <> 'setMyCommands'"
"""Deliveries but for the list of commands that everybody gets."""
SPEAKING = ["sendMessage", "editMessageText", "answerCallbackQuery"]


@pytest.fixture
async def place(build: Build) -> Place:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build()
    await place.runs()
    return place


async def halfway(place: Place) -> tuple[Person, Filler]:
    """A kader in the middle of the form, whose patience outlasts the trouble."""
    siti = await place.client.person("Siti", id=KADER)
    filler = Filler(siti, activity("Posyandu"), patience=8.0)
    await siti.says("/kegiatan")
    await filler.fills(words("activity-funding"))
    return siti, filler


async def comes_to_its_end(place: Place, filler: Filler) -> None:
    await filler.fills(words("activity-receipt"), nudges=0)
    await place.settled()
    await place.all_handled()
    [row] = await place.rows("select * from activities")
    assert is_activity(row, "Posyandu")
    assert await place.sent(KADER, row["receipt"])


async def has_failed(place: Place, times: int, **what: Any) -> None:
    """Wait until the bot has met this so often."""
    async with asyncio.timeout(10):
        while sum(what.items() <= call.items() for call in place.box.world.log) < times:
            await place.box.world.changed.wait(1)


async def test_a_server_that_is_down_for_a_moment(place: Place) -> None:
    _, filler = await halfway(place)
    await place.client.faults(down=True)
    await filler.who.says("APBN")
    await has_failed(place, 2, fault="drop_before")
    await place.client.faults()
    await comes_to_its_end(place, filler)


async def test_server_errors(place: Place) -> None:
    _, filler = await halfway(place)
    await place.client.faults(error_next=3, methods=SPEAKING)
    await comes_to_its_end(place, filler)
    await has_failed(place, 3, error_code=502)


async def test_connections_that_break_after_delivery(place: Place) -> None:
    _, filler = await halfway(place)
    await place.client.faults(drop_after_next=4, methods=SPEAKING)
    await comes_to_its_end(place, filler)
    await has_failed(place, 4, fault="drop_after")


async def test_a_receipt_whose_delivery_is_in_doubt_is_sent_again(place: Place) -> None:
    _, filler = await halfway(place)
    summary = await filler.fills(words("form-summary"))
    await place.client.faults(drop_after_next=1, methods=["sendMessage"])
    await filler.answers(summary)
    await comes_to_its_end(place, filler)
    [row] = await place.rows("select state, attempts from deliveries where method = 'sendMessage'")
    assert (row["state"], row["attempts"]) == ("sent", 2)


async def test_a_storm_of_refusals(place: Place) -> None:
    _, filler = await halfway(place)
    await place.client.faults(flood_seconds=2.0)
    await comes_to_its_end(place, filler)
    await has_failed(place, 1, error_code=429)


async def test_answers_that_cannot_leave_in_time_come_by_the_outbox(build: Build) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build(telegram={"reply_seconds": 0.2})
    await place.runs()
    siti, filler = await halfway(place)
    await place.client.faults(error_rate=1.0, methods=SPEAKING)
    await siti.says("APBN")
    await siti.says("?")
    await has_failed(place, 3, error_code=502)
    async with asyncio.timeout(10):
        while not await place.count("deliveries", SPOKEN):
            await place.box.world.changed.wait(0.1)
    [row, *_] = await place.rows(f"select method, chat_id, sealed from deliveries where {SPOKEN}")
    assert (row["method"], row["chat_id"]) == ("sendMessage", None)
    assert row["sealed"], "an answer may show a case: nobody reads it in the outbox"
    await place.client.faults()
    await siti.sees(words("form-help-general"))
    shown = [message["text"] for message in (await siti.messages())[-2:]]
    assert words("form-help-general") not in shown[0], "answers keep their order"
    await comes_to_its_end(place, filler)
