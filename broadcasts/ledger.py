"""The deliverer's side of the outbox table: claims, begins and endings, each durable at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import notices
from bot.clock import Clock
from storage import broadcasts, claims, files, group_health, groups, outbox
from storage.claims import Claimed, Ending
from storage.database import Database
from storage.files import Attachment
from storage.secrets import Vault

TOPICS_KEPT = timedelta(minutes=1)
"""How long a group's topic is believed before the table is asked again."""
MOST_TOPICS = 10_000


class Ledger:
    """One deliverer's hand on the table. ``who`` names the deliverer in its leases; ``exports`` is
    the folder of files too large for the database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        vault: Vault | None,
        *,
        who: str,
        lease: timedelta,
        exports: Path = Path("data/exports"),
    ) -> None:
        self._exports = exports
        self._database = database
        self._clock = clock
        self._vault = vault
        self._who = who
        self._lease = lease
        self._carried: dict[int, Path] = {}
        self._contents: dict[int, tuple[str, str | None]] = {}
        self._topics: dict[int, tuple[datetime, int | None]] = {}

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
            is_ours = await claims.settle(session, ending, who=self._who, now=self._clock.now())
            await session.commit()
        carried = self._carried.pop(ending.id, None)
        if carried is not None and is_ours and ending.state in claims.FINAL:
            carried.unlink(missing_ok=True)

    async def arrived(self, group: int, ending: Ending) -> None:
        """An ending that also tells that a message has arrived in this group."""
        now = self._clock.now()
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=now)
            await group_health.delivered(session, group, now)
            await session.commit()

    async def unreachable(self, chat: int, ending: Ending) -> None:
        """An ending that also tells of the person or group: out of reach. Those responsible are
        told in the same transaction."""
        now = self._clock.now()
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=now)
            if chat > 0:
                await notices.person_away(session, chat, now, self._vault)
            else:
                await notices.group_away(session, chat, now)
            await session.commit()

    async def muted(self, chat: int, ending: Ending) -> None:
        """An ending that also tells that the bot may not write in this group."""
        now = self._clock.now()
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=now)
            await notices.group_muted(session, chat, now)
            await session.commit()

    async def topic_gone(self, chat: int, ending: Ending) -> None:
        """The group's topic is closed or deleted: from now on its general topic."""
        self._topics.pop(chat, None)
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=self._clock.now())
            await group_health.forget_topic(session, chat)
            await session.commit()

    async def moved(self, old: int, ending: Ending, new: int) -> None:
        """A group's new id: its binding and everything queued for it go along."""
        async with self._database.session() as session:
            await claims.settle(session, ending, who=self._who, now=self._clock.now())
            await outbox.migrate_chat(session, old, new)
            await groups.migrate_group(session, old, new)
            await session.commit()

    async def in_topic(
        self, chat: int, method: str, params: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The parameters with the topic that this group was bound in; a broadcast's rows and
        those of notices do not carry it themselves."""
        if chat >= 0 or not method.startswith("send") or "message_thread_id" in params:
            return params
        now = self._clock.now()
        known = self._topics.get(chat)
        if known is None or now - known[0] >= TOPICS_KEPT:
            async with self._database.session() as session:
                known = now, await group_health.topic_of(session, chat)
            if len(self._topics) >= MOST_TOPICS:
                self._topics.clear()
            self._topics[chat] = known
        return params if known[1] is None else {**params, "message_thread_id": known[1]}

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
        """Method and parameters of a row; a broadcast's stand once, in its own row, and a file it
        carries is read anew for each attempt. Raises :class:`storage.files.MissingFile`."""
        carried = files.attached(row.params)
        if carried is not None:
            name, number = carried
            async with self._database.session() as session:
                file = await files.load(session, number)
            return row.method, {**row.params, name: self._on_disk(row, file)}
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

    def _on_disk(self, row: Claimed, file: Attachment) -> Attachment:
        """A large file with the whole way to it; it goes when its delivery has ended."""
        if file.path is None:
            return file
        path = self._exports / Path(file.path).name
        if not path.is_file():
            raise files.MissingFile
        self._carried[row.id] = path
        return replace(file, path=str(path))

    async def queue(self, rows: Sequence[dict[str, Any]]) -> None:
        async with self._database.session() as session:
            await outbox.queue(session, rows)
            await session.commit()
