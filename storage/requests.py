"""Requests for a role, or for one's account on another phone: asked, listed, answered once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.clock import new_id
from bot.errors import AppError
from bot.rules.roles import ACTS, INVITABLE, Act, Person, Role, fits
from storage import role_log
from storage.assignments import assign, is_suspended
from storage.models import Assignment, MemberRequest, PersonRow
from storage.people import in_force, lock, within
from storage.regions import require_open

JOIN: Final = "join"
RELINK: Final = "relink"
MOST_WAITING: Final = 5
"""Requests of one person that may wait at a time."""
MOST_A_DAY: Final = 10
"""Requests of one person in a day, taken back or not: each is a card for the approvers."""

# Spelt out and not bound: only so does SQLite see that its partial index serves.
IS_WAITING: Final[ColumnElement[bool]] = MemberRequest.state == literal_column("'waiting'")
_IN_PLACE: Final = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Request:
    """A request with who asks: opaque number, Telegram id, language, name and phone."""

    id: int
    kind: str
    person: int
    chat: int
    language: str
    name: str
    phone: str | None
    role: Role | None
    region: str
    state: str
    rung: Role
    climb_at: datetime | None
    created_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    reason: str | None


def reading() -> Select[*tuple[Any, ...]]:
    return select(
        MemberRequest.id,
        MemberRequest.kind,
        MemberRequest.person_id,
        PersonRow.telegram_id,
        PersonRow.language,
        PersonRow.name,
        PersonRow.phone,
        MemberRequest.role,
        MemberRequest.region_code,
        MemberRequest.state,
        MemberRequest.rung,
        MemberRequest.climb_at,
        MemberRequest.created_at,
        MemberRequest.decided_by,
        MemberRequest.decided_at,
        MemberRequest.reason,
    ).join(PersonRow, PersonRow.id == MemberRequest.person_id)


async def rows_of(session: AsyncSession, statement: Select[*tuple[Any, ...]]) -> Sequence[Request]:
    found = []
    for row in await session.execute(statement):
        number, kind, person, chat, language, name, phone, role, region, state, rung, *rest = row
        wanted = Role(role) if role else None
        who = (person, chat, language, name, phone)
        found.append(Request(number, kind, *who, wanted, region, state, Role(rung), *rest))
    return found


async def read(session: AsyncSession, numbers: Sequence[int]) -> Sequence[Request]:
    """Requests by number, the oldest first; for the program itself, which shows them to nobody
    but those they are meant for."""
    statement = reading().where(MemberRequest.id.in_(numbers)).order_by(MemberRequest.id)
    return await rows_of(session, statement)


def _answerable(viewer: Person) -> ColumnElement[bool]:
    """Requests that ``viewer`` may answer: in their region, for a role they may give, of an
    account that is open, and never their own."""
    mine: list[ColumnElement[bool]] = []
    for grant in viewer.grants:
        if Act.APPROVE_MEMBER in ACTS[grant.role]:
            roles = [role.value for role in INVITABLE.get(grant.role, frozenset())]
            is_mine = or_(MemberRequest.kind == RELINK, MemberRequest.role.in_(roles))
            mine.append(and_(within(MemberRequest.region_code, (grant.region,)), is_mine))
    asker = aliased(PersonRow)
    is_open = (
        select(asker.id)
        .where(asker.id == MemberRequest.person_id, asker.closed_at.is_(None))
        .correlate(MemberRequest)
        .exists()
    )
    return and_(or_(False, *mine), MemberRequest.person_id != viewer.id, is_open)


async def ask(
    session: AsyncSession,
    *,
    person: int,
    kind: str,
    role: Role | None,
    region: str,
    rung: Role,
    climb_at: datetime,
    now: datetime,
) -> Request:
    """Write down a request, and the log of roles with it.

    Raises :class:`AppError` for a role that is not held at such a region, or a region that ended.
    """
    if role is not None and not fits(role, region):
        raise AppError("join-does-not-fit")
    await require_open(session, region, until_commit=True)
    number = new_id()
    await session.execute(
        insert(MemberRequest).values(
            id=number,
            kind=kind,
            person_id=person,
            role=role.value if role else None,
            region_code=region,
            state="waiting",
            rung=rung.value,
            climb_at=climb_at,
            created_at=now,
            reminders=0,
        )
    )
    await role_log.record(
        session,
        "requested",
        at=now,
        person=person,
        actor=person,
        role=role.value if role else None,
        region=region,
        reason=RELINK if kind == RELINK else None,
    )
    return (await read(session, [number]))[0]


async def waiting_for(
    session: AsyncSession, viewer: Person, *, after: int = 0, limit: int
) -> Sequence[Request]:
    """Requests that wait and that ``viewer`` may answer, at whatever rung, the oldest first;
    those that follow the one numbered ``after``."""
    # Summed, the number is not looked up by: those that wait are few, those answered are many.
    # ``near`` says no more than ``_answerable`` does, in the one shape that SQLite's index serves.
    place = MemberRequest.id + 0
    tops = viewer.regions_for(Act.APPROVE_MEMBER)
    if not tops:
        return ()
    near = or_(*(MemberRequest.region_code.between(top, top + "/") for top in tops))
    statement = reading().where(near, place > after, IS_WAITING, _answerable(viewer))
    return await rows_of(session, statement.order_by(place).limit(limit))


async def find(session: AsyncSession, viewer: Person, number: int) -> Request | None:
    """A request that ``viewer`` may answer or might have answered; None when it is not theirs."""
    statement = reading().where(MemberRequest.id == number, _answerable(viewer))
    return next(iter(await rows_of(session, statement)), None)


async def is_own(session: AsyncSession, viewer: Person, number: int) -> bool:
    """Whether this is a request of the viewer's own."""
    found = await session.scalar(
        select(MemberRequest.id).where(
            MemberRequest.id == number, MemberRequest.person_id == viewer.id
        )
    )
    return found is not None


