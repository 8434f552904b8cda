"""Empties a person's records, a part at a time: each part may be done again and changes nothing
then. Counts and opaque numbers stay, so that a village's figures remain true."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import role_log
from storage.models import (
    Assignment,
    Broadcast,
    DraftRow,
    Invite,
    MemberRequest,
    OutboxFile,
    PersonRow,
    RoleChange,
)
from storage.tombstones import leave

REASON = "erased"
SLICE = 5000
"""Lines of the log looked at in one transaction; no index holds who wrote them."""

ABOUT = ("memberreason", "memberuntil", "membergrant", "successor")
"""Forms that somebody fills in about another person."""


async def end_roles(
    session: AsyncSession, person: int, now: datetime
) -> Sequence[tuple[int, str, str]]:
    """End every role of a person at once, and write it in the log of roles.

    A role that still waited for its second person is removed: it never counted. Returns
    (assignment, role, region) of those that did.
    """
    waiting = await session.execute(
        delete(Assignment)
        .where(Assignment.person_id == person, Assignment.confirmed_at.is_(None))
        .returning(Assignment.id, Assignment.role, Assignment.region_code)
    )
    ended = await session.execute(
        update(Assignment)
        .where(
            Assignment.person_id == person,
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
        )
        .values(valid_until=now)
        .returning(Assignment.id, Assignment.role, Assignment.region_code)
        .execution_options(synchronize_session=False)
    )
    unconfirmed: Sequence[tuple[int, str, str]] = waiting.all()
    found: Sequence[tuple[int, str, str]] = ended.all()
    for number, role, region in [*unconfirmed, *found]:
        await role_log.record(
            session,
            "ended",
            at=now,
            person=person,
            actor=person,
            role=role,
            region=region,
            assignment=number,
        )
    return found


async def withdraw_requests(session: AsyncSession, person: int, now: datetime) -> None:
    """Nobody is asked about them any more."""
    await session.execute(
        update(MemberRequest)
        .where(MemberRequest.person_id == person, MemberRequest.state == "waiting")
        .values(state="withdrawn", decided_at=now, climb_at=None)
    )


async def empty_requests(session: AsyncSession, person: int, now: datetime) -> None:
    """The reasons given in a person's requests."""
    rows = await session.scalars(
        update(MemberRequest)
        .where(MemberRequest.person_id == person, MemberRequest.reason.is_not(None))
        .values(reason=None)
        .returning(MemberRequest.id)
        .execution_options(synchronize_session=False)
    )
    await leave(session, "request", rows.all(), reason=REASON, at=now)


async def drop_drafts(
    session: AsyncSession, person: int, telegram_id: int, hidden: str | None, now: datetime
) -> None:
    """Unfinished forms, the sealed ones too (``hidden`` is their owner in the private chat)."""
    owners: list[ColumnElement[bool]] = [DraftRow.owner.like(f"{telegram_id}.%")]
    if hidden is not None:
        owners.append(DraftRow.owner == hidden)
    rows = await session.scalars(delete(DraftRow).where(or_(*owners)).returning(DraftRow.form))
    await _drop_forms_about(session, person)
    # Which forms, and how many, is nobody's business: one of them may have been a report.
    await leave(session, "drafts", [person] if rows.all() else [], reason=REASON, at=now)


async def _drop_forms_about(session: AsyncSession, person: int) -> None:
    """What others have begun to ask about a person: their name stands above the question, and so
    in the draft. Such a draft knows them by the number of a role, or by their own."""
    roles = await session.scalars(select(Assignment.id).where(Assignment.person_id == person))
    numbers = [f'"{number}"'.encode() for number in (person, *roles.all())]
    rows = await session.execute(
        select(DraftRow.owner, DraftRow.form, DraftRow.body).where(DraftRow.form.in_(ABOUT))
    )
    for owner, form, body in rows.all():
        if any(number in body for number in numbers):
            await session.execute(
                delete(DraftRow).where(DraftRow.owner == owner, DraftRow.form == form)
            )


