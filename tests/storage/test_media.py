"""Photos wanted with a record, kept once, and tried anew when they failed."""

import asyncio

from sqlalchemy import delete, select

from storage import media
from storage.database import Database
from storage.models import Media, MediaSource
from tests.databases import another
from tests.storage.building import NOW
from tests.storage.wanting import LATER, fails, job_rows, keeps, photo, picture, sources, wanted


async def test_each_photo_is_waited_for_and_has_a_job_that_is_tried_for_days(
    database: Database,
) -> None:
    await wanted(database, "b", "a")
    found = await sources(database)
    assert {name: (row.state, row.file_id) for name, row in found.items()} == {
        "a": ("queued", "file-a"),
        "b": ("queued", "file-b"),
    }
    jobs = await job_rows(database)
    assert [(job.kind, job.deadline_at) for job in jobs] == [("media", NOW + media.KEEP_TRYING)] * 2
    assert {job.params["source"] for job in jobs} == {row.id for row in found.values()}
    assert {job.once for job in jobs} == {f"media:{row.id}" for row in found.values()}


async def test_the_same_photo_is_asked_for_once(database: Database) -> None:
    await wanted(database, "a", "a")
    await wanted(database, "a", "b", at=LATER)
    await keeps(database, "a", picture())
    await wanted(database, "a", at=LATER)
    assert len(await job_rows(database)) == 2
    found = (await sources(database))["a"]
    assert (found.state, found.hash, found.created_at) == ("kept", "a" * 64, LATER)


async def test_nothing_wanted_is_nothing_asked(database: Database) -> None:
    await wanted(database)
    assert not await job_rows(database)


async def test_one_that_failed_is_tried_anew_by_its_newest_file_id(database: Database) -> None:
    await wanted(database, "a")
    await fails(database, "a")
    failed = (await sources(database))["a"]
    assert (failed.state, failed.outcome, failed.done_at) == ("failed", "gone", NOW)
    async with database.write() as session:
        await media.want(session, [{**photo("a"), "file_id": "newer"}], LATER)
    again = (await sources(database))["a"]
    assert (again.id, again.state, again.outcome, again.done_at, again.file_id) == (
        failed.id,
        "queued",
        None,
        None,
        "newer",
    )
    await wanted(database, "a", at=LATER)
    jobs = await job_rows(database)
    assert [job.params["source"] for job in jobs] == [failed.id] * 2
    await fails(database, "a", "unreachable")
    await wanted(database, "a", at=LATER)
    assert len(await job_rows(database)) == 3


async def test_two_who_send_the_same_photos_at_once_ask_once_for_each(database: Database) -> None:
    async with another(database) as second:
        await asyncio.gather(wanted(database, "a", "b", "c"), wanted(second, "c", "b", "a"))
    assert len(await job_rows(database)) == len(await sources(database)) == 3


async def test_what_is_not_committed_is_not_asked_for(database: Database) -> None:
    async with database.session() as session:
        await media.want(session, [photo("a")], NOW)
    assert not await sources(database)
    assert not await job_rows(database)


async def test_a_job_finds_its_source_or_that_nobody_wants_it(database: Database) -> None:
    await wanted(database, "a")
    number = (await sources(database))["a"].id
    async with database.session() as session:
        assert await media.source(session, number) == media.Source(number, "file-a", "queued")
        assert await media.source(session, number + 1) is None


async def test_two_photos_of_one_content_are_one_picture(database: Database) -> None:
    await wanted(database, "a", "b", "c")
    assert await keeps(database, "a", picture())
    assert await keeps(database, "b", picture(), LATER)
    async with database.session() as session:
        [row] = (await session.scalars(select(Media))).all()
        found = await media.kept(session, ["a", "b", "c", "unheard"])
    assert (row.hash, row.size, row.width, row.height) == ("a" * 64, 1000, 40, 30)
    assert row.created_at == LATER, "kept anew, it is young"
    assert found == {"a": "a" * 64, "b": "a" * 64}


async def test_what_has_ended_does_not_end_again(database: Database) -> None:
    await wanted(database, "a")
    await keeps(database, "a", picture())
    await fails(database, "a")
    assert (await sources(database))["a"].state == "kept"
    assert not await keeps(database, "a", picture("b"))
    async with database.write() as session:
        await session.execute(delete(MediaSource))
    async with database.session() as session:
        assert not await media.keep(session, 1, picture("c"), NOW)


async def test_many_photos_are_looked_up_at_once(database: Database) -> None:
    names = [f"p{number}" for number in range(media.PART + 20)]
    await wanted(database, names[0], names[-1])
    for name in (names[0], names[-1]):
        await keeps(database, name, picture())
    async with database.session() as session:
        assert set(await media.kept(session, names)) == {names[0], names[-1]}
