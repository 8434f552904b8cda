"""The whole product on one machine: sandbox, bot, deliverer, and a village's worth of people."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.clock import SystemClock
from bot.core import Core, open_core
from bot.errors import Unready
from bot.rules.privacy import NOTICE_VERSION
from bot.rules.roles import Role
from bot.settings import Settings
from bot.setup import migrate, write_key
from storage import assignments, kampung, people

Say = Callable[[str], object]

VILLAGE = "19.01.01.1001"
KAMPUNG = (
    ("19.01.01.1001", "Kampung KB Sungailiat Berseri"),
    ("19.01.04.2001", "Kampung KB Petaling Bersama"),
    ("19.04.01.1001", "Kampung KB Koba Sejahtera"),
)


@dataclass(frozen=True)
class Sample:
    """One of the people the demonstration plays."""

    telegram_id: int
    name: str
    note: str
    role: Role | None
    region: str


PEOPLE = (
    Sample(101, "Siti", "Kader", Role.CADRE, VILLAGE),
    Sample(102, "Rahma", "Aktivis PATBM", Role.PATBM_ACTIVIST, VILLAGE),
    Sample(103, "Budi", "PLKB", Role.FIELD_OFFICER, "19.01.01"),
    Sample(104, "Dewi", "Petugas kasus", Role.CASE_OFFICER, "19.01"),
    Sample(105, "Hasan", "DP3ACSKB", Role.AGENCY_PROVINCE, "19"),
    Sample(106, "Yanti", "Warga (belum terdaftar)", None, VILLAGE),
)
GROUP_TITLE = "POKJA Sungailiat Berseri"
GROUP_ID = -2001


async def run_demo(settings: Settings, *, fresh: bool, say: Say) -> None:
    """Start everything, print one URL, run until cancelled."""
    from bot.logs import set_up

    folder = Path(settings.sandbox.folder)
    if fresh and folder.exists():
        say("Beginning anew …")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    set_up(settings.log.model_copy(update={"level": "warning"}))
    own = _settings(settings, folder)
    await _prepare(own, say)
    say("Starting the sandbox and the bot …")
    from sandbox.server import Sandbox

    sandbox = Sandbox(
        state_file=folder / "sandbox.json", bot_name="CIKAR Bot", bot_username="cikar_demo_bot"
    )
    try:
        await sandbox.start(port=settings.sandbox.port)
    except OSError:
        raise Unready(
            f"Port {settings.sandbox.port} is taken, perhaps by another demonstration; end that "
            "one, or choose another with CIKAR_SANDBOX__PORT=0."
        ) from None
    try:
        own = own.model_copy(
            update={
                "telegram": own.telegram.model_copy(
                    update={"api_base": sandbox.base_url, "poll_seconds": 5}
                )
            }
        )
        async with open_core(own) as core:
            await _seed(core)
            await _run(core, SecretStr(sandbox.token), sandbox.base_url, say)
    finally:
        await sandbox.stop()


async def _run(core: Core, token: SecretStr, url: str, say: Say) -> None:
    from bot.app import run_all

    ready = asyncio.Event()

    async def introduce() -> None:
        await ready.wait()
        await _meet(url)
        say(f"\n  Open {url}\n\n  Ctrl-C ends it; what you did is kept. FRESH=1 begins anew.\n")

    async with asyncio.TaskGroup() as group:
        group.create_task(introduce())
        group.create_task(run_all(core, token, ready.set))


def _settings(settings: Settings, folder: Path) -> Settings:
    """The demonstration's own database and key, apart from each other, and its own files."""
    return settings.model_copy(
        update={
            "database": settings.database.model_copy(
                update={"url": f"sqlite+aiosqlite:///{folder}/database/cikar.sqlite"}
            ),
            "secrets": settings.secrets.model_copy(
                update={"case_key_file": str(folder / "secrets" / "case.key")}
            ),
            "media": settings.media.model_copy(update={"folder": str(folder / "media")}),
            "export": settings.export.model_copy(update={"folder": str(folder / "exports")}),
        }
    )


async def _prepare(settings: Settings, say: Say) -> None:
    key = Path(settings.secrets.case_key_file)
    if not key.exists():
        write_key(key)
    await migrate(settings, say)


async def _seed(core: Core) -> None:
    """Sample kampung and people, once."""
    now = SystemClock().now()
    async with core.database.write() as session:
        known = await people.load_people(session, [one.telegram_id for one in PEOPLE], now)
        for region, name in KAMPUNG:
            await kampung.add_kampung(session, region, name, now)
        for one in PEOPLE:
            if one.role is None or one.telegram_id in known:
                continue
            number = await people.register(
                session,
                telegram_id=one.telegram_id,
                name=one.name,
                language="id",
                consent_version=NOTICE_VERSION,
                now=now,
            )
            await assignments.assign(
                session,
                person_id=number,
                role=one.role,
                region=one.region,
                granted_by=None,
                now=now,
                confirmed=True,
            )


async def _meet(url: str) -> None:
    """Let the sample people meet the bot, and bind the POKJA group, the first time."""
    from handlers.group_links import payload_of
    from sandbox.client import SandboxClient

    async with SandboxClient(url) as client:
        state = await client.state()
        known = {person["id"] for person in state["people"] if person["started"]}
        met = {}
        for one in PEOPLE:
            met[one.telegram_id] = await client.person(one.name, id=one.telegram_id, note=one.note)
            if one.telegram_id not in known:
                await met[one.telegram_id].opens()
        if state["groups"]:
            return
        members = [met[number] for number in (101, 102, 103)]
        group = await client.group(GROUP_TITLE, members, id=GROUP_ID)
        await group.add_bot(met[101], payload_of(VILLAGE), admin=True)
