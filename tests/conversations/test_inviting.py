"""/undang: a link made in the chat lets somebody in, and never hands out too much."""

import re
import struct
from datetime import timedelta

import pytest

from bot.rules.roles import Role
from storage.models import Assignment, Delivery, Invite, OutboxFile, PersonRow
from tests.conversations.driver import RunningBot

VILLAGE = "19.01.01.1001"


def token_of(text: str) -> str:
    found = re.search(r"\?start=(i\S+)", text)
    assert found, text
    return found[1]


async def test_a_field_officer_invites_a_cadre_who_joins(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await budi.says("/undang")
    assert budi.sees("invite-role")
    await budi.presses("Kader")
    await budi.says("Kudai")
    assert budi.sees("invite-uses")
    await budi.presses("1 orang")
    assert budi.sees("invite-hours")
    await budi.presses("7 hari")
    await budi.presses("Kirim")
    link = token_of(budi.sees("invite-made", role="Kader").text)
    ani = bot.stranger("Ani")
    await ani.says(f"/start {link}")
    await ani.presses("Setuju dan gabung")
    assert ani.sees("invite-welcome", role="Kader")
    [given] = [row for row in await bot.rows(Assignment) if row.role == Role.CADRE.value]
    [inviter] = [row.id for row in await bot.rows(PersonRow) if row.name == "Budi"]
    assert (given.region_code, given.granted_by) == ("19.01.01.1003", inviter)


async def test_nobody_is_offered_roles_above_their_own(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await budi.says("/undang")
    shown = " ".join(budi.buttons())
    assert "Kader" in shown
    assert "DP3ACSKB" not in shown
    assert "Petugas kasus" not in shown


async def test_another_region_is_refused_before_anything_is_made(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await budi.says("/undang")
    await budi.presses("Kader")
    await budi.says("Toboali")
    assert budi.sees("invite-region")
    assert await bot.rows(Invite) == []


@pytest.mark.parametrize("role", [Role.CADRE, Role.CASE_OFFICER])
async def test_those_who_may_not_invite_are_told_whom_to_ask(bot: RunningBot, role: Role) -> None:
    siti = await bot.person("Siti", (role, VILLAGE))
    await siti.says("/undang")
    assert "DP3ACSKB" in siti.sees("refused-invite").text


async def test_a_case_officer_invited_by_the_agency_still_needs_a_second_person(
    bot: RunningBot,
) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await hasan.says("/undang")
    await hasan.presses("Petugas kasus")
    await hasan.says("Kabupaten Bangka")
    await hasan.picks("1 orang", "7 hari", "Kirim")
    assert hasan.sees("invite-needs-second")
    dewi = bot.stranger("Dewi")
    await dewi.says(f"/start {token_of(hasan.sees('invite-made').text)}")
    await dewi.presses("Setuju dan gabung")
    assert dewi.sees("invite-waiting")
    await dewi.says("/kasus")
    assert dewi.sees("refused-read-case")
    await hasan.says("/start")
    hasan.has_not_seen("role-waiting")


async def test_the_number_of_uses_and_the_days_are_chosen(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await budi.says("/undang")
    await budi.presses("Kader")
    await budi.says("Kudai")
    assert budi.buttons()[0] == "⭐ 1 orang"
    await budi.presses("20 orang")
    assert budi.buttons()[0] == "⭐ 7 hari"
    await budi.picks("3 hari", "Kirim")
    assert budi.sees("invite-made", uses="20")
    [made] = await bot.rows(Invite)
    assert (made.uses_left, made.expires_at) == (20, bot.clock.now() + timedelta(days=3))


async def test_the_link_comes_as_a_code_to_print(bot: RunningBot) -> None:
    bot.delivers = False
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await budi.says("/undang")
    await budi.presses("Kader")
    await budi.says("Kudai")
    await budi.picks("5 orang", "7 hari", "Kirim")
    [photo] = [row for row in await bot.rows(Delivery) if row.method == "sendPhoto"]
    [file] = await bot.rows(OutboxFile)
    assert photo.chat_id == budi.id
    assert photo.params["photo"] == {"attach": file.id}
    assert "5 orang" in photo.params["caption"]
    assert file.content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", file.content[16:24])
    assert width == height >= 400
    assert "Budi" not in file.name
    assert "Kudai" not in file.name


async def test_a_role_and_a_region_that_do_not_fit_are_asked_again(bot: RunningBot) -> None:
    rina = await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    await rina.says("/undang")
    await rina.presses("Kader")
    await rina.presses("Pilih Kabupaten Bangka")
    assert rina.sees("join-does-not-fit")
    assert rina.sees("invite-region")
    assert await bot.rows(Invite) == []
