"""What the scheduler does from time to time beside firing broadcasts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.rules.regions import Book
from bot.settings import Settings
from broadcasts.climbing import Climbing
from broadcasts.export_folder import ExportFolder
from broadcasts.group_look import GroupHealth
from broadcasts.media_sweep import MediaSweep
from broadcasts.open_problems import OpenProblems
from broadcasts.retention import Retention
from broadcasts.wake import Wake
from storage.database import Database


class Chore(Protocol):
    """Something to be done now and then; it knows itself when, and remembers it in the tables."""

    async def turn(self, now: datetime) -> None:
        """Do what is due at ``now``, in sessions of its own, committed; ring when it queued."""
        ...


def all_chores(database: Database, settings: Settings, book: Book, wake: Wake) -> Sequence[Chore]:
    """Every chore, in the order they are looked at."""
    return (
        Climbing(database, settings, book, wake),
        OpenProblems(database, settings, book, wake),
        Retention(database, settings, wake),
        MediaSweep(database, settings, wake),
        GroupHealth(database, wake),
        ExportFolder(database, settings),
    )
