"""The processes for heavy work: they come back after a death, and die with the program."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from broadcasts.pool import Processes

ROOT = Path(__file__).parents[2]
PROGRAM = """
import asyncio, os, signal
from broadcasts.pool import Processes

async def main():
    pool = Processes(1)
    print(await pool.run(os.getpid), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(main())
"""


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def test_a_process_that_died_is_followed_by_another() -> None:
    pool = Processes(1)
    try:
        first = await pool.run(os.getpid)
        with pytest.raises(BrokenProcessPool):
            await pool.run(dies)
        assert await pool.run(os.getpid) not in (first, os.getpid())
    finally:
        pool.close()


async def test_killed_the_program_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    program = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert program.returncode == -signal.SIGKILL, program.stderr
    number = int(program.stdout)
    await asyncio.to_thread(_await_end, number)


def _await_end(number: int) -> None:
    """Return as soon as that process has ended; at once when it has."""
    try:
        handle = os.pidfd_open(number)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], 10)
    finally:
        os.close(handle)
    assert ended, "it lives on"
