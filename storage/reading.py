"""A second way into the database for long reading: it holds up nobody who writes."""

from typing import Any

from sqlalchemy import event

from storage.database import Database, _begin_immediate


class ReadingDatabase(Database):
    """Opens the database for reading only, for work in a process of its own.

    On SQLite a transaction begins deferred instead of taking the writers' turn, the file cannot be
    changed through it, and little of it is kept in memory.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url, pool=2)
        if self.is_sqlite:
            engine = self.engine.sync_engine
            event.remove(engine, "begin", _begin_immediate)
            event.listen(engine, "begin", _begin)
            event.listen(engine, "connect", _only_read)


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _only_read(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("query_only=ON", "cache_size=-8192"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
