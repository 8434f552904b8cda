"""Looks at a group through Telegram: who bound it, how many are in it, what the bot may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from bot import notices
from bot.rules.roles import Act, Person, Role
from broadcasts.jobs import NotYet, Tools
from broadcasts.refusals import is_chat_gone
from broadcasts.wake import Wake
from storage import group_health, groups, jobs, outbox, people
from storage.database import Database
from storage.group_health import Rights
from storage.jobs import ClaimedJob
from storage.models import WorkingGroupChat
from storage.outbox import Priority

KIND = "group_look"
INSIDE = ("creator", "administrator", "member", "restricted")
EVERY = timedelta(days=7)
"""How old what is known of a group's health may be."""
AT_ONCE = 5
PAUSE = timedelta(minutes=1)
BOT_LEFT = ("left", "kicked")


@dataclass(frozen=True, slots=True)
class Seen:
    """A group as Telegram shows it. ``binder`` is the status of who bound it; None: not shown."""

    title: str | None
    members: int | None
    rights: Rights
    binder: str | None


async def look(tools: Tools, job: ClaimedJob) -> str | None:
    """Look at the group of the job (``{"chat": id}``), and decide about one just bound.

    With ``{"tell": person}`` that person is told when it is done.
    """
    chat = int(job.params["chat"])
    async with tools.database.session() as session:
        group = await groups.bound_group(session, chat)
        known = await people.telegram_id_of(session, group.bound_by) if group else None
    if group is None:
        return "not bound"
    try:
        seen = await _see(tools, chat, known[0] if known else None)
    except RetryAfter as wait:
        pause = wait.retry_after
        seconds = pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
        raise NotYet(tools.clock.now() + seconds, "flood wait") from None
    except ChatMigrated as moved:
        return await _moved(tools, chat, moved.new_chat_id)
    except (Forbidden, BadRequest) as error:
        if isinstance(error, BadRequest) and not is_chat_gone(error.message):
            raise
        seen = None
    async with tools.database.session() as session:
        outcome = await _note(tools, session, chat, seen)
        await _tell(tools, session, job, chat)
        await session.commit()
    return outcome


async def _see(tools: Tools, chat: int, binder: int | None) -> Seen | None:
    """Ask Telegram. None: the bot is not in the group. Raises ``TelegramError``."""
    ask = tools.telegram.ask
    shown = await ask("getChat", {"chat_id": chat})
    me = await ask("getMe", {})
    mine = await ask("getChatMember", {"chat_id": chat, "user_id": me["id"]})
    if mine["status"] in BOT_LEFT:
        return None
    count = await ask("getChatMemberCount", {"chat_id": chat})
    status = await _status(tools, chat, binder) if binder is not None else None
    return Seen(shown.get("title"), count, rights_of(mine, shown), status)


async def _status(tools: Tools, chat: int, person: int) -> str | None:
    """Somebody's standing in the group, as far as the bot's rights let it see."""
    try:
        found = await tools.telegram.ask("getChatMember", {"chat_id": chat, "user_id": person})
    except RetryAfter:
        raise
    except (BadRequest, Forbidden):
        return None
    if found["status"] == "restricted" and not found.get("is_member", False):
        return "left"
    return str(found["status"])


def rights_of(member: Mapping[str, Any], chat: Mapping[str, Any]) -> Rights:
    """What a ChatMember may do; an ordinary one what the group lets everybody do."""
    status = member["status"]
    if status in ("creator", "administrator"):
        return Rights(
            can_post=True,
            can_pin=bool(member.get("can_pin_messages", status == "creator")),
            can_delete=bool(member.get("can_delete_messages", status == "creator")),
        )
    source = member if status == "restricted" else chat.get("permissions", {})
    return Rights(bool(source.get("can_send_messages", True)), can_pin=False, can_delete=False)


async def _moved(tools: Tools, old: int, new: int) -> str:
    """The group became a supergroup: go on there."""
    now = tools.clock.now()
    async with tools.database.session() as session:
        await outbox.migrate_chat(session, old, new)
        await groups.migrate_group(session, old, new)
        await jobs.ask(session, jobs.job(KIND, {"chat": new}, now=now))
        await session.commit()
    return "moved"


async def _note(tools: Tools, session: AsyncSession, chat: int, seen: Seen | None) -> str:
    """Write down what was seen; a word on it for the job's row."""
    now = tools.clock.now()
    group = await groups.bound_group(session, chat)
    if group is None:
        return "not bound"
    if seen is None:
        await notices.group_away(session, chat, now)
        return "away"
    group.members, group.title = seen.members, (seen.title or group.title)[:255]
    await session.flush()
    if group.state == "checking":
        group.can_post, group.can_pin = seen.rights.can_post, seen.rights.can_pin
        group.can_delete, group.seen_at = seen.rights.can_delete, now
        return await _decide(session, group, seen.binder, now)
    if seen.rights.can_post:
        await notices.group_back(session, chat, seen.rights, now)
        return "seen"
    group.seen_at = now
    await session.flush()
    await notices.group_muted(session, chat, now)
    return "muted"


