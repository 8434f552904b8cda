"""Telegram groups of a kampung's POKJA: bound, confirmed, followed when they move, and let go."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import today
from bot.rules.roles import Act, Person, Role
from storage.models import Kampung, RegionRow, WorkingGroupChat
from storage.people import within
from storage.supervisors import Contact, contacts, nearest

TAKEN = ("active", "checking", "pending")
"""States in which a group is somebody's already."""
VILLAGE_DOTS = 3
"""Dots in the code of a desa or kelurahan, which is where a kampung is."""
KEPT = timedelta(days=30)
"""How long the binding of a group that put the bot out is kept."""


@dataclass(frozen=True, slots=True)
class KampungLine:
    """A kampung as the desk of groups lists it."""

    region: str
    name: str
    is_open: bool


async def kampung_page(
    session: AsyncSession,
    viewer: Person,
    *,
    after: str = "",
    inside: Collection[str] | None = None,
    limit: int,
) -> Sequence[KampungLine]:
    """Kampung where ``viewer`` may bind groups, by village code, from behind ``after``.

    ``inside`` keeps those of certain regions and their descendants.
    """
    found: dict[str, KampungLine] = {}
    for top in sorted(set(viewer.regions_for(Act.BIND_GROUP))):
        statement = select(Kampung.region_code, Kampung.name, Kampung.closed_at).where(
            Kampung.region_code > after, _villages(top)
        )
        if inside is not None:
            statement = statement.where(within(Kampung.region_code, inside))
        rows = await session.execute(statement.order_by(Kampung.region_code).limit(limit))
        found |= {code: KampungLine(code, name, closed is None) for code, name, closed in rows}
    return [found[code] for code in sorted(found)[:limit]]


def _villages(top: str) -> ColumnElement[bool]:
    """The kampung of a region as one range of the index, so that a page ends where it is full; an
    ``or`` would have all of a province sorted for each page."""
    if top.count(".") == VILLAGE_DOTS:
        return Kampung.region_code == top
    return and_(Kampung.region_code > top + ".", Kampung.region_code < top + "/")


async def groups_of(
    session: AsyncSession, viewer: Person, villages: Collection[str], *, limit: int
) -> Sequence[WorkingGroupChat]:
    """The groups of these villages that ``viewer`` is responsible for, but for those let go."""
    rows = await session.scalars(
        select(WorkingGroupChat)
        .where(
            WorkingGroupChat.region_code.in_(villages),
            within(WorkingGroupChat.region_code, viewer.regions_for(Act.BIND_GROUP)),
            WorkingGroupChat.state != "unbound",
        )
        .order_by(WorkingGroupChat.region_code, WorkingGroupChat.chat_id)
        .limit(limit)
    )
    return rows.all()


async def group_for(session: AsyncSession, viewer: Person, chat: int) -> WorkingGroupChat | None:
    """A bound group, if ``viewer`` is responsible for its kampung."""
    return await session.scalar(
        select(WorkingGroupChat).where(
            WorkingGroupChat.chat_id == chat,
            within(WorkingGroupChat.region_code, viewer.regions_for(Act.BIND_GROUP)),
            WorkingGroupChat.state != "unbound",
        )
    )


async def is_in_force(session: AsyncSession, region: str, now: datetime) -> bool:
    """Whether a region exists and has begun and not ended."""
    day = today(now)
    found = await session.scalar(
        select(RegionRow.code).where(
            RegionRow.code == region,
            or_(RegionRow.valid_from.is_(None), RegionRow.valid_from <= day),
            or_(RegionRow.valid_until.is_(None), RegionRow.valid_until > day),
        )
    )
    return found is not None


async def bind_group(
    session: AsyncSession,
    person: Person,
    chat_id: int,
    region: str,
    title: str,
    now: datetime,
    *,
    topic_id: int | None = None,
) -> str:
    """Bind a Telegram group to a kampung's village on the word of somebody responsible for it.

    Returns ``checking`` (bound; whether the person belongs to the group is to be looked at),
    ``already`` (the same kampung before), ``elsewhere`` (another kampung's, which only somebody
    responsible for both may change), ``ended`` (no such region any more), ``unregistered`` (no
    kampung there) or ``refused``.
    """
    if not person.may(Act.BIND_GROUP, region):
        return "refused"
    if not await is_in_force(session, region, now):
        return "ended"
    kampung = select(Kampung.id).where(Kampung.region_code == region, Kampung.closed_at.is_(None))
    if await session.scalar(kampung) is None:
        return "unregistered"
    group = await session.get(WorkingGroupChat, chat_id)
    if group is not None and _is_taken(group, now):
        if group.region_code == region and group.state == "active":
            return "already"
        if not person.may(Act.BIND_GROUP, group.region_code):
            return "elsewhere"
    if group is None:
        group = WorkingGroupChat(chat_id=chat_id)
        session.add(group)
    group.region_code, group.title, group.state = region, title[:255], "checking"
    group.bound_by, group.bound_at, group.topic_id = person.id, now, topic_id
    group.confirmed_by = group.away_since = group.told_at = None
    group.posts_activities = False
    await session.flush()
    return "checking"


