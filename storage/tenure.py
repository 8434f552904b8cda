"""Roles suspended, resumed, ended, given another end or given anew, by those who manage people.

Every function checks the viewer itself, in the conditions of its statement: whoever may not do it
changes nothing and is given None.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AppError
from bot.rules.roles import ACTS, INVITABLE, TWO_PEOPLE, Act, Person, Role, fits, may_invite
from storage import audit, role_log
from storage.assignments import assign, refresh_at
from storage.models import Assignment, PersonRow
from storage.people import in_force, lock, within
from storage.secrets import Vault
from storage.supervisors import Contact


@dataclass(frozen=True, slots=True)
class Changed:
    """A role that was changed, and whom to tell."""

    assignment: int
    role: Role
    region: str
    holder: Contact


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to a role: on whose decision, when and why."""

    viewer: Person
    now: datetime
    vault: Vault | None
    reason: str | None = None


def manageable(viewer: Person) -> ColumnElement[bool]:
    """Roles that ``viewer`` may suspend, end or hand over: ``bot.rules.roles.may_manage`` as a
    condition."""
    return or_(
        false(),
        *(
            and_(
                Assignment.role.in_([role.value for role in INVITABLE.get(grant.role, ())]),
                within(Assignment.region_code, (grant.region,)),
            )
            for grant in viewer.grants
            if Act.MANAGE_MEMBER in ACTS[grant.role]
        ),
    )


def not_ended(now: datetime) -> ColumnElement[bool]:
    return or_(Assignment.valid_until.is_(None), Assignment.valid_until > now)


async def suspend(session: AsyncSession, number: int, change: Change) -> Changed | None:
    """Take a role out of force for a while. None when it is so already, or not the viewer's to
    do. Raises :class:`AppError` for one's own role and the last DP3ACSKB within reach."""
    await keep_a_head(session, number, change)
    return await _write(
        session, number, change, "suspended", {"suspended": True}, Assignment.suspended.is_(False)
    )


async def resume(session: AsyncSession, number: int, change: Change) -> Changed | None:
    """Put a suspended role in force again."""
    await refuse_own(session, number, change.viewer)
    return await _write(
        session, number, change, "resumed", {"suspended": False}, Assignment.suspended.is_(True)
    )


async def end(session: AsyncSession, number: int, change: Change) -> Changed | None:
    """End a role now. It stays in the table; nothing revives it."""
    await keep_a_head(session, number, change)
    return await _write(session, number, change, "ended", {"valid_until": change.now})


async def set_until(
    session: AsyncSession, number: int, until: datetime | None, change: Change
) -> Changed | None:
    """Let a role end at ``until`` (None: no end). A role that took two people is only ever
    shortened by one: longer, it is given anew."""
    if until is not None:
        if until <= change.now:
            return None
        await keep_a_head(session, number, change)
    else:
        await refuse_own(session, number, change.viewer)
    taken_by_two = Assignment.role.in_([role.value for role in TWO_PEOPLE])
    shorter: ColumnElement[bool] = false()
    if until is not None:
        shorter = or_(Assignment.valid_until.is_(None), Assignment.valid_until > until)
    may_be_so = or_(~taken_by_two, shorter)
    changed = await _write(session, number, change, "changed", {"valid_until": until}, may_be_so)
    if changed is not None and until is not None:
        await refresh_at(session, changed.holder.person, number, until, change.now)
    return changed


