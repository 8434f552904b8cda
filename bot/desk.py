"""What the updates of one transaction share: people and drafts read once, rows written together."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from bot.drafts import Drafts
from bot.rules.roles import Person
from bot.work import Incoming, Surroundings, Work
from storage import batch
from storage.drafts import StoredDraft
from storage.models import Base, Delivery, Job


class Desk:
    """All the updates of one transaction share it: people and drafts are read once, rows are
    gathered and written in one statement a table."""

    def __init__(self, connection: AsyncConnection, around: Surroundings, now: datetime) -> None:
        self.connection = connection
        self.around = around
        self.now = now
        self.has_outbox = False
        self.has_new_regions = False
        self.has_new_hints = False
        self._session: AsyncSession | None = None
        self._people: dict[int, Person] = {}
        self._drafts: dict[tuple[int, int], Drafts] = {}
        self._rows: dict[type[Base], list[dict[str, Any]]] = {}

    async def load_drafts(self, update: Incoming) -> Drafts:
        """Read one person's drafts, outside any update."""
        drafts = self.drafts_of(update)
        for row in await self.connection.run_sync(batch.drafts, list(drafts.owners)):
            drafts.load(row)
        return drafts

    async def load(self, updates: Sequence[Incoming]) -> set[int]:
        """Note the updates as handled, and read who writes and their drafts, in one switch.

        Returns the ids of those that were new.
        """
        for update in updates:
            self.drafts_of(update)
        by_owner = {owner: drafts for drafts in self._drafts.values() for owner in drafts.owners}
        opening = await self.connection.run_sync(
            batch.open_batch,
            [update.update_id for update in updates],
            _senders(updates),
            list(by_owner),
            self.now,
        )
        self._people = opening.people
        for row in opening.drafts:
            by_owner[row.owner].load(row)
        return opening.new

    async def reload_people(self, updates: Sequence[Incoming]) -> None:
        """Read the people again, after a role changed within this transaction."""
        self._people = await self.connection.run_sync(batch.people, _senders(updates), self.now)

    async def session(self) -> AsyncSession:
        """A session within the transaction, made for the first who asks, with everything
        gathered so far already written."""
        await self.flush_rows()
        if self._session is None:
            self._session = AsyncSession(
                bind=self.connection,
                expire_on_commit=False,
                join_transaction_mode="rollback_only",
            )
        return self._session

    def work(self, update: Incoming) -> Work:
        person = self._people.get(update.sender) if update.sender is not None else None
        return Work(self, update, person)

    def drafts_of(self, update: Incoming) -> Drafts:
        key = (update.sender or 0, update.chat or 0)
        if key not in self._drafts:
            self._drafts[key] = Drafts(*key, self.around.vault)
        return self._drafts[key]

    def add(self, model: type[Base], row: dict[str, Any]) -> None:
        self._rows.setdefault(model, []).append(row)
        self.has_outbox = self.has_outbox or model in (Delivery, Job)

    async def flush_rows(self) -> None:
        """Write gathered rows now, since somebody is about to read."""
        if self._session is not None:
            await self._session.flush()
        if self._rows:
            await self._write((), ())

    async def close(self) -> None:
        """Write everything that is still only in memory; the caller commits."""
        if self._session is not None:
            await self._session.flush()
        changed: list[StoredDraft] = []
        dropped: set[tuple[str, str]] = set()
        for drafts in self._drafts.values():
            rows, gone = drafts.changes()
            changed += rows
            dropped |= gone
        if changed or dropped or self._rows:
            await self._write(changed, dropped)
        if self._session is not None:
            await self._session.close()

    async def _write(
        self, changed: Sequence[StoredDraft], dropped: Collection[tuple[str, str]]
    ) -> None:
        rows, self._rows = self._rows, {}
        await self.connection.run_sync(batch.close_batch, rows, changed, sorted(dropped), self.now)


def _senders(updates: Sequence[Incoming]) -> list[int]:
    return [update.sender for update in updates if update.sender is not None]
