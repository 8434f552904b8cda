"""A new DP3ACSKB person could help to give a case role: nobody of them comes in unseen."""

from bot.rules.roles import Role
from storage import invites
from storage.people import load_people
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody


async def link(bot: RunningBot, by: Somebody, role: Role) -> str:
    async with bot.writing() as session:
        viewer = (await load_people(session, [by.id], bot.clock.now()))[by.id]
        return await invites.create_invite(
            session, role, "19", viewer=viewer, hours=24, uses=1, now=bot.clock.now()
        )


async def test_a_new_dp3acskb_person_is_named_to_officers_and_colleagues(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    siti = await bot.person("Siti", (Role.CADRE, "19.01.01.1001"))
    token = await link(bot, hasan, Role.AGENCY_PROVINCE)
    joko = bot.stranger("Joko")
    await joko.says(f"/start {token}")
    await joko.presses("Setuju dan gabung")
    for one in (hasan, rina, dewi):
        one.sees("role-announced", name="Joko", by="Hasan")
    siti.has_not_seen("role-announced")
    joko.has_not_seen("role-announced")


async def test_other_roles_are_announced_to_nobody(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    token = await link(bot, hasan, Role.PARTNER)
    joko = bot.stranger("Joko")
    await joko.says(f"/start {token}")
    await joko.presses("Setuju dan gabung")
    hasan.has_not_seen("role-announced")
