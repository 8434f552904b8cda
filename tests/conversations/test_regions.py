"""DP3ACSKB renames and splits regions in the chat; everybody's place, rights and records follow."""

from datetime import date

import pytest

from bot import atlas
from bot.rules.roles import Role
from storage.invites import create_invite
from storage.kampung import add_kampung
from storage.models import Activity, Assignment, PersonRow, WorkingGroupChat
from storage.regions import OPERATOR
from storage.splits import Split, split
from tests.conversations.driver import RunningBot
from tests.conversations.filling import to_summary
from tests.conversations.people import Somebody

OLD, NEW = "19.01.01.1001", "19.01.01.1101"
GROUP = -1_000_000_000_777
TODAY = date(2026, 11, 19)


async def province(bot: RunningBot) -> Somebody:
    return await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))


async def an_activity(bot: RunningBot, sender: str, region: str, held_on: date, title: str) -> None:
    [person] = [row.id for row in await bot.rows(PersonRow) if row.name == sender]
    async with bot.writing() as session:
        session.add(
            Activity(
                id=held_on.toordinal(),
                receipt=title,
                person_id=person,
                region_code=region,
                held_on=held_on,
                title=title,
                section="pendidikan",
                target_groups=[],
                agencies=[],
                funding=[],
                male=0,
                female=0,
                children=0,
                place=None,
                latitude=None,
                longitude=None,
                description=None,
                created_at=bot.clock.now(),
            )
        )


async def fills_in_a_split(hasan: Somebody, code: str = NEW, ends: str = "Ya") -> None:
    """A split of the kelurahan Sungailiat into one new one, up to the summary."""
    await hasan.says("/wilayah")
    await hasan.presses("Pecah wilayah")
    await hasan.says("Kel. Sungai Liat")
    await hasan.says(code)
    await hasan.says("Kenanga Laut")
    await hasan.presses("Tidak")
    await hasan.presses(ends)
    await hasan.says("hari ini")
    await hasan.says("Perda 4/2026")


async def test_a_rename_shows_old_records_under_the_old_name(bot: RunningBot) -> None:
    hasan, siti = await province(bot), await bot.person("Siti", (Role.CADRE, OLD))
    await an_activity(bot, "Siti", OLD, date(2026, 10, 31), "Rapat lama")
    await an_activity(bot, "Siti", OLD, TODAY, "Rapat baru")
    await hasan.says("/wilayah")
    assert hasan.sees("region-what", count="448")
    await hasan.presses("Ganti nama")
    await hasan.answers("kelurahan sungailiat", "Kenanga Indah", "1/11", "Perda 1")
    await hasan.presses("Kirim")
    assert hasan.sees("region-renamed", old="Sungailiat", name="Kenanga Indah")
    await siti.says("/kegiatansaya")
    assert siti.sees("activity-list-line", title="Rapat lama", place="Sungailiat (Kec. Sungailiat)")
    assert siti.sees(
        "activity-list-line", title="Rapat baru", place="Kenanga Indah (Kec. Sungailiat)"
    )
    await siti.says("/menu")
    assert siti.sees_text("Kenanga Indah (Kec. Sungailiat)")


