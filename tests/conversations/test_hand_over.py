"""A region handed over: the role and what goes along move at once; cases never do."""

from datetime import timedelta

import pytest

from bot.clock import new_id
from bot.rules.roles import Role
from storage.models import Assignment, Broadcast, Invite, PersonRow, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_members import number_of, offered, opens

KABKOTA = "19.01"
KECAMATAN = "19.01.01"
VILLAGE = "19.01.01.1001"


async def person_row(bot: RunningBot, who: Somebody) -> PersonRow:
    [found] = [row for row in await bot.rows(PersonRow) if row.telegram_id == who.id]
    assert isinstance(found, PersonRow)
    return found


async def chooses(viewer: Somebody, name: str) -> None:
    """From the open card to the screen that says what goes along."""
    await viewer.presses("🤝 Serahkan wilayah ini")
    await viewer.says(name)
    label = next(one for one in viewer.buttons() if one.startswith(name))
    await viewer.presses(label)


async def test_an_agency_is_handed_over_with_its_broadcasts_and_invites(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    lama = await bot.person("Lama", (Role.AGENCY_KABKOTA, KABKOTA))
    baru = await bot.person("Baru", (Role.PARTNER, KABKOTA))
    old, new = await person_row(bot, lama), await person_row(bot, baru)
    now = bot.clock.now()
    async with bot.writing() as session:
        for state, region in (
            ("draft", KABKOTA),
            ("scheduled", VILLAGE),
            ("done", KABKOTA),
            ("draft", "19.02"),
        ):
            session.add(
                Broadcast(
                    id=new_id(),
                    person_id=old.id,
                    chat_id=lama.id,
                    region_code=region,
                    audience="everyone",
                    body="Posyandu",
                    photo=None,
                    due_at=now + timedelta(days=1),
                    state=state,
                    created_at=now,
                )
            )
        for role, region, by in (
            (Role.CADRE, VILLAGE, old.id),
            (Role.CADRE, "19.02.01.1001", old.id),
            (Role.CADRE, VILLAGE, 77),
        ):
            session.add(
                Invite(
                    token_hash=str(new_id()).encode().rjust(32),
                    role=role.value,
                    region_code=region,
                    uses_left=1,
                    expires_at=now + timedelta(days=1),
                    created_by=by,
                    created_at=now,
                )
            )
    await opens(bot, hasan, lama)
    await chooses(hasan, "Baru")
    assert hasan.sees("hand-over-confirm", old="Lama", new="Baru")
    await hasan.presses("✅ Serahkan sekarang")
    assert hasan.sees("hand-over-done", broadcasts="1", invites="1")
    lama.sees("hand-over-told-old", new="Baru", by="Hasan")
    baru.sees("hand-over-told-new", old="Lama", by="Hasan")

    rows = {(row.state, row.region_code): row for row in await bot.rows(Broadcast)}
    moved = rows["scheduled", VILLAGE]
    assert (moved.person_id, moved.chat_id) == (new.id, baru.id)
    for stays in (rows["done", KABKOTA], rows["draft", KABKOTA], rows["draft", "19.02"]):
        assert (stays.person_id, stays.chat_id) == (old.id, lama.id)
    assert sorted((row.region_code, row.created_by) for row in await bot.rows(Invite)) == sorted(
        [(VILLAGE, new.id), ("19.02.01.1001", old.id), (VILLAGE, 77)]
    )
    await lama.says("/menu")
    assert "📣 Kirim siaran" not in offered(lama)
    await baru.says("/menu")
    assert "📣 Kirim siaran" in offered(baru)
    lines = [row for row in await bot.rows(RoleChange) if row.change == "handed_over"]
    assert {line.person_id for line in lines} == {old.id, new.id}


async def test_the_second_press_changes_nothing_more(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    lama = await bot.person("Lama", (Role.FIELD_OFFICER, KECAMATAN))
    await bot.person("Baru", (Role.FIELD_OFFICER, "19.01.02"))
    await opens(bot, hasan, lama)
    await chooses(hasan, "Baru")
    shown = hasan.new()[-1]
    data = next(one["callback_data"] for row in shown.rows for one in row)
    await hasan.presses_data(data, shown)
    before = len(await bot.rows(Assignment))
    await hasan.presses_data(data, shown)
    assert hasan.sees("member-unchanged")
    assert len(await bot.rows(Assignment)) == before == 4


async def test_a_case_officers_role_is_not_handed_over_and_it_is_said_what_to_do(
    bot: RunningBot,
) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, KABKOTA))
    baru = await bot.person("Baru", (Role.PARTNER, KABKOTA))
    await opens(bot, hasan, dewi)
    await hasan.presses("🤝 Serahkan wilayah ini")
    assert hasan.sees("hand-over-two-people")
    number, successor = await number_of(bot, dewi), (await person_row(bot, baru)).id
    for way in ("ho:c:", "ho:y:"):
        await hasan.presses_data(f"{way}{number}:{successor}", hasan.new()[-1])
        assert hasan.sees("hand-over-two-people")
    assert [row.change for row in await bot.rows(RoleChange)] == ["granted"] * 3


async def test_an_unreachable_successor_is_refused(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    lama = await bot.person("Lama", (Role.FIELD_OFFICER, KECAMATAN))
    baru = await bot.person("Baru", (Role.PARTNER, KABKOTA))
    await baru.leaves_the_bot()
    await opens(bot, hasan, lama)
    await chooses(hasan, "Baru")
    await hasan.presses("✅ Serahkan sekarang")
    assert hasan.sees("hand-over-unreachable")
    await lama.says("/menu")
    assert "➕ Undang anggota" in offered(lama)


@pytest.mark.parametrize("way", ["ho:c:", "ho:y:"])
async def test_a_successor_from_elsewhere_or_oneself_is_refused(bot: RunningBot, way: str) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    jauh = await bot.person("Jauh", (Role.CADRE, "19.02.01.1001"))
    number = await number_of(bot, siti)
    await opens(bot, budi, siti)
    for who in (jauh, siti):
        await budi.presses_data(f"{way}{number}:{(await person_row(bot, who)).id}", budi.new()[-1])
        assert budi.new()
        budi.has_not_seen("hand-over-done")
    assert [row.change for row in await bot.rows(RoleChange)] == ["granted"] * 3


async def test_a_name_nobody_has_says_how_to_go_on(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, KECAMATAN))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await opens(bot, budi, siti)
    await budi.presses("🤝 Serahkan wilayah ini")
    await budi.says("Zulkifli")
    assert budi.sees("hand-over-nobody")
