"""An album sent by chat is kept in files, without the camera's notes; trouble loses none of it."""

import signal

from bot.rules.roles import Role
from sandbox.client_person import Person
from storage.pictures import NAME
from tests.endtoend.albums import all_kept, pictures_of, takes_photos, times_asked
from tests.endtoend.filling import Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import words

KADER = 101


async def sends_activity(place: Place, photos: int) -> Person:
    siti = await place.client.person("Siti", id=KADER)
    takes_photos(siti)
    await siti.says("/kegiatan")
    await Filler(siti, activity("Posyandu", photos=photos)).fills(words("activity-receipt"))
    return siti


async def test_an_album_of_five_is_kept_without_its_notes(build: Build) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build(log={"level": "debug"})
    program = await place.runs()
    await sends_activity(place, 5)
    await all_kept(place, 5)
    files = pictures_of(place)
    assert len(files) == 5 + 5
    assert all(NAME.fullmatch(path.name) for path in files)
    rows = await place.rows(
        "select p.position, m.hash, m.width, m.height from activity_photos p "
        "join media_sources s on s.unique_id = p.unique_id join media m on m.hash = s.hash "
        "order by p.position"
    )
    assert [row["position"] for row in rows] == [0, 1, 2, 3, 4]
    assert {(row["width"], row["height"]) for row in rows} == {(400, 300)}
    assert {path.name for path in files if not path.name.endswith(".t.jpg")} == {
        f"{row['hash']}.jpg" for row in rows
    }
    assert times_asked(place) == 5
    await place.all_handled()
    program.signals(signal.SIGTERM)
    assert await program.ends() == 0
    assert place.box.token not in program.output


async def test_downloads_that_break_stop_neither_the_receipt_nor_the_photos(build: Build) -> None:
    await build.registers([KADER], Role.CADRE, VILLAGE)
    place = await build()
    await place.runs()
    await place.client.faults(drop_after_next=1, error_next=1, methods=["file"])
    await sends_activity(place, 2)
    await place.settled()
    await all_kept(place, 2, hurry=build.database)
    assert len(pictures_of(place)) == 4
    assert times_asked(place) == 4