async def settle(
    session: AsyncSession,
    viewer: Person,
    number: int,
    *,
    kind: str | None,
    state: str,
    now: datetime,
    reason: str | None = None,
) -> Request | None:
    """Answer a request: the first counts. None when ``viewer`` may not or was not the first."""
    kinds = (kind,) if kind else (JOIN, RELINK)
    row = await session.execute(
        update(MemberRequest)
        .where(
            MemberRequest.id == number,
            MemberRequest.kind.in_(kinds),
            IS_WAITING,
            _answerable(viewer),
        )
        .values(
            state=state,
            decided_by=viewer.id,
            decided_at=now,
            climb_at=None,
            reason=reason[:300] if reason else None,
        )
        .returning(MemberRequest.id)
        .execution_options(**_IN_PLACE)
    )
    if row.one_or_none() is None:
        return None
    return next(iter(await read(session, [number])), None)


async def approve(
    session: AsyncSession, viewer: Person, number: int, now: datetime
) -> Request | None:
    """Give the role that is asked for, on the word of ``viewer``; None as :func:`settle`.

    Raises :class:`AppError` for a role that the asker has, and that is suspended.
    """
    request = await settle(session, viewer, number, kind=JOIN, state="approved", now=now)
    if request is None or request.role is None:
        return None
    if await is_suspended(session, request.person, request.role, request.region, now):
        raise AppError("request-suspended")
    await lock(session, request.person)
    if not await _has(session, request, now):
        await assign(
            session,
            person_id=request.person,
            role=request.role,
            region=request.region,
            granted_by=viewer.id,
            now=now,
            confirmed=True,
        )
    return request


async def refuse(
    session: AsyncSession, viewer: Person, number: int, reason: str, now: datetime
) -> Request | None:
    """Say no, with a reason that the asker is told; None as :func:`settle`."""
    request = await settle(
        session, viewer, number, kind=None, state="refused", now=now, reason=reason
    )
    if request is not None:
        await role_log.record(
            session,
            "refused",
            at=now,
            person=request.person,
            actor=viewer.id,
            word_of=viewer.id,
            role=request.role.value if request.role else None,
            region=request.region,
            reason=reason,
        )
    return request


async def _has(session: AsyncSession, request: Request, now: datetime) -> bool:
    """Whether the asker came to the role meanwhile, by a link."""
    found = await session.scalar(
        select(Assignment.id)
        .where(
            Assignment.person_id == request.person,
            Assignment.role == (request.role.value if request.role else None),
            Assignment.region_code == request.region,
            in_force(now),
        )
        .limit(1)
    )
    return found is not None
