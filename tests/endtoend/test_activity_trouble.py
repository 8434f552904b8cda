"""A bad line under an activity with an album: one activity, each photo once, one receipt."""

from datetime import date
from typing import Any

import pytest

from bot import texts
from bot.rules.roles import Role
from tests.endtoend.albums import all_kept, takes_photos
from tests.endtoend.filling import Filler, activity, is_activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.test_faults import SPEAKING
from tests.endtoend.turns import pressed

KADER = 101
SENTENCE = "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas"
TROUBLE: dict[str, dict[str, Any]] = {
    "server errors": {"error_next": 4, "methods": SPEAKING},
    "answers lost after delivery": {"drop_after_next": 4, "methods": SPEAKING},
    "updates lost after they were handed out": {"drop_after_next": 3, "methods": ["getUpdates"]},
    "updates that cannot be fetched": {"error_next": 3, "methods": ["getUpdates"]},
    "a slow line": {"latency": 0.4},
}


async def as_sent_once(place: Place, photos: int) -> dict[str, Any]:
    """The one activity, whose photos are each kept once and whose receipt arrived once."""
    await place.settled()
    await place.all_handled()
    await all_kept(place, photos)
    [row] = await place.rows("select * from activities")
    kept = await place.rows("select position, unique_id from activity_photos order by position")
    assert [one["position"] for one in kept] == list(range(photos))
    assert len({one["unique_id"] for one in kept}) == photos
    assert len(await place.sent(KADER, row["receipt"])) == 1
    return row


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_the_line_dies_as_an_album_arrives(build: Build, trouble: str) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build()
    await place.runs()
    siti = await place.client.person("Siti", id=KADER)
    takes_photos(siti)
    filler = Filler(siti, activity("Posyandu", photos=5), patience=8.0)
    await siti.says("/kegiatan")
    asked = await filler.fills(words("activity-photos"))
    await place.client.faults(**TROUBLE[trouble])
    await filler.answers(asked)
    await filler.fills(words("activity-receipt"))
    await place.client.faults()
    assert is_activity(await as_sent_once(place, 5), "Posyandu")


async def test_a_sentence_written_without_signal_becomes_one_activity(build: Build) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build()
    await place.runs()
    siti = await place.client.person("Siti", id=KADER)
    await place.client.faults(down=True)
    await siti.says(SENTENCE)
    await siti.sends_album(2)
    await place.client.faults(drop_after_next=2, methods=SPEAKING)
    await siti.sees(words("form-photos-album", most="5"), since=0)
    summary = await pressed(siti, label("form-done"), "form-summary")
    await pressed(siti, label("form-submit"), "activity-receipt")
    row = await as_sent_once(place, 2)
    assert texts.day(date.fromisoformat(row["held_on"]), "id") in summary["text"]
    assert (row["title"], row["female"], row["children"]) == ("Posyandu Melati", 25, 30)
