"""A group's life over HTTP: bound, upgraded, reached by a broadcast, put out, back; and a report
that nobody else in it learns of."""

from handlers.group_links import payload_of
from sandbox.client import Group
from sandbox.client_person import Person
from tests.endtoend.filling import Filler, broadcast
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words

NEWS = "Rapat koordinasi hari Jumat pukul sembilan"


async def test_bound_upgraded_reached_put_out_and_back(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    await place.runs()
    hasan = await joins(place, 105, "Hasan", "agency_province", "19")
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    budi = await joins(place, 106, "Budi", "field_officer", "19.01.01")
    group = await place.client.group("POKJA Berseri", [siti, budi])
    await group.add_bot(siti, payload_of(VILLAGE), admin=True)
    await siti.in_group(group).sees(words("group-bound"), since=0)

    upgraded = await group.migrate(siti)
    await reaches(place, hasan, upgraded.id)
    [row] = await place.rows("select * from groups")
    assert (row["chat_id"], row["state"]) == (upgraded.id, "active")
    assert row["delivered_at"] is not None

    await upgraded.kick_bot(siti)
    await budi.sees(words("group-told-away"), since=0)
    [row] = await place.rows("select * from groups")
    assert row["state"] == "unreachable"
    await upgraded.add_bot(siti, admin=True)
    await budi.sees(words("group-told-back"), since=0)
    await place.settled()
    told = [one for one in await budi.messages() if words("group-told-away") in one.get("text", "")]
    assert len(told) == 1
    await reaches(place, hasan, upgraded.id, times=2)
    await place.all_handled()


async def reaches(place: Place, hasan: Person, chat: int, times: int = 1) -> None:
    """A broadcast to the groups arrives in this one."""
    await hasan.says("/siaran")
    await Filler(hasan, broadcast(NEWS, label("audience-groups"))).fills(
        words("broadcast-account", sent=1, total=1, failed=0, blocked=0, uncertain=0)
    )
    await place.settled()
    assert len(await place.sent(chat, NEWS)) == times


async def test_hidden_members_and_a_pokja_that_confirms(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    await place.runs()
    rani = await joins(place, 102, "Rani", "working_group", VILLAGE)
    budi = await joins(place, 106, "Budi", "field_officer", "19.01.01")
    group = await place.client.group("POKJA", [budi, rani], hides_members=True)
    await group.add_bot(budi, payload_of(VILLAGE))
    await rani.sees(words("group-ask"), since=0)
    await rani.presses(label("group-yes"))
    await budi.in_group(group).sees(words("group-bound"), since=0)
    await budi.sees(words("group-confirmed-told"), since=0)
    await group.is_deleted(budi)
    await budi.says("/grup")
    await budi.presses(label("group-button"))
    await budi.presses(label("group-look"))
    await place.settled()
    await budi.sees(words("group-told-away"), since=0)


async def test_a_report_begun_in_a_group_is_seen_by_one_person(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    await place.runs()
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    rani = await place.client.person("Rani", id=110, started=True)
    group = await place.client.group("POKJA", [siti, rani])
    await group.add_bot(siti, payload_of(VILLAGE), admin=True)
    await siti.in_group(group).sees(words("group-bound"), since=0)
    here = rani.in_group(group)
    await here.says("/lapor")
    await here.sees(words("group-alarm"))
    assert words("group-alarm") not in await read_by(siti, group)
    typed = await here.says("/lapor dipukul", plain=True)
    await rani.sees(words("group-alarm"), since=0)
    await here.sees_gone(typed["message_ids"][0])
    await place.settled()
    assert words("group-alarm") not in await read_by(siti, group)
    assert "dipukul" not in await read_by(siti, group)
    await place.all_handled()


async def read_by(one: Person, group: Group) -> str:
    return str(await one.in_group(group).messages())
