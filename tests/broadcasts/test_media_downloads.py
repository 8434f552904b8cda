"""Files fetched over real HTTP from a server that is slow, broken, huge or false."""

import logging
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.settings import TelegramSettings
from broadcasts.downloads import Downloads, DownloadTrouble, NotThere, TooBig
from tests.broadcasts.file_server import (
    TOKEN,
    Files,
    Handler,
    breaks_off,
    drips,
    gives,
    never_ends,
    serving,
)

MOST = 1000


@pytest.fixture
async def files() -> Files:
    return Files()


@pytest.fixture
async def downloads(files: Files) -> AsyncIterator[Downloads]:
    async with serving(files) as downloads:
        yield downloads


async def test_a_file_is_fetched_whole_from_the_bots_own_address(
    files: Files, downloads: Downloads
) -> None:
    files.answers = [gives(bytes(MOST))]
    assert await downloads.fetch("photos/file_1 a.jpg", MOST) == bytes(MOST)
    assert files.asked == [f"/file/bot{TOKEN}/photos/file_1%20a.jpg"]


@pytest.mark.parametrize(
    "answer", [gives(bytes(MOST + 1)), never_ends], ids=["by its length", "as it comes"]
)
async def test_a_file_too_big_is_not_read_to_its_end(
    files: Files, downloads: Downloads, answer: Handler
) -> None:
    files.answers = [answer]
    with pytest.raises(TooBig):
        await downloads.fetch("photos/a", MOST)


async def test_a_file_packed_small_is_counted_as_it_comes(
    files: Files, downloads: Downloads
) -> None:
    """A server that packs although it was asked not to: nothing is unpacked."""
    files.answers = [gives(b"packed", headers={"Content-Encoding": "gzip"})]
    assert await downloads.fetch("photos/a", MOST) == b"packed"


async def test_a_file_that_is_not_there(files: Files, downloads: Downloads) -> None:
    files.answers = [gives(status=404)]
    with pytest.raises(NotThere):
        await downloads.fetch("photos/a", MOST)


@pytest.mark.parametrize(
    "answer",
    [
        gives(status=500),
        gives(status=502),
        gives(status=429),
        gives(status=401),
        gives(status=206),
        breaks_off,
    ],
    ids=["500", "502", "429", "401", "in part", "cut off"],
)
async def test_trouble_is_told_without_the_address_and_the_next_try_is_good(
    files: Files,
    downloads: Downloads,
    answer: Handler,
    caplog: pytest.LogCaptureFixture,
) -> None:
    files.answers = [answer, gives()]
    caplog.set_level(logging.WARNING, "httpx")
    with pytest.raises(DownloadTrouble) as trouble:
        await downloads.fetch("photos/a", MOST)
    link: BaseException | None = trouble.value
    while link is not None:
        assert TOKEN not in f"{link!r} {link}"
        link = link.__cause__ or link.__context__
    assert TOKEN not in caplog.text
    assert await downloads.fetch("photos/a", MOST) == b"isi"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(files: Files, downloads: Downloads, status: int) -> None:
    files.answers = [gives(status=status, headers={"Location": "http://127.0.0.1:1/elsewhere"})]
    with pytest.raises(DownloadTrouble):
        await downloads.fetch("photos/a", MOST)
    assert len(files.asked) == 1


async def test_a_server_that_falls_silent_is_not_waited_for(
    files: Files, downloads: Downloads
) -> None:
    files.answers = [files.falls_silent, gives()]
    with pytest.raises(DownloadTrouble, match="ReadTimeout"):
        await downloads.fetch("photos/a", MOST)
    assert await downloads.fetch("photos/a", MOST) == b"isi"


async def test_a_slow_file_has_an_end(files: Files, downloads: Downloads) -> None:
    """Bytes that drop in one by one keep no worker for ever."""
    files.answers = [drips]
    with pytest.raises(DownloadTrouble, match="TimeoutError"):
        await downloads.fetch("photos/a", MOST)


@pytest.mark.parametrize("path", ["/var/lib/file.jpg", "../photos/a", "photos/../../x"])
async def test_a_path_leads_nowhere_else(files: Files, downloads: Downloads, path: str) -> None:
    files.answers = [gives()]
    with pytest.raises(DownloadTrouble):
        await downloads.fetch(path, MOST)
    assert files.asked == []


@pytest.mark.parametrize("path", ["http://127.0.0.1:1/x", "@127.0.0.1:1/x", "x?y=1#z"])
async def test_no_path_leaves_the_address(files: Files, downloads: Downloads, path: str) -> None:
    files.answers = [gives()]
    assert await downloads.fetch(path, MOST) == b"isi"
    [asked] = files.asked
    assert asked.startswith(f"/file/bot{TOKEN}/")
    assert "?" not in asked


async def test_no_server_is_a_trouble() -> None:
    nowhere = Downloads(TelegramSettings(api_base="http://127.0.0.1:1"), SecretStr(TOKEN))
    with pytest.raises(DownloadTrouble, match="ConnectError"):
        await nowhere.fetch("photos/a", MOST)
    await nowhere.close()
