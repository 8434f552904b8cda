"""Makes the files of /unduh: a message that tells how far it is, then the file itself, once."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import texts
from bot.errors import StorageTrouble
from bot.rules.export_order import Order, order_of
from bot.rules.roles import Person
from broadcasts.export_work import make
from broadcasts.jobs import ATTEMPTS, Tools
from reports.activity_files import STEP, Written
from storage import exporting, files, outbox, people
from storage.files import Attachment
from storage.jobs import ClaimedJob
from storage.outbox import Priority

MOST_BYTES = 49_000_000
"""Telegram takes files of 50 MB from bots; some of it is the wrapping."""
LONG = 2 * STEP
"""Activities from which on somebody is told how far it is."""


async def export(tools: Tools, job: ClaimedJob) -> str | None:
    """Make one file and queue it for whoever asked. Whoever lost the right meanwhile is told."""
    order = order_of(job.params)
    async with tools.database.session() as session:
        person = await _person(session, tools, int(job.params["person"]))
        is_done = await outbox.is_queued(session, _once(job, "file"))
        may = person is not None and exporting.may_read(person, order.region)
        most = tools.settings.export.most_rows
        total = await exporting.count(session, person, order, most) if person and may else 0
    if person is None:
        return "account closed"
    if is_done:
        return None
    task = _Task(tools, job, order, person)
    if not may:
        await task.tell("export-role-ended")
        return "role ended"
    if not total:
        await task.tell("export-nothing")
        return "nothing to export"
    return await task.run(min(total, most))


async def _person(session: AsyncSession, tools: Tools, number: int) -> Person | None:
    found = await people.telegram_id_of(session, number)
    if found is None:
        return None
    loaded = await people.load_people(session, [found[0]], tools.clock.now())
    return loaded.get(found[0])


def _once(job: ClaimedJob, what: str) -> str:
    return f"export:{job.id}:{what}"


@dataclass(frozen=True)
class _Task:
    """One export under way."""

    tools: Tools
    job: ClaimedJob
    order: Order
    person: Person

    async def run(self, total: int) -> str | None:
        """Write the file in another process, telling how far it is, then queue it."""
        await self._begin(total)
        try:
            written = await self._write()
        except Exception:
            if self.job.attempts >= ATTEMPTS:
                await self.tell("export-failed")
            raise
        path = self._path()
        if written.size > MOST_BYTES:
            path.unlink(missing_ok=True)
            await self.tell("export-too-big")
            return "file too big"
        await self._send(written)
        return None

    async def _begin(self, total: int) -> None:
        async with self.tools.database.session() as session:
            await exporting.note_progress(session, self.job.id, 0, total)
            if total >= LONG:
                text = self._progress(0, total)
                await self._queue(session, "sendMessage", {"text": text}, "begin")
            await session.commit()
        self.tools.wake.ring()

    async def _write(self) -> Written:
        folder = Path(self.tools.settings.export.folder)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        trouble: Exception | None = None
        async with asyncio.TaskGroup() as group:
            telling = group.create_task(self._keep_telling())
            try:
                written = await self.tools.pool.run(
                    make,
                    self.tools.database.url,
                    self.job.id,
                    self.person,
                    self.order,
                    str(self._path()),
                    self.tools.settings.export.most_rows,
                )
            except Exception as found:  # noqa: BLE001 -- raised below, where no group wraps it
                trouble = found
            finally:
                telling.cancel()
        if trouble is not None:
            raise trouble
        return written

    def _path(self) -> Path:
        folder = Path(self.tools.settings.export.folder)
        return folder / f"{self.job.id}.{self.order.format}"

    async def _keep_telling(self) -> None:
        """Edit the message from time to time while the other process writes."""
        while True:
            await asyncio.sleep(self.tools.settings.delivery.progress_seconds)
            with suppress(StorageTrouble):
                await self.tell_progress()

    async def tell_progress(self) -> None:
        """How far it is, where the message that tells it has arrived."""
        async with self.tools.database.session() as session:
            done, total = await exporting.progress(session, self.job.id)
            message = await outbox.message_of(session, _once(self.job, "begin"))
            if message is None or not done:
                return
            params = {"message_id": message, "text": self._progress(done, total)}
            await self._queue(session, "editMessageText", params, f"step:{done}")
            await session.commit()
        self.tools.wake.ring()

    async def _send(self, written: Written) -> None:
        """The file, with a word on what it holds; the message of its progress has had its day."""
        now, keep = self.tools.clock.now(), self.tools.settings.export.keep_hours
        key = "export-file-cut" if written.is_cut else "export-file"
        caption = self._say(
            key,
            rows=_dotted(written.rows),
            place=self.tools.book.title(self.order.region),
            first=self.order.first,
            last=self.order.last,
        )
        async with self.tools.database.session() as session:
            message = await outbox.message_of(session, _once(self.job, "begin"))
            if message is not None:
                params = {"message_id": message, "text": self._progress(written.rows, written.rows)}
                await self._queue(session, "editMessageText", params, "end")
            await files.queue_document(
                session,
                self.person.telegram_id,
                Attachment(self.order.file_name(), b"", self._path().name),
                caption=caption,
                person_id=self.person.id,
                now=now,
                once=_once(self.job, "file"),
                expires_at=now + timedelta(hours=keep),
            )
            await session.commit()
        self.tools.wake.ring()

    async def tell(self, key: str) -> None:
        """A last word instead of a file."""
        place = self.tools.book.title(self.order.region)
        async with self.tools.database.session() as session:
            text = self._say(key, place=place, first=self.order.first, last=self.order.last)
            await self._queue(session, "sendMessage", {"text": text}, "word")
            await session.commit()
        self.tools.wake.ring()

    def _progress(self, done: int, total: int) -> str:
        return self._say("export-progress", done=_dotted(done), total=_dotted(total))

    def _say(self, key: str, **args: Any) -> str:
        return texts.say(key, self.person.language, **args)

    async def _queue(
        self, session: AsyncSession, method: str, params: dict[str, Any], what: str
    ) -> None:
        row = outbox.delivery(
            self.person.telegram_id,
            method,
            {**params, "parse_mode": "HTML"},
            priority=Priority.ANSWER,
            now=self.tools.clock.now(),
            once=_once(self.job, what),
        )
        await outbox.queue(session, [row])


def _dotted(number: int) -> str:
    """12345 as 12.345."""
    return f"{number:,}".replace(",", ".")
