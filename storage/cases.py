"""Case reports: sealed when written, opened only for those who may, each opening written down."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case as ranked
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Act, Person
from storage import audit
from storage.models import Case
from storage.people import within
from storage.secrets import Vault

RECEIPT_DIGITS = 16


@dataclass(frozen=True, slots=True)
class CaseLine:
    """What stands in clear of a case."""

    id: str
    status: str
    urgency: str
    kabkota: str
    created_at: datetime


async def file_case(
    session: AsyncSession,
    vault: Vault,
    answers: dict[str, Any],
    *,
    urgency: str,
    kabkota: str,
    now: datetime,
) -> tuple[str, str]:
    """Keep a report. Returns (case id, receipt of 16 digits); only the reporter has the receipt."""
    case = secrets.token_hex(8)
    receipt = "".join(secrets.choice("0123456789") for _ in range(RECEIPT_DIGITS))
    key, wrapped = vault.new_case_key(case)
    content = {"answers": answers, "receipt": vault.owner("receipt:" + receipt)}
    await session.execute(
        insert(Case).values(
            id=case,
            status="diterima",
            urgency=urgency,
            kabkota=kabkota,
            created_at=now,
            wrapped_key=wrapped,
            sealed=key.seal(json.dumps(content, ensure_ascii=False).encode(), case),
        )
    )
    await audit.record(session, vault, at=now, actor=None, act="file", subject=case, outcome="done")
    return case, receipt


async def queue_of(
    session: AsyncSession, vault: Vault, viewer: Person, now: datetime, *, limit: int, offset: int
) -> tuple[Sequence[CaseLine], int]:
    """One page of the open cases this viewer may read, urgent and old first, and how many there
    are in all. The look is written down."""
    mine = (within(Case.kabkota, viewer.regions_for(Act.READ_CASE)), Case.status != "terminasi")
    rank = ranked({"tinggi": 0, "sedang": 1, "rendah": 2}, value=Case.urgency, else_=3)
    rows = await session.execute(
        select(Case.id, Case.status, Case.urgency, Case.kabkota, Case.created_at)
        .where(*mine)
        .order_by(rank, Case.created_at, Case.id)
        .limit(limit)
        .offset(offset)
    )
    lines = [CaseLine(*row) for row in rows]
    total = await session.scalar(select(func.count()).select_from(Case).where(*mine))
    await audit.record(
        session, vault, at=now, actor=viewer.id, act="list", subject="queue", outcome="done"
    )
    return lines, total or 0


async def open_case(
    session: AsyncSession, vault: Vault, viewer: Person, case: str, now: datetime
) -> tuple[CaseLine, dict[str, Any]] | None:
    """One case with its words, for somebody who may read it. None for everybody else.

    Both outcomes are written down in the same transaction.
    """
    found = await session.scalar(
        select(Case).where(Case.id == case, within(Case.kabkota, viewer.regions_for(Act.READ_CASE)))
    )
    await audit.record(
        session,
        vault,
        at=now,
        actor=viewer.id,
        act="read",
        subject=case[:40],
        outcome="done" if found else "refused",
    )
    if found is None:
        return None
    key = vault.case_key(found.wrapped_key, found.id)
    content = json.loads(key.open(found.sealed, found.id))
    line = CaseLine(found.id, found.status, found.urgency, found.kabkota, found.created_at)
    return line, content["answers"]
