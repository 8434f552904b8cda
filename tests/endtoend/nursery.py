"""A process that has the libraries loaded and forks the program's commands from itself.

Loading aiogram takes seconds, and these tests start the program dozens of times. What runs is
the real command in a process of its own; only the loading is shared.
"""

import gc
import importlib
import json
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from typing import Any, NoReturn

LOADED = (
    "bot.answering",
    "bot.app",
    "bot.checks",
    "bot.cli",
    "bot.demo",
    "bot.logs",
    "bot.setup",
    "broadcasts.deliverer",
    "broadcasts.scheduler",
    "aiosqlite",
    "asyncpg",
    "alembic.command",
    "sqlalchemy.dialects.postgresql.asyncpg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "sandbox.server",
    "tests.crash.traps",
)


def become(wish: dict[str, Any], output: int) -> NoReturn:
    """In the child: run one command as the shell would have started it, and end."""
    code: Any = 1
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.environ.clear()
        os.environ.update(wish["env"])
        os.chdir(wish["folder"])
        sys.argv = ["cikar", *wish["args"]]
        if wish["trap"]:
            importlib.import_module("tests.crash.traps").set_trap(**wish["trap"])
        from bot.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:  # noqa: BLE001 -- what a shell would show
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def serve(channel: socket.socket) -> None:
    """Fork a command for each wish, or say how one ended, until the tests hang up."""
    alive: set[int] = set()
    while True:
        text, fds, _, _ = socket.recv_fds(channel, 65536, 1)
        if not text:
            break
        wish = json.loads(text)
        if "ended" in wish:
            alive.discard(wish["ended"])
            status = os.waitpid(wish["ended"], 0)[1]
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if answer == 0:
                channel.close()
                become(wish, fds[0])
            os.close(fds[0])
            alive.add(answer)
        channel.sendall(f"{answer}\n".encode())
    for pid in alive:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def main() -> None:
    """Load everything, tell the tests, and serve."""
    channel = socket.socket(fileno=int(sys.argv[1]))
    for name in LOADED:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    channel.sendall(b"ready\n")
    serve(channel)


if __name__ == "__main__":
    main()
