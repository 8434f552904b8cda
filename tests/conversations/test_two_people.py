"""Roles that open child-protection data take two people: one invites, another confirms."""

from bot.rules.roles import Role
from storage.models import Assignment, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_invites import link


async def invited_officer(bot: RunningBot, inviter: Somebody) -> Somebody:
    """Dewi, invited as case officer by ``inviter``."""
    dewi = bot.stranger("Dewi")
    token = await link(bot, Role.CASE_OFFICER, by=inviter, region="19.01")
    await dewi.says(f"/start {token}")
    await dewi.presses("Setuju dan gabung")
    return dewi


async def test_the_role_is_powerless_until_a_second_person_confirms(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = await invited_officer(bot, hasan)
    assert dewi.sees("invite-waiting", role="Petugas kasus")
    await dewi.says("/kasus")
    assert dewi.sees("refused-read-case")
    assert rina.sees("role-waiting", name="Dewi")
    await rina.presses("Konfirmasi peran ini")
    assert rina.sees("role-confirmed-by-you")
    assert dewi.sees("role-confirmed")
    await dewi.says("/kasus")
    assert dewi.sees("case-queue-empty")


async def test_the_inviter_cannot_confirm(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    dewi = await invited_officer(bot, hasan)
    hasan.has_not_seen("role-waiting")
    [waiting] = [row for row in await bot.rows(Assignment) if row.role == "case_officer"]
    await hasan.says("/menu")
    await hasan.presses_data(f"ro:y:{waiting.id}", hasan.new()[-1])
    hasan.sees_toast("role-not-confirmed", alert=True)
    await dewi.says("/kasus")
    assert dewi.sees("refused-read-case")


async def test_nobody_confirms_their_own_role(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await hasan.says(f"/start {await link(bot, Role.CASE_OFFICER)}")
    await hasan.presses("Setuju dan gabung")
    await hasan.presses("Konfirmasi peran ini")
    hasan.sees_toast("role-not-confirmed", alert=True)
    await hasan.says("/kasus")
    assert hasan.sees("refused-read-case")


async def test_others_cannot_confirm_by_a_forged_button(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    kader = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    await invited_officer(bot, hasan)
    waiting = [row.id for row in await bot.rows(Assignment) if row.confirmed_at is None]
    await kader.says("/start")
    await kader.presses_data(f"ro:y:{waiting[0]}", kader.new()[-1])
    assert kader.sees("refused-confirm-role")
    assert [row.id for row in await bot.rows(Assignment) if row.confirmed_at is None] == waiting


async def test_a_waiting_role_is_shown_again_at_start(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    dewi = await invited_officer(bot, hasan)
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    await rina.says("/start")
    assert rina.sees("role-waiting", name="Dewi")
    await rina.presses("Konfirmasi peran ini")
    await rina.presses_data("ro:y:1", rina.new()[-1])
    rina.sees_toast("role-not-confirmed", alert=True)
    await dewi.says("/kasus")
    assert dewi.sees("case-queue-empty")


async def test_agreeing_twice_to_a_waiting_role_asks_for_it_once(bot: RunningBot) -> None:
    dewi, token = bot.stranger("Dewi"), await link(bot, Role.CASE_OFFICER, uses=5)
    await dewi.says(f"/start {token}")
    offer = dewi.new()[-1]
    await dewi.presses_data(f"inv:y:{token}", offer)
    await dewi.presses_data(f"inv:y:{token}", offer)
    assert len(await bot.rows(Assignment)) == 1


async def test_the_second_person_says_no_and_both_others_hear_of_it(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = await invited_officer(bot, hasan)
    card = rina.sees("role-waiting")
    await rina.presses("Tolak peran ini")
    assert rina.sees("role-refused-by-you", name="Dewi")
    assert dewi.sees("role-refused", role="Petugas kasus")
    assert hasan.sees("role-refused-invited", name="Dewi")
    assert [row for row in await bot.rows(Assignment) if row.role == "case_officer"] == []
    assert "refused" in [row.change for row in await bot.rows(RoleChange)]
    for data in ("ro:n:1", "ro:y:1", "ro:n:x"):
        await rina.presses_data(data, card)
        rina.sees_toast("role-not-confirmed", alert=True)


async def test_neither_inviter_nor_invited_nor_others_refuse(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    kader = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    dewi = await invited_officer(bot, hasan)
    [waiting] = [row.id for row in await bot.rows(Assignment) if row.confirmed_at is None]
    for one in (hasan, kader, dewi):
        await one.says("/menu")
        await one.presses_data(f"ro:n:{waiting}", one.new()[-1])
        if one is hasan:
            hasan.sees_toast("role-not-confirmed", alert=True)
    assert kader.sees("refused-confirm-role")
    assert dewi.sees("refused-confirm-role")
    assert [row.id for row in await bot.rows(Assignment) if row.confirmed_at is None] == [waiting]


async def test_all_officers_and_the_agency_hear_of_a_confirmed_role(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    officer = await bot.person("Tono", (Role.CASE_OFFICER, "19.02"))
    kader = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    dewi = await invited_officer(bot, hasan)
    officer.has_not_seen("role-announced")
    await rina.presses("Konfirmasi peran ini")
    for one in (hasan, officer):
        assert one.sees("role-announced", name="Dewi", role="Petugas kasus", by="Rina")
    for other in (kader, dewi, rina):
        other.has_not_seen("role-announced")
