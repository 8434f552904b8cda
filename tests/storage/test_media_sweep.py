"""Kept pictures that nothing names any more are forgotten, and none that somebody wants again."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import delete

from storage import media, media_sweep
from storage.database import Database
from storage.models import ActivityPhoto, MediaSource
from tests.databases import another
from tests.storage.building import NOW, somebody_waits
from tests.storage.wanting import (
    BEFORE,
    LATER,
    a_problem,
    an_activity,
    fails,
    job_rows,
    keeps,
    photo,
    picture,
    sources,
    swept,
    wanted,
)


async def test_what_a_photo_names_stays_and_the_rest_goes(database: Database) -> None:
    await wanted(database, "of-activity", "of-problem", "loose", "failed", "waiting")
    for name, letter in (("of-activity", "a"), ("of-problem", "b"), ("loose", "c")):
        await keeps(database, name, picture(letter))
    await fails(database, "failed")
    await an_activity(database, "of-activity")
    await a_problem(database, "of-problem")
    assert await swept(database) == (3, 1)
    assert set(await sources(database)) == {"of-activity", "of-problem"}
    async with database.session() as session:
        assert await media_sweep.known(session, ["a" * 64, "c" * 64]) == {"a" * 64}
    assert await swept(database) == (0, 0)


async def test_a_picture_stays_as_long_as_one_photo_is_kept_as_it(database: Database) -> None:
    await wanted(database, "a", "b")
    await keeps(database, "a", picture())
    await keeps(database, "b", picture())
    await an_activity(database, "b")
    assert await swept(database) == (1, 0)
    async with database.write() as session:
        await session.execute(delete(ActivityPhoto))
    assert await swept(database) == (1, 1)


async def test_what_was_wanted_lately_stays(database: Database) -> None:
    await wanted(database, "old", "anew")
    await keeps(database, "anew", picture())
    await keeps(database, "old", picture("b"))
    await wanted(database, "anew", at=BEFORE)
    assert await swept(database) == (1, 1)
    assert set(await sources(database)) == {"anew"}


@pytest.mark.postgres
async def test_a_photo_wanted_again_while_the_sweep_forgets_it_is_kept_after_all(
    postgres_database: Database,
) -> None:
    """Either the sweep sees that it is young again, or the photo is asked for anew."""
    await wanted(postgres_database, "a")
    await keeps(postgres_database, "a", picture())
    async with another(postgres_database) as second, second.session() as wanting:
        await media.want(wanting, [photo("a")], LATER)
        sweeping = asyncio.create_task(swept(postgres_database))
        await somebody_waits(second)
        await wanting.commit()
        assert await sweeping == (0, 0)
    assert (await sources(postgres_database))["a"].state == "kept"

    async with postgres_database.session() as sweeping_session:
        await media_sweep.drop_sources(sweeping_session, 0, LATER + timedelta(days=1))
        asking = asyncio.create_task(wanted(postgres_database, "a", at=LATER))
        async with another(postgres_database) as second:
            await somebody_waits(second)
        await sweeping_session.commit()
    await asking
    assert (await sources(postgres_database))["a"].state == "queued"
    assert len(await job_rows(postgres_database)) == 2


@pytest.mark.postgres
async def test_a_picture_kept_anew_while_the_sweep_forgets_it_has_its_row(
    postgres_database: Database,
) -> None:
    await wanted(postgres_database, "a", "b")
    await an_activity(postgres_database, "b")
    await keeps(postgres_database, "a", picture())
    async with postgres_database.write() as session:
        await session.execute(delete(MediaSource).where(MediaSource.unique_id == "a"))
    number = (await sources(postgres_database))["b"].id
    async with another(postgres_database) as second, second.session() as keeping:
        assert await media.keep(keeping, number, picture(), LATER)
        sweeping = asyncio.create_task(swept(postgres_database))
        await somebody_waits(second)
        await keeping.commit()
        assert (await sweeping)[1] == 0
    async with postgres_database.session() as session:
        assert await media.kept(session, ["b"]) == {"b": "a" * 64}


async def test_a_sweep_goes_page_by_page(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_sweep, "PAGE", 2)
    names = ["a", "b", "c", "d", "e"]
    await wanted(database, *names)
    for name in names:
        await keeps(database, name, picture(name))
    await an_activity(database, "c")
    async with database.write() as session:
        first, gone = await media_sweep.drop_sources(session, 0, BEFORE)
    assert (first is not None, gone) == (True, 2)
    assert await swept(database) == (2, 4)
    assert set(await sources(database)) == {"c"}


async def test_photos_from_before_pictures_were_kept_are_asked_for(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_sweep, "PAGE", 2)
    await wanted(database, "known")
    await an_activity(database, "known", "old-a", "old-b", number=1)
    await an_activity(database, "old-a", "old-c", number=2)
    await a_problem(database, "old-d")
    for of_problems in (False, True):
        place: tuple[int, int] | None = media_sweep.BELOW_ALL
        while place is not None:
            async with database.write() as session:
                place = await media_sweep.want_overlooked(
                    session, place, LATER, of_problems=of_problems
                )
    found = await sources(database)
    assert set(found) == {"known", "old-a", "old-b", "old-c", "old-d"}
    assert found["known"].created_at == NOW
    assert len(await job_rows(database)) == 5


async def test_the_night_is_remembered(database: Database) -> None:
    async with database.write() as session:
        assert await media_sweep.last_night(session) is None
        await media_sweep.note_night(session, NOW)
        await media_sweep.note_night(session, LATER)
        assert await media_sweep.last_night(session) == LATER
