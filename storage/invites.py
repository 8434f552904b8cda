"""Invite links: made once, kept only as hashes, used as often as they say."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import today
from bot.errors import NotAllowed, NotFound
from bot.forms.values import Say
from bot.rules.roles import Grant, Person, Role, may_invite
from storage.models import Assignment, Invite, RegionRow
from storage.people import in_force


async def create_invite(
    session: AsyncSession,
    role: Role,
    region: str,
    *,
    viewer: Person | None,
    hours: int,
    uses: int,
    now: datetime,
) -> str:
    """Make a link's token (fits a ``start`` payload of 64 characters).

    ``viewer`` is None for an operator at the command line. Raises :class:`NotAllowed` for a role
    or region that is not the viewer's to give, :class:`NotFound` for a region that has ended.
    """
    if viewer is not None and not may_invite(viewer, role, region):
        raise NotAllowed("refused-invite", ask=Say("ask-agency"))
    await _require_region(session, region, now)
    token = "i" + secrets.token_urlsafe(18)
    await session.execute(
        insert(Invite).values(
            token_hash=_hash(token),
            role=role.value,
            region_code=region,
            uses_left=uses,
            expires_at=now + timedelta(hours=hours),
            created_by=viewer.id if viewer else None,
            created_at=now,
        )
    )
    return token


async def look_up(session: AsyncSession, token: str, now: datetime) -> tuple[Role, str, int | None]:
    """(role, region, who invited) of a link. Raises :class:`NotFound` saying why it is no use."""
    invite = await session.get(Invite, _hash(token), populate_existing=True)
    if invite is None:
        raise NotFound("invite-unknown")
    if invite.expires_at <= now:
        raise NotFound("invite-expired")
    if invite.uses_left < 1:
        raise NotFound("invite-used-up")
    await _require_region(session, invite.region_code, now)
    await _require_maker(session, invite, now)
    return Role(invite.role), invite.region_code, invite.created_by


async def _require_maker(session: AsyncSession, invite: Invite, now: datetime) -> None:
    """Raise :class:`NotFound` when whoever made a link may not give its role any more: it rests on
    their word. An operator's links rest on nobody's."""
    if invite.created_by is None:
        return
    rows = await session.execute(
        select(Assignment.role, Assignment.region_code).where(
            Assignment.person_id == invite.created_by, in_force(now)
        )
    )
    grants = tuple(Grant(Role(role), region) for role, region in rows)
    maker = Person(invite.created_by, 0, "", "id", grants)
    if not may_invite(maker, Role(invite.role), invite.region_code):
        raise NotFound("invite-maker-ended")


async def _require_region(session: AsyncSession, region: str, now: datetime) -> None:
    """Raise :class:`NotFound` unless the region is in force on this day."""
    day = today(now)
    found = await session.scalar(
        select(RegionRow.code).where(
            RegionRow.code == region,
            or_(RegionRow.valid_from.is_(None), RegionRow.valid_from <= day),
            or_(RegionRow.valid_until.is_(None), RegionRow.valid_until > day),
        )
    )
    if found is None:
        raise NotFound("invite-region-ended")


async def use(session: AsyncSession, token: str, now: datetime) -> bool:
    """Take one use of a link; False when another was quicker."""
    row = await session.execute(
        update(Invite)
        .where(Invite.token_hash == _hash(token), Invite.uses_left > 0, Invite.expires_at > now)
        .values(uses_left=Invite.uses_left - 1)
        .returning(Invite.uses_left)
    )
    return row.one_or_none() is not None


async def exists(session: AsyncSession, token: str) -> bool:
    found = await session.scalar(select(Invite.role).where(Invite.token_hash == _hash(token)))
    return found is not None


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
