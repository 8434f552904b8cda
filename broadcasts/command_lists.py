"""Keeps Telegram's list of commands in step with a person's roles and language."""

from broadcasts.jobs import Tools
from storage.jobs import ClaimedJob


async def refresh(tools: Tools, job: ClaimedJob) -> str | None:
    """Send the person of the job (``{"person": id}``) their own list."""
    return None
