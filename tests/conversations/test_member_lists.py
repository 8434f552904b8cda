"""/anggota: long lists, and finding somebody in them."""

from sqlalchemy import insert, update

from bot.clock import new_id
from bot.rules.roles import Role
from storage.models import Assignment, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.test_members import KECAMATAN, SIBLING, VILLAGE, budi_and_siti, opens


async def test_search_by_name_number_and_place(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti Aminah", (Role.CADRE, VILLAGE))
    await bot.person("Nur Siti", (Role.CADRE, SIBLING))
    async with bot.writing() as session:
        phone = update(PersonRow).where(PersonRow.telegram_id == siti.id)
        await session.execute(phone.values(phone="+6281234567890"))
    for words in ("siti  AM", "0812-3456-7890", "+62 812 3456 7890"):
        await hasan.says("/anggota")
        await hasan.presses("🔎 Cari nama, nomor atau desa")
        await hasan.says(words)
        assert hasan.sees("member-found")
        found = [one for one in hasan.buttons() if "Kader" in one]
        assert [one.partition(" ")[2].split(" –")[0] for one in found] == ["Siti Aminah"]
    await hasan.presses("🔎 Cari nama, nomor atau desa")
    await hasan.says("Kudai")
    assert "Nur Siti" in " ".join(hasan.buttons())
    assert "Siti Aminah" not in " ".join(hasan.buttons())
    await hasan.presses("🔎 Cari nama, nomor atau desa")
    await hasan.says("Tidak Ada Orangnya")
    assert hasan.sees("member-found-none")


async def test_the_phone_is_shown_to_those_who_manage_and_the_card_says_who_is_away(
    bot: RunningBot,
) -> None:
    budi, siti = await budi_and_siti(bot)
    async with bot.writing() as session:
        phone = update(PersonRow).where(PersonRow.telegram_id == siti.id)
        await session.execute(phone.values(phone="+6281234567890"))
    await siti.leaves_the_bot()
    await opens(bot, budi, siti)
    assert "+6281234567890" in budi.sees("member-unreachable-since").text


async def test_ten_thousand_members_are_paged_to_the_end_and_back(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    now = bot.clock.now()
    people, roles = [], []
    for at in range(10_000):
        number = new_id()
        people.append(
            {
                "id": number,
                "telegram_id": 10_000 + at,
                "name": f"Kader {at}",
                "search_name": f"kader {at}",
                "language": "id",
                "consent_version": 1,
                "consent_at": now,
                "reachable": True,
                "created_at": now,
            }
        )
        roles.append(
            {
                "id": number,
                "person_id": number,
                "role": "cadre",
                "region_code": VILLAGE if at % 2 else SIBLING,
                "valid_from": now,
                "suspended": False,
                "confirmed_at": now,
            }
        )
    async with bot.writing() as session:
        await session.execute(insert(PersonRow), people)
        await session.execute(insert(Assignment), roles)
    await budi.says("/anggota")
    first = budi.buttons()
    seen = {one for one in first if "Kader " in one}
    last = roles[-25]
    await budi.presses_data(f"mb:a::{last['region_code']}:{last['id']}", budi.new()[-1])
    await budi.presses("Berikutnya ▶")
    assert "◀ Sebelumnya" in budi.buttons()
    assert len([one for one in budi.buttons() if one.startswith("👤")]) <= 10
    await budi.says("/anggota")
    for _ in range(3):
        await budi.presses("Berikutnya ▶")
        page = {one for one in budi.buttons() if one.startswith("👤")}
        assert len(page) == 10
        assert not page & seen
        seen |= page
    for _ in range(3):
        await budi.presses("◀ Sebelumnya")
    assert budi.buttons() == first
    await budi.presses("🔎 Cari nama, nomor atau desa")
    await budi.says("kader")
    found = {one for one in budi.buttons() if one.startswith("👤")}
    await budi.presses("Cari lebih jauh ▶")
    further = {one for one in budi.buttons() if one.startswith("👤")}
    assert len(found) == len(further) == 10
    assert not found & further
