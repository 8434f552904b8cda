"""An activity after it was sent, over HTTP: returned with a note, put right, found right, and told
in a line to the kampung's group."""

import pytest

from handlers.group_links import payload_of
from sandbox.client_person import Person
from tests.endtoend.filling import Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.turns import pressed, told, typed

TITLE, BETTER = "Posyandu Melati", "Posyandu Mawar"
NOTE = "Judulnya tertukar dengan kegiatan minggu lalu"


async def opens_the_first(budi: Person) -> None:
    """The card of the oldest that waits, with its photos above."""
    await typed(budi, "/periksa", "after-queue")
    await pressed(budi, "1. ", "after-card")


async def wants_to_hear(place: Place, siti: Person, budi: Person) -> int:
    """Siti's group is the kampung's, and Budi switches its line on; the group's chat."""
    group = await place.client.group("POKJA Berseri", [siti])
    await group.add_bot(siti, payload_of(VILLAGE), admin=True)
    await siti.in_group(group).sees(words("group-bound"), since=0)
    await typed(budi, "/grup", "group-how")
    await pressed(budi, label("group-button"), "group-card")
    await pressed(budi, label("group-posts-on"), "group-posts")
    await siti.in_group(group).sees(words("group-posts-begun"), since=0)
    return group.id


async def goes_all_the_way(build: Build) -> None:
    """The story, on whichever database, with the program killed in its middle."""
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    program = await place.runs()
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    budi = await joins(place, 106, "Budi", "field_officer", "19.01.01")
    group = await wants_to_hear(place, siti, budi)

    await siti.says("/kegiatan")
    await Filler(siti, activity(TITLE, photos=2)).fills(words("activity-receipt"))
    await place.settled()
    assert len(await place.sent(group, f"📌 {TITLE}")) == 1

    await opens_the_first(budi)
    albums = [one for one in await budi.messages() if one.get("photo")]
    assert len(albums) == 2
    await pressed(budi, label("after-return"), "activity_return-note")
    await typed(budi, NOTE, "after-returned")
    await told(siti, "after-told-returned")

    await program.is_killed()
    await place.runs()
    await pressed(siti, label("after-told-edit"), "form-summary")
    await pressed(siti, label("form-edit"), "form-summary")
    await pressed(siti, label("activity-title-label"), "activity-title")
    await typed(siti, BETTER, "form-summary")
    await pressed(siti, label("form-submit"), "after-edited")

    await typed(budi, "/periksa", "after-queue")
    changed = await budi.sees(f"{BETTER} (diubah)")
    assert changed
    await pressed(budi, "1. ", "after-card")
    await pressed(budi, label("after-yes"), "after-verified")
    await told(siti, "after-told-verified")
    await place.settled()

    [row] = await place.rows("select title, state, revision from activities")
    assert row == {"title": BETTER, "state": "verified", "revision": 1}
    happened = await place.rows("select what, note from activity_changes order by id")
    assert [one["what"] for one in happened] == ["returned", "edited", "verified"]
    assert happened[0]["note"] == NOTE
    assert len(await place.sent(group, "📌")) == 2, "that it begins, and the one activity"
    await place.all_handled()


async def test_returned_put_right_found_right_and_told_to_the_group(build: Build) -> None:
    await goes_all_the_way(build)


@pytest.mark.postgres
async def test_the_same_on_postgresql(build_on_postgres: Build) -> None:
    await goes_all_the_way(build_on_postgres)
