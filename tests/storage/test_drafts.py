"""Forms not finished yet: kept as they are, the sensitive ones so that only the key reads them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from bot.drafts import Drafts, Kept, owner_of
from bot.forms.draft import Draft
from storage.database import Database
from storage.drafts import StoredDraft, forget_drafts
from storage.models import DraftRow
from storage.secrets import Vault
from tests.storage.batches import drop_drafts, load_drafts, write_drafts
from tests.storage.building import NOW, OTHER_VAULT, VAULT

ACTIVITY = Draft("activity", 1, "title", {"date": "2026-11-19"}, revision=3)
REPORT = Draft("report", 1, "account", {"village": "Kenanga", "account": "MELATI"}, revision=2)


async def fetch(database: Database, vault: Vault | None = VAULT, person: int = 1) -> Drafts:
    """A person's drafts as the next update finds them."""
    drafts = Drafts(person, person, vault)
    async with database.session() as session:
        for row in await load_drafts(session, drafts.owners):
            drafts.load(row)
    return drafts


async def save(database: Database, drafts: Drafts) -> None:
    rows, dropped = drafts.changes()
    async with database.write() as session:
        await drop_drafts(session, list(dropped))
        await write_drafts(session, rows, NOW)


async def put(database: Database, draft: Draft, *, sensitive: bool = False) -> None:
    drafts = await fetch(database)
    drafts.put(Kept(draft, {"last": ["kader"]}), sensitive=sensitive)
    await save(database, drafts)


async def test_a_draft_is_read_back_as_it_was(database: Database) -> None:
    await put(database, ACTIVITY)

    found = (await fetch(database)).opened()

    assert found == Kept(ACTIVITY, {"last": ["kader"]})


async def test_another_person_and_another_chat_see_nothing(database: Database) -> None:
    await put(database, ACTIVITY)

    assert (await fetch(database, person=2)).opened() is None
    async with database.session() as session:
        assert await load_drafts(session, [owner_of(1, 2)]) == []


async def test_a_later_answer_takes_the_place_of_the_row(database: Database) -> None:
    await put(database, ACTIVITY)
    await put(database, replace(ACTIVITY, step="section", revision=4))

    found = (await fetch(database)).opened()

    assert found is not None
    assert (found.draft.step, found.draft.revision) == ("section", 4)
    async with database.session() as session:
        assert len((await session.scalars(select(DraftRow))).all()) == 1


async def test_a_new_form_parks_the_open_one_until_it_is_resumed(database: Database) -> None:
    await put(database, ACTIVITY)
    await put(database, Draft("broadcast", 1, "text"))

    drafts = await fetch(database)
    opened = drafts.opened()
    assert opened is not None
    assert opened.draft.form == "broadcast"
    assert drafts.parked() == "activity"

    drafts.resume("activity")
    await save(database, drafts)

    drafts = await fetch(database)
    assert drafts.opened() == Kept(ACTIVITY, {"last": ["kader"]})
    assert drafts.parked() == "broadcast"


async def test_a_finished_form_leaves_no_row(database: Database) -> None:
    await put(database, ACTIVITY)
    await put(database, REPORT, sensitive=True)

    drafts = await fetch(database)
    drafts.drop("report")
    await save(database, drafts)

    assert (await fetch(database)).get("report") is None
    assert (await fetch(database)).parked() == "activity"


async def test_a_sealed_draft_opens_with_its_key(database: Database) -> None:
    await put(database, REPORT, sensitive=True)

    assert (await fetch(database)).opened() == Kept(REPORT, {"last": ["kader"]})


async def test_a_sealed_draft_tells_neither_who_nor_what(database: Database) -> None:
    await put(database, REPORT, sensitive=True)

    async with database.session() as session:
        row = (await session.scalars(select(DraftRow))).one()

    assert row.owner.startswith("h:")
    assert b"MELATI" not in row.body
    assert row.owner != owner_of(1, 1)


@pytest.mark.parametrize("vault", [OTHER_VAULT, None])
async def test_with_another_key_or_none_a_sealed_draft_counts_as_none(
    database: Database, vault: Vault | None
) -> None:
    await put(database, REPORT, sensitive=True)

    drafts = await fetch(database, vault)

    assert drafts.opened() is None
    assert drafts.get("report") is None


@pytest.mark.parametrize("change", [lambda body: body[:-1] + b"?", lambda body: body[:5]])
async def test_a_damaged_draft_counts_as_none_and_goes(
    database: Database, change: Callable[[bytes], bytes]
) -> None:
    await put(database, REPORT, sensitive=True)
    async with database.write() as session:
        row = (await session.scalars(select(DraftRow))).one()
        row.body = change(row.body)

    drafts = await fetch(database)
    assert drafts.opened() is None
    await save(database, drafts)

    async with database.session() as session:
        assert (await session.scalars(select(DraftRow))).all() == []


async def test_a_sealed_body_does_not_open_in_another_persons_row(database: Database) -> None:
    await put(database, REPORT, sensitive=True)
    owner = VAULT.owner(owner_of(2, 2))
    async with database.write() as session:
        row = (await session.scalars(select(DraftRow))).one()
        await write_drafts(session, [StoredDraft(owner, "report", True, 2, row.body)], NOW)

    assert (await fetch(database, person=2)).opened() is None


async def test_a_sensitive_draft_needs_the_key(database: Database) -> None:
    with pytest.raises(LookupError):
        Drafts(1, 1, None).put(Kept(REPORT), sensitive=True)


async def test_many_drafts_are_written_in_one_statement(database: Database) -> None:
    drafts = [StoredDraft(f"{n}.{n}", "activity", True, 1, b"{}") for n in range(30)]
    statements: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    async with database.write() as session:
        await write_drafts(session, drafts, NOW)
        await write_drafts(session, [], NOW)

    assert len([one for one in statements if "INSERT INTO drafts" in one]) == 1
    async with database.session() as session:
        assert len(await load_drafts(session, [draft.owner for draft in drafts])) == 30


async def test_drafts_nobody_touched_are_forgotten(database: Database) -> None:
    await put(database, ACTIVITY)
    async with database.write() as session:
        later = [StoredDraft("2.2", "activity", True, 1, b"{}")]
        await write_drafts(session, later, NOW + timedelta(days=2))

    async with database.write() as session:
        assert await forget_drafts(session, NOW + timedelta(days=1)) == 1

    assert (await fetch(database)).opened() is None
    async with database.session() as session:
        assert await load_drafts(session, ["2.2"]) == later
