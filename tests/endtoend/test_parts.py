"""The parts as processes of their own: one that answers and any number that deliver."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.rules.roles import Role
from sandbox.limits import Limits
from storage import outbox
from storage.outbox import Priority
from tests.endtoend.filling import Filler, activity, is_activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.speech import words

KADER = 101
MANY = range(2001, 2301)


async def test_one_process_answers_and_another_delivers(build: Build) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build()
    await place.runs("poll")
    deliverer = await place.runs("deliver")
    siti = await place.client.person("Siti", id=KADER)
    await siti.says("/kegiatan")
    await Filler(siti, activity("Posyandu")).fills(words("activity-receipt"))
    await place.settled()
    await place.all_handled()
    assert is_activity((await place.rows("select * from activities"))[0], "Posyandu")
    agents = {call["agent"] for call in await place.client.log() if call["chat_id"] == str(KADER)}
    assert len(agents) == 2, "answers leave by one library, the receipt by the other"
    assert "Traceback" not in deliverer.output


@pytest.mark.postgres
async def test_two_deliverers_share_the_outbox_at_telegrams_pace(build_on_postgres: Build) -> None:
    """300 rows: none twice, none lost, and not one refusal with Telegram's own limits."""
    build = build_on_postgres
    # Below the default 29, so that a busy machine's stalls do not bunch more than 30 in a second.
    pace = {"rate_per_second": 25.0, "per_chat_seconds": 1.0}
    place = await build({"limits": Limits()}, telegram=pace, delivery={"claim": 16})
    for number in MANY:
        await place.client.person(f"Orang {number}", id=number, started=True)
    for _ in range(2):
        await place.runs("deliver")
    now = datetime.now(UTC)
    rows = [
        outbox.delivery(
            number, "sendMessage", {"text": str(number)}, priority=Priority.BROADCAST, now=now
        )
        for number in MANY
    ]
    async with build.database.session() as session:
        await outbox.queue(session, rows)
        await session.commit()
    await place.settled(seconds=40)
    assert await place.count("deliveries", "state = 'sent'") == len(MANY)
    calls = await place.client.log(method="sendMessage")
    assert Counter(json.loads(call["params"]["text"]) for call in calls) == Counter(MANY)
    assert {call["error_code"] for call in calls} == {None}
