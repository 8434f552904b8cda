"""A lost phone: the account moves on a supervisor's word, and what opens case data does not."""

from bot.rules.roles import Role
from storage import outbox
from storage.models import Assignment, Delivery, DraftRow, MemberRequest, PersonRow, RoleChange
from storage.own_requests import keep_phone
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_joining import KENANGA, SUNGAILIAT


async def lost(bot: RunningBot, name: str) -> Somebody:
    """Somebody whose phone is gone, on a new account, after asking for the old one."""
    fresh = bot.stranger(name)
    await fresh.answers("/daftar", "setuju", name, "akun lama", "Kec. Sungailiat")
    await fresh.answers("0812 3456 7890", "kirim")
    return fresh


async def numbers(bot: RunningBot) -> dict[int, PersonRow]:
    return {row.telegram_id: row for row in await bot.rows(PersonRow)}


async def test_the_account_moves_and_the_old_phone_is_a_stranger(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    siti = await bot.person("Siti Aminah", (Role.CADRE, KENANGA))
    await siti.answers("/kegiatan", "kemarin")
    old = (await numbers(bot))[siti.id].id
    fresh = await lost(bot, "Siti Aminah")
    assert fresh.sees("join-stands", rung="PKB/PLKB")
    assert budi.sees("request-card-relink", name="Siti Aminah")
    await budi.presses("Pilih akun lama")
    assert budi.sees("relink-candidates")
    await budi.presses("Siti Aminah · Kader · Kenanga (Kec. Sungailiat)")
    assert budi.sees("relink-sure", name="Siti Aminah")
    assert budi.sees("relink-kept", roles="Kader (Kenanga (Kec. Sungailiat))")
    await budi.presses("Ya, pindahkan")
    assert budi.sees("relink-done")
    assert siti.sees("relink-gone", rung="PKB/PLKB")
    assert fresh.sees("relink-welcome", name="Siti Aminah")
    await fresh.says("/menu")
    assert "📝 Catat kegiatan" in fresh.buttons()
    await siti.says("/start")
    assert siti.sees("welcome-stranger")
    await siti.says("/kegiatan")
    assert siti.sees("refused-unregistered")
    now = await numbers(bot)
    assert now[fresh.id].id == old
    assert now[fresh.id].phone == "+6281234567890"
    [closed] = [row for row in now.values() if row.closed_at is not None]
    assert (closed.telegram_id, closed.name, closed.search_name) == (-closed.id, "", "")
    assert closed.phone is None
    [request] = await bot.rows(MemberRequest)
    assert (request.person_id, request.state) == (old, "approved")
    assert await bot.rows(DraftRow) == []
    [change] = [row for row in await bot.rows(RoleChange) if row.change == "relinked"]
    assert change.person_id == old


async def test_a_case_role_is_dropped_and_the_agency_told(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    dewi = await bot.person("Dewi", (Role.AGENCY_KABKOTA, "19.01"), (Role.CASE_OFFICER, "19.01"))
    fresh = await lost(bot, "Dewi")
    await hasan.presses("Pilih akun lama")
    await hasan.presses("Dewi · OPD KB kab/kota · Kabupaten Bangka")
    assert hasan.sees("relink-dropped", roles="Petugas kasus (Kabupaten Bangka)")
    await hasan.presses("Ya, pindahkan")
    assert hasan.sees("relink-role-dropped-told", name="Dewi", role="Petugas kasus")
    assert fresh.sees("relink-role-dropped", role="Petugas kasus")
    await fresh.says("/kasus")
    assert fresh.sees("refused-read-case")
    await dewi.says("/kasus")
    assert dewi.sees("refused-unregistered")
    ended = [row for row in await bot.rows(Assignment) if row.valid_until is not None]
    assert [row.role for row in ended] == ["case_officer"]
    assert "ended" in [row.change for row in await bot.rows(RoleChange)]


async def test_the_old_phone_keeps_no_list_of_commands_of_its_own(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    await bot.delivers_all()
    assert "kegiatan" in bot.telegram.commands[siti.id]
    fresh = await lost(bot, "Siti")
    await budi.presses("Pilih akun lama")
    await budi.presses("Siti · Kader · Kenanga (Kec. Sungailiat)")
    await budi.presses("Ya, pindahkan")
    await bot.delivers_all()
    assert "kegiatan" in bot.telegram.commands[fresh.id]
    assert siti.id not in bot.telegram.commands


async def test_a_role_above_the_approvers_is_left_to_others(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    rina = await bot.person("Rina", (Role.FIELD_OFFICER, SUNGAILIAT), (Role.CADRE, KENANGA))
    await lost(bot, "Rina")
    await budi.presses("Pilih akun lama")
    [request] = await bot.rows(MemberRequest)
    old = (await numbers(bot))[rina.id].id
    for data in (f"rl:p:{request.id}:{old}", f"rl:y:{request.id}:{old}"):
        await budi.presses_data(data, budi.messages()[-1])
        assert "DP3ACSKB" in budi.sees("relink-above", name="Rina").text
    assert (await numbers(bot))[rina.id].closed_at is None
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]


async def test_an_account_outside_ones_region_cannot_be_taken(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    far = await bot.person("Siti", (Role.CADRE, "19.03.01.1001"))
    await lost(bot, "Siti")
    await budi.presses("Pilih akun lama")
    assert budi.sees("relink-no-candidates", name="Siti")
    [request] = await bot.rows(MemberRequest)
    old = (await numbers(bot))[far.id].id
    for data in (f"rl:p:{request.id}:{old}", f"rl:y:{request.id}:{old}", f"rl:y:{request.id}:7"):
        await budi.presses_data(data, budi.messages()[-1])
        assert budi.sees("relink-outside")
    assert far.id in await numbers(bot)


async def test_nobody_moves_an_account_to_themselves(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    await budi.answers("/daftar", "akun lama", "Kec. Sungailiat", "lewati", "kirim")
    [request] = await bot.rows(MemberRequest)
    old = (await numbers(bot))[siti.id].id
    for data in (f"rl:c:{request.id}", f"rl:p:{request.id}:{old}", f"rl:y:{request.id}:{old}"):
        await budi.says("/menu")
        await budi.presses_data(data, budi.new()[-1])
        assert budi.sees("request-own")
    assert siti.id in await numbers(bot)


async def test_of_two_who_move_at_once_the_first_counts(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    rina = await bot.person("Rina", (Role.FIELD_OFFICER, SUNGAILIAT))
    await bot.person("Siti", (Role.CADRE, KENANGA))
    await lost(bot, "Siti")
    for one in (budi, rina):
        await one.presses("Pilih akun lama")
        await one.presses("Siti · Kader · Kenanga (Kec. Sungailiat)")
    with bot.asleep():
        await budi.presses("Ya, pindahkan")
        await rina.presses("Ya, pindahkan")
    await bot.turns()
    assert budi.sees("relink-done")
    assert rina.sees("request-approved-before", by="Budi")
    assert [row.change for row in await bot.rows(RoleChange)].count("relinked") == 1


async def test_what_waited_for_the_old_chat_reaches_the_new_one(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    fresh = await lost(bot, "Siti")
    bot.delivers = False
    async with bot.writing() as session:
        now = bot.clock.now()
        rows = [
            outbox.delivery(siti.id, "sendMessage", {"text": text}, priority=priority, now=now)
            for text, priority in (
                ("Pengingat", outbox.Priority.REMINDER),
                ("Ada yang baru di /kasus.", outbox.Priority.ALERT),
            )
        ]
        await outbox.queue(session, rows)
    await budi.presses("Pilih akun lama")
    await budi.presses("Siti · Kader · Kenanga (Kec. Sungailiat)")
    await budi.presses("Ya, pindahkan")
    waiting = {
        row.params.get("text"): row.chat_id
        for row in await bot.rows(Delivery)
        if row.state == "queued" and row.params
    }
    assert waiting["Pengingat"] == fresh.id
    assert waiting["Ada yang baru di /kasus."] == siti.id


async def test_the_same_phone_comes_first_among_candidates(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await bot.person("Siti", (Role.CADRE, KENANGA))
    other = await bot.person("Nama Lain", (Role.CADRE, KENANGA))
    async with bot.writing() as session:
        await keep_phone(session, (await numbers(bot))[other.id].id, "+6281234567890")
    await lost(bot, "Siti")
    await budi.presses("Pilih akun lama")
    assert budi.buttons()[0] == "📱 Nama Lain · Kader · Kenanga (Kec. Sungailiat)"
    assert budi.buttons()[1].startswith("Siti · ")


async def test_a_relink_may_be_refused_like_any_request(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    fresh = await lost(bot, "Siti")
    await budi.presses("Tolak")
    await budi.presses("Saya belum mengenal Anda")
    assert fresh.sees("join-refused", role="pindah akun ke HP baru")


async def test_it_is_no_join_that_a_plain_approval_settles(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await lost(bot, "Siti")
    [request] = await bot.rows(MemberRequest)
    await budi.presses_data(f"rq:y:{request.id}", budi.sees("request-card-relink"))
    assert budi.sees("request-unknown")
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]
