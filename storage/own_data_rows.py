"""Rows of a copy of one's own data as plain values."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

Record: TypeAlias = dict[str, Any]
MOST = 100_000
"""Records of one kind in one copy; nobody has sent as many."""


async def rows_of(session: AsyncSession, wanted: Any) -> list[Record]:
    """What a query finds, each row by its columns' names."""
    return [record(row._mapping) for row in await session.execute(wanted.limit(MOST))]


def record(row: Mapping[Any, Any]) -> Record:
    """A row as a record."""
    return {str(name): plain(value) for name, value in row.items()}


def plain(value: Any) -> Any:
    """As JSON holds it: times in ISO 8601, UTC."""
    return value.isoformat() if isinstance(value, datetime | date) else value
