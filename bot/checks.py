"""`cikar check`: everything an operator must put right, all at once, in sentences."""

import os
from pathlib import Path

from bot.core import database_path, require_migrated
from bot.errors import StorageTrouble, Unready
from bot.settings import Settings, bot_token, load_settings
from storage.database import Database
from storage.regions import count_regions
from storage.secrets import load_vault

VILLAGES = 448
"""Regions of the province: itself, 7 kab/kota, 47 kecamatan, 393 villages."""


async def all_problems() -> list[str]:
    """One sentence a problem; none when the bot can run."""
    problems: list[str] = []
    try:
        bot_token()
    except Unready as trouble:
        problems.append(str(trouble))
    try:
        settings = load_settings()
    except Unready as trouble:
        return [*problems, *str(trouble).splitlines()]
    problems += _key(settings)
    problems += await _database(settings)
    problems += _webhook(settings)
    return problems


def _key(settings: Settings) -> list[str]:
    try:
        load_vault(settings.secrets.case_key_file, database_path(settings))
    except Unready as trouble:
        return [str(trouble)]
    return []


async def _database(settings: Settings) -> list[str]:
    path = database_path(settings)
    if path is not None and not Path(path).exists():
        return [f"The database {path} does not exist yet; run `cikar migrate`."]
    try:
        database = Database(settings.database.url)
    except (Unready, OSError) as trouble:
        return [str(trouble)]
    try:
        await require_migrated(database)
        async with database.session() as session:
            count = await count_regions(session)
    except (Unready, StorageTrouble) as trouble:
        return [str(trouble)]
    finally:
        await database.close()
    if count < VILLAGES:
        return [f"Only {count} of {VILLAGES} regions are loaded; run `cikar migrate`."]
    return []


def _webhook(settings: Settings) -> list[str]:
    if settings.webhook.url and not os.environ.get("CIKAR_WEBHOOK_SECRET"):
        return ["webhook.url is set, but the environment has no CIKAR_WEBHOOK_SECRET."]
    return []
