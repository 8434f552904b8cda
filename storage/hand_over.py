"""A region handed over to a successor: the role and what goes along with it, in one transaction.

What belongs to a region by its code (requests, groups, the registry) goes by itself. What names a
person goes by :data:`GOES_ALONG`: a table added later whose open rows name the person responsible
(plans, approvals, schedules) adds its function there. Cases never go along: a role that opens them
is ended, and given to somebody else by two people.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError
from bot.rules.roles import ACTS, INVITABLE, TWO_PEOPLE, Act, Role
from storage.assignments import assign
from storage.models import Assignment, Broadcast, Intervention, Invite, PersonRow
from storage.people import in_force, within
from storage.supervisors import Contact
from storage.tenure import Change, contact, is_visible, manageable, not_ended, noted


@dataclass(frozen=True, slots=True)
class Handing:
    """A role on its way from one person to another."""

    role: Role
    region: str
    old: Contact
    new: Contact
    now: datetime


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was handed over; ``along`` counts what went with it, by the name of its kind."""

    handing: Handing
    along: Mapping[str, int]


Goes: TypeAlias = Callable[[AsyncSession, Handing], Awaitable[int]]


async def broadcasts_go(session: AsyncSession, handing: Handing) -> int:
    """Broadcasts for the region that are scheduled, if the role may send any. One not confirmed yet
    stays: its last word is a button in the old chat, which the role's end takes away."""
    if Act.BROADCAST not in ACTS[handing.role]:
        return 0
    rows = await session.execute(
        update(Broadcast)
        .where(
            Broadcast.person_id == handing.old.person,
            Broadcast.state == "scheduled",
            within(Broadcast.region_code, (handing.region,)),
        )
        .values(person_id=handing.new.person, chat_id=handing.new.chat)
        .returning(Broadcast.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


async def invites_go(session: AsyncSession, handing: Handing) -> int:
    """Links for the region that can still be used, for roles the successor may give. Those for a
    role that takes two people stay on the word of who made them: or the first could confirm."""
    theirs = INVITABLE.get(handing.role, frozenset()) - TWO_PEOPLE
    rows = await session.execute(
        update(Invite)
        .where(
            Invite.created_by == handing.old.person,
            Invite.uses_left > 0,
            Invite.expires_at > handing.now,
            Invite.role.in_([role.value for role in theirs]),
            within(Invite.region_code, (handing.region,)),
        )
        .values(created_by=handing.new.person)
        .returning(Invite.token_hash)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


async def interventions_go(session: AsyncSession, handing: Handing) -> int:
    """Interventions of the region that are still planned, if the role may plan any: it is the
    successor who is then asked whether they were carried out."""
    if Act.PLAN_INTERVENTION not in ACTS[handing.role]:
        return 0
    rows = await session.execute(
        update(Intervention)
        .where(
            Intervention.person_id == handing.old.person,
            Intervention.state == "planned",
            within(Intervention.region_code, (handing.region,)),
        )
        .values(person_id=handing.new.person)
        .returning(Intervention.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


GOES_ALONG: Mapping[str, Goes] = {
    "broadcasts": broadcasts_go,
    "invites": invites_go,
    "interventions": interventions_go,
}
"""Everything that goes along with a region, by the name its count is shown under."""


async def hand_over(
    session: AsyncSession, number: int, successor: int, change: Change
) -> HandedOver | None:
    """End a role and give it to ``successor`` for the rest of its time, with all that goes along.

    None when the viewer may not, the role has ended or waits, or the successor is not among the
    people the viewer sees. Raises :class:`AppError` for a role that opens child-protection data,
    and for a successor whom the bot cannot reach.
    """
    if not await is_visible(session, change.viewer, successor):
        return None
    dates = select(Assignment.valid_from, Assignment.valid_until).where(Assignment.id == number)
    term = (await session.execute(dates)).one_or_none()
    found = await _ended(session, number, successor, change)
    if term is None or found is None:
        return None
    person, role, region = found
    if role in TWO_PEOPLE:
        raise AppError("hand-over-two-people")
    await _refuse_unreachable(session, successor)
    old, new = await contact(session, person), await contact(session, successor)
    await noted(session, number, person, role, region, change, "handed_over")
    if not await _has_it(session, successor, role, region, change.now):
        await assign(
            session,
            person_id=successor,
            role=role,
            region=region,
            granted_by=change.viewer.id,
            now=change.now,
            confirmed=True,
            valid_from=max(change.now, term.valid_from),
            valid_until=term.valid_until,
            change="handed_over",
        )
    handing = Handing(role, region, old, new, change.now)
    along = {name: await goes(session, handing) for name, goes in GOES_ALONG.items()}
    return HandedOver(handing, along)


async def _ended(
    session: AsyncSession, number: int, successor: int, change: Change
) -> tuple[int, Role, str] | None:
    """End the role, if the viewer may: (person, role, region)."""
    row = await session.execute(
        update(Assignment)
        .where(
            Assignment.id == number,
            Assignment.person_id != successor,
            Assignment.confirmed_at.is_not(None),
            manageable(change.viewer),
            not_ended(change.now),
        )
        .values(valid_until=change.now)
        .returning(Assignment.person_id, Assignment.role, Assignment.region_code)
        .execution_options(synchronize_session=False)
    )
    found = row.one_or_none()
    return (found[0], Role(found[1]), found[2]) if found else None


async def _has_it(
    session: AsyncSession, person: int, role: Role, region: str, now: datetime
) -> bool:
    """Whether the successor has the very role in force already. Raises :class:`AppError` when it
    is suspended or waits: handing over must not be a way around that."""
    states = await session.execute(
        select(in_force(now)).where(
            Assignment.person_id == person,
            Assignment.role == role.value,
            Assignment.region_code == region,
            not_ended(now),
        )
    )
    found = [bool(state) for state in states.scalars()]
    if found and not any(found):
        raise AppError("hand-over-not-in-force")
    return any(found)


async def _refuse_unreachable(session: AsyncSession, person: int) -> None:
    """Nobody may be left with a region of which they will never hear."""
    if not await session.scalar(select(PersonRow.reachable).where(PersonRow.id == person)):
        raise AppError("hand-over-unreachable")
