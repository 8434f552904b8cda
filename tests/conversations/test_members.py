"""/anggota: the people of a region, and what may be done about their roles."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.rules.roles import Role
from storage.models import Assignment, AuditEntry, PersonRow, RoleChange
from storage.people import set_reachable
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

KECAMATAN = "19.01.01"
VILLAGE = "19.01.01.1001"
SIBLING = "19.01.01.1003"
ELSEWHERE = "19.02.01.1001"


async def role_of(bot: RunningBot, who: Somebody) -> Assignment:
    """The first role of somebody."""
    [person] = [row for row in await bot.rows(PersonRow) if row.telegram_id == who.id]
    found = next(row for row in await bot.rows(Assignment) if row.person_id == person.id)
    assert isinstance(found, Assignment)
    return found


async def number_of(bot: RunningBot, who: Somebody) -> int:
    return (await role_of(bot, who)).id


def offered(who: Somebody) -> list[str]:
    """Every button of the last answer."""
    return [button["text"] for shown in who.new() for row in shown.rows for button in row]


async def changes(bot: RunningBot, what: str) -> list[RoleChange]:
    return [row for row in await bot.rows(RoleChange) if row.change == what]


async def budi_and_siti(bot: RunningBot) -> tuple[Somebody, Somebody]:
    """A PLKB of a kecamatan and a kader of one of its villages."""
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    return budi, await bot.person("Siti", (Role.CADRE, VILLAGE))


async def opens(bot: RunningBot, viewer: Somebody, whom: Somebody) -> None:
    await viewer.says("/anggota")
    await viewer.presses_data(f"mb:o:{await number_of(bot, whom)}", viewer.new()[-1])


async def test_the_list_shows_the_people_of_my_regions_and_nobody_else(bot: RunningBot) -> None:
    budi, _ = await budi_and_siti(bot)
    await bot.person("Jauh", (Role.CADRE, ELSEWHERE))
    await budi.says("/anggota")
    assert budi.sees("member-list")
    shown = " ".join(budi.buttons())
    assert "Siti – Kader" in shown
    assert "Jauh" not in shown


async def test_who_may_not_read_members_is_told_whom_to_ask(bot: RunningBot) -> None:
    _, siti = await budi_and_siti(bot)
    await siti.says("/anggota")
    assert siti.sees("refused-read-member")


async def test_a_suspended_kader_has_an_empty_menu_at_once_and_is_back_when_resumed(
    bot: RunningBot,
) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    assert budi.sees("member-card", name="Siti")
    await budi.presses("⏸ Hentikan sementara")
    assert "Kader, Sungailiat" in budi.sees("member-ask-suspended", name="Siti").text
    await budi.says("Pindah rumah dulu")
    assert budi.sees("member-done-suspended", name="Siti")
    assert "Pindah rumah dulu" in siti.messages()[-1].text
    assert "Budi" in siti.messages()[-1].text
    await siti.says("/menu")
    assert siti.sees("welcome-no-role")
    assert "📝 Catat kegiatan" not in offered(siti)
    await siti.says("/kegiatan")
    assert siti.sees("refused-log-activity")
    assert siti.id not in bot.telegram.commands
    [line] = await changes(bot, "suspended")
    assert line.reason == "Pindah rumah dulu"
    assert line.word_of == line.actor_id

    await budi.presses("Buka kartunya")
    await budi.presses("▶️ Aktifkan lagi")
    assert budi.sees("member-done-resumed")
    await siti.says("/menu")
    assert "📝 Catat kegiatan" in offered(siti)
    assert "kegiatan" in bot.telegram.commands[siti.id]


async def test_an_ended_role_is_gone_from_the_list_but_stays_in_the_log(bot: RunningBot) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    card = budi.new()[-1]
    await budi.presses("⏹ Akhiri peran")
    await budi.says("Sudah tidak di desa")
    assert budi.sees("member-done-ended")
    await budi.says("/anggota")
    assert "Siti" not in " ".join(budi.buttons())
    assert [line.reason for line in await changes(bot, "ended")] == ["Sudah tidak di desa"]
    await budi.presses("⏹ Akhiri peran", on=card)
    assert budi.sees("member-unchanged")
    assert len(await changes(bot, "ended")) == 1


async def test_a_role_that_ended_yesterday_is_neither_listed_nor_in_the_menu(
    bot: RunningBot,
) -> None:
    budi, siti = await budi_and_siti(bot)
    number = await number_of(bot, siti)
    async with bot.writing() as session:
        yesterday = bot.clock.now() - timedelta(days=1)
        await session.execute(
            update(Assignment).where(Assignment.id == number).values(valid_until=yesterday)
        )
    await budi.says("/anggota")
    assert "Siti" not in " ".join(budi.buttons())
    await budi.presses_data(f"mb:o:{number}", budi.new()[-1])
    assert budi.sees("member-state-ended")
    assert "⏹ Akhiri peran" not in budi.buttons()
    await budi.presses_data(f"mb:u:{number}", budi.new()[-1])
    assert budi.sees("member-unchanged")


async def test_a_new_end_date_still_counts_on_that_day(bot: RunningBot) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    await budi.presses("📅 Ubah tanggal akhir")
    await budi.says("30-11-2026")
    assert budi.sees("member-done-changed")
    row = await role_of(bot, siti)
    assert row.valid_until == datetime(2026, 11, 30, 17, tzinfo=UTC)
    await siti.says("/profil")
    assert "30 November 2026" in siti.new()[-1].text
    await budi.presses("Buka kartunya")
    await budi.presses("Tanpa batas waktu")
    assert (await role_of(bot, siti)).valid_until is None


async def test_a_day_in_the_past_is_no_end_date(bot: RunningBot) -> None:
    budi, siti = await budi_and_siti(bot)
    await opens(bot, budi, siti)
    await budi.presses("📅 Ubah tanggal akhir")
    await budi.says("1-11-2026")
    assert budi.sees("form-date-too-old")
    assert (await role_of(bot, siti)).valid_until is None


@pytest.mark.parametrize("button", ["mb:x:", "mb:e:", "mb:d:", "mb:u:", "mb:w:", "ho:a:"])
@pytest.mark.parametrize(
    ("role", "region", "answer"),
    [
        (Role.AGENCY_KABKOTA, "19.01", "member-unknown"),
        (Role.FIELD_OFFICER, KECAMATAN, "refused-manage-member"),
        (Role.CADRE, ELSEWHERE, "member-unknown"),
    ],
)
async def test_a_forged_button_for_a_higher_role_or_another_place_changes_nothing(
    bot: RunningBot, button: str, role: Role, region: str, answer: str
) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    other = await bot.person("Lain", (role, region))
    before = await role_of(bot, other)
    await budi.says("/anggota")
    await budi.presses_data(f"{button}{before.id}", budi.new()[-1])
    assert budi.sees(answer)
    after = await role_of(bot, other)
    assert (after.suspended, after.valid_until) == (before.suspended, before.valid_until)
    assert len(await bot.rows(RoleChange)) == 2


@pytest.mark.parametrize("data", ["mb:o:", "mb:o:x", "mb:a:::", "mb:b:x:y:z", "mb:s:"])
async def test_a_button_that_is_nonsense_ends_in_a_sentence(bot: RunningBot, data: str) -> None:
    budi, _ = await budi_and_siti(bot)
    await budi.says("/anggota")
    await budi.presses_data(data, budi.new()[-1])
    assert budi.new() or budi.toasts()[-1].text


async def test_nobody_changes_a_role_of_their_own(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    await opens(bot, hasan, hasan)
    assert "⏸ Hentikan sementara" not in hasan.buttons()
    await hasan.presses_data(f"mb:x:{await number_of(bot, hasan)}", hasan.new()[-1])
    assert hasan.sees("member-own-role")
    assert await changes(bot, "suspended") == []


async def test_the_last_dp3acskb_within_reach_stays(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    async with bot.writing() as session:  # she writes, but nothing sent to her arrived lately
        await set_reachable(session, rina.id, False, bot.clock.now())
    await opens(bot, rina, hasan)
    await rina.presses("⏹ Akhiri peran")
    assert rina.sees("member-last-province")
    assert await changes(bot, "ended") == []
    async with bot.writing() as session:
        await set_reachable(session, rina.id, True, bot.clock.now())
    await opens(bot, rina, hasan)
    await rina.presses("⏹ Akhiri peran")
    await rina.says("Pensiun")
    assert rina.sees("member-done-ended")


async def test_a_case_officers_end_is_announced_and_sealed_in_the_log(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    umar = await bot.person("Umar", (Role.CASE_OFFICER, "19.02"))
    await opens(bot, hasan, dewi)
    await hasan.presses("⏹ Akhiri peran")
    await hasan.says("Pindah tugas")
    for one in (rina, umar):
        assert "Petugas kasus" in one.messages()[-1].text
        assert "Pindah tugas" not in one.messages()[-1].text
    hasan.has_not_seen("member-watch")
    dewi.has_not_seen("member-watch")
    [sealed] = await bot.rows(AuditEntry)
    assert (sealed.act, sealed.outcome) == ("role", "ended")
    assert sealed.subject == f"assignment:{await number_of(bot, dewi)}"
