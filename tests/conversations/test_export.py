"""/unduh: a file in few taps, of one's own region only, once, and gone when it has arrived."""

import asyncio
import csv
import os
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.rules.export_order import Order, order_of
from bot.rules.roles import Person, Role
from broadcasts.exporting import _Task
from storage import exporting
from storage.jobs import ClaimedJob
from storage.kampung import add_kampung
from storage.models import Activity, Assignment, Delivery, Job, Kampung, OutboxFile
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.reports.activities import an_activity, an_author

VILLAGE, SIBLING, FAR = "19.01.01.1001", "19.01.01.1002", "19.02.01.1001"
SHEET, CSV = "Formulir CIKAR, Excel", "Formulir CIKAR, CSV"


async def pokja(bot: RunningBot) -> Somebody:
    return await bot.person("Ketua", (Role.WORKING_GROUP, VILLAGE))


async def agency(bot: RunningBot, language: str = "id") -> Somebody:
    return await bot.person("Dinas", (Role.AGENCY_KABKOTA, "19.01"), language=language)


async def logged(bot: RunningBot, *regions: str, **changes: Any) -> None:
    """An activity in each of these regions, by one author."""
    person = await an_author(bot.core.database)
    for region in regions:
        await an_activity(bot.core.database, person, region_code=region, **changes)


def folder(bot: RunningBot) -> Path:
    return Path(bot.core.settings.export.folder)


async def works(bot: RunningBot) -> None:
    """The jobs are done, and nothing is delivered yet."""
    while await bot.worker.turn():
        pass


async def exports(bot: RunningBot) -> list[Job]:
    return [one for one in await bot.rows(Job) if one.kind == "export"]


def taps(bot: RunningBot) -> int:
    """How many buttons were pressed so far."""
    return len(bot.telegram.toasts)


async def test_a_village_has_its_file_in_two_taps_and_one_command(bot: RunningBot) -> None:
    await logged(bot, VILLAGE, SIBLING)
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    assert taps(bot) == 2
    assert ketua.sees("export-file", rows="1", first=date(2026, 1, 1), last=date(2026, 11, 19))
    assert [one.method for one in bot.telegram.calls].count("sendDocument") == 1
    assert list(folder(bot).iterdir()) == []
    assert await bot.rows(OutboxFile) == []


async def test_an_agency_chooses_its_region_in_at_most_five_taps(bot: RunningBot) -> None:
    await logged(bot, VILLAGE, SIBLING, FAR)
    dinas = await agency(bot, "en")
    await dinas.says("/download")
    await dinas.picks("Choose Kabupaten Bangka", "This year", "CIKAR's form, Excel")
    assert taps(bot) <= 5
    assert dinas.sees("export-file", place="Kabupaten Bangka", rows="2")


async def test_the_button_on_a_kampungs_page_asks_no_region(bot: RunningBot) -> None:
    await logged(bot, VILLAGE)
    async with bot.writing() as session:
        await add_kampung(session, VILLAGE, "Kampung Melati", bot.clock.now())
    dinas = await agency(bot)
    [row] = await bot.rows(Kampung)
    await dinas.says("/kampung")
    await dinas.presses_data(f"kp:o:{row.id}", dinas.new()[-1])
    await dinas.picks("⬇️ Unduh kegiatan", "Bulan ini", CSV)
    assert dinas.sees("export-file", rows="1")
    kader = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await kader.says("/kampung")
    assert "⬇️ Unduh kegiatan" not in kader.buttons()
    await kader.presses_data(f"ex:k:{row.id}", kader.new()[-1])
    assert kader.sees("refused-export-activity")


async def test_the_registry_of_kampung_has_the_button_too(bot: RunningBot) -> None:
    dinas = await agency(bot)
    await dinas.says("/kampung")
    await dinas.presses("Unduh kegiatan")
    assert dinas.sees("export-region")


async def test_what_the_file_holds_is_the_region_and_the_days_asked_for(bot: RunningBot) -> None:
    await logged(bot, VILLAGE, title="Posyandu Melati")
    await logged_before(bot)
    ketua = await pokja(bot)
    bot.delivers = False
    await ketua.says("/unduh")
    await ketua.picks("Pilih tanggal sendiri")
    await ketua.answers("1/10/2026", "31/10/2026")
    await ketua.picks(CSV)
    await works(bot)
    (path,) = folder(bot).iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Judul"] for row in csv.DictReader(file, delimiter=";")] == ["Rapat Oktober"]
    (job,) = await exports(bot)
    assert all(isinstance(value, int) for value in job.params.values())
    assert order_of(job.params).first == date(2026, 10, 1)
    (kept,) = await bot.rows(OutboxFile)
    assert kept.name == "cikar-kegiatan-1901011001-2026-10-01-2026-10-31.csv"
    assert (kept.content, kept.path) == (b"", path.name)


