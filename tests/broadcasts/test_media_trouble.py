"""Where a photo cannot be had it is tried again as long as that makes sense, and then noted why."""

from datetime import timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from broadcasts.jobs import ATTEMPTS
from broadcasts.media import NOT_THERE_TRIES
from reports import pictures
from storage import media
from tests.broadcasts.darkroom import Darkroom
from tests.broadcasts.file_server import (
    Handler,
    breaks_off,
    gives,
    never_ends,
)
from tests.photos import from_a_camera

TROUBLES: dict[str, Handler] = {
    "500": gives(status=500),
    "cut off": breaks_off,
    "redirected": gives(status=302, headers={"Location": "/elsewhere"}),
}


@pytest.mark.parametrize("what", TROUBLES)
async def test_after_trouble_with_the_download_it_is_tried_again(room: Darkroom, what: str) -> None:
    await room.wants("a")
    room.files.answers = [TROUBLES[what], TROUBLES[what], gives(from_a_camera())]
    await room.works()
    [job] = await room.jobs()
    assert (job.state, job.outcome) == ("queued", "DownloadTrouble")
    assert (await room.source("a")).state == "queued"
    assert room.on_disk() == []
    assert await room.tries_to_the_end() == 2
    assert (await room.source("a")).state == "kept"


@pytest.mark.parametrize(
    "trouble", [TimedOut(), NetworkError("Bad Gateway"), InvalidToken("no")], ids=repr
)
async def test_after_trouble_with_asking_it_is_tried_again(room: Darkroom, trouble: Any) -> None:
    await room.wants("a")
    room.telegram.script, room.files.answers = [trouble], [gives(from_a_camera())]
    assert await room.tries_to_the_end() == 2
    assert (await room.source("a")).state == "kept"


async def test_a_flood_wait_is_waited_for_and_uses_up_no_try(room: Darkroom) -> None:
    await room.wants("a")
    wait = timedelta(minutes=7)
    room.telegram.script, room.files.answers = [RetryAfter(wait)], [gives(from_a_camera())]
    await room.works()
    [job] = await room.jobs()
    assert (job.due_at, job.attempts) == (room.clock.now() + wait, 0)
    await room.tries_to_the_end()
    assert (await room.source("a")).state == "kept"


@pytest.mark.parametrize(
    "answer", [gives(bytes(1024 * 1024 + 1)), never_ends], ids=["told", "as it comes"]
)
async def test_a_file_too_big_is_given_up_at_once(room: Darkroom, answer: Handler) -> None:
    await room.wants("a")
    room.files.answers = [answer]
    assert await room.tries_to_the_end() == 1
    source = await room.source("a")
    assert (source.state, source.outcome, source.hash) == ("failed", "too_big", None)


@pytest.mark.parametrize(
    "answer",
    [BadRequest("File is too big"), {"file_path": "photos/a", "file_size": 1024 * 1024 + 1}],
    ids=["refused", "told"],
)
async def test_a_file_told_to_be_too_big_is_not_even_fetched(room: Darkroom, answer: Any) -> None:
    await room.wants("a")
    room.telegram.script = [answer]
    assert await room.tries_to_the_end() == 1
    assert (await room.source("a")).outcome == "too_big"
    assert room.files.asked == []


WRONG = BadRequest("Wrong file_id or the file is temporarily unavailable")


async def test_a_file_that_telegram_does_not_find_is_given_up_after_some_tries(
    room: Darkroom,
) -> None:
    await room.wants("unknown", "lost")
    room.telegram.script = [WRONG, {"file_path": "photos/lost"}] * NOT_THERE_TRIES
    room.files.answers = [gives(status=404)]
    assert await room.tries_to_the_end() == 2 * NOT_THERE_TRIES
    for name in ("unknown", "lost"):
        source = await room.source(name)
        assert (source.state, source.outcome) == ("failed", "gone")
    assert {(job.state, job.outcome) for job in await room.jobs()} == {("done", "gone")}


async def test_a_file_that_was_unavailable_for_a_moment_is_kept(room: Darkroom) -> None:
    await room.wants("a")
    room.telegram.script = [WRONG, {"file_path": ""}]
    room.files.answers = [gives(from_a_camera())]
    await room.tries_to_the_end()
    assert (await room.source("a")).state == "kept"


async def test_what_is_no_picture_is_given_up_at_once(room: Darkroom) -> None:
    await room.wants("a")
    room.files.answers = [gives(b"\0\0\0\x18ftypheic" + bytes(200))]
    assert await room.tries_to_the_end() == 1
    assert (await room.source("a")).outcome == "unreadable"
    assert room.on_disk() == []


async def test_trouble_that_does_not_end_is_given_up_after_days(room: Darkroom) -> None:
    begun = room.clock.now()
    await room.wants("a")
    room.files.answers = [gives(status=503)]
    assert await room.tries_to_the_end() > ATTEMPTS
    assert room.clock.now() - begun > media.KEEP_TRYING - timedelta(hours=2)
    source = await room.source("a")
    assert (source.state, source.outcome) == ("failed", "unreachable")
    await room.wants("a")
    room.files.answers = [gives(from_a_camera())]
    await room.tries_to_the_end()
    assert (await room.source("a")).state == "kept"


async def test_a_disk_that_is_full_loses_no_photo(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    await room.wants("a")
    room.files.answers = [gives(from_a_camera())]
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "_write", full)
        await room.works()
    assert (await room.source("a")).state == "queued"
    await room.tries_to_the_end()
    assert (await room.source("a")).state == "kept"
