"""A region split in time: new codes begin, the old one may end, and who and what it had moves on.

What was done stays under the old code, with its name of that day; who may read a successor reads
that too (:func:`storage.regions.with_past`). Cases are sealed with their village and never move.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import WIB, new_id, today
from bot.errors import AppError
from bot.rules.regions import Region, squeeze
from bot.rules.roles import Role
from bot.rules.splits import code_fault, kind_of
from storage import role_log
from storage.models import (
    Assignment,
    Broadcast,
    Invite,
    Kampung,
    MemberRequest,
    PersonRow,
    RegionRow,
    WorkingGroupChat,
)
from storage.people import within
from storage.regions import Editor, Operator, check_day, check_name, editable, touch


@dataclass(frozen=True, slots=True)
class Split:
    """``into``: (code, name) of what begins on the day ``on``. With ``ends`` the old region ends
    that day, and its people and things move to ``people``, one of the new codes."""

    code: str
    into: tuple[tuple[str, str], ...]
    on: date
    source: str
    ends: bool = False
    people: str | None = None

    def successor(self) -> str:
        """Where people move. Raises :class:`AppError` unless it is said, or only one is new."""
        codes = [code for code, _ in self.into]
        if self.people is None and len(codes) == 1:
            return codes[0]
        if self.people not in codes:
            raise AppError("region-successor-missing")
        return self.people


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody whose role is now for another region, to be told so."""

    chat: int
    language: str
    is_reachable: bool
    role: Role
    region: str


@dataclass(frozen=True, slots=True)
class Moving:
    """How much would move with a region that ends."""

    roles: int
    kampung: int
    groups: int
    requests: int
    invites: int
    broadcasts: int


def _not_ended(code: str, now: datetime) -> ColumnElement[bool]:
    """Roles in force, to come, waiting for the second person or suspended."""
    until = Assignment.valid_until
    return and_(Assignment.region_code == code, or_(until.is_(None), until > now))


def _what_moves(code: str, now: datetime) -> Sequence[tuple[Any, ColumnElement[bool]]]:
    """Tables whose open rows go to the successor by their region, and which rows those are."""
    is_open = and_(Invite.uses_left > 0, Invite.expires_at > now)
    return (
        (Kampung, Kampung.region_code == code),
        (WorkingGroupChat, WorkingGroupChat.region_code == code),
        (MemberRequest, and_(MemberRequest.region_code == code, MemberRequest.state == "waiting")),
        (Invite, and_(Invite.region_code == code, is_open)),
        (
            Broadcast,
            and_(Broadcast.region_code == code, Broadcast.state.in_(("draft", "scheduled"))),
        ),
    )


async def what_moves(session: AsyncSession, by: Editor, code: str, now: datetime) -> Moving:
    """Counts for whoever is about to end a region. Raises what :func:`editable` does."""
    await editable(session, by, code)
    roles = select(func.count()).select_from(Assignment).where(_not_ended(code, now))
    counts = [await session.scalar(roles) or 0]
    for model, condition in _what_moves(code, now):
        found = select(func.count()).select_from(model).where(condition)
        counts.append(await session.scalar(found) or 0)
    return Moving(*counts)


async def split(session: AsyncSession, by: Editor, plan: Split, now: datetime) -> Sequence[Moved]:
    """Carry a split out; all or nothing. Returns whose role moved.

    Raises what :func:`editable` does, and :class:`AppError` for a code, a name, a day or a
    successor that cannot be.
    """
    old = await editable(session, by, plan.code)
    await check(session, plan, old, now)
    for code, name in plan.into:
        session.add(_begun(plan, code, name))
    await session.flush()
    moved: Sequence[Moved] = ()
    if plan.ends:
        old.valid_until = plan.on
        await session.flush()
        moved = await _move(session, by, plan, now)
    await touch(session)
    return moved


