"""A photo is fetched, freed of its notes and kept once, and nothing else waits for it."""

from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.errors import StorageTrouble
from bot.logs import set_up
from bot.settings import LogSettings
from broadcasts import runners
from storage import media
from storage.models import Media, MediaSource
from storage.pictures import picture_path
from tests.broadcasts.darkroom import Darkroom
from tests.broadcasts.file_server import (
    TOKEN,
    breaks_off,
    gives,
)
from tests.photos import NOTES, from_a_camera


async def test_a_photo_is_kept_with_a_thumbnail_and_without_its_notes(room: Darkroom) -> None:
    digest = await room.has_kept("a", from_a_camera())
    source = await room.source("a")
    assert (source.state, source.outcome, source.done_at) == ("kept", None, room.clock.now())
    large = picture_path(room.folder, digest)
    assert room.on_disk() == sorted([large, picture_path(room.folder, digest, thumbnail=True)])
    assert not [note for note in NOTES if note.encode() in large.read_bytes()]
    async with room.database.session() as session:
        [row] = (await session.scalars(select(Media))).all()
    assert (row.hash, row.mime, row.size) == (digest, "image/jpeg", large.stat().st_size)
    assert (row.width, row.height) == (400, 300)
    [job] = await room.jobs()
    assert (job.state, job.outcome) == ("done", "kept")
    assert room.telegram.asked == ["file-a"]
    assert room.files.asked == [f"/file/bot{TOKEN}/photos/file-a"]


async def test_the_same_photo_is_fetched_once(room: Darkroom) -> None:
    await room.has_kept("a", from_a_camera())
    await room.wants("a")
    assert not await room.works()
    assert len(room.files.asked) == 1


async def test_the_same_content_by_another_name_is_kept_once(room: Darkroom) -> None:
    first = await room.has_kept("a", from_a_camera())
    second = await room.has_kept("b", from_a_camera())
    assert first == second
    assert len(room.on_disk()) == 2


async def test_five_photos_are_five_pictures(room: Darkroom) -> None:
    for red in range(5):
        await room.has_kept(f"p{red}", from_a_camera(red=40 * red))
    assert len(room.on_disk()) == 10


async def test_what_nobody_wants_any_more_is_not_fetched(room: Darkroom) -> None:
    await room.wants("a")
    async with room.database.write() as session:
        await session.execute(delete(MediaSource))
    assert await room.tries_to_the_end() == 1
    assert room.telegram.asked == []
    [job] = await room.jobs()
    assert (job.state, job.outcome) == ("done", "no longer wanted")


async def test_what_is_forgotten_during_the_download_leaves_no_row(room: Darkroom) -> None:
    await room.wants("a")

    async def forgets(request: Any) -> Any:
        async with room.database.write() as session:
            await session.execute(delete(MediaSource))
        return await gives(from_a_camera())(request)

    room.files.answers = [forgets]
    await room.tries_to_the_end()
    async with room.database.session() as session:
        assert not (await session.scalars(select(Media))).all()
    room.clock.advance(days=3)
    await sweeps(room)
    assert room.on_disk() == []


async def sweeps(room: Darkroom) -> None:
    chore = room.sweep()
    await chore.turn(room.clock.now())
    room.clock.advance(days=1)
    await chore.turn(room.clock.now())


async def test_a_database_that_is_busy_is_no_reason_to_give_up(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object, **__: object) -> bool:
        raise StorageTrouble("busy")

    await room.wants("a")
    room.files.answers = [gives(from_a_camera())]
    with monkeypatch.context() as patch:
        patch.setattr(media, "keep", busy)
        await room.works()
    assert (await room.source("a")).state == "queued"
    assert len(room.on_disk()) == 2, "the files were there before the row"
    room.clock.advance(minutes=5)
    await room.works()
    assert (await room.source("a")).state == "kept"
    assert len(room.on_disk()) == 2


async def test_no_session_is_held_while_a_file_is_on_its_way(room: Darkroom) -> None:
    """SQLite has one connection: whoever keeps it while waiting stops the whole bot."""
    await room.wants("a")
    states: list[str] = []

    async def looks(request: Any) -> Any:
        states.append((await room.source("a")).state)
        return await gives(from_a_camera())(request)

    room.files.answers = [looks]
    await room.works()
    assert states == ["queued"]


def test_photos_have_a_lane_of_their_own() -> None:
    [lane] = [lane for lane in runners.LANES if "media" in lane]
    assert set(lane) == {"media"}
    assert {"erase", "data"} <= runners.others(lane)


async def test_neither_token_nor_name_is_in_what_is_noted(
    room: Darkroom, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(LogSettings(level="debug"))
    await room.wants("a")
    room.files.answers = [breaks_off, gives(status=500), gives(b"no picture")]
    await room.tries_to_the_end()
    said = "".join(capsys.readouterr())
    rows = [(job.outcome, job.params) for job in await room.jobs()]
    assert "photo not kept" in said
    for secret in (TOKEN, "file-a", "photos/"):
        assert secret not in said + repr(rows) + repr((await room.source("a")).outcome)
