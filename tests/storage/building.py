"""Rows that the stories begin with, each committed as another process would have left it."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rules.roles import Person, Role
from storage import claims, outbox
from storage.assignments import assign
from storage.claims import Claimed
from storage.database import Database
from storage.models import Broadcast, Delivery, WorkingGroupChat
from storage.outbox import Priority
from storage.people import load_people, register
from storage.secrets import Vault

NOW = datetime(2026, 11, 19, 3, 0, tzinfo=UTC)
LEASE = NOW + timedelta(seconds=20)
PROVINCE = "19"
BANGKA = "19.01"
BELITUNG = "19.02"
KENANGA = "19.01.01.1001"
VAULT = Vault(bytes(range(32)))
OTHER_VAULT = Vault(bytes(32))


async def a_person(
    database: Database, telegram_id: int, *grants: tuple[Role, str], name: str = "Budi"
) -> Person:
    """Somebody registered, with confirmed roles."""
    async with database.write() as session:
        number = await register(
            session, telegram_id=telegram_id, name=name, language="id", consent_version=1, now=NOW
        )
        for role, region in grants:
            await give(session, number, role, region)
    return await loaded(database, telegram_id)


async def give(
    session: AsyncSession,
    person: int,
    role: Role,
    region: str,
    *,
    by: int | None = None,
    confirmed: bool = True,
) -> int:
    return await assign(
        session,
        person_id=person,
        role=role,
        region=region,
        granted_by=by,
        now=NOW,
        confirmed=confirmed,
    )


async def loaded(database: Database, telegram_id: int, now: datetime = NOW) -> Person:
    async with database.session() as session:
        return (await load_people(session, [telegram_id], now))[telegram_id]


async def a_group(
    database: Database, chat: int, region: str = KENANGA, state: str = "active"
) -> None:
    async with database.write() as session:
        session.add(
            WorkingGroupChat(
                chat_id=chat,
                region_code=region,
                title="POKJA",
                state=state,
                bound_by=1,
                bound_at=NOW,
            )
        )


async def queued(database: Database, chat: int = 7, **changes: Any) -> int:
    """One delivery in the outbox; ``changes`` are arguments of ``outbox.delivery``."""
    given: dict[str, Any] = {"priority": Priority.ANSWER, "now": NOW, **changes}
    method, params = given.pop("method", "sendMessage"), given.pop("params", {"text": "halo"})
    row = outbox.delivery(chat, method, params, **given)
    async with database.write() as session:
        await outbox.queue(session, [row])
    number: int = row["id"]
    return number


async def claimed(
    database: Database,
    who: str = "first",
    *,
    limit: int = 100,
    now: datetime = NOW,
    vault: Vault | None = VAULT,
    below: int | None = None,
) -> list[Claimed]:
    """What one deliverer takes, committed."""
    until = now + (LEASE - NOW)
    async with database.write() as session:
        return await claims.claim(
            session, vault, who=who, limit=limit, now=now, until=until, below=below
        )


async def begun(database: Database, ids: Sequence[int], who: str = "first") -> set[int]:
    async with database.write() as session:
        return await claims.begin(session, ids, who=who, now=NOW, until=LEASE)


async def delivery(database: Database, number: int) -> Delivery:
    """A delivery as a second session reads it."""
    async with database.session() as session:
        found = await session.get(Delivery, number)
    assert found is not None
    return found


async def deliveries(database: Database) -> Sequence[Delivery]:
    async with database.session() as session:
        return (await session.scalars(select(Delivery).order_by(Delivery.id))).all()


async def a_broadcast(database: Database, person: Person, **changes: Any) -> Broadcast:
    """A confirmed broadcast that is due."""
    fields: dict[str, Any] = {
        "id": 1,
        "person_id": person.id,
        "chat_id": person.telegram_id,
        "region_code": PROVINCE,
        "audience": "everyone",
        "body": "Posyandu besok",
        "photo": None,
        "due_at": NOW,
        "state": "scheduled",
        "created_at": NOW,
        **changes,
    }
    async with database.write() as session:
        row = Broadcast(**fields)
        session.add(row)
    return row


def on_disk(database: Database) -> bytes:
    """Every byte of a SQLite file and of the log beside it."""
    path = Path(database.engine.url.database or "")
    return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()


async def somebody_waits(database: Database) -> None:
    """Until a session of this PostgreSQL database waits for another one's lock."""
    waiting = text(
        "select count(*) from pg_locks join pg_stat_activity using (pid) "
        "where not granted and datname = current_database()"
    )
    async with asyncio.timeout(10):
        while True:
            async with database.session() as session:
                if await session.scalar(waiting):
                    return
            await asyncio.sleep(0.005)
