"""/admin: what waits, what failed, who is away and who changed what; never anything of cases."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from bot.clock import new_id
from bot.rules.roles import Role
from storage.models import (
    FailedUpdate,
    Job,
    MemberRequest,
    PersonRow,
    Tombstone,
    WorkingGroupChat,
)
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_members import number_of, opens

VILLAGE = "19.01.01.1001"


@contextmanager
def statements(bot: RunningBot) -> Iterator[list[str]]:
    """Every statement that the database is given meanwhile."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        seen.append(statement.lower())

    engine = bot.core.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def a_request(bot: RunningBot, who: Somebody, hours: int) -> None:
    [person] = [row for row in await bot.rows(PersonRow) if row.telegram_id == who.id]
    now = bot.clock.now()
    async with bot.writing() as session:
        session.add(
            MemberRequest(
                id=new_id(),
                kind="join",
                person_id=person.id,
                role="cadre",
                region_code=VILLAGE,
                state="waiting",
                rung="field_officer",
                climb_at=now + timedelta(days=9),
                created_at=now - timedelta(hours=hours),
            )
        )


async def failures(bot: RunningBot, count: int) -> None:
    async with bot.writing() as session:
        for at in range(count):
            number = 70_000 + at
            session.add(
                FailedUpdate(update_id=number, at=bot.clock.now(), error="KeyError", traceback="x")
            )


async def test_others_are_told_whom_to_ask(bot: RunningBot) -> None:
    budi = await bot.person("Budi", (Role.AGENCY_KABKOTA, "19.01"))
    await budi.says("/admin")
    assert budi.sees("refused-admin-desk")
    for data in ("m:admin", "ad:l:failed:", "ad:r:1", "ad:a:0:0", "ad:f"):
        await budi.presses_data(data, budi.messages()[-1])
        assert budi.sees("refused-admin-desk")


async def test_requests_older_than_a_day_are_shown_and_answered_by_those_who_may(
    bot: RunningBot,
) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    ani, tia = await bot.person("Ani"), await bot.person("Tia")
    await a_request(bot, ani, 25)
    await a_request(bot, tia, 3)
    await agus.says("/admin")
    await agus.presses("⏳ Menunggu lebih dari sehari: 1")
    text = agus.sees("admin-head-requests").text
    assert "Ani meminta Kader, Sungailiat (Kec. Sungailiat)" in text
    assert "Di meja: PKB/PLKB" in text
    assert "Tia" not in text
    assert "✅ Jawab permintaan" not in agus.buttons()
    await agus.says("/admin")
    assert "✅ Jawab permintaan" not in agus.buttons()
    await hasan.says("/admin")
    assert "✅ Jawab permintaan" in hasan.buttons()


