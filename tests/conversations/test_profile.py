"""/profil: what I am, until when, and what I may do."""

from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from storage.models import PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.test_members import offered

VILLAGE = "19.01.01.1001"


async def test_a_kader_sees_role_place_and_what_they_may_do(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/profil")
    text = siti.sees("profile-head", name="Siti").text
    assert "Kader, Sungailiat (Kec. Sungailiat), sejak Kamis, 19 November 2026" in text
    assert "mencatat kegiatan kampung" in text
    assert "mengirim siaran" not in text
    assert f"versi {NOTICE_VERSION}" in text


async def test_a_stranger_is_led_to_joining(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/profil")
    assert ani.sees("profile-stranger")
    assert ani.buttons() == ["✍️ Daftar"]
    await ani.presses_data("pf:n", ani.new()[-1])
    assert ani.sees("profile-stranger")


async def test_in_english_all_of_it_is_english(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE), language="en")
    await siti.says("/profile")
    assert "log activities of a kampung" in siti.sees("profile-head").text


async def test_a_new_name_is_found_by_search(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/profil")
    await siti.presses("✏️ Ganti nama")
    await siti.says("x")
    assert siti.sees("form-text-too-short")
    await siti.says("Siti Aminah")
    assert siti.sees("profile-renamed", name="Siti Aminah")
    await siti.says("/profil")
    assert siti.sees("profile-head", name="Siti Aminah")
    await budi.says("/anggota")
    await budi.presses("🔎 Cari nama, nomor atau desa")
    await budi.says("siti am")
    assert "Siti Aminah" in " ".join(budi.buttons())


async def test_the_telephone_number_is_kept_as_e164(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/profil")
    await siti.presses("☎️ Ganti nomor HP")
    await siti.says("bukan nomor")
    assert siti.sees("form-phone-invalid")
    await siti.says("0812-3456-7890")
    assert siti.sees("profile-phone-changed", phone="+6281234567890")
    [row] = await bot.rows(PersonRow)
    assert row.phone == "+6281234567890"


async def test_the_greeting_names_six_roles_and_counts_the_others(bot: RunningBot) -> None:
    villages = [one.code for top in ("19.01.01", "19.01.02") for one in bot.core.book.children(top)]
    villages = villages[:8]
    siti = await bot.person("Siti", *((Role.CADRE, one) for one in villages))
    await siti.says("/menu")
    text = siti.sees("welcome", name="Siti").text
    assert text.count("• Kader") == 6
    assert "2 peran lagi: /profil" in text
    await siti.says("/profil")
    assert siti.new()[-1].text.count("• Kader") == 8


async def test_a_menu_of_many_entries_stands_in_two_columns(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await hasan.says("/menu")
    rows = hasan.sees("welcome").rows
    assert len(rows[0]) == 2
    assert [len(row) for row in rows[-2:]] == [1, 1]
    await siti.says("/menu")
    assert all(len(row) == 1 for row in siti.sees("welcome").rows)


async def test_the_buttons_of_the_profile_lead_on(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/profil")
    await siti.presses("🌐 Bahasa")
    assert siti.sees("language-choose")
    await siti.says("/profil")
    await siti.presses("Buka menu")
    assert "📝 Catat kegiatan" in offered(siti)
