"""Where an activity was: one's only village, a village of one's area, or one of several areas."""

from bot.rules.roles import Role
from storage import kampung
from storage.models import Activity
from tests.conversations.driver import RunningBot
from tests.conversations.filling import VILLAGE


async def test_a_field_officer_picks_a_village_of_the_kecamatan(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await plkb.says("/kegiatan")
    assert plkb.sees("activity-region")
    await plkb.says("Toboali")
    assert plkb.sees("form-region-unknown")
    await plkb.presses("Kenanga")
    assert plkb.sees("activity-date")


async def test_the_village_of_the_last_entry_is_offered(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"))
    await plkb.answers("/kegiatan", "Kenanga", "kemarin", "Rapat", "pus", "selesai")
    await plkb.answers("5 L 5 P 0 anak", "csr", "selesai", "lewati", "kirim")
    assert (await bot.rows(Activity))[0].region_code.startswith("19.01.01.")
    await plkb.says("/kegiatan")
    await plkb.presses("Sama seperti tadi: Kenanga (Kec. Sungailiat)")
    assert plkb.sees("activity-date")


async def test_who_has_several_areas_is_asked_for_the_kampung(bot: RunningBot) -> None:
    async with bot.writing() as session:
        for region in (VILLAGE, "19.04.01.1001", "19.02.01.2003"):
            await kampung.add_kampung(session, region, f"Kampung {region}", bot.clock.now())
    budi = await bot.person("Budi", (Role.CADRE, VILLAGE), (Role.FIELD_OFFICER, "19.04.01"))
    await budi.says("/kegiatan")
    assert budi.sees("activity-village")
    assert len(budi.buttons()) == 3  # two villages and Batal: none of 19.02
    await budi.presses(bot.core.book.title("19.04.01.1001"))
    await budi.answers("kemarin", "Rapat", "pus", "selesai")
    await budi.answers("0", "csr", "selesai", "lewati", "kirim")
    assert (await bot.rows(Activity))[0].region_code == "19.04.01.1001"


async def test_two_roles_in_one_village_are_one_area(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE), (Role.PATBM_ACTIVIST, VILLAGE))
    await siti.says("/kegiatan")
    assert siti.sees("activity-date")


async def test_a_village_inside_ones_kecamatan_is_no_second_area(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, "19.01.01"), (Role.CADRE, VILLAGE))
    await budi.says("/kegiatan")
    assert budi.sees("activity-region")


async def test_several_areas_without_a_kampung_are_no_dead_end(bot: RunningBot) -> None:
    budi = await bot.person(
        "Budi", (Role.FIELD_OFFICER, "19.02.01"), (Role.FIELD_OFFICER, "19.04.01")
    )
    await budi.says("/kegiatan")
    assert "DP3ACSKB" in budi.sees("group-no-kampung").text
    await budi.says("halo")
    assert budi.sees("not-understood")
