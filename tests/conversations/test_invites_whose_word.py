"""A link rests on the word of whoever made it, and is no way around what was decided since."""

import pytest
from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import Assignment, Invite, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_invites import VILLAGE, link

KECAMATAN = "19.01.01"


async def change_roles(bot: RunningBot, who: Somebody, **values: object) -> None:
    """What somebody in /anggota did to all roles of a person."""
    [number] = [row.id for row in await bot.rows(PersonRow) if row.telegram_id == who.id]
    async with bot.writing() as session:
        await session.execute(
            update(Assignment).where(Assignment.person_id == number).values(**values)
        )


@pytest.mark.parametrize("what", ["suspended", "ended"])
async def test_a_link_is_no_good_when_its_maker_may_not_invite_any_more(
    bot: RunningBot, what: str
) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    ani, late = bot.stranger("Ani"), bot.stranger("Late")
    token = await link(bot, Role.CADRE, by=budi, uses=5)
    await late.says(f"/start {token}")
    await ani.says(f"/start {token}")
    await ani.presses("Setuju dan gabung")
    assert ani.sees("invite-welcome")
    gone = {"suspended": True} if what == "suspended" else {"valid_until": bot.clock.now()}
    await change_roles(bot, budi, **gone)
    await late.presses("Setuju dan gabung")
    assert late.sees("invite-maker-ended")
    await budi.says(f"/start {token}")
    assert budi.sees("invite-maker-ended")
    assert [row.uses_left for row in await bot.rows(Invite)] == [4]
    assert len(await bot.rows(PersonRow)) == 2


async def test_a_suspended_member_does_not_come_back_by_a_link(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await change_roles(bot, siti, suspended=True)
    await siti.says(f"/start {await link(bot, Role.CADRE, uses=5)}")
    await siti.presses("Setuju dan gabung")
    assert siti.sees("join-suspended")
    assert len(await bot.rows(Assignment)) == 1
    await siti.says("/kegiatan")
    assert siti.sees("refused-log-activity")
    assert [row.uses_left for row in await bot.rows(Invite)] == [5]


async def test_a_suspended_member_is_told_so_when_asking_for_the_role_anew(
    bot: RunningBot,
) -> None:
    siti = await bot.person("Siti", (Role.CADRE, "19.01.01.1005"))
    await change_roles(bot, siti, suspended=True)
    await siti.answers("/daftar", "kader", "kenanga", "lewati", "kirim")
    assert siti.sees("join-suspended")


@pytest.mark.parametrize(
    ("shown", "kept"),
    [("\u202eitiS\u202c\nAmin", "itiS Amin"), ("\u200f\u2066", "—"), ("\u200d", "—"), ("🦋", "🦋")],
)
async def test_a_name_that_comes_with_a_link_is_kept_as_it_reads(
    bot: RunningBot, shown: str, kept: str
) -> None:
    siti = bot.stranger(shown)
    await siti.says(f"/start {await link(bot, Role.CADRE)}")
    await siti.presses("Setuju dan gabung")
    assert [row.name for row in await bot.rows(PersonRow)] == [kept]


async def test_the_second_person_reads_the_name_that_is_kept(bot: RunningBot) -> None:
    """Telegram's is whatever somebody calls themselves for the moment."""
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (Role.CADRE, VILLAGE))
    token = await link(bot, Role.CASE_OFFICER, by=hasan, region="19.01")
    dewi.name = "Kepala UPTD PPA"
    await dewi.says(f"/start {token}")
    await dewi.presses("Setuju dan gabung")
    assert rina.sees("role-waiting", name="Dewi")


async def test_a_waiting_role_that_was_ended_may_be_offered_anew(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = bot.stranger("Dewi")
    for _ in range(2):
        token = await link(bot, Role.CASE_OFFICER, by=hasan, region="19.01")
        await dewi.says(f"/start {token}")
        await dewi.presses("Setuju dan gabung")
        assert dewi.sees("invite-waiting")
        assert rina.sees("role-waiting", name="Dewi")
        await change_roles(bot, dewi, valid_until=bot.clock.now())
        rina.since = bot.telegram.stamp
    assert len(await bot.rows(Assignment)) == 4
