"""Every night the pictures go that nothing names any more: rows first, then files."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select

from bot.errors import StorageTrouble
from broadcasts import media_sweep as chore
from broadcasts.media_sweep import MediaSweep
from storage import media_sweep
from storage.models import ActivityPhoto, Media, MediaSource
from storage.pictures import picture_path
from tests.broadcasts.darkroom import Darkroom
from tests.broadcasts.file_server import gives
from tests.photos import from_a_camera

EVENING = datetime(2026, 11, 19, 20, 39, tzinfo=UTC)  # 03.39 WIB


async def night(room: Darkroom, sweep: MediaSweep | None = None) -> None:
    """The next night, to the end of its sweep."""
    sweep = sweep or room.sweep()
    room.clock.at = max(room.clock.at, EVENING)
    await sweep.turn(room.clock.now())
    room.clock.advance(days=1, minutes=1)
    for _ in range(30):
        await sweep.turn(room.clock.now())


async def count(room: Darkroom, model: type[Media] | type[MediaSource]) -> int:
    async with room.database.session() as session:
        return await session.scalar(select(func.count()).select_from(model)) or 0


async def drops_photos(room: Darkroom, name: str) -> None:
    """As an edit or an erasure does."""
    async with room.database.write() as session:
        await session.execute(delete(ActivityPhoto).where(ActivityPhoto.unique_id == name))


async def test_what_no_activity_shows_any_more_goes_and_the_rest_stays(room: Darkroom) -> None:
    gone = await room.has_kept("gone", from_a_camera(red=10))
    stays = await room.has_kept("stays", from_a_camera(red=200))
    await room.an_activity("gone", "stays")
    await night(room)
    assert len(room.on_disk()) == 4
    await drops_photos(room, "gone")
    await night(room)
    assert not picture_path(room.folder, gone).exists()
    assert room.on_disk() == sorted(
        picture_path(room.folder, stays, thumbnail=small) for small in (False, True)
    )
    assert (await count(room, Media), await count(room, MediaSource)) == (1, 1)


async def test_a_picture_of_two_photos_stays_until_neither_is_left(room: Darkroom) -> None:
    for name in ("a", "b"):
        await room.has_kept(name, from_a_camera())
        await room.an_activity(name)
    await drops_photos(room, "a")
    await night(room)
    assert (await count(room, Media), await count(room, MediaSource)) == (1, 1)
    await drops_photos(room, "b")
    await night(room)
    assert room.on_disk() == []


async def test_what_was_sent_within_the_last_day_is_left_alone(room: Darkroom) -> None:
    room.clock.at = EVENING - timedelta(hours=2)
    await room.has_kept("young", from_a_camera())
    sweep = room.sweep()
    await sweep.turn(EVENING)
    for _ in range(30):
        await sweep.turn(EVENING + timedelta(minutes=2))
    assert len(room.on_disk()) == 2
    assert await count(room, MediaSource) == 1


async def test_leftovers_go_and_files_of_others_stay(room: Darkroom) -> None:
    digest = await room.has_kept("a", from_a_camera())
    await room.an_activity("a")
    part = picture_path(room.folder, digest).parent
    leftover = part / f".{digest}.jpg.0123456789abcdef.tmp"
    unknown = room.folder / "ab" / f"ab{'0' * 62}.jpg"
    others = [room.folder / "README.txt", part / "catatan.txt", room.folder / "zz" / unknown.name]
    fresh = part / f".{digest}.t.jpg.fedcba9876543210.tmp"
    for path in (leftover, unknown, fresh, *others):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    os.utime(fresh, ((EVENING + timedelta(days=1)).timestamp(),) * 2)
    await night(room)
    assert not leftover.exists()
    assert not unknown.exists()
    assert fresh.exists()
    assert all(path.exists() for path in others)
    assert picture_path(room.folder, digest).exists()


async def test_files_stay_where_the_rows_cannot_be_read(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.has_kept("a", from_a_camera())
    await room.an_activity("a")

    async def busy(*_: object) -> set[str]:
        raise StorageTrouble("busy")

    sweep = room.sweep()
    room.clock.at = EVENING
    await sweep.turn(EVENING)
    room.clock.advance(days=2)
    with monkeypatch.context() as patch:
        patch.setattr(media_sweep, "known", busy)
        for _ in range(3):
            with pytest.raises(StorageTrouble):
                await sweep.turn(room.clock.now())
    assert len(room.on_disk()) == 2
    async with room.database.session() as session:
        assert await media_sweep.last_night(session) is None, "it did not come to its end"
    await sweep.turn(room.clock.now())
    async with room.database.session() as session:
        assert await media_sweep.last_night(session) == room.clock.now()
    assert len(room.on_disk()) == 2


async def test_a_turn_takes_a_few_pages_and_the_next_goes_on(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chore, "PAGES", 3)
    monkeypatch.setattr(chore, "BATCH", 2)
    monkeypatch.setattr(media_sweep, "PAGE", 2)
    for number in range(7):
        await room.has_kept(f"p{number}", from_a_camera(red=30 * number))
    sweep = room.sweep()
    room.clock.at = EVENING
    await sweep.turn(EVENING)
    room.clock.advance(days=2)
    left = [14]
    while left[-1]:
        await sweep.turn(room.clock.now())
        left.append(len(room.on_disk()))
        assert len(left) < 50
    assert left[1] == 14, "rows first"
    assert len(set(left)) > 3, "some at a time"
    assert await count(room, Media) == 0


async def test_a_night_missed_is_made_up_for_and_a_new_database_waits(room: Darkroom) -> None:
    await room.has_kept("a", from_a_camera())
    room.clock.advance(days=3)
    await room.sweep().turn(room.clock.now())
    assert len(room.on_disk()) == 2, "no night has passed that this database knows of"
    async with room.database.write() as session:
        await media_sweep.note_night(session, room.clock.now() - timedelta(days=2))
    await room.sweep().turn(room.clock.now())
    assert room.on_disk() == []


async def test_a_night_is_swept_once(room: Darkroom, monkeypatch: pytest.MonkeyPatch) -> None:
    sweep = room.sweep()
    await night(room, sweep)

    async def never(*_: object) -> None:
        raise AssertionError("again")

    monkeypatch.setattr(media_sweep, "drop_sources", never)
    room.clock.advance(hours=3)
    await sweep.turn(room.clock.now())
    await room.sweep().turn(room.clock.now())


async def test_photos_from_before_are_asked_for_at_night_and_kept(room: Darkroom) -> None:
    await room.an_activity("old")
    await night(room)
    assert await room.has_kept("old", from_a_camera())
    assert room.telegram.asked == ["file-old"]


async def test_pictures_whose_files_are_lost_are_fetched_anew(room: Darkroom) -> None:
    for red, name in enumerate("abc"):
        await room.has_kept(name, from_a_camera(red=80 * red))
    await room.an_activity("a", "b", "c")
    whole = room.on_disk()
    digest = (await room.source("a")).hash
    picture_path(room.folder, str(digest)).unlink()
    picture_path(room.folder, str((await room.source("b")).hash), thumbnail=True).unlink()
    await night(room)
    states = [(await room.source(name)).state for name in "abc"]
    assert states == ["queued", "queued", "kept"]
    room.files.answers = [gives(from_a_camera(red=0)), gives(from_a_camera(red=80))]
    assert await room.works() == 2
    assert (await room.source("a")).hash == digest
    assert room.on_disk() == whole
    await night(room)
    assert await room.works() == 0


async def test_a_folder_that_is_not_mounted_is_not_fetched_anew_in_one_night(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chore, "MOST_ANEW", 2)
    monkeypatch.setattr(media_sweep, "PAGE", 2)
    for red, name in enumerate("abcde"):
        await room.has_kept(name, from_a_camera(red=40 * red))
    await room.an_activity(*"abcde")
    room.folder.rename(room.folder.with_name("elsewhere"))
    await night(room)
    states = [(await room.source(name)).state for name in "abcde"]
    assert sorted(states) == ["kept"] * 3 + ["queued"] * 2


async def test_no_folder_is_no_trouble(room: Darkroom) -> None:
    await night(room)
    assert not room.folder.exists()
