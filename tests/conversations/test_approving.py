"""Requests answered: the first decision counts, every refusal has its reason."""

import pytest

from bot.rules.roles import Role
from storage.assignments import assign
from storage.models import Assignment, MemberRequest, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_joining import KENANGA, SUNGAILIAT, asks


async def one_request(bot: RunningBot, village: str = "Kenanga") -> tuple[Somebody, int]:
    """Ani, who asks to be a cadre, and the number of her request."""
    ani = bot.stranger("Ani")
    await asks(ani, "Kader", village)
    return ani, (await bot.rows(MemberRequest))[-1].id


async def cadres(bot: RunningBot) -> list[str]:
    return [row.region_code for row in await bot.rows(Assignment) if row.role == "cadre"]


async def test_of_two_approvers_at_once_the_first_counts_and_the_second_is_told(
    bot: RunningBot,
) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    rina = await bot.person("Rina", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, _ = await one_request(bot)
    with bot.asleep():
        await budi.presses("Setujui")
        await rina.presses("Setujui")
    await bot.turns()
    assert budi.sees("request-approved-by-you", name="Ani")
    assert rina.sees("request-approved-before", by="Budi", rung="PKB/PLKB", name="Ani")
    assert ani.sees("join-approved", role="Kader")
    assert await cadres(bot) == [KENANGA]


async def test_one_approves_while_the_other_refuses(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    rina = await bot.person("Rina", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, _ = await one_request(bot)
    await rina.presses("Tolak")
    with bot.asleep():
        await budi.presses("Setujui")
        await rina.presses("Peran itu sudah dipegang orang lain")
    await bot.turns()
    assert rina.sees("request-approved-before", by="Budi")
    ani.has_not_seen("join-refused")
    assert await cadres(bot) == [KENANGA]


async def test_a_double_tap_approves_once(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    _, number = await one_request(bot)
    card = budi.sees("request-card")
    with bot.asleep():
        await budi.presses_data(f"rq:y:{number}", card)
        await budi.presses_data(f"rq:y:{number}", card)
    await bot.turns()
    assert budi.sees("request-approved-before", by="Budi")
    assert await cadres(bot) == [KENANGA]


async def test_a_refusal_with_a_ready_reason_reaches_the_asker(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, number = await one_request(bot)
    await budi.presses("Tolak")
    assert budi.sees("request-why", name="Ani")
    await budi.presses("Saya belum mengenal Anda")
    assert budi.sees("request-refused-by-you", reason="Saya belum mengenal Anda")
    told = ani.sees("join-refused", role="Kader", reason="Saya belum mengenal Anda")
    assert "/daftar" in told.text
    [request] = await bot.rows(MemberRequest)
    assert (request.state, request.reason) == ("refused", "Saya belum mengenal Anda")
    [change] = [row for row in await bot.rows(RoleChange) if row.change == "refused"]
    assert change.reason == "Saya belum mengenal Anda"
    await budi.presses_data(f"rq:y:{number}", budi.new()[-1])
    assert budi.sees("request-refused-before", by="Budi")
    assert await cadres(bot) == []


async def test_a_reason_may_be_typed(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, _ = await one_request(bot)
    await budi.presses("Tolak")
    await budi.presses("Tulis alasan lain")
    assert budi.sees("refusal-reason")
    await budi.says("<b>Temui</b> saya di balai desa dulu")
    assert budi.sees("request-refused-by-you", name="Ani")
    assert "<b>Temui</b> saya di balai desa dulu" in ani.sees("join-refused").text


async def test_a_typed_reason_that_comes_too_late_changes_nothing(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    rina = await bot.person("Rina", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, _ = await one_request(bot)
    await budi.presses("Tolak")
    await budi.presses("Tulis alasan lain")
    await rina.presses("Setujui")
    await budi.says("Belum kenal orangnya")
    assert budi.sees("request-approved-before", by="Rina")
    ani.has_not_seen("join-refused")


async def test_somebody_refused_may_ask_again(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    ani, _ = await one_request(bot)
    await budi.presses("Tolak")
    await budi.presses("Saya belum mengenal Anda")
    await ani.answers("/daftar", "Kader", "Kenanga", "lewati", "kirim")
    assert ani.sees("join-stands", role="Kader")
    await budi.presses("Setujui")
    assert await cadres(bot) == [KENANGA]


@pytest.mark.parametrize(
    ("role", "region"),
    [
        (Role.FIELD_OFFICER, "19.01.02"),
        (Role.AGENCY_KABKOTA, "19.02"),
    ],
)
async def test_outside_ones_region_a_forged_button_does_nothing(
    bot: RunningBot, role: Role, region: str
) -> None:
    far = await bot.person("Joko", (role, region))
    _, number = await one_request(bot)
    for data in (f"rq:y:{number}", f"rq:n:{number}", f"rq:o:{number}", f"rq:r:{number}:0"):
        await far.says("/start")
        far.has_not_seen("request-list")
        await far.presses_data(data, far.new()[-1])
        assert far.sees("request-unknown")
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]


async def test_a_field_officer_cannot_give_a_role_above_their_own(bot: RunningBot) -> None:
    plkb = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    dina = bot.stranger("Dina")
    await asks(dina, "PKB/PLKB", "Kec. Sungailiat")
    [request] = await bot.rows(MemberRequest)
    await plkb.says("/start")
    plkb.has_not_seen("request-list")
    await plkb.presses_data(f"rq:y:{request.id}", plkb.new()[-1])
    assert "DP3ACSKB" in plkb.sees("request-unknown").text
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]


async def test_who_may_not_approve_is_told_whom_to_ask(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    _, number = await one_request(bot)
    await siti.says("/menu")
    await siti.presses_data(f"rq:y:{number}", siti.new()[-1])
    assert "DP3ACSKB" in siti.sees("refused-approve-member").text


@pytest.mark.parametrize(
    "data", ["rq:y:x", "rq:y:", "rq:n:-1", "rq:r:5:9", "rq:r:", "rq:t:7", "rq:o:" + "9" * 30]
)
async def test_forged_numbers_end_in_a_sentence(bot: RunningBot, data: str) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await one_request(bot)
    await budi.presses_data(data, budi.sees("request-card"))
    assert budi.toasts()[-1].text or budi.sees("request-unknown")
    budi.has_not_seen("error-bug")
    assert [row.state for row in await bot.rows(MemberRequest)] == ["waiting"]


async def test_a_higher_rung_may_answer_at_any_time(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    ani, _ = await one_request(bot)
    hasan.has_not_seen("request-card")
    await hasan.says("/start")
    assert hasan.sees("request-list")
    await hasan.presses("Ani · Kader · Kenanga (Kec. Sungailiat)")
    await hasan.presses("Setujui")
    assert ani.sees("join-approved")
    await budi.presses("Setujui")
    assert budi.sees("request-approved-before", by="Hasan", rung="DP3ACSKB")


async def test_the_list_is_paged_oldest_first(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    names = [f"Warga {number:02}" for number in range(11)]
    for name in names:
        await asks(bot.stranger(name), "Kader", "Kenanga")
    await budi.says("/start")
    assert budi.sees("request-list")
    await budi.presses_data("rq:l:0", budi.new()[-1])
    first = [one.partition(" · ")[0] for one in budi.buttons()]
    assert first == [*names[:8], "Berikutnya ▶"]
    await budi.presses("Berikutnya ▶")
    second = [one.partition(" · ")[0] for one in budi.buttons()]
    assert second == [*names[8:], "◀ Dari awal"]
    await budi.presses("◀ Dari awal")
    assert len(budi.buttons()) == 9


async def test_an_empty_list_says_so(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await budi.says("/start")
    budi.has_not_seen("request-none")
    await budi.presses_data("rq:l:0", budi.new()[-1])
    assert budi.sees("request-none")


async def test_who_came_by_a_link_meanwhile_gets_no_second_role(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.FIELD_OFFICER, SUNGAILIAT))
    await one_request(bot)
    people = {row.person_id for row in await bot.rows(MemberRequest)}
    async with bot.writing() as session:
        await assign(
            session,
            person_id=people.pop(),
            role=Role.CADRE,
            region=KENANGA,
            granted_by=None,
            now=bot.clock.now(),
            confirmed=True,
        )
    await budi.presses("Setujui")
    assert budi.sees("request-approved-by-you")
    assert await cadres(bot) == [KENANGA]
