"""Files on their way out: kept beside the delivery that carries them, gone when it has ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import new_id
from storage import outbox
from storage.models import OutboxFile
from storage.outbox import Priority

FIELDS = ("document", "photo")
"""Parameters of the Bot API that may hold ``{"attach": id}`` in a delivery."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file's name as the person sees it, and its bytes (never shown in a log). A large one lies
    on the disk instead, at ``path`` within the folder of exports."""

    name: str
    content: bytes = field(repr=False)
    path: str | None = None


class MissingFile(Exception):
    """A delivery names a file that is no longer there."""


def attached(params: Mapping[str, Any] | None) -> tuple[str, int] | None:
    """(parameter, file's id) of a delivery that carries a file; None of all others."""
    for name in FIELDS:
        held = (params or {}).get(name)
        if isinstance(held, Mapping) and "attach" in held:
            return name, int(held["attach"])
    return None


async def load(session: AsyncSession, number: int) -> Attachment:
    """The file. Raises :class:`MissingFile`."""
    row = await session.execute(
        select(OutboxFile.name, OutboxFile.content, OutboxFile.path).where(OutboxFile.id == number)
    )
    found = row.one_or_none()
    if found is None:
        raise MissingFile
    return Attachment(*found)


async def remove(session: AsyncSession, number: int) -> None:
    """The delivery that carried it has ended."""
    await session.execute(delete(OutboxFile).where(OutboxFile.id == number))


async def queue_document(
    session: AsyncSession,
    chat: int,
    attachment: Attachment,
    *,
    caption: str,
    person_id: int,
    now: datetime,
    once: str,
    expires_at: datetime | None = None,
) -> None:
    """Queue a file for a person from a job; the same ``once`` is sent once, however often the
    job is run again. ``caption`` is HTML."""
    number = new_id()
    params = {"document": {"attach": number}, "caption": caption, "parse_mode": "HTML"}
    row = outbox.delivery(
        chat,
        "sendDocument",
        params,
        priority=Priority.ANSWER,
        now=now,
        expires_at=expires_at,
        once=once,
    )
    if await outbox.is_queued(session, once):
        return
    await session.execute(
        insert(OutboxFile).values(
            id=number,
            name=attachment.name,
            content=attachment.content,
            path=attachment.path,
            person_id=person_id,
            created_at=now,
        )
    )
    await outbox.queue(session, [row])


async def paths_among(session: AsyncSession, paths: Sequence[str]) -> set[str]:
    """Those of the files on the disk that a delivery still carries."""
    rows = await session.scalars(select(OutboxFile.path).where(OutboxFile.path.in_(paths)))
    return {path for path in rows if path is not None}