async def logged_before(bot: RunningBot) -> None:
    (author,) = {one.person_id for one in await bot.rows(Activity)}
    await an_activity(
        bot.core.database,
        author,
        region_code=VILLAGE,
        held_on=date(2026, 10, 20),
        title="Rapat Oktober",
    )


@pytest.mark.parametrize("period", ["Bulan lalu", "Bulan ini"])
async def test_months_are_the_persons(bot: RunningBot, period: str) -> None:
    bot.clock.at = bot.clock.at.replace(month=12, day=31, hour=18)  # 1 January in WIB
    ketua = await pokja(bot)
    bot.delivers = False
    await ketua.says("/unduh")
    await ketua.picks(period, CSV)
    (job,) = await exports(bot)
    order = order_of(job.params)
    january = date(2027, 1, 1)
    months = {
        "Bulan lalu": (date(2026, 12, 1), date(2026, 12, 31)),
        "Bulan ini": (january, january),
    }
    assert (order.first, order.last) == months[period]


async def test_days_the_wrong_way_round_are_asked_again(bot: RunningBot) -> None:
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Pilih tanggal sendiri")
    await ketua.answers("10/11/2026", "1/11/2026")
    await ketua.picks(CSV)
    assert ketua.sees("export-days-order")
    assert await exports(bot) == []
    await ketua.says("12/11/2026")
    assert len(await exports(bot)) == 1


async def test_a_day_to_come_and_a_day_there_is_not_are_refused(bot: RunningBot) -> None:
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Pilih tanggal sendiri")
    await ketua.says("31/2/2026")
    assert ketua.sees("form-date-missing")
    await ketua.says("1/1/2027")
    assert ketua.sees("form-date-future")
    assert await exports(bot) == []


async def test_a_second_one_waits_for_the_first(bot: RunningBot) -> None:
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    bot.delivers = False
    for _ in range(2):
        await ketua.says("/unduh")
        await ketua.picks("Tahun ini", CSV)
    assert ketua.sees("export-busy")
    assert len(await exports(bot)) == 1
    bot.delivers = True
    await bot.delivers_all()
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", CSV)
    assert ketua.sees("export-file")


async def test_nothing_to_export_is_said(bot: RunningBot) -> None:
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Bulan lalu", SHEET)
    assert ketua.sees("export-nothing")
    assert await bot.rows(OutboxFile) == []


async def test_a_role_that_ended_meanwhile_gets_no_file_and_is_told(bot: RunningBot) -> None:
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    bot.delivers = False
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    async with bot.writing() as session:
        await session.execute(update(Assignment).values(suspended=True))
    bot.delivers = True
    await bot.delivers_all()
    assert ketua.sees("export-role-ended")
    assert await bot.rows(OutboxFile) == []
    assert not folder(bot).exists() or list(folder(bot).iterdir()) == []


async def test_run_again_after_a_crash_it_is_sent_once(bot: RunningBot) -> None:
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    async with bot.writing() as session:
        await session.execute(update(Job).values(state="queued"))
    await bot.delivers_all()
    assert [one.state for one in await exports(bot)] == ["done"]
    assert [one.method for one in bot.telegram.calls].count("sendDocument") == 1
    assert list(folder(bot).iterdir()) == []


class Meanwhile:
    """A pool in which something happens before the work begins."""

    def __init__(self, happens: Callable[..., Awaitable[None]]) -> None:
        self._happens = happens

    async def run(self, function: Callable[..., Any], *args: Any) -> Any:
        await self._happens(*args)
        return await asyncio.to_thread(function, *args)


