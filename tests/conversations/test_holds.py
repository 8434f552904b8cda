"""Legal holds: placed with a reason, told to the person, lifted, and then the erasure goes on."""

import pytest

from bot.rules.roles import Role
from storage.models import Delivery, DraftRow, Job, LegalHold, PersonRow, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.leaving import (
    NAME,
    VILLAGE,
    a_full_life,
    asks_for_erasure,
    found_in,
    on_disk,
    the_grace_passes,
)
from tests.conversations.people import Somebody

REASON = "Gugatan perdata nomor 12"


async def number_of(bot: RunningBot, somebody: Somebody) -> int:
    (found,) = [one.id for one in await bot.rows(PersonRow) if one.telegram_id == somebody.id]
    return int(found)


async def places_a_hold(dewi: Somebody, person: int, reason: str = REASON) -> None:
    await dewi.says("/privasi")
    await dewi.presses_data(f"hd:{person}", dewi.new()[-1])
    await dewi.presses("Tahan data orang ini")
    await dewi.says(reason)
    await dewi.presses("Kirim")


async def lifts_it(dewi: Somebody) -> None:
    await dewi.says("/privasi")
    await dewi.presses("Data yang ditahan")
    await dewi.presses(f"Lepas: {NAME}")
    await dewi.presses("Ya, lepas penahanan")


async def test_a_hold_keeps_the_account_and_what_is_free_goes(bot: RunningBot) -> None:
    melati, number = await a_full_life(bot)
    bot._numbers = iter(range(901, 999))
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    await places_a_hold(dewi, number)
    assert dewi.sees("hold-placed", reason=REASON)

    await asks_for_erasure(melati)
    assert melati.sees("erase-held", reason=REASON)
    await the_grace_passes(bot)

    (person,) = [one for one in await bot.rows(PersonRow) if one.id == number]
    assert (person.name, person.closed_at) == (NAME, None)
    assert await bot.rows(DraftRow) == []
    assert melati.id not in {one.chat_id for one in await bot.rows(Delivery)}
    assert {"Setengah jadi sekali"}.isdisjoint(found_in(on_disk(bot)))

    await lifts_it(dewi)
    assert dewi.sees("hold-lifted")
    await the_grace_passes(bot)
    assert melati.sees("erase-done")
    assert found_in(on_disk(bot)) == set()


async def test_a_hold_placed_after_the_request_is_told_to_the_person(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await asks_for_erasure(melati)
    bot.clock.advance(minutes=30)
    await places_a_hold(dewi, await number_of(bot, melati))
    await the_grace_passes(bot)
    assert melati.sees("erase-held", reason=REASON)
    await melati.says("/hapusdata")
    assert melati.sees("erase-held", reason=REASON)


async def test_who_placed_and_lifted_it_stands_in_the_log_of_roles(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await places_a_hold(dewi, await number_of(bot, melati))
    await lifts_it(dewi)
    mine = await number_of(bot, dewi)
    log = [(one.change, one.actor_id) for one in await bot.rows(RoleChange)]
    assert log[-2:] == [("held", mine), ("freed", mine)]


async def test_one_of_two_holds_lifted_keeps_the_rest(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    person = await number_of(bot, melati)
    await places_a_hold(dewi, person)
    await places_a_hold(dewi, person, "Pemeriksaan keuangan")
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    await lifts_it(dewi)
    await the_grace_passes(bot)
    assert (await bot.rows(PersonRow))[-1].name == NAME


async def test_a_hold_lifted_twice_says_so(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    await places_a_hold(dewi, await number_of(bot, melati))
    await lifts_it(dewi)
    (hold,) = await bot.rows(LegalHold)
    await dewi.presses_data(f"hd:y:{hold.id}", dewi.messages()[-1])
    assert dewi.sees("hold-gone")


@pytest.mark.parametrize("data", ["hd:{}", "hd:n:{}", "hd:x:{}", "hd:y:{}", "hd:l:"])
async def test_nobody_else_may_hold_or_see_holds(bot: RunningBot, data: str) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    plkb = await bot.person("Rudi", (Role.ADMIN, "19"), (Role.FIELD_OFFICER, VILLAGE))
    person = await number_of(bot, melati)
    await places_a_hold(dewi, person)
    (hold,) = await bot.rows(LegalHold)
    await plkb.says("/privasi")
    number = hold.id if data[3] in "xy" else person
    await plkb.presses_data(data.format(number), plkb.new()[-1])
    assert plkb.sees("refused-hold-data")
    (hold,) = await bot.rows(LegalHold)
    assert hold.lifted_at is None


@pytest.mark.parametrize("data", ["hd:0", "hd:n:0", "hd:zz", "hd:n:99999999999999999999"])
async def test_a_forged_number_is_nobody(bot: RunningBot, data: str) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    await dewi.says("/privasi")
    await dewi.presses_data(data, dewi.new()[-1])
    assert dewi.sees("hold-nobody")


async def test_an_erased_person_cannot_be_held(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    person = await number_of(bot, melati)
    await asks_for_erasure(melati)
    await the_grace_passes(bot)
    await dewi.says("/privasi")
    await dewi.presses_data(f"hd:{person}", dewi.new()[-1])
    assert dewi.sees("hold-nobody")


async def test_without_any_hold_the_list_says_so(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    await dewi.says("/privasi")
    await dewi.presses("Data yang ditahan")
    assert dewi.sees("hold-list-empty")


async def test_many_holds_are_paged(bot: RunningBot) -> None:
    dewi = await bot.person("Dewi", (Role.AGENCY_PROVINCE, "19"))
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE))
    person = await number_of(bot, melati)
    async with bot.writing() as session:
        for number in range(1, 11):
            session.add(
                LegalHold(
                    id=number, person_id=person, reason=f"Alasan ke-{number}", placed_by=1,
                    placed_at=bot.clock.now(), lifted_by=None, lifted_at=None,
                )
            )  # fmt: skip
    await dewi.says("/privasi")
    await dewi.presses("Data yang ditahan")
    first = dewi.new()[-1].text
    await dewi.presses("Lebih lama ▶")
    second = dewi.new()[-1].text
    assert "Alasan ke-10" in first
    assert "Alasan ke-2" not in first
    assert "Alasan ke-2" in second
    assert [job for job in await bot.rows(Job) if job.kind == "erase"] == []
