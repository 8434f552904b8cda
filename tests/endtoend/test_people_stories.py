"""People over HTTP: in without a link, a region handed over, a lost phone. Rows, chats, menus and
Telegram's own lists of commands are looked at."""

from sandbox.client_person import Person
from tests.endtoend.filling import Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.turns import (
    also,
    has_no_list,
    listed,
    lists,
    menu_of,
    pressed,
    told,
    typed,
)

KECAMATAN, KABKOTA = "19.01.01", "19.01"
KADER_ONLY = {label("menu-kegiatan"), label("menu-kegiatansaya")}


async def asks_to_join(ani: Person, *places: tuple[str, str]) -> None:
    """/daftar as a kader, typed; ``places``: what is written for the village, and the answer."""
    await typed(ani, "/daftar", "join-consent")
    await typed(ani, "setuju", "join-person")
    await typed(ani, ani.first_name, "join-role")
    await typed(ani, "kader", "join-village")
    for place, key in places:
        await typed(ani, place, key)
    await typed(ani, "0812-3456-7890", "form-summary")
    await pressed(ani, label("form-submit"), "join-asked")


async def test_a_stranger_comes_in_by_names_as_they_type_them(build: Build) -> None:
    place = await build()
    await place.runs()
    budi = await joins(place, 106, "Budi", "field_officer", KECAMATAN)
    await lists(place, budi.id, shows="anggota undang", hides="kasus wilayah")
    ani = await place.client.person("Ani Lestari", id=120)
    await ani.opens()
    await told(ani, "welcome-stranger")
    await asks_to_join(
        ani, ("Sungei Lyat xyz", "form-region-unknown"), ("Sungai Liat", "join-phone")
    )
    [asked] = await place.rows("select * from member_requests")
    assert (asked["role"], asked["region_code"]) == ("cadre", VILLAGE)
    assert (asked["state"], asked["rung"]) == ("waiting", "field_officer")
    assert listed(place, ani.id) is None

    card = await told(budi, "request-card", name=ani.first_name)
    assert "+62 812" in card["text"] or "+6281234567890" in card["text"]
    await pressed(budi, label("request-approve"), "request-approved-by-you", name=ani.first_name)
    await told(ani, "join-approved")
    await ani.presses(label("menu-open"))
    await ani.sees_button(label("menu-kegiatan"))
    assert set(await menu_of(ani)) > KADER_ONLY
    await lists(place, ani.id, shows="kegiatan kegiatansaya", hides="anggota undang siaran kasus")
    await place.settled()
    await place.all_handled()


async def test_a_successor_answers_what_had_been_waiting(build: Build) -> None:
    place = await build()
    await place.runs()
    rina = await joins(place, 105, "Rina", "agency_kabkota", KABKOTA)
    budi = await joins(place, 106, "Budi", "field_officer", KECAMATAN)
    wati = await joins(place, 107, "Wati", "cadre", VILLAGE)
    ani = await place.client.person("Ani", id=120, started=True)
    await asks_to_join(ani, ("Sungai Liat", "join-phone"))
    card = await told(budi, "request-card", name="Ani")
    assert label("menu-anggota") in await menu_of(budi)

    await typed(rina, "/anggota", "member-list")
    await pressed(rina, label("member-line", marks="👤", name="Budi"), "member-card", name="Budi")
    await pressed(rina, label("member-hand-over"), "successor-who")
    await typed(rina, "wati", "hand-over-choose")
    chosen = label("hand-over-candidate", name="Wati")
    await pressed(rina, chosen, "hand-over-confirm", old="Budi", new="Wati")
    await pressed(rina, label("hand-over-yes"), "hand-over-done", old="Budi", new="Wati")
    await told(budi, "hand-over-told-old", new="Wati")
    await told(wati, "hand-over-told-new", old="Budi")

    await budi.presses_data(_data(card, label("request-approve")), card["message_id"])
    await budi.sees(words("refused-approve-member"))
    assert not {label("menu-anggota"), label("menu-undang")} & set(await menu_of(budi))
    await has_no_list(place, budi.id)
    await lists(place, wati.id, shows="kegiatan anggota undang")
    assert {label("menu-anggota"), *KADER_ONLY} <= set(await menu_of(wati))

    await pressed(wati, label("request-line", name="Ani"), "request-card", name="Ani")
    await pressed(wati, label("request-approve"), "request-approved-by-you", name="Ani")
    await told(ani, "join-approved")
    held = await place.rows(
        "select telegram_id, role, region_code from people join assignments"
        " on assignments.person_id = people.id where valid_until is null order by telegram_id, role"
    )
    assert [tuple(row.values()) for row in held] == [
        (105, "agency_kabkota", KABKOTA),
        (107, "cadre", VILLAGE),
        (107, "field_officer", KECAMATAN),
        (120, "cadre", VILLAGE),
    ]
    await place.settled()
    await place.all_handled()


