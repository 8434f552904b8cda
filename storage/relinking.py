"""The single steps of moving an account; :mod:`storage.relink` checks first who asks for it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, literal, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import TWO_PEOPLE, Grant, Role
from storage import role_log
from storage.models import (
    Activity,
    Assignment,
    Broadcast,
    Delivery,
    DraftRow,
    Invite,
    LegalHold,
    MemberRequest,
    PersonRow,
)
from storage.outbox import Priority

_IN_PLACE = {"synchronize_session": False}
_TWO = [role.value for role in TWO_PEOPLE]


async def move_address(
    session: AsyncSession, old: int, new: int, telegram_id: int, now: datetime
) -> None:
    """The newer row is closed and empty; the older takes its address, consent and phone."""
    newer = await session.get_one(PersonRow, new, populate_existing=True)
    older = await session.get_one(PersonRow, old, populate_existing=True)
    phone, version, consented = newer.phone, newer.consent_version, newer.consent_at
    newer.telegram_id, newer.closed_at, newer.reachable = -new, now, False
    newer.name, newer.search_name, newer.phone = "", "", None
    await session.flush()  # the address is unique: first let go of, then taken
    older.telegram_id, older.reachable, older.unreachable_since = telegram_id, True, None
    older.phone = phone or older.phone
    older.consent_version, older.consent_at = version, consented
    await session.flush()


async def move_requests(session: AsyncSession, old: int, new: int) -> None:
    """What the closed row had asked for, the older row has asked for."""
    await session.execute(
        update(MemberRequest)
        .where(MemberRequest.person_id == new)
        .values(person_id=old)
        .execution_options(**_IN_PLACE)
    )


async def move_activities(session: AsyncSession, old: int, new: int) -> None:
    """What was logged on the new account meanwhile stands under the older row."""
    await session.execute(
        update(Activity)
        .where(Activity.person_id == new)
        .values(person_id=old)
        .execution_options(**_IN_PLACE)
    )


async def move_words(session: AsyncSession, old: int, new: int) -> None:
    """What rests on the newer account's word rests on the older row's: whoever gave a role that
    takes two people is not its second person on another phone. Broadcasts and legal holds go along,
    so that what is held is not let go of by moving it."""
    theirs = (
        (Assignment, Assignment.granted_by, Assignment.role.in_(_TWO)),
        (Invite, Invite.created_by, true()),
        (Broadcast, Broadcast.person_id, true()),
        (LegalHold, LegalHold.person_id, true()),
    )
    for model, column, which in theirs:
        await session.execute(
            update(model)
            .where(column == new, which)
            .values({column.key: old})
            .execution_options(**_IN_PLACE)
        )


async def move_roles(
    session: AsyncSession,
    old: int,
    new: int,
    kept: Collection[tuple[Role, str]],
    *,
    by: int,
    now: datetime,
) -> None:
    """Roles that came to the newer account meanwhile: kept once, and never those of two people."""
    rows = await session.scalars(
        select(Assignment).where(
            Assignment.person_id == new,
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
        )
    )
    for row in rows.all():
        if row.role in _TWO or (Role(row.role), row.region_code) in kept:
            await _end(session, row, by=by, now=now)
        else:
            row.person_id = old
    await session.flush()


async def end_two_people(
    session: AsyncSession, old: int, *, by: int, now: datetime
) -> tuple[Grant, ...]:
    """End the roles that two people give, in force or waiting. Returns those."""
    rows = await session.scalars(
        select(Assignment).where(
            Assignment.person_id == old,
            Assignment.role.in_(_TWO),
            or_(Assignment.valid_until.is_(None), Assignment.valid_until > now),
        )
    )
    ended = rows.all()
    for row in ended:
        await _end(session, row, by=by, now=now)
    await session.flush()
    return tuple(Grant(Role(row.role), row.region_code) for row in ended)


async def _end(session: AsyncSession, row: Assignment, *, by: int, now: datetime) -> None:
    """One that nobody confirmed yet goes altogether, so that nobody confirms it later."""
    await role_log.record(
        session,
        "ended",
        at=now,
        person=row.person_id,
        actor=by,
        word_of=by,
        role=row.role,
        region=row.region_code,
        assignment=row.id,
        reason="relinked",
    )
    if row.confirmed_at is None:
        await session.delete(row)
    else:
        row.valid_until = now


async def forget_drafts(session: AsyncSession, owners: Collection[str]) -> None:
    """Remove what both accounts had begun to write."""
    await session.execute(
        delete(DraftRow).where(DraftRow.owner.in_(owners)).execution_options(**_IN_PLACE)
    )


async def move_deliveries(session: AsyncSession, old: int, new: int, *, alerts: bool) -> None:
    """New messages that wait for the old chat go to the new one, ``alerts`` only when a role they
    are for is kept; changes of messages that only the old chat has stay."""
    await session.execute(
        update(Delivery)
        .where(
            Delivery.chat_id == old,
            Delivery.state == "queued",
            or_(literal(alerts), Delivery.priority > int(Priority.ALERT)),
            Delivery.method.startswith("send"),
        )
        .values(chat_id=new)
        .execution_options(**_IN_PLACE)
    )


async def record(session: AsyncSession, old: int, region: str, *, by: int, now: datetime) -> None:
    """One line in the log of roles."""
    await role_log.record(
        session, "relinked", at=now, person=old, actor=by, word_of=by, region=region
    )
