"""The statements of every batch of updates: prepared once, on plain tables, in few switches.

They run for each message anybody sends. The ORM and a switch into SQLAlchemy's greenlet for each
statement cost more than the disk; so these are plain functions over a synchronous connection,
run together by ``AsyncConnection.run_sync``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Delete, Insert, Table, bindparam, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.rules.roles import Person
from storage.drafts import StoredDraft
from storage.jobs import write_jobs
from storage.models import Base, Delivery, DraftRow, HandledUpdate, Job
from storage.outbox import write_rows
from storage.people import LOAD_PEOPLE, people_of

HANDLED = cast(Table, HandledUpdate.__table__)
DRAFTS = cast(Table, DraftRow.__table__)
REPLACED = ("is_open", "revision", "body", "updated_at")


def _mark(dialect: Any) -> Insert:
    statement: Insert = dialect.insert(HANDLED).on_conflict_do_nothing(index_elements=["update_id"])
    return statement.returning(HANDLED.c.update_id)


def _upsert(dialect: Any) -> Insert:
    statement = dialect.insert(DRAFTS)
    result: Insert = statement.on_conflict_do_update(
        index_elements=["owner", "form"],
        set_={name: statement.excluded[name] for name in REPLACED},
    )
    return result


MARK = {"sqlite": _mark(sqlite), "postgresql": _mark(postgresql)}
UPSERT = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}
LOAD_DRAFTS = select(
    DRAFTS.c.owner, DRAFTS.c.form, DRAFTS.c.is_open, DRAFTS.c.revision, DRAFTS.c.body
).where(DRAFTS.c.owner.in_(bindparam("owners", expanding=True)))
DROP: Delete = DRAFTS.delete().where(
    DRAFTS.c.owner == bindparam("the_owner"), DRAFTS.c.form == bindparam("the_form")
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a batch begins with: the updates that are new, who writes, and their drafts."""

    new: set[int]
    people: dict[int, Person]
    drafts: list[StoredDraft]


def open_batch(
    connection: Connection,
    ids: Sequence[int],
    senders: Sequence[int],
    owners: Sequence[str],
    now: datetime,
) -> Opening:
    """Write the updates' ids down and read people and drafts, one statement each."""
    return Opening(
        mark(connection, ids, now),
        people(connection, senders, now),
        drafts(connection, owners),
    )


def mark(connection: Connection, ids: Sequence[int], now: datetime) -> set[int]:
    """The ids among ``ids`` that were not handled before."""
    rows = [{"update_id": number, "at": now} for number in sorted(set(ids))]
    if not rows:
        return set()
    return set(connection.execute(MARK[connection.dialect.name], rows).scalars())


def people(connection: Connection, senders: Sequence[int], now: datetime) -> dict[int, Person]:
    """The registered ones among ``senders`` (Telegram ids) with their grants."""
    if not senders:
        return {}
    return people_of(connection.execute(LOAD_PEOPLE, {"ids": sorted(set(senders)), "now": now}))


def drafts(connection: Connection, owners: Sequence[str]) -> list[StoredDraft]:
    """All drafts of these owners."""
    if not owners:
        return []
    return [StoredDraft(*row) for row in connection.execute(LOAD_DRAFTS, {"owners": owners})]


def close_batch(
    connection: Connection,
    rows: Mapping[type[Base], Sequence[Mapping[str, Any]]],
    changed: Sequence[StoredDraft],
    dropped: Sequence[tuple[str, str]],
    now: datetime,
) -> None:
    """Write gathered rows, tables in the order given, then drafts."""
    for model, values in rows.items():
        if model is Delivery:
            write_rows(connection, values)
        elif model is Job:
            write_jobs(connection, values)
        else:
            connection.execute(insert(cast(Table, model.__table__)), list(values))
    drop(connection, dropped)
    write(connection, changed, now)


def write(connection: Connection, changed: Sequence[StoredDraft], now: datetime) -> None:
    """Insert or replace drafts."""
    if changed:
        connection.execute(
            UPSERT[connection.dialect.name],
            [
                {
                    "owner": draft.owner,
                    "form": draft.form,
                    "is_open": draft.is_open,
                    "revision": draft.revision,
                    "body": draft.body,
                    "updated_at": now,
                }
                for draft in changed
            ],
        )


def drop(connection: Connection, keys: Sequence[tuple[str, str]]) -> None:
    """Remove drafts by (owner, form)."""
    if keys:
        connection.execute(
            DROP, [{"the_owner": owner, "the_form": form} for owner, form in sorted(keys)]
        )
