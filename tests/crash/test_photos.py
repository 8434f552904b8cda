"""The program dies while a photo is fetched, written or noted; started again it keeps each once."""

import pytest

from sandbox.client_person import Person
from storage.database import Database
from tests.crash.stories import KADER, Story
from tests.crash.test_points import killed_at
from tests.endtoend.albums import all_kept, changes, pictures_of, takes_photos
from tests.endtoend.filling import activity
from tests.endtoend.fixtures import Build
from tests.endtoend.place import Place
from tests.endtoend.speech import words

PHOTOS = 3
LEASE_ENDS = "update jobs set lease_until = due_at where state = 'running'"
"""Of the dead process; one that the living has in hand just now is only done twice."""


class PhotoStory(Story):
    number, command = KADER, "/kegiatan"
    form = activity("Posyandu Melati", photos=PHOTOS)
    last, end = words("form-summary"), words("activity-receipt")

    def __init__(self, database: Database) -> None:
        self.database = database

    def readied(self, who: Person) -> Person:
        takes_photos(who)
        return who

    async def holds(self, place: Place) -> None:
        await changes(self.database, LEASE_ENDS)
        await all_kept(place, PHOTOS)
        files = [path for path in pictures_of(place) if path.suffix == ".jpg"]
        assert len(files) == 2 * PHOTOS
        assert await place.count("media") == await place.count("media_sources") == PHOTOS
        assert await place.count("activities") == 1
        await place.settled()


@pytest.mark.crash
@pytest.mark.parametrize(
    ("point", "passage"),
    [("located", 1), ("downloaded", 2), ("pictured", 1), ("pictured", 2), ("kept", 2)],
)
async def test_each_photo_is_kept_once(build: Build, point: str, passage: int) -> None:
    await killed_at(build, PhotoStory(build.database), point, passage)
