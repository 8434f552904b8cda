"""An office on the embedded database."""

import pytest

from storage.database import Database
from tests.broadcasts.office import Office


@pytest.fixture
def office(sqlite_database: Database) -> Office:
    return Office(sqlite_database)