async def _decide(
    session: AsyncSession, group: WorkingGroupChat, status: str | None, now: datetime
) -> str:
    """Whether the binder's standing is enough, or the kampung's POKJA is asked."""
    binder = await _binder(session, group, now)
    if binder is None or not binder.may(Act.BIND_GROUP, group.region_code):
        group.state = "unbound"
        await session.flush()
        return "no longer responsible"
    if belongs(status, binder, group.region_code):
        group.state = "active"
        await session.flush()
        await tell_group(session, group, "group-bound", now)
        return "active"
    group.state = "pending"
    await session.flush()
    await tell_group(session, group, "group-pending", now)
    await _ask_pokja(session, group, binder, now)
    return "pending"


def belongs(status: str | None, binder: Person, village: str) -> bool:
    """An administrator of the group, or a visible member who is of the village's own people."""
    if status in ("creator", "administrator"):
        return True
    own = {grant.role for grant in binder.grants if grant.region == village}
    return status in INSIDE and bool(own & {Role.WORKING_GROUP, Role.CADRE})


async def _binder(session: AsyncSession, group: WorkingGroupChat, now: datetime) -> Person | None:
    known = await people.telegram_id_of(session, group.bound_by)
    if known is None:
        return None
    return (await people.load_people(session, [known[0]], now)).get(known[0])


async def _ask_pokja(
    session: AsyncSession, group: WorkingGroupChat, binder: Person, now: datetime
) -> None:
    asked = await groups.asked_to_confirm(session, group, now)
    where = await notices.place(session, group.region_code)
    rows = []
    for one in asked[: notices.MOST_TOLD]:
        key = "group-ask-alone" if one.person == binder.id else "group-ask"
        buttons = [
            [("group-yes", f"gr:y:{group.chat_id}")],
            [("group-no", f"gr:n:{group.chat_id}")],
        ]
        rows.append(
            notices.note(
                one.chat,
                one.language,
                key,
                now=now,
                priority=Priority.ANSWER,
                rows=buttons,
                title=group.title,
                place=where,
                name=binder.name,
            )
        )
    await outbox.queue(session, rows)


async def tell_group(
    session: AsyncSession, group: WorkingGroupChat, key: str, now: datetime
) -> None:
    """Say something in a group, in Indonesian; the outbox knows its topic."""
    where = await notices.place(session, group.region_code)
    row = notices.note(group.chat_id, "id", key, now=now, priority=Priority.ANSWER, place=where)
    await outbox.queue(session, [row])


async def _tell(tools: Tools, session: AsyncSession, job: ClaimedJob, chat: int) -> None:
    """Who asked for the look hears what was found."""
    if "tell" not in job.params:
        return
    known = await people.telegram_id_of(session, int(job.params["tell"]))
    group = await groups.bound_group(session, chat)
    if known is None or group is None:
        return
    row = notices.note(
        known[0],
        known[1],
        "group-looked",
        now=tools.clock.now(),
        priority=Priority.ANSWER,
        rows=[[("group-open-card", f"gr:c:{chat}")]],
        title=group.title,
    )
    await outbox.queue(session, [row])


class GroupHealth:
    """Has groups looked at that were not seen for a week, a few in a minute, so that what people
    wait for never stands behind it."""

    def __init__(self, database: Database, wake: Wake) -> None:
        self._database = database
        self._wake = wake
        self._next: datetime | None = None
        self._asked: set[int] = set()
        self._day: date | None = None

    async def turn(self, now: datetime) -> None:
        """Ask for a few looks, once a minute."""
        if self._next is not None and now < self._next:
            return
        self._next = now + PAUSE
        async with self._database.session() as session:
            found = await self._due(session, now)
            for chat in found:
                once = f"look:{chat}:{now.date()}"
                await jobs.ask(session, jobs.job(KIND, {"chat": chat}, now=now, once=once))
            await session.commit()
        if found:
            self._wake.ring()

    async def _due(self, session: AsyncSession, now: datetime) -> list[int]:
        """The next few. Those asked about today that still were not seen (their look fails) do
        not stand in the way of the others; tomorrow they are tried again."""
        if self._day != now.date():
            self._day, self._asked = now.date(), set()
        limit = AT_ONCE + len(self._asked)
        waiting = await group_health.not_seen_since(session, now - EVERY, limit)
        self._asked &= set(waiting)
        chosen = [chat for chat in waiting if chat not in self._asked][:AT_ONCE]
        self._asked.update(chosen)
        return chosen
