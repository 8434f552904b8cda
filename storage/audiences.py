"""Whom a broadcast reaches: counted beforehand, and turned into deliveries when it fires."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    case,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from bot.rules.roles import Role
from storage.models import (
    Assignment,
    Broadcast,
    BroadcastRun,
    Delivery,
    PersonRow,
    WorkingGroupChat,
)
from storage.outbox import Priority, announce
from storage.people import in_force, within

GROUPS = "groups"


EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many an audience has: groups, people, and those known to be out of reach."""

    groups: int
    people: int
    unreachable: int

    @property
    def total(self) -> int:
        return self.groups + self.people


async def reach(session: AsyncSession, region: str, audience: str, now: datetime) -> Reach:
    """Count an audience as it is now."""
    if audience == GROUPS:
        found = await session.execute(
            select(func.count(), _sum(_is_away())).where(*_group_conditions(region))
        )
        total, away = found.one()
        return Reach(total - (away or 0), 0, away or 0)
    people = select(PersonRow.id, PersonRow.reachable).where(
        PersonRow.id.in_(_person_ids(region, audience, now))
    )
    counted = people.subquery()
    found = await session.execute(
        select(func.count(), _sum(counted.c.reachable.is_(False))).select_from(counted)
    )
    total, away = found.one()
    return Reach(0, total - (away or 0), away or 0)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _group_conditions(region: str) -> tuple[ColumnElement[bool], ...]:
    """Groups that are bound for certain; one still looked at or confirmed receives nothing."""
    return (
        within(WorkingGroupChat.region_code, (region,)),
        WorkingGroupChat.state.in_(("active", "unreachable")),
    )


def _is_away() -> ColumnElement[bool]:
    """A group that put the bot out, or does not let it write."""
    return or_(WorkingGroupChat.state != "active", WorkingGroupChat.can_post.is_(False))


def _person_ids(region: str, audience: str, now: datetime) -> Select[int]:
    """Ids of the people an audience means: holders of one role, or of any."""
    chosen = select(Assignment.person_id).where(
        within(Assignment.region_code, (region,)), in_force(now)
    )
    if audience != EVERYONE:
        chosen = chosen.where(Assignment.role == Role(audience).value)
    return chosen


async def materialise(
    session: AsyncSession, broadcast: Broadcast, *, limit: int, now: datetime
) -> bool:
    """Turn the next ``limit`` recipients into deliveries. True when that was the last of them.

    Recipients already known to be out of reach get a row too, ended as blocked, so that the
    account adds up.
    """
    statement = select(BroadcastRun).where(BroadcastRun.broadcast_id == broadcast.id)
    run = (await session.scalars(statement.with_for_update())).one()
    if broadcast.audience == GROUPS:
        source = _group_rows(broadcast.region_code, run.cursor)
    else:
        source = _person_rows(broadcast.region_code, broadcast.audience, now, run.cursor)
    key = source.selected_columns.key
    keys = source.with_only_columns(key).order_by(key).limit(limit).subquery()
    counted = await session.execute(select(func.count(), func.max(keys.c.key)))
    # The page ends at a key, not at a count: whoever joins or leaves the audience meanwhile
    # can then neither be doubled nor push another one out.
    number: int
    number, last = counted.one()
    if number:
        page = source.where(key <= last).subquery()
        run.total += await _write(session, broadcast, page, now)
        run.cursor = last
        await session.flush()
        await announce(session)
    return number < limit


async def _write(session: AsyncSession, broadcast: Broadcast, page: Subquery, now: datetime) -> int:
    """One delivery for each recipient of a page. Returns how many."""
    ended = page.c.is_away
    rows = await session.execute(
        insert(Delivery)
        .from_select(
            [
                "id",
                "method",
                "chat_id",
                "priority",
                "state",
                "not_before",
                "attempts",
                "outcome",
                "done_at",
                "broadcast_id",
                "created_at",
                "params",
            ],
            select(
                literal(new_id()) + func.row_number().over(order_by=page.c.key),
                literal("sendPhoto" if broadcast.photo else "sendMessage"),
                page.c.chat_id,
                literal(int(Priority.BROADCAST)),
                case((ended, "blocked"), else_="queued"),
                literal(now, Delivery.not_before.type),
                literal(0),
                case((ended, "out of reach before"), else_=null()),
                case((ended, literal(now, Delivery.done_at.type)), else_=null()),
                literal(broadcast.id),
                literal(now, Delivery.created_at.type),
                null(),
            ),
        )
        .returning(Delivery.id)
    )
    return len(rows.all())


def _group_rows(region: str, after: int) -> Select[int, int, bool]:
    return select(
        WorkingGroupChat.chat_id.label("key"),
        WorkingGroupChat.chat_id.label("chat_id"),
        _is_away().label("is_away"),
    ).where(*_group_conditions(region), WorkingGroupChat.chat_id > after)


def _person_rows(region: str, audience: str, now: datetime, after: int) -> Select[int, int, bool]:
    return select(
        PersonRow.id.label("key"),
        PersonRow.telegram_id.label("chat_id"),
        PersonRow.reachable.is_(False).label("is_away"),
    ).where(PersonRow.id.in_(_person_ids(region, audience, now)), PersonRow.id > after)
