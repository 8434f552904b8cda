"""Requests that nobody answered in time: claimed in small batches, moved to the next rung."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import LADDER, Role, rungs_for
from storage.models import MemberRequest, PersonRow
from storage.requests import IS_WAITING, RELINK, Request, read
from storage.supervisors import Contact, contacts, nearest

MOST_REMINDERS = 3
"""Times the last rung is reminded of one request; after that it waits in their list."""

MOST_ALIKE = 200

_IN_PLACE = {"synchronize_session": False}


async def claim_due(
    session: AsyncSession, now: datetime, again: datetime, limit: int
) -> Sequence[Request]:
    """Take requests that fell due, and set them to fall due ``again``: of any number of
    schedulers one gets each. Until the commit nothing has happened."""
    due = (
        select(MemberRequest.id)
        .where(IS_WAITING, MemberRequest.climb_at <= now)
        .order_by(MemberRequest.climb_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = await session.scalars(
        update(MemberRequest)
        .where(MemberRequest.id.in_(due), IS_WAITING, MemberRequest.climb_at <= now)
        .values(climb_at=again)
        .returning(MemberRequest.id)
        .execution_options(**_IN_PLACE)
    )
    return await read(session, rows.all())


async def not_asked(session: AsyncSession, person: int, kind: str) -> Sequence[int]:
    """Who is passed over when it is asked who answers: the asker, and for a lost phone accounts
    of the same number or very name, since one of them is on the phone that is gone."""
    if kind != RELINK:
        return (person,)
    mine = await session.get_one(PersonRow, person, populate_existing=True)
    is_alike = PersonRow.search_name == mine.search_name
    if mine.phone is not None:
        is_alike = or_(is_alike, PersonRow.phone == mine.phone)
    rows = await session.scalars(select(PersonRow.id).where(is_alike).limit(MOST_ALIKE))
    return (person, *rows.all())


def ladder_of(request: Request) -> Sequence[Role]:
    """The rungs that may answer a request, the nearest first."""
    return LADDER if request.role is None else rungs_for(request.role)


def above(request: Request) -> Sequence[Role]:
    """The rungs that a request has not reached yet."""
    rungs = ladder_of(request)
    return rungs[rungs.index(request.rung) + 1 :] if request.rung in rungs else rungs


async def step(
    session: AsyncSession, request: Request, now: datetime
) -> tuple[Role, Sequence[Contact]] | None:
    """Move a request to the next rung where somebody can be reached; where nobody is above or
    at its own, to the nearest of all. None: it stays where it is."""
    mine = await not_asked(session, request.person, request.kind)
    found = await nearest(session, request.region, now, rungs=above(request), without=mine)
    if found is None and not await contacts(
        session, (request.rung,), request.region, now, without=mine
    ):
        rungs = ladder_of(request)
        found = await nearest(session, request.region, now, rungs=rungs, without=mine)
    if found is not None:
        await session.execute(
            update(MemberRequest)
            .where(MemberRequest.id == request.id)
            .values(rung=found[0].value, reminders=0)
            .execution_options(**_IN_PLACE)
        )
    return found


async def remind(session: AsyncSession, request: Request, now: datetime) -> Sequence[Contact]:
    """Those of the last rung to be reminded now: nobody after three times, and the request then
    only waits in their list."""
    mine = await not_asked(session, request.person, request.kind)
    told = await contacts(session, (request.rung,), request.region, now, without=mine)
    if not told:
        return ()
    count = await session.scalar(
        update(MemberRequest)
        .where(MemberRequest.id == request.id)
        .values(reminders=MemberRequest.reminders + 1)
        .returning(MemberRequest.reminders)
        .execution_options(**_IN_PLACE)
    )
    if count is not None and count >= MOST_REMINDERS:
        await session.execute(
            update(MemberRequest)
            .where(MemberRequest.id == request.id)
            .values(climb_at=None)
            .execution_options(**_IN_PLACE)
        )
    return told
