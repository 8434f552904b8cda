"""The rules of problems: months as people write them, urgency, and the hours in which one tells."""

from datetime import UTC, date, datetime

import pytest

from bot.errors import AppError
from bot.forms import Invalid
from bot.rules.problems import is_told_by_day, suggested_priority, waiting_before, words_of
from bot.rules.since import months_back, parse_month

TODAY = date(2026, 2, 19)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("Februari", date(2026, 2, 1)),
        ("maret", date(2025, 3, 1)),
        ("sejak Maret 2024", date(2024, 3, 1)),
        ("bulan desember", date(2025, 12, 1)),
        ("agt 2025", date(2025, 8, 1)),
        ("3/2025", date(2025, 3, 1)),
        ("2025-11", date(2025, 11, 1)),
        ("2024", date(2024, 1, 1)),
        ("tahun 2023", date(2023, 1, 1)),
        ("tahun lalu", date(2025, 1, 1)),
        ("bulan lalu", date(2026, 1, 1)),
        ("Bulan ini.", date(2026, 2, 1)),
        ("last month", date(2026, 1, 1)),
    ],
)
def test_a_month_is_read_as_people_write_it(typed: str, month: date) -> None:
    assert parse_month(typed, TODAY) == month


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("maret 2026", "problem-since-future"),
        ("2027", "problem-since-future"),
        ("13/2025", "problem-since-unclear"),
        ("0/2025", "problem-since-unclear"),
        ("1/1900", "problem-since-unclear"),
        ("entah", "problem-since-unclear"),
        ("12/3", "problem-since-unclear"),
        ("", "problem-since-unclear"),
        ("0000-01", "problem-since-unclear"),
    ],
)
def test_what_is_no_month_is_refused(typed: str, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_month(typed, TODAY)
    assert refused.value.key == key


def test_months_are_counted_over_the_new_year() -> None:
    assert months_back(TODAY, 0) == date(2026, 2, 1)
    assert months_back(TODAY, 2) == date(2025, 12, 1)
    assert months_back(TODAY, 14) == date(2024, 12, 1)


@pytest.mark.parametrize(
    ("answers", "priority"),
    [
        ({"category": "kawin", "choice": "terjadi"}, "tinggi"),
        ({"category": "kawin", "choice": "suluh"}, "sedang"),
        ({"category": "putus", "choice": "ada"}, "tinggi"),
        ({"category": "stunting", "affected": 20}, "tinggi"),
        ({"category": "stunting", "affected": 5}, "sedang"),
        ({"category": "stunting", "affected": 4}, "rendah"),
        ({"category": "stunting", "affected": None}, "sedang"),
    ],
)
def test_a_priority_is_suggested(answers: dict[str, object], priority: str) -> None:
    assert suggested_priority(answers) == priority


@pytest.mark.parametrize(
    ("hour", "minute", "may"),
    [(23, 59, False), (0, 0, True), (12, 59, True), (13, 0, False), (17, 0, False)],
)
def test_people_are_told_from_seven_to_eight_in_the_evening(
    hour: int, minute: int, may: bool
) -> None:
    """Hours are UTC here: 00:00 is 07:00 WIB, 13:00 is 20:00."""
    assert is_told_by_day(datetime(2026, 11, 19, hour, minute, tzinfo=UTC)) is may


def test_all_of_the_day_thirty_days_ago_has_waited_long_enough_in_the_morning() -> None:
    morning = datetime(2026, 12, 19, 0, 0, tzinfo=UTC)
    before = waiting_before(morning, 30)
    assert before > datetime(2026, 11, 19, 16, 59, tzinfo=UTC)
    assert before < datetime(2026, 11, 19, 17, 0, tzinfo=UTC)


def test_words_of_a_child_split_over_two_answers_are_no_problem() -> None:
    split = {"what": "Pendampingan anak An. B (13 th)", "evidence": "Korban sudah diantar"}
    with pytest.raises(AppError) as refused:
        words_of({"category": "stunting", "priority": "sedang", **split}, TODAY, 5)
    assert refused.value.key == "danger-lead"