async def test_of_a_long_one_somebody_is_told_how_far_it_is(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadcasts.exporting.LONG", 3)
    await logged(bot, *[VILLAGE] * 4)
    ketua, seen = await pokja(bot), []

    async def happens(_: str, number: int, by: Person, order: Order, *__: Any) -> None:
        await delivered(bot)
        async with bot.writing() as session:
            await exporting.note_progress(session, number, 2)
        job = ClaimedJob(number, "export", {}, by.id, 1, bot.clock.now())
        await _Task(bot.worker._tools, job, order, by).tell_progress()
        await delivered(bot)
        seen.append(ketua.sees("export-progress").text)

    changed(bot, pool=Meanwhile(happens))
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    progress = [one.text for one in ketua.new() if "ditulis" in one.text]
    assert [*seen, *progress] == [
        "⏳ 2 dari 4 kegiatan sudah ditulis.",
        "⏳ 4 dari 4 kegiatan sudah ditulis.",
    ]
    assert ketua.sees("export-file", rows="4")


def changed(bot: RunningBot, **tools: Any) -> None:
    """Give the worker other tools."""
    for name, value in tools.items():
        object.__setattr__(bot.worker._tools, name, value)


async def delivered(bot: RunningBot) -> None:
    """What waits in the outbox has left; no job was done."""
    while rows := await bot.ledger.claim(50):
        for row in rows:
            await bot.deliverer._attempt(row)


async def test_a_file_too_large_for_telegram_is_not_sent(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadcasts.exporting.MOST_BYTES", 100)
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    assert ketua.sees("export-too-big")
    assert list(folder(bot).iterdir()) == []
    assert await bot.rows(OutboxFile) == []


async def test_more_than_fits_is_said_with_the_file(bot: RunningBot) -> None:
    export = bot.core.settings.export.model_copy(update={"most_rows": 2})
    changed(bot, settings=bot.core.settings.model_copy(update={"export": export}))
    await logged(bot, *[VILLAGE] * 3)
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    assert ketua.sees("export-file-cut", rows="2")


async def test_one_that_fails_to_its_end_is_told_at_the_last_try(
    bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any) -> Any:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("broadcasts.exporting.make", breaks)
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    for _ in range(8):
        ketua.has_not_seen("export-failed")
        bot.clock.advance(hours=1)
        await bot.delivers_all()
        (job,) = await exports(bot)
        if job.state == "failed":
            break
    assert job.state == "failed"
    assert ketua.sees("export-failed")


async def test_files_nobody_fetches_any_more_are_removed(bot: RunningBot) -> None:
    await logged(bot, VILLAGE)
    ketua = await pokja(bot)
    bot.delivers = False
    await ketua.says("/unduh")
    await ketua.picks("Tahun ini", SHEET)
    await works(bot)
    (carried,) = folder(bot).iterdir()
    forgotten, fresh, half = (folder(bot) / name for name in ("1.xlsx", "2.xlsx", ".3.csv.part"))
    now = bot.clock.now()
    ages = {carried: 60, forgotten: 60, fresh: 1, half: 60}
    for path, minutes in ages.items():
        path.touch()
        at = (now - timedelta(minutes=minutes)).timestamp()
        os.utime(path, (at, at))
    await bot.scheduler.turn()
    assert set(folder(bot).iterdir()) == {carried, fresh, half}
    bot.clock.advance(hours=24)
    await bot.scheduler.turn()
    assert set(folder(bot).iterdir()) == set()
    await delivered(bot)
    assert [one.state for one in await bot.rows(Delivery) if "Document" in one.method] == [
        "expired"
    ]


async def test_a_kader_may_not_and_is_told_whom_to_ask(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/unduh")
    assert siti.sees("refused-export-activity")
    ani = bot.stranger("Ani")
    await ani.says("/unduh")
    assert ani.sees("refused-unregistered")


async def test_a_forged_kampung_is_a_clear_sentence(bot: RunningBot) -> None:
    dinas = await agency(bot)
    await dinas.says("/unduh")
    for data in ("ex:k:1", "ex:k:", "ex:k:x", "ex:k:99999999999999999999"):
        await dinas.presses_data(data, dinas.new()[-1])
        assert dinas.sees("kampung-unknown")
    assert await exports(bot) == []


async def test_a_region_of_others_typed_by_name_is_refused(bot: RunningBot) -> None:
    dinas = await bot.person(
        "Dinas", (Role.FIELD_OFFICER, "19.01.01"), (Role.FIELD_OFFICER, "19.02.01")
    )
    await dinas.says("/unduh")
    await dinas.says("Kabupaten Bangka Barat")
    await dinas.picks("Tahun ini", CSV)
    assert dinas.sees("form-region-outside")
    assert await exports(bot) == []
