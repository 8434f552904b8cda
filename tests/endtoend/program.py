"""One running process of the program: what it says, how it is stopped, how it ended."""

import asyncio
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


class Program:
    """A process whose output is read as it comes. ``reap`` waits for its exit status."""

    def __init__(self, pid: int, output: int, reap: Callable[[], int]) -> None:
        self.pid = pid
        self.output = ""
        self._source = output
        self._reap = reap
        self._status: int | None = None
        self._news = asyncio.Event()
        self._ended = False
        os.set_blocking(output, False)
        asyncio.get_running_loop().add_reader(output, self._read)

    def _read(self) -> None:
        try:
            chunk = os.read(self._source, 65536)
        except BlockingIOError:
            return
        self.output += chunk.decode(errors="replace")
        if not chunk:
            asyncio.get_running_loop().remove_reader(self._source)
            os.close(self._source)
            self._ended = True
        self._news.set()

    async def says(self, words: str, seconds: float = PATIENCE) -> None:
        """Wait until the output holds these words."""
        await self._until(lambda: words in self.output or self._ended, seconds)
        assert words in self.output, f"it ended without saying {words!r}:\n{self.output}"

    async def ends(self, seconds: float = PATIENCE) -> int:
        """Wait for the end. Returns the exit code, or minus the number of the signal."""
        await self._until(lambda: self._ended, seconds)
        if self._status is None:
            self._status = self._reap()
        return self._status

    def signals(self, number: int) -> None:
        """Send a signal to a process that still runs."""
        assert not self._ended, f"it has ended:\n{self.output}"
        os.kill(self.pid, number)

    async def is_killed(self) -> None:
        """SIGKILL, if it still runs, and wait until it is gone."""
        if not self._ended:
            os.kill(self.pid, signal.SIGKILL)
        await self.ends()

    async def _until(self, is_so: Callable[[], bool], seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not is_so():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"waited {seconds} s in vain:\n{self.output}") from None


class Nursery:
    """Our end of the line to the process of :mod:`tests.endtoend.nursery`."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.endtoend.nursery", str(theirs.fileno())],
                cwd=ROOT,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        assert self._line.recv(64) == b"ready\n"

    def _ask(self, wish: Mapping[str, Any], fds: Sequence[int] = ()) -> int:
        socket.send_fds(self._line, [json.dumps(wish).encode()], fds)
        return int(self._line.recv(64))

    def fork(
        self,
        args: Sequence[str],
        env: Mapping[str, str],
        folder: Path,
        trap: Mapping[str, Any] | None = None,
    ) -> Program:
        """Run ``cikar`` with these arguments in a process of its own."""
        source, sink = os.pipe()
        wish = {"args": [*args], "env": {**env}, "folder": str(folder), "trap": trap}
        pid = self._ask(wish, [sink])
        os.close(sink)
        return Program(pid, source, lambda: self._ask({"ended": pid}))

    def close(self) -> None:
        self._line.close()
        self._process.wait(10)


@cache
def nursery() -> Nursery:
    """The one of this test run."""
    one = Nursery()
    atexit.register(one.close)
    return one


def start(args: Sequence[str], env: Mapping[str, str], folder: Path) -> Program:
    """Run a Python process from scratch (``-m bot.cli …``), with all its loading."""
    source, sink = os.pipe()
    process = subprocess.Popen(
        [sys.executable, *args], env={**env}, cwd=folder, stdout=sink, stderr=sink
    )
    os.close(sink)
    return Program(process.pid, source, process.wait)