def _is_taken(group: WorkingGroupChat, now: datetime) -> bool:
    if group.state == "unreachable":
        return group.away_since is not None and now - group.away_since < KEPT
    return group.state in TAKEN


async def bound_group(session: AsyncSession, chat_id: int) -> WorkingGroupChat | None:
    """The row of a group that is bound and not let go."""
    return await session.scalar(
        select(WorkingGroupChat).where(
            WorkingGroupChat.chat_id == chat_id, WorkingGroupChat.state != "unbound"
        )
    )


async def group_region(session: AsyncSession, chat_id: int) -> str | None:
    """The village a group is bound to."""
    return await session.scalar(
        select(WorkingGroupChat.region_code).where(
            WorkingGroupChat.chat_id == chat_id, WorkingGroupChat.state == "active"
        )
    )


async def asked_to_confirm(
    session: AsyncSession, group: WorkingGroupChat, now: datetime
) -> Sequence[Contact]:
    """Who is asked whether a waiting group is the kampung's: its POKJA, else its kader, else the
    nearest responsible above; never who bound it, unless there is nobody else at all."""
    binder = (group.bound_by,)
    for role in (Role.WORKING_GROUP, Role.CADRE):
        found = await contacts(session, (role,), group.region_code, now, without=binder)
        if found:
            return found
    above = await nearest(session, group.region_code, now, without=binder)
    if above is not None:
        return above[1]
    everybody = await contacts(session, tuple(Role), group.region_code, now)
    return [one for one in everybody if one.person == group.bound_by]


async def waiting_group(
    session: AsyncSession, viewer: Person, chat: int, now: datetime
) -> WorkingGroupChat | None:
    """A group that waits for confirmation, if ``viewer`` is among those asked."""
    group = await session.get(WorkingGroupChat, chat)
    if group is None or group.state != "pending":
        return None
    asked = await asked_to_confirm(session, group, now)
    return group if any(one.person == viewer.id for one in asked) else None


async def decide(
    session: AsyncSession, viewer: Person, chat: int, now: datetime, *, is_ours: bool
) -> str:
    """Answer whether a waiting group is the kampung's.

    Returns ``confirmed``, ``declined``, ``late`` (somebody answered before, or it is gone) or
    ``refused`` (``viewer`` was not asked). The first answer counts.
    """
    group = await session.get(WorkingGroupChat, chat, populate_existing=True)
    if group is None or group.state != "pending":
        return "late"
    if await waiting_group(session, viewer, chat, now) is None:
        return "refused"
    row = await session.execute(
        update(WorkingGroupChat)
        .where(WorkingGroupChat.chat_id == chat, WorkingGroupChat.state == "pending")
        .values(state="active" if is_ours else "unbound", confirmed_by=viewer.id)
        .returning(WorkingGroupChat.chat_id)
        .execution_options(synchronize_session=False)
    )
    if row.one_or_none() is None:
        return "late"
    await session.refresh(group)
    return "confirmed" if is_ours else "declined"


async def unbind(session: AsyncSession, viewer: Person, chat: int) -> str | None:
    """Let a group go. Returns its village, or None when there is nothing ``viewer`` may undo."""
    return await session.scalar(
        update(WorkingGroupChat)
        .where(
            WorkingGroupChat.chat_id == chat,
            WorkingGroupChat.state != "unbound",
            within(WorkingGroupChat.region_code, viewer.regions_for(Act.BIND_GROUP)),
        )
        .values(state="unbound", away_since=None, told_at=None)
        .returning(WorkingGroupChat.region_code)
        .execution_options(synchronize_session=False)
    )


async def migrate_group(session: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: its binding goes along, with all that is known of it.

    Telling it twice changes nothing. A binding under the new id is the newer one and stays.
    """
    group = await session.get(WorkingGroupChat, old, populate_existing=True)
    if group is None:
        return
    if await session.get(WorkingGroupChat, new) is None:
        columns = WorkingGroupChat.__table__.columns.keys()
        moved = {name: getattr(group, name) for name in columns if name != "chat_id"}
        # An upgrade is no farewell: the old id may have been found out of reach meanwhile.
        if group.state == "unreachable":
            moved |= {"state": "active", "away_since": None, "told_at": None}
        session.add(WorkingGroupChat(chat_id=new, **moved))
    await session.delete(group)
    await session.flush()
