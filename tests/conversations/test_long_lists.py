"""Long names and reasons, everywhere at once: no message grows past what Telegram takes, and
nothing is out of reach for it."""

from datetime import timedelta

from sqlalchemy import insert

from bot.clock import new_id
from bot.rules.roles import Role
from storage.assignments import assign
from storage.kampung import add_kampung
from storage.models import Activity, LegalHold, PersonRow, RoleChange
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody
from tests.conversations.test_holds import number_of
from tests.conversations.test_members import opens

KENANGA = "19.01.01.1005"
LONG_NAME = "<&> " + "😀 Siti " * 14
LONG_REASON = "alasan & " + "😀" * 290


async def pages_of(somebody: Somebody, turn: str, marks: list[str]) -> list[str]:
    """Which of the marks are read from the first page on to the last."""
    seen: list[str] = []
    for _ in range(20):
        text = somebody.new()[-1].text
        seen += sorted((mark for mark in marks if mark in text), key=text.index)
        if turn not in [button["text"] for row in somebody.new()[-1].rows for button in row]:
            break
        await somebody.presses(turn)
    return seen


async def test_the_log_of_roles_with_long_reasons_is_read_to_its_end(bot: RunningBot) -> None:
    rina = await bot.person(LONG_NAME, (Role.AGENCY_PROVINCE, "19"))
    number = await number_of(bot, rina)
    marks = [f"nomor-{place}-akhir" for place in range(12)]
    async with bot.writing() as session:
        for mark in marks:
            await session.execute(
                insert(RoleChange).values(
                    id=new_id(),
                    at=bot.clock.now(),
                    actor_id=number,
                    word_of=number,
                    person_id=number,
                    change="suspended",
                    role="agency_province",
                    region_code="19",
                    reason=f"{mark} {LONG_REASON}"[:300],
                )
            )
    await rina.says("/admin")
    await rina.presses("Riwayat perubahan peran")
    assert await pages_of(rina, "Lebih lama ▶", marks) == marks[::-1]


async def test_holds_with_long_reasons_are_listed_to_the_last(bot: RunningBot) -> None:
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person(LONG_NAME, (Role.CADRE, "19.01.01.1001"))
    number, marks = await number_of(bot, siti), [f"nomor-{place}-akhir" for place in range(10)]
    async with bot.writing() as session:
        for mark in marks:
            await session.execute(
                insert(LegalHold).values(
                    id=new_id(),
                    person_id=number,
                    reason=f"{mark} {LONG_REASON}"[:300],
                    placed_by=1,
                    placed_at=bot.clock.now(),
                )
            )
    await rina.says("/privasi")
    await rina.presses("Data yang ditahan")
    assert await pages_of(rina, "Lebih lama ▶", marks) == marks[::-1]
    await rina.presses_data(f"hd:{number}", rina.new()[-1])
    assert rina.sees("hold-of")
    await siti.says("/hapusdata")
    await siti.presses("Lanjut menghapus")
    await siti.presses("Ya, hapus data saya")
    assert siti.sees("erase-held")


async def test_a_card_and_a_profile_with_forty_roles_are_shown(bot: RunningBot) -> None:
    rina = await bot.person("Rina", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person(LONG_NAME, (Role.PARTNER, "19.04"))
    [person] = [row for row in await bot.rows(PersonRow) if row.telegram_id == siti.id]
    places = [one.code for one in bot.core.book.find("air")][:20]
    async with bot.writing() as session:
        for place in places:
            for role in (Role.PARTNER, Role.AUDITOR):
                if role is Role.AUDITOR:
                    place = "19.04"
                await assign(
                    session,
                    person_id=person.id,
                    role=role,
                    region=place,
                    granted_by=None,
                    now=bot.clock.now(),
                    confirmed=role is Role.PARTNER,
                    valid_until=bot.clock.now() + timedelta(days=400),
                )
    await siti.says("/profil")
    assert siti.sees("profile-roles")
    await opens(bot, rina, siti)
    assert rina.sees("member-card")


async def test_activities_with_long_titles_are_listed_to_the_last(bot: RunningBot) -> None:
    siti = await bot.person("Siti", (Role.CADRE, KENANGA))
    number, marks = await number_of(bot, siti), [f"nomor-{place}-akhir" for place in range(10)]
    async with bot.writing() as session:
        await add_kampung(session, KENANGA, "Kampung Kenanga", bot.clock.now())
        for mark in marks:
            session.add(
                Activity(
                    id=(made := new_id()),
                    receipt=f"KG-{made}",
                    person_id=number,
                    region_code=KENANGA,
                    held_on=bot.clock.now().date(),
                    title=f"{mark} {LONG_REASON}"[:255],
                    section="reproduksi",
                    target_groups=[],
                    agencies=[],
                    funding=[],
                    male=0,
                    female=0,
                    children=0,
                    created_at=bot.clock.now(),
                )
            )
    await siti.says("/kampung")
    [activities] = [one for one in siti.buttons() if "egiatan" in one]
    await siti.presses(activities)
    assert await pages_of(siti, "Lebih lama ▶", marks) == marks[::-1]
