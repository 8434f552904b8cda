"""The night's tidying: working rows age out, each kind at its own age."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.settings import Settings
from broadcasts.retention import Retention
from storage.database import Database
from storage.drafts import StoredDraft
from storage.models import HandledUpdate
from tests.broadcasts.watching import Watch
from tests.storage.batches import load_drafts, mark_handled, write_drafts


async def test_working_rows_are_tidied_at_night_only(database: Database) -> None:
    watch = Watch(database)
    watch.clock.at = datetime(2026, 11, 19, 20, 9, tzinfo=UTC)  # 03.09 WIB
    now = watch.clock.now()
    night = Retention(watch.database, Settings(), watch.wake)
    async with watch.database.write() as session:
        await mark_handled(session, [1], now - timedelta(days=3, minutes=1))
        await mark_handled(session, [2], now - timedelta(days=2, hours=23))
        for owner, days in (("1.1", 31), ("2.2", 28)):
            draft = StoredDraft(owner, "activity", True, 1, b"{}")
            await write_drafts(session, [draft], now - timedelta(days=days))

    async def left() -> tuple[set[int], set[str]]:
        async with watch.database.session() as session:
            handled = set(await session.scalars(select(HandledUpdate.update_id)))
            return handled, {one.owner for one in await load_drafts(session, ["1.1", "2.2"])}

    await night.turn(watch.clock.now())
    assert await left() == ({1, 2}, {"1.1", "2.2"})

    watch.clock.advance(minutes=1)
    await night.turn(watch.clock.now())
    assert await left() == ({2}, {"2.2"})

    watch.clock.advance(days=1, minutes=-1)
    await night.turn(watch.clock.now())
    assert await left() == ({2}, {"2.2"})

    watch.clock.advance(minutes=1)
    await night.turn(watch.clock.now())
    assert await left() == (set(), {"2.2"})