async def drop_files(session: AsyncSession, person: int, now: datetime) -> None:
    """Files made for a person that have not left."""
    rows = await session.scalars(
        delete(OutboxFile).where(OutboxFile.person_id == person).returning(OutboxFile.id)
    )
    await leave(session, "file", rows.all(), reason=REASON, at=now)


async def revoke_invites(session: AsyncSession, person: int, now: datetime) -> None:
    """Links a person handed out and nobody has used up. They hold hashes only."""
    rows = await session.scalars(
        delete(Invite).where(Invite.created_by == person).returning(Invite.role)
    )
    await leave(session, "invites", [person] if rows.all() else [], reason=REASON, at=now)


async def empty_broadcasts(session: AsyncSession, person: int, now: datetime) -> bool:
    """Broadcasts of a person: unconfirmed and scheduled ones deleted, sent ones emptied.

    True while one is under way: its words are needed until its last recipient.
    """
    gone = await session.scalars(
        delete(Broadcast)
        .where(
            Broadcast.person_id == person,
            Broadcast.state.in_(("draft", "discarded", "scheduled")),
        )
        .returning(Broadcast.id)
    )
    emptied = await session.scalars(
        update(Broadcast)
        .where(
            Broadcast.person_id == person,
            Broadcast.state.in_(("done", "skipped")),
            Broadcast.chat_id != 0,
        )
        .values(body="", photo=None, chat_id=0)
        .returning(Broadcast.id)
        .execution_options(synchronize_session=False)
    )
    numbers = [*gone.all(), *emptied.all()]
    await leave(session, "broadcast", numbers, reason=REASON, at=now)
    left = select(Broadcast.id).where(Broadcast.person_id == person, Broadcast.chat_id != 0)
    return await session.scalar(left.limit(1)) is not None


async def empty_role_log(
    session: AsyncSession, person: int, after: int, now: datetime
) -> int | None:
    """The words in the next lines of the log of roles, about a person or by them; the lines
    themselves stay. Returns the last id looked at, None at the log's end."""
    ids = select(RoleChange.id).where(RoleChange.id > after).order_by(RoleChange.id).limit(SLICE)
    upto: int | None = await session.scalar(select(func.max(ids.subquery().c.id)))
    if upto is None:
        return None
    rows = await session.scalars(
        update(RoleChange)
        .where(
            RoleChange.id > after,
            RoleChange.id <= upto,
            or_(RoleChange.person_id == person, RoleChange.actor_id == person),
            RoleChange.reason.is_not(None),
        )
        .values(reason=None)
        .returning(RoleChange.id)
        .execution_options(synchronize_session=False)
    )
    await leave(session, "role_change", rows.all(), reason=REASON, at=now)
    return upto


async def close_person(session: AsyncSession, person: int, now: datetime) -> bool:
    """Empty the account: only its opaque number, language and consent stay. False when it was
    empty already."""
    row = await session.execute(
        update(PersonRow)
        .where(PersonRow.id == person, PersonRow.closed_at.is_(None))
        .values(
            telegram_id=-person,
            name="",
            search_name="",
            phone=None,
            reachable=False,
            unreachable_since=None,
            closed_at=now,
        )
        .returning(PersonRow.id)
        .execution_options(synchronize_session=False)
    )
    if row.one_or_none() is None:
        return False
    await role_log.record(session, "erased", at=now, person=person, actor=person)
    await leave(session, "person", [person], reason=REASON, at=now)
    return True


async def person_to_erase(session: AsyncSession, person: int) -> tuple[int, str] | None:
    """(Telegram id, language) of an account that is not empty yet."""
    row = await session.execute(
        select(PersonRow.telegram_id, PersonRow.language).where(
            PersonRow.id == person, PersonRow.closed_at.is_(None)
        )
    )
    return row.one_or_none()
