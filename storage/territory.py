"""Regions, kampung and the groups bound to them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.regions import Region
from bot.rules.roles import Act, Person
from storage.models import Kampung, RegionRow, WorkingGroupChat
from storage.people import within


async def import_regions(session: AsyncSession, regions: Sequence[Region], source: str) -> int:
    """Add regions that are not there yet, parents first. Returns how many were added."""
    known = set(await session.scalars(select(RegionRow.code)))
    rows = [
        {
            "code": region.code,
            "name": region.name,
            "kind": region.kind,
            "parent": region.parent,
            "source": source,
            "valid_from": None,
            "valid_until": None,
        }
        for region in sorted(regions, key=lambda region: (len(region.code), region.code))
        if region.code not in known
    ]
    if rows:
        await session.execute(insert(RegionRow), rows)
    return len(rows)


async def count_regions(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(RegionRow)) or 0


async def add_kampung(session: AsyncSession, region: str, name: str, now: datetime) -> None:
    """Register the kampung of a village, once."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(Kampung)
        .values(id=new_id(), region_code=region, name=name, created_at=now)
        .on_conflict_do_nothing(index_elements=["region_code"])
    )


async def bind_group(
    session: AsyncSession, person: Person, chat_id: int, region: str, title: str, now: datetime
) -> str:
    """Bind a Telegram group to a kampung's village on the word of somebody responsible for it.

    Returns ``bound``, ``already`` (the same kampung before), ``elsewhere`` (another kampung's,
    which only somebody responsible for both may change) or ``refused``.
    """
    if not person.may(Act.BIND_GROUP, region):
        return "refused"
    group = await session.get(WorkingGroupChat, chat_id)
    if group is not None and group.state == "active":
        if group.region_code == region:
            return "already"
        if not person.may(Act.BIND_GROUP, group.region_code):
            return "elsewhere"
    if group is None:
        group = WorkingGroupChat(chat_id=chat_id)
        session.add(group)
    group.region_code, group.title, group.state = region, title[:255], "active"
    group.bound_by, group.bound_at = person.id, now
    await session.flush()
    return "bound"


async def group_region(session: AsyncSession, chat_id: int) -> str | None:
    """The village a group is bound to."""
    return await session.scalar(
        select(WorkingGroupChat.region_code).where(
            WorkingGroupChat.chat_id == chat_id, WorkingGroupChat.state == "active"
        )
    )


async def set_group_state(session: AsyncSession, chat_id: int, state: str) -> None:
    await session.execute(
        update(WorkingGroupChat).where(WorkingGroupChat.chat_id == chat_id).values(state=state)
    )


async def migrate_group(session: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: its binding goes along. Telling it twice changes nothing."""
    group = await session.get(WorkingGroupChat, old)
    if group is None:
        return
    if await session.get(WorkingGroupChat, new) is None:
        session.add(
            WorkingGroupChat(
                chat_id=new,
                region_code=group.region_code,
                title=group.title,
                state="active",
                bound_by=group.bound_by,
                bound_at=group.bound_at,
            )
        )
    await session.delete(group)
    await session.flush()


async def kampung_of(session: AsyncSession, person: Person, act: Act) -> Sequence[tuple[str, str]]:
    """(village code, name) of the kampung where ``person`` may do ``act``, at most 200."""
    rows = await session.execute(
        select(Kampung.region_code, Kampung.name)
        .where(within(Kampung.region_code, person.regions_for(act)))
        .order_by(Kampung.region_code)
        .limit(200)
    )
    return rows.all()


async def revive_group(session: AsyncSession, chat_id: int) -> None:
    """The bot is back in a group whose binding was kept."""
    await session.execute(
        update(WorkingGroupChat)
        .where(WorkingGroupChat.chat_id == chat_id, WorkingGroupChat.state == "unreachable")
        .values(state="active")
    )
