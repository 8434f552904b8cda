"""Case officers read reports: alerted without a detail, in private, each reading written down."""

from bot.rules.roles import Role
from storage import audit
from storage.models import AuditEntry, Case, Delivery
from storage.outbox import Priority
from tests.conversations.driver import RunningBot
from tests.conversations.filling import to_account
from tests.conversations.people import Somebody


async def reported(bot: RunningBot) -> Somebody:
    ani = bot.stranger("Ani")
    await to_account(ani, "Kudai")
    await ani.says("Anak <b>sering</b> dipukul")
    await ani.presses("🟠 Sedang")
    await ani.presses("Kirim")
    return ani


async def test_the_officers_of_the_kab_are_alerted_without_any_detail(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    lia = await bot.person("Lia", (Role.CASE_OFFICER, "19"))
    tuti = await bot.person("Tuti", (Role.CASE_OFFICER, "19.02"))
    ani = await reported(bot)
    assert ani.sees("report-filed")
    for officer in (dewi, lia):
        alert = officer.sees("case-alert")
        assert alert.text == "Ada yang baru di /kasus."
    assert tuti.new() == []
    alerts = [row for row in await bot.rows(Delivery) if row.priority == Priority.ALERT]
    assert sorted(row.chat_id for row in alerts) == [dewi.id, lia.id]


async def test_the_officer_opens_it_protected_and_the_reading_is_kept(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    await reported(bot)
    await dewi.presses_data("k:list", dewi.sees("case-alert"))
    assert dewi.sees("case-queue", count="1").is_protected
    await dewi.presses(dewi.buttons()[0])
    shown = dewi.sees("case-head")
    assert shown.is_protected
    assert "Anak <b>sering</b> dipukul" in shown.text
    assert "Kudai (Kec. Sungailiat)" in shown.text
    entries = [(row.act, row.outcome) for row in await bot.rows(AuditEntry)]
    assert entries == [("file", "done"), ("list", "done"), ("read", "done")]
    async with bot.core.database.session() as session:
        assert bot.core.vault is not None
        assert await audit.verify(session, bot.core.vault) == (3, None)


async def test_an_officer_of_another_kab_gets_nothing_and_it_is_written_down(
    bot: RunningBot,
) -> None:
    tuti = await bot.person("Tuti", (Role.CASE_OFFICER, "19.02"))
    await reported(bot)
    await tuti.says("/kasus")
    queue = tuti.sees("case-queue-empty")
    case = (await bot.rows(Case))[0].id
    await tuti.presses_data(f"k:o:{case}", queue)
    tuti.sees_toast("case-unknown", alert=True)
    tuti.sees_nothing()
    last = (await bot.rows(AuditEntry))[-1]
    assert (last.act, last.outcome, last.subject) == ("read", "refused", case)


async def test_nobody_else_opens_a_case_by_a_forged_button(bot: RunningBot) -> None:
    await reported(bot)
    case = (await bot.rows(Case))[0].id
    for role in (Role.ADMIN, Role.AGENCY_PROVINCE, Role.CADRE):
        somebody = await bot.person("Budi", (role, "19"))
        await somebody.says("/menu")
        await somebody.presses_data(f"k:o:{case}", somebody.new()[-1])
        assert "DP3ACSKB" in somebody.sees("refused-read-case").text
        somebody.has_not_seen("case-head")


async def test_the_urgent_ones_stand_first(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    await reported(bot)
    bot.clock.advance(hours=1)
    rahma = bot.stranger("Rahma")
    await rahma.says("/lapor")
    await rahma.picks("Ya", "Kirim sekarang")
    await rahma.answers("Kenanga", "Cepat")
    await dewi.says("/kasus")
    assert [label[0] for label in dewi.buttons()] == ["🔴", "🟠"]
    assert max(map(len, dewi.buttons())) <= 40
