"""The registry of Kampung KB: seen and kept by those responsible, one kampung a village."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.rules.roles import Role
from storage.kampung import add_kampung
from storage.models import Kampung
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

VILLAGE, SIBLING, FAR = "19.01.01.1001", "19.01.01.1002", "19.02.01.1001"


async def officer(bot: RunningBot, region: str = "19.01.01", language: str = "id") -> Somebody:
    return await bot.person("Rudi", (Role.FIELD_OFFICER, region), language=language)


async def registered(bot: RunningBot, *regions: str) -> None:
    async with bot.writing() as session:
        for region in regions:
            await add_kampung(session, region, f"Kampung {region}", bot.clock.now())


async def the_kampung(bot: RunningBot) -> Kampung:
    [row] = await bot.rows(Kampung)
    assert isinstance(row, Kampung)
    return row


async def begins(rudi: Somebody, village: str = "kelurahan sungailiat") -> None:
    await rudi.says("/kampung")
    await rudi.presses("Daftarkan kampung")
    await rudi.says(village)


async def registers(rudi: Somebody) -> None:
    await begins(rudi)
    await rudi.answers("Kampung Melati", "SK 12/2026", "2/11")
    await rudi.presses("Kirim")


async def test_an_officer_registers_a_kampung_and_its_kader_sees_the_card(bot: RunningBot) -> None:
    rudi, siti = await officer(bot), await bot.person("Siti", (Role.CADRE, VILLAGE))
    await registers(rudi)
    assert rudi.sees("kampung-registered", name="Kampung Melati")
    await siti.says("/kampung")
    card = siti.sees("kampung-card", name="Kampung Melati", place="Sungailiat (Kec. Sungailiat)")
    assert "SK 12/2026, Senin, 2 November 2026" in card.text
    assert "PLKB: Rudi" in card.text
    assert "✏️ Ubah" not in siti.buttons()


async def test_a_village_has_one_kampung(bot: RunningBot) -> None:
    rudi = await officer(bot)
    await registered(bot, VILLAGE)
    await begins(rudi)
    await rudi.says("Kampung Kedua")
    await rudi.presses("Lewati")
    await rudi.presses("Lewati")
    await rudi.presses("Kirim")
    assert rudi.sees("kampung-exists", name=f"Kampung {VILLAGE}")
    assert len(await bot.rows(Kampung)) == 1
    await rudi.presses("Pilih desa lain")
    assert rudi.sees("kampung_new-village")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("25/12/2026", "form-date-future"),
        ("31/2", "form-date-missing"),
        ("kapan-kapan", "form-date-invalid"),
    ],
)
async def test_a_decree_of_a_day_that_cannot_be_is_asked_again(
    bot: RunningBot, typed: str, key: str
) -> None:
    rudi = await officer(bot)
    await begins(rudi)
    await rudi.answers("Kampung Melati", "SK 12/2026", typed)
    assert rudi.sees(key)


async def test_a_name_of_one_letter_is_asked_again(bot: RunningBot) -> None:
    rudi = await officer(bot)
    await begins(rudi)
    await rudi.says("M")
    assert rudi.sees("form-text-too-short")


async def test_a_village_elsewhere_cannot_be_chosen(bot: RunningBot) -> None:
    rudi = await officer(bot)
    await begins(rudi, "Air Duren")
    assert rudi.sees("form-region-unknown")


async def test_ticking_notes_the_day_and_taking_back_is_asked_about(bot: RunningBot) -> None:
    rudi = await officer(bot, VILLAGE)
    await registered(bot, VILLAGE)
    await rudi.says("/kampung")
    await rudi.presses("Tahap dan ceklis")
    old = rudi.messages()[-1]
    await rudi.presses("⬜ Penetapan")
    assert (await the_kampung(bot)).checklist == {"decree": "2026-11-19"}
    await rudi.presses("✅ Penetapan")
    assert rudi.sees("kampung-untick", item="Penetapan")
    assert (await the_kampung(bot)).checklist == {"decree": "2026-11-19"}
    await rudi.presses("Ya, hapus tanda")
    assert (await the_kampung(bot)).checklist == {}
    number = (await the_kampung(bot)).id
    await rudi.presses_data(f"kp:u:{number}:decree", old)
    assert (await the_kampung(bot)).checklist == {}


async def test_moving_on_warns_of_what_is_open_and_is_allowed(bot: RunningBot) -> None:
    rudi = await officer(bot, VILLAGE)
    await registered(bot, VILLAGE)
    await rudi.says("/kampung")
    await rudi.presses("Tahap dan ceklis")
    await rudi.presses("▶ Lanjut ke Pelaksanaan")
    warned = rudi.sees("kampung-stage-open", stage="Pelaksanaan")
    assert (await the_kampung(bot)).stage == "preparation"
    await rudi.presses("▶ Lanjut ke Pelaksanaan")
    assert (await the_kampung(bot)).stage == "implementation"
    await rudi.presses_data(f"kp:S:{(await the_kampung(bot)).id}:1", warned)
    rudi.sees_toast("kampung-stage-same")
    await rudi.presses_data(f"kp:S:{(await the_kampung(bot)).id}:9", warned)
    assert (await the_kampung(bot)).stage == "implementation"
    await rudi.presses("◀ Kembali ke Persiapan")
    assert (await the_kampung(bot)).stage == "preparation"


async def test_every_piece_is_changed_from_the_card(bot: RunningBot) -> None:
    rudi = await officer(bot, VILLAGE)
    await registered(bot, VILLAGE)
    await rudi.says("/kampung")
    for piece, answers in {
        "Nama": ["Kampung Anggrek"],
        "Penetapan (SK)": ["SK 7/2025", "3/2/2025"],
        "PATBM": ["ya"],
        "Industri Rumahan": ["tidak"],
        "Rumah Data": ["tidak tahu"],
        "Kontak": ["Bu Ani 0812 3456 7890"],
        "POKTAN": ["bkb, uppka", "selesai"],
    }.items():
        await rudi.presses("✏️ Ubah")
        await rudi.presses(piece)
        await rudi.answers(*answers)
        assert rudi.sees("kampung-changed"), piece
    row = await the_kampung(bot)
    assert (row.name, row.decree, str(row.decree_on)) == (
        "Kampung Anggrek",
        "SK 7/2025",
        "2025-02-03",
    )
    assert (row.patbm, row.home_industry, row.data_house) == (True, False, None)
    assert (row.contacts, sorted(row.poktan)) == ("Bu Ani 0812 3456 7890", ["bkb", "uppka"])
    await rudi.presses("✏️ Ubah")
    await rudi.presses("Kontak")
    await rudi.says("x" * 501)
    assert rudi.sees("form-text-too-long")


async def test_a_closed_kampung_is_gone_and_may_be_registered_anew(bot: RunningBot) -> None:
    rudi = await officer(bot)
    await registers(rudi)
    await rudi.presses("Buka kampung ini")
    card = rudi.messages()[-1]
    await rudi.presses("✏️ Ubah")
    await rudi.presses("🔒 Tutup kampung")
    await rudi.says("Digabung dengan desa lain")
    assert rudi.sees("kampung-closed", name="Kampung Melati")
    number = (await the_kampung(bot)).id
    await rudi.presses_data(f"kp:o:{number}", card)
    assert rudi.sees("kampung-unknown")
    await rudi.says("/kampung")
    assert rudi.sees("kampung-list-empty")
    bot.clock.advance(hours=1)
    await registers(rudi)
    row = await the_kampung(bot)
    assert (row.closed_at, row.closed_reason, row.stage) == (None, None, "preparation")


async def test_whoever_only_reads_changes_nothing_by_forged_buttons(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await registered(bot, VILLAGE)
    await siti.says("/kampung")
    number, shown = (await the_kampung(bot)).id, siti.messages()[-1]
    for data in (f"t:{number}:decree", f"u:{number}:decree", f"s:{number}:1", f"S:{number}:1"):
        await siti.presses_data(f"kp:{data}", shown)
        assert siti.sees("refused-edit-kampung"), data
    for data in (f"e:{number}", f"e:{number}:close", "n"):
        await siti.presses_data(f"kp:{data}", shown)
        assert siti.sees("refused-edit-kampung"), data
    row = await the_kampung(bot)
    assert (row.checklist, row.stage, row.closed_at) == ({}, "preparation", None)


async def test_a_kampung_elsewhere_is_not_told_from_none_at_all(bot: RunningBot) -> None:
    rudi = await officer(bot, VILLAGE)
    await registered(bot, VILLAGE, FAR)
    [far] = [row.id for row in await bot.rows(Kampung) if row.region_code == FAR]
    await rudi.says("/kampung")
    shown = rudi.messages()[-1]
    for number in (far, 5, "x", "", 2**70):
        await rudi.presses_data(f"kp:o:{number}", shown)
        assert rudi.sees("kampung-unknown")
    for data in ("kp:", "kp:l:1", "kp:q", f"kp:e:{far}:x:y", "kp:v:1:2"):
        await rudi.presses_data(data, shown)
    await rudi.presses_data(f"kp:l::{FAR}", shown)
    assert rudi.sees("kampung-list-empty")


async def test_the_list_is_paged_and_searched(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.AGENCY_KABKOTA, "19.01"))
    villages = [one.code for top in ("19.01.01", "19.01.02") for one in bot.core.book.children(top)]
    await registered(bot, *villages[:14], FAR)
    await budi.says("/kampung")
    first = [one for one in budi.buttons() if ": Kampung" in one]
    await budi.presses("Berikutnya ▶")
    second = [one for one in budi.buttons() if ": Kampung" in one]
    assert (len(first), len(second), len({*first, *second})) == (10, 4, 14)
    await budi.presses("◀ Awal")
    assert [one for one in budi.buttons() if ": Kampung" in one] == first
    await budi.presses("🔎 Cari")
    await budi.says("kelurahan sungai liat")
    assert [one for one in budi.buttons() if ": Kampung" in one] == [first[0]]


async def test_coverage_counts_what_is_open_against_the_aim(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await registered(bot, VILLAGE, SIBLING, FAR)
    await registered(bot, *[one.code for one in bot.core.book.children("19.71.01")])
    async with bot.writing() as session:
        closed = update(Kampung).where(Kampung.region_code == SIBLING)
        await session.execute(closed.values(closed_at=bot.clock.now() - timedelta(days=1)))
    await hasan.says("/kampung")
    await hasan.presses("📊 Cakupan")
    table = hasan.sees("kampung-coverage", aim="90").text
    assert "Bangka              1/81   1%" in table
    assert "Belitung            1/49   2%" in table
    assert max(len(line) for line in table.splitlines()[2:]) <= 32
    await hasan.presses("Kota Pangkal Pinang")
    table = hasan.sees("kampung-coverage").text
    assert "100%✓" in table
    await hasan.presses("Kepulauan Bangka Belitung")
    assert hasan.sees("kampung-coverage", place="Kepulauan Bangka Belitung")


async def test_english_readers_are_answered_in_english(bot: RunningBot) -> None:
    rudi = await officer(bot, VILLAGE, language="en")
    await registered(bot, VILLAGE)
    await rudi.says("/kampung")
    assert rudi.sees("kampung-card")
    await rudi.presses("Stage and checklist")
    assert rudi.sees("kampung-checklist")


async def test_strangers_are_told_whom_to_ask(bot: RunningBot) -> None:
    dewi = bot.stranger("Dewi")
    await dewi.says("/kampung")
    assert dewi.sees("refused-unregistered")
