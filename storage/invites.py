"""Invite links: made once, kept only as hashes, used as often as they say."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NotFound
from bot.rules.roles import Role
from storage.models import Invite


async def create_invite(
    session: AsyncSession,
    role: Role,
    region: str,
    *,
    by: int | None,
    hours: int,
    uses: int,
    now: datetime,
) -> str:
    """Make a link's token (fits a ``start`` payload of 64 characters)."""
    token = "i" + secrets.token_urlsafe(18)
    await session.execute(
        insert(Invite).values(
            token_hash=_hash(token),
            role=role.value,
            region_code=region,
            uses_left=uses,
            expires_at=now + timedelta(hours=hours),
            created_by=by,
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
    return Role(invite.role), invite.region_code, invite.created_by


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
