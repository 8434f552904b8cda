"""A request that nobody answers climbs from PLKB to OPD KB to DP3ACSKB, one step at a time."""

from sqlalchemy import select

from bot.rules.roles import Role
from broadcasts.climbing import BATCH
from storage.models import Delivery, MemberRequest, PersonRow
from storage.requests import JOIN, ask
from tests.conversations.driver import RunningBot
from tests.conversations.test_joining import SUNGAILIAT, asks


async def rung(bot: RunningBot) -> str:
    [request] = await bot.rows(MemberRequest)
    return str(request.rung)


async def hours_pass(bot: RunningBot, hours: float) -> None:
    bot.clock.advance(hours=hours)
    await bot.scheduler.turn()
    await bot.delivers_all()


async def test_after_48_hours_the_next_rung_is_asked_and_the_asker_told(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    agency = await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    province = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    await hours_pass(bot, 47.9)
    assert await rung(bot) == "field_officer"
    agency.has_not_seen("request-card")
    await hours_pass(bot, 0.1)
    assert await rung(bot) == "agency_kabkota"
    assert agency.sees("request-climbed")
    assert ani.sees("join-climbed", rung="OPD KB kab/kota")
    province.has_not_seen("request-card")
    await hours_pass(bot, 48)
    assert province.sees("request-climbed")
    assert ani.sees("join-climbed", rung="DP3ACSKB")
    await plkb.presses("Setujui")
    assert ani.sees("join-approved")
    await agency.presses("Setujui")
    assert agency.sees("request-approved-before", by="Budi")


async def test_at_the_top_it_stays_and_reminds_three_times(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    assert await rung(bot) == "agency_province"
    for _ in range(6):
        await hours_pass(bot, 48)
    shown = [one for one in hasan.messages() if "minta menjadi" in one.text]
    assert len(shown) == 1 + 3
    await ani.says("/daftar")
    assert ani.sees("join-stands-top", rung="DP3ACSKB")
    await hasan.says("/start")
    assert hasan.sees("request-list")


async def test_a_rung_that_cannot_be_reached_is_skipped(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await plkb.leaves_the_bot()
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await asks(bot.stranger("Ani"), "Kader", "Kenanga")
    assert await rung(bot) == "agency_province"
    assert hasan.sees("request-card", name="Ani")


async def test_an_empty_rung_in_the_middle_is_skipped(bot: RunningBot) -> None:
    await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await asks(bot.stranger("Ani"), "Kader", "Kenanga")
    await hours_pass(bot, 48)
    assert await rung(bot) == "agency_province"
    assert hasan.sees("request-climbed")


async def test_the_last_who_can_be_reached_is_reminded_where_nobody_is_above(
    bot: RunningBot,
) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await asks(bot.stranger("Ani"), "Kader", "Kenanga")
    await hours_pass(bot, 48)
    assert budi.sees("request-reminder")
    assert await rung(bot) == "field_officer"


async def test_a_request_that_reached_nobody_finds_whoever_comes_later(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", "Kenanga")
    assert ani.sees("join-stands-nobody")
    await hours_pass(bot, 48)
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await hours_pass(bot, 48)
    assert budi.sees("request-climbed")
    assert await rung(bot) == "field_officer"
    assert ani.sees("join-climbed", rung="PKB/PLKB")


async def test_after_days_of_downtime_it_takes_one_step(bot: RunningBot) -> None:
    await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await asks(bot.stranger("Ani"), "Kader", "Kenanga")
    await hours_pass(bot, 500)
    await bot.scheduler.turn()
    assert await rung(bot) == "agency_kabkota"


async def test_what_is_answered_or_withdrawn_climbs_no_more(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    ani, rudi = bot.stranger("Ani"), bot.stranger("Rudi")
    await asks(ani, "Kader", "Kenanga")
    await budi.presses("Setujui")
    await asks(rudi, "Kader", "Kenanga")
    await rudi.says("/daftar")
    await rudi.presses("Batalkan: Kader")
    before = len(await bot.rows(Delivery))
    await hours_pass(bot, 48)
    assert len(await bot.rows(Delivery)) == before
    assert {row.rung for row in await bot.rows(MemberRequest)} == {"field_officer"}


async def test_many_that_are_due_move_in_batches(bot: RunningBot) -> None:
    await bot.person("Rina", (Role.AGENCY_KABKOTA, "19.01"))
    ani = await bot.person("Ani")
    async with bot.writing() as session:
        number = await session.scalar(select(PersonRow.id).where(PersonRow.telegram_id == ani.id))
        assert number is not None
        for _ in range(BATCH + 3):
            await ask(
                session,
                person=number,
                kind=JOIN,
                role=Role.CADRE,
                region="19.01.01.1001",
                rung=Role.FIELD_OFFICER,
                climb_at=bot.clock.now(),
                now=bot.clock.now(),
            )
    await bot.scheduler.turn()
    assert {row.rung for row in await bot.rows(MemberRequest)} == {"agency_kabkota"}
