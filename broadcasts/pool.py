"""Where heavy work is computed: processes of their own, so that nobody's answer waits for it."""

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Pool(Protocol):
    """Runs a function of a module with arguments that can be pickled."""

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The function's result. Raises whatever it raises."""
        ...


class Threads:
    """In a thread of this process: for tests and small commands."""

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        return await asyncio.to_thread(function, *args)


class Processes:
    """In a few processes, started when they are first needed. One that dies (out of memory, killed)
    takes what it had in hand with it: the job is tried again, with fresh processes."""

    def __init__(self, most: int = 2) -> None:
        self._most = most
        self._executor: ProcessPoolExecutor | None = None

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """Raises :class:`BrokenProcessPool` when the process died."""
        executor = self._ready()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(executor, function, *args)
        except BrokenProcessPool:
            if self._executor is executor:
                self._executor = None
            executor.shutdown(wait=False)
            raise

    def _ready(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # Not forked: a fork would take along the event loop's sockets and the key of cases.
            self._executor = ProcessPoolExecutor(
                self._most, mp_context=get_context("spawn"), initializer=_end_with_parent
            )
        return self._executor

    def close(self) -> None:
        """End the processes; what they have in hand is not waited for."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None


def _end_with_parent() -> None:
    """In each process: end when the program ends, killed or not; it would wait for work for ever.
    Ctrl-C is the program's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
