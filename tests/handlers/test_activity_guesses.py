"""What an activity's form takes from earlier entries: of the most similar title first."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.forms import Context
from bot.forms.draft import Given
from handlers import activity_guesses as guesses

VILLAGE, NEXT = "19.01.01.1001", "19.01.01.1002"


def entry(title: str, agency: str, **more: Any) -> dict[str, Any]:
    told = {"region": VILLAGE, "section": "repro", "target_groups": [agency], "funding": [agency]}
    return {**told, "title": title, "agencies": [agency], "place": f"Di {agency}", **more}


NEWEST_FIRST = [
    entry("Penyuluhan gizi", "pkm", region=NEXT),
    entry("Penyuluhan gizi", "kpp"),
    entry("Posyandu Melati", "rs"),
    entry("Pengajian ibu", "kemenag", section="agama"),
]


def told(guess: Any, title: str, section: str = "repro") -> Any:
    facts = {"recent": NEWEST_FIRST}
    ctx = Context(date(2026, 11, 19), datetime(2026, 11, 19, tzinfo=UTC), facts=facts)
    return guess(Given({guesses.HOME: VILLAGE, "title": title, "section": section}), ctx)


@pytest.mark.parametrize(
    ("title", "section", "agency"),
    [
        ("Posyandu Melati RT 3", "repro", "rs"),
        ("Kelas ibu hamil", "repro", "kpp"),
        ("Tabligh akbar", "agama", "kemenag"),
    ],
)
def test_the_most_similar_entry_comes_before_the_same_section(
    title: str, section: str, agency: str
) -> None:
    assert told(guesses.agencies, title, section) == [agency]
    assert told(guesses.funding, title, section) == [agency]
    assert told(guesses.place, title, section) == {"text": f"Di {agency}"}


def test_an_entry_of_another_kind_tells_nothing() -> None:
    title, section = "Kerja bakti", "lingkungan"
    assert told(guesses.agencies, title, section) == [guesses.OWN_PEOPLE]
    assert told(guesses.funding, title, section) is None
    assert told(guesses.place, title, section) is None


def test_target_groups_follow_a_similar_title_before_its_words() -> None:
    assert told(guesses.target_groups, "Posyandu Melati") == ["rs"]
    assert told(guesses.target_groups, "Penimbangan balita") == ["balita"]


def test_another_village_tells_nothing() -> None:
    assert told(guesses.agencies, "Penyuluhan gizi") == ["kpp"]
