"""Regions that change, over HTTP: a village split away under its people, and one renamed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bot.clock import today
from handlers.group_links import payload_of
from sandbox.client_person import Person
from tests.endtoend.filling import Ask, Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.test_groups import reaches
from tests.endtoend.turns import Message, pressed, told, typed

NEW = "19.01.01.1101"
OLD_PLACE, NEW_PLACE = "Sungailiat (Kec. Sungailiat)", "Kenanga Laut (Kec. Sungailiat)"
BEFORE, AFTER = "Posyandu Melati", "Posyandu Anggrek"


async def logs(siti: Person, form: Sequence[Ask]) -> None:
    await siti.says("/kegiatan")
    await Filler(siti, form).fills(words("activity-receipt"))


def yesterday(title: str) -> tuple[Ask, ...]:
    """/kegiatan for the day before."""
    return (Ask(words("activity-date"), press=label("form-yesterday")), *activity(title)[1:])


def lines(message: Message) -> dict[str, str]:
    """Each title of a list of activities, and the line below it: its day and place."""
    rows = str(message["text"]).splitlines()
    return dict(pairwise(rows))


async def my_activities(siti: Person, newest: str) -> dict[str, str]:
    await siti.says("/kegiatansaya")
    return lines(await siti.sees(newest))


async def begins(place: Place) -> tuple[Person, Person]:
    """The province's Hasan, and Siti, kader of the kelurahan Sungailiat."""
    hasan = await joins(place, 105, "Hasan", "agency_province", "19")
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    await told(siti, "invite-welcome")
    return hasan, siti


async def splits(hasan: Person) -> Message:
    """/wilayah: the kelurahan ends today and goes on as one new code; up to the last question."""
    await typed(hasan, "/wilayah", "region-what")
    await pressed(hasan, label("region-split-button"), "region_split-region")
    await typed(hasan, "kel sungai liat", "region_split-code")
    await typed(hasan, "1901011101", "region_split-title")
    await typed(hasan, "Kenanga Laut", "region_split-second")
    await pressed(hasan, label("form-no"), "region_split-ends")
    await pressed(hasan, label("form-yes"), "region_split-on")
    await typed(hasan, "hari ini", "region_split-source")
    await typed(hasan, "Perda 4/2026", "form-summary")
    weighed = await pressed(hasan, label("form-submit"), "region-split-ends", place=OLD_PLACE)
    await hasan.sees(words("region_sure-sure"))
    return weighed


async def test_a_village_split_away_takes_people_and_group_along(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build()
    await place.runs()
    hasan, siti = await begins(place)
    group = await place.client.group("POKJA Berseri", [siti])
    await group.add_bot(siti, payload_of(VILLAGE), admin=True)
    await siti.in_group(group).sees(words("group-bound"), since=0)
    await logs(siti, activity(BEFORE))

    weighed = await splits(hasan)
    for moving in ("1 peran", "1 kampung", "1 grup"):
        assert moving in weighed["text"]
    await pressed(hasan, label("form-yes"), "region-split-done")
    await told(siti, "region-moved-you", place=NEW_PLACE)
    menu = await typed(siti, "/menu", "welcome", name="Siti")
    assert NEW_PLACE in menu["text"]

    await logs(siti, activity(AFTER))
    rows = await place.rows("select title, region_code from activities order by created_at")
    assert [(row["title"], row["region_code"]) for row in rows] == [
        (BEFORE, VILLAGE),
        (AFTER, NEW),
    ]
    shown = await my_activities(siti, AFTER)
    assert NEW_PLACE in shown[AFTER]
    assert OLD_PLACE in shown[BEFORE]

    assert await place.rows("select chat_id, region_code, state from groups") == [
        {"chat_id": group.id, "region_code": NEW, "state": "active"}
    ]
    [kampung] = await place.rows("select region_code from kampung")
    assert kampung["region_code"] == NEW
    assert await held(place) == [("cadre", VILLAGE, False), ("cadre", NEW, True)]
    await siti.says("/grup")
    await siti.sees(NEW_PLACE)
    await reaches(place, hasan, group.id)
    await place.settled()
    await place.all_handled()


async def held(place: Place) -> list[tuple[str, str, bool]]:
    """Siti's roles: (role, region, in force)."""
    rows = await place.rows(
        "select role, region_code, valid_until from assignments join people"
        " on people.id = assignments.person_id where telegram_id = 101 order by valid_from"
    )
    return [(row["role"], row["region_code"], row["valid_until"] is None) for row in rows]


async def test_a_renamed_village_keeps_its_old_name_on_what_was_done_before(build: Build) -> None:
    place = await build()
    await place.runs()
    hasan, siti = await begins(place)
    await logs(siti, yesterday(BEFORE))

    await typed(hasan, "/wilayah", "region-what")
    await pressed(hasan, label("region-rename-button"), "region_name-region")
    await typed(hasan, "kel sungai liat", "region_name-title")
    await typed(hasan, "Kenanga Indah", "region_name-on")
    await typed(hasan, "hari ini", "region_name-source")
    await typed(hasan, "Perda 1/2026", "form-summary")
    await pressed(
        hasan, label("form-submit"), "region-renamed", old="Sungailiat", name="Kenanga Indah"
    )
    new_place = "Kenanga Indah (Kec. Sungailiat)"
    menu = await typed(siti, "/menu", "welcome", name="Siti")
    assert new_place in menu["text"]

    await logs(siti, activity(AFTER))
    shown = await my_activities(siti, AFTER)
    assert OLD_PLACE in shown[BEFORE]
    assert new_place in shown[AFTER]
    rows = await place.rows("select held_on, region_code from activities order by held_on")
    day = today(datetime.now(UTC))
    assert [str(row["held_on"]) for row in rows] == [str(day - timedelta(days=1)), str(day)]
    assert {row["region_code"] for row in rows} == {VILLAGE}
    await place.settled()
    await place.all_handled()
