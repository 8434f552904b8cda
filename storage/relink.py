"""An account moved to another phone: the old row takes the new address, case roles are dropped."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NotAllowed, NotFound
from bot.forms.values import Say
from bot.rules.roles import TWO_PEOPLE, Act, Grant, Person, Role, may_manage
from storage import relinking
from storage.models import Assignment, PersonRow
from storage.people import within
from storage.requests import RELINK, Request, find, settle

MOST = 10
"""Candidates shown: same phone first, then the same name, then the same first name."""

_TOP = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Account:
    """An account that might be the old one, with the roles that have not ended."""

    person: int
    chat: int
    language: str
    name: str
    same_phone: bool
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Relinked:
    """What was done: the request, the account as it was before, and the case roles dropped."""

    request: Request
    old: Account
    dropped: tuple[Grant, ...]


def _not_ended(now: datetime) -> ColumnElement[bool]:
    return or_(Assignment.valid_until.is_(None), Assignment.valid_until > now)


async def candidates(
    session: AsyncSession, viewer: Person, request: Request, now: datetime
) -> Sequence[Account]:
    """Accounts within the viewer's regions that the asker may mean, the likeliest first."""
    first = request.name.casefold().split()
    tests: list[ColumnElement[bool]] = []
    if request.phone is not None:
        tests.append(PersonRow.phone == request.phone)
    for prefix in dict.fromkeys((" ".join(first)[:120], *first[:1])):
        if len(prefix) > 1:
            tests.append(
                (PersonRow.search_name >= prefix) & (PersonRow.search_name < prefix + _TOP)
            )
    found: dict[int, None] = {}
    for test in tests:
        if len(found) < MOST:
            for number in await _numbers(session, viewer, request, test, now):
                found.setdefault(number)
    accounts = [
        await account(session, viewer, number, now, phone=request.phone)
        for number in list(found)[:MOST]
    ]
    return [one for one in accounts if one is not None]


async def _numbers(
    session: AsyncSession,
    viewer: Person,
    request: Request,
    test: ColumnElement[bool],
    now: datetime,
) -> Sequence[int]:
    rows = await session.scalars(
        select(PersonRow.id)
        .where(
            test,
            PersonRow.closed_at.is_(None),
            PersonRow.id.not_in((request.person, viewer.id)),
            select(Assignment.id)
            .where(Assignment.person_id == PersonRow.id, *_seen(viewer, now))
            .exists(),
        )
        .order_by(PersonRow.search_name, PersonRow.id)
        .limit(MOST)
    )
    return rows.all()


def _seen(viewer: Person, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Roles that make an account one of the viewer's people."""
    tops = viewer.regions_for(Act.APPROVE_MEMBER)
    return (within(Assignment.region_code, tops), _not_ended(now))


async def account(
    session: AsyncSession, viewer: Person, number: int, now: datetime, *, phone: str | None = None
) -> Account | None:
    """One account with all its roles; None unless some role of it lies in the viewer's regions."""
    who = await session.get(PersonRow, number, populate_existing=True)
    seen = select(Assignment.id).where(Assignment.person_id == number, *_seen(viewer, now)).limit(1)
    if who is None or who.closed_at is not None or await session.scalar(seen) is None:
        return None
    rows = await session.execute(
        select(Assignment.role, Assignment.region_code)
        .where(Assignment.person_id == number, _not_ended(now))
        .order_by(Assignment.id)
    )
    grants = tuple(Grant(Role(role), region) for role, region in rows)
    is_same = phone is not None and who.phone == phone
    return Account(who.id, who.telegram_id, who.language, who.name, is_same, grants)


def require_manageable(viewer: Person, old: Account) -> None:
    """Raise :class:`NotAllowed` unless every role of the account is the viewer's to manage.

    Roles of two people need only lie in the viewer's regions: they end with the move.
    """
    for grant in old.grants:
        if grant.role in TWO_PEOPLE:
            is_mine = viewer.may(Act.MANAGE_MEMBER, grant.region)
        else:
            is_mine = may_manage(viewer, grant.role, grant.region)
        if not is_mine:
            raise NotAllowed("relink-above", ask=Say("ask-agency"), name=old.name)


async def relink(
    session: AsyncSession,
    viewer: Person,
    number: int,
    old_person: int,
    now: datetime,
    *,
    owners: Collection[str] = (),
) -> Relinked | None:
    """Give the old account the asker's address, on the word of ``viewer``.

    ``owners`` are the keys of both accounts' drafts, which are removed. None when the request is
    not the viewer's to answer or was answered before. Raises :class:`NotFound` for an account
    that the viewer may not see, :class:`NotAllowed` for one with roles above theirs.
    """
    request = await find(session, viewer, number)
    if request is None or request.kind != RELINK or request.state != "waiting":
        return None
    old = await account(session, viewer, old_person, now)
    if old is None or old.person in (viewer.id, request.person):
        raise NotFound("relink-outside")
    require_manageable(viewer, old)
    if await settle(session, viewer, number, kind=RELINK, state="approved", now=now) is None:
        return None
    by: dict[str, Any] = {"by": viewer.id, "now": now}
    await relinking.move_address(session, old.person, request.person, request.chat, now)
    await relinking.move_requests(session, old.person, request.person)
    await relinking.move_activities(session, old.person, request.person)
    await relinking.move_words(session, old.person, request.person)
    kept = {(grant.role, grant.region) for grant in old.grants}
    await relinking.move_roles(session, old.person, request.person, kept, **by)
    dropped = await relinking.end_two_people(session, old.person, **by)
    await relinking.forget_drafts(session, owners)
    is_told = any(grant.role is Role.AGENCY_PROVINCE for grant in old.grants)
    await relinking.move_deliveries(session, old.chat, request.chat, alerts=is_told)
    await relinking.record(session, old.person, request.region, **by)
    return Relinked(request, old, dropped)
