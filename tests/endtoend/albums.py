"""A kader who sends an activity with photos straight from a phone's camera, and what is kept."""

from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import text

from sandbox.client_person import Person
from storage.database import Database
from tests.endtoend.place import Place
from tests.photos import NOTES, from_a_camera

NO_PAUSE = "update jobs set due_at = created_at where state = 'queued'"


def takes_photos(who: Person) -> None:
    """From now on their albums are photos with everything a camera notes."""
    send = who.sends_album

    async def with_notes(n: int = 2, *_: Any, **__: Any) -> Any:
        return await send(n, contents=[from_a_camera(red=40 * red) for red in range(n)])

    who.sends_album = with_notes  # type: ignore[method-assign]


async def all_kept(place: Place, count: int, *, hurry: Database | None = None) -> None:
    """Wait until that many photos are kept, and none waits any more. ``hurry`` is the database in
    which the pauses between two tries are cut short."""
    for _ in range(200):
        if hurry is not None:
            await changes(hurry, NO_PAUSE)
        kept = await place.count("media_sources", "state = 'kept'")
        open_jobs = await place.count("jobs", "kind = 'media' and state in ('queued', 'running')")
        if kept == count and not open_jobs:
            return
        await place.box.world.changed.wait(0.1)
    raise AssertionError(await place.rows("select * from jobs where kind = 'media'"))


async def changes(database: Database, sql: str) -> None:
    """Change rows behind the program's back."""
    async with database.session() as session:
        await session.execute(text(sql))
        await session.commit()
    await database.engine.dispose()


def pictures_of(place: Place) -> list[Path]:
    """The files under the folder of pictures, each looked through for notes of the camera."""
    found = sorted(path for path in (place.folder / "data/media").rglob("*") if path.is_file())
    for path in found:
        content = path.read_bytes()
        assert not [note for note in NOTES if note.encode() in content], path
        with Image.open(path) as image:
            image.load()
            assert not dict(image.getexif()), path
    return found


def times_asked(place: Place) -> int:
    """How often the bot asked Telegram where a file lies."""
    return sum(call["method"] == "getFile" for call in place.box.world.log)
