"""Keeps a photo: asks Telegram where it lies, fetches it, and notes what it is kept as.

Killed anywhere, it is done again from the start: files are whole or not there, and a picture's
row is written when its files are in their place.
"""

from datetime import timedelta
from typing import Any

import structlog
from telegram.error import BadRequest, RetryAfter, TelegramError

from broadcasts.downloads import DownloadTrouble, NotThere, TooBig
from broadcasts.jobs import ATTEMPTS, LONGEST_PAUSE, NotYet, Tools
from reports import pictures
from storage import media
from storage.jobs import ClaimedJob
from storage.media import Source
from storage.pictures import Picture

log = structlog.get_logger(__name__)

MEGABYTE = 1024 * 1024
NOT_THERE_TRIES = 3
"""Telegram says "wrong file_id or the file is temporarily unavailable" in one breath, and has said
404 of good paths: it is asked again before that is believed."""


async def keep(tools: Tools, job: ClaimedJob) -> str | None:
    """Keep the photo of one source, or note why it cannot be kept; what may pass is tried again
    until the job's deadline."""
    async with tools.database.session() as session:
        source = await media.source(session, int(job.params["source"]))
    if source is None:
        return "no longer wanted"
    if source.state != "queued":
        return source.state
    try:
        picture = await _picture(tools, source)
    except TooBig:
        return await _failed(tools, source, "too_big")
    except pictures.Unreadable:
        return await _failed(tools, source, "unreadable")
    except NotThere:
        if job.attempts < NOT_THERE_TRIES:
            raise
        return await _failed(tools, source, "gone")
    except Exception:
        if _is_last(tools, job):
            await _failed(tools, source, "unreachable")
        raise
    return await _kept(tools, source, picture)


def _is_last(tools: Tools, job: ClaimedJob) -> bool:
    """Whether the worker may give this job up now: then its source must not wait on."""
    is_late = job.deadline_at is None or tools.clock.now() + LONGEST_PAUSE >= job.deadline_at
    return job.attempts >= ATTEMPTS and is_late


async def _picture(tools: Tools, source: Source) -> Picture:
    """The photo's files, written under the folder of pictures."""
    settings = tools.settings.media
    most = settings.most_megabytes * MEGABYTE
    path = await _path(tools, source, most)
    content = await tools.downloads.fetch(path, most)
    at = tools.clock.now().timestamp()
    return await tools.pool.run(pictures.keep, content, settings.folder, settings.thumbnail, at)


async def _path(tools: Tools, source: Source, most: int) -> str:
    """Where Telegram has the file now."""
    try:
        told: dict[str, Any] = await tools.telegram.ask("getFile", {"file_id": source.file_id})
    except RetryAfter as wait:
        pause = wait.retry_after
        seconds = pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
        raise NotYet(tools.clock.now() + seconds, "flood wait") from None
    except BadRequest as refusal:
        raise TooBig if "too big" in refusal.message.lower() else NotThere from None
    except TelegramError as trouble:
        raise DownloadTrouble(type(trouble).__name__) from None
    if told.get("file_size", 0) > most:
        raise TooBig
    if not told.get("file_path"):
        raise NotThere
    return str(told["file_path"])


async def _kept(tools: Tools, source: Source, picture: Picture) -> str:
    async with tools.database.session() as session:
        if not await media.keep(session, source.id, picture, tools.clock.now()):
            return "no longer wanted"
        await session.commit()
    return "kept"


async def _failed(tools: Tools, source: Source, outcome: str) -> str:
    log.warning("photo not kept", source=source.id, why=outcome)
    async with tools.database.session() as session:
        await media.fail(session, source.id, outcome, tools.clock.now())
        await session.commit()
    return outcome
