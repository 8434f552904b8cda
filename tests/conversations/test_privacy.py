"""/privasi: what the notice says is so, and who accepted an older one is asked at the menu."""

from sqlalchemy import update

from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from storage.models import PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

VILLAGE = "19.01.01.1001"
OLD = NOTICE_VERSION - 1


async def consent(bot: RunningBot) -> int:
    (person,) = await bot.rows(PersonRow)
    number: int = person.consent_version
    return number


async def somebody(bot: RunningBot, version: int = OLD) -> Somebody:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    async with bot.writing() as session:
        await session.execute(update(PersonRow).values(consent_version=version))
    return siti


async def test_the_notice_is_shown_to_anybody_in_both_languages(bot: RunningBot) -> None:
    ani, john = bot.stranger("Ani"), bot.stranger("John", "en")
    await ani.says("/privasi")
    await john.says("/privacy")
    assert "/datasaya" in ani.sees("privacy-notice", version=str(NOTICE_VERSION)).text
    assert "/deletemydata" in john.sees("privacy-notice").text


async def test_the_notice_tells_the_periods_of_the_settings(bot: RunningBot) -> None:
    ani, days = bot.stranger("Ani"), bot.core.settings.retention
    await ani.says("/privasi")
    ani.sees(
        "privacy-notice",
        drafts=str(days.draft_days),
        messages=str(days.delivery_days),
        requests=str(days.request_days),
        idle=str(days.idle_person_days),
        log=str(days.role_log_days // 365),
    )


async def test_its_buttons_lead_to_ones_rights(bot: RunningBot) -> None:
    siti = await somebody(bot)
    await siti.says("/privasi")
    await siti.presses("Hapus data saya")
    assert siti.sees("erase-explain")
    await siti.says("/privasi")
    await siti.presses("Data saya")
    assert siti.sees("data-coming")


async def test_who_accepted_an_older_notice_is_asked_with_the_menu(bot: RunningBot) -> None:
    siti = await somebody(bot)
    await siti.says("/start")
    assert siti.sees("privacy-renewed")
    await siti.presses("Setuju")
    assert siti.sees("privacy-agreed", version=str(NOTICE_VERSION))
    assert await consent(bot) == NOTICE_VERSION
    await siti.says("/start")
    siti.has_not_seen("privacy-renewed")


async def test_not_agreeing_changes_nothing_and_offers_erasure(bot: RunningBot) -> None:
    siti = await somebody(bot)
    await siti.says("/menu")
    await siti.presses("Belum sekarang")
    assert siti.sees("privacy-not-agreed")
    assert "🗑 Hapus data saya" in siti.buttons()
    assert await consent(bot) == OLD
    await siti.says("/kegiatan")
    assert siti.sees("activity-date")


async def test_nobody_is_asked_in_the_middle_of_a_form(bot: RunningBot) -> None:
    siti = await somebody(bot)
    await siti.says("/kegiatan")
    await siti.says("/start")
    siti.has_not_seen("privacy-renewed")


async def test_nobody_is_asked_before_a_report_or_the_numbers(bot: RunningBot) -> None:
    siti = await somebody(bot)
    for command in ("/lapor", "/darurat"):
        await siti.says(command)
        siti.has_not_seen("privacy-renewed")


async def test_the_current_notice_is_asked_of_nobody(bot: RunningBot) -> None:
    siti = await somebody(bot, NOTICE_VERSION)
    await siti.says("/start")
    siti.has_not_seen("privacy-renewed")


async def test_a_button_of_an_older_notice_brings_the_current_one(bot: RunningBot) -> None:
    siti = await somebody(bot)
    await siti.says("/start")
    await siti.presses_data(f"pv:y:{OLD}", siti.new()[-1])
    assert siti.sees("privacy-notice", version=str(NOTICE_VERSION))
    assert await consent(bot) == OLD


async def test_a_stranger_cannot_agree_to_what_is_not_kept(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/privasi")
    await ani.presses_data(f"pv:y:{NOTICE_VERSION}", ani.new()[-1])
    assert ani.sees("privacy-stranger")
    assert await bot.rows(PersonRow) == []
