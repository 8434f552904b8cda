"""The whole path over HTTP: invited, registered, an activity, a report, a broadcast; each row and
each message looked at."""

from typing import Any

from bot.rules.privacy import NOTICE_VERSION
from handlers.group_links import payload_of
from sandbox.client_person import Person
from tests.endtoend.filling import (
    ACCOUNT,
    Filler,
    activity,
    broadcast,
    is_activity,
    report_now,
)
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words

GROUP = -2001
NEWS = "Rapat koordinasi hari Jumat pukul sembilan"


async def test_from_an_invitation_to_a_broadcast(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    await place.runs()
    people = await everybody_joins(place)
    await an_activity_with_two_photos(place, people["Siti"])
    await a_report_with_an_alert(place, people["Yanti"], people["Dewi"])
    await a_group_is_bound(place, people["Budi"], people["Siti"])
    await people["Rahma"].blocks()
    await a_broadcast_to_the_group(place, people["Hasan"], people["Siti"])
    await a_broadcast_to_three(place, people)
    await place.settled()
    await place.all_handled()
    assert not await place.count("drafts")
    assert {call["error_code"] for call in await place.client.log()} == {None}


async def everybody_joins(place: Place) -> dict[str, Person]:
    people = {
        "Hasan": await joins(place, 105, "Hasan", "agency_province", "19"),
        "Siti": await joins(place, 101, "Siti", "cadre", VILLAGE),
        "Rahma": await joins(place, 102, "Rahma", "cadre", VILLAGE),
        "Ani": await joins(place, 103, "Ani", "cadre", VILLAGE),
        "Budi": await joins(place, 106, "Budi", "field_officer", "19.01.01"),
        "Dewi": await joins(place, 104, "Dewi", "case_officer", "19.01"),
        "Yanti": await place.client.person("Yanti", id=201, started=True),
    }
    await people["Siti"].sees(words("invite-welcome"))
    await people["Dewi"].sees(words("invite-waiting"))
    await people["Hasan"].presses(label("role-confirm"))
    await people["Dewi"].sees(words("role-confirmed"), since=0)
    rows = await place.rows(
        "select telegram_id, name, consent_version, role, region_code, confirmed_at, reachable"
        " from people join assignments on assignments.person_id = people.id order by telegram_id"
    )
    assert [(row["telegram_id"], row["name"], row["role"], row["region_code"]) for row in rows] == [
        (101, "Siti", "cadre", VILLAGE),
        (102, "Rahma", "cadre", VILLAGE),
        (103, "Ani", "cadre", VILLAGE),
        (104, "Dewi", "case_officer", "19.01"),
        (105, "Hasan", "agency_province", "19"),
        (106, "Budi", "field_officer", "19.01.01"),
    ]
    assert all(row["confirmed_at"] and row["consent_version"] == NOTICE_VERSION for row in rows)
    assert all(row["reachable"] for row in rows)
    assert [row["uses_left"] for row in await place.rows("select uses_left from invites")] == [
        0
    ] * 6
    return people


async def an_activity_with_two_photos(place: Place, siti: Person) -> None:
    await siti.says("/kegiatan")
    shown = await Filler(siti, activity("Posyandu Melati", photos=2)).fills(
        words("activity-receipt")
    )
    [row] = await place.rows("select * from activities")
    assert is_activity(row, "Posyandu Melati")
    assert row["receipt"] in shown["text"]
    photos = await place.rows("select * from activity_photos order by position")
    assert [(one["activity_id"], one["position"]) for one in photos] == [
        (row["id"], n) for n in (0, 1)
    ]
    assert len({one["unique_id"] for one in photos}) == 2
    await siti.says("/kegiatansaya")
    await siti.sees(words("activity-list-line", receipt=row["receipt"], photos="2"))


async def a_report_with_an_alert(place: Place, yanti: Person, dewi: Person) -> None:
    await yanti.says("/lapor")
    await Filler(yanti, report_now()).fills(words("report-receipt"))
    alert = await dewi.sees(words("case-alert"), since=0)
    assert alert["text"] == words("case-alert")
    [case] = await place.rows("select * from cases")
    assert (case["urgency"], case["kabkota"], case["status"]) == ("tinggi", "19.01", "diterima")
    assert ACCOUNT.encode() not in case["sealed"]
    await place.settled()
    assert ACCOUNT not in str(await yanti.messages())
    await dewi.presses(label("case-open"))
    await dewi.sees(words("case-queue", count="1", shown="1"))
    await dewi.presses("🔴")
    opened = await dewi.sees(ACCOUNT)
    assert opened["protect_content"]
    audit = await place.rows("select act, outcome, actor from audit order by number")
    assert audit[0]["act"] == "file"
    assert audit[-1]["actor"] is not None


async def a_group_is_bound(place: Place, budi: Person, siti: Person) -> None:
    group = await place.client.group("POKJA Berseri", [budi, siti], id=GROUP)
    await group.add_bot(budi, payload_of(VILLAGE), admin=True)
    await budi.in_group(group).sees(words("group-bound"), since=0)
    [row] = await place.rows("select chat_id, region_code, state from groups")
    assert row == {"chat_id": GROUP, "region_code": VILLAGE, "state": "active"}


async def a_broadcast_to_the_group(place: Place, hasan: Person, siti: Person) -> None:
    await hasan.says("/siaran")
    await Filler(hasan, broadcast(NEWS, label("audience-groups"))).fills(
        words("broadcast-account", sent=1, total=1, failed=0, blocked=0, uncertain=0)
    )
    [message] = await place.sent(GROUP, NEWS)
    [row] = await deliveries(place)
    assert (row["chat_id"], row["state"]) == (GROUP, "sent")
    assert row["message_id"] == message["message_id"]


async def a_broadcast_to_three(place: Place, people: dict[str, Person]) -> None:
    hasan = people["Hasan"]
    await hasan.says("/siaran")
    account = {"sent": 2, "failed": 0, "blocked": 1, "uncertain": 0}
    filler = Filler(hasan, broadcast(NEWS, label("role-cadre")))
    asked = await filler.fills(words("broadcast-confirm"))
    assert "0 grup, 2 orang (1 tak terjangkau)" in asked["text"]
    await filler.fills(words("broadcast-account", total=3, **account))
    await hasan.sees(words("broadcast-progress", left=0, **account), since=0)
    states = {row["chat_id"]: row["state"] for row in await deliveries(place) if row["chat_id"] > 0}
    assert states == {101: "sent", 102: "blocked", 103: "sent"}
    reached = {number: len(await place.sent(number, NEWS)) for number in states}
    assert reached == {101: 1, 102: 0, 103: 1}
    done = await place.rows("select state from broadcasts")
    assert [row["state"] for row in done] == ["done", "done"]


async def deliveries(place: Place) -> list[dict[str, Any]]:
    return await place.rows("select * from deliveries where broadcast_id is not null")
