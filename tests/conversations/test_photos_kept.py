"""The photos of an activity are kept in files soon after it was sent; the activity never waits."""

from pathlib import Path

from sqlalchemy import select

from storage import media
from storage.models import Activity, ActivityPhoto, Job, Media, MediaSource
from storage.pictures import picture_path
from tests.conversations.driver import RunningBot
from tests.conversations.filling import cadre, to_summary
from tests.conversations.people import Somebody
from tests.photos import NOTES, from_a_camera


async def sends_photos(kader: Somebody, *names: str, title: str = "Posyandu Melati") -> None:
    """An activity with an album."""
    await to_summary(kader, title)
    await kader.picks("Ubah", "Foto")
    await kader.sends_album(names)
    await kader.picks("Selesai", "Kirim")
    assert kader.sees("activity-receipt")


async def states(bot: RunningBot) -> list[tuple[str, str | None]]:
    async with bot.core.database.session() as session:
        rows = await session.scalars(select(MediaSource).order_by(MediaSource.unique_id))
        return [(row.state, row.outcome) for row in rows]


def on_disk(bot: RunningBot) -> list[Path]:
    folder = Path(bot.core.settings.media.folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


async def test_an_album_is_kept_and_found_again_by_its_photos(bot: RunningBot) -> None:
    for red, name in enumerate("abc"):
        bot.telegram.contents[f"{name}-1280"] = from_a_camera(red=80 * red)
    kader = await cadre(bot)
    await sends_photos(kader, "a", "b", "c")
    assert await states(bot) == [("kept", None)] * 3
    photos = await bot.rows(ActivityPhoto)
    async with bot.core.database.session() as session:
        kept = await media.kept(session, [photo.unique_id for photo in photos])
    folder = bot.core.settings.media.folder
    assert on_disk(bot) == sorted(
        picture_path(folder, kept[photo.unique_id], thumbnail=small)
        for photo in photos
        for small in (False, True)
    )
    for path in on_disk(bot):
        assert not [note for note in NOTES if note.encode() in path.read_bytes()]


async def test_photos_of_one_content_are_one_picture(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_photos(kader, "a", "b")
    assert len(await bot.rows(MediaSource)) == 2
    assert len(await bot.rows(Media)) == 1
    assert len(on_disk(bot)) == 2


async def test_the_same_photos_in_another_activity_are_not_fetched_again(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await sends_photos(kader, "a", "b")
    other = await cadre(bot, "Wati")
    await sends_photos(other, "b", "a", title="Posyandu Kenanga")
    asked = [call for call in bot.telegram.calls if call.method == "getFile"]
    assert len(asked) == len(await bot.rows(MediaSource)) == 2
    assert {call.library for call in asked} == {"ptb"}


async def test_a_photo_that_cannot_be_kept_costs_nobody_anything(bot: RunningBot) -> None:
    bot.telegram.contents["a-1280"] = b"no picture at all"
    kader = await cadre(bot)
    await sends_photos(kader, "a", "b")
    assert await states(bot) == [("failed", "unreadable"), ("kept", None)]
    assert len(await bot.rows(Activity)) == 1
    assert len(await bot.rows(ActivityPhoto)) == 2, "the file id serves on"
    assert {job.state for job in await bot.rows(Job) if job.kind == "media"} == {"done"}


async def test_photos_of_a_form_that_is_not_sent_are_not_fetched(bot: RunningBot) -> None:
    kader = await cadre(bot)
    await to_summary(kader)
    await kader.picks("Ubah", "Foto")
    await kader.sends_album(["a", "b"])
    await kader.presses("Selesai")
    assert not await bot.rows(MediaSource)
    assert on_disk(bot) == []
