"""One installation of the program for a test: a folder, a database, a sandbox, its processes."""

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from sandbox.client import SandboxClient
from sandbox.limits import Limits
from sandbox.server import Sandbox
from storage.secrets import new_master_key
from tests.endtoend.program import ROOT, Program, nursery, start

Sections = Mapping[str, Mapping[str, Any]]
Trap = Mapping[str, Any]
FIRST_UPDATE = 100_000_001
BRISK: Sections = {
    "telegram": {"rate_per_second": 1000.0, "per_chat_seconds": 0.0, "poll_seconds": 20},
    "delivery": {"lease_seconds": 1.0, "look_seconds": 0.5, "progress_seconds": 0.2},
}
"""Settings of a test that is not about pace."""


class Place:
    """Started with ``async with``; at the end its processes are killed and the sandbox stops."""

    def __init__(self, folder: Path, url: str, sections: Sections, **sandbox: Any) -> None:
        self.folder = folder
        self.url = url
        self.box = Sandbox(**{"limits": Limits.off(), "webhook_wait": 0.01, **sandbox})
        self.programs: list[Program] = []
        self._sections = sections
        self._key = new_master_key()
        self._engine = create_async_engine(url, poolclass=NullPool)

    async def __aenter__(self) -> Self:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "config.toml").write_text(toml(self._sections))
        await self.box.start()
        self.client = SandboxClient(self.box.base_url)
        return self

    async def __aexit__(self, *_: object) -> None:
        for program in self.programs:
            await program.is_killed()
        await self.client.aclose()
        await self.box.stop()
        await self._engine.dispose()

    def environment(self, **more: str) -> dict[str, str]:
        """What an operator would have set."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": self.box.token,
            "CIKAR_API_BASE": self.box.base_url,
            "CIKAR_CASE_KEY": self._key,
            "CIKAR_CONFIG": str(self.folder / "config.toml"),
            "CIKAR_DATABASE_URL": self.url,
            **more,
        }

    def forks(
        self, *args: str, env: Mapping[str, str] | None = None, trap: Trap | None = None
    ) -> Program:
        """Run a command in a process that has the libraries loaded already."""
        environment = self.environment(**(env or {}))
        program = nursery().fork(args, environment, self.folder, trap)
        self.programs.append(program)
        return program

    def starts(self, *args: str) -> Program:
        """Run a Python process from scratch, with all its loading."""
        program = start(args, self.environment(), self.folder)
        self.programs.append(program)
        return program

    async def runs(
        self, command: str = "run", env: Mapping[str, str] | None = None, trap: Trap | None = None
    ) -> Program:
        """A part of the program, up and running."""
        program = self.forks(command, env=env, trap=trap)
        await program.says("Running." if command == "run" else f"{command} is running.")
        return program

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What the database holds, read through a connection of our own."""
        async with self._engine.connect() as connection:
            found = await connection.execute(text(query), values)
            return [dict(row) for row in found.mappings()]

    async def count(self, table: str, where: str = "1 = 1") -> int:
        row = await self.rows(f"select count(*) as number from {table} where {where}")
        return int(row[0]["number"])

    async def sent(self, chat: int, words: str = "") -> list[dict[str, Any]]:
        """Messages that reached this chat and say that, by the sandbox's own record."""
        return [
            entry.message
            for entry in self.box.world.entries(chat).values()
            if entry.by_bot and words in str(entry.message.get("text") or entry.message)
        ]

    async def settled(self, seconds: float = 10.0) -> None:
        """Wait until the outbox has nothing left to do."""
        async with asyncio.timeout(seconds):
            while await self.count("deliveries", "state in ('queued', 'claimed', 'sending')"):
                await self.box.world.changed.wait(0.05)

    @property
    def updates(self) -> int:
        """How many updates the sandbox has made for the bot."""
        return self.box.world.updates.next_id - FIRST_UPDATE

    async def all_handled(self) -> None:
        """Every update the sandbox made is in the books, and none met a bug."""
        assert await self.count("handled_updates") == self.updates
        assert await self.count("failed_updates") == 0


def toml(sections: Sections) -> str:
    lines = []
    for name, values in sections.items():
        lines.append(f"[{name}]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join(lines) + "\n"
