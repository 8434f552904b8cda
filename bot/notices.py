"""Tells those responsible, through the outbox, of a person or a group that is out of reach.

Shared by the edges that meet it: updates, answers and deliveries.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.forms import Label, Plain, Say
from bot.rules.roles import LADDER, TWO_PEOPLE, Role
from storage import outbox
from storage.group_health import Rights, note_away, note_back, note_muted
from storage.models import Assignment, PersonRow, RegionRow, WorkingGroupChat
from storage.outbox import Priority
from storage.people import in_force, set_reachable
from storage.secrets import Vault
from storage.supervisors import Contact, nearest

WEEK = 7 * 24 * 3600
MOST_TOLD = 10
"""Supervisors of one rung who are told; in a kab/kota there may be many."""


async def place(session: AsyncSession, code: str) -> Label:
    """A region's name as it is shown, read from the table: a village's with its kecamatan."""
    row = await session.get(RegionRow, code)
    if row is None:
        return Plain(code)
    above = await session.get(RegionRow, row.parent) if row.kind in ("desa", "kelurahan") else None
    return Plain(f"{row.name} (Kec. {above.name})" if above else row.name)


def note(
    chat: int,
    language: str,
    key: str,
    *,
    now: datetime,
    priority: Priority = Priority.REMINDER,
    once: str | None = None,
    vault: Vault | None = None,
    rows: Sequence[Sequence[tuple[str, str]]] = (),
    **args: Any,
) -> dict[str, Any]:
    """An outbox row that says a text; with ``vault`` nothing of it is in clear. ``rows`` are
    buttons: (key of the label, callback data)."""
    params: dict[str, Any] = {"text": texts.say(key, language, **args), "parse_mode": "HTML"}
    if rows:
        params["reply_markup"] = _buttons(rows, language)
    return outbox.delivery(
        chat, "sendMessage", params, priority=priority, now=now, once=once, seal_with=vault
    )


def _buttons(rows: Sequence[Sequence[tuple[str, str]]], language: str) -> Mapping[str, Any]:
    return {
        "inline_keyboard": [
            [
                {"text": texts.plain_of(Say(key), language), "callback_data": data}
                for key, data in row
            ]
            for row in rows
        ]
    }


async def group_away(session: AsyncSession, chat: int, now: datetime) -> None:
    """The bot was put out of a group, or the group is gone: mark it, tell its supervisor once."""
    group = await note_away(session, chat, now)
    if group is not None:
        await _tell_of_group(session, group, "group-told-away", now)


async def group_muted(session: AsyncSession, chat: int, now: datetime) -> None:
    """The bot may not write in a group any more: mark it, tell its supervisor once."""
    group = await note_muted(session, chat, now)
    if group is not None:
        await _tell_of_group(session, group, "group-told-muted", now)


async def group_back(session: AsyncSession, chat: int, rights: Rights, now: datetime) -> None:
    """The bot is in a group and may write: clear the marks, and tell who was told of them."""
    group = await note_back(session, chat, rights, now)
    if group is not None:
        await _tell_of_group(session, group, "group-told-back", now)


async def _tell_of_group(
    session: AsyncSession, group: WorkingGroupChat, key: str, now: datetime
) -> None:
    found = await nearest(session, group.region_code, now)
    if found is None:
        return
    where = await place(session, group.region_code)
    rows = [
        note(one.chat, one.language, key, now=now, title=group.title, place=where)
        for one in found[1][:MOST_TOLD]
    ]
    await outbox.queue(session, rows)


async def person_away(
    session: AsyncSession, telegram_id: int, now: datetime, vault: Vault | None
) -> None:
    """Somebody blocked the bot or left Telegram: mark it, and tell the nearest supervisors of
    their roles, at most once in a week each."""
    number = await set_reachable(session, telegram_id, False, now)
    if number is None:
        return
    name, roles = await _roles_of(session, number, now)
    told = await _supervisors(session, number, roles, now)
    week = int(now.timestamp()) // WEEK
    rows = []
    for contact, theirs in told.values():
        rows.append(
            note(
                contact.chat,
                contact.language,
                "person-told-away" if theirs else "person-told-away-bare",
                now=now,
                once=f"away:{number}:{contact.person}:{week}",
                vault=vault,
                name=name,
                roles=theirs,
            )
        )
    await outbox.queue(session, rows)


async def _roles_of(
    session: AsyncSession, number: int, now: datetime
) -> tuple[str, Sequence[tuple[Role, str]]]:
    name = await session.scalar(select(PersonRow.name).where(PersonRow.id == number))
    rows = await session.execute(
        select(Assignment.role, Assignment.region_code)
        .where(Assignment.person_id == number, in_force(now))
        .order_by(Assignment.id)
    )
    return name or "", [(Role(role), region) for role, region in rows]


async def _supervisors(
    session: AsyncSession, number: int, roles: Sequence[tuple[Role, str]], now: datetime
) -> dict[int, tuple[Contact, list[Label]]]:
    """Who is told, and of which roles. Those that open child-protection data are told of to
    DP3ACSKB alone, and never named."""
    found: dict[int, tuple[Contact, list[Label]]] = {}
    for role, region in roles:
        is_quiet = role in TWO_PEOPLE
        rungs = (Role.AGENCY_PROVINCE,) if is_quiet else LADDER
        near = await nearest(session, region, now, rungs=rungs, without=(number,))
        for one in near[1][:MOST_TOLD] if near else ():
            _, theirs = found.setdefault(one.person, (one, []))
            if not is_quiet:
                key = f"role-{role.value.replace('_', '-')}"
                where = await place(session, region)
                theirs.append(Say("role-in-place", {"role": Say(key), "place": where}))
    return found
