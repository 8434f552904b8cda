"""Keeping the state in one JSON file, so that a restarted sandbox still knows its chats."""

import asyncio
import json
import os
import time
from dataclasses import asdict
from pathlib import Path

from sandbox.people import Group, Json, Person
from sandbox.world import Callback, Entry, Hook, World

KEPT_CALLBACKS = 1000
PAUSE_SECONDS = 0.5


def dump(world: World) -> Json:
    """Everything but limits, faults and the log."""
    return {
        "ahead": world.clock.ahead,
        "seq": world.events.seq,
        "people": [asdict(person) for person in world.people.values()],
        "groups": [asdict(group) for group in world.groups.values()],
        "chats": {
            str(chat_id): [asdict(entry) for entry in entries.values()]
            for chat_id, entries in world.chats.items()
        },
        "last_ids": {str(chat_id): number for chat_id, number in world.last_ids.items()},
        "updates": world.updates.dump(),
        "files": world.files.dump(),
        "callbacks": [asdict(item) for item in list(world.callbacks.values())[-KEPT_CALLBACKS:]],
        "hook": asdict(world.hook),
        "bot": {
            "privacy_mode": world.bot.privacy_mode,
            "commands": world.bot.commands,
            "texts": world.bot.texts,
            "menu_buttons": world.bot.menu_buttons,
        },
    }


def load(world: World, data: Json) -> None:
    world.clock.ahead = data["ahead"]
    world.events.seq = data["seq"]
    world.people = {row["id"]: Person(**row) for row in data["people"]}
    world.groups = {row["id"]: Group(**row) for row in data["groups"]}
    for chat_id, rows in data["chats"].items():
        entries = [Entry(**row) for row in rows]
        world.chats[int(chat_id)] = {entry.id: entry for entry in entries}
    world.last_ids = {int(chat_id): number for chat_id, number in data["last_ids"].items()}
    world.updates.load(data["updates"])
    world.files.load(data["files"])
    world.callbacks = {row["id"]: Callback(**row) for row in data["callbacks"]}
    world.hook = Hook(**data["hook"])
    for name, value in data["bot"].items():
        setattr(world.bot, name, value)


class Keeper:
    """Writes the file soon after a change, at most twice a second and a tenth of the time."""

    def __init__(self, world: World, path: Path) -> None:
        self.world = world
        self.path = path
        self.saved = -1

    def restore(self) -> None:
        if self.path.exists():
            load(self.world, json.loads(self.path.read_text(encoding="utf-8")))

    def save(self) -> None:
        if self.saved == self.world.changed.fired:
            return
        self.saved = self.world.changed.fired
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(dump(self.world), ensure_ascii=False), encoding="utf-8")
        os.replace(fresh, self.path)

    async def run(self) -> None:
        """Runs until the sandbox closes."""
        signal, pause = self.world.changed, PAUSE_SECONDS
        while not signal.closed:
            if self.saved == signal.fired:
                await signal.wait(None)
            await asyncio.sleep(pause)
            began = time.monotonic()
            self.save()
            pause = max(PAUSE_SECONDS, 10 * (time.monotonic() - began))
