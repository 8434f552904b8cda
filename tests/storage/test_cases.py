"""Case reports: sealed, shown to officers of their kab/kota, every look written down."""

from datetime import timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select, update

from bot.rules.roles import Person, Role
from storage import audit
from storage.cases import file_case, open_case, queue_of
from storage.database import Database
from storage.models import AuditEntry, Case
from tests.storage.building import BANGKA, BELITUNG, NOW, OTHER_VAULT, PROVINCE, VAULT, a_person

ANSWERS = {"village": "19.01.01.1001", "account": "Anak bernama MELATI", "kinds": ["fisik"]}


async def filed(
    database: Database,
    kabkota: str = BANGKA,
    urgency: str = "tinggi",
    minutes: int = 0,
    answers: dict[str, Any] = ANSWERS,
) -> tuple[str, str]:
    """(case, receipt) of a report."""
    async with database.write() as session:
        return await file_case(
            session,
            VAULT,
            answers,
            urgency=urgency,
            kabkota=kabkota,
            now=NOW + timedelta(minutes=minutes),
        )


async def opening(database: Database, viewer: Person, case: str) -> dict[str, Any] | None:
    async with database.write() as session:
        found = await open_case(session, VAULT, viewer, case, NOW)
    return found[1] if found else None


async def listing(database: Database, viewer: Person) -> list[str]:
    async with database.write() as session:
        lines, total = await queue_of(session, VAULT, viewer, NOW, limit=100, offset=0)
        assert total == len(lines)
        return [line.id for line in lines]


async def looks(database: Database) -> list[tuple[int | None, str, str, str]]:
    """What the log says, without the filing itself."""
    async with database.session() as session:
        rows = (await session.scalars(select(AuditEntry).order_by(AuditEntry.number))).all()
        assert await audit.verify(session, VAULT) == (len(rows), None)
    return [(row.actor, row.act, row.subject, row.outcome) for row in rows if row.act != "file"]


async def test_an_officer_of_the_kabkota_reads_what_was_reported(database: Database) -> None:
    officer = await a_person(database, 1, (Role.CASE_OFFICER, BANGKA))
    case, receipt = await filed(database)

    assert await opening(database, officer, case) == ANSWERS
    assert await looks(database) == [(officer.id, "read", case, "done")]
    assert len(receipt) == 16
    assert receipt.isdigit()


async def test_in_clear_stand_only_status_urgency_kabkota_and_time(database: Database) -> None:
    case, receipt = await filed(database)

    async with database.session() as session:
        row = (await session.scalars(select(Case))).one()

    assert (row.id, row.status, row.urgency, row.kabkota, row.created_at) == (
        case,
        "diterima",
        "tinggi",
        BANGKA,
        NOW,
    )
    for hidden in (b"MELATI", b"19.01.01", b"fisik", receipt.encode()):
        assert hidden not in row.sealed + row.wrapped_key


@pytest.mark.parametrize(
    "grant",
    [
        (Role.CASE_OFFICER, BELITUNG),
        (Role.CASE_OFFICER, "19.01.01"),
        (Role.ADMIN, PROVINCE),
        (Role.AUDITOR, PROVINCE),
        (Role.AGENCY_PROVINCE, PROVINCE),
        None,
    ],
)
async def test_others_see_nothing_and_their_try_is_written_down(
    database: Database, grant: tuple[Role, str] | None
) -> None:
    other = await a_person(database, 1, *([grant] if grant else []))
    case, _ = await filed(database)

    assert await opening(database, other, case) is None
    assert await listing(database, other) == []
    assert await looks(database) == [
        (other.id, "read", case, "refused"),
        (other.id, "list", "queue", "done"),
    ]


async def test_a_case_that_is_not_there_looks_like_one_that_may_not_be_seen(
    database: Database,
) -> None:
    officer = await a_person(database, 1, (Role.CASE_OFFICER, PROVINCE))

    assert await opening(database, officer, "f" * 60) is None
    assert await looks(database) == [(officer.id, "read", "f" * 40, "refused")]


async def test_the_queue_shows_urgent_and_old_cases_of_ones_own_region_first(
    database: Database,
) -> None:
    officer = await a_person(database, 1, (Role.CASE_OFFICER, BANGKA))
    low, _ = await filed(database, urgency="rendah")
    new, _ = await filed(database, urgency="tinggi", minutes=9)
    old, _ = await filed(database, urgency="tinggi", minutes=1)
    middle, _ = await filed(database, urgency="sedang")
    ended, _ = await filed(database)
    await filed(database, BELITUNG)
    async with database.write() as session:
        await session.execute(update(Case).where(Case.id == ended).values(status="terminasi"))

    assert await listing(database, officer) == [old, new, middle, low]
    assert await looks(database) == [(officer.id, "list", "queue", "done")]


async def test_a_case_does_not_open_with_another_key(database: Database) -> None:
    officer = await a_person(database, 1, (Role.CASE_OFFICER, BANGKA))
    case, _ = await filed(database)

    async with database.session() as session:
        with pytest.raises(InvalidTag):
            await open_case(session, OTHER_VAULT, officer, case, NOW)


async def test_the_words_of_one_case_do_not_open_in_another(database: Database) -> None:
    officer = await a_person(database, 1, (Role.CASE_OFFICER, BANGKA))
    first, _ = await filed(database)
    second, _ = await filed(database)
    async with database.write() as session:
        row = await session.get(Case, first)
        assert row is not None
        await session.execute(
            update(Case)
            .where(Case.id == second)
            .values(sealed=row.sealed, wrapped_key=row.wrapped_key)
        )

    async with database.session() as session:
        with pytest.raises(InvalidTag):
            await open_case(session, VAULT, officer, second, NOW)


async def test_a_report_that_is_rolled_back_leaves_nothing(database: Database) -> None:
    async with database.session() as session:
        await file_case(session, VAULT, ANSWERS, urgency="tinggi", kabkota=BANGKA, now=NOW)

    async with database.session() as session:
        assert (await session.scalars(select(Case))).all() == []
        assert (await session.scalars(select(AuditEntry))).all() == []
