"""Everything that is kept about one person, as plain values with stable English names.

Of reports and cases there is nothing here, not even whether there are any: sealed drafts, sealed
deliveries and alerts are left out. Of other people there is a role's name at most.
"""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Assignment,
    Broadcast,
    DraftRow,
    Invite,
    Job,
    LegalHold,
    MemberRequest,
    PersonRow,
    RoleChange,
    WorkingGroupChat,
)
from storage.own_data_rows import MOST, Record, plain, record, rows_of
from storage.own_data_village import written


async def account(session: AsyncSession, person: int) -> Record | None:
    """The account itself; None when it is closed."""
    row = await session.execute(
        select(
            PersonRow.id,
            PersonRow.telegram_id,
            PersonRow.name,
            PersonRow.phone,
            PersonRow.language,
            PersonRow.consent_version,
            PersonRow.consent_at,
            PersonRow.reachable,
            PersonRow.unreachable_since,
            PersonRow.created_at,
        ).where(PersonRow.id == person, PersonRow.closed_at.is_(None))
    )
    found = row.one_or_none()
    return record(found._mapping) if found is not None else None


async def records(session: AsyncSession, person: int) -> Mapping[str, Sequence[Record]]:
    """Roles, requests, activities and the rest, each kind a list, oldest first."""
    return {
        "roles": await _roles(session, person),
        "role_changes": await _role_changes(session, person),
        "requests": await _requests(session, person),
        "invites": await _invites(session, person),
        **await written(session, person),
        "broadcasts": await _broadcasts(session, person),
        "groups": await _groups(session, person),
        "holds": await _holds(session, person),
        "jobs": await _jobs(session, person),
    }


async def drafts(session: AsyncSession, owner: str) -> Sequence[Record]:
    """Unfinished ordinary forms. Those of reports are sealed under another owner and not read."""
    rows = await session.execute(
        select(DraftRow.form, DraftRow.updated_at, DraftRow.body).where(DraftRow.owner == owner)
    )
    found = []
    for form, at, body in rows:
        stored = json.loads(body)
        found.append(
            {"form": form, "updated_at": plain(at), "answers": stored["draft"].get("answers")}
        )
    return found


async def _roles(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(
            Assignment.role,
            Assignment.region_code,
            Assignment.valid_from,
            Assignment.valid_until,
            Assignment.suspended,
            Assignment.confirmed_at,
        )
        .where(Assignment.person_id == person)
        .order_by(Assignment.id),
    )


async def _role_changes(session: AsyncSession, person: int) -> list[Record]:
    """The log of roles about the person; who did it stands there as a role, never as a name."""
    rows = await session.execute(
        select(RoleChange).where(RoleChange.person_id == person).order_by(RoleChange.id).limit(MOST)
    )
    changes = rows.scalars().all()
    others = {one.actor_id for one in changes if one.actor_id not in (None, person)}
    roles = await _roles_of(session, sorted(number for number in others if number is not None))
    return [
        {
            "at": plain(one.at),
            "change": one.change,
            "role": one.role,
            "region_code": one.region_code,
            "reason": one.reason,
            "by_me": one.actor_id == person,
            "by_role": roles.get(one.actor_id or 0),
        }
        for one in changes
    ]


async def _roles_of(session: AsyncSession, people: Sequence[int]) -> Mapping[int, str]:
    """A role each of other people, the first they were given."""
    rows = await session.execute(
        select(Assignment.person_id, Assignment.role)
        .where(Assignment.person_id.in_(people))
        .order_by(Assignment.id.desc())
    )
    return dict(rows.all())


async def _requests(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(
            MemberRequest.kind,
            MemberRequest.role,
            MemberRequest.region_code,
            MemberRequest.state,
            MemberRequest.rung,
            MemberRequest.created_at,
            MemberRequest.decided_at,
            MemberRequest.reason,
        )
        .where(MemberRequest.person_id == person)
        .order_by(MemberRequest.id),
    )


async def _invites(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(
            Invite.role,
            Invite.region_code,
            Invite.uses_left,
            Invite.created_at,
            Invite.expires_at,
        )
        .where(Invite.created_by == person)
        .order_by(Invite.created_at),
    )


async def _broadcasts(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(
            Broadcast.region_code,
            Broadcast.audience,
            Broadcast.body,
            Broadcast.photo,
            Broadcast.state,
            Broadcast.due_at,
            Broadcast.created_at,
            Broadcast.done_at,
        )
        .where(Broadcast.person_id == person)
        .order_by(Broadcast.id),
    )


async def _groups(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(
            WorkingGroupChat.title,
            WorkingGroupChat.region_code,
            WorkingGroupChat.state,
            WorkingGroupChat.bound_at,
        )
        .where(WorkingGroupChat.bound_by == person)
        .order_by(WorkingGroupChat.bound_at),
    )


async def _holds(session: AsyncSession, person: int) -> list[Record]:
    return await rows_of(
        session,
        select(LegalHold.reason, LegalHold.placed_at, LegalHold.lifted_at)
        .where(LegalHold.person_id == person)
        .order_by(LegalHold.id),
    )


async def _jobs(session: AsyncSession, person: int) -> list[Record]:
    """Long work this person asked for: copies and erasures."""
    return await rows_of(
        session,
        select(Job.kind, Job.state, Job.created_at, Job.due_at, Job.done_at)
        .where(Job.person_id == person, Job.kind.in_(("data", "erase")))
        .order_by(Job.id),
    )