async def check(session: AsyncSession, plan: Split, old: RegionRow, now: datetime) -> None:
    """Raise :class:`AppError` for the first thing that is wrong with a plan."""
    check_day(plan.on, today(now))
    if old.valid_from is not None and plan.on <= old.valid_from:
        raise AppError("region-split-order", value=old.name, since=old.valid_from)
    codes = [code for code, _ in plan.into]
    if not codes or len(set(codes)) != len(codes):
        raise AppError("region-code-taken")
    names = [squeeze(name) for _, name in plan.into]
    if len(set(names)) != len(names):
        raise AppError("region-name-taken", value=plan.into[-1][1])
    for code, name in plan.into:
        fault = code_fault(code, plan.code, (await _known(session, code)).get)
        if fault is not None:
            raise AppError(fault)
        # The old one's name may go on in one of the new ones, when it ends.
        spared = plan.code if plan.ends else code
        await check_name(session, name, spared, code.rpartition(".")[0])
    if plan.ends:
        plan.successor()
        await _refuse_with_parts(session, plan.code)


async def _known(session: AsyncSession, code: str) -> dict[str, Region]:
    """The region of a code and the one above it, as far as there are any."""
    rows = await session.scalars(
        select(RegionRow).where(RegionRow.code.in_((code, code.rpartition(".")[0])))
    )
    return {
        row.code: Region(row.code, row.name, row.kind, row.parent, until=row.valid_until)
        for row in rows
    }


async def _refuse_with_parts(session: AsyncSession, code: str) -> None:
    inside = select(RegionRow.code).where(
        within(RegionRow.code, [code]), RegionRow.code != code, RegionRow.valid_until.is_(None)
    )
    if await session.scalar(inside.limit(1)) is not None:
        raise AppError("region-has-parts")


def _begun(plan: Split, code: str, name: str) -> RegionRow:
    return RegionRow(
        code=code,
        name=name,
        kind=kind_of(code),
        parent=code.rpartition(".")[0],
        source=plan.source[:60],
        valid_from=plan.on,
        valid_until=None,
        succeeds=plan.code,
    )


async def _move(session: AsyncSession, by: Editor, plan: Split, now: datetime) -> list[Moved]:
    successor = plan.successor()
    moved = await _move_roles(session, by, plan, successor, now)
    for model, condition in _what_moves(plan.code, now):
        await session.execute(update(model).where(condition).values(region_code=successor))
    return moved


async def _move_roles(
    session: AsyncSession, by: Editor, plan: Split, successor: str, now: datetime
) -> list[Moved]:
    """End each role and begin the same at the successor, in the same moment."""
    rows = await session.execute(
        select(Assignment, PersonRow.telegram_id, PersonRow.language, PersonRow.reachable)
        .join(PersonRow, PersonRow.id == Assignment.person_id)
        .where(_not_ended(plan.code, now))
        .order_by(Assignment.id)
    )
    start = datetime.combine(plan.on, time(), WIB)
    moved: list[Moved] = []
    for role, chat, language, reachable in rows.all():
        begins = max(start, role.valid_from)
        number = await _begin_again(session, role, successor, begins)
        role.valid_until = begins
        await role_log.record(
            session,
            "moved",
            at=now,
            person=role.person_id,
            actor=None if isinstance(by, Operator) else by.id,
            role=role.role,
            region=successor,
            assignment=number,
            reason=f"{plan.code} → {successor}, {plan.source}",
        )
        moved.append(Moved(chat, language, reachable, Role(role.role), successor))
    await session.flush()
    return moved


async def _begin_again(
    session: AsyncSession, role: Assignment, region: str, begins: datetime
) -> int:
    number = new_id()
    await session.execute(
        insert(Assignment).values(
            id=number,
            person_id=role.person_id,
            role=role.role,
            region_code=region,
            valid_from=begins,
            valid_until=role.valid_until,
            suspended=role.suspended,
            granted_by=role.granted_by,
            confirmed_by=role.confirmed_by,
            confirmed_at=role.confirmed_at,
        )
    )
    return number
