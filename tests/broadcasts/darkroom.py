"""Everything that keeps photos, over a real database, real files and a real server of files, with
Telegram's answers and time in the test's hands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from telegram.error import TelegramError

from bot.clock import ManualClock, new_id
from bot.rules.regions import Book
from bot.settings import MediaSettings, Settings
from broadcasts.downloads import Downloads
from broadcasts.jobs import Tools, Worker
from broadcasts.media import keep
from broadcasts.media_sweep import MediaSweep
from broadcasts.wake import Wake
from storage import media
from storage.database import Database
from storage.models import Activity, ActivityPhoto, Job, MediaSource
from storage.people import register
from tests.broadcasts.file_server import Files, gives
from tests.storage.building import KENANGA, NOW

LEASE = timedelta(minutes=2)


class Telegram:
    """Answers ``getFile``; what stands in ``script`` comes first."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.script: list[TelegramError | Mapping[str, Any]] = []

    async def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        assert method == "getFile"
        self.asked.append(params["file_id"])
        answer = self.script.pop(0) if self.script else {"file_path": f"photos/{params['file_id']}"}
        if isinstance(answer, TelegramError):
            raise answer
        return answer


@dataclass
class Darkroom:
    database: Database
    folder: Path
    files: Files
    downloads: Downloads
    telegram: Telegram = field(default_factory=Telegram)
    clock: ManualClock = field(default_factory=lambda: ManualClock(NOW))
    wake: Wake = field(default_factory=Wake)

    @property
    def settings(self) -> Settings:
        return Settings(media=MediaSettings(folder=str(self.folder), most_megabytes=1))

    def worker(self, who: str = "worker") -> Worker:
        tools = Tools(
            self.database,
            self.clock,
            self.settings,
            None,
            Book(()),
            self.telegram,
            self.wake,
            downloads=self.downloads,
        )
        return Worker(tools, {"media": keep}, who=who, lease=LEASE)

    def sweep(self) -> MediaSweep:
        """The chore as a new process has it."""
        return MediaSweep(self.database, self.settings, self.wake)

    async def wants(self, *names: str) -> None:
        photos = [{"file_id": f"file-{name}", "unique_id": name} for name in names]
        async with self.database.write() as session:
            await media.want(session, photos, self.clock.now())

    async def works(self) -> int:
        """Do what is due. Returns how many jobs were taken."""
        taken = 0
        while await self.worker().turn():
            taken += 1
        return taken

    async def tries_to_the_end(self) -> int:
        """Let time pass until no job is left. Returns how often they were tried."""
        taken = 0
        while waiting := [job for job in await self.jobs() if job.state == "queued"]:
            self.clock.at = max(self.clock.at, min(job.due_at for job in waiting))
            taken += await self.works()
        return taken

    async def has_kept(self, name: str, content: bytes) -> str:
        """Want a photo, and have it kept. Returns its hash."""
        await self.wants(name)
        self.files.answers = [gives(content)]
        await self.works()
        digest = (await self.source(name)).hash
        assert digest is not None
        return digest

    async def source(self, name: str) -> MediaSource:
        async with self.database.session() as session:
            rows = await session.scalars(select(MediaSource).where(MediaSource.unique_id == name))
            return rows.one()

    async def jobs(self) -> list[Job]:
        async with self.database.session() as session:
            return list(await session.scalars(select(Job).order_by(Job.id)))

    def on_disk(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    async def an_activity(self, *photos: str) -> int:
        """An activity with photos. Returns its number."""
        number = new_id()
        async with self.database.write() as session:
            person = await register(
                session,
                telegram_id=number,
                name="Siti",
                language="id",
                consent_version=1,
                now=self.clock.now(),
            )
            session.add(
                Activity(
                    id=number,
                    receipt=str(number)[-12:],
                    person_id=person,
                    region_code=KENANGA,
                    held_on=date(2026, 11, 18),
                    title="Posyandu",
                    section="repro",
                    target_groups=[],
                    agencies=[],
                    funding=[],
                    male=0,
                    female=0,
                    children=0,
                    created_at=self.clock.now(),
                )
            )
            await session.flush()
            for position, name in enumerate(photos):
                session.add(
                    ActivityPhoto(
                        activity_id=number,
                        position=position,
                        file_id=f"file-{name}",
                        unique_id=name,
                    )
                )
        return number
