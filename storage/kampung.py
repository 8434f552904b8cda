"""The registry of Kampung KB: whose kampung one may see, and what is told of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.kampung import STAGES
from bot.rules.roles import Act, Person, Role, is_within, tops_of
from storage.models import Assignment, Kampung, PersonRow, WorkingGroupChat
from storage.people import in_force, within


@dataclass(frozen=True, slots=True)
class KampungLine:
    """One line of the registry."""

    id: int
    region: str
    name: str
    stage: str


@dataclass(frozen=True, slots=True)
class KampungCard:
    """Everything told of a kampung. ``checklist``: key → ISO date it was done; ``officers`` and
    ``groups`` are names, five at most; ``working_group`` the members registered, up to 99."""

    id: int
    region: str
    name: str
    decree: str | None
    decree_on: date | None
    stage: str
    checklist: Mapping[str, str]
    poktan: Sequence[str]
    patbm: bool | None
    home_industry: bool | None
    data_house: bool | None
    contacts: str | None
    officers: Sequence[str]
    working_group: int
    groups: Sequence[str]


async def add_kampung(session: AsyncSession, region: str, name: str, now: datetime) -> None:
    """Register the kampung of a village, once, for an operator."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(Kampung)
        .values(
            id=new_id(),
            region_code=region,
            name=name,
            created_at=now,
            stage=STAGES[0],
            checklist={},
            poktan=[],
        )
        .on_conflict_do_nothing(index_elements=["region_code"])
    )


async def kampung_of(session: AsyncSession, person: Person, act: Act) -> Sequence[tuple[str, str]]:
    """(village code, name) of the kampung where ``person`` may do ``act``, at most 200."""
    rows = await session.execute(
        select(Kampung.region_code, Kampung.name)
        .where(within(Kampung.region_code, person.regions_for(act)), Kampung.closed_at.is_(None))
        .order_by(Kampung.region_code)
        .limit(200)
    )
    return [(region, name) for region, name in rows]


async def page(
    session: AsyncSession,
    viewer: Person,
    *,
    after: str = "",
    inside: str | None = None,
    limit: int,
) -> Sequence[KampungLine]:
    """The registry by village code from behind ``after``: what ``viewer`` may read, ``inside`` a
    region when one is given. One stretch of the index for each of the viewer's regions."""
    found: list[KampungLine] = []
    for top in _tops(viewer, inside):
        if after >= top + "/" or len(found) >= limit:
            continue
        rows = await session.execute(
            select(Kampung.id, Kampung.region_code, Kampung.name, Kampung.stage)
            .where(_stretch(top), Kampung.region_code > after, Kampung.closed_at.is_(None))
            .order_by(Kampung.region_code)
            .limit(limit - len(found))
        )
        found.extend(KampungLine(*row) for row in rows)
    return found


def _tops(viewer: Person, inside: str | None) -> list[str]:
    """The outermost regions to be read, in the order of their codes."""
    mine = sorted(set(viewer.regions_for(Act.READ_KAMPUNG)))
    if inside is not None:
        if any(is_within(inside, top) for top in mine):
            return [inside]
        mine = [top for top in mine if is_within(top, inside)]
    return [one for one in mine if not any(is_within(one, top) for top in mine if top != one)]


def _stretch(top: str) -> ColumnElement[bool]:
    code = Kampung.region_code
    return code == top if top.count(".") == 3 else and_(code > top + ".", code < top + "/")


async def card(
    session: AsyncSession, viewer: Person, number: int, now: datetime
) -> KampungCard | None:
    """One kampung that is not closed; None when there is none that ``viewer`` may read."""
    row = await session.scalar(
        select(Kampung)
        .where(
            Kampung.id == number,
            Kampung.closed_at.is_(None),
            within(Kampung.region_code, viewer.regions_for(Act.READ_KAMPUNG)),
        )
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    return KampungCard(
        row.id,
        row.region_code,
        row.name,
        row.decree,
        row.decree_on,
        row.stage,
        dict(row.checklist),
        list(row.poktan),
        row.patbm,
        row.home_industry,
        row.data_house,
        row.contacts,
        await _officers(session, row.region_code, now),
        await _members(session, row.region_code, now),
        await _groups(session, row.region_code),
    )


async def _officers(session: AsyncSession, village: str, now: datetime) -> Sequence[str]:
    rows = await session.scalars(
        select(PersonRow.name)
        .join(Assignment, Assignment.person_id == PersonRow.id)
        .where(
            Assignment.role == Role.FIELD_OFFICER.value,
            Assignment.region_code.in_(tops_of(village)),
            in_force(now),
        )
        .distinct()
        .order_by(PersonRow.name)
        .limit(5)
    )
    return rows.all()


async def _members(session: AsyncSession, village: str, now: datetime) -> int:
    rows = await session.scalars(
        select(Assignment.id)
        .where(
            Assignment.role == Role.WORKING_GROUP.value,
            Assignment.region_code == village,
            in_force(now),
        )
        .limit(99)
    )
    return len(rows.all())


async def _groups(session: AsyncSession, village: str) -> Sequence[str]:
    rows = await session.scalars(
        select(WorkingGroupChat.title)
        .where(WorkingGroupChat.region_code == village, WorkingGroupChat.state == "active")
        .order_by(WorkingGroupChat.chat_id)
        .limit(5)
    )
    return rows.all()
