"""The first minutes: greeting, menu, help, language, privacy, and commands nobody knows."""

import pytest

from bot.rules.roles import Role
from storage.models import PersonRow
from tests.conversations.driver import RunningBot

VILLAGE = "19.01.01.1001"


async def test_a_stranger_learns_how_to_join_and_can_still_report(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/start")
    assert ani.sees("welcome-stranger")
    assert ani.buttons() == ["✍️ Daftar", "🆘 Lapor anak dalam bahaya", "☎️ Nomor darurat"]


async def test_the_menu_follows_the_roles(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("/start")
    assert kader.sees("welcome", name="Siti")
    assert kader.sees("welcome-role", role="Kader")
    assert "📝 Catat kegiatan" in kader.buttons()
    assert "📣 Kirim siaran" not in kader.buttons()
    await kader.presses("Nomor darurat")
    assert kader.sees("emergency")


async def test_every_button_of_the_menu_leads_somewhere(bot: RunningBot) -> None:
    roles = (Role.CADRE, Role.AGENCY_PROVINCE, Role.CASE_OFFICER)
    siti = await bot.person("Siti", *((role, "19.01.01.1001") for role in roles))
    await siti.says("/menu")
    labels = siti.buttons()
    assert len(labels) == 14
    for label in labels:
        await siti.says("/menu")
        await siti.presses(label)
        assert siti.new()
        siti.has_not_seen("button-menu")
        siti.has_not_seen("error-bug")


async def test_somebody_whose_role_ended_is_told_what_to_do(bot: RunningBot) -> None:
    budi = await bot.person("Budi")
    await budi.says("/start")
    assert budi.sees("welcome-no-role", name="Budi")


@pytest.mark.parametrize(("language", "command"), [("id", "/bantuan"), ("en", "/help")])
async def test_help_lists_the_commands_and_the_numbers(
    bot: RunningBot, language: str, command: str
) -> None:
    ani = bot.stranger("Ani", language)
    await ani.says(command)
    assert ani.sees("help")
    assert ani.sees("hotline", number="129")


async def test_every_command_that_help_names_is_known(bot: RunningBot) -> None:
    for language in ("id", "en"):
        ani = bot.stranger("Ani", language)
        await ani.says("/help")
        named = [word for word in ani.new()[-1].text.split() if word.startswith("/")]
        assert len(named) >= 9
        for command in named:
            await ani.says(command)
            assert ani.new(), command
            ani.has_not_seen("unknown-command")


async def test_privacy_is_told_to_anybody_in_both_languages(bot: RunningBot) -> None:
    for language, command in (("id", "/privasi"), ("en", "/privacy")):
        ani = bot.stranger("Ani", language)
        await ani.says(command)
        assert ani.sees("privacy-notice")


async def test_a_language_once_chosen_is_kept(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("/bahasa")
    await kader.presses("English")
    kader.language = "en"
    assert kader.sees("language-set")
    await kader.says("/activity")
    assert kader.sees("activity-date")
    assert [row.language for row in await bot.rows(PersonRow)] == ["en"]


async def test_a_stranger_is_told_that_the_choice_of_language_cannot_be_kept(
    bot: RunningBot,
) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/bahasa")
    await ani.presses("English")
    ani.language = "en"
    assert ani.sees("language-stranger")


@pytest.mark.parametrize("text", ["/tidakada", "/kegiatann", "/"])
async def test_an_unknown_command_brings_the_menu(bot: RunningBot, text: str) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says(text)
    assert kader.sees("unknown-command")
    assert "📝 Catat kegiatan" in kader.buttons()


async def test_large_letters_do_not_make_a_command_unknown(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("/Kegiatan")
    assert kader.sees("activity-date")


async def test_talk_outside_a_form_brings_the_menu(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("selamat pagi")
    assert kader.sees("not-understood")
    assert "📝 Catat kegiatan" in kader.buttons()


async def test_a_button_nobody_knows_leads_back_to_the_menu(bot: RunningBot) -> None:
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("/start")
    await kader.presses_data("zz:1", kader.new()[-1])
    kader.sees_toast("button-unknown")
    assert kader.sees("button-menu")


@pytest.mark.parametrize(
    ("command", "key"),
    [
        ("/kegiatan", "refused-log-activity"),
        ("/kegiatansaya", "refused-log-activity"),
        ("/siaran", "refused-broadcast"),
        ("/kasus", "refused-read-case"),
        ("/grup", "refused-bind-group"),
    ],
)
async def test_a_refusal_says_why_and_whom_to_ask(bot: RunningBot, command: str, key: str) -> None:
    ani, budi = bot.stranger("Ani"), await bot.person("Budi", (Role.AUDITOR, "19"))
    await ani.says(command)
    assert "PLKB" in ani.sees("refused-unregistered").text
    await budi.says(command)
    assert "kepada" in budi.sees(key).text
