"""/undang: a link made in the chat lets somebody in, and never hands out too much."""

import re

import pytest

from bot.rules.roles import Role
from storage.models import Assignment, Invite, PersonRow
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
    await hasan.presses("Kirim")
    assert hasan.sees("invite-needs-second")
    dewi = bot.stranger("Dewi")
    await dewi.says(f"/start {token_of(hasan.sees('invite-made').text)}")
    await dewi.presses("Setuju dan gabung")
    assert dewi.sees("invite-waiting")
    await dewi.says("/kasus")
    assert dewi.sees("refused-read-case")
    await hasan.says("/start")
    hasan.has_not_seen("role-waiting")
