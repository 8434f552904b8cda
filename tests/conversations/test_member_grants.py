"""A member is given another role from their card."""

from bot.rules.roles import Role
from storage.models import Assignment
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_members import VILLAGE, budi_and_siti, opens


async def gives(hasan: Somebody, role: str, place: str) -> None:
    await hasan.presses("➕ Beri peran lain")
    await hasan.presses(role)
    await hasan.says(place)


async def test_a_member_is_given_another_role_until_a_day(bot: RunningBot) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    await gives(budi, "POKJA", "Kudai")
    await budi.presses("Lewati")
    await budi.says("31-12-2026")
    await budi.presses("Kirim")
    assert budi.sees("member-granted", name="Siti")
    assert "POKJA" in siti.messages()[-1].text
    await siti.says("/menu")
    assert "POKJA" in siti.sees("welcome").text
    await opens(bot, budi, siti)
    await gives(budi, "Kader", "Sungailiat")
    await budi.picks("Sungailiat (Kec. Sungailiat)", "Lewati", "Lewati", "Kirim")
    assert budi.sees("member-has-role")


async def test_a_role_at_the_wrong_level_is_asked_again(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await opens(bot, hasan, siti)
    await gives(hasan, "OPD KB kab/kota", "Kudai")
    assert hasan.sees("membergrant-region-misfit")
    assert len(await bot.rows(Assignment)) == 2


async def test_a_case_role_given_to_a_member_waits_for_the_second_person(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await opens(bot, hasan, siti)
    await gives(hasan, "Petugas kasus", "Kabupaten Bangka")
    await hasan.picks("Lewati", "Lewati", "Kirim")
    assert hasan.sees("member-granted-waiting")
    await siti.says("/kasus")
    assert siti.sees("refused-read-case")
    await rina.presses("Konfirmasi peran ini")
    await siti.says("/kasus")
    assert siti.sees("case-queue-empty")


async def test_a_role_above_ones_own_is_not_offered_to_be_given(bot: RunningBot) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    await budi.presses("➕ Beri peran lain")
    shown = " ".join(budi.buttons())
    assert "POKJA" in shown
    assert "OPD KB" not in shown
    assert "PKB/PLKB" not in shown
