"""The deliverer's side of the outbox table: claims, begins and endings, each durable at once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from storage import broadcasts, claims, outbox, people, territory
from storage.claims import Claimed, Ending
from storage.database import Database
from storage.secrets import Vault


class Ledger:
    """One deliverer's hand on the table. ``who`` names the deliverer in its leases."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        vault: Vault | None,
        *,
        who: str,
        lease: timedelta,
    ) -> None:
        self._database = database
        self._clock = clock
        self._vault = vault
        self._who = who
        self._lease = lease
        self._contents: dict[int, tuple[str, str | None]] = {}

    async def claim(self, limit: int, below: int | None = None) -> list[Claimed]:
        """Take due rows under a lease."""
        now = self._clock.now()
        async with self._database.session() as session:
            rows = await claims.claim(
                session,
                self._vault,
                who=self._who,
                limit=limit,
                now=now,
                until=now + self._lease,
                below=below,
            )
            await session.commit()
        return rows

    async def begin(self, row: Claimed) -> bool:
        """Note that the request leaves now. False when the row is no longer ours."""
        now = self._clock.now()
        async with self._database.session() as session:
            begun = await claims.begin(
                session, [row.id], who=self._who, now=now, until=now + self._lease
            )
            await session.commit()
        return row.id in begun

    async def settle(self, ending: Ending) -> None:
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=self._clock.now())
            await session.commit()

    async def unreachable(self, chat: int, ending: Ending) -> None:
        """An ending that also tells of the person or group: out of reach."""
        now = self._clock.now()
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=now)
            if chat > 0:
                await people.set_reachable(session, chat, False, now)
            else:
                await territory.set_group_state(session, chat, "unreachable")
            await session.commit()

    async def moved(self, old: int, ending: Ending, new: int) -> None:
        """A group's new id: its binding and everything queued for it go along."""
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=self._clock.now())
            await outbox.migrate_chat(session, old, new)
            await territory.migrate_group(session, old, new)
            await session.commit()

    async def tend(self, held: Collection[int]) -> tuple[int, int]:
        """Renew the leases of what is in hand and take back what nobody holds any more."""
        now = self._clock.now()
        async with self._database.session() as session:
            await claims.renew(session, held, who=self._who, until=now + self._lease)
            recovered = await claims.recover(session, now)
            await session.commit()
        return recovered

    async def release(self) -> None:
        async with self._database.session() as session:
            await claims.release(session, who=self._who)
            await session.commit()

    async def content(self, row: Claimed) -> tuple[str, Mapping[str, Any]]:
        """Method and parameters of a row; a broadcast's stand once, in its own row."""
        if row.broadcast_id is None or row.params:
            return row.method, row.params
        found = self._contents.get(row.broadcast_id)
        if found is None:
            async with self._database.session() as session:
                found = await broadcasts.content(session, row.broadcast_id)
            if found is None:
                return row.method, {}
            self._contents[row.broadcast_id] = found
        body, photo = found
        if photo is not None:
            return "sendPhoto", {"photo": photo, **({"caption": body} if body else {})}
        return "sendMessage", {"text": body}

    async def queue(self, rows: Sequence[dict[str, Any]]) -> None:
        async with self._database.session() as session:
            await outbox.queue(session, rows)
            await session.commit()
