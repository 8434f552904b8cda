"""The log of every read of a case: append-only, each row chained to the one before by HMAC."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditEntry
from storage.secrets import Vault

_LOCK = 0x63696B6172  # any fixed number: one writer at a time on PostgreSQL
_START = b"\x00" * 32


async def record(
    session: AsyncSession,
    vault: Vault,
    *,
    at: datetime,
    actor: int | None,
    act: str,
    subject: str,
    outcome: str,
) -> None:
    """Append one row. It commits with the transaction that read what it tells of."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    last = (
        await session.execute(
            select(AuditEntry.number, AuditEntry.code).order_by(AuditEntry.number.desc()).limit(1)
        )
    ).one_or_none()
    number, previous = (last.number + 1, last.code) if last else (1, _START)
    at = at.astimezone(UTC)
    code = vault.audit_code(previous, _bytes(number, at, actor, act, subject, outcome))
    await session.execute(
        insert(AuditEntry).values(
            number=number, at=at, actor=actor, act=act, subject=subject, outcome=outcome, code=code
        )
    )


async def verify(session: AsyncSession, vault: Vault) -> tuple[int, int | None]:
    """Walk the chain. Returns (rows read, number of the first row that does not fit or None)."""
    rows = await session.scalars(select(AuditEntry).order_by(AuditEntry.number))
    return _walk(rows, vault)


def _walk(rows: Iterable[AuditEntry], vault: Vault) -> tuple[int, int | None]:
    previous, expected = _START, 0
    for expected, row in enumerate(rows, start=1):
        content = _bytes(row.number, row.at, row.actor, row.act, row.subject, row.outcome)
        if row.number != expected or row.code != vault.audit_code(previous, content):
            return expected, row.number
        previous = row.code
    return expected, None


def _bytes(
    number: int, at: datetime, actor: int | None, act: str, subject: str, outcome: str
) -> bytes:
    parts = (str(number), at.isoformat(), str(actor), act, subject, outcome)
    return "\x1f".join(parts).encode()