async def test_a_failed_update_is_put_away_once_and_leaves_a_tombstone(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    await failures(bot, 1)
    await agus.says("/admin")
    await agus.presses("⚠️ Pesan yang gagal: 1")
    shown = agus.sees("admin-head-failed")
    assert "70000: KeyError" in shown.text
    await agus.presses("✔️ 70000 selesai")
    agus.sees_toast("admin-resolved")
    assert await bot.rows(FailedUpdate) == []
    [stone] = await bot.rows(Tombstone)
    assert (stone.kind, stone.subject) == ("failed_update", "70000")
    await agus.presses_data("ad:r:70000", shown)
    agus.sees_toast("admin-resolved-before")
    assert len(await bot.rows(Tombstone)) == 1


async def test_counts_stop_at_ninety_nine_and_lists_are_paged(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    await failures(bot, 120)
    await agus.says("/admin")
    await agus.presses("⚠️ Pesan yang gagal: 99+")
    seen: set[str] = set()
    for _ in range(11):
        page = set(re.findall(r"70\d\d\d", agus.new()[-1].text))
        assert len(page) == 10
        assert not page & seen
        seen |= page
        await agus.presses("Berikutnya ▶")
    assert "Berikutnya ▶" not in agus.buttons()


async def test_people_and_groups_out_of_reach_are_listed_with_place_and_since(
    bot: RunningBot,
) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.leaves_the_bot()
    async with bot.writing() as session:
        session.add(
            WorkingGroupChat(
                chat_id=-55,
                region_code=VILLAGE,
                title="POKJA Kenanga",
                state="unreachable",
                bound_by=1,
                bound_at=bot.clock.now(),
                away_since=bot.clock.now(),
            )
        )
    await agus.says("/admin")
    await agus.presses("📵 Orang tidak terjangkau: 1")
    assert "Siti – Kader, Sungailiat" in agus.sees("admin-head-people").text
    await agus.presses("◀ Meja admin")
    await agus.presses("👥 Grup tidak terjangkau: 1")
    assert "POKJA Kenanga" in agus.sees("admin-head-groups").text


async def test_failed_and_overdue_jobs_are_told_apart(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    await bot.delivers_all()
    now = bot.clock.now()
    async with bot.writing() as session:
        for kind, state, due in (
            ("export", "failed", now),
            ("recap", "queued", now - timedelta(hours=2)),
            ("erase", "queued", now + timedelta(hours=2)),
        ):
            session.add(
                Job(
                    id=new_id(),
                    kind=kind,
                    params={},
                    state=state,
                    due_at=due,
                    attempts=1,
                    created_at=now,
                )
            )
    bot.delivers = False
    await agus.says("/admin")
    await agus.presses("❌ Pekerjaan gagal: 1")
    assert "export" in agus.sees("admin-head-jobs").text
    await agus.says("/admin")
    await agus.presses("⏰ Pekerjaan terlambat: 1")
    assert "recap" in agus.sees("admin-head-overdue").text


async def test_the_log_says_who_changed_what_when_on_whose_word_and_why(bot: RunningBot) -> None:
    hasan = await bot.person("Hasan", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await bot.person("Tono", (Role.CADRE, VILLAGE))
    await opens(bot, hasan, siti)
    await hasan.presses("⏸ Hentikan sementara")
    await hasan.says("Cuti melahirkan")
    await hasan.says("/admin")
    await hasan.presses("📜 Riwayat perubahan peran")
    text = hasan.sees("admin-head-log").text
    assert "Siti: dihentikan sementara – Kader" in text
    assert "Oleh Hasan (alasan: Cuti melahirkan)" in text
    assert "Tono" in text
    await hasan.presses("🔎 Riwayat satu orang")
    await hasan.says("sit")
    await hasan.presses("Siti")
    text = hasan.sees("admin-head-log").text
    assert "Cuti melahirkan" in text
    assert "Tono" not in text
    await hasan.presses("🔎 Riwayat satu orang")
    await hasan.says("Zulkifli")
    assert hasan.sees("admin-nobody-named")


async def test_nothing_of_the_desk_touches_the_cases(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    await failures(bot, 1)
    with statements(bot) as seen:
        await agus.says("/admin")
        desk = agus.new()[-1]
        for name in ("requests", "failed", "people", "groups", "jobs", "overdue"):
            await agus.presses_data(f"ad:l:{name}:", desk)
        await agus.presses_data("ad:a:0:0", desk)
        await agus.presses_data("ad:r:70000", desk)
    assert any("failed_updates" in one for one in seen)
    assert any("role_changes" in one for one in seen)
    assert [one for one in seen if re.search(r"\b(cases|audit)\b", one)] == []


async def test_forged_keys_begin_at_the_beginning(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    await failures(bot, 1)
    await agus.says("/admin")
    desk = agus.new()[-1]
    await agus.presses_data("ad:l:failed:x:y:z", desk)
    assert agus.sees("admin-head-failed")
    await agus.presses_data("ad:l:cases:", desk)
    agus.sees_toast("button-unknown", alert=True)


async def test_an_admin_takes_no_case_officer_away(bot: RunningBot) -> None:
    agus = await bot.person("Agus", (Role.ADMIN, "19"))
    dewi = await bot.person("Dewi", (Role.CASE_OFFICER, "19.01"))
    await opens(bot, agus, dewi)
    assert "⏹ Akhiri peran" not in agus.buttons()
    await agus.presses_data(f"mb:e:{await number_of(bot, dewi)}", agus.new()[-1])
    assert agus.sees("refused-manage-member")
