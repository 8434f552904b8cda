"""How much of the territory has a Kampung KB, counted by the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.regions import VILLAGE_KINDS
from bot.rules.roles import Act, Person, is_within
from storage.models import Kampung, RegionRow
from storage.people import within


@dataclass(frozen=True, slots=True)
class Covered:
    """A part of the territory: its code, its kampung and its villages in force."""

    code: str
    kampung: int
    villages: int


async def coverage(session: AsyncSession, viewer: Person, top: str) -> Sequence[Covered]:
    """``top`` by what lies directly in it: the province by kab/kota, a kab/kota by kecamatan, a
    kecamatan by itself. Only what ``viewer`` may read; nothing of closed kampung."""
    mine = viewer.regions_for(Act.READ_KAMPUNG)
    tops = [top] if any(is_within(top, one) for one in mine) else []
    tops = tops or [one for one in mine if is_within(one, top)]
    length = 5 if top.count(".") == 0 else 8
    part = func.substr(RegionRow.code, 1, length)
    villages = await session.execute(
        select(part, func.count())
        .where(
            within(RegionRow.code, tops),
            RegionRow.kind.in_(VILLAGE_KINDS),
            RegionRow.valid_until.is_(None),
        )
        .group_by(part)
    )
    its = func.substr(Kampung.region_code, 1, length)
    kampung = await session.execute(
        select(its, func.count())
        .where(within(Kampung.region_code, tops), Kampung.closed_at.is_(None))
        .group_by(its)
    )
    counted = {str(row[0]): int(row[1]) for row in kampung}
    found = sorted((str(row[0]), int(row[1])) for row in villages)
    return [Covered(code, counted.get(code, 0), number) for code, number in found]
