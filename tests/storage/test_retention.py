"""The sweep's pages and the settings it follows: nothing is kept for ever by a slip of the pen."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.errors import Unready
from bot.settings import RetentionSettings, load_settings
from storage import retention
from storage.database import Database
from storage.models import HandledUpdate, Tombstone
from tests.storage.building import NOW

RULE = {rule.name: rule for rule in retention.RULES}


@pytest.mark.parametrize("name", sorted(RetentionSettings.model_fields))
@pytest.mark.parametrize("value", ["0", "-1", "9999999", "selamanya"])
def test_absurd_periods_are_refused_with_a_sentence(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"CIKAR_RETENTION__{name.upper()}", value)
    with pytest.raises(Unready, match=f"retention.{name}"):
        load_settings()


@pytest.mark.parametrize(("name", "value"), [("deadline_hours", "73"), ("grace_hours", "25")])
def test_an_erasure_cannot_be_set_later_than_the_law_allows(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"CIKAR_PRIVACY__{name.upper()}", value)
    with pytest.raises(Unready, match=f"privacy.{name}"):
        load_settings()


async def test_a_tombstone_is_an_old_record_itself_one_day(database: Database) -> None:
    days = RetentionSettings()
    for number, age in ((1, days.tombstone_days + 1), (2, days.tombstone_days - 1)):
        async with database.write() as session:
            session.add(
                Tombstone(
                    id=number, kind="person", subject="1", reason="erased",
                    at=NOW - timedelta(days=age),
                )
            )  # fmt: skip
    async with database.write() as session:
        found = await retention.sweep(session, RULE["tombstones"], days, NOW, None)
    assert found == (None, 1)
    async with database.session() as session:
        assert list(await session.scalars(select(Tombstone.id))) == [2]


async def test_the_walk_ends_at_the_first_young_page(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of millions of young rows is not read through every night."""
    monkeypatch.setattr(retention, "PAGE", 2)
    async with database.write() as session:
        for number in range(1, 8):
            age = timedelta(days=4000 if number < 4 else 1)
            session.add(Tombstone(id=number, kind="x", subject="1", reason="erased", at=NOW - age))
    after, pages = None, 0
    while True:
        async with database.write() as session:
            after, _ = await retention.sweep(
                session, RULE["tombstones"], RetentionSettings(), NOW, after
            )
        pages += 1
        if after is None:
            break
    assert pages == 3  # 1-2, 3-4, 5-6; 7 is not looked at


async def test_ids_of_updates_leave_no_tombstone(database: Database) -> None:
    async with database.write() as session:
        session.add(HandledUpdate(update_id=1, at=NOW - timedelta(days=9)))
    async with database.write() as session:
        found = await retention.sweep(
            session, RULE["handled_updates"], RetentionSettings(), NOW, None
        )
    assert found == (None, 1)
    async with database.session() as session:
        assert list(await session.scalars(select(Tombstone.id))) == []


async def test_the_last_night_is_remembered(database: Database) -> None:
    for at in (NOW, NOW + timedelta(days=1)):
        async with database.write() as session:
            await retention.note_night(session, at)
        async with database.session() as session:
            assert await retention.last_night(session) == at