def _data(message: dict[str, object], shown: str) -> str:
    """What a button of this message sends."""
    markup = message["reply_markup"]
    assert isinstance(markup, dict)
    buttons = [one for row in markup["inline_keyboard"] for one in row]
    return str(next(one["callback_data"] for one in buttons if one["text"] == shown))


async def loses_the_phone(place: Place, siti: Person) -> Person:
    """The same name on a new account, asking for the old one."""
    fresh = await place.client.person(siti.first_name, id=131, started=True)
    await typed(fresh, "/daftar", "join-consent")
    await typed(fresh, "setuju", "join-person")
    await typed(fresh, siti.first_name, "join-role")
    await typed(fresh, "hp hilang", "join-anywhere")
    await typed(fresh, "kec sungai liat", "join-phone")
    await pressed(fresh, label("form-skip"), "form-summary")
    await pressed(fresh, label("form-submit"), "join-asked")
    return fresh


async def test_a_lost_phone_takes_the_account_along_and_not_the_cases(build: Build) -> None:
    place = await build()
    await place.runs()
    hasan = await joins(place, 104, "Hasan", "agency_province", "19")
    rina = await joins(place, 105, "Rina", "agency_kabkota", KABKOTA)
    budi = await joins(place, 106, "Budi", "field_officer", KECAMATAN)
    siti = await joins(place, 101, "Siti", "cadre", VILLAGE)
    await also(place, siti, "case_officer", KABKOTA)
    await told(hasan, "role-waiting", name="Siti")
    await hasan.presses(label("role-confirm"))
    await told(siti, "role-confirmed")
    await lists(place, siti.id, shows="kegiatan kasus")
    await siti.says("/kegiatan")
    await Filler(siti, activity("Posyandu Melati")).fills(words("activity-receipt"))

    fresh = await loses_the_phone(place, siti)
    await told(budi, "request-card-relink", name="Siti")
    await pressed(budi, label("relink-choose"), "relink-candidates", name="Siti")
    line = label("relink-line", name="Siti", role="Kader")
    await pressed(budi, line, "relink-above", name="Siti")
    assert await place.count("member_requests", "state = 'waiting'") == 1

    await typed(rina, "/start", "request-list")
    await pressed(rina, label("request-line", name="Siti"), "request-card-relink", name="Siti")
    await pressed(rina, label("relink-choose"), "relink-candidates", name="Siti")
    sure = await pressed(rina, line, "relink-sure", name="Siti", asker="Siti")
    assert words("relink-dropped") in sure["text"]
    await pressed(rina, label("relink-yes"), "relink-done", name="Siti")
    await told(siti, "relink-gone")
    await told(fresh, "relink-welcome", name="Siti")
    await told(fresh, "relink-role-dropped", role="Petugas kasus")
    await told(hasan, "relink-role-dropped-told", name="Siti")

    await fresh.says("/kegiatansaya")
    await fresh.sees("Posyandu Melati")
    assert label("menu-kasus") not in await menu_of(fresh)
    await typed(fresh, "/kasus", "refused-read-case")
    await lists(place, fresh.id, shows="kegiatan", hides="kasus")
    await typed(siti, "/start", "welcome-stranger")
    await typed(siti, "/kasus", "refused-unregistered")
    await has_no_list(place, siti.id)
    await place.settled()
    await place.all_handled()