async def test_a_split_moves_people_groups_and_rights(bot: RunningBot) -> None:
    hasan = await province(bot)
    siti = await bot.person("Siti", (Role.CADRE, OLD))
    rudi = await bot.person("Rudi", (Role.FIELD_OFFICER, OLD))
    nia = await bot.person("Nia", (Role.WORKING_GROUP, OLD))
    await an_activity(bot, "Siti", OLD, date(2026, 10, 31), "Rapat lama")
    async with bot.writing() as session:
        await add_kampung(session, OLD, "Kampung Melati", bot.clock.now())
        session.add(
            WorkingGroupChat(
                chat_id=GROUP,
                region_code=OLD,
                title="POKJA",
                state="active",
                bound_by=1,
                bound_at=bot.clock.now(),
            )
        )
    await fills_in_a_split(hasan)
    await hasan.presses("Kirim")
    place = "Kenanga Laut (Kec. Sungailiat)"
    assert hasan.sees("region-split-ends", roles="3", kampung="1", groups="1", successor=place)
    siti.has_not_seen("region-moved-you")
    await hasan.presses("Ya")
    assert hasan.sees("region-split-done", new="Kenanga Laut", roles="3")
    for somebody in (siti, rudi, nia):
        assert somebody.sees("region-moved-you", place=place)
    await siti.says("/menu")
    assert siti.sees("welcome-role", role="Kader", place=place)
    assert [row.region_code for row in await bot.rows(WorkingGroupChat)] == [NEW]
    for somebody in (rudi, nia):
        await somebody.says("/kampung")
        assert somebody.sees("kampung-card", name="Kampung Melati", place=place)
        await somebody.presses("Kegiatan terbaru")
        assert somebody.sees(
            "activity-list-line", title="Rapat lama", place="Sungailiat (Kec. Sungailiat)"
        )


async def test_a_split_is_not_carried_out_before_the_last_word(bot: RunningBot) -> None:
    hasan = await province(bot)
    await bot.person("Siti", (Role.CADRE, OLD))
    await fills_in_a_split(hasan)
    await hasan.presses("Kirim")
    await hasan.presses("Tidak")
    assert hasan.sees("region-split-not")
    assert OLD in {row.region_code for row in await bot.rows(Assignment)}
    assert bot.core.book.get(OLD) is not None


async def test_the_last_question_of_a_split_is_not_followed_by_a_parked_form(
    bot: RunningBot,
) -> None:
    hasan = await province(bot)
    await hasan.says("/siaran")
    await fills_in_a_split(hasan)
    await hasan.presses("Kirim")
    hasan.has_not_seen("form-parked")
    await hasan.presses("Tidak")
    assert hasan.sees("form-parked", name="siaran")


async def test_without_an_end_nobody_moves(bot: RunningBot) -> None:
    hasan, siti = await province(bot), await bot.person("Siti", (Role.CADRE, OLD))
    await fills_in_a_split(hasan, ends="Tidak")
    await hasan.presses("Kirim")
    assert hasan.sees("region-split-stays", new="Kenanga Laut (Kec. Sungailiat)")
    await hasan.presses("Ya")
    assert hasan.sees("region-split-done-empty", new="Kenanga Laut")
    siti.has_not_seen("region-moved-you")
    assert bot.core.book.title(NEW) == "Kenanga Laut (Kec. Sungailiat)"


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("19.01.01.1002", "region-code-taken"),
        ("19.02.01.1101", "region-code-parent"),
        ("19.01.01", "region-code-format"),
        ("baru", "region-code-format"),
    ],
)
async def test_a_code_that_cannot_be_is_asked_again(bot: RunningBot, code: str, key: str) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses("Pecah wilayah")
    await hasan.says("kelurahan sungailiat")
    await hasan.says(code)
    assert hasan.sees(key)
    await hasan.says("1901011101")
    assert hasan.sees("region_split-title")


