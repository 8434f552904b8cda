"""An invite link: consent, registration, and everything a link can be too late for."""

from sqlalchemy import update

from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from storage import invites, people
from storage.models import Assignment, Invite, PersonRow, RegionRow
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

VILLAGE = "19.01.01.1001"


async def link(
    bot: RunningBot,
    role: Role,
    *,
    by: Somebody | None = None,
    uses: int = 1,
    region: str = VILLAGE,
) -> str:
    """The token of a link, made by an operator or by somebody who may."""
    now = bot.clock.now()
    async with bot.writing() as session:
        viewer = (await people.load_people(session, [by.id], now))[by.id] if by else None
        return await invites.create_invite(
            session, role, region, viewer=viewer, hours=24, uses=uses, now=now
        )


async def test_opening_a_link_and_agreeing_registers(bot: RunningBot) -> None:
    ani, token = bot.stranger("Ani"), await link(bot, Role.CADRE)
    await ani.says(f"/start {token}")
    assert ani.sees("invite-offer-consent", role="Kader")
    assert await bot.rows(PersonRow) == []
    await ani.presses("Baca pemberitahuan privasi")
    assert ani.sees("privacy-notice")
    await ani.presses("Setuju dan gabung")
    assert ani.sees("invite-welcome", role="Kader")
    person = (await bot.rows(PersonRow))[0]
    assert (person.name, person.consent_version, person.consent_at) == (
        "Ani",
        NOTICE_VERSION,
        bot.clock.now(),
    )
    await ani.presses("Buka menu")
    assert "📝 Catat kegiatan" in ani.buttons()


async def test_declining_keeps_nothing_and_leaves_the_link_good(bot: RunningBot) -> None:
    ani, token = bot.stranger("Ani"), await link(bot, Role.CADRE)
    await ani.says(f"/start {token}")
    await ani.presses("Tidak")
    assert ani.sees("invite-declined")
    assert await bot.rows(PersonRow) == []
    await ani.says(f"/start {token}")
    assert ani.sees("invite-offer-consent")


async def test_agreeing_twice_registers_once(bot: RunningBot) -> None:
    ani, token = bot.stranger("Ani"), await link(bot, Role.CADRE, uses=5)
    await ani.says(f"/start {token}")
    offer = ani.new()[-1]
    with bot.asleep():
        await ani.presses_data(f"inv:y:{token}", offer)
        await ani.presses_data(f"inv:y:{token}", offer)
    await bot.turns()
    assert len(await bot.rows(PersonRow)) == 1
    assert len(await bot.rows(Assignment)) == 1


async def test_a_second_link_adds_a_role_without_asking_consent_again(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says(f"/start {await link(bot, Role.WORKING_GROUP)}")
    assert kader.sees("invite-offer", role="POKJA")
    await kader.presses("Setuju dan gabung")
    assert kader.sees("invite-welcome", role="POKJA")
    await kader.says("/start")
    assert kader.sees("welcome-role", role="Kader")
    assert kader.sees("welcome-role", role="POKJA")


async def test_an_expired_link_says_so(bot: RunningBot) -> None:
    ani, token = bot.stranger("Ani"), await link(bot, Role.CADRE)
    await ani.says(f"/start {token}")
    bot.clock.advance(hours=25)
    await ani.presses("Setuju dan gabung")
    assert ani.sees("invite-expired")
    await ani.says(f"/start {token}")
    assert ani.sees("invite-expired")
    assert await bot.rows(PersonRow) == []


async def test_a_used_up_link_says_so(bot: RunningBot) -> None:
    ani, budi, token = bot.stranger("Ani"), bot.stranger("Budi"), await link(bot, Role.CADRE)
    await ani.says(f"/start {token}")
    await budi.says(f"/start {token}")
    await ani.presses("Setuju dan gabung")
    await budi.presses("Setuju dan gabung")
    assert budi.sees("invite-used-up")
    assert [row.name for row in await bot.rows(PersonRow)] == ["Ani"]


async def test_a_forged_link_and_a_forged_button_give_nothing(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/start iAAAAAAAAAAAAAAAAAAAAAAAA")
    assert ani.sees("invite-unknown")
    await ani.presses_data("inv:y:iAAAAAAAAAAAAAAAAAAAAAAAA", ani.new()[-1])
    assert ani.sees("invite-unknown")
    assert await bot.rows(PersonRow) == []


async def test_a_link_for_a_region_that_ended_says_so(bot: RunningBot) -> None:
    ani, token = bot.stranger("Ani"), await link(bot, Role.CADRE)
    await ani.says(f"/start {token}")
    async with bot.writing() as session:
        await session.execute(
            update(RegionRow)
            .where(RegionRow.code == VILLAGE)
            .values(valid_until=bot.clock.now().date())
        )
    await ani.presses("Setuju dan gabung")
    assert ani.sees("invite-region-ended")
    await ani.says(f"/start {token}")
    assert ani.sees("invite-region-ended")
    assert await bot.rows(PersonRow) == []
    assert [row.uses_left for row in await bot.rows(Invite)] == [1]