async def _write(
    session: AsyncSession,
    number: int,
    change: Change,
    word: str,
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> Changed | None:
    row = await session.execute(
        update(Assignment)
        .where(
            Assignment.id == number,
            Assignment.person_id != change.viewer.id,
            manageable(change.viewer),
            not_ended(change.now),
            *conditions,
        )
        .values(**values)
        .returning(Assignment.person_id, Assignment.role, Assignment.region_code)
        .execution_options(synchronize_session=False)
    )
    found = row.one_or_none()
    if found is None:
        return None
    person, role, region = found
    await noted(session, number, person, Role(role), region, change, word)
    return Changed(number, Role(role), region, await contact(session, person))


async def noted(
    session: AsyncSession,
    number: int,
    person: int,
    role: Role,
    region: str,
    change: Change,
    word: str,
) -> None:
    """Write a change down: in the log of roles, and for a role that opens child-protection data
    in the sealed log as well, where the key is at hand."""
    await role_log.record(
        session,
        word,
        at=change.now,
        person=person,
        actor=change.viewer.id,
        word_of=change.viewer.id,
        role=role.value,
        region=region,
        assignment=number,
        reason=change.reason,
    )
    if role in TWO_PEOPLE and change.vault is not None:
        await audit.record(
            session,
            change.vault,
            at=change.now,
            actor=change.viewer.id,
            act="role",
            subject=f"assignment:{number}",
            outcome=word,
        )


async def refuse_own(session: AsyncSession, number: int, viewer: Person) -> None:
    """Raises :class:`AppError` when the role is the viewer's own."""
    holder = await session.scalar(select(Assignment.person_id).where(Assignment.id == number))
    if holder == viewer.id:
        raise AppError("member-own-role")


async def keep_a_head(session: AsyncSession, number: int, change: Change) -> None:
    """Raises :class:`AppError` when the role is the viewer's own, or DP3ACSKB's last holder whom
    the bot can reach. The rows are locked: two who suspend each other at once wait in turn."""
    await refuse_own(session, number, change.viewer)
    rows = await session.execute(
        select(Assignment.id, PersonRow.reachable)
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(Assignment.role == Role.AGENCY_PROVINCE.value, in_force(change.now))
        .order_by(Assignment.id)
        .with_for_update(of=Assignment)
    )
    heads = {assignment for assignment, reachable in rows if reachable}
    if heads == {number}:
        raise AppError("member-last-province")


async def contact(session: AsyncSession, person: int) -> Contact:
    """Whom to tell of a change."""
    row = await session.execute(
        select(PersonRow.id, PersonRow.telegram_id, PersonRow.language, PersonRow.name).where(
            PersonRow.id == person
        )
    )
    return Contact(*row.one())


async def is_visible(session: AsyncSession, viewer: Person, person: int) -> bool:
    """Whether somebody with an open account has a role, even an old one, where the viewer reads
    the list of people."""
    regions = viewer.regions_for(Act.READ_MEMBER)
    found = await session.scalar(
        select(Assignment.id)
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(
            Assignment.person_id == person,
            within(Assignment.region_code, regions),
            PersonRow.closed_at.is_(None),
        )
        .limit(1)
    )
    return found is not None


async def holds(session: AsyncSession, person: int, role: Role, region: str, now: datetime) -> bool:
    """Whether the person has this very role already: in force, to come, waiting or suspended."""
    found = await session.scalar(
        select(Assignment.id)
        .where(
            Assignment.person_id == person,
            Assignment.role == role.value,
            Assignment.region_code == region,
            not_ended(now),
        )
        .limit(1)
    )
    return found is not None


async def grant(
    session: AsyncSession,
    viewer: Person,
    person: int,
    role: Role,
    region: str,
    *,
    since: datetime,
    until: datetime | None,
    now: datetime,
) -> Changed | None:
    """Give a member another role. A role that takes two people waits for the second.

    None when the viewer may not give it, it is for oneself, or the person is not among those the
    viewer sees. Raises :class:`AppError` when the person has it already.
    """
    is_allowed = may_invite(viewer, role, region) and fits(role, region) and person != viewer.id
    if not is_allowed or not await is_visible(session, viewer, person):
        return None
    await lock(session, person)
    if await holds(session, person, role, region, now):
        raise AppError("member-has-role")
    number = await assign(
        session,
        person_id=person,
        role=role,
        region=region,
        granted_by=viewer.id,
        now=now,
        confirmed=role not in TWO_PEOPLE,
        valid_from=since,
        valid_until=until,
    )
    return Changed(number, role, region, await contact(session, person))
