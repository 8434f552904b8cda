"""/daftar: from a stranger to a request on the right desk, by buttons and by typing."""

import pytest

from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from storage.models import Assignment, DraftRow, MemberRequest, PersonRow, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

KENANGA = "19.01.01.1005"
SUNGAILIAT = "19.01.01"


async def asks(somebody: Somebody, *answers: str) -> None:
    """Go through /daftar as somebody new: agree, keep Telegram's name, then the answers."""
    await somebody.answers("/daftar", "setuju", somebody.name, *answers, "lewati", "kirim")


async def requests_of(bot: RunningBot) -> list[tuple[str, str | None, str, str, str]]:
    return [
        (row.kind, row.role, row.region_code, row.state, row.rung)
        for row in await bot.rows(MemberRequest)
    ]


async def test_joining_by_buttons_alone(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani = bot.stranger("Ani")
    await ani.says("/start")
    assert ani.sees("welcome-stranger")
    await ani.presses("Daftar")
    assert ani.sees("join-notice", version=str(NOTICE_VERSION))
    await ani.picks("Saya setuju", "Tetap: Ani", "Kader")
    await ani.picks("Kabupaten Bangka", "Kec. Sungailiat", "Kenanga", "Lewati", "Kirim")
    assert ani.sees("join-stands", role="Kader", rung="PKB/PLKB")
    assert await requests_of(bot) == [("join", "cadre", KENANGA, "waiting", "field_officer")]
    [person] = [row for row in await bot.rows(PersonRow) if row.name == "Ani"]
    assert (person.consent_version, person.phone) == (NOTICE_VERSION, None)
    card = plkb.sees("request-card", name="Ani", role="Kader")
    assert "Kenanga (Kec. Sungailiat)" in card.text
    await plkb.presses("Setujui")
    assert plkb.sees("request-approved-by-you", name="Ani")
    assert ani.sees("join-approved", role="Kader")
    await ani.presses("Buka menu")
    assert "📝 Catat kegiatan" in ani.buttons()


@pytest.mark.parametrize(
    ("typed", "village"),
    [
        ("toboali", "19.03.01.1001"),
        ("TANJUNG PANDAN", None),
        ("airgegas", "19.03.03.2001"),
        ("kenangga", None),
    ],
)
async def test_a_name_typed_as_people_spell_it_is_found_or_asked_again(
    bot: RunningBot, typed: str, village: str | None
) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", typed)
    if village is not None:
        ani.has_not_seen("form-region-unknown")
    assert ani.new()
    assert await requests_of(bot) == []


async def test_a_doubled_name_is_never_taken_for_one_of_the_two(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Petaling")
    buttons = [one for one in ani.buttons() if one.startswith("Petaling")]
    assert len(buttons) >= 2
    assert all("Kec." in one for one in buttons)
    await ani.presses(buttons[0])
    assert ani.sees("join-phone")


async def test_nothing_is_kept_before_consent_and_after_cancelling(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/daftar")
    await ani.presses("Baca pemberitahuan privasi")
    assert ani.sees("privacy-notice")
    assert ani.sees("join-consent")
    await ani.says("batal")
    await ani.says("ya")
    assert ani.sees("form-cancelled")
    for model in (PersonRow, MemberRequest, DraftRow):
        assert await bot.rows(model) == []


async def test_the_number_comes_by_the_contact_button(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kenanga")
    await ani.presses("Kirim nomor saya")
    assert ani.sees("form-contact-how").keyboard == ["📱 Kirim nomor saya"]
    own = {"phone_number": "6281234567890", "first_name": "Ani", "user_id": ani.id}
    await ani.sends(contact=own)
    await ani.says("kirim")
    [person] = await bot.rows(PersonRow)
    assert person.phone == "+6281234567890"


async def test_the_keyboard_is_put_away_when_the_number_is_typed(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kenanga")
    await ani.presses("Kirim nomor saya")
    await ani.says("0812-3456-7890")
    assert ani.sees("form-noted")
    await ani.says("kirim")
    assert [row.phone for row in await bot.rows(PersonRow)] == ["+6281234567890"]


@pytest.mark.parametrize("user", [{}, {"user_id": 999}])
async def test_somebody_elses_contact_is_not_taken(bot: RunningBot, user: dict[str, int]) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kenanga")
    await ani.sends(contact={"phone_number": "+6281234567890", "first_name": "Budi", **user})
    assert ani.sees("form-phone-not-own")
    assert ani.sees("join-phone")


@pytest.mark.parametrize("typed", ["12", "0812", "halo", "+62 21", "08123456789012345"])
async def test_a_number_that_is_none_is_asked_again(bot: RunningBot, typed: str) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kenanga", typed)
    assert ani.sees("form-phone-invalid")


@pytest.mark.parametrize("typed", ["(0717) 421234", "0717 421 234", "+62717421234"])
async def test_a_landline_is_a_number_too(bot: RunningBot, typed: str) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kenanga", typed, "kirim")
    assert [row.phone for row in await bot.rows(PersonRow)] == ["+62717421234"]


async def test_an_officer_asks_for_a_kecamatan_and_an_agency_for_a_district(
    bot: RunningBot,
) -> None:
    dina = bot.stranger("Dina")
    await asks(dina, "PKB/PLKB", "Kec. Air Gegas")
    rian = bot.stranger("Rian")
    await asks(rian, "OPD KB kab/kota", "Bangka Tengah")
    assert {(role, region) for _, role, region, _, _ in await requests_of(bot)} == {
        ("field_officer", "19.03.03"),
        ("agency_kabkota", "19.04"),
    }


async def test_a_village_role_cannot_be_asked_for_a_kecamatan(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.answers("/daftar", "setuju", "Ani", "Kader", "Kec. Mendo Barat")
    assert ani.sees("join-village")
    assert not any("Pilih" in one for one in ani.buttons())


async def test_asking_twice_shows_where_it_stands(bot: RunningBot) -> None:
    await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    await ani.says("/daftar")
    assert ani.sees("join-stands", role="Kader")
    await ani.presses("Minta peran lain")
    await ani.answers("Kader", "Kenanga", "lewati", "kirim")
    assert ani.sees("join-asked-before")
    assert len(await requests_of(bot)) == 1


async def test_another_role_may_be_asked_for_meanwhile(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    await ani.says("/daftar")
    await ani.presses("Minta peran lain")
    assert ani.sees("join-role")
    await ani.answers("Aktivis PATBM", "Kenanga", "lewati", "kirim")
    assert [row[1] for row in await requests_of(bot)] == ["cadre", "patbm_activist"]


async def test_no_more_than_five_wait_at_a_time(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    for village in ("Kudai", "Matras", "Sri Menanti", "Parit Padang"):
        await ani.says("/daftar")
        await ani.presses("Minta peran lain")
        await ani.answers("Kader", village, "lewati", "kirim")
    await ani.says("/daftar")
    await ani.presses("Minta peran lain")
    await ani.answers("Kader", "Jelitik", "lewati", "kirim")
    assert ani.sees("join-too-many", most="5")
    assert len(await requests_of(bot)) == 5


async def test_asking_and_taking_back_all_day_comes_to_an_end(bot: RunningBot) -> None:
    await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani = bot.stranger("Ani")
    for _ in range(10):
        await asks(ani, "Kader", "Kenanga")
        await ani.says("/daftar")
        await ani.presses("Batalkan: Kader")
    await ani.answers("/daftar", "Kader", "Kenanga", "lewati", "kirim")
    assert ani.sees("join-too-often", most="10")
    assert len(await requests_of(bot)) == 10
    bot.clock.advance(days=1, minutes=1)
    await asks(ani, "Kader", "Kenanga")
    assert len(await requests_of(bot)) == 11


async def test_a_role_one_has_is_not_asked_for(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    await siti.answers("/daftar", "Kader", "Kenanga", "lewati", "kirim")
    assert siti.sees("join-have-it", role="Kader")
    assert await requests_of(bot) == []


async def test_a_request_can_be_withdrawn_and_its_card_says_so(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    await ani.says("/daftar")
    status = ani.new()[-1]
    await ani.presses("Batalkan: Kader")
    assert ani.sees("join-withdrawn")
    await plkb.presses("Setujui")
    assert plkb.sees("request-withdrawn")
    [request] = await bot.rows(MemberRequest)
    await ani.presses_data(f"jn:w:{request.id}", status)
    ani.sees_toast("join-not-withdrawn", alert=True)
    assert [row.change for row in await bot.rows(RoleChange)].count("requested") == 1


async def test_nobody_withdraws_the_request_of_another(bot: RunningBot) -> None:
    ani, budi = bot.stranger("Ani"), await bot.person("Budi", (Role.CADRE, KENANGA))
    await asks(ani, "Kader", "Kenanga")
    [request] = await bot.rows(MemberRequest)
    await budi.says("/menu")
    shown = budi.new()[-1]
    for data in (f"jn:w:{request.id}", "jn:w:x", "jn:w:99999999999999999999"):
        await budi.presses_data(data, shown)
        budi.sees_toast("join-not-withdrawn", alert=True)
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]


async def test_without_anybody_to_answer_the_asker_is_told_so(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    assert ani.sees("join-stands-nobody", rung="DP3ACSKB")
    assert await requests_of(bot) == [("join", "cadre", KENANGA, "waiting", "agency_province")]


async def test_two_who_claim_one_working_group_are_named_to_the_approver(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await bot.person("Hasan", (Role.WORKING_GROUP, KENANGA))
    ani, rudi = bot.stranger("Ani"), bot.stranger("Rudi")
    await asks(ani, "POKJA", "Kenanga")
    assert plkb.sees("request-holders", role="POKJA", names="Hasan")
    await asks(rudi, "POKJA", "Kenanga")
    shown = plkb.sees("request-holders", role="POKJA", names="Hasan")
    assert "Yang juga meminta POKJA di Kenanga (Kec. Sungailiat): Ani." in shown.text


async def test_a_field_officer_who_asks_for_more_is_not_their_own_judge(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await budi.answers("/daftar", "Kader", "Kenanga", "lewati", "kirim")
    [request] = await bot.rows(MemberRequest)
    assert request.rung == "agency_province"
    await budi.says("/start")
    await budi.presses_data(f"rq:y:{request.id}", budi.new()[-1])
    assert budi.sees("request-own")
    assert len(await bot.rows(Assignment)) == 1


async def test_in_english_it_is_join(bot: RunningBot) -> None:
    ani = bot.stranger("Ani", "en")
    await ani.says("/join")
    assert ani.sees("join-notice")
    await ani.presses("I agree")
    assert ani.sees("join-person")