async def test_days_and_names_that_cannot_be_are_asked_again(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses("Ganti nama")
    await hasan.says("kelurahan sungailiat")
    await hasan.says("K")
    assert hasan.sees("form-text-too-short")
    await hasan.says("Kenanga Indah")
    await hasan.says("31/2")
    assert hasan.sees("form-date-missing")
    await hasan.says("25/12/2026")
    assert hasan.sees("form-date-future")
    await hasan.says("hari ini")
    assert hasan.sees("region_name-source")


async def test_a_neighbours_name_is_refused_at_the_end_and_can_be_put_right(
    bot: RunningBot,
) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses("Ganti nama")
    await hasan.answers("kelurahan sungailiat", "Parit Padang", "hari ini", "Perda 1")
    await hasan.presses("Kirim")
    assert hasan.sees("region-name-taken", value="Parit Padang")
    await hasan.presses("Ubah")
    await hasan.presses("Nama baru")
    await hasan.says("Kenanga Indah")
    await hasan.presses("Kirim")
    assert hasan.sees("region-renamed", name="Kenanga Indah")


async def test_only_the_province_enters(bot: RunningBot) -> None:
    for somebody in (
        await bot.person("Budi", (Role.AGENCY_KABKOTA, "19.01")),
        await bot.person("Ani", (Role.ADMIN, "19")),
    ):
        await somebody.says("/wilayah")
        assert somebody.sees("refused-edit-region")
        await somebody.presses_data("wl:s", somebody.new()[-1])
        assert somebody.sees("refused-edit-region")


async def test_a_forged_button_does_nothing(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses_data("wl:x", hasan.new()[-1])
    hasan.sees_toast("button-unknown")


async def ended(bot: RunningBot) -> None:
    """The kelurahan Sungailiat has ended, as another process has written it."""
    async with bot.writing() as session:
        plan = Split(OLD, ((NEW, "Kenanga Laut"),), TODAY, "Perda 4", True)
        await split(session, OPERATOR, plan, bot.clock.now())


async def test_another_process_hears_of_it_at_its_next_look(bot: RunningBot) -> None:
    await ended(bot)
    assert bot.core.book.get(OLD) is not None
    assert await atlas.look(bot.core.database, bot.core.book) is True
    assert bot.core.book.get(OLD) is None


async def test_an_unused_invitation_goes_to_the_successor(bot: RunningBot) -> None:
    async with bot.writing() as session:
        token = await create_invite(
            session, Role.CADRE, OLD, viewer=None, hours=9, uses=1, now=bot.clock.now()
        )
    await ended(bot)
    await atlas.look(bot.core.database, bot.core.book)
    dewi = bot.stranger("Dewi")
    await dewi.says(f"/start {token}")
    assert dewi.sees("invite-offer-consent", place="Kenanga Laut (Kec. Sungailiat)")
    await dewi.presses("Setuju dan gabung")
    assert {row.region_code for row in await bot.rows(Assignment)} == {NEW}


async def test_an_activity_begun_before_the_split_is_logged_in_the_successor(
    bot: RunningBot,
) -> None:
    siti = await bot.person("Siti", (Role.CADRE, OLD))
    await to_summary(siti)
    await ended(bot)
    await atlas.look(bot.core.database, bot.core.book)
    await siti.presses("Kirim")
    assert [row.region_code for row in await bot.rows(Activity)] == [NEW]


async def test_a_group_cannot_be_bound_to_an_ended_village(bot: RunningBot) -> None:
    await ended(bot)
    await atlas.look(bot.core.database, bot.core.book)
    rudi = await bot.person("Rudi", (Role.FIELD_OFFICER, "19.01.01"))
    group = rudi.in_group(GROUP)
    await group.says(f"/start@cikar_bot g{OLD.replace('.', '-')}")
    assert group.sees("group-ended")
    assert await bot.rows(WorkingGroupChat) == []


async def test_an_old_link_of_an_ended_region_opens_the_menu_in_private(bot: RunningBot) -> None:
    await ended(bot)
    siti = await bot.person("Siti", (Role.CADRE, NEW))
    await siti.says(f"/start g{OLD.replace('.', '-')}")
    assert siti.sees("welcome", name="Siti")


async def test_two_new_regions_cannot_have_one_name(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses("Pecah wilayah")
    await hasan.answers("Kel. Sungai Liat", NEW, "Kenanga Laut")
    await hasan.presses("Ya")
    await hasan.answers("19.01.01.1102", "kenanga  LAUT")
    assert hasan.sees("region-name-taken")
    await hasan.says("Kenanga Darat")
    assert hasan.sees("region_split-ends")


async def test_the_province_is_not_split(bot: RunningBot) -> None:
    hasan = await province(bot)
    await hasan.says("/wilayah")
    await hasan.presses("Pecah wilayah")
    assert not [one for one in hasan.buttons() if "Kepulauan Bangka Belitung" in one]
