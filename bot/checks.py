"""`cikar check`: everything an operator must put right, all at once, in sentences."""

import os
import tempfile
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
    problems += _posts(settings)
    problems += _media(settings)
    problems += _exports(settings)
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


def _posts(settings: Settings) -> list[str]:
    """Addresses that cannot be posted to: without a key, or two of one name."""
    problems, seen = [], set()
    for target in settings.webhooks:
        if not os.environ.get(target.secret_env):
            problems.append(
                f"webhooks: {target.name} has no key; set the environment variable "
                f"{target.secret_env}, or nothing is posted to it."
            )
        if target.name in seen:
            problems.append(f"webhooks: two addresses are called {target.name}; rename one.")
        seen.add(target.name)
    return problems


def _webhook(settings: Settings) -> list[str]:
    if settings.webhook.url and not os.environ.get("CIKAR_WEBHOOK_SECRET"):
        return ["webhook.url is set, but the environment has no CIKAR_WEBHOOK_SECRET."]
    return []


def _media(settings: Settings) -> list[str]:
    return _folder("Photos cannot be kept", settings.media.folder, "media.folder")


def _exports(settings: Settings) -> list[str]:
    return _folder("Files of activities cannot be made", settings.export.folder, "export.folder")


def _folder(what: str, path: str, setting: str) -> list[str]:
    """A folder is made when it is not there yet, as the first file in it would make it."""
    folder = Path(path)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as trouble:
        return [
            f"{what}: the folder {folder} cannot be written ({trouble.strerror}); "
            f"check {setting} in config.toml."
        ]
    return []
